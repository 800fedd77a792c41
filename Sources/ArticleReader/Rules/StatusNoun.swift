import Situation

extension Rule {
  /// Nouns that name a status: bodies, survivors, wounded, hostages; and people with such a modifier.
  static let statusNoun = Rule(
    name: "status noun",
    triggers: CategorySet(.statusNoun, .statusVerb, .predicate),
    examples: [
      Example("Staff counted «nine bodies» in the yard.", "killed 9 people people"),
      Example("«Eleven injured» were flown to the capital.", "injured 11 people people"),
      Example("«Fifty-seven of those rescued» have reached Quetta.", "rescued 57 people people"),
      Example("The rebels have «about 40 hostages».", "held 40 about hostages people"),
    ],
    counterexamples: [
      "The body was returned.", "One survivor was arrested.", "The hostages waited.",
      "None of the freed men has spoken.",
    ]
  ) { clauses, findings in
    for (index, group) in clauses.groups.enumerated() {
      guard let status = group.status, let quantity = group.quantity, !group.isHeadless else { continue }
      // "several homeless encampments": the people are homeless, and the camps are counted.
      if group.isUnknownHead, status == .displaced, !clauses.areOfUnknownTrade(group) { continue }
      if quantity.isSingleton, status == .killed || status == .held || !group.isPeople { continue }
      // "One survivor was arrested": one of them, and not all who survived.
      if status == .safe, quantity.low == 1, quantity.high == 1, !clauses.isTheOnlyOne(group) { continue }
      // "None of the freed men was hurt" denies what follows, and not that they are free.
      if quantity.isZero, status == .held || status == .safe || group.whole != nil { continue }
      if let known = findings.status(of: index) {
        // A second status only where the two are told apart: rescued and hurt.
        let both = (status == .injured || status == .critical) && (known == .rescued || known == .released)
        if !both { continue }
      }
      guard group.whole != nil else {
        clauses.count(index, status, rule: "status noun", into: &findings)
        continue
      }
      // "Fifty-seven of those rescued have arrived": some of a whole, whose number may have been given before.
      let whole = findings.list.lastIndex { finding in
        if case .count(let count) = finding.content { count.status == status && count.scope == .total } else { false }
      }
      guard clauses.count(index, status, rule: "status noun", scope: .part, whole: whole, into: &findings),
        whole == nil, let last = findings.list.indices.last
      else { continue }
      findings.list[last].wholeClaim = clauses.context.counts.last { $0.status == status && !$0.isPart }?.claim
    }
  }
}

extension Clauses {
  /// "the sole survivor"
  fileprivate func isTheOnlyOne(_ group: NounGroup) -> Bool {
    (group.terms.lowerBound..<group.head).contains {
      sentence.isWord($0, "only") || sentence.isWord($0, "sole") || sentence.isWord($0, "lone")
    }
  }
}
