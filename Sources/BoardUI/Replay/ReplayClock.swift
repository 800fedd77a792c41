package import Situation

/// Finds places in the replay order: the next time, the same instant on the other clock.
///
/// A position is how many events are in: 0 is before the first, `store.replayCount` is the end.
struct ReplayClock {
  let store: EventStore
  let clock: Clock

  private var count: Int { store.replayCount }

  /// The position after all events of the next time, or before all events of the one at the playhead.
  func step(_ direction: Int, from position: Int) -> Int {
    if direction > 0 {
      guard position < count else { return count }
      var next = position + 1
      while next < count, isSameTime(next - 1, next) { next += 1 }
      return next
    }
    guard position > 0 else { return 0 }
    var next = position - 1
    while next > 0, isSameTime(next - 1, next) { next -= 1 }
    return next
  }

  /// Dated events are of the same time when they end together; undated ones, when they stand in the same line.
  private func isSameTime(_ first: Int, _ second: Int) -> Bool {
    switch (store.moment(at: first, on: clock).to, store.moment(at: second, on: clock).to) {
    case (let a?, let b?): return a == b
    case (nil, nil): break
    default: return false
    }
    let (a, b) = (store.event(at: first, on: clock).claim, store.event(at: second, on: clock).claim)
    guard a.receipt.article == b.receipt.article, let article = store.article(a.receipt.article) else { return false }
    let (low, high) = (a.receipt.span.lowerBound, b.receipt.span.lowerBound)
    let between = (min(low, high)..<max(low, high)).clamped(to: 0..<article.text.count)
    return !article.text[between].contains(0x0A)
  }

  /// Where the other clock stands at the same instant; where there is none, at the same event.
  func position(_ position: Int, swappedTo other: Clock) -> Int {
    guard position > 0 else { return 0 }
    guard position < count else { return count }
    let event = store.event(at: position - 1, on: clock)
    if let instant = store.moment(at: position - 1, on: clock).to { return store.asOf(instant, on: other).included }
    return store.position(of: event.id, on: other) + 1
  }
}

/// What the board is as of, in words: the time of the newest event that has one.
package struct AsOf: Hashable, Sendable {
  /// `nil` before the first event, and where no event so far has a time.
  package var moment: Moment?
  /// True if events without a date are in.
  package var hasUndated: Bool

  /// - Parameter former: What is known of an earlier position. A step looks at one event and not at all before it, of
  ///   which thousands may have no time.
  init(_ store: EventStore, position: Int, clock: Clock, after former: (position: Int, asOf: AsOf)? = nil) {
    moment = nil
    hasUndated = false
    let known = former.flatMap { $0.position <= position ? $0 : nil }
    for place in stride(from: position - 1, through: known?.position ?? 0, by: -1) {
      let event = store.event(at: place, on: clock)
      guard store.tellsOfThePresent(event.id) else { continue }
      let candidate = store.moment(of: event, on: clock)
      if candidate.isUndated { hasUndated = true }
      guard candidate.isUnknown else {
        moment = candidate
        return
      }
    }
    if let known { (moment, hasUndated) = (known.asOf.moment, hasUndated || known.asOf.hasUndated) }
  }
}

extension AsOf {
  /// The end of the moment, which is where the replay stands: "12 Mar 14:10", a whole day "12 Mar", "Wed".
  package var text: String? {
    guard let moment else { return nil }
    guard let to = moment.to else { return moment.weekday?.abbreviation }
    let end = CivilTime(to, at: moment.offset)
    // A whole day ends with the first instant of the next.
    if end.secondOfDay == 0, moment.precision != .instant { return end.date.adding(days: -1).short }
    return end.date.short + " " + end.clockText
  }
}
