import Situation

extension Rule {
  /// People who are taken: "took 200 passengers with them", "were taken from the coach", "taken into custody", "taken
  /// away".
  static let taking = Rule(
    name: "taking",
    triggers: CategorySet(.takeVerb),
    examples: [
      Example("The militants «took around 200 to 250 passengers with them».", "held 200-250 passengers people"),
      Example("«At least 11 passengers were taken from» the coach by gunmen.", "held 11… passengers people"),
      Example("«No hostage was taken away», the military says.", "held 0 hostage people"),
    ],
    counterexamples: [
      "The bus took 40 passengers to the city.", "Two patients were taken to hospital.",
      "Nine injured passengers were taken away.",
    ]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for predicate in clauses.predicates {
      let verb = clauses.verb(predicate)
      guard sentence.has(verb.main, .takeVerb), !verb.isNegated, verb.voice != .infinitive else { continue }
      let isPassive = clauses.isPassive(predicate)
      for patient in isPassive ? predicate.subjects : predicate.objects {
        let group = clauses.groups[patient]
        guard group.isPeople, group.status == nil || group.status == .held, !findings.uses(patient),
          let chunk = clauses.chunk(ofGroup: patient)
        else { continue }
        let at = isPassive ? predicate.chunk + 1 : chunk + 1
        guard let end = captivity(at, clauses, isPassive: isPassive) else { continue }
        clauses.count(patient, .held, rule: "taking", with: verb.terms.lowerBound..<end, into: &findings)
      }
    }
  }

  /// The end of a phrase that makes a taking a capture.
  private static func captivity(_ chunk: Int, _ clauses: Clauses, isPassive: Bool) -> Int? {
    guard clauses.chunks.indices.contains(chunk) else { return nil }
    let sentence = clauses.sentence
    let part = clauses.chunks[chunk]
    if part.kind == .adverb, sentence.isWord(part.terms.lowerBound, "away") { return part.terms.upperBound }
    guard part.kind == .preposition else { return nil }
    let word = part.terms.lowerBound
    if sentence.isWord(word, "with"), let group = clauses.group(at: chunk + 1), group.isPronoun {
      return group.terms.upperBound
    }
    if sentence.isWord(word, "into"), let group = clauses.group(at: chunk + 1), sentence.isWord(group.head, "custody") {
      let taker =
        sentence.terms.indices.contains { sentence.sense($0, .organisation)?.side == .attackers }
        || sentence.terms.indices.contains { sentence.sense($0, .person)?.subjectClass == .attackers }
      return taker ? group.terms.upperBound : nil
    }
    if sentence.isWord(word, "from"), isPassive, let group = clauses.group(at: chunk + 1),
      sentence.sense(group.head, .thing) != nil
    {
      return part.terms.upperBound
    }
    return nil
  }
}
