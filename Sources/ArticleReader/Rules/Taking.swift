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
      Example("Gunmen «took 300 girls» from a school.", "held 300 girls people"),
      Example("Bandits «whisked away 15 worshippers».", "held 15 worshippers people"),
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
        guard group.isPeople || group.isHeadless && group.quantity != nil && isByAttackers(predicate, clauses),
          group.status == nil || group.status == .held, [nil, .missing].contains(findings.status(of: patient)),
          let chunk = clauses.chunk(ofGroup: patient)
        else { continue }
        let at = isPassive ? predicate.chunk + 1 : chunk + 1
        guard
          let end = captivity(at, clauses, isPassive: isPassive)
            ?? (isByAttackers(predicate, clauses) && !isCare(at, clauses)
              ? max(verb.terms.upperBound, group.terms.upperBound) : nil)
        else { continue }
        let terms = verb.terms.lowerBound..<end
        if !clauses.count(patient, .held, rule: "taking", with: terms, into: &findings) {
          clauses.mention(patient, .held, rule: "taking", with: terms, into: &findings)
        }
      }
    }
  }

  /// Whether those who take are attackers.
  private static func isByAttackers(_ predicate: Predicate, _ clauses: Clauses) -> Bool {
    let takers =
      clauses.isPassive(predicate) ? clauses.agent(after: predicate.chunk).map { [$0] } ?? [] : predicate.subjects
    return takers.contains { taker in
      clauses.groups[taker].subjectClass == .attackers
        || clauses.groups[taker].terms.contains {
          clauses.sentence.sense($0, .person)?.subjectClass == .attackers
        }
        || clauses.sentence.sense(clauses.groups[taker].head, .organisation)?.side == .attackers
    }
  }

  /// "to hospital", "to safety": nobody is held there.
  private static func isCare(_ chunk: Int, _ clauses: Clauses) -> Bool {
    guard clauses.chunks.indices.contains(chunk + 1), clauses.chunks[chunk].kind == .preposition,
      let group = clauses.group(at: chunk + 1)
    else { return false }
    return clauses.sentence.isWord(group.head, "hospital") || clauses.sentence.isWord(group.head, "safety")
  }

  /// The end of a phrase that makes a taking a capture.
  private static func captivity(_ chunk: Int, _ clauses: Clauses, isPassive: Bool) -> Int? {
    if isPassive, chunk > 0, clauses.chunks[chunk - 1].kind == .verb,
      clauses.sentence.isWord(clauses.sentence.verbs[clauses.chunks[chunk - 1].index].main, "taken away")
    {
      return clauses.chunks[chunk - 1].terms.upperBound
    }
    guard clauses.chunks.indices.contains(chunk) else { return nil }
    let sentence = clauses.sentence
    let part = clauses.chunks[chunk]
    if part.kind == .adverb, sentence.isWord(part.terms.lowerBound, "away") { return part.terms.upperBound }
    guard part.kind == .preposition else { return nil }
    let word = part.terms.lowerBound
    if sentence.isWord(word, "at"), let group = clauses.group(at: chunk + 1),
      sentence.isWord(group.head, "gunpoint") || sentence.isWord(group.head, "knifepoint")
    {
      return group.terms.upperBound
    }
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
      sentence.has(group.head, CategorySet(.thing, .region)), !isCare(chunk + 2, clauses),
      clauses.chunks.count <= chunk + 2 || !sentence.isWord(clauses.chunks[chunk + 2].terms.lowerBound, "to")
    {
      return part.terms.upperBound
    }
    return nil
  }
}
