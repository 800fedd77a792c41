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

  /// A number of passengers that somebody speaks of: aboard, or held where the speaker holds them.
  static let passengers = Rule(
    name: "passengers spoken of",
    triggers: CategorySet(.person),
    examples: [
      Example(
        "The train stopped. He had spoken of «around 500 passengers» in the afternoon.",
        "aboard 500 about passengers people")
    ],
    counterexamples: ["He spoke of 500 soldiers.", "Most of the 500 passengers slept."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .group && index > 0 {
      let group = clauses.groups[chunk.index]
      guard group.quantity.map({ !$0.isSingleton && !$0.isZero && !$0.isAdditional }) ?? false, group.whole == nil,
        !findings.uses(chunk.index),
        sentence.sense(group.head, .person)?.kind == .aboard, group.status == nil,
        clauses.lastVehicle(before: group.head) != nil
      else { continue }
      let before = clauses.chunks[index - 1]
      guard sentence.isWord(before.terms.lowerBound, "of") || sentence.kind(before.terms.lowerBound) == .colon,
        let verb = clauses.predicates.last(where: { $0.chunk < index }),
        sentence.has(clauses.verb(verb).main, CategorySet(.speechVerb, .putVerb))
      else { continue }
      let status: Count.Status = clauses.isArmedGroup(verb.subjects) ? .held : .aboard
      clauses.count(chunk.index, status, rule: "passengers spoken of", into: &findings)
    }
  }
}

extension Clauses {
  /// Whether a subject is the armed group of the story: by its name, as "the group", or as "it" beside either.
  func isArmedGroup(_ subjects: [Int]) -> Bool {
    subjects.contains { subject in
      let group = groups[subject]
      if group.terms.contains(where: {
        sentence.sense($0, .organisation)?.side == .attackers || sentence.sense($0, .speaker)?.side == .attackers
      }) {
        return true
      }
      return group.isPronoun
        && (0..<group.head).contains {
          sentence.sense($0, .organisation)?.side == .attackers || sentence.isWord($0, "group")
        }
    }
  }

  func isVehicle(_ group: Int) -> Bool {
    sentence.senses(groups[group].head).contains { $0.category == .thing && $0.kind == .vehicle }
      || groups[group].terms.contains {
        sentence.senses($0).contains { $0.category == .thing && $0.kind == .vehicle }
      }
  }

  func sentenceHasVehicle(before chunk: Int) -> Bool {
    chunks[..<chunk].suffix(8).contains { $0.kind == .group && isVehicle($0.index) }
  }
}
