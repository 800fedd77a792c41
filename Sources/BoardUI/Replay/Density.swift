internal import Situation

/// How many events fall on each day, for the strip above the timeline; what has no day is counted apart.
struct Density: Hashable, Sendable {
  struct Day: Hashable, Sendable {
    /// "12 Mar", "Wed"; "no day".
    var label: String
    var count: Int
    /// Days come in this order.
    var order: Int64
  }

  private(set) var days: [Day] = []
  private(set) var without: Day?
  var most: Int { max(days.map(\.count).max() ?? 0, without?.count ?? 0) }

  init(_ store: EventStore, clock: Clock) {
    var index: [String: Int] = [:]
    for position in store.events.indices {
      let moment = store.moment(at: position, on: clock)
      guard let label = Density.label(moment) else {
        without = Day(label: "no day", count: (without?.count ?? 0) + 1, order: .max)
        continue
      }
      if let at = index[label] {
        days[at].count += 1
      } else {
        index[label] = days.count
        // Days of no known week come after the dated ones, in the order of the week.
        let order = moment.to?.seconds ?? .max - 8 + Int64(moment.weekday?.rawValue ?? 0)
        days.append(Day(label: label, count: 1, order: order))
      }
    }
    days.sort { $0.order < $1.order }
  }

  /// The day on which the moment ends, or its weekday where that is all.
  static func label(_ moment: Moment) -> String? {
    guard let to = moment.to else { return moment.weekday?.abbreviation }
    // A day ends with the first instant of the next.
    return CivilTime(moment.precision == .instant ? to : to.advanced(by: -1), at: moment.offset).date.short
  }
}
