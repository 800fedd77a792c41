/// The two times of a claim.
package enum Clock: String, Hashable, Sendable, CaseIterable {
  /// When it was so.
  case happened
  /// When it was said.
  case reported

  package var other: Clock { self == .happened ? .reported : .happened }
}

/// A time as far as it is known: an interval on a clock, never a date that nobody gave.
///
/// - An instant: `from` equals `to`.
/// - A day, or a part of one: `from` is its first instant, `to` the first instant after it.
/// - By a time: `from` is `nil`, `to` is the time by which it was so.
/// - A weekday in a text without a date, or nothing at all: both are `nil`; the weekday is kept.
package struct Moment: Hashable, Sendable {
  package enum Precision: String, Hashable, Sendable, CaseIterable {
    case instant
    case partOfDay = "part of day"
    case day
    /// Several days, such as "over the weekend".
    case days
    /// Only a weekday is known, and not of which week.
    case weekday
    case unknown
  }

  package let from: Instant?
  package let precision: Precision
  /// Only the end is known: "so by then".
  package let isBy: Bool
  package let to: Instant?
  package let weekday: Weekday?
  /// The zone in which a day begins and in which the moment is told.
  package let offset: UTCOffset
  /// The words that gave it, as written: "Wednesday", "early on Tuesday"; `nil` where the text gave none.
  package let text: String?

  init(
    _ precision: Precision, isBy: Bool = false, text: String?, from: Instant?, to: Instant?, weekday: Weekday?,
    offset: UTCOffset
  ) {
    self.precision = precision
    self.isBy = isBy
    self.text = text
    self.from = from
    self.to = to
    self.weekday = weekday
    self.offset = offset
  }

  package static let unknown = Moment(
    .unknown, text: nil, from: nil, to: nil, weekday: nil, offset: .zero)

  package static func instant(_ instant: Instant, at offset: UTCOffset, text: String? = nil) -> Moment {
    Moment(
      .instant, text: text, from: instant, to: instant, weekday: CivilTime(instant, at: offset).date.weekday,
      offset: offset)
  }

  package static func day(_ date: CivilDate, at offset: UTCOffset, text: String? = nil) -> Moment {
    days(date, through: date, at: offset, text: text)
  }

  package static func days(
    _ first: CivilDate, through last: CivilDate, at offset: UTCOffset, text: String? = nil
  ) -> Moment {
    Moment(
      first == last ? .day : .days, text: text, from: first.start(at: offset),
      to: max(first, last).adding(days: 1).start(at: offset), weekday: first == last ? first.weekday : nil,
      offset: offset)
  }

  /// - Parameter hours: Hours of the day, end excluded; an end of 24 is midnight.
  package static func part(
    of date: CivilDate, hours: Range<Int>, at offset: UTCOffset, text: String? = nil
  ) -> Moment {
    let midnight = date.start(at: offset)
    return Moment(
      .partOfDay, text: text, from: midnight.advanced(by: Int64(hours.lowerBound) * 3600),
      to: midnight.advanced(by: Int64(hours.upperBound) * 3600), weekday: date.weekday, offset: offset)
  }

  /// Some time of a day between two instants: "around 2 p.m.".
  package static func stretch(from: Instant, to: Instant, at offset: UTCOffset, text: String? = nil) -> Moment {
    Moment(
      .partOfDay, text: text, from: from, to: to, weekday: CivilTime(from, at: offset).date.weekday, offset: offset)
  }

  /// A weekday of no known week.
  package static func weekday(_ weekday: Weekday, text: String? = nil) -> Moment {
    Moment(.weekday, text: text, from: nil, to: nil, weekday: weekday, offset: .zero)
  }

  /// So by the end of this moment; what began it is not known.
  package var by: Moment {
    Moment(precision, isBy: precision != .unknown, text: text, from: nil, to: to, weekday: weekday, offset: offset)
  }

  /// The part of the moment up to an instant, for what cannot be later: nothing is reported after it was filed.
  package func held(to end: Instant) -> Moment {
    guard let to, to > end else { return self }
    return Moment(
      precision, isBy: isBy, text: text, from: from.map { min($0, end) }, to: end, weekday: weekday, offset: offset)
  }

  /// The same moment, with the words that gave it.
  package func said(as text: String?) -> Moment {
    Moment(precision, isBy: isBy, text: text, from: from, to: to, weekday: weekday, offset: offset)
  }

  /// Returns true for an instant of a longer time: "2:40 p.m." on the Friday that a speaker spoke on.
  package func isWithin(_ other: Moment) -> Bool {
    guard precision == .instant, let instant = to, let start = other.from, let end = other.to else { return false }
    return other.precision != .instant && start <= instant && instant <= end
  }

  package var isUnknown: Bool { precision == .unknown }
  /// True if no instant bounds it.
  package var isUndated: Bool { to == nil }
}

extension Moment {
  /// How a claim at this moment stands to an instant.
  package enum Relation: Hashable, Sendable {
    case past
    /// It began by then and may have happened.
    case possible
    case future
    case undated
  }

  /// In when its `to` ≤ T; with `from` ≤ T < `to` it may have happened.
  package func relation(to instant: Instant) -> Relation {
    guard let to else { return .undated }
    if to <= instant { return .past }
    if let from { return from <= instant ? .possible : .future }
    return .possible
  }
}

extension Moment {
  /// The ends as the formats write them: a bare date for whole days, date and time otherwise, `nil` for unknown.
  package var written: (from: String?, to: String?) {
    func instantText(_ instant: Instant?) -> String? { instant.map { CivilTime($0, at: offset).text } }
    switch precision {
    case .day, .days:
      return (
        from.map { CivilTime($0, at: offset).date.text },
        to.map { CivilTime($0.advanced(by: -1), at: offset).date.text }
      )
    case .instant, .partOfDay: return (instantText(from), instantText(to))
    case .weekday, .unknown: return (nil, nil)
    }
  }
}
