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
  /// Open the command line with the beginning of a command in it.
  case commandLine(String)
  case pin, undo
  case editLine(LineEdit)
  /// So many lines back in what was entered.
  case moveInHistory(Int)
  /// The next or previous way to complete the line.
  case completeLine(Int)
  case enterLine
  case cancel
  case redraw, suspend
  case back, quit
}
