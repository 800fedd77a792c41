package import Situation

/// How an address that is asked again and again is doing.
package struct SourceState: Hashable, Sendable {
  package var name: String
  package var address: String
  /// Seconds from one look to the next.
  package var every: Int
  /// When it answered last; when it was first asked, while it has not.
  package private(set) var answered: Instant
  package private(set) var hasAnswered = false
  /// When it is asked next; `nil` while it is being asked.
  package var next: Instant?
  /// Stories in what it answered last; `nil` while it has not been read.
  package var items: Int?
  /// Pages of its items that came.
  package var pages = 0
  /// Why it gave nothing when it was asked last.
  package var trouble: String?
  /// Anything else to tell, such as a page that gave nothing.
  package var note: String?

  package init(name: String, address: String, every: Int, asked: Instant) {
    (self.name, self.address, self.every) = (name, address, every)
    answered = asked
  }

  /// True if it has answered or failed since it was asked first.
  package var wasHeard: Bool { hasAnswered || trouble != nil }

  package mutating func succeed(at now: Instant) {
    (answered, hasAnswered, trouble) = (now, true, nil)
  }

  /// Said of a source that has not answered for four times as long as it is let alone.
  func silence(at now: Instant) -> String? {
    guard now.seconds - answered.seconds >= Int64(4 * every) else { return nil }
    return "\(name): silent for \(TimeSpan.elapsed.words(from: answered, to: now))" + (trouble.map { " (\($0))" } ?? "")
  }
}
