internal import Situation

/// How many events fall on each day, and on each slice of the time axis, for the timeline; what has no day is counted
/// apart.
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
  /// Events by equal slices of the time axis; empty where there is none.
  private(set) var slices: [Int] = []
  /// Events without a time.
  private(set) var undated = 0
  var most: Int { max(days.map(\.count).max() ?? 0, without?.count ?? 0) }

  private static let sliceCount = 480

  init(_ store: EventStore, clock: Clock, axis: TimeAxis?) {
    var places: [DayName: Int] = [:]
    if axis != nil { slices = Array(repeating: 0, count: Density.sliceCount) }
    for position in 0..<store.replayCount {
      let moment = store.moment(at: position, on: clock)
      if let to = moment.to, let axis {
        slices[axis.column(of: to, of: slices.count)] += 1
      } else {
        undated += 1
      }
      guard let name = DayName(moment) else {
        without = Day(label: "no day", count: (without?.count ?? 0) + 1, order: .max)
        continue
      }
      if let place = places[name] {
        days[place].count += 1
      } else {
        places[name] = days.count
        // Days of no known week come after the dated ones, in the order of the week.
        let order = moment.to?.seconds ?? .max - 8 + Int64(moment.weekday?.rawValue ?? 0)
        days.append(Day(label: name.label, count: 1, order: order))
      }
    }
    days.sort { $0.order < $1.order }
  }

  /// Events in each of so many columns of the axis.
  func counts(columns: Int) -> [Int] {
    guard !slices.isEmpty, columns > 0 else { return [] }
    return (0..<columns).map { column in
      let start = column * slices.count / columns
      let end = max(start + 1, (column + 1) * slices.count / columns)
      return slices[start..<min(end, slices.count)].reduce(0, +)
    }
  }

  /// The day on which the moment ends, or its weekday where that is all.
  static func label(_ moment: Moment) -> String? { DayName(moment)?.label }
}

/// The day on which a moment ends, or its weekday where that is all that is known.
private enum DayName: Hashable {
  case date(CivilDate)
  case weekday(Weekday)

  init?(_ moment: Moment) {
    if let last = moment.lastTime {
      self = .date(last.date)
    } else if let weekday = moment.weekday {
      self = .weekday(weekday)
    } else {
      return nil
    }
  }

  var label: String {
    switch self {
    case .date(let date): date.short
    case .weekday(let weekday): weekday.abbreviation
    }
  }
}
