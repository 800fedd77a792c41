import CLinux
import Formats
import Glibc

/// A character set by the name that the C library knows.
struct Charset: Hashable {
  /// As it was declared, in small letters.
  let label: String
  private let name: String

  /// What labels mean on the web, where that is other than what they say: a superset that writers really use.
  private static let meanings: [String: String] = [
    "ascii": "CP1252", "us-ascii": "CP1252", "iso-8859-1": "CP1252", "iso8859-1": "CP1252", "latin1": "CP1252",
    "l1": "CP1252", "cp819": "CP1252", "windows-1252": "CP1252", "x-cp1252": "CP1252", "iso-8859-9": "CP1254",
    "latin5": "CP1254", "iso-8859-11": "CP874", "tis-620": "CP874", "windows-874": "CP874", "gb2312": "GB18030",
    "gbk": "GB18030", "x-gbk": "GB18030", "gb_2312-80": "GB18030", "cp936": "GB18030", "big5": "BIG5-HKSCS",
    "x-x-big5": "BIG5-HKSCS", "shift_jis": "CP932", "shift-jis": "CP932", "sjis": "CP932", "x-sjis": "CP932",
    "windows-31j": "CP932", "ms_kanji": "CP932", "euc-kr": "UHC", "ks_c_5601-1987": "UHC", "korean": "UHC",
    "windows-949": "UHC", "euc-jp": "EUC-JP-MS", "x-euc-jp": "EUC-JP-MS", "hz-gb-2312": "HZ",
    "iso-8859-8-i": "ISO-8859-8",
    "x-mac-cyrillic": "MAC-CYRILLIC", "x-mac-roman": "MACINTOSH", "dos-874": "CP874", "utf-16": "UTF-16LE",
    "utf-32": "UTF-32LE", "unicode": "UTF-16LE",
  ]

  /// - Returns: `nil` for UTF-8, and for what is no name of a set that the C library knows.
  init?(_ label: String) {
    let plain = label.lowercased().filter { !" \t\r\n\"'".contains($0) }
    guard (1...40).contains(plain.utf8.count), plain.utf8.allSatisfy(Charset.isNameByte) else { return nil }
    self.label = plain
    name = Charset.meanings[plain] ?? (plain.hasPrefix("windows-") ? "CP" + plain.dropFirst(8) : plain)
    guard !["utf-8", "utf8", "utf-7"].contains(plain), let decoder = system_charset_open(name) else { return nil }
    system_charset_close(decoder)
  }

  /// Nothing that a name could ask the library for beside a set, such as "//TRANSLIT".
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x2D, 0x2E, 0x3A, 0x5F: true
    default: false
    }
  }

  /// True if a text in the set may be bytes of ASCII alone: characters are told by what stands before them.
  var isSevenBit: Bool { label.hasPrefix("iso-2022") || name == "HZ" }

  /// - Returns: The text in UTF-8, and how many places of it are none of the set; U+FFFD stands there.
  func decoded(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], replaced: Int) {
    guard let decoder = system_charset_open(name) else { return (Array(bytes), 0) }
    defer { system_charset_close(decoder) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2)
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    var replaced = 0
    bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      var position = 0
      var isInvalid = false
      while position < bytes.count {
        var (read, written) = (0, 0)
        let outcome = system_charset_decode(
          decoder, start + position, bytes.count - position, &buffer, buffer.count, &read, &written)
        position += read
        text += buffer[..<written]
        if read > 0 { isInvalid = false }
        guard outcome == system_charset_invalid else { continue }
        // A run of such bytes is one place.
        if !isInvalid {
          replaced += 1
          text += [0xEF, 0xBF, 0xBD]
        }
        isInvalid = true
        position += 1
      }
      var (read, written) = (0, 0)
      _ = system_charset_decode(decoder, nil, 0, &buffer, buffer.count, &read, &written)
      text += buffer[..<written]
    }
    return (text, replaced)
  }
}

/// The character set that a text says it is in.
enum DeclaredCharset {
  /// Bytes in which a declaration is looked for.
  private static let most = 4096

