import BoardUI
import CNcurses

/// Hands the cells of a frame to ncurses: characters the terminal can show, in the looks of a theme.
struct CellPainter {
  private let isUTF8: Bool
  /// By the numbers of the styles.
  private let looks: [(look: Look, pair: Int)]
  /// The styles in which a blank looks like any other blank.
  private let invisible: [Bool]

  init(theme: Theme, depth: ColorDepth, hasDim: Bool, isUTF8: Bool) {
    self.isUTF8 = isUTF8
    let ofRoles = Role.allCases.map { theme.look(of: $0, depth: depth) }
    for (index, look) in ofRoles.enumerated() where look.foreground != nil || look.background != nil {
      func color(_ index: UInt8?) -> Int32 {
        guard let index else { return -1 }
        return depth == .direct ? Theme.shade(index) : Int32(index)
      }
      screen_define_pair(Int32(index) + 1, color(look.foreground), color(look.background))
    }
    looks = Style.all.map { CellPainter.look(of: $0, ofRoles, theme, depth, hasDim: hasDim) }
    invisible = looks.map {
      $0.look.background == nil && $0.look.attributes.isDisjoint(with: [.underlined, .reversed])
    }
  }

  /// Puts the cells that differ from what is shown, or all of them.
  func paint(_ frame: Frame, over shown: Frame?) {
    var columns: Int32 = 0
    var rows: Int32 = 0
    screen_size(&columns, &rows)
    let (width, height) = (frame.size.columns, frame.size.rows)
    if shown?.size != frame.size {
      for row in 0..<Int(rows) {
        for column in 0..<Int(columns) where column >= width || row >= height {
          put(" ", Look(), pair: 0, column, row)
        }
      }
    }
    let cells = frame.cells
    for place in frame.places(notIn: shown) {
      let (row, column) = place.quotientAndRemainder(dividingBy: width)
      let cell = cells[place]
      if row >= rows || column >= columns || cell.isContinuation { continue }
      let isWide = column + 1 < width && cells[place + 1].isContinuation
      if isWide, column + 1 >= Int(columns) {
        put(" ", Look(), pair: 0, column, row)
      } else {
        paint(cell, marks: cell.marks > 0 ? frame.marks[Int(cell.marks) - 1] : [], isWide: isWide, column, row)
      }
    }
  }

  /// The frame with the few blanks between two words in the look of the word before them: nobody sees it, and the
  /// terminal need not be told of another look and back for each.
  func evened(_ frame: Frame) -> Frame { frame.evened(invisible: invisible) }

  private func paint(_ cell: Cell, marks: [Unicode.Scalar], isWide: Bool, _ column: Int, _ row: Int) {
    let (look, pair) = look(of: cell.style)
    let scalar = shownScalar(cell.scalar, columns: isWide ? 2 : 1)
    if marks.isEmpty || scalar != cell.scalar || !isUTF8 {
      put(scalar, look, pair: pair, column, row)
    } else {
      // The selector of emoji form makes some terminals widen the character before it.
      let kept = marks.map(\.value).filter { $0 != 0xFE0F && screen_character_columns($0) == 0 }
      put([scalar.value] + kept, look, pair: pair, column, row)
    }
    // A stand-in is narrow.
    if isWide, scalar != cell.scalar { put(" ", look, pair: pair, column + 1, row) }
  }

  /// The character itself where the terminal library agrees on the columns it takes; otherwise all to the right of it
  /// would stand elsewhere than the library believes.
  private func shownScalar(_ scalar: Unicode.Scalar, columns: Int) -> Unicode.Scalar {
    if (0x20..<0x7F).contains(scalar.value) { return scalar }
    guard isUTF8 else { return PlainCharacters.substitute(for: scalar) }
    return Int(screen_character_columns(scalar.value)) == columns ? scalar : "\u{FFFD}"
  }

  private func put(_ scalar: Unicode.Scalar, _ look: Look, pair: Int, _ column: Int, _ row: Int) {
    withUnsafePointer(to: scalar.value) {
      screen_put(Int32(column), Int32(row), $0, 1, Int32(look.attributes.rawValue), Int32(pair))
    }
  }

  private func put(_ text: [UInt32], _ look: Look, pair: Int, _ column: Int, _ row: Int) {
    text.withUnsafeBufferPointer {
      screen_put(
        Int32(column), Int32(row), $0.baseAddress, Int32($0.count), Int32(look.attributes.rawValue), Int32(pair))
    }
  }

  /// What a style looks like, and the number of its colour pair, 0 for the terminal's own colours.
  func look(of style: Style) -> (look: Look, pair: Int) { looks[style.number] }

  private static func look(
    of style: Style, _ looks: [Look], _ theme: Theme, _ depth: ColorDepth, hasDim: Bool
  ) -> (look: Look, pair: Int) {
    var role = style.role
    // Where there are shades, receding is a shade: what terminals make of dim is often too faint to read.
    let hasShades = theme != .mono && (depth == .indexed || depth == .direct)
    if style.isDim, hasShades, looks[Int(role.rawValue)].foreground == nil { role = .secondary }
    var look = looks[Int(role.rawValue)]
    if style.isDim, !hasShades, role != .conflict { look.attributes.insert(.dim) }
    // Two reversals would undo each other and a selection would look like nothing.
    if style.isReversed, look.attributes.contains(.reversed) { look.attributes.insert(.underlined) }
    look.attributes.formUnion(style.attributes.subtracting(.dim))
    // Bold and dim are one scale, and what is selected is there to be read.
    if look.attributes.contains(.bold) || style.isReversed || !hasDim { look.attributes.remove(.dim) }
    let hasColors = look.foreground != nil || look.background != nil
    return (look, hasColors ? Int(role.rawValue) + 1 : 0)
  }
}
