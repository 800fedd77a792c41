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
  package var sum: Interval { terms.sum }
  /// The terms added with every *about* at ±10 %.
  package var widenedSum: Interval { terms.widenedSum }
  /// Aboard less the sum: below zero is over, above zero is unaccounted.
  package var residual: Interval { aboard.rung.figure.interval - sum }
  package var widenedResidual: Interval { aboard.rung.figure.widened - widenedSum }

  /// Whether the sum is written with a mark of "about": one of its terms is.
  package var isApproximate: Bool { (terms + [aboard]).contains { $0.rung.figure.isApproximate } }
}

extension [Ledger.Term] {
  /// The figures added at face value.
  var sum: Interval { map(\.rung.figure.interval).reduce(Interval(low: 0, high: 0), +) }
  /// The figures added with every *about* at ±10 %.
  var widenedSum: Interval { map(\.rung.figure.widened).reduce(Interval(low: 0, high: 0), +) }
}

extension Ledger {
  /// Taken from the newest live rungs; `nil` until somebody counts those aboard and somebody counts any of them.
  static func build(_ ladders: [FigureKey: Ladder]) -> Ledger? {
    let newest = newest(in: ladders)
    guard let aboard = newest(.aboard) else { return nil }
    return Ledger(aboard: aboard, newest)
  }

  /// The sum of what is known of those aboard; `nil` where nothing is.
  init?(aboard: Term, _ newest: (Count.Status) -> Term?) {
    let out = Ledger.out(newest)
    let others = [out, newest(.killed), newest(.missing)].compactMap { $0 }
    var terms = others
    if let held = newest(.held), held.rung.stands(beside: others) { terms.insert(held, at: out == nil ? 0 : 1) }
    guard !terms.isEmpty else { return nil }
    self.init(aboard: aboard, terms: terms)
  }

  static func newest(in ladders: [FigureKey: Ladder]) -> (Count.Status) -> Term? {
    { status in ladders[FigureKey(status, .people)]?.newest.map { Term(label: status.rawValue, rung: $0) } }
  }

  /// Rescued, released and escaped overlap in the telling (one side frees whom the other let go): the first of them
  /// that has a figure stands for all who are out.
  static func out(_ newest: (Count.Status) -> Term?) -> Term? {
    [Count.Status.rescued, .released, .escaped].lazy.compactMap(newest).first
  }
}

extension Rung {
  /// Whether a figure of the held can be added to others: none of them was said when it was past its time. People leave
  /// captivity by the hour, and a figure of yesterday's held and one of today's freed speak of the same people. So do
  /// the same figures in one breath: who "left with 214 hostages and executed them" speaks of 214 people, not of 428.
  func stands(beside others: [Ledger.Term]) -> Bool {
    if others.contains(where: { $0.rung.figure.interval == figure.interval && isSaidWith($0.rung) }) { return false }
    let latest = others.compactMap(\.rung.reported).max()
    return !StaleTimes.isPast(.held, reported: reported, at: latest)
  }
}
