/// How many columns a terminal gives a character.
package struct CharacterWidths: Hashable, Sendable {
  /// Columns of characters that Unicode calls ambiguous (UAX #11): 1, or 2 on East Asian terminals.
  package var ambiguous: Int

  package init(ambiguous: Int) { self.ambiguous = ambiguous == 2 ? 2 : 1 }

  package static let standard = CharacterWidths(ambiguous: 1)

  /// 0 for a combining mark, 1, or 2.
  package func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return CharacterWidths.isWide(value) ? 2 : 1
    }
  }

  /// The blocks of UAX #11 that are wide or full width.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
