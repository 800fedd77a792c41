import Situation

extension Rule {
  /// A vehicle on its way into a tunnel.
  static let entering = Rule(
    name: "entering",
    triggers: CategorySet(.predicate),
    examples: [Example("The train was hijacked «on its way into a tunnel».", "tunnel entering")],
    counterexamples: ["A relief train is on its way."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .predicate {
      guard sentence.senses(chunk.terms.lowerBound).contains(where: { $0.kind == .vehicle }),
        index + 2 < clauses.chunks.count,
        sentence.isWord(clauses.chunks[index + 1].terms.lowerBound, "into"),
        clauses.chunks[index + 2].kind == .group, let thing = clauses.thing(clauses.chunks[index + 2].index),
        thing.kind == .building
      else { continue }
      findings.list.append(
        Finding(
          content: .condition(Condition(object: thing.name, state: "entering")),
          terms: chunk.terms.lowerBound..<clauses.chunks[index + 2].terms.upperBound, rule: "entering",
          anchor: chunk.terms.lowerBound, place: clauses.place(after: index + 2)))
    }
  }
}
