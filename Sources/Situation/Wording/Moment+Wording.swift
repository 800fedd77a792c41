extension CivilDate {
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// "12 Mar".
  package var short: String { String(day) + " " + CivilDate.months[month - 1] }
}

extension Moment {
  /// The last time that it takes in: a whole day ends before the first instant of the next. `nil` where it has no end.
  package var lastTime: CivilTime? {
    to.map { CivilTime(precision == .instant ? $0 : $0.advanced(by: -1), at: offset) }
  }

  /// Ways to write it in a column, longest first: "12 Mar 14:10", "14:10"; "≤Wed"; "?".
  package func labels(_ marks: GlyphSet = .unicode) -> [String] {
    let by = isBy ? marks.atMost : ""
    switch precision {
    case .unknown: return ["?"]
    case .weekday: return [by + (weekday?.abbreviation ?? "?")]
    case .instant, .partOfDay, .day, .days: break
    }
    // A day ends with the instant after it; what names it is the instant before.
    guard let to, let end = lastTime else { return ["?"] }
    let start = CivilTime(from ?? to.advanced(by: precision == .instant ? 0 : -1), at: offset)
    switch precision {
    case .instant: return [by + end.date.short + " " + end.clockText, by + end.clockText]
    case .partOfDay where !isBy:
      let hours = start.clockText + marks.dash + CivilTime(to, at: offset).clockText
      return [start.date.short + " " + hours, start.date.short]
    case .days where !isBy: return [start.date.short + marks.dash + end.date.short, start.date.short]
    default: return [by + end.date.short]
    }
  }
}
