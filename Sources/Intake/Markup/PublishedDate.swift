import Glibc
import Situation

/// The dates of pages, feeds and mails, in the way that a header gives them.
enum PublishedDate {
  /// A date that is written longer than this is none.
  private static let longest = 80

  /// "2025-03-12T09:10:00.000+0500", "Wed, 12 Mar 2025 09:10:00 PKT" and "March 12, 2025 9:10 am" become the form of
  /// ISO 8601 that a header has.
  ///
  /// - Returns: The text itself when it is no date, so that the reader of headers tells of it.
  static func written(_ text: String) -> String { recognised(text) ?? text }

  /// - Returns: `nil` for what is no date, or might be another day: nobody can tell of what country "03/04/2025" is.
  static func recognised(_ text: String) -> String? {
    guard text.utf8.count <= longest else { return nil }
    if Moment.parse(text, defaultOffset: .zero) != nil { return text }
    guard let written = WrittenDate(text)?.text, Moment.parse(written, defaultOffset: .zero) != nil else { return nil }
    return written
  }
}

/// A date as its parts were written.
private struct WrittenDate {
  private var year: Int?
  private var month: Int?
  private var day: Int?
  private var clock: (hour: Int, minute: Int, second: Int)?
  /// Written with as many parts as the text has.
  private var hasSeconds = false
  private var zone: Zone?
  /// Told before the time: "오후 11:23".
  private var half: Character?
  private var isKorean = false

  private enum Zone {
    case fixed(UTCOffset)
    /// Of North America, in minutes east of Greenwich in winter: "ET" is EST or EDT.
    case seasonal(Int)
  }

  /// "2025-03-12T09:10+05:00", "2025-03-12"; `nil` where a part is missing.
  var text: String? {
    guard let year, let month, let day, let date = CivilDate(year: year, month: month, day: day) else { return nil }
    guard let clock else { return zone == nil ? date.text : nil }
    let parts = [clock.hour, clock.minute] + (hasSeconds ? [clock.second] : [])
    let time = parts.map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
    switch zone {
    case .fixed(let offset)?: return date.text + "T" + time + offset.text
    case .seasonal(let winter)?:
      guard let isSummer = AmericanSummer.contains(date, hour: clock.hour),
        let offset = UTCOffset(minutes: winter + (isSummer ? 60 : 0))
      else { return nil }
      return date.text + "T" + time + offset.text
    // Both countries that write so have the same time.
    case nil: return date.text + "T" + time + (isKorean ? "+09:00" : "")
    }
  }

  init?(_ text: String) {
    var numbers: [Substring] = []
    let words = WrittenDate.withoutWeekday(WrittenDate.withoutComments(text).lowercased()[...])
      .split { $0 == " " || $0 == "," || $0 == "\t" || $0 == "\u{A0}" || $0 == "|" }
    guard !words.isEmpty, words.count <= 12 else { return nil }
    for word in words {
      if take(word) { continue }
      guard let number = WrittenDate.number(word) else { return nil }
      numbers.append(number)
    }
    guard takeNumbers(numbers), half == nil || takeHalf(half == "p" ? "pm" : "am") else { return nil }
  }

  /// "… +0000 (UTC)": what stands in parentheses says again what stands before it.
  private static func withoutComments(_ text: String) -> Substring {
    text.last == ")" ? text[..<(text.lastIndex(of: "(") ?? text.endIndex)] : text[...]
  }

  /// A word before the first comma is a day of the week, in whatever language.
  private static func withoutWeekday(_ text: Substring) -> Substring {
    guard let comma = text.firstIndex(of: ","), text[..<comma].allSatisfy({ $0.isLetter || $0 == "." }),
      month(text[..<comma]) == nil
    else { return text }
    return text[text.index(after: comma)...]
  }

