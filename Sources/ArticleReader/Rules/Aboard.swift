import Situation

extension Rule {
  /// People whom a vehicle carries: "carrying 400 passengers", "the jet had 73 passengers".
  static let aboard = Rule(
    name: "aboard",
    triggers: CategorySet(.carryVerb, .auxiliary, .preposition),
    examples: [
      Example("The train «was carrying more than 400 passengers».", "aboard 400… passengers people"),
      Example("The jet «had 73 passengers».", "aboard 73 passengers people"),
    ],
    counterexamples: ["The firm has 400 employees.", "The train carried 400 tonnes of coal."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for predicate in clauses.predicates {
      let verb = clauses.verb(predicate)
      let carries = sentence.has(verb.main, .carryVerb) && verb.voice != .passive
      guard carries || verb.isHave, !verb.isNegated else { continue }
      let hasVehicle = predicate.subjects.contains { clauses.isVehicle($0) }
      guard
        hasVehicle
          || carries && !verb.isHave && predicate.subjects.isEmpty
            && clauses.sentenceHasVehicle(before: predicate.chunk)
      else {
        findings.reject("aboard", verb.terms, "no vehicle carries them")
        continue
      }
      for object in predicate.objects where clauses.isCountable(clauses.groups[object], allowingUnknown: false) {
        if findings.uses(object) { continue }
        if clauses.groups[object].status != nil, clauses.groups[object].status != .safe { continue }
        clauses.count(object, .aboard, rule: "aboard", with: verb.terms, into: &findings)
      }
    }
  }
}
