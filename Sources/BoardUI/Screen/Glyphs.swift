internal import Situation

/// What the board is drawn with; every glyph has its counterpart in every tier, so that no meaning is lost with one.
struct Glyphs: Sendable {
  let marks: GlyphSet
  let horizontal: Unicode.Scalar
  let vertical: Unicode.Scalar
  let teeDown: Unicode.Scalar
  let teeUp: Unicode.Scalar
  let cross: Unicode.Scalar
  let teeLeft: Unicode.Scalar
  let teeRight: Unicode.Scalar
  let topLeft: Unicode.Scalar
  let topRight: Unicode.Scalar
  let bottomLeft: Unicode.Scalar
  let bottomRight: Unicode.Scalar
  let rail: Unicode.Scalar
  let line: Unicode.Scalar
  let tunnel: Unicode.Scalar
  /// A break in the track.
  let breakMark: Unicode.Scalar
  /// The end of a text that was cut.
  let cut: String
  /// The end of a line where a word longer than the line goes on in the next.
  let wordGoesOn: Unicode.Scalar
  let dot: Unicode.Scalar
  let quoteOpen: String
  let quoteClose: String
  /// What the event at the playhead touches.
  let playhead: Unicode.Scalar
  /// The selected row of the focused pane.
  let selected: Unicode.Scalar
  /// A row that is not as it was at the baseline.
  var changed: Unicode.Scalar { "+" }
  let times: String
  let plusMinus: String
  /// Rising, for a share from nothing to all.
  let levels: [Unicode.Scalar]

  static let unicode = Glyphs(
    marks: .unicode, horizontal: "─", vertical: "│", teeDown: "┬", teeUp: "┴", cross: "┼", teeLeft: "┤", teeRight: "├",
    topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘", rail: "═", line: "━", tunnel: "┄", breakMark: "×",
    cut: "…", wordGoesOn: "¬", dot: "·", quoteOpen: "«", quoteClose: "»", playhead: "»", selected: ">", times: "×",
    plusMinus: "±", levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"])

  /// What is not in code page 437 gives way to what is: four shades for eight heights, a plain rule for a heavy one.
  static let console = Glyphs(
    marks: .unicode, horizontal: "─", vertical: "│", teeDown: "┬", teeUp: "┴", cross: "┼", teeLeft: "┤", teeRight: "├",
    topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘", rail: "═", line: "─", tunnel: "∙", breakMark: "X",
    cut: "~", wordGoesOn: "¬", dot: "·", quoteOpen: "«", quoteClose: "»", playhead: "»", selected: ">", times: "x",
    plusMinus: "±", levels: ["·", "░", "▒", "▓", "█"])

  static let ascii = Glyphs(
    marks: .ascii, horizontal: "-", vertical: "|", teeDown: "+", teeUp: "+", cross: "+", teeLeft: "+", teeRight: "+",
    topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+", rail: "=", line: "=", tunnel: ":", breakMark: "X",
    cut: "~", wordGoesOn: "\\", dot: ".", quoteOpen: "<<", quoteClose: ">>", playhead: "*", selected: ">", times: "x",
    plusMinus: "+-", levels: [".", ":", "-", "=", "+", "%", "#", "@"])

  /// Where ambiguous characters take two columns, line drawing does too: it would tear, so ASCII draws there.
  init(tier: GlyphTier, widths: CharacterWidths) {
    switch tier {
    case _ where widths.ambiguous != 1: self = .ascii
    case .unicode: self = .unicode
    case .console: self = .console
    case .ascii: self = .ascii
    }
  }

  private init(
    marks: GlyphSet, horizontal: Unicode.Scalar, vertical: Unicode.Scalar, teeDown: Unicode.Scalar,
    teeUp: Unicode.Scalar, cross: Unicode.Scalar, teeLeft: Unicode.Scalar, teeRight: Unicode.Scalar,
    topLeft: Unicode.Scalar, topRight: Unicode.Scalar, bottomLeft: Unicode.Scalar, bottomRight: Unicode.Scalar,
    rail: Unicode.Scalar, line: Unicode.Scalar, tunnel: Unicode.Scalar, breakMark: Unicode.Scalar, cut: String,
    wordGoesOn: Unicode.Scalar, dot: Unicode.Scalar, quoteOpen: String, quoteClose: String, playhead: Unicode.Scalar,
    selected: Unicode.Scalar, times: String, plusMinus: String, levels: [Unicode.Scalar]
  ) {
    self.marks = marks
    self.horizontal = horizontal
    self.vertical = vertical
    self.teeDown = teeDown
    self.teeUp = teeUp
    self.cross = cross
    self.teeLeft = teeLeft
    self.teeRight = teeRight
    self.topLeft = topLeft
    self.topRight = topRight
    self.bottomLeft = bottomLeft
    self.bottomRight = bottomRight
    self.rail = rail
    self.line = line
    self.tunnel = tunnel
    self.breakMark = breakMark
    self.cut = cut
    self.wordGoesOn = wordGoesOn
    self.dot = dot
    self.quoteOpen = quoteOpen
    self.quoteClose = quoteClose
    self.playhead = playhead
    self.selected = selected
    self.times = times
    self.plusMinus = plusMinus
    self.levels = levels
  }

  /// The glyph of a share of a greatest: the lowest for anything above nothing, `nil` for nothing.
  func level(_ count: Int, of most: Int) -> Unicode.Scalar? {
    guard count > 0, most > 0 else { return nil }
    return levels[min(levels.count - 1, count * levels.count / (most + 1))]
  }
}
