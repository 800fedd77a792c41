import BoardUI
import Terminal

/// Turns frames into what a terminal has to be sent to show them: ECMA-48 sequences, only for what has changed.
struct FrameStream {
  private let theme: Theme
  private var shown: Frame?

  init(theme: Theme) { self.theme = theme }

  /// The bytes that make a terminal which shows the frame before show this one.
  mutating func bytes(for frame: Frame) -> String {
    var text = shown == nil ? "\u{1B}[?25l\u{1B}[2J" : ""
    var style: Style?
    for row in 0..<frame.size.rows {
      let cells = row * frame.size.columns..<(row + 1) * frame.size.columns
      guard let span = changed(frame, cells) else { continue }
      text += "\u{1B}[\(row + 1);\(span.lowerBound - cells.lowerBound + 1)H"
      for index in span where !frame.cells[index].isContinuation {
        let cell = frame.cells[index]
        if style != cell.style {
          text += sequence(for: cell.style)
          style = cell.style
        }
        text.unicodeScalars.append(cell.scalar)
        if cell.marks > 0 { text.unicodeScalars.append(contentsOf: frame.marks[Int(cell.marks) - 1]) }
      }
    }
    if style != nil { text += "\u{1B}[0m" }
    shown = frame
    return text
  }

  /// The cells of a row from the first to the last that differ; a wide character is sent whole.
  private func changed(_ frame: Frame, _ cells: Range<Int>) -> Range<Int>? {
    guard let shown, shown.size == frame.size else { return cells }
    func differs(_ index: Int) -> Bool {
      let (a, b) = (shown.cells[index], frame.cells[index])
      return a.scalar != b.scalar || a.style != b.style || marks(a, shown) != marks(b, frame)
    }
    guard var first = cells.first(where: differs), let last = cells.last(where: differs) else { return nil }
    while first > cells.lowerBound, frame.cells[first].isContinuation || shown.cells[first].isContinuation {
      first -= 1
    }
    // Half of a wide character that was overwritten is gone as well.
    let end = last + 1 < cells.upperBound && shown.cells[last + 1].isContinuation ? last + 2 : last + 1
    return first..<end
  }

  private func marks(_ cell: Cell, _ frame: Frame) -> [Unicode.Scalar] {
    cell.marks > 0 ? frame.marks[Int(cell.marks) - 1] : []
  }

  private func sequence(for style: Style) -> String {
    let look = theme.look(of: style.role, depth: .indexed)
    var codes = ["0"]
    if style.isBold || look.attributes.contains(.bold) { codes.append("1") }
    if style.isDim || look.attributes.contains(.dim) { codes.append("2") }
    if style.isUnderlined || look.attributes.contains(.underlined) { codes.append("4") }
    if style.isReversed || look.attributes.contains(.reversed) { codes.append("7") }
    if let color = look.foreground { codes.append("38;5;\(color)") }
    if let color = look.background { codes.append("48;5;\(color)") }
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }
}
