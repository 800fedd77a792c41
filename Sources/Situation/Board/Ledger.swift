/// Whether the people who were aboard are accounted for: aboard = held + out + dead + missing + unaccounted.
package struct Ledger: Hashable, Sendable {
  /// One side of the sum, with the rung it was taken from.
  package struct Term: Hashable, Sendable {
    /// The figure that it is a rung of.
    package var key: FigureKey
    package var rung: Rung
    /// "rescued", "held".
    package var label: String { key.status.rawValue }

    package init(_ key: FigureKey, _ rung: Rung) {
      self.key = key
      self.rung = rung
    }
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
  /// How much newer than a count of the held the other terms may be, in seconds. People leave captivity by the hour:
  /// a figure of yesterday's held and one of today's freed speak of the same people.
  static let longestHeld: Int64 = 12 * 3600

  /// Taken from the newest live rungs; `nil` until somebody counts those aboard and somebody counts any of them.
  ///
  /// - Parameter time: By when a rung's first claim was so or was said; `nil` where no time is known.
  static func build(_ ladders: [FigureKey: Ladder], time: (EventID) -> Instant?) -> Ledger? {
    func newest(_ status: Count.Status) -> Term? {
      ladders[FigureKey(status, .people)]?.newest.map { Term(FigureKey(status, .people), $0) }
    }
    guard let aboard = newest(.aboard) else { return nil }
    // Rescued, released and escaped overlap in the telling (one side frees whom the other let go): the first of
    // them that has a figure stands for all who are out.
    let out = [Count.Status.rescued, .released, .escaped].lazy.compactMap(newest).first
    let others = [out, newest(.killed), newest(.missing)].compactMap { $0 }
    var terms = others
    if let held = newest(.held) {
      let latest = others.compactMap { time($0.rung.first) }.max()
      let isCurrent = time(held.rung.first).flatMap { since in
        latest.map { $0.seconds <= since.advanced(by: longestHeld).seconds }
      }
      if isCurrent ?? true { terms.insert(held, at: out == nil ? 0 : 1) }
    }
    return terms.isEmpty ? nil : Ledger(aboard: aboard, terms: terms)
  }
}
