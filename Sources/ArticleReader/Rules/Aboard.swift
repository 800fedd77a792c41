import Situation

extension Rule {
  /// People whom a vehicle carries: "carrying 400 passengers", "the jet had 73 passengers".
  static let aboard = Rule(
    name: "aboard",
    triggers: CategorySet(.carryVerb, .auxiliary, .preposition),
    examples: [
      Example("The train «was carrying more than 400 passengers».", "aboard 400… passengers people"),
      Example("The jet «had 73 passengers».", "aboard 73 passengers people"),
      Example("Hijackers seized «an airliner with 124 people» in Marlin.", "aboard 124 people people"),
    ],
    counterexamples: [
      "The firm has 400 employees.", "The train carried 400 tonnes of coal.", "A bus collided with 12 pedestrians.",
    ]
  ) { clauses, findings in
    let sentence = clauses.sentence
    vehiclesWith(clauses, &findings)
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

  /// "an airliner with 124 people", "a boat with nine fishermen".
  private static func vehiclesWith(_ clauses: Clauses, _ findings: inout Findings) {
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .preposition && index > 0 {
      guard clauses.sentence.isWord(chunk.terms.lowerBound, "with"), clauses.group(at: index - 1) != nil,
        clauses.isVehicle(clauses.chunks[index - 1].index), let people = clauses.group(at: index + 1), people.isPeople,
        clauses.isCountable(people, allowingUnknown: false), people.status == nil, people.subjectClass == .people,
        people.quantity?.isSingleton == false, people.quantity?.isZero == false,
        !findings.uses(clauses.chunks[index + 1].index)
      else { continue }
      // "with 12 people killed": what befell them is read by the rules of that.
      if clauses.chunks.indices.contains(index + 2), [.verb, .predicate].contains(clauses.chunks[index + 2].kind) {
        continue
      }
      clauses.count(
        clauses.chunks[index + 1].index, .aboard, rule: "aboard",
        with: clauses.groups[clauses.chunks[index - 1].index].terms,
        into: &findings)
    }
  }
}
