/// The distinct figures of a store, with the numbers that comparisons need beside each.
struct FigureTable: Sendable {
  /// A figure as four whole numbers; the ends of `Int` stand for open ends.
  struct Bounds: Sendable {
    var low: Int
    var high: Int
    /// With *about* read as ±10 %.
    var widenedLow: Int
    var widenedHigh: Int
    var isRounded: Bool
    /// The first figure with the same interval.
    var interval: UInt32

    /// Returns true if a figure says all that another says, and more.
    func isTighter(than other: Bounds) -> Bool {
      low >= other.low && high <= other.high && (low != other.low || high != other.high)
    }
  }

  private var table = InternTable<Figure>()
  private var intervals: [Interval: UInt32] = [:]
  private(set) var bounds: [Bounds] = []

  subscript(number: UInt32) -> Figure { table[number] }
  var figures: [Figure] { table.values }

  mutating func intern(_ figure: Figure) -> UInt32 {
    let number = table.intern(figure)
    guard Int(number) == bounds.count else { return number }
    let (interval, widened) = (figure.interval, figure.widened)
    let first = intervals[interval] ?? number
    intervals[interval] = first
    bounds.append(
      Bounds(
        low: interval.low ?? .min, high: interval.high ?? .max, widenedLow: widened.low ?? .min,
        widenedHigh: widened.high ?? .max, isRounded: figure.isRounded, interval: first))
    return number
  }
}
