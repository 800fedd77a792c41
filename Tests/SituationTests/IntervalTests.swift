import LineExamples
import Situation
import Testing

@Suite struct IntervalTests {
  @Test func `190 rescued and about 300 held exclude about 450 aboard at face value and not when widened`() {
    let out = Figure.exactly(190)
    let held = Figure.about(300)
    let aboard = Figure.about(450)
    #expect(out.interval + held.interval == Interval(low: 490, high: 490))
    #expect((out.interval + held.interval).excludes(aboard.interval))
    #expect(out.widened + held.widened == Interval(low: 460, high: 520))
    #expect(aboard.widened == Interval(low: 405, high: 495))
    #expect(!(out.widened + held.widened).excludes(aboard.widened))
    // From 115 over to 35 unaccounted.
    #expect(aboard.widened - (out.widened + held.widened) == Interval(low: -115, high: 35))
  }

  @Test func `sums and differences never lose a true value`() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let (a, b) = (Interval.random(using: &random), Interval.random(using: &random))
      let (x, y) = (a.member(using: &random), b.member(using: &random))
      #expect((a + b).contains(x + y))
      #expect((a - b).contains(x - y))
      #expect(a.union(b).contains(x) && a.union(b).contains(y))
      #expect(!(a.excludes(b) && b.contains(x)))
      #expect(a.widenedByTenth().contains(x))
    }
  }

  @Test func `a bound past the largest number is open and does not wrap`() {
    let huge = Interval(low: .max, high: .max)
    #expect(huge + huge == .everything)
    #expect(huge.widenedByTenth().contains(.max))
    #expect(Interval(low: .min, high: .min) - huge == .everything)
  }

  @Test func `a range given backwards is put in order`() {
    #expect(Figure.between(30, 25).interval == Interval(low: 25, high: 30))
  }

  @Test func `an undisclosed number is not zero and excludes nothing`() {
    let unknown = Figure.undisclosed("an undisclosed number of")
    #expect(unknown.low == nil && unknown.high == nil && unknown.point == nil)
    #expect(!unknown.interval.excludes(Figure.exactly(7).interval))
    #expect(unknown.short() == "?")
    #expect(Figure.exactly(0).short() == "0")
  }

  @Test(arguments: [
    (Figure.about(300), "~300", "~300"), (.atLeast(30), "≥30", ">=30"), (.atMost(90, "nearly"), "≤90", "<=90"),
    (.between(25, 30), "25–30", "25-30"), (.exactly(190), "190", "190"),
    (Figure(low: 200, high: nil, form: .vague, qualifier: "hundreds"), "hundreds", "hundreds"),
  ])
  func `a figure is written with its mark`(figure: Figure, unicode: String, ascii: String) {
    #expect(figure.short(.unicode) == unicode)
    #expect(figure.short(.ascii) == ascii)
  }
}

extension Interval {
  fileprivate static func random(using random: inout SeededGenerator) -> Interval {
    let (a, b) = (Int.random(in: -500...500, using: &random), Int.random(in: -500...500, using: &random))
    return Interval(
      low: Int.random(in: 0..<4, using: &random) == 0 ? nil : min(a, b),
      high: Int.random(in: 0..<4, using: &random) == 0 ? nil : max(a, b))
  }

  fileprivate func member(using random: inout SeededGenerator) -> Int {
    let low = self.low ?? (high ?? 0) - 300
    let high = self.high ?? max(low, 0) + 300
    return Int.random(in: low...high, using: &random)
  }
}
