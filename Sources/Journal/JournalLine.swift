import CDigest
import Formats
import Situation

/// The lines of a journal: JSON objects whose last field is a checksum of all the bytes before it.
enum JournalLine {
  /// Version 2 has the act that says how far a source is to be believed; everything else is as in version 1, which is
  /// read and continued as it is.
  static let version = 2
  /// How the first lines of journals begin, of every version that is known here.
  static let openings = (1...version).map { Array("{\"sitboard\":\"journal\",\"version\":\($0),".utf8) }

  private static let checksumName = Array(",\"checksum\":\"".utf8)
  /// Of the 64 digits of a SHA-256; 64 bits find any slip of a disk.
  private static let checksumDigits = 16
  private static var tailLength: Int { checksumName.count + checksumDigits + 2 }

  /// The first line, which gives the journal its identity.
  static func header(identity: String) -> [UInt8] {
    sealed([
      .init("sitboard", .string("journal")), .init("version", .integer(version)), .init("identity", .string(identity)),
    ])
  }

  static func line(_ entry: OperatorEntry) -> [UInt8] {
    sealed([.init("sequence", .integer(entry.id.story))] + ActLine.members(entry))
  }

  private static func sealed(_ members: [JSONValue.Member]) -> [UInt8] {
    // Without the brace that ends the object: the checksum comes before it.
    let body = Array(JSONWriter.bytes(.object(members)).dropLast())
    return body + checksumName + Array(digest(body).utf8.prefix(checksumDigits)) + Array("\"}\n".utf8)
  }

  /// The object of a line without its line feed, its checksum verified.
  private static func opened(_ line: ArraySlice<UInt8>) throws(FormatError) -> JSONValue {
    guard line.count > tailLength else { throw FormatError("it is too short for an entry") }
    guard isSealed(line) else { throw FormatError("its checksum does not fit") }
    do throws(JSONError) {
      return try JSONParser.parse(line)
    } catch {
      throw FormatError(error.reason)
    }
  }

  /// Returns true if a line ends with the checksum of what is before it.
  private static func isSealed(_ line: ArraySlice<UInt8>) -> Bool {
    line.withUnsafeBufferPointer { line in
      let body = line.count - tailLength
      let tail = line[body...]
      guard tail.starts(with: checksumName), tail.suffix(2).elementsEqual("\"}".utf8) else { return false }
      var digest: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
      return withUnsafeMutableBytes(of: &digest) { digest in
        let bytes = digest.bindMemory(to: UInt8.self)
        sitboard_sha256(line.baseAddress, body, bytes.baseAddress)
        return tail.dropFirst(checksumName.count).prefix(checksumDigits).enumerated().allSatisfy { place, digit in
          let byte = bytes[place / 2]
          return digit == hexadecimal[Int(place % 2 == 0 ? byte >> 4 : byte & 15)]
        }
      }
    }
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)

  /// The identity in the first line.
  static func identity(_ line: ArraySlice<UInt8>) throws(FormatError) -> String {
    guard case .object(let members) = try opened(line),
      case .string(let identity)? = members.first(where: { $0.name == "identity" })?.value,
      identity.utf8.count == 64
    else { throw FormatError("it gives no identity") }
    return identity
  }

  /// An entry, which must say that it is of this journal.
  static func entry(_ line: ArraySlice<UInt8>, identity: String) throws(FormatError) -> OperatorEntry {
    let value = try opened(line)
    let entry = try ActLine.entry(value)
    guard case .object(let members) = value, members.first == .init("sequence", .integer(entry.id.story)),
      entry.id.digest == identity
    else { throw FormatError("it is an entry of another journal") }
    guard entry.id.story <= highestNumber else { throw FormatError("its number is beyond any journal") }
    return entry
  }

  private static let opening = Array("{\"sequence\":".utf8)

  /// The parts of a damaged line that may be entries: each from where one begins to the end of the first checksum after
  /// it, before the next begins. Neither mark can stand in the text of an entry, where quotation marks are escaped.
  static func sealedParts(of line: ArraySlice<UInt8>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var rest = line
    while let begin = rest.firstRange(of: opening)?.lowerBound {
      let next = line[(begin + opening.count)...].firstRange(of: opening)?.lowerBound ?? line.endIndex
      if let name = line[begin..<next].firstRange(of: checksumName), name.lowerBound + tailLength <= next {
        parts.append(begin..<name.lowerBound + tailLength)
      }
      rest = line[next...]
    }
    return parts
  }

  /// Far above what a journal of the largest size can hold, and far below where counting on would overflow.
  private static let highestNumber = 1 << 40

  /// The version that the beginning of a file claims; `nil` where it is no journal.
  static func version(_ bytes: [UInt8]) -> Int? {
    let name = Array("{\"sitboard\":\"journal\",\"version\":".utf8)
    guard bytes.starts(with: name) else { return nil }
    let digits = bytes[name.count...].prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// The SHA-256 of bytes in 64 small hexadecimal digits.
  static func digest(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    sitboard_sha256(bytes, bytes.count, &digest)
    return String(decoding: digest.flatMap { [hexadecimal[Int($0 >> 4)], hexadecimal[Int($0 & 15)]] }, as: UTF8.self)
  }
}
