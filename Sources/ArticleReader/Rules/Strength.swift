import Situation

extension Rule {
  /// How many fight on a side: "exchanged fire with hundreds of attackers", "70 to 80 attackers are involved".
  static let strength = Rule(
    name: "strength",
    triggers: CategorySet(.person),
    examples: [
      Example("Troops exchanged gunfire with «hundreds of attackers».", "strength 200… attackers attackers"),
      Example("«Between 70 and 80 attackers are involved».", "strength 70-80 attackers attackers"),
    ],
    counterexamples: ["Hundreds of passengers waited.", "Three attackers were killed."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .group {
      let group = clauses.groups[chunk.index]
      guard group.subjectClass == .attackers, let quantity = group.quantity, !quantity.isSingleton, !quantity.isZero,
        !findings.uses(chunk.index)
      else { continue }
      let fights = clauses.predicates.contains {
        sentence.sense(clauses.verb($0).main, .deploymentVerb).map(sentence.plain) == "exchanging fire"
      }
      let acts = clauses.predicates.first { predicate in
        predicate.subjects.contains(chunk.index)
          && (sentence.isWord(clauses.verb(predicate).main, "involved")
            || sentence.has(clauses.verb(predicate).main, .conditionVerb) && clauses.verb(predicate).voice == .active)
      }
      let isSpokenOf =
        index + 2 < clauses.chunks.count && sentence.isWord(clauses.chunks[index + 1].terms.lowerBound, "of")
        && clauses.chunks[index + 2].kind == .relative
        && clauses.predicates.contains { $0.chunk > index + 2 && sentence.has(clauses.verb($0).main, .speechVerb) }
      guard fights || acts != nil || isSpokenOf else { continue }
      clauses.count(
        chunk.index, .strength, rule: "strength", with: acts.map { clauses.verb($0).terms }, into: &findings)
    }
  }
}
