/// A time as somebody types it: "12 Mar 14:30", "12 Mar", "14:30", "Wed", "yesterday 18:00", "2025-03-12T14:30+05:00",
/// "+2h", "-30m". The board and the command line take the same.
package enum TimeEntry {
  package static let examples = "12 Mar 14:30, 14:30, 12 Mar, +2h, -30m, +1d, 2025-03-12T14:30+05:00"

  /// A moment told absolutely; `nil` for words that name none.
  ///
  /// - Parameter reference: Where the board stands: a day or a clock time without the other is taken from it, and so is
  ///   the zone of what names none.
  package static func moment(_ text: String, near reference: CivilTime) -> Moment? {
    let offset = reference.offset
    if let moment = Moment.parse(text.uppercased(), defaultOffset: offset) { return moment }
    let words = text.lowercased().split(separator: " ").map(String.init)
    guard let last = words.last else { return nil }
    var date = reference.date
    var dayWords = words[...]
    let minutes = minutesOfDay(last)
    if minutes != nil { dayWords = dayWords.dropLast() }
    if !dayWords.isEmpty {
      guard let day = day(Array(dayWords), near: reference.date) else { return nil }
      date = day
    }
    guard let minutes else { return .day(date, at: offset) }
    return .instant(date.start(at: offset).advanced(by: Int64(minutes) * 60), at: offset, text: text)
  }

  /// How long before now "1h" or "-1h" is, in seconds; `nil` for a number without a unit, and for other words.
  package static func ago(_ text: String) -> Int64? {
    guard text.last?.isLetter ?? false, !text.hasPrefix("+") else { return nil }
    return span(text).map(abs)
  }

  /// Seconds that "+2h", "-30m", "1d" or "90" (minutes) stand for.
  package static func span(_ text: String) -> Int64? {
    let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800]
    let sign: Int64 = text.hasPrefix("-") ? -1 : 1
    var digits = text.drop { $0 == "+" || $0 == "-" }
    let unit = digits.last.flatMap { units[Character($0.lowercased())] }
    if unit != nil { digits = digits.dropLast() }
    // A century of seconds is held by far.
    guard digits.count <= 6, digits.allSatisfy(\.isASCII), let count = Int64(digits) else { return nil }
    return sign * count * (unit ?? 60)
  }

  /// "14:30", "9:05", "24:00".
  private static func minutesOfDay(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2, let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0...24).contains(hour), (0...59).contains(minute), hour < 24 || minute == 0
    else { return nil }
    return hour * 60 + minute
  }

  /// "12 Mar", "Mar 12", "12Mar", "12 Mar 2025", "Wed".
  private static func day(_ words: [String], near reference: CivilDate) -> CivilDate? {
    if words.count == 1, let weekday = Weekday.allCases.first(where: { matches(words[0], $0.name) }) {
      // The nearest day of that name, of two as near the earlier.
      let distance = (weekday.rawValue - reference.weekday.rawValue + 7) % 7
      return reference.adding(days: distance > 3 ? distance - 7 : distance)
    }
    switch words {
    case ["today"]: return reference
    case ["yesterday"]: return reference.adding(days: -1)
    default: break
    }
    var number: Int?
    var month: Int?
    var year = reference.year
    for part in words.flatMap(split) {
      if let value = Int(part) {
        if value > 31 { year = value } else { number = value }
      } else if let index = months.firstIndex(where: { matches(part, $0) }) {
        month = index + 1
      } else {
        return nil
      }
    }
    guard let number, let month else { return nil }
    return CivilDate(year: year, month: month, day: number)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private static func matches(_ word: String, _ name: String) -> Bool { word.count >= 3 && name.hasPrefix(word) }

  /// "12mar" as "12" and "mar".
  private static func split(_ word: String) -> [String] {
    let digits = word.prefix { $0.isNumber }
    return digits.isEmpty || digits.count == word.count
      ? [word] : [String(digits), String(word.dropFirst(digits.count))]
  }
}

extension Weekday {
  fileprivate var name: String {
    switch self {
    case .monday: "monday"
    case .tuesday: "tuesday"
    case .wednesday: "wednesday"
    case .thursday: "thursday"
    case .friday: "friday"
    case .saturday: "saturday"
    case .sunday: "sunday"
    }
  }
}
