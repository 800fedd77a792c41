import Desk
import Terminal

/// The others at a desk who want to be seen, and this board among them.
struct Company {
  private let presence: Presence
  /// What the others were told last, and when; `nil` before the first time.
  private var told: (instant: String?, at: MonotonicInstant)?
  /// "ben 12 Mar 10:00", "ben" at the newest.
  private(set) var others: [String] = []

  /// Milliseconds between two times that the others are told: who steps through a replay wakes nobody at each step.
  private static let pause = 1000

  init(_ log: DeskLog) throws(DeskError) { presence = try Presence(log) }

  /// Tells the others as of which instant this board is, and hears the same of them.
  ///
  /// - Returns: After how many milliseconds there is something to tell; `nil` where there is not.
  mutating func meet(_ instant: String?) throws(DeskError) -> Int32? {
    var left: Int32?
    if told.map({ $0.instant != instant }) ?? true {
      left = told.map { $0.at.advanced(milliseconds: Company.pause).millisecondsAhead(of: .now) }
      if left ?? 0 <= 0 {
        try presence.look(at: instant)
        (told, left) = ((instant, .now), nil)
      }
    }
    others = try presence.others().map { other in [other.name, other.instant].compactMap { $0 }.joined(separator: " ") }
    return left
  }

  func leave() throws(DeskError) { try presence.leave() }
}
