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
      Example("He welcomed «the release of the ferry's 84 passengers».", "rescued 84 passengers people"),
      Example("«The bodies of four people» who were on board have been found.", "killed 4 people people"),
    ],
    counterexamples: ["The lives of others matter.", "The rescue of the cargo took 12 hours."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .group {
      let group = clauses.groups[chunk.index]
      guard let people = clauses.chunkOfPeople(after: index), let target = clauses.group(at: people) else { continue }
      var status =
        group.quantity == nil && sentence.has(group.head, .statusNoun)
        ? sentence.sense(group.head, .statusNoun)?.status : nil
      if status == nil, group.quantity == nil || group.quantity?.isSingleton == true {
        status = sentence.sense(group.head, .incident)?.status
      }
      if status == .injured, clauses.isDeadly(group) { status = .killed }
      guard let status, clauses.isCountable(target, allowingUnknown: true),
        !findings.uses(clauses.chunks[people].index)
          || status == .killed && findings.status(of: clauses.chunks[people].index) == .aboard
          || findings.status(of: clauses.chunks[people].index) == status
      else { continue }
      var targets = [clauses.chunks[people].index]
      var position = people + 1
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

extension Clauses {
  /// "the fatal weekend shootings"
  fileprivate func isDeadly(_ group: NounGroup) -> Bool {
    group.terms.contains { sentence.senses($0).contains { $0.category == .adjective && $0.kind == .deadly } }
  }

  /// The chunk of those whom a noun is of: "the killing of six priests", "the deaths on Friday night of two guards", "the
  /// release of the plane's 84 passengers".
  fileprivate func chunkOfPeople(after noun: Int) -> Int? {
    var link = noun + 1
    if link < chunks.count, chunks[link].kind == .time { link += 1 }
    guard link + 1 < chunks.count, chunks[link].kind == .preposition,
      sentence.isWord(chunks[link].terms.lowerBound, "of"),
      let target = group(at: link + 1)
    else { return nil }
    if target.quantity == nil, link + 3 < chunks.count, sentence.kind(chunks[link + 2].terms.lowerBound) == .clitic,
      let owned = group(at: link + 3), owned.quantity != nil, owned.isPeople
    {
      return link + 3
    }
    return link + 1
  }
}
