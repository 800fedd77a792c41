import Situation
import BoardUI
import Testing

@Suite struct CharacterWidthTests {
  @Test func `characters take the columns that a terminal gives them`() {
    let widths = CharacterWidths.standard
    for (scalar, columns) in [
      ("a", 1), ("é", 1), ("達", 2), ("가", 2), ("\u{301}", 0), ("─", 1), ("≥", 1), ("👩", 2), ("⌚", 2), ("ｱ", 1),
      ("Ａ", 2),
      ("\u{1161}", 0), ("م", 1),
    ] as [(Unicode.Scalar, Int)] {
      #expect(widths.columns(of: scalar) == columns, "\(scalar)")
    }
  }

  @Test func `ambiguous characters take two columns where the terminal says so`() {
    let widths = CharacterWidths(ambiguous: 2)
    for (scalar, columns) in [("─", 2), ("×", 2), ("“", 2), ("Д", 2), ("α", 2), ("a", 1), ("é", 2), ("ñ", 1), ("…", 2)]
      as [(Unicode.Scalar, Int)]
    {
      #expect(widths.columns(of: scalar) == columns, "\(scalar)")
    }
  }
}
