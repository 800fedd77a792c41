internal import Situation

/// If the incident plays, and how fast.
package struct Replay: Hashable, Sendable {
  package var isPlaying = false
  /// True if a long wait is cut short.
  var isSqueezed = true
  /// True if a step leads to the next event, whatever it changes on the board.
  var stepsThroughAll = false
  /// Quarters of normal speed: 4 is 1×.
  package private(set) var quarters = 4

  /// How long the playhead rests before the receipt pane follows it.
  static let receiptPause = Duration.milliseconds(150)
  private static let steps = [1, 2, 4, 8, 16, 32, 64, 128, 256]
  /// Between two events at the same time, at normal speed.
  private static let shortest = Duration.milliseconds(150)
  /// However long nothing happened, at normal speed, squeezed and in full: a day of the incident.
  private static let longest = Duration.seconds(2)
  private static let longestInFull = Duration.seconds(24)
  /// Between two events of which one has no date, at normal speed.
  private static let beat = Duration.seconds(1)

  /// What the speeds mean, for help and documentation.
  package static let explanation =
    "At 1× an hour of the incident takes a second, and events of the same time follow one another at 0.15 seconds. "
    + "A wait is never longer than two seconds while idle time is squeezed (I), and otherwise than a day of the incident. "
    + "Without dates an event takes a second. Playing pauses at a marker. Events that change nothing on the board are passed "
    + "over; A steps to each."

  mutating func faster() { quarters = Replay.steps.first { $0 > quarters } ?? quarters }
  mutating func slower() { quarters = Replay.steps.last { $0 < quarters } ?? quarters }
  mutating func normal() { quarters = 4 }

  /// "1×", "¼×", "16×"; "1/4x" in ASCII.
  func speedText(_ glyphs: Glyphs) -> String {
    let number =
      switch quarters {
      case 1: glyphs.marks == .unicode ? "¼" : "1/4"
      case 2: glyphs.marks == .unicode ? "½" : "1/2"
      default: String(quarters / 4)
      }
    return number + glyphs.times
  }

  /// How long to wait between two moments.
  func wait(from earlier: Moment?, to later: Moment) -> Duration {
    var wait = Replay.beat
    if let start = earlier?.to, let end = later.to {
      // Held to a day first, so that no span of the calendar overflows.
      let seconds = min(max(0, end.seconds.subtractingReportingOverflow(start.seconds).partialValue), 86_400)
      let longest = isSqueezed ? Replay.longest : Replay.longestInFull
      wait = min(max(.milliseconds(seconds * 1000 / 3600), Replay.shortest), longest)
    }
    return wait * 4 / quarters
  }
}
