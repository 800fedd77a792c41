import Situation

extension Rule {
  /// People who are brought out of a place: "pulled two miners out of the pit".
  static let lifted = Rule(
    name: "lifted out",
    triggers: CategorySet(.extractVerb),
    examples: [
      Example("Crews «pulled two miners out of the pit».", "rescued 2 miners people"),
      Example("Crews «pulled nine skiers from the snow».", "rescued 9 skiers people"),
      Example("«Two climbers were lifted out of the crevasse» at noon.", "rescued 2 climbers people"),
    ],
    counterexamples: [
      "Crews pulled two bodies out of the pit.", "They pulled two cars out of the river.",
      "Divers could not pull six boys out of the cave.",
    ]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for predicate in clauses.predicates {
      let verb = clauses.verb(predicate)
      guard sentence.has(verb.main, .extractVerb), !verb.isNegated, !verb.isModal, verb.voice != .infinitive else {
        continue
      }
      let isPassive = clauses.isPassive(predicate)
      let people = isPassive ? predicate.subjects : predicate.objects
      guard let last = isPassive ? predicate.chunk : people.last.flatMap({ clauses.chunk(ofGroup: $0) }),
        let end = clauses.placeLeft(after: last)
      else { continue }
      for person in people
      where clauses.isCountable(clauses.groups[person], allowingUnknown: false)
        && clauses.groups[person].status != .killed && !findings.uses(person)
      {
        // "a jet that was bringing 90 passengers from the coast": a journey.
        let status: Count.Status = clauses.isUnderWay(predicate) ? .aboard : .rescued
        clauses.count(person, status, rule: "lifted out", with: verb.terms.lowerBound..<end, into: &findings)
      }
    }
  }
}

extension Clauses {
  /// Returns true if a vehicle does what a verb says and had not done yet: "the jet was bringing".
  fileprivate func isUnderWay(_ predicate: Predicate) -> Bool {
    let verb = verb(predicate)
    return verb.voice == .active && verb.terms.count > 1 && sentence.verbForms(verb.main).contains(.gerund)
      && predicate.subjects.contains { isVehicle($0) }
  }

  /// The end of "out of the pit" right after a chunk.
  fileprivate func placeLeft(after chunk: Int) -> Int? {
    guard chunks.indices.contains(chunk + 2), chunks[chunk + 1].kind == .preposition,
      case let link = sentence.sense(chunks[chunk + 1].terms.lowerBound, .preposition)?.kind,
      link == .out || link == .origin, let place = group(at: chunk + 2), !place.isPeople,
      // "carrying 400 passengers from Selm to Orm" is a journey.
      link == .out
        || !sentence.isName(place.head) && sentence.lower(chunks[min(chunk + 3, chunks.count - 1)].terms) != "to",
      place.quantity == nil || place.quantity?.isSingleton == true
    else { return nil }
    return place.terms.upperBound
  }
}
