import ArgumentParser
import Situation

/// A time as it is typed, "12 Mar 12:30" or "1h": what it stands for is known once the articles are, which give the zone
/// and the day that it leaves out.
struct TimeArgument: ExpressibleByArgument {
  static let help =
    "such as \"12 Mar 12:30\", 12:30, yesterday, 2025-03-12 (the end of that day) or 1h (an hour before the newest claim)"

  private let text: String

  init?(argument: String) {
    // Any time will do to see whether the words name one.
    let reference = CivilTime(Instant(seconds: 0), at: .zero)
    guard TimeEntry.ago(argument) != nil || TimeEntry.moment(argument, near: reference) != nil else { return nil }
    text = argument
  }

  /// - Parameters:
  ///   - store: Its newest claim gives the day and the zone, and is what "1h" is counted back from.
  ///   - offset: The zone that the user asks for, before that of the claims.
  ///   - option: Named in the error.
  func moment(in store: EventStore, on clock: Clock, _ offset: UTCOffset?, option: String) throws(Failure) -> Moment {
    let newest = store.newestTime(on: clock)
    if let ago = TimeEntry.ago(text) {
      guard let instant = store.latestTold(on: clock) else {
        throw Failure(.usage, "\(option) \(text): no claim has a time to count back from")
      }
      return .instant(instant.advanced(by: -ago), at: offset ?? newest?.offset ?? .zero, text: text)
    }
    var reference = newest ?? CivilTime(Instant(seconds: 0), at: .zero)
    if let offset {
      let instant = reference.date.start(at: reference.offset).advanced(by: Int64(reference.secondOfDay))
      reference = CivilTime(instant, at: offset)
    }
    guard let moment = TimeEntry.moment(text, near: reference) else {
      throw Failure(.usage, "\(option) \(text) is not a time; write \(TimeEntry.examples)")
    }
    return moment
  }
}

extension Failure {
  /// Ends the command where the first of two times is the later.
  static func refuse(_ earlier: Moment, laterThan later: Moment?, _ message: String) throws(Failure) {
    if let from = earlier.to, let to = later?.to, from > to { throw Failure(.usage, message) }
  }
}
