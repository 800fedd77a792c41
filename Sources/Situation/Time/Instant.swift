/// A point in time: whole seconds since 1970-01-01T00:00Z, leap seconds not counted.
package struct Instant: Hashable, Comparable, Sendable {
  package var seconds: Int64

  package init(seconds: Int64) { self.seconds = seconds }

  package static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

  /// The instant so many seconds later; the ends of time are not passed.
  package func advanced(by seconds: Int64) -> Instant {
    let (sum, overflow) = self.seconds.addingReportingOverflow(seconds)
    return Instant(seconds: overflow ? (seconds > 0 ? .max : .min) : sum)
  }
}

/// Minutes east of Greenwich, as a header gives them ("+05:00" is 300).
package struct UTCOffset: Hashable, Sendable {
  package var minutes: Int { Int(held) }

  /// In two bytes: every moment has one.
  private let held: Int16

  /// `nil` outside -18:00 … +18:00, the range of real and historic zones.
  package init?(minutes: Int) {
    guard (-18 * 60...18 * 60).contains(minutes) else { return nil }
    held = Int16(minutes)
  }

  private init() { held = 0 }

  package static let zero = UTCOffset()

  /// "+05:00"; Greenwich is "Z".
  package var text: String {
    if minutes == 0 { return "Z" }
    let size = abs(minutes)
    return (minutes < 0 ? "-" : "+") + twoDigits(size / 60) + ":" + twoDigits(size % 60)
  }
}

/// A number from 0 to 99 in two digits.
func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
