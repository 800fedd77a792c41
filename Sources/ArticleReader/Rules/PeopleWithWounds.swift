import Situation

extension Rule {
  /// "three people with gunshot wounds", "left eight people with wounds".
  static let wounds = Rule(
    name: "people with wounds",
    triggers: CategorySet(.noun, .statusNoun),
    examples: [
      Example("Officers found «three people with gunshot wounds».", "injured 3 people people"),
      Example("Police found «four victims suffering from gunshot wounds».", "injured 4 victims people"),
    ],
    counterexamples: ["Three people with umbrellas waited.", "The dog had two wounds."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .group {
      let group = clauses.groups[chunk.index]
      let isWound = ["wounds", "injuries", "wound", "burns"].contains(sentence.lower(group.head..<group.head + 1))
      guard isWound, index >= 2 else { continue }
      var left = index - 1
      if clauses.chunks[left].kind == .preposition { left -= 1 }
      if left > 0, clauses.chunks[left].kind == .verb,
        ["suffering", "sustaining", "suffered", "sustained", "received", "reported", "receiving"].contains(
          sentence.lower(
            sentence.verbs[clauses.chunks[left].index].main..<sentence.verbs[clauses.chunks[left].index].main + 1))
      {
        if let predicate = clauses.predicates.first(where: { $0.chunk == left }), !clauses.verb(predicate).isNegated {
          for subject in predicate.subjects where clauses.isCountable(clauses.groups[subject], allowingUnknown: false) {
            if findings.uses(subject) { continue }
            clauses.count(subject, .injured, rule: "people with wounds", with: group.terms, into: &findings)
          }
        }
        continue
      }
      guard sentence.isWord(clauses.chunks[index - 1].terms.lowerBound, "with"), let people = clauses.group(at: left),
        clauses.isCountable(people, allowingUnknown: false), !findings.uses(clauses.chunks[left].index),
        people.status == nil
      else { continue }
      clauses.count(
        clauses.chunks[left].index, .injured, rule: "people with wounds", with: group.terms, into: &findings)
    }
  }
}
