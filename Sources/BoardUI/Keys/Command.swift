/// What a key asks for.
package enum Command: Hashable, Sendable {
  case playOrPause
  case step(Int)
  case stepTime(Int)
  case stepTenth(Int)
  case goToFirst, goToLast
  case goLive
  case faster, slower, normalSpeed
  case swapClock
  /// The pane so many places on.
  case movePane(Int)
  case focus(Pane)
  /// So many rows down.
  case moveRow(Int)
  /// So many half pages down.
  case moveHalfPage(Int)
  case movePage(Int)
  case moveToStart, moveToEnd
  case openArticle
  case moveReceipt(Int)
  case moveConflict(Int)
  case help
  case cancel
  case redraw, suspend
  case back, quit
}
