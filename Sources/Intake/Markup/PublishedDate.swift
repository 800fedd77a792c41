import Situation

/// The dates of pages and feeds, in the way that a header gives them.
enum PublishedDate {
  private static let months = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
    "dec": 12,
  ]
  /// The zones of RFC 822 in minutes east of Greenwich.
  private static let zones = [
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360,
    "pst": -480, "pdt": -420,
  ]
  private static let weekdays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// "2025-03-12T09:10:00.000+0500" and "Wed, 12 Mar 2025 09:10:00 +0500" become "2025-03-12T09:10+05:00".
  ///
  /// - Returns: The text itself when it is neither, so that the reader of headers tells of it.
  static func written(_ text: String) -> String {
    let plain = withoutFraction(text)
    if Moment.parse(plain, defaultOffset: .zero) != nil { return plain }
    return mail(text) ?? text
  }

  /// ISO 8601 allows parts of a second; they are cut off.
  private static func withoutFraction(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count > 20, bytes[19] == UInt8(ascii: ".") else { return text }
    let rest = bytes[20...].drop { (0x30...0x39).contains($0) }
    return String(decoding: bytes[..<19] + rest, as: UTF8.self)
  }

  /// RFC 822 with the four-digit years of RFC 2822: an optional weekday, day, month, year, time, zone.
  private static func mail(_ text: String) -> String? {
    guard text.utf8.count <= 64 else { return nil }
    var parts = text.lowercased().split { $0 == " " || $0 == "," }.map(String.init)
    if let first = parts.first, weekdays.contains(String(first.prefix(3))) { parts.removeFirst() }
    guard parts.count == 4 || parts.count == 5, parts[0].utf8.count <= 2, let day = number(parts[0]),
      let month = months[String(parts[1].prefix(3))], parts[2].utf8.count == 4, let year = number(parts[2]),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    let clock = parts[3].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard clock.count == 2 || clock.count == 3, clock.allSatisfy({ $0.utf8.count == 2 && number($0) != nil }) else {
      return nil
    }
    var zone = ""
    if parts.count == 5 {
      let named = zones[parts[4]].flatMap { UTCOffset(minutes: $0) }
      guard let offset = named ?? UTCOffset(parsing: parts[4].uppercased()) else { return nil }
      zone = offset.text
    }
    let written = date.text + "T" + clock.joined(separator: ":") + zone
    return Moment.parse(written, defaultOffset: .zero) == nil ? nil : written
  }

  private static func number(_ text: String) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}
