import Formats

/// The eight-bit character set of Western Windows, which old pages and mail are in.
enum Windows1252 {
  /// The characters of 0x80…0x9F; zero where there is none.
  private static let upper: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]

  /// The character of a byte of 0x80…0x9F; `nil` where there is none.
  static func character(_ byte: UInt8) -> UInt32? {
    let code = upper[Int(byte & 0x1F)]
    return code == 0 ? nil : code
  }

  /// Words of one letter in French, Italian, Spanish and Portuguese.
  private static let loneLetters: Set<UInt8> = [0xC0, 0xC8, 0xC9, 0xE0, 0xE8, 0xE9, 0xF3]

  /// Whether bytes that are no UTF-8 look like a text in this set, and not like damaged UTF-8, another set or no text.
  ///
  /// Damaged UTF-8 shows in the characters of it that are whole, another set in words all of letters past ASCII.
  static func isPlausible(_ bytes: [UInt8]) -> Bool {
    for (index, byte) in bytes.enumerated() {
      if byte < 0x80 {
        if byte < 0x20 && !ArticleText.isSpace(byte) || byte == 0x7F { return false }
        continue
      }
      let before = index > 0 ? bytes[index - 1] : 0x20
      let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      // The last letter of the set hardly occurs in a word, and fills what is no text.
      guard byte < 0xFF, byte >= 0xA0 || upper[Int(byte) - 0x80] != 0 else { return false }
      if (0xC2...0xF4).contains(byte), (0x80...0xBF).contains(after), isWhole(bytes, at: index) { return false }
      guard isLetter(byte) else { continue }
      let isCapital = byte < 0xDF && byte >= 0xC0
      if isCapital, (0x61...0x7A).contains(before) { return false }
      let isLone = !isWordByte(before) && !isWordByte(after)
      guard isASCIILetter(before) || isASCIILetter(after) || isLone && loneLetters.contains(byte) else { return false }
    }
    return true
  }

  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      switch byte {
      case 0..<0x80: text.append(byte)
      case 0x80..<0xA0: UTF8Bytes.append(upper[Int(byte) - 0x80], to: &text)
      default: UTF8Bytes.append(UInt32(byte), to: &text)
      }
    }
    return text
  }

  /// Whether a whole character of UTF-8 begins here.
  private static func isWhole(_ bytes: [UInt8], at index: Int) -> Bool {
    let length = bytes[index] < 0xE0 ? 2 : bytes[index] < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return false }
    return UTF8Text.firstInvalid(in: bytes[index..<index + length]) == nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F: true
    case 0xD7, 0xF7: false
    default: byte >= 0xC0
    }
  }

  private static func isASCIILetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool { isASCIILetter(byte) || isLetter(byte) }
}
