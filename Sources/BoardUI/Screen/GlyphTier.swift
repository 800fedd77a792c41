internal import Situation

/// Which characters a terminal is trusted with.
package enum GlyphTier: String, Hashable, Sendable, CaseIterable {
  /// Box drawing, block elements, Latin-1 and "≤ ≥": one column wide in every terminal font, none of them an emoji.
  case unicode
  /// What the font of the Linux console has, code page 437, in articles as in the drawing.
  case console
  /// Nothing beyond ASCII, in articles as little as in the drawing.
  case ascii

  /// Returns true if a character of an article, already harmless, can be shown as it is.
  func canShow(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return true }
    switch self {
    case .unicode: return true
    case .console: return CodePage437.contains(scalar)
    case .ascii: return false
    }
  }

  /// What stands for a character that cannot be shown: what reads the same, or a "?" for each of its columns.
  func standIn(for scalar: Unicode.Scalar, columns: Int) -> String {
    let plain = PlainCharacters.substitute(for: scalar)
    if plain != "?", columns == 1 { return String(plain) }
    return String(repeating: "?", count: columns)
  }
}

/// The characters beyond ASCII of IBM's code page 437, which the kernel's own console font draws.
enum CodePage437 {
  private static let characters: Set<Unicode.Scalar> = Set(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
      + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■").unicodeScalars)

  static func contains(_ scalar: Unicode.Scalar) -> Bool { characters.contains(scalar) }
}
