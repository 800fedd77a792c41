package import Situation

/// One column of one row of the screen.
package struct Cell: Hashable, Sendable {
  /// The character drawn here; in the second column of a wide character, `Cell.continuation`.
  package var scalar: Unicode.Scalar
  /// Combining marks after the scalar, an index into `Frame.marks` counted from 1; 0 for none.
  package var marks: UInt16
  package var style: Style

  package init(_ scalar: Unicode.Scalar, _ style: Style = Style(), marks: UInt16 = 0) {
    self.scalar = scalar
    self.style = style
    self.marks = marks
  }

  package static let blank = Cell(" ")
  /// Stands for "covered by the wide character to the left"; never sent to a terminal.
  package static let continuationScalar: Unicode.Scalar = "\u{0}"
  package var isContinuation: Bool { scalar == Cell.continuationScalar }
}

/// A whole screen as values: a flat array of cells, row by row. Panes draw into it, and one module shows it.
///
/// No control character, escape sequence or bidirectional control can be in a frame: `put` replaces them, so nothing
/// an article holds reaches the terminal but as characters.
package struct Frame: Hashable, Sendable {
  package let size: Size
  /// Row by row, `size.columns * size.rows` of them.
  package private(set) var cells: [Cell]
  /// Runs of combining marks that cells point to.
  package private(set) var marks: [[Unicode.Scalar]]
  /// Where the terminal's own cursor is to stand, for screen readers and for text being typed; `nil` hides it.
  package var cursor: (column: Int, row: Int)? {
    get { cursorIndex.map { ($0 % size.columns, $0 / size.columns) } }
    set { cursorIndex = newValue.map { $0.row * size.columns + $0.column } }
  }
  private var cursorIndex: Int?

  /// A blank frame; a size below 1×1 is taken as 1×1.
  package init(size: Size) {
    let bounded = Size(columns: max(1, size.columns), rows: max(1, size.rows))
    self.size = bounded
    self.cells = Array(repeating: .blank, count: bounded.columns * bounded.rows)
    self.marks = []
  }

  package subscript(column: Int, row: Int) -> Cell { cells[row * size.columns + column] }

  /// The places among the cells, in their order, of those that differ from another frame's; all of them where that has
  /// another size. A cell with marks on it always counts, since each frame numbers its marks anew.
  package func places(notIn other: Frame?) -> [Int] {
    guard let other, other.size == size else { return Array(cells.indices) }
    return cells.indices.filter { cells[$0] != other.cells[$0] || cells[$0].marks != 0 }
  }

  /// Writes text from a column on, within a row and before `limit`; what does not fit is left out whole, never half
  /// of a wide character.
  ///
  /// - Parameters:
  ///   - limit: The first column not to be written; the width of the frame if `nil`.
  ///   - widths: How many columns a scalar takes.
  /// - Returns: The column after the last one written.
  @discardableResult
  package mutating func put(
    _ text: some StringProtocol, column: Int, row: Int, style: Style = Style(), limit: Int? = nil,
    widths: CharacterWidths = .standard
  ) -> Int {
    guard row >= 0, row < size.rows else { return column }
    let end = min(limit ?? size.columns, size.columns)
    var at = column
    for scalar in text.unicodeScalars {
      let shown = SafeText.replacement(for: scalar) ?? scalar
      let width = widths.columns(of: shown)
      if width == 0 {
        addMark(shown, column: at - 1, row: row)
        continue
      }
      if at + width > end { break }
      if at >= 0 { set(Cell(shown, style), width: width, column: at, row: row) }
      at += width
    }
    return at
  }

  /// Fills a stretch of a row with one narrow character.
  package mutating func fill(_ scalar: Unicode.Scalar, columns: Range<Int>, row: Int, style: Style = Style()) {
    guard row >= 0, row < size.rows else { return }
    for column in columns.clamped(to: 0..<size.columns) { set(Cell(scalar, style), width: 1, column: column, row: row) }
  }

  /// Changes how cells look and leaves what they say.
  package mutating func restyle(columns: Range<Int>, row: Int, _ change: (inout Style) -> Void) {
    guard row >= 0, row < size.rows else { return }
    for column in columns.clamped(to: 0..<size.columns) { change(&cells[row * size.columns + column].style) }
  }

  /// The same, with the few blanks between two words in the style of the word before them, where neither that style
  /// nor theirs shows on a blank.
  ///
  /// - Parameter invisible: Whether a blank in a style looks like any other blank, by the numbers of the styles.
  package func evened(invisible: [Bool]) -> Frame {
    var result = self
    var word = 0
    for index in cells.indices where cells[index].scalar != " " || cells[index].marks != 0 {
      defer { word = index }
      guard (2...5).contains(index - word), word / size.columns == index / size.columns else { continue }
      let gap = word + 1..<index
      let style = cells[word].style
      guard style != Style(), invisible[style.number], gap.allSatisfy({ invisible[cells[$0].style.number] }) else {
        continue
      }
      for blank in gap { result.cells[blank].style = style }
    }
    return result
  }

  private mutating func set(_ cell: Cell, width: Int, column: Int, row: Int) {
    let index = row * size.columns + column
    // A wide character that loses one half loses both.
    if cells[index].isContinuation { cells[index - 1] = Cell(" ", cells[index - 1].style) }
    let after = index + width
    if column + width < size.columns, cells[after].isContinuation { cells[after] = Cell(" ", cells[after].style) }
    cells[index] = cell
    if width == 2 { cells[index + 1] = Cell(Cell.continuationScalar, cell.style) }
  }

  private mutating func addMark(_ mark: Unicode.Scalar, column: Int, row: Int) {
    guard column >= 0, column < size.columns else { return }
    var index = row * size.columns + column
    if cells[index].isContinuation { index -= 1 }
    let present = cells[index].marks
    // Few marks are ever stacked in writing; a tower of them is an attack on the terminal.
    let run = present == 0 ? [] : marks[Int(present) - 1]
    guard run.count < 3, marks.count < Int(UInt16.max) else { return }
    marks.append(run + [mark])
    cells[index].marks = UInt16(marks.count)
  }

  /// The frame's characters, a string a row, trailing spaces kept.
  package var lines: [String] {
    (0..<size.rows).map { row in
      var line = String.UnicodeScalarView()
      for cell in cells[row * size.columns..<(row + 1) * size.columns] where !cell.isContinuation {
        line.append(cell.scalar)
        if cell.marks > 0 { line.append(contentsOf: marks[Int(cell.marks) - 1]) }
      }
      return String(line)
    }
  }
}
