/// Text in ASCII alone, for terminals and readers that have nothing else.
package enum AsciiText {
  /// Letters lose their accents, typographic marks become plain ones, and what has no ASCII form becomes `*`.
  package static func spelled(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var spelled = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        spelled.unicodeScalars.append(scalar)
      } else if let known = known[scalar] {
        spelled += known
      } else if !isMark(scalar) {
        spelled += "*"
      }
    }
    return spelled
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark || scalar.properties.generalCategory == .enclosingMark
  }

  private static let known: [Unicode.Scalar: String] = {
    var known: [Unicode.Scalar: String] = [
      "\u{A0}": " ", "\u{2009}": " ", "\u{202F}": " ", "‘": "'", "’": "'", "‚": ",", "“": "\"", "”": "\"", "„": "\"",
      "«": "\"", "»": "\"", "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "…": "...", "•": "-", "·": ".", "≥": ">=",
      "≤": "<=", "≈": "~", "×": "x", "½": "1/2", "¼": "1/4", "¾": "3/4", "€": "EUR", "£": "GBP", "°": " deg", "ß": "ss",
      "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
      "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ʼ": "'",
    ]
    let accented: [(String, String)] = [
      ("a", "àáâãäåāăą"), ("A", "ÀÁÂÃÄÅĀĂĄ"), ("c", "çćĉċč"), ("C", "ÇĆĈĊČ"), ("d", "ď"), ("D", "Ď"),
      ("e", "èéêëēĕėęě"), ("E", "ÈÉÊËĒĔĖĘĚ"), ("g", "ĝğġģ"), ("G", "ĜĞĠĢ"), ("h", "ĥḥ"), ("H", "ĤḤ"),
      ("i", "ìíîïĩīĭį"), ("I", "ÌÍÎÏĨĪĬĮİ"), ("j", "ĵ"), ("J", "Ĵ"), ("k", "ķ"), ("K", "Ķ"), ("l", "ĺļľ"),
      ("L", "ĹĻĽ"), ("n", "ñńņň"), ("N", "ÑŃŅŇ"), ("o", "òóôõöōŏő"), ("O", "ÒÓÔÕÖŌŎŐ"), ("r", "ŕŗř"), ("R", "ŔŖŘ"),
      ("s", "śŝşšș"), ("S", "ŚŜŞŠȘ"), ("t", "ţťț"), ("T", "ŢŤȚ"), ("u", "ùúûüũūŭůűų"), ("U", "ÙÚÛÜŨŪŬŮŰŲ"),
      ("w", "ŵ"), ("W", "Ŵ"), ("y", "ýÿŷ"), ("Y", "ÝŸŶ"), ("z", "źżž"), ("Z", "ŹŻŽ"),
    ]
    for (plain, letters) in accented {
      for letter in letters.unicodeScalars { known[letter] = plain }
    }
    return known
  }()
}
