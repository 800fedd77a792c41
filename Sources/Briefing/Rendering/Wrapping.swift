import Situation

/// Breaks text into lines by words.
struct Wrapping {
  /// Stands at the end of a word that is longer than a line.
  let ellipsis: String

  /// Lines of at most `columns`, one at least; a word that is longer than a line is cut.
  func lines(_ text: String, columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    let words = text.utf8.split(separator: 0x20).lazy.map { Substring($0) }.flatMap { word in
      // What is tied stays together only where it fits.
      Columns.count(word) > columns ? word.unicodeScalars.split(separator: "\u{A0}").map { Substring($0) } : [word]
    }
    for word in words {
      let width = Columns.count(word)
      if used > 0, used + 1 + width <= columns {
        line.append(" ")
        line.append(contentsOf: word)
        used += 1 + width
        continue
      }
      if used > 0 { lines.append(line) }
      line = width <= columns ? String(word) : cut(word, columns: columns)
      used = Columns.count(line)
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  private func cut(_ word: Substring, columns: Int) -> String {
    var kept = String.UnicodeScalarView()
    var used = Columns.count(ellipsis)
    for scalar in word.unicodeScalars {
      used += CharacterWidths.standard.columns(of: scalar)
      if used > columns { break }
      kept.append(scalar)
    }
    return String(kept) + ellipsis
  }
}
