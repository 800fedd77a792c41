import Situation

extension Rule {
  /// What a party to an incident demands, threatens or offers, in its own words: "demanded a flag and a call".
  static let request = Rule(
    name: "request",
    triggers: CategorySet(.requestVerb, .noun),
    examples: [
      Example("The hijacker «demanded a flag and a call with the minister».", "demand hijacker"),
      Example("The inmates «presented 22 demands, including amnesty».", "demand inmates"),
      Example("He «had threatened more drastic measures» if police came near.", "threat"),
    ],
    counterexamples: [
      "The market demanded more oil.", "Demand for bread rose.", "The gunmen did not demand a ransom.",
      "The minister threatened sanctions.",
    ]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for predicate in clauses.predicates {
      let verb = clauses.verb(predicate)
      guard !verb.isNegated, !verb.isModal || verb.isPerfect, verb.voice == .active,
        let actor = predicate.subjects.first(where: { clauses.isParty(clauses.groups[$0]) })
      else { continue }
      let noun = predicate.objects.first { clauses.namesDemands(clauses.groups[$0]) }
      guard let act = noun != nil ? .demand : sentence.sense(verb.main, .requestVerb)?.kind.flatMap(act) else {
        continue
      }
      let start = noun.flatMap { clauses.chunk(ofGroup: $0) } ?? predicate.chunk
      let end = clauses.clauseEnd(after: start)
      guard end > verb.terms.upperBound, !findings.hasStatement(act) else { continue }
      let told = (noun == nil ? verb.terms.upperBound : clauses.groups[noun ?? 0].terms.lowerBound)..<end
      let group = clauses.groups[actor]
      let name = group.isPronoun ? clauses.armedGroup() : sentence.lower(group.head..<group.head + 1)
      findings.list.append(
        Finding(
          content: .statement(Statement(act: act, by: name, content: sentence.words(told))),
          terms: verb.terms.lowerBound..<end, rule: "request", anchor: verb.terms.lowerBound))
    }
  }

  private static func act(_ kind: Kind) -> Statement.Act? {
    switch kind {
    case .demand: .demand
    case .threat: .threat
    case .offer: .offer
    default: nil
    }
  }
}

extension Findings {
  fileprivate func hasStatement(_ act: Statement.Act) -> Bool {
    list.contains { if case .statement(let known) = $0.content { known.act == act } else { false } }
  }
}

extension Clauses {
  /// "22 demands", "a list of demands"
  fileprivate func namesDemands(_ group: NounGroup) -> Bool {
    group.quantity != nil && sentence.senses(group.head).contains { $0.category == .noun && $0.kind == .demand }
  }

  /// Whether somebody can be taken for a party to an incident: people, one spoken of, an armed group; no office.
  fileprivate func isParty(_ group: NounGroup) -> Bool {
    if group.subjectClass == .attackers { return true }
    if group.terms.contains(where: { sentence.sense($0, .organisation)?.side == .attackers }) { return true }
    if group.isPronoun { return [.he, .she, .they].contains(sentence.sense(group.head, .pronoun)?.kind) }
    return group.isPeople && !group.terms.contains { sentence.sense($0, .speaker)?.side == .state }
  }

  /// The end of what is said after a chunk: before a condition, a relative clause or another verb.
  fileprivate func clauseEnd(after chunk: Int) -> Int {
    var index = chunk + 1
    while index < chunks.count, index - chunk < 16,
      ![.stop, .subordinator, .relative, .quote, .dash].contains(chunks[index].kind)
    {
      if chunks[index].kind == .conjunction, index + 1 < chunks.count, chunks[index + 1].kind == .verb { break }
      index += 1
    }
    while index > chunk + 1, [.comma, .conjunction].contains(chunks[index - 1].kind) { index -= 1 }
    return chunks[index - 1].terms.upperBound
  }
}
