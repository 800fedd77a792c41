import Situation

/// Reads what a `PackedWriter` wrote. Bytes that are cut or not of its making end in an error, and in nothing worse.
struct PackedReader {
  /// What stands for a value: that there is none, that it follows, or the number of one that came before.
  static let nothing = -1
  static let new = 0
  static let firstKnown = 1

  private let bytes: ArraySlice<UInt8>
  private var at: Int
  private var texts: [String] = []
  private var moments: [Moment] = []
  private var speakers: [Speaker] = []

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  var isAtEnd: Bool { at == bytes.endIndex }

  mutating func number() throws(FormatError) -> Int {
    var (value, shift) = (UInt64(0), UInt64(0))
    while true {
      let byte = try byte()
      guard shift < 63 || byte < 2 else { throw FormatError("a number is too large") }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return Int(bitPattern: UInt(value >> 1)) ^ -Int(value & 1)
  }

  /// A number of things that follow, each of which takes a byte or more.
  mutating func count() throws(FormatError) -> Int {
    let count = try number()
    guard (0...bytes.endIndex - at).contains(count) else { throw FormatError("there are fewer bytes than things") }
    return count
  }

  mutating func double() throws(FormatError) -> Double {
    Double(bitPattern: UInt64(UInt(bitPattern: try number())).byteSwapped)
  }

  mutating func flag() throws(FormatError) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw FormatError("neither yes nor no")
    }
  }

  mutating func optionalNumber() throws(FormatError) -> Int? { try flag() ? try number() : nil }

  mutating func value<Case>(of all: [Case]) throws(FormatError) -> Case {
    guard let value = try optionalValue(of: all) else { throw FormatError("a value is missing") }
    return value
  }

  mutating func optionalValue<Case>(of all: [Case]) throws(FormatError) -> Case? {
    let number = try number()
    guard (0...all.count).contains(number) else { throw FormatError("a value that is not known") }
    return number == all.count ? nil : all[number]
  }

  /// A range within a text, on the bounds of characters; it may be empty.
  mutating func range(in text: [UInt8]) throws(FormatError) -> Range<Int> {
    let (start, count) = (try number(), try number())
    guard start >= 0, start <= text.count, (0...text.count - start).contains(count),
      isBound(start, text), isBound(start + count, text)
    else { throw FormatError("a range that is not one of the text") }
    return start..<start + count
  }

  mutating func optionalText() throws(FormatError) -> String? {
    switch try number() {
    case PackedReader.nothing: return nil
    case PackedReader.new:
      let count = try count()
      guard let text = String(validating: bytes[at..<at + count], as: UTF8.self) else {
        throw FormatError("a text that is not UTF-8")
      }
      at += count
      texts.append(text)
      return text
    case let number: return try known(number, texts)
    }
  }

  mutating func text() throws(FormatError) -> String {
    guard let text = try optionalText() else { throw FormatError("a text is missing") }
    return text
  }

  mutating func moment() throws(FormatError) -> Moment {
    let number = try number()
    guard number == PackedReader.new else { return try known(number, moments) }
    let (precision, isBy) = (try value(of: PackedCases.precisions), try flag())
    let text = try optionalText()
    let (from, to) = (try optionalNumber(), try optionalNumber())
    let weekday = try optionalValue(of: PackedCases.weekdays)
    guard let offset = UTCOffset(minutes: try self.number()),
      let moment = Moment.restored(
        precision: precision, isBy: isBy, text: text, from: from.map { Instant(seconds: Int64($0)) },
        to: to.map { Instant(seconds: Int64($0)) }, weekday: weekday, offset: offset)
    else { throw FormatError("the parts of a moment do not make one") }
    moments.append(moment)
    return moment
  }

  mutating func speaker() throws(FormatError) -> Speaker? {
    let number = try number()
    if number == PackedReader.nothing { return nil }
    guard number == PackedReader.new else { return try known(number, speakers) }
    let speaker = Speaker(
      name: try optionalText(), role: try optionalText(), organisation: try optionalText(), isAnonymous: try flag(),
      side: try value(of: PackedCases.sides))
    speakers.append(speaker)
    return speaker
  }

  private mutating func byte() throws(FormatError) -> UInt8 {
    guard at < bytes.endIndex else { throw FormatError("the bytes end too early") }
    defer { at += 1 }
    return bytes[at]
  }

  private func known<Value>(_ number: Int, _ values: [Value]) throws(FormatError) -> Value {
    let index = number &- PackedReader.firstKnown
    guard values.indices.contains(index) else { throw FormatError("named again, and not named before") }
    return values[index]
  }

  private func isBound(_ offset: Int, _ text: [UInt8]) -> Bool { offset == text.count || text[offset] & 0xC0 != 0x80 }
}
