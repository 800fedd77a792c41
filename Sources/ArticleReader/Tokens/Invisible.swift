/// Characters outside ASCII that leave no mark: spaces of every width, and what stands within a word unseen.
enum Invisible {
  /// The bytes of such a character at a position, or `nil`.
  @inline(__always)
  static func length(at position: Int, _ bytes: Bytes, _ end: Int) -> Int? {
    guard position + 1 < end else { return nil }
    switch (bytes[position], bytes[position + 1]) {
    // No-break space, soft hyphen.
    case (0xC2, 0xA0), (0xC2, 0xAD): return 2
    case (0xE2, 0x80) where position + 2 < end && isSpaceOrJoint(bytes[position + 2]): return 3
    // Word joiner.
    case (0xE2, 0x81) where position + 2 < end && bytes[position + 2] == 0xA0: return 3
    // Byte order mark.
    case (0xEF, 0xBB) where position + 2 < end && bytes[position + 2] == 0xBF: return 3
    // Ideographic space.
    case (0xE3, 0x80) where position + 2 < end && bytes[position + 2] == 0x80: return 3
    default: return nil
    }
  }

  /// Returns true if the character there parts words.
  static func isSpace(at position: Int, _ bytes: Bytes) -> Bool {
    switch bytes[position] {
    case 0xC2: bytes[position + 1] == 0xA0
    case 0xE2: bytes[position + 1] == 0x80 && !(0x8B...0x8D).contains(bytes[position + 2])
    case 0xE3: true
    default: false
    }
  }

  /// A word without them, and with letters for its ligatures; `nil` where it has neither.
  static func removed(from word: Bytes) -> [UInt8]? {
    var result: [UInt8] = []
    var position = 0
    while position < word.count {
      if word[position] >= 0x80, let length = length(at: position, word, word.count) {
        position += length
      } else if word[position] == 0xEF, let letters = ligature(at: position, word) {
        result += letters
        position += 3
      } else {
        result.append(word[position])
        position += 1
      }
    }
    return result.elementsEqual(word) ? nil : result
  }

  /// The letters of a Latin ligature, U+FB00 to U+FB06, as typeset pages and PDF files have them.
  private static func ligature(at position: Int, _ word: Bytes) -> [UInt8]? {
    guard position + 2 < word.count, word[position + 1] == 0xAC, word[position + 2] <= 0x86 else { return nil }
    let (f, i, l, s, t) = (UInt8(0x66), UInt8(0x69), UInt8(0x6C), UInt8(0x73), UInt8(0x74))
    return [[f, f], [f, i], [f, l], [f, f, i], [f, f, l], [s, t], [s, t]][Int(word[position + 2] - 0x80)]
  }

  /// U+2000 to U+200D, U+202F.
  private static func isSpaceOrJoint(_ byte: UInt8) -> Bool { (0x80...0x8D).contains(byte) || byte == 0xAF }
}