  /// In the declaration of XML, or in `meta` of HTML.
  static func read(_ bytes: [UInt8]) -> String? {
    let start = bytes.prefix(most).firstIndex { !ArticleText.isSpace($0) } ?? 0
    guard start < bytes.count, bytes[start] == 0x3C else { return nil }
    let beginning = bytes[start...].prefix(most).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if beginning.starts(with: "<?xml".utf8) {
      let end = beginning.firstIndex(of: 0x3E) ?? beginning.endIndex
      if let value = value(of: "encoding", in: beginning[..<end]) { return narrow(value) }
    }
    var position = 0
    while let open = beginning[position...].firstIndex(of: 0x3C) {
      position = open + 1
      if beginning[open...].starts(with: "<!--".utf8) {
        position = end(ofComment: beginning, from: open)
      } else if beginning[open...].starts(with: "<meta".utf8) {
        let end = beginning[open...].firstIndex(of: 0x3E) ?? beginning.endIndex
        if let value = value(of: "charset", in: beginning[open..<end]) { return narrow(value) }
      }
    }
    return nil
  }

  /// In the `Content-Type` of a response or of a part of a mail.
  static func read(contentType: String) -> String? {
    value(of: "charset", in: Array(contentType.lowercased().utf8)[...])
  }

  /// What could be read as bytes of ASCII until here is not in a set of two or four bytes a character.
  private static func narrow(_ label: String) -> String? {
    label.hasPrefix("utf-16") || label.hasPrefix("utf-32") || label == "unicode" ? nil : label
  }

  private static func end(ofComment bytes: [UInt8], from start: Int) -> Int {
    var position = start + 4
    while position + 2 < bytes.count {
      if bytes[position] == 0x2D, bytes[position + 1] == 0x2D, bytes[position + 2] == 0x3E { return position + 3 }
      position += 1
    }
    return bytes.count
  }

  /// "windows-1251" of `charset="windows-1251"`.
  private static func value(of name: String, in bytes: ArraySlice<UInt8>) -> String? {
    let name = Array(name.utf8)
    var position = bytes.startIndex
    while position + name.count < bytes.endIndex {
      defer { position += 1 }
      guard bytes[position] == name[0], bytes[position...].starts(with: name) else { continue }
      let rest = bytes[(position + name.count)...].drop(while: ArticleText.isSpace)
      guard rest.first == 0x3D else { continue }
      var value = rest.dropFirst().drop(while: ArticleText.isSpace)
      if let quote = value.first, quote == 0x22 || quote == 0x27 { value = value.dropFirst() }
      let end = value.firstIndex { [0x22, 0x27, 0x3B, 0x3E, 0x2F, 0x3F].contains($0) || ArticleText.isSpace($0) }
      return String(decoding: value[..<(end ?? value.endIndex)], as: UTF8.self)
    }
    return nil
  }
}

/// Texts of two or four bytes a character that begin with no mark that says so.
enum WideText {
  /// Bytes that are looked at.
  private static let most = 4096

  /// - Returns: `nil` for what is none, or might be something else.
  static func charset(of bytes: [UInt8]) -> String? {
    let beginning = bytes.prefix(most)
    guard beginning.count >= 4, beginning.contains(0) else { return nil }
    var zeros = [0, 0, 0, 0]
    for (index, byte) in beginning.enumerated() where byte == 0 { zeros[index & 3] += 1 }
    let quarter = beginning.count / 4
    if bytes.count % 4 == 0 {
      if zeros[3] == quarter, zeros[2] * 10 >= quarter * 9, isText(beginning, "utf-32le") { return "utf-32le" }
      if zeros[0] == quarter, zeros[1] * 10 >= quarter * 9, isText(beginning, "utf-32be") { return "utf-32be" }
    }
    // Spaces and figures have a zero in every script; a zero in the other place is no text.
    let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
    if even == 0, odd * 20 >= beginning.count, isText(beginning, "utf-16le") { return "utf-16le" }
    if odd == 0, even * 20 >= beginning.count, isText(beginning, "utf-16be") { return "utf-16be" }
    return nil
  }

  /// Returns true if the bytes decode, and to nothing but what texts have.
  private static func isText(_ bytes: ArraySlice<UInt8>, _ label: String) -> Bool {
    guard let charset = Charset(label) else { return false }
    // Half a pair may stand at the end of what is looked at.
    let whole = bytes.prefix(bytes.count & ~3)
    let (text, replaced) = charset.decoded(whole)
    let mayBeCut = bytes.count == most ? 1 : 0
    return replaced <= mayBeCut && text.allSatisfy { $0 >= 0x20 && $0 != 0x7F || ArticleText.isSpace($0) }
  }
}
