/// Figures that cannot all be true, or that need an explanation.
package struct Conflict: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The parts are more than the whole.
    case over
    /// The same people cannot be safe and held.
    case safeOrHeld = "safe or held"
    /// Rival figures for one thing.
    case rival
    /// More are said to be safe than are said to be out.
    case unexplainedGap = "unexplained gap"
  }

  /// In rising order.
  package enum Severity: Int, Hashable, Comparable, Sendable {
    case unexplained
    /// Excluded at face value only, or totals of rounded figures.
    case atOdds
    /// Excluded even with every *about* widened.
    case contradiction

    package static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
  }

  package var kind: Kind
  package var severity: Severity
  /// "killed, people": what the figures count, for a rivalry.
  package var subject: String
  /// The figures that are added, or the newer of two rivals.
  package var terms: [Ledger.Term]
  /// What they are held against.
  package var against: Ledger.Term
  /// Who set it aside, and why, where somebody did: the operator's act.
  package var setAside: EventID?
  /// Every claim that has a part in it.
  package var allEvents: [EventID] { (terms + [against]).flatMap(\.rung.events) }
  /// The claims to look at, the first of the terms first.
  package var events: [EventID] { terms.map(\.rung.first) + [against.rung.first] }

  package var sum: Interval { terms.sum }
  package var isSumApproximate: Bool { terms.contains { $0.rung.figure.isApproximate } }
  /// Whether a figure has a part in it.
  func concerns(_ key: FigureKey) -> Bool { (terms + [against]).contains { $0.key == key } }
  /// How far the parts pass the whole at face value; `nil` where an end is open.
  package var excess: Int? {
    guard let low = sum.low, let high = against.rung.figure.high, low > high else { return nil }
    return low - high
  }
}

extension Conflict {
  /// The conflicts among figures, contradictions first.
  static func find(_ ladders: [FigureKey: Ladder], ledger: Ledger?, order: (EventID) -> Int) -> [Conflict] {
    let found = equations(ladders, ledger) + rivalries(ladders, order: order)
    // Swift's sort keeps no order among equals; the place found breaks the tie.
    return found.enumerated().sorted { a, b in
      if a.element.severity != b.element.severity { return a.element.severity > b.element.severity }
      let (newestA, newestB) = (a.element.events.map(order).max() ?? 0, b.element.events.map(order).max() ?? 0)
      return newestA != newestB ? newestA > newestB : a.offset < b.offset
    }.map(\.element)
  }

  /// The ledger's equation and that of the safe, each once.
  private static func equations(_ ladders: [FigureKey: Ladder], _ ledger: Ledger?) -> [Conflict] {
    var found: [Conflict] = []
    if let ledger, let conflict = over(.over, ledger.terms, ledger.aboard) { found.append(conflict) }
    func newest(_ status: Count.Status) -> Ledger.Term? {
      ladders[FigureKey(status, .people)]?.newest.map { Ledger.Term(FigureKey(status, .people), $0) }
    }
    guard let safe = newest(.safe) else { return found }
    if let aboard = newest(.aboard), let held = newest(.held), let conflict = over(.safeOrHeld, [safe, held], aboard) {
      found.append(conflict)
    } else if let out = [.rescued, .released, .escaped].lazy.compactMap(newest).first,
      let safeLow = safe.rung.figure.low, let outHigh = out.rung.figure.high, safeLow > outHigh
    {
      found.append(
        Conflict(
          kind: .unexplainedGap, severity: .unexplained, subject: "safe above \(out.label)", terms: [safe],
          against: out))
    }
    return found
  }

  /// A sum that is certainly more than the whole; too small a sum is no conflict, but people unaccounted for.
  private static func over(_ kind: Kind, _ terms: [Ledger.Term], _ whole: Ledger.Term) -> Conflict? {
    guard let low = terms.sum.low, let high = whole.rung.figure.high, low > high else { return nil }
    let all = terms + [whole]
    let holdsWidened = terms.widenedSum.excludes(whole.rung.figure.widened)
    let onlyRounded = all.allSatisfy(\.rung.figure.isRounded)
    return Conflict(
      kind: kind, severity: holdsWidened && !onlyRounded ? .contradiction : .atOdds, subject: "people", terms: terms,
      against: whole)
  }

  /// The figures of each ladder that still stand, each against the older ones.
  private static func rivalries(_ ladders: [FigureKey: Ladder], order: (EventID) -> Int) -> [Conflict] {
    ladders.values.sorted { $0.key.sortKey < $1.key.sortKey }.compactMap { ladder -> Conflict? in
      guard ladder.key.status != .strength else { return nil }
      let live = ladder.live
      // One conflict a figure: the gravest pair, and among equals the newest.
      var worst: (newer: Rung, older: Rung, severity: Severity)?
      for (index, newer) in live.enumerated() {
        for older in live[(index + 1)...] {
          guard let severity = severity(newer: newer, older: older, of: ladder.key.status) else { continue }
          if worst.map({ severity > $0.severity }) ?? true { worst = (newer, older, severity) }
        }
      }
      guard let worst else { return nil }
      return Conflict(
        kind: .rival, severity: worst.severity, subject: ladder.key.label,
        terms: [Ledger.Term(ladder.key, worst.newer)],
        against: Ledger.Term(ladder.key, worst.older))
    }
  }

  private static func severity(newer: Rung, older: Rung, of status: Count.Status) -> Severity? {
    let (new, old) = (newer.figure, older.figure)
    guard new.interval.excludes(old.interval) else { return nil }
    let isCumulative = [Count.Status.killed, .injured, .critical, .rescued, .released, .escaped, .safe].contains(status)
    let hasRisen = (new.low ?? .min) >= (old.high ?? .max)
    if !newer.side.opposes(older.side) {
      // A toll that grows is news, and the held and the missing become fewer as they get out and are found.
      if isCumulative && hasRisen || status == .held || status == .missing { return nil }
    }
    let bothRounded = new.isRounded && old.isRounded
    return new.widened.excludes(old.widened) && !bothRounded ? .contradiction : .atOdds
  }
}

extension FigureKey {
  /// "killed, security forces".
  package var label: String {
    switch subjectClass {
    case .people: status.rawValue
    case .attackers: "attackers " + status.rawValue
    case .securityForces: "security forces " + status.rawValue
    case nil: status.rawValue + ", all"
    }
  }

  var sortKey: String { status.rawValue + " " + (subjectClass?.rawValue ?? "~") }
}
