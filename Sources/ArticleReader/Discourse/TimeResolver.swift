import Situation

/// Puts the words for a time on the calendar, counted from the article's date; invents no date.
struct TimeResolver: Sendable {
  /// The day of the article, where it has one.
  let date: CivilDate?
  let offset: UTCOffset

  init(_ moment: Moment) {
    offset = moment.offset
    switch moment.precision {
    case .instant: date = moment.to.map { CivilTime($0, at: moment.offset).date }
    case .day, .days, .partOfDay: date = moment.to.map { CivilTime($0.advanced(by: -1), at: moment.offset).date }
    default: date = nil
    }
  }

  /// - Parameter isAhead: A weekday is the next one and not the last.
  func resolve(_ time: TimeExpression, text: String, isAhead: Bool = false) -> Moment? {
    if let weekday = time.weekday, time.month == nil {
      guard let named = Weekday(rawValue: weekday) else { return nil }
      guard let date else { return .weekday(named, text: text) }
      let back = (date.weekday.rawValue - weekday + 7) % 7
      if isAhead { return day(date.adding(days: (7 - back) % 7), time, text) }
      return day(date.adding(days: -back), time, text)
    }
    if let month = time.month {
      guard let day = time.day else {
        guard let year = time.year ?? date.map({ month <= $0.month ? $0.year : $0.year - 1 }),
          let first = CivilDate(year: year, month: month, day: 1)
        else { return nil }
        return .days(
          first, through: first.adding(days: CivilDate.days(inMonth: month, of: year) - 1), at: offset, text: text)
      }
      var year = time.year
      if year == nil, let date {
        // The day on or before the article's date; a few days ahead are of this year.
        year = date.year
        if let same = CivilDate(year: date.year, month: month, day: day),
          same.daysSinceEpoch > date.daysSinceEpoch + 31
        {
          year = date.year - 1
        }
      }
      guard let year, let named = CivilDate(year: year, month: month, day: day) else { return nil }
      return self.day(named, time, text)
    }
    if let year = time.year {
      guard let first = CivilDate(year: year, month: 1, day: 1), let last = CivilDate(year: year, month: 12, day: 31)
      else { return nil }
      return .days(first, through: last, at: offset, text: text)
    }
    guard let date else { return nil }
    if let offset = time.dayOffset {
      if text == "overnight" {
        return .days(date.adding(days: -1), through: date, at: self.offset, text: text)
      }
      return day(date.adding(days: offset), time, text)
    }
    if time.hours != nil { return day(date, time, text) }
    return nil
  }

  private func day(_ date: CivilDate, _ time: TimeExpression, _ text: String) -> Moment {
    if let hours = time.hours { return .part(of: date, hours: hours, at: offset, text: text) }
    return .day(date, at: offset, text: text)
  }

  /// Whether a time lies so far before the article that what happened then is another event.
  func isOfAnotherEvent(_ time: TimeExpression) -> Bool {
    if time.weekday != nil || time.dayOffset != nil { return false }
    if let year = time.year, time.month == nil { return date.map { year <= $0.year } ?? true }
    guard let month = time.month else { return false }
    guard let date else { return time.year != nil }
    if let year = time.year, year < date.year, !(date.month == 1 && month == 12) { return true }
    guard let day = time.day else {
      let year = time.year ?? (month <= date.month ? date.year : date.year - 1)
      return year != date.year || month != date.month
    }
    let year = time.year ?? (month > date.month + 1 ? date.year - 1 : date.year)
    guard let named = CivilDate(year: year, month: month, day: day) else { return false }
    return date.daysSinceEpoch - named.daysSinceEpoch > 14
  }
}

extension TimeResolver {
  /// How many days before the article a time lies; `nil` where it names no day, or the article has none.
  func daysBefore(_ time: TimeExpression) -> Int? {
    if time.year == nil, time.month == nil, time.weekday == nil, let offset = time.dayOffset { return -offset }
    guard let date else { return nil }
    if let weekday = time.weekday, time.month == nil { return (date.weekday.rawValue - weekday + 7) % 7 }
    if let month = time.month, let day = time.day {
      let year = time.year ?? (month > date.month + 1 ? date.year - 1 : date.year)
      return CivilDate(year: year, month: month, day: day).map { date.daysSinceEpoch - $0.daysSinceEpoch }
    }
    return nil
  }

  /// Returns true if a sentence names a time at which another event happened.
  func areOfThePast(_ sentence: Sentence) -> Bool {
    sentence.marks.contains { $0.sense.category == .pastMarker && $0.sense.kind == nil }
      || sentence.times.contains { time in
        isOfAnotherEvent(time) && !sentence.has(time.terms.lowerBound, .subordinator)
      }
  }
}
