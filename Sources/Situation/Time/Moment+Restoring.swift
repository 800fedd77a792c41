extension Moment {
  /// Puts a moment together again from the parts that a format keeps; the inverse of `written` and the properties.
  ///
  /// - Parameters:
  ///   - from: As `written` gives it; `nil` for unknown or for a moment that is only bounded by its end.
  ///   - to: As `written` gives it.
  /// - Returns: `nil` when the parts contradict one another or an end is not in the form that the precision asks for.
  package static func restored(
    precision: Precision, isBy: Bool, text: String?, from: String?, to: String?, weekday: Weekday?, offset: UTCOffset
  ) -> Moment? {
    var ends: (from: Instant?, to: Instant?) = (nil, nil)
    switch precision {
    case .unknown, .weekday:
      guard from == nil, to == nil, precision == .unknown ? weekday == nil && !isBy : weekday != nil else { return nil }
    case .day, .days:
      guard let to, (from == nil) == isBy else { return nil }
      guard let last = day(to, offset), let first = from == nil ? last : day(from ?? "", offset), first <= last else {
        return nil
      }
      ends = (isBy ? nil : first.start(at: offset), last.adding(days: 1).start(at: offset))
    case .instant, .partOfDay:
      guard let to, (from == nil) == isBy, let end = instant(to) else { return nil }
      ends.to = end
      if let from {
        guard let start = instant(from), precision == .instant ? start == end : start <= end else { return nil }
        ends.from = start
      }
    }
    return Moment(
      precision, isBy: isBy, text: text, from: ends.from, to: ends.to, weekday: weekday, offset: offset)
  }

  /// The same of ends that are instants already.
  package static func restored(
    precision: Precision, isBy: Bool, text: String?, from: Instant?, to: Instant?, weekday: Weekday?, offset: UTCOffset
  ) -> Moment? {
    switch precision {
    case .unknown, .weekday:
      guard from == nil, to == nil, precision == .unknown ? weekday == nil && !isBy : weekday != nil else { return nil }
    case .instant, .partOfDay, .day, .days:
      guard let to, (from == nil) == isBy, from.map({ $0 <= to }) ?? true else { return nil }
    }
    return Moment(precision, isBy: isBy, text: text, from: from, to: to, weekday: weekday, offset: offset)
  }

  private static func day(_ text: String, _ offset: UTCOffset) -> CivilDate? {
    guard let moment = parse(text, defaultOffset: offset), moment.precision == .day, let start = moment.from else {
      return nil
    }
    return CivilTime(start, at: offset).date
  }

  /// An instant as `written` gives it, which always names its zone, so that no default has a say.
  private static func instant(_ text: String) -> Instant? {
    guard let moment = parse(text, defaultOffset: .zero), moment.precision == .instant,
      let other = UTCOffset(minutes: 60), parse(text, defaultOffset: other)?.from == moment.from
    else { return nil }
    return moment.from
  }
}
