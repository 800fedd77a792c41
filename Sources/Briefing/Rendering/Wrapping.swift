import Situation

/// Breaks text into lines by words.
struct Wrapping {
  /// Stands at the end of a word that is longer than a line.
  let ellipsis: String

  /// Lines of at most `columns`, one at least; a word that is longer than a line is cut.
  func lines(_ text: String, columns: Int) -> [String] {
    var lines: [String] = []
    var line: [UInt8] = []
    var used = 0
    func take(_ word: Substring, _ width: Int) {
      if used > 0, used + 1 + width <= columns {
        line.append(0x20)
        line += word.utf8
        used += 1 + width
        return
      }
      if used > 0 { lines.append(String(decoding: line, as: UTF8.self)) }
      line.removeAll(keepingCapacity: true)
      line += width <= columns ? word.utf8 : cut(word, columns: columns)[...].utf8
      used = width <= columns ? width : Columns.count(String(decoding: line, as: UTF8.self))
    }
    // By bytes: a briefing of a long journal has millions of words.
    for bytes in text.utf8.split(separator: 0x20) {
      let word = Substring(bytes)
      let width = Columns.count(word)
      guard width > columns else {
        take(word, width)
        continue
      }
      // Words that are tied stay together only where they fit.
      for part in word.unicodeScalars.split(separator: "\u{A0}") {
        let part = Substring(part)
        take(part, Columns.count(part))
      }
    }
    if used > 0 || lines.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
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