  /// Takes a part that shows what it is.
  private mutating func take(_ word: Substring) -> Bool {
    // After a time it is a zone.
    if word == "at", clock == nil { return true }
    if WrittenDate.fillers.contains(word) || WrittenDate.isWeekday(word) { return true }
    if let month = WrittenDate.month(word) {
      defer { self.month = month }
      return self.month == nil
    }
    return takeDay(word) || takeTime(word) || takeZone(word) || takeJoined(word) || takeUnits(word)
  }

  private static let fillers: Set<Substring> = ["on", "of", "-", "–", "the", "·", "•"]

  /// "12-Mar-2025".
  private mutating func takeJoined(_ word: Substring) -> Bool {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, month == nil, day == nil, let month = WrittenDate.month(parts[1]),
      let day = WrittenDate.plain(parts[0], 1...2), let year = WrittenDate.year(parts[2])
    else { return false }
    (self.year, self.month, self.day) = (year, month, day)
    return true
  }

  /// "2004년", "05월", "28일", all of them in one word, and "오후".
  private mutating func takeUnits(_ word: Substring) -> Bool {
    if let known = WrittenDate.halves[word] {
      (half, isKorean) = (known.half, isKorean || known.isKorean)
      return true
    }
    var rest = word
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      guard let unit = rest.popFirst() else { return false }
      switch unit {
      case "년", "年": year = WrittenDate.plain(digits, 4...4)
      case "월", "月": month = WrittenDate.plain(digits, 1...2)
      case "일", "日": day = WrittenDate.plain(digits, 1...2)
      default: return false
      }
      isKorean = isKorean || unit == "년"
    }
    return true
  }

  private static let halves: [Substring: (half: Character, isKorean: Bool)] = [
    "오전": ("a", true), "오후": ("p", true), "上午": ("a", false), "下午": ("p", false), "午前": ("a", false),
    "午後": ("p", false),
  ]

  // MARK: - Days

  /// "2025-03-12", "2025/3/12", "20250312", "2025-071" and each of them with a time behind it.
  private mutating func takeDay(_ word: Substring) -> Bool {
    guard year == nil, let first = word.first, first.isASCII, first.isNumber else { return false }
    let end =
      word.indices.dropFirst().first { (word[$0] == "t" || word[$0] == "z") && word[word.index(before: $0)].isNumber }
      ?? word.endIndex
    guard let (year, month, day) = WrittenDate.day(word[..<end]) ?? WrittenDate.shortDay(word[..<end]) else {
      return false
    }
    if end < word.endIndex, word[end] == "t", !takeTime(word[word.index(after: end)...], isAfterDay: true) {
      return false
    }
    (self.year, self.month, self.day) = (year, month, day)
    return true
  }

  private static func day(_ word: Substring) -> (Int, Int, Int)? {
    for mark in ["-", "/", "."] as [Character] where word.contains(mark) {
      let parts = word.split(separator: mark, omittingEmptySubsequences: false)
      guard let year = plain(parts[0], 4...4) else { return nil }
      // One writer of feeds puts a zero too many before the month.
      let month = parts[1].utf8.count == 3 && parts[1].hasPrefix("0") ? parts[1].dropFirst() : parts[1]
      if parts.count == 3, let month = plain(month, 1...2) ?? self.month(month), let day = plain(parts[2], 1...2) {
        return (year, month, day)
      }
      return parts.count == 2 ? plain(parts[1], 3...3).flatMap { ordinal(year, $0) } : nil
    }
    guard let year = plain(word.prefix(4), 4...4) else { return nil }
    if word.utf8.count == 7 { return plain(word.dropFirst(4), 3...3).flatMap { ordinal(year, $0) } }
    guard word.utf8.count == 8, let month = plain(word.dropFirst(4).prefix(2), 2...2),
      let day = plain(word.dropFirst(6), 2...2)
    else { return nil }
    return (year, month, day)
  }

  /// "03-12-31" and "031231", where the year, the day or the month may stand first: the one day among them on which
  /// something can have been published on the web, and none where there are several.
  private static func shortDay(_ word: Substring) -> (Int, Int, Int)? {
    let isJoined = word.utf8.count == 6 && !word.contains("-")
    let parts =
      isJoined
      ? stride(from: 0, to: 6, by: 2).map { word.dropFirst($0).prefix(2) }
      : word.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let numbers = parts.compactMap { plain($0, 2...2) }
    guard numbers.count == 3 else { return nil }
    let orders = [(0, 1, 2), (2, 1, 0), (2, 0, 1)]
    let days = orders.compactMap { order -> CivilDate? in
      guard let year = year(parts[order.0]),
        let date = CivilDate(year: year, month: numbers[order.1], day: numbers[order.2])
      else { return nil }
      let start = date.start(at: .zero).seconds
      return year >= firstOfWeb && start <= Int64(time(nil)) + 86_400 ? date : nil
    }
    guard let first = days.first, days.allSatisfy({ $0 == first }) else { return nil }
    return (first.year, first.month, first.day)
  }

  private static let firstOfWeb = 1990

  /// A day of a year, counted from 1.
  private static func ordinal(_ year: Int, _ number: Int) -> (Int, Int, Int)? {
    guard (1...366).contains(number), let first = CivilDate(year: year, month: 1, day: 1) else { return nil }
    let start = first.start(at: .zero).advanced(by: Int64(number - 1) * 86_400)
    let date = CivilTime(start, at: .zero).date
    return date.year == year ? (date.year, date.month, date.day) : nil
  }

  /// Days and years beside a month that is told by its name: "12 2025", "12 25"; the first that can be is the day.
  private mutating func takeNumbers(_ numbers: [Substring]) -> Bool {
    if day != nil { return numbers.isEmpty }
    guard month != nil else { return false }
    if numbers.count == 2, numbers[0].utf8.count == 4 {
      (year, day) = (WrittenDate.year(numbers[0]), WrittenDate.plain(numbers[1], 1...2))
    } else if numbers.count == 2 {
      (day, year) = (WrittenDate.plain(numbers[0], 1...2), WrittenDate.year(numbers[1]))
    }
    return day != nil && year != nil
  }

  /// "12", "12th", "2025".
  private static func number(_ word: Substring) -> Substring? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard (1...4).contains(digits.count), ["", "st", "nd", "rd", "th", "."].contains(word.dropFirst(digits.count))
    else {
      return nil
    }
    return digits
  }

  /// Years of two digits are of 1969 to 2068, as in mails.
  private static func year(_ text: Substring) -> Int? {
    if text.utf8.count == 2 { return plain(text, 2...2).map { $0 < 69 ? 2000 + $0 : 1900 + $0 } }
    return plain(text, 4...4)
  }

  private static func plain(_ text: Substring, _ digits: ClosedRange<Int>) -> Int? {
    digits.contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }

  // MARK: - Times

  /// "9:10", "09:10:30.25", "9.10am", each with a zone behind it.
  ///
  /// - Parameter isAfterDay: Whether the mark between day and time stands before it: "0910" is a time only there.
  private mutating func takeTime(_ word: Substring, isAfterDay: Bool = false) -> Bool {
    if clock != nil, word == "am" || word == "pm" || word == "a.m." || word == "p.m." { return takeHalf(word) }
    let digits = word.prefix { $0.isASCII && ($0.isNumber || $0 == ":" || $0 == ".") }
    guard clock == nil, isAfterDay || digits.contains(":"), let read = WrittenDate.clock(digits) else { return false }
    clock = (read.hour, read.minute, read.second ?? 0)
    hasSeconds = read.second != nil
    let rest = word.dropFirst(digits.count)
    if rest.isEmpty { return true }
    return rest == "am" || rest == "pm" ? takeHalf(rest) : takeZone(rest)
  }

  private mutating func takeHalf(_ word: Substring) -> Bool {
    guard let read = clock, (1...12).contains(read.hour) else { return false }
    clock?.hour = read.hour % 12 + (word.first == "p" ? 12 : 0)
    return true
  }

  private static func clock(_ text: Substring) -> (hour: Int, minute: Int, second: Int?)? {
    var parts = text.split(separator: ":", omittingEmptySubsequences: false)
    // Parts of a second are cut off.
    if let last = parts.last, parts.count == 3, let dot = last.firstIndex(of: ".") { parts[2] = last[..<dot] }
    if parts.count == 1, text.utf8.count == 4 || text.utf8.count == 6 {
      parts = stride(from: 0, to: text.utf8.count, by: 2).map { text.dropFirst($0).prefix(2) }
    }
    guard parts.count == 2 || parts.count == 3, let hour = plain(parts[0], 1...2), let minute = plain(parts[1], 2...2)
    else { return nil }
    guard parts.count == 3 else { return (hour, minute, nil) }
    // A leap second is the last one.
    guard let second = plain(parts[2], 2...2), second <= 60 else { return nil }
    return (hour, minute, min(second, 59))
  }

  private mutating func takeZone(_ word: Substring) -> Bool {
    guard clock != nil, zone == nil, let zone = WrittenDate.zone(word) else { return false }
    self.zone = zone
    return true
  }

  private static func zone(_ word: Substring) -> Zone? {
    if let winter = seasonalZones[word] { return .seasonal(winter) }
    return offset(word).map { .fixed($0) }
  }

  private static let seasonalZones: [Substring: Int] = ["at": -240, "et": -300, "ct": -360, "mt": -420, "pt": -480]

  private static func offset(_ word: Substring) -> UTCOffset? {
    var word = word.hasPrefix("etc/") ? word.dropFirst(4) : word
    if let minutes = zones[String(word)] { return UTCOffset(minutes: minutes) }
    for name in ["gmt", "utc"] where word.hasPrefix(name) { word = word.dropFirst(3) }
    guard let sign = word.first, sign == "+" || sign == "-" else { return nil }
    let digits = word.dropFirst()
    let hours = digits.prefix { $0 != ":" }
    let written = digits.contains(":") ? (hours.utf8.count == 1 ? "0" : "") + digits : digits
    let full = written.utf8.count == 1 ? "0\(written)00" : written.utf8.count == 2 ? "\(written)00" : String(written)
    return UTCOffset(parsing: String(sign) + full)
  }

  // MARK: - Names

  private static func month(_ word: Substring) -> Int? {
    MonthNames.number(of: String(word.last == "." ? word.dropLast() : word))
  }

  private static let weekdays: Set<Substring> = [
    "mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday",
  ]

  private static func isWeekday(_ word: Substring) -> Bool {
    weekdays.contains(word.last == "." || word.last == ":" ? word.dropLast() : word)
  }

  /// In minutes east of Greenwich, as news agencies use them where a name has several meanings.
  private static let zones: [String: Int] = [
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0, "west": 60, "bst": 60, "wat": 60, "cet": 60, "met": 60, "cest": 120,
    "mest": 120, "cat": 120, "sast": 120, "eet": 120, "eest": 180, "msk": 180, "trt": 180, "eat": 180, "irst": 210,
    "gst": 240, "aft": 270, "pkt": 300, "uzt": 300, "ist": 330, "npt": 345, "bdt": 360, "mmt": 390, "ict": 420,
    "wib": 420, "hkt": 480, "sgt": 480, "myt": 480, "pht": 480, "awst": 480, "jst": 540, "kst": 540, "acst": 570,
    "aest": 600, "acdt": 630, "aedt": 660, "nzst": 720, "nzdt": 780, "nst": -210, "ndt": -150, "brt": -180,
    "art": -180, "clt": -240, "ast": -240, "adt": -180, "vet": -240, "cot": -300, "pet": -300, "est": -300,
    "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
    "akst": -540, "akdt": -480, "hst": -600,
  ]
}
