/// A day of the proleptic Gregorian calendar.
package struct CivilDate: Hashable, Comparable, Sendable {
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int

  /// `nil` when there is no such day, or the year is outside 1…9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  package static func < (a: CivilDate, b: CivilDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// Days since 1970-01-01, by Howard Hinnant's "chrono-compatible low-level date algorithms".
  package var daysSinceEpoch: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The inverse of `daysSinceEpoch`, held to the years 1…9999.
  package init(daysSinceEpoch days: Int) {
    let bounded = min(max(days, -719_162), 2_932_896) + 719_468
    let era = bounded / 146_097
    let dayOfEra = bounded - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    self.init(
      unchecked: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  package var weekday: Weekday { Weekday(daysSinceEpoch: daysSinceEpoch) }

  package func adding(days: Int) -> CivilDate { CivilDate(daysSinceEpoch: daysSinceEpoch + days) }

  /// The first instant of the day in a zone.
  package func start(at offset: UTCOffset) -> Instant {
    Instant(seconds: Int64(daysSinceEpoch) * 86_400 - Int64(offset.minutes) * 60)
  }

  /// "2025-03-12".
  package var text: String {
    let digits = String(year)
    return String(repeating: "0", count: 4 - digits.count) + digits + "-" + twoDigits(month) + "-" + twoDigits(day)
  }

  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

package enum Weekday: Int, Hashable, Comparable, Sendable, CaseIterable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  init(daysSinceEpoch days: Int) {
    // 1970-01-01 was a Thursday.
    let index = ((days + 3) % 7 + 7) % 7
    self = Weekday.allCases[index]
  }

  package static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }

  /// "Tue".
  package var abbreviation: String {
    switch self {
    case .monday: "Mon"
    case .tuesday: "Tue"
    case .wednesday: "Wed"
    case .thursday: "Thu"
    case .friday: "Fri"
    case .saturday: "Sat"
    case .sunday: "Sun"
    }
  }
}

/// A date and time of day in a zone, as a clock on the wall there shows it.
package struct CivilTime: Hashable, Sendable {
  package var date: CivilDate
  /// Seconds since midnight, 0 ..< 86400.
  package var secondOfDay: Int
  package var offset: UTCOffset

  package init(_ instant: Instant, at offset: UTCOffset) {
    let local = instant.seconds &+ Int64(offset.minutes) * 60
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    self.date = CivilDate(daysSinceEpoch: Int(day))
    self.secondOfDay = Int(local - day * 86_400)
    self.offset = offset
  }

  package var hour: Int { secondOfDay / 3600 }
  package var minute: Int { secondOfDay / 60 % 60 }

  /// "14:10".
  package var clockText: String { twoDigits(hour) + ":" + twoDigits(minute) }

  /// "2025-03-12T14:10+05:00"; seconds only where they are not zero.
  package var text: String {
    let second = secondOfDay % 60
    return date.text + "T" + clockText + (second == 0 ? "" : ":" + twoDigits(second)) + offset.text
  }
}
