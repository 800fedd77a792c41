/// What is in as of an instant on a clock: everything up to an event of the replay order.
struct ReplayCut: Sendable {
  let clock: Clock
  /// The last event that is in; `nil` where none is.
  let last: UInt32?
  private let to: Int64

  init(clock: Clock, last: UInt32?, in table: EventTable) {
    self.clock = clock
    self.last = last
    to = last.map { table.bounds($0, on: clock).to } ?? .min
  }

  func contains(_ mark: ReplayKey, in table: EventTable) -> Bool {
    guard let last else { return false }
    if mark.to != to { return mark.to < to }
    return mark.event == last || table.precedes(mark.event, last, on: clock)
  }

  func contains(_ event: UInt32, in table: EventTable) -> Bool {
    contains(table.mark(event, on: clock), in: table)
  }
}

/// The events of one topic in the replay order of one clock.
struct Series: Sendable {
  private(set) var marks: [ReplayKey] = []

  /// How many of them are in.
  func count(in cut: ReplayCut, _ table: EventTable) -> Int {
    guard let last = marks.last else { return 0 }
    if cut.contains(last, in: table) { return marks.count }
    return marks.withUnsafeBufferPointer { marks in
      var (low, high) = (0, marks.count)
      while low < high {
        let middle = low + (high - low) / 2
        if cut.contains(marks[middle], in: table) { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  /// The first of them, if it is in.
  func first(in cut: ReplayCut, _ table: EventTable) -> ReplayKey? {
    marks.first.flatMap { cut.contains($0, in: table) ? $0 : nil }
  }

  /// Adds an event.
  ///
  /// - Returns: Its place.
  @discardableResult
  mutating func insert(_ mark: ReplayKey, on clock: Clock, _ table: EventTable) -> Int {
    if marks.last.map({ Series.precedes($0, mark, clock, table) }) ?? true {
      marks.append(mark)
      return marks.count - 1
    }
    let place = place(of: mark, on: clock, table)
    marks.insert(mark, at: place)
    return place
  }

  /// Takes an event out.
  ///
  /// - Returns: Its place; `nil` where it is not here.
  @discardableResult
  mutating func remove(_ mark: ReplayKey, on clock: Clock, _ table: EventTable) -> Int? {
    let place = place(of: mark, on: clock, table)
    guard place < marks.count, marks[place].event == mark.event else { return nil }
    marks.remove(at: place)
    return place
  }

  /// The place of the first mark that does not come before another: its own, where it is here.
  func place(of mark: ReplayKey, on clock: Clock, _ table: EventTable) -> Int {
    marks.partitioningIndex { !Series.precedes($0, mark, clock, table) }
  }

  mutating func setRung(_ rung: UInt32, at place: Int) { marks[place].rung = rung }

  static func precedes(_ a: ReplayKey, _ b: ReplayKey, _ clock: Clock, _ table: EventTable) -> Bool {
    a.to != b.to ? a.to < b.to : table.precedes(a.event, b.event, on: clock)
  }
}
