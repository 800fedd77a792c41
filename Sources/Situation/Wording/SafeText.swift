/// What may be shown of a text that a stranger wrote.
///
/// A terminal obeys control characters, and reorders what stands between bidirectional controls; neither may come
/// from an article. Each replacement has as many UTF-8 bytes as what it replaces, so byte offsets into a text stay
/// true of what is shown of it.
package enum SafeText {
  /// What to show instead of a scalar, or `nil` when it is harmless. A line feed is a control character here.
  package static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x20..<0x7F: nil
    case 0x00..<0x20, 0x7F: scalar == "\t" || scalar == "\n" ? " " : "?"
    case 0x80..<0xA0: "\u{BF}"
    // Soft hyphen, combining grapheme joiner, Arabic letter mark.
    case 0xAD, 0x34F, 0x61C: "\u{B7}"
    // Hangul fillers, Khmer inherent vowels, Mongolian selectors and vowel separator.
    case 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x3164, 0xFFA0: "\u{FFFD}"
    // Zero-width characters and direction marks, line and paragraph separators, embeddings, overrides, isolates.
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF0...0xFFFB: "\u{FFFD}"
    // Controls of shorthand and of music; tags, which hide a second text in a first.
    case 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: "\u{1FB95}"
    default: nil
    }
  }

  /// Returns true if a character is drawn as nothing: words that differ in such characters alone look the same.
  package static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xAD && scalar.properties.isDefaultIgnorableCodePoint
  }

  /// One line of harmless text: line feeds and tabs become spaces, whatever a terminal would obey is replaced.
  package static func line(_ text: some StringProtocol) -> String { cleaned(text, keepingLines: false) }

  /// Harmless text of several lines.
  package static func lines(_ text: some StringProtocol) -> String { cleaned(text, keepingLines: true) }

  /// Bytes that stand for themselves are passed over in runs; a text in which nothing is replaced is given back as it is.
  private static func cleaned(_ text: some StringProtocol, keepingLines: Bool) -> String {
    var text = String(text)
    let clean = text.withUTF8 { bytes -> [UInt8]? in
      var clean: [UInt8]?
      var (copied, position) = (0, 0)
      while position < bytes.count {
        let lead = bytes[position]
        if (0x20..<0x7F).contains(lead) || keepingLines && lead == 0x0A {
          position += 1
          continue
        }
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        if let shown = replacement(for: scalar(bytes[position..<position + length])) {
          if clean == nil {
            clean = []
            clean?.reserveCapacity(bytes.count)
          }
          clean? += bytes[copied..<position]
          clean? += UTF8.encode(shown).map { Array($0) } ?? []
          copied = position + length
        }
        position += length
      }
      clean? += bytes[copied...]
      return clean
    }
    return clean.map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// The scalar of one character's bytes, which a Swift string guarantees to be valid.
  private static func scalar(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar {
    guard let lead = bytes.first else { return "\u{FFFD}" }
    let own = bytes.count == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(bytes.count))
    return Unicode.Scalar(bytes.dropFirst().reduce(own) { $0 << 6 | UInt32($1 & 0x3F) }) ?? "\u{FFFD}"
  }
}
