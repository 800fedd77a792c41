import BoardUI
import Situation
import Terminal

/// Wakes a board whose folder is quiet when a deadline comes near, and at no other time.
final class DeadlineAlarm: BoardPartner {
  private var alarm: (at: Instant, due: MonotonicInstant)?

  var descriptors: [Int32] { [] }

  var deadline: MonotonicInstant? { alarm?.due }

  func see(_ model: Model) {
    guard let next = model.nextAlarm else { return alarm = nil }
    guard next != alarm?.at else { return }
    let now = SourcePoller.now
    // What came near long before the board opened is of another time.
    guard next.advanced(by: DeadlineAlarm.longest) > now else { return alarm = nil }
    alarm = (next, .now.advanced(milliseconds: Int(max(0, next.seconds - now.seconds)) * 1000))
  }

  /// A deadline that came near so many seconds ago has passed.
  private static let longest: Int64 = 86_400

  func hear() -> [Message] {
    alarm = nil
    return [.time(SourcePoller.now)]
  }
}
