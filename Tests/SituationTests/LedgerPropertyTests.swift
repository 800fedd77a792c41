import LineExamples
import Testing

@testable import Situation

/// The ledger's residual is what counting every small world gives.
@Suite struct LedgerPropertyTests {
  private static func figure(_ random: inout SeededGenerator) -> Figure {
    let number = Int.random(in: 0...6, using: &random)
    let figures: [Figure] = [
      .exactly(number), .about(number), .between(number, number + Int.random(in: 0...3, using: &random)),
    ]
    return figures.randomElement(using: &random) ?? .exactly(number)
  }

  private static func term(_ label: String, _ figure: Figure) -> Ledger.Term {
    Ledger.Term(
      label: label,
      rung: Rung(figure: figure, speaker: nil, outlet: "", events: [EventID(0)]))
  }

  @Test(arguments: 1...80) func `the residual spans what all worlds leave over, and nothing else`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let terms = ["rescued", "held", "killed"].prefix(Int.random(in: 1...3, using: &random)).map {
      LedgerPropertyTests.term($0, LedgerPropertyTests.figure(&random))
    }
    let ledger = Ledger(aboard: LedgerPropertyTests.term("aboard", LedgerPropertyTests.figure(&random)), terms: terms)
    for isWidened in [false, true] {
      func worlds(_ term: Ledger.Term) -> ClosedRange<Int> {
        let interval = isWidened ? term.rung.figure.widened : term.rung.figure.interval
        return (interval.low ?? 0)...(interval.high ?? 0)
      }
      var left: Set<Int> = []
      func count(_ rest: ArraySlice<Ledger.Term>, _ sum: Int) {
        guard let first = rest.first else {
          left.formUnion(worlds(ledger.aboard).map { $0 - sum })
          return
        }
        for number in worlds(first) { count(rest.dropFirst(), sum + number) }
      }
      count(terms[...], 0)
      let residual = isWidened ? ledger.widenedResidual : ledger.residual
      #expect(residual == Interval(low: left.min(), high: left.max()))
    }
  }

  @Test(arguments: 1...40) func `an open end stays open and loses no world`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let truth = (0..<3).map { _ in Int.random(in: 0...400, using: &random) }
    let terms = truth.map { number in
      let figures: [Figure] = [.atLeast(number), .atMost(number + 5), .about(number), .exactly(number)]
      return LedgerPropertyTests.term("x", figures.randomElement(using: &random) ?? .exactly(number))
    }
    let ledger = Ledger(aboard: terms[0], terms: Array(terms.dropFirst()))
    #expect(ledger.residual.contains(truth[0] - truth[1] - truth[2]))
    #expect(ledger.widenedResidual.contains(truth[0] - truth[1] - truth[2]))
  }
}
