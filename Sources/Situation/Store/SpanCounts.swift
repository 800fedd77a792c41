/// How many events of a clock had begun by an instant and were not over: told from the ends alone.
///
/// Kept are the distinct beginnings and ends of what lasts; of an instant, which has begun when it is over, nothing.
struct SpanCounts: Sendable {
  private var beginnings = Tally()
  private var ends = Tally()

  mutating func add(from: Int64, to: Int64) {
    guard to != ReplayKey.undated, from != to else { return }
    beginnings.add(from)
    ends.add(to)
  }

  /// Began by then, and not over.
  func open(at instant: Int64) -> Int { beginnings.count(through: instant) - ends.count(through: instant) }

  /// Distinct values in order, each with how often it was added.
  private struct Tally: Sendable {
    private var values: [Int64] = []
    private var counts: [Int32] = []

    mutating func add(_ value: Int64) {
      var index = values.count
      if let last = values.last, value <= last { index = values.partitioningIndex { $0 >= value } }
      if index < values.count, values[index] == value {
        counts[index] += 1
      } else {
        values.insert(value, at: index)
        counts.insert(1, at: index)
      }
    }

    func count(through value: Int64) -> Int {
      counts[..<values.partitioningIndex { $0 > value }].reduce(0) { $0 + Int($1) }
    }
  }
}
