internal import Situation

/// A legend of the marks that are on the screen: those that are not there need no room.
struct GlyphLegend {
  /// A mark and what it means: "≥" and "at least".
  struct Entry: Hashable, Sendable {
    let mark: String
    let meaning: String
  }

  /// The parts that are told, and the words between two of them.
  struct Line: Hashable, Sendable {
    let entries: [Entry]
    let isTight: Bool
    /// Columns from the first mark to the last letter.
    let columns: Int

    static let none = Line(entries: [], isTight: true, columns: 0)
  }

  /// The ones least known first: they are told however little room there is.
  private let signs: [Sign]
  private let glyphs: Glyphs

  /// - Parameter canvas: The screen as it is drawn so far.
  init(_ canvas: Canvas) {
    let glyphs = canvas.glyphs
    var found: Set<Sign> = []
    for row in 0..<canvas.size.rows {
      var before: Unicode.Scalar = "\n"
      for column in 0..<canvas.size.columns {
        let scalar = canvas.frame[column, row].scalar
        let next = column + 1 < canvas.size.columns ? canvas.frame[column + 1, row].scalar : " "
        if let mark = Sign(scalar, after: before, before: next, glyphs) { found.insert(mark) }
        before = scalar
      }
    }
    signs = Sign.allCases.filter(found.contains)
    self.glyphs = glyphs
  }

  /// Columns of all of them in words.
  func wholeColumns(_ canvas: Canvas) -> Int { line(.max, canvas).columns }

  /// All of them in words where a line of so many columns holds them; else as short as it goes, and then as many as fit.
  func line(_ room: Int, _ canvas: Canvas) -> Line {
    func line(_ entries: [Entry], isTight: Bool) -> Line {
      let inner = entries.reduce(0) { $0 + canvas.columns($1.mark) + canvas.columns($1.meaning) + (isTight ? 0 : 1) }
      return Line(entries: entries, isTight: isTight, columns: inner + max(0, entries.count - 1) * (isTight ? 1 : 2))
    }
    let whole = line(signs.map { $0.entry(glyphs, isShort: false) }, isTight: false)
    if whole.columns <= room { return whole }
    let short = line(signs.map { $0.entry(glyphs, isShort: true) }, isTight: false)
    if short.columns <= room { return short }
    var kept: [Entry] = []
    for sign in signs {
      let longer = kept + [sign.entry(glyphs, isShort: true)]
      if line(longer, isTight: true).columns <= room { kept = longer }
    }
    return line(kept, isTight: true)
  }

  private enum Sign: CaseIterable {
    case changed, playhead, unknown, atMost, now, told, conflict, atLeast, about, selected, article

    init?(_ scalar: Unicode.Scalar, after: Unicode.Scalar, before next: Unicode.Scalar, _ glyphs: Glyphs) {
      let opens = after == " " || after == "\n" || after == glyphs.vertical || after == "(" || after == "["
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
      case "!" where (after == " " || after.properties.isAlphabetic) && ["]", "|", glyphs.vertical].contains(next):
        self = .told
      case "^" where after == " ": self = .now
      // Before a row; anywhere else it adds two figures.
      case glyphs.changed where [glyphs.vertical, glyphs.teeLeft, "\n"].contains(after) && next != glyphs.horizontal:
        self = .changed
      case glyphs.selected where opens && next != " ": self = .selected
      case glyphs.playhead where opens && next != " ": self = .playhead
      default: return nil
      }
    }

    func entry(_ glyphs: Glyphs, isShort: Bool) -> Entry {
      switch self {
      case .atLeast: Entry(mark: glyphs.marks.atLeast, meaning: isShort ? "least" : "at least")
      case .atMost: Entry(mark: glyphs.marks.atMost, meaning: isShort ? "by" : "at most, by")
      case .about: Entry(mark: "~", meaning: "about")
      case .unknown: Entry(mark: "?", meaning: "no number")
      case .article: Entry(mark: "[1]", meaning: isShort ? "article" : "article 1")
      case .playhead: Entry(mark: String(glyphs.playhead), meaning: isShort ? "last" : "last claim")
      case .selected: Entry(mark: String(glyphs.selected), meaning: "selected")
      case .changed: Entry(mark: String(glyphs.changed), meaning: "changed")
      case .conflict: Entry(mark: "!1", meaning: isShort ? "conflict" : "in conflict 1")
      case .now: Entry(mark: "^", meaning: isShort ? "now" : "as of now")
      case .told: Entry(mark: "!", meaning: isShort ? "harmed" : "something befell it")
      }
    }
  }
}

extension Canvas {
  /// Draws the legend so that it ends before `limit`; the marks stand out from what they mean.
  mutating func legend(_ line: GlyphLegend.Line, row: Int, limit: Int) {
    var at = limit - line.columns
    for (place, entry) in line.entries.enumerated() {
      if place > 0 { at = put(line.isTight ? " " : "  ", column: at, row: row, limit: limit) }
      at = put(entry.mark, column: at, row: row, style: Style(.key, bold: true), limit: limit)
      at = put(
        (line.isTight ? "" : " ") + entry.meaning, column: at, row: row, style: Style(.secondary), limit: limit)
    }
  }
}
