/// The events in the replay order of one clock, in runs of bounded length, so that an event that belongs far back moves
/// one run and not the whole order.
struct ReplayOrder: Sendable {
  /// A full run is cut in two.
  private static let longestRun = 1024

  private var runs: [[UInt32]] = []
  /// How many events stand before each run.
  private var starts: [Int] = []
  private(set) var count = 0

  /// The event at a place, counted from 0.
  subscript(position: Int) -> UInt32 {
    let run = run(at: position)
    return runs[run][position - starts[run]]
  }

  private func run(at position: Int) -> Int { starts.partitioningIndex { $0 > position } - 1 }

  /// How many events satisfy a predicate that holds for none after one for which it does not.
  func count(while belongs: (UInt32) -> Bool) -> Int {
    let run = runs.partitioningIndex { !belongs($0[0]) } - 1
    guard run >= 0 else { return 0 }
    return starts[run] + runs[run].partitioningIndex { !belongs($0) }
  }

  /// Adds events that are sorted among themselves.
  mutating func insert(_ added: [UInt32], precedes: (UInt32, UInt32) -> Bool) {
    count += added.count
    // The first run whose start has changed.
    var touched = runs.count
    for (index, event) in added.enumerated() {
      guard let last = runs.last?.last, !precedes(last, event) else {
        append(added[index...])
        break
      }
      let run = max(0, runs.partitioningIndex { precedes(event, $0[0]) } - 1)
      let place = runs[run].partitioningIndex { precedes(event, $0) }
      runs[run].insert(event, at: place)
      touched = min(touched, run)
      if runs[run].count > ReplayOrder.longestRun { split(run) }
    }
    restart(from: min(touched, max(0, starts.count - 1)))
  }

  private mutating func append(_ events: ArraySlice<UInt32>) {
    var rest = events
    while !rest.isEmpty {
      if runs.last.map({ $0.count >= ReplayOrder.longestRun }) ?? true {
        runs.append([])
        runs[runs.count - 1].reserveCapacity(ReplayOrder.longestRun)
      }
      let last = runs.count - 1
      let taken = rest.prefix(ReplayOrder.longestRun - runs[last].count)
      runs[last] += taken
      rest = rest.dropFirst(taken.count)
    }
  }

  private mutating func split(_ run: Int) {
    let middle = runs[run].count / 2
    let second = Array(runs[run][middle...])
    runs[run].removeSubrange(middle...)
    runs.insert(second, at: run + 1)
  }

  private mutating func restart(from first: Int) {
    starts.removeSubrange(min(first, starts.count)...)
    var start = first == 0 ? 0 : starts[first - 1] + runs[first - 1].count
    for run in first..<runs.count {
      starts.append(start)
      start += runs[run].count
    }
  }
}

extension ReplayOrder {
  /// Every event, earliest first.
  var events: some Sequence<UInt32> { runs.lazy.joined() }
}

extension Array {
  /// The first index whose element satisfies a predicate that no earlier and every later element does.
  package func partitioningIndex(where belongsAfter: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if belongsAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
