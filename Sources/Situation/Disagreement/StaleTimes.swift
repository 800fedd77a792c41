/// How long a figure speaks for the present. Past its time it is shown as old and never dropped.
///
/// People leave captivity by the hour, a toll is repeated for days, and how many were aboard does not change.
package enum StaleTimes {
  /// The stale time of a status in seconds; `nil` is never.
  package static func seconds(_ status: Count.Status) -> Int64? {
    status.traits.staleAfterHours.map { $0 * hour }
  }

  private static let hour: Int64 = 3600

  /// Seconds from when a figure was said to an instant; `nil` where either is unknown, and where it was said later.
  package static func age(of reported: Instant?, at instant: Instant?) -> Int64? {
    guard let reported, let instant, reported <= instant else { return nil }
    let (age, overflow) = instant.seconds.subtractingReportingOverflow(reported.seconds)
    return overflow ? .max : age
  }

  /// Returns true if a figure that was said by one instant is past its time at another; never where either is unknown.
  package static func isPast(_ status: Count.Status, reported: Instant?, at instant: Instant?) -> Bool {
    guard let limit = seconds(status), let age = age(of: reported, at: instant) else { return false }
    return age > limit
  }
}
