/// True if the people who were aboard are accounted for: aboard = held + out + dead + missing + unaccounted.
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

  /// True if the sum is written with a mark of "about": one of its terms is.
  package var isApproximate: Bool { (terms + [aboard]).contains { $0.rung.figure.isApproximate } }
}

extension [Ledger.Term] {
  /// Returns true if the figures come to the whole: who was held is then among them ("nine were trapped; four bodies were
  /// found and five are missing").
  fileprivate func isAll(of whole: Ledger.Term) -> Bool { count > 1 && sum == whole.rung.figure.interval }

  /// The figures added at face value.
  var sum: Interval { map(\.rung.figure.interval).reduce(Interval(low: 0, high: 0), +) }
  /// The figures added with every *about* at ±10 %.
  var widenedSum: Interval { map(\.rung.figure.widened).reduce(Interval(low: 0, high: 0), +) }
}

extension Ledger {
  /// The sum of those whom the attackers do not count: the newest word of each figure outside their account. What they
  /// count themselves never enters it, since the two speak against one another.
  ///
  /// `nil` until somebody counts those aboard and somebody counts any of them.
  static func build(_ ladders: [FigureKey: Ladder]) -> Ledger? {
    let newest = newest(in: ladders)
    guard let aboard = aboard(in: ladders, beside: newest) else { return nil }
    return Ledger(aboard: aboard, newest)
  }

  /// Where accounts differ on how many were aboard, the count of the account that most of the other terms are of: a sum
  /// is held against its own speaker's total.
  private static func aboard(in ladders: [FigureKey: Ladder], beside newest: (Count.Status) -> Term?) -> Term? {
    guard let first = newest(.aboard), let ladder = ladders[FigureKey(.aboard, .people)] else { return nil }
    if first.rung.isPinned { return first }
    let given = Count.Status.ofPeople.filter { $0.traits.ledger != nil && $0 != .aboard }.compactMap(newest)
      .map { Account($0.rung.speaker) }
    func share(_ rung: Rung) -> Int { given.count { $0 == Account(rung.speaker) } }
    let rivals = ladder.heads.filter { Account($0.speaker) != .attackers }
    let best = rivals.reduce(first.rung) { share($1) > share($0) ? $1 : $0 }
    return Term(label: first.label, rung: best)
  }

  /// The sum of what is known of those aboard; `nil` where nothing is.
  init?(aboard: Term, _ newest: (Count.Status) -> Term?) {
    let out = Ledger.out(newest)
    let others = [out, newest(.killed), newest(.missing)].compactMap { $0 }
    var terms = others
    if let held = newest(.held), held.rung.stands(beside: others), !others.isAll(of: aboard) {
      terms.insert(held, at: out == nil ? 0 : 1)
    }
    guard !terms.isEmpty else { return nil }
    self.init(aboard: aboard, terms: terms)
  }

  /// The newest word on a status outside the attackers' account.
  static func newest(in ladders: [FigureKey: Ladder]) -> (Count.Status) -> Term? {
    { status in
      ladders[FigureKey(status, .people)]?.newestOutsideAttackers.map { Term(label: status.rawValue, rung: $0) }
    }
  }

  /// The statuses of the sum for which no figure stands: what the remainder may hide.
  package var missing: [Count.Status] {
    let given = terms.compactMap { $0.rung.ladder?.status.traits.ledger }
    return Count.Status.ofPeople.filter { status in
      guard let role = status.traits.ledger, status.traits.isAlwaysShown, role != .whole else { return false }
      return !given.contains(role)
    }
  }

  /// Whose figures are added, each account once.
  package var accounts: [Account] {
    let used = Set((terms + [aboard]).map { Account($0.rung.speaker) })
    return Account.allCases.filter(used.contains)
  }

  /// Rescued, released and escaped overlap in the telling (one side frees whom the other let go): the first of them
  /// that has a figure stands for all who are out.
  static func out(_ newest: (Count.Status) -> Term?) -> Term? {
    Count.Status.ofPeople.filter { $0.traits.ledger == .out }.lazy.compactMap(newest).first
  }
}

extension Ledger {
  /// Figures said within so many seconds of one another are of one time.
  static let oneTime: Int64 = 30 * 60
}

extension Rung {
  /// Returns true if a figure of the held can be added to others: nobody was said to be out after it, and nothing was
  /// said when it was past its time. Who is freed was held before, so that an earlier figure of the held and a later one
  /// of the freed speak of the same people. So do the same figures in one breath: who "left with 214 hostages and executed them" speaks of 214 people, not of 428.
  func stands(beside others: [Ledger.Term]) -> Bool {
    if others.contains(where: { $0.rung.figure.interval == figure.interval && isSaidWith($0.rung) }) { return false }
    guard let reported else { return true }
    return !others.contains { term in
      guard let other = term.rung.reported else { return false }
      return term.rung.ladder?.status.traits.ledger == .out
        ? other.seconds - reported.seconds > Ledger.oneTime : isPast(at: other)
    }
  }

  private func isPast(at instant: Instant) -> Bool {
    StaleTimes.isPast(.held, reported: reported, at: instant)
  }
}
