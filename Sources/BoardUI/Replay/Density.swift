internal import Situation

/// How many events fall on each day, for the strip above the timeline; what has no day is counted apart.
struct Density: Hashable, Sendable {
  struct Day: Hashable, Sendable {
    /// "12 Mar", "Wed"; "no day".
    var label: String
    var count: Int
    /// Where the first of its events stands in replay order, counted from 0.
    var first: Int
  }

  private(set) var days: [Day] = []
  private(set) var without: Day?
  var most: Int { max(days.map(\.count).max() ?? 0, without?.count ?? 0) }

  init(_ store: EventStore, clock: Clock) {
    var index: [String: Int] = [:]
    var weekdays: [String: Weekday] = [:]
    for position in store.events.indices {
      let moment = store.event(at: position, on: clock).claim.moment(on: clock)
      guard let label = Density.label(moment) else {
        without = Day(label: "no day", count: (without?.count ?? 0) + 1, first: without?.first ?? position)
        continue
      }
      if let at = index[label] {
        days[at].count += 1
      } else {
        index[label] = days.count
        days.append(Day(label: label, count: 1, first: position))
        weekdays[label] = moment.to == nil ? moment.weekday : nil
      }
    }
    // A text without dates tells of Wednesday before Tuesday; days come in the order of the week then.
    if !days.isEmpty, weekdays.count == days.count {
      days.sort { (weekdays[$0.label] ?? .monday) < (weekdays[$1.label] ?? .monday) }
    }
  }

  /// The day on which the moment ends, or its weekday where that is all.
  static func label(_ moment: Moment) -> String? {
    guard let to = moment.to else { return moment.weekday?.abbreviation }
    // A day ends with the first instant of the next.
    return CivilTime(moment.precision == .instant ? to : to.advanced(by: -1), at: moment.offset).date.short
  }
}
