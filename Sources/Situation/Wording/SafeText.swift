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
    case 0xAD: "\u{B7}"
    // Arabic letter mark.
    case 0x61C: "\u{B7}"
    // Zero-width characters and direction marks, line and paragraph separators, embeddings, overrides, isolates.
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: "\u{FFFD}"
    // Tags, which hide a second text in a first.
    case 0xE0000...0xE0FFF: "\u{1FB95}"
    default: nil
    }
  }

  /// One line of harmless text: line feeds and tabs become spaces, whatever a terminal would obey is replaced.
  package static func line(_ text: some StringProtocol) -> String { cleaned(text, keepingLines: false) }

  /// Harmless text of several lines.
  package static func lines(_ text: some StringProtocol) -> String { cleaned(text, keepingLines: true) }

  private static func cleaned(_ text: some StringProtocol, keepingLines: Bool) -> String {
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if keepingLines, scalar == "\n" {
        clean.append(scalar)
      } else {
        clean.append(replacement(for: scalar) ?? scalar)
      }
    }
    return String(clean)
  }
}
