import Glibc

/// A point in time that only goes forward, for deadlines; it says nothing about the date.
package struct MonotonicInstant: Hashable, Comparable, Sendable {
  /// Since the machine started, time asleep not counted.
  package var nanoseconds: Int64

  package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  package static var now: MonotonicInstant {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return MonotonicInstant(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }

  package func advanced(milliseconds: Int) -> MonotonicInstant {
    MonotonicInstant(nanoseconds: nanoseconds + Int64(milliseconds) * 1_000_000)
  }

  package static func < (left: MonotonicInstant, right: MonotonicInstant) -> Bool {
    left.nanoseconds < right.nanoseconds
  }

  /// Whole milliseconds until then, rounded up so that nobody wakes too early; 0 if it has passed.
  package func millisecondsAhead(of now: MonotonicInstant) -> Int32 {
    let ahead = nanoseconds - now.nanoseconds
    guard ahead > 0 else { return 0 }
    return Int32(clamping: (ahead + 999_999) / 1_000_000)
  }
}
