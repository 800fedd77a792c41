/// Statements that cannot all be true, or that need an explanation.
package struct Conflict: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The parts are more than the whole.
    case over
    /// The same people cannot be safe and held.
    case safeOrHeld = "safe or held"
    /// Rival figures for one thing.
    case rival
    /// The same people under two verbs: one side rescued whom the other let go.
    case verb
    /// More are said to be safe than are said to be out.
    case unexplainedGap = "unexplained gap"
    /// A part of the people is more than somebody else counts in all.
    case part = "part above whole"
  }

  /// In rising order.
  package enum Severity: Int, Hashable, Comparable, Sendable, CaseIterable {
    case unexplained
    /// One event under two words; the figures, if any, agree.
    case wording
    /// Excluded at face value only, or totals of rounded figures.
    case atOdds
    /// Excluded even with every *about* widened.
    case contradiction

    package static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
  }

  package var kind: Kind
  package var severity: Severity
  /// What the figures count, for a rivalry ("attackers killed"); who the people are, for two verbs ("women").
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

  /// Returns true if a figure that it rests on is past its time.
  package var isOld: Bool { (terms + [against]).contains(where: \.rung.isOld) }

  /// How grave what it is about is, for the order: lower is graver.
  private var gravity: Int {
    switch kind {
    case .rival, .part: against.rung.ladder?.status.traits.gravity ?? 3
    case .over, .safeOrHeld: 1
    case .verb, .unexplainedGap: 4
    }
  }

  package var sum: Interval { terms.sum }
  package var isSumApproximate: Bool { terms.contains { $0.rung.figure.isApproximate } }
  /// How far the parts pass the whole at face value; `nil` where an end is open.
  package var excess: Int? {
    guard let low = sum.low, let high = against.rung.figure.high, low > high else { return nil }
    return low - high
  }
}

extension Conflict {
  /// The conflicts among figures and verbs: who is dead or held first, then the newest; those of old figures last.
  static func find(_ topics: BoardTopics, _ ladders: [FigureKey: Ladder], _ ledger: Ledger?) -> [Conflict] {
    let found =
      equations(ladders, ledger) + rivalries(ladders, topics) + partsAboveWholes(ladders, topics)
      + VerbMentions(topics).conflicts(ladders)
    // Conflicts are large: what is sorted is their places.
    let marks = found.map { $0.events.map(topics.mark) }
    let newest = marks.map { $0.max(by: topics.precedes) ?? ReplayKey(to: .min, event: 0) }
    let ranks = found.map { ($0.isOld ? 1 : 0, $0.gravity) }
    return found.indices.sorted { a, b in
      if ranks[a] != ranks[b] { return ranks[a] < ranks[b] }
      if newest[a].event != newest[b].event { return topics.precedes(newest[b], newest[a]) }
      // Neither the order of a dictionary nor that of arrival may show.
      let (kindA, kindB) = (found[a].kind.rawValue, found[b].kind.rawValue)
      if kindA != kindB { return kindA < kindB }
      return marks[a].lexicographicallyPrecedes(marks[b], by: topics.precedes)
    }.map { found[$0] }
  }

  /// The ledger's equation and that of the safe, each once: 450 less 190 against 300 held is the sum of 190 and 300
  /// against 450, told from the other end.
  private static func equations(_ ladders: [FigureKey: Ladder], _ ledger: Ledger?) -> [Conflict] {
    var found: [Conflict] = []
    if let ledger, let conflict = over(.over, ledger.terms, ledger.aboard) { found.append(conflict) }
    let newest = Ledger.newest(in: ladders)
    guard let safe = newest(.safe) else { return found }
    if let aboard = newest(.aboard), let held = newest(.held), held.rung.stands(beside: [safe]),
      let conflict = over(.safeOrHeld, [safe, held], aboard)
    {
      found.append(conflict)
    } else if let out = Ledger.out(newest), let safeLow = safe.rung.figure.low, let outHigh = out.rung.figure.high,
      safeLow > outHigh
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
    guard let low = terms.sum.low, let high = whole.rung.figure.high, low - mostCountedTwice(terms) > high else {
      return nil
    }
    let all = terms + [whole]
    let holdsWidened = terms.widenedSum.excludes(whole.rung.figure.widened)
    let onlyRounded = all.allSatisfy(\.rung.figure.isRounded)
    return Conflict(
      kind: kind, severity: holdsWidened && !onlyRounded ? .contradiction : .atOdds, subject: "people", terms: terms,
      against: whole)
  }

  /// How many may be in two of the terms: who is pulled out and dies of their wounds is rescued and dead.
  private static func mostCountedTwice(_ terms: [Ledger.Term]) -> Int {
    func most(_ status: Count.Status) -> Int {
      terms.first { $0.rung.ladder?.status == status }?.rung.figure.high ?? 0
    }
    return min(most(.rescued), most(.killed))
  }

  private static func rivalries(_ ladders: [FigureKey: Ladder], _ topics: BoardTopics) -> [Conflict] {
    var found: [Conflict] = []
    for ladder in ladders.values {
      for pair in ladder.rivalries {
        let (newer, older) = (ladder.rung(pair.newer), ladder.rung(pair.older))
        func term(_ rung: Rung) -> Ledger.Term { Ledger.Term(label: ladder.key.status.rawValue, rung: rung) }
        var conflict = Conflict(
          kind: .rival, severity: pair.severity, subject: ladder.key.label, terms: [term(newer)],
          against: term(older))
        if pair.isBetweenBelligerents { conflict.addDeadOfTheForces(ladders, topics) }
        found.append(conflict)
      }
    }
    return found
  }

  /// Whom one side counts among the hostages killed, the other may count among its soldiers. The smaller of two rival
  /// figures of dead people is therefore taken together with the dead of the forces that the same speaker gave in the
  /// same article; where both together reach the larger figure, the two are at odds at most.
  private mutating func addDeadOfTheForces(_ ladders: [FigureKey: Ladder], _ topics: BoardTopics) {
    guard terms.count == 1, subject == FigureKey(.killed, .people).label,
      let forces = ladders[FigureKey(.killed, .securityForces)]
    else { return }
    let rivals = [terms[0], against].sorted { ($0.rung.figure.point ?? 0) < ($1.rung.figure.point ?? 0) }
    // Those who are a part of the figure are in it already.
    let companion = forces.standing.first { rung in
      guard rung.isSaidWith(rivals[0].rung), case .count(let count) = topics.content(rung.first) else { return false }
      return count.scope == .total
    }
    guard let companion else { return }
    let label = FigureKey(.killed, .securityForces).label
    terms = [rivals[0], Ledger.Term(label: label, rung: companion)]
    against = rivals[1]
    if !terms.widenedSum.excludes(against.rung.figure.widened) { severity = .atOdds }
  }
}

extension FigureKey {
  /// "killed, security forces".
  package var label: String {
    subjectClass == .people ? status.rawValue : subjectClass.words + " " + status.rawValue
  }
}
