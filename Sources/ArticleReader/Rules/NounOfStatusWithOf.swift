import Situation

extension Rule {
  /// "the bodies of 21 hostages", "the lives of 21 passengers", "the killing of six".
  static let nominal = Rule(
    name: "noun of status with of",
    triggers: CategorySet(.statusNoun, .incident),
    examples: [
      Example("The attack claimed «the lives of 21 passengers».", "killed 21 passengers people"),
      Example("They denounced «the killing of six priests».", "killed 6 priests people"),
      Example("It ended in «the fatal shooting of two guards» and a dozen men.", "killed 2 guards security-forces"),
      Example("«The bodies of four people» who were on board have been found.", "killed 4 people people"),
    ],
    counterexamples: ["The lives of others matter.", "The rescue of the cargo took 12 hours."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .group {
      let group = clauses.groups[chunk.index]
      guard index + 2 < clauses.chunks.count, sentence.isWord(clauses.chunks[index + 1].terms.lowerBound, "of"),
        clauses.chunks[index + 1].kind == .preposition, let target = clauses.group(at: index + 2)
      else { continue }
      var status =
        group.quantity == nil && sentence.has(group.head, .statusNoun)
        ? sentence.sense(group.head, .statusNoun)?.status : nil
      if status == nil, group.quantity == nil || group.quantity?.isSingleton == true {
        status = sentence.sense(group.head, .incident)?.status
      }
      guard let status, clauses.isCountable(target, allowingUnknown: true),
        !findings.uses(clauses.chunks[index + 2].index)
          || status == .killed && findings.status(of: clauses.chunks[index + 2].index) == .aboard
      else { continue }
      var targets = [clauses.chunks[index + 2].index]
      var position = index + 3
      while position + 1 < clauses.chunks.count,
        clauses.chunks[position].kind == .conjunction || clauses.chunks[position].kind == .comma,
        let next = clauses.group(at: position + 1), next.quantity != nil, next.isPeople
      {
        // "the killing of six priests, and 12 guards fled": those before a verb of their own; bodies have none.
        if position + 2 < clauses.chunks.count, clauses.chunks[position + 2].kind == .verb,
          !sentence.has(group.head, .statusNoun) || clauses.chunks[position].kind == .comma
        {
          break
        }
        targets.append(clauses.chunks[position + 1].index)
        position += 2
      }
      for target in targets {
        clauses.count(target, status, rule: "noun of status with of", with: chunk.terms, into: &findings)
      }
    }
  }
}
