/// A closed interval of whole numbers with open ends, for figures that are added and compared.
///
/// Arithmetic never loses a true value: if `x` lies in `a` and `y` in `b`, then `x + y` lies in `a + b` and `x - y` in
/// `a - b`. A result past the range of `Int` opens that end.
package struct Interval: Hashable, Sendable {
  /// `nil` is open towards minus infinity.
  package var low: Int?
  /// `nil` is open towards plus infinity.
  package var high: Int?

  package init(low: Int?, high: Int?) {
    self.low = low
    self.high = high
  }

  package static let everything = Interval(low: nil, high: nil)

  package static func + (left: Interval, right: Interval) -> Interval {
    Interval(low: sum(left.low, right.low), high: sum(left.high, right.high))
  }

  package static func - (left: Interval, right: Interval) -> Interval {
    Interval(low: difference(left.low, right.high), high: difference(left.high, right.low))
  }

  /// Returns true if no number lies in both.
  package func excludes(_ other: Interval) -> Bool {
    if let high, let otherLow = other.low, high < otherLow { return true }
    if let low, let otherHigh = other.high, low > otherHigh { return true }
    return false
  }

  /// Returns true for the interval that holds a number and no other.
  package func isExactly(_ number: Int) -> Bool { low == number && high == number }

  package func contains(_ number: Int) -> Bool {
    (low.map { $0 <= number } ?? true) && (high.map { number <= $0 } ?? true)
  }

  /// The smallest interval that holds both.
  package func union(_ other: Interval) -> Interval {
    Interval(
      low: low.flatMap { low in other.low.map { min(low, $0) } },
      high: high.flatMap { high in other.high.map { max(high, $0) } })
  }

  /// Each end moved outwards by a tenth of its own size, rounded outwards.
  package func widenedByTenth() -> Interval {
    func margin(_ end: Int) -> Int { Int((end.magnitude + 9) / 10) }
    return Interval(
      low: low.flatMap { Interval.difference($0, margin($0)) }, high: high.flatMap { Interval.sum($0, margin($0)) })
  }

  private static func sum(_ a: Int?, _ b: Int?) -> Int? {
    guard let a, let b else { return nil }
    let (value, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : value
  }

  private static func difference(_ a: Int?, _ b: Int?) -> Int? {
    guard let a, let b else { return nil }
    let (value, overflow) = a.subtractingReportingOverflow(b)
    return overflow ? nil : value
  }
}
