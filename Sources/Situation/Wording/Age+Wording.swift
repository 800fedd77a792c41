extension Rung {
  /// How long ago its speaker last gave it; `nil` where that is not known.
  package func age(asOf instant: Instant?) -> Int64? { StaleTimes.age(of: reported, at: instant) }

  /// "[15h old]" for a figure that is past its time, `nil` for one that is not.
  package func ageMark(asOf instant: Instant?) -> String? {
    guard isOld, let age = age(asOf: instant) else { return nil }
    return "[\(TimeSpan.age.words(age)) old]"
  }
}

extension Gap {
  /// The claim that first mentioned it; who mentioned it last is the first of `events`.
  package var since: EventID? { events.last }
}
