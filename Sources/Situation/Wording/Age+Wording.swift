extension StaleTimes {
  /// An age in one unit, rounded down: "40m", "15h", "3d".
  package static func words(_ seconds: Int64) -> String {
    switch max(0, seconds) {
    case ..<3600: "\(max(0, seconds) / 60)m"
    case ..<(48 * 3600): "\(seconds / 3600)h"
    case let long: "\(long / 86_400)d"
    }
  }
}

extension Rung {
  /// How long ago its speaker last gave it; `nil` where that is not known.
  package func age(asOf instant: Instant?) -> Int64? { StaleTimes.age(of: reported, at: instant) }

  /// "[15h old]" for a figure that is past its time, `nil` for one that is not.
  package func ageMark(asOf instant: Instant?) -> String? {
    guard isOld, let age = age(asOf: instant) else { return nil }
    return "[\(StaleTimes.words(age)) old]"
  }
}

extension Gap {
  /// The claim that first mentioned it; who mentioned it last is the first of `events`.
  package var since: EventID? { events.last }
}
