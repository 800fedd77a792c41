internal import Situation

/// What a stretch of a row stands for, so that a click is answered by what is drawn there.
struct Target: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// A row of a pane's list.
    case item(Pane, Int)
    /// The playhead after so many events.
    case position(Int)
    /// The playhead after all that is so, or said, by an instant.
    case instant(Instant)
    /// Anywhere else in a pane.
    case pane(Pane)
  }

  var kind: Kind
  var columns: Range<Int>
  var rows: Range<Int>

  func contains(column: Int, row: Int) -> Bool { columns.contains(column) && rows.contains(row) }
}
