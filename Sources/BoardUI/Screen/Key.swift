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
