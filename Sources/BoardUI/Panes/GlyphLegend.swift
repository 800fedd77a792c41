internal import Situation

/// A legend of the marks that are on the screen: those that are not there need no room.
struct GlyphLegend {
  /// "≥ at least", the most telling first.
  let entries: [String]

  /// - Parameter canvas: The screen as it is drawn so far.
  init(_ canvas: Canvas) {
    let glyphs = canvas.glyphs
    var found: Set<Sign> = []
    for row in 0..<canvas.size.rows {
      var before: Unicode.Scalar = " "
      for column in 0..<canvas.size.columns {
        let scalar = canvas.frame[column, row].scalar
        let next = column + 1 < canvas.size.columns ? canvas.frame[column + 1, row].scalar : " "
        if let mark = Sign(scalar, after: before, before: next, glyphs) { found.insert(mark) }
        before = scalar
      }
    }
    entries = Sign.allCases.filter(found.contains).map { $0.words(glyphs) }
  }

  /// As many of them as fit into so many columns.
  func text(_ room: Int, _ canvas: Canvas) -> String {
    var text = ""
    for entry in entries {
      let longer = text.isEmpty ? entry : text + "  " + entry
      guard canvas.columns(longer) <= room else { continue }
      text = longer
    }
    return text
  }

  private enum Sign: CaseIterable {
    case atLeast, atMost, about, unknown, article, playhead, selected, changed, conflict

    init?(_ scalar: Unicode.Scalar, after: Unicode.Scalar, before next: Unicode.Scalar, _ glyphs: Glyphs) {
      let opens = after == " " || after == glyphs.vertical || after == "(" || after == "["
      let isFigure = ("0"..."9").contains(next) || next == "="
      switch scalar {
      case "≥": self = .atLeast
      case "≤": self = .atMost
      case ">" where next == "=": self = .atLeast
      case "<" where next == "=": self = .atMost
      case "~" where isFigure: self = .about
      case "?" where opens && !isFigure: self = .unknown
      // Coaches are drawn in brackets too, each joined to the one before it.
      case "[" where after == " " && isFigure: self = .article
      case "!" where opens && isFigure: self = .conflict
      case "+" where opens && !isFigure && next != " ": self = .changed
      case glyphs.selected where opens && next != " ": self = .selected
      case glyphs.playhead where opens && next != " ": self = .playhead
      default: return nil
      }
    }

    func words(_ glyphs: Glyphs) -> String {
      switch self {
      case .atLeast: glyphs.marks.atLeast + " at least"
      case .atMost: glyphs.marks.atMost + " at most, by"
      case .about: "~ about"
      case .unknown: "? no number"
      case .article: "[1] article 1"
      case .playhead: "\(glyphs.playhead) this event"
      case .selected: "\(glyphs.selected) selected"
      case .changed: "+ changed"
      case .conflict: "!1 in conflict 1"
      }
    }
  }
}
