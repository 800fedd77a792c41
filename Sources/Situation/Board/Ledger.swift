/// Whether the people who were aboard are accounted for: aboard = held + out + dead + missing + unaccounted.
package struct Ledger: Hashable, Sendable {
  /// One side of the sum, with the rung it was taken from.
  package struct Term: Hashable, Sendable {
    /// "rescued", "held".
    package var label: String
    package var rung: Rung
  }

  package var aboard: Term
  /// What is known of those aboard; out is counted once.
  package var terms: [Term]

  /// The terms added at face value.
  package var sum: Interval { terms.map(\.rung.figure.interval).reduce(Interval(low: 0, high: 0), +) }
  /// The terms added with every *about* at ±10 %.
  package var widenedSum: Interval { terms.map(\.rung.figure.widened).reduce(Interval(low: 0, high: 0), +) }
  /// Aboard less the sum: below zero is over, above zero is unaccounted.
  package var residual: Interval { aboard.rung.figure.interval - sum }
  package var widenedResidual: Interval { aboard.rung.figure.widened - widenedSum }

  /// Whether the sum is written with a mark of "about": one of its terms is.
  package var isApproximate: Bool { (terms + [aboard]).contains { $0.rung.figure.isApproximate } }
}

extension Ledger {
  /// Taken from the newest live rungs; `nil` until somebody counts those aboard and somebody counts any of them.
  static func build(_ ladders: [FigureKey: Ladder]) -> Ledger? {
    func newest(_ status: Count.Status) -> Rung? { ladders[FigureKey(status, .people)]?.newest }
    guard let aboard = newest(.aboard) else { return nil }
    var terms: [Term] = []
    // Rescued, released and escaped overlap in the telling (one side frees whom the other let go): the first of
    // them that has a figure stands for all who are out.
    for status in [Count.Status.rescued, .released, .escaped] {
      if let rung = newest(status) {
        terms.append(Term(label: status.rawValue, rung: rung))
        break
      }
    }
    for status in [Count.Status.held, .killed, .missing] {
      if let rung = newest(status) { terms.append(Term(label: status.rawValue, rung: rung)) }
    }
    return terms.isEmpty ? nil : Ledger(aboard: Term(label: "aboard", rung: aboard), terms: terms)
  }
}
