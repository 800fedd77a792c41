/// The replay order of one clock, with what an as-of counts beside it. Background, which is of another time, has no place
/// in it.
struct ClockOrder: Sendable {
  let clock: Clock
  private(set) var order = ReplayOrder()
  private var spans = SpanCounts()
  /// How many events have a time on this clock.
  private(set) var dated = 0

  init(_ clock: Clock) { self.clock = clock }

  /// Enters rows of the table that stand in one source.
  ///
  /// - Returns: The marks of the events, as they stand in the source.
  mutating func enter(_ events: Range<Int>, _ table: EventTable) -> [ReplayKey] {
    let clock = clock
    var marks: [ReplayKey] = []
    marks.reserveCapacity(events.count)
    var (isSorted, hasBackground) = (true, false)
    for event in events {
      let event = UInt32(event)
      let bounds = table.bounds(event, on: clock)
      let mark = ReplayKey(to: bounds.to, event: event)
      if isSorted, let last = marks.last { isSorted = Series.precedes(last, mark, clock, table) }
      marks.append(mark)
      if table.isBackground(event) {
        hasBackground = true
        continue
      }
      if bounds.to != ReplayKey.undated { dated += 1 }
      spans.add(from: bounds.from, to: bounds.to)
    }
    let sorted = isSorted ? marks : marks.sorted { Series.precedes($0, $1, clock, table) }
    let replayed = hasBackground ? sorted.filter { !table.isBackground($0.event) } : sorted
    order.insert(replayed.map(\.event)) { table.precedes($0, $1, on: clock) }
    return marks
  }

  /// What is in when so many events are.
  func cut(after included: Int, _ table: EventTable) -> ReplayCut {
    let included = min(max(included, 0), order.count)
    return ReplayCut(clock: clock, last: included > 0 ? order[included - 1] : nil, in: table)
  }

  func position(of event: UInt32, _ table: EventTable) -> Int {
    let clock = clock
    return order.count { table.precedes($0, event, on: clock) }
  }

  func asOf(_ instant: Instant, _ table: EventTable) -> EventStore.Cut {
    let clock = clock
    let included = order.count { table.bounds($0, on: clock).to <= instant.seconds }
    return EventStore.Cut(
      included: included, mayHaveHappened: spans.open(at: instant.seconds), undated: order.count - dated)
  }
}
