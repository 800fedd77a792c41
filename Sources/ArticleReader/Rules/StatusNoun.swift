import Situation

extension Rule {
  /// Nouns that name a status: bodies, survivors, wounded, hostages; and people with such a modifier.
  static let statusNoun = Rule(
    name: "status noun",
    triggers: CategorySet(.statusNoun, .statusVerb, .predicate),
    examples: [
      Example("Staff counted «nine bodies» in the yard.", "killed 9 people people"),
      Example("«Eleven injured» were flown to the capital.", "injured 11 people people"),
      Example("The rebels took «about 40 hostages».", "held 40 about hostages people"),
    ],
    counterexamples: ["The body was returned.", "The hostages waited."]
  ) { clauses, findings in
    for (index, group) in clauses.groups.enumerated() {
      guard let status = group.status, let quantity = group.quantity, !group.isHeadless else { continue }
      if quantity.isSingleton, status == .killed || status == .held { continue }
      if quantity.isZero, status == .held || status == .safe { continue }
      if let known = findings.status(of: index) {
        // A second status only where the two are told apart: rescued and hurt.
        let both = (status == .injured || status == .critical) && (known == .rescued || known == .released)
        if !both { continue }
      }
      clauses.count(index, status, rule: "status noun", into: &findings)
    }
  }
}
