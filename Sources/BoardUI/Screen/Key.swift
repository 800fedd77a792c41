/// A key as the board knows it, whatever bytes the terminal sent for it.
package enum Key: Hashable, Sendable {
  /// A character typed; never a control character.
  case character(Unicode.Scalar)
  /// Ctrl with a lower-case letter.
  case control(Unicode.Scalar)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 to F12.
  case function(Int)
  /// Text pasted in one piece, as it came but with line feeds for line ends. It is a stranger's text: drawn through a
  /// `Frame` it is harmless, and it is never to be taken as keys.
  case paste(String)
  /// Something done with the mouse.
  case pointer(Pointer)
}

extension Key {
  package var isPointer: Bool { if case .pointer = self { true } else { false } }

  /// True if the keyboard sent it, and not the mouse or a clipboard.
  package var isTyped: Bool {
    switch self {
    case .paste, .pointer: false
    default: true
    }
  }
}

/// What was done with the mouse, and in which cell.
package struct Pointer: Hashable, Sendable {
  package enum Action: Hashable, Sendable {
    case press
    /// Moved with the button held.
    case drag
    case wheelUp, wheelDown
  }

  package var action: Action
  /// Counted from 0.
  package var column: Int
  package var row: Int

  package init(_ action: Action, column: Int, row: Int) {
    self.action = action
    self.column = column
    self.row = row
  }
}

/// Columns and rows of a terminal.
package struct Size: Hashable, Sendable {
  package var columns: Int
  package var rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}
