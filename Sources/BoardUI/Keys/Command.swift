package import Situation

/// What a key asks for.
package enum Command: Hashable, Sendable {
  case playOrPause
  /// One event on or back, past those that change nothing on the board.
  case step(Int)
  /// Step to each event, or not.
  case stepAll
  /// The place that was kept when the board was left.
  case goToFormer
  case stepTime(Int)
  case stepTenth(Int)
  /// The next or previous marker.
  case goToMarker(Int)
  /// The next or previous change of the selected figure.
  case goToChange(Int)
  case goToFirst, goToLast
  case goLive
  case faster, slower, normalSpeed
  /// Squeeze idle time, or play it in full.
  case squeeze
  case swapClock
  /// The pane so many places on.
  case movePane(Int)
  case focus(Pane)
  case zoom, hidePane
  /// So many rows down.
  case moveRow(Int)
  /// So many half pages down.
  case moveHalfPage(Int)
  case movePage(Int)
  case moveToStart, moveToEnd
  case openArticle
  /// True if the passages that were read are underlined in an article.
  case toggleRead
  /// Put the selected cell where it can be pasted from.
  case copy
  case toggleMouse
  case moveReceipt(Int)
  case moveConflict(Int)
  /// As a follower, to look around, and back.
  case leaveOrRejoin
  /// As a presenter, so many cues on.
  case stepCue(Int)
  case search
  /// The next or previous match.
  case moveMatch(Int)
  case filter
  case help
  /// Every claim for the selected figure.
  case ladder
  /// Every conflict.
  case conflicts
  /// What changed: since the baseline that is set, by default the last look, or in the last hour.
  case changes(Lookback)
  /// The bottom line whole, or the board again.
  case bottomLine
  /// The incidents that reports are about.
  case incidents
  /// The screen of addresses that are asked.
  case sources
  /// What came up while the board was open.
  case alerts
  /// Mark the selected alert as seen, or all of them.
  case seeAlerts(all: Bool)
  /// Pull a report in, or push it out.
  case reassign
  /// Open the command line with the beginning of a command in it.
  case commandLine(String)
  case pin, undo
  /// Leave the selected claim out, after a question.
  case retract
  /// The list of claims and reports that wait for a person to look at them.
  case review
  /// Take the selected claim so.
  case amend(Amendment)
  /// Leave out the selected claim or report of that list.
  case reject
  case editLine(LineEdit)
  /// So many lines back in what was entered.
  case moveInHistory(Int)
  /// The next line back that has in it what is typed.
  case searchHistory
  /// The next or previous way to complete the line.
  case completeLine(Int)
  case enterLine
  case cancel
  case redraw, suspend
  case back, quit
}

extension Command {
  /// True if it moves the playhead or swaps the clock, which a lead does for those who follow.
  var movesPlayhead: Bool {
    switch self {
    case .goToFormer, .playOrPause, .step, .stepTime, .stepTenth, .goToFirst, .goToLast, .goLive, .swapClock,
      .goToMarker,
      .goToChange:
      true
    default: false
    }
  }
}
