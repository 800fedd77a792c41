/// How long a deadline still has at the playhead, from when it was first set and how long it gave.
package struct DeadlineNote: Hashable, Sendable {
  /// When it was set, by the first claim of it that has a time; a claim that was so *by* a time sets it no later.
  private let set: Moment
  private let seconds: Int64

  /// - Parameter earlier: The statements up to and with this one, in replay order.
  package init?(_ said: Forces.Said, among earlier: ArraySlice<Forces.Said>, store: EventStore) {
    guard said.statement.act == .deadline, let seconds = DeadlineNote.seconds(said.statement.content) else {
      return nil
    }
    self.seconds = seconds
    let first = earlier.lazy.filter { other in
      other.statement.act == .deadline && other.statement.by == said.statement.by
        && DeadlineNote.seconds(other.statement.content) == seconds
    }.map { store[$0.event].claim.happened }.first { $0.to != nil }
    guard let first else { return nil }
    set = first
  }

  /// "≤20h left", "passed ≥3h ago": the time is a bound where the time it was set is one.
  package func words(at now: Instant?, _ marks: GlyphSet) -> String? {
    guard let left = left(at: now) else { return nil }
    let isExact = set.precision == .instant && !set.isBy
    return left >= 0
      ? "\(isExact ? "" : marks.atMost)\(TimeSpan.deadline.words(left)) left"
      : "passed \(isExact ? "" : marks.atLeast)\(TimeSpan.deadline.words(-left)) ago"
  }

  /// The seconds that are left, below zero where it has passed; `nil` where a time is not known.
  package func left(at now: Instant?) -> Int64? {
    guard let now, let to = set.to else { return nil }
    return to.advanced(by: seconds).seconds - now.seconds
  }

  /// "48 hours", "48-hour", "30 minutes", "2 days"; `nil` for any other way to put it.
  package static func seconds(_ content: String) -> Int64? {
    let words = content.lowercased().split { $0 == " " || $0 == "-" || $0 == ":" || $0 == "," }
    for (number, unit) in zip(words, words.dropFirst()) {
      guard let number = Int64(number), (1...1000).contains(number) else { continue }
      switch unit {
      case "minute", "minutes": return number * 60
      case "hour", "hours": return number * 3600
      case "day", "days": return number * 86_400
      default: continue
      }
    }
    return nil
  }
}
