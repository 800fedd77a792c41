import Situation

extension Rule {
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
