import Situation

/// The summer time of the United States and Canada, for zones that are named without a season.
enum AmericanSummer {
  /// Returns true for a time on the clocks there that is of summer; `nil` for years before the rules that are known.
  static func contains(_ date: CivilDate, hour: Int) -> Bool? {
    guard let (first, last) = days(of: date.year) else { return nil }
    // The clocks change at two at night.
    if date == first { return hour >= 2 }
    if date == last { return hour < 2 }
    return date > first && date < last
  }

  /// Since 2007 from the second Sunday of March to the first of November, since 1987 from the first of April to the last
  /// of October.
  private static func days(of year: Int) -> (CivilDate, CivilDate)? {
    guard year >= 1987, let march = sunday(from: year, 3, 8), let april = sunday(from: year, 4, 1),
      let october = sunday(from: year, 10, 25), let november = sunday(from: year, 11, 1)
    else { return nil }
    return year >= 2007 ? (march, november) : (april, october)
  }

  private static func sunday(from year: Int, _ month: Int, _ day: Int) -> CivilDate? {
    CivilDate(year: year, month: month, day: day).map { $0.adding(days: 6 - $0.weekday.rawValue) }
  }
}
