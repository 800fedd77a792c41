import Situation

extension Rule {
  /// What a force does, and with what.
  static let deployment = Rule(
    name: "deployment",
    triggers: CategorySet(.deploymentVerb, .predicate, .equipment),
    examples: [
      Example("«Helicopters are backing the forces».", "state helicopters backing the forces"),
      Example("«Troops backed by police» moved on.", "state police backing the forces"),
      Example("«Gunmen opened fire on a bus».", "attackers gunmen firing"),
      Example("«Security forces have surrounded the tunnel».", "state security forces surrounding the tunnel"),
      Example(
        "«Pakistani security forces have surrounded the tunnel».", "state security forces surrounding the tunnel"),
      Example(
        "«Attackers wearing suicide vests» were sitting among the hostages.",
        "attackers attackers sitting among the hostages suicide vests"),
    ],
    counterexamples: ["Fans surrounded the singer.", "The bank backed the plan."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for predicate in clauses.predicates {
      let verb = clauses.verb(predicate)
      guard let sense = sentence.sense(verb.main, .deploymentVerb), !verb.isNegated, !verb.isModal,
        verb.voice != .infinitive, !clauses.isKeptFrom(predicate)
      else { continue }
      if sense.kind == .either,
        !sentence.terms.indices.contains(where: { sentence.isWord($0, "gunfire") || sentence.isWord($0, "fire") })
      {
        continue
      }
      // "troops backed by police": the police back them.
      let isPassive =
        clauses.isPassive(predicate)
        || predicate.objects.isEmpty && clauses.isParticiple(verb)
          && ClauseReader(sentence).isDoneBySomebody(predicate.chunk)
      var units = isPassive ? clauses.agent(after: predicate.chunk).map { [$0] } ?? [] : predicate.subjects
      let objects = isPassive ? predicate.subjects : predicate.objects
      if units.isEmpty || units.allSatisfy({ clauses.force($0) == nil }), sense.kind == .either {
        units = clauses.chunks.filter { $0.kind == .group && clauses.force($0.index)?.side == .state }.map(\.index)
      }
      guard let unit = units.first(where: { clauses.force($0) != nil }), let force = clauses.force(unit) else {
        findings.reject("deployment", verb.terms, "no force does it")
        continue
      }
      let plain = sentence.plain(sense)
      var action = plain
      if let object = objects.first, sense.kind == nil, !sentence.has(clauses.groups[object].head, .equipment),
        !clauses.groups[object].isPronoun, action.hasSuffix("ing"), plain != "wearing", plain != "using",
        sentence.terms[clauses.groups[object].head].entry != 0
      {
        let head = clauses.groups[object].head
        let isForce = clauses.force(object)?.side == .state && action == "backing"
        action += " the " + (isForce ? "forces" : sentence.lower(head..<head + 1))
      }
      let equipment = clauses.equipment(from: predicate.chunk + 1)
      if plain == "wearing" || plain == "using" { if equipment == nil { continue } }
      if plain == "wearing", verb.main - clauses.groups[unit].terms.upperBound > 8 { continue }
      if plain == "wearing" { action = doing(beside: predicate, unit, clauses) ?? "carrying" }
      if equipment == nil,
        findings.list.contains(where: {
          if case .deployment(let known) = $0.content {
            known.equipment != nil && known.side == force.side && known.action.hasPrefix(plain)
          } else {
            false
          }
        })
      {
        continue
      }
      if plain == "wearing",
        findings.list.contains(where: {
          if case .deployment(let known) = $0.content {
            known.equipment != nil && known.side == force.side
          } else {
            false
          }
        })
      {
        continue
      }
      var terms =
        min(
          verb.terms.lowerBound, clauses.groups[unit].terms.lowerBound)..<max(
          verb.terms.upperBound, clauses.groups[unit].terms.upperBound)
      for object in objects.prefix(1) {
        terms =
          min(
            terms.lowerBound, clauses.groups[object].terms.lowerBound)..<max(
            terms.upperBound, clauses.groups[object].terms.upperBound)
      }
      if let equipment { terms = terms.lowerBound..<max(terms.upperBound, equipment.end) }
      findings.list.append(
        Finding(
          content: .deployment(
            Deployment(side: force.side, unit: force.name, action: action, equipment: equipment?.name)),
          terms: terms, rule: "deployment", anchor: terms.lowerBound))
    }
    inverted(clauses, &findings)
    states(clauses, &findings)
  }

  /// "Attackers wearing vests are sitting among the hostages": what they do, beside what they wear.
  private static func doing(beside wearing: Predicate, _ unit: Int, _ clauses: Clauses) -> String? {
    let sentence = clauses.sentence
    for predicate in clauses.predicates where predicate.chunk > wearing.chunk {
      // Another clause is of others: "wore vests, or how close they were sitting".
      if clauses.chunks[wearing.chunk..<predicate.chunk].contains(where: {
        [.comma, .stop, .conjunction, .subordinator].contains($0.kind)
      }) {
        return nil
      }
      let verb = clauses.verb(predicate)
      guard let sense = sentence.sense(verb.main, .deploymentVerb), sense.kind != .either, !verb.isNegated,
        !verb.isModal, verb.voice != .infinitive, !["wearing", "using"].contains(sentence.plain(sense)),
        predicate.subjects.allSatisfy({ $0 == unit || clauses.groups[$0].isPronoun })
      else { continue }
      let after = predicate.chunk + 1
      guard let among = clauses.group(at: after + 1), clauses.chunks[after].kind == .preposition,
        sentence.isWord(clauses.chunks[after].terms.lowerBound, "among")
      else { return sentence.plain(sense) }
      return sentence.plain(sense) + " among the " + sentence.lower(among.head..<among.head + 1)
    }
    return nil
  }

  /// "Around the hostages were attackers in vests packed with explosives".
  private static func inverted(_ clauses: Clauses, _ findings: inout Findings) {
    let sentence = clauses.sentence
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .preposition {
      guard sentence.isWord(chunk.terms.lowerBound, "around"), let around = clauses.group(at: index + 1),
        index + 3 < clauses.chunks.count, clauses.chunks[index + 2].kind == .verb,
        sentence.verbs[clauses.chunks[index + 2].index].isCopula,
        clauses.chunks[index + 3].kind == .group, let force = clauses.force(clauses.chunks[index + 3].index)
      else { continue }
      let equipment = clauses.equipment(from: index + 5)
      let end = equipment?.end ?? clauses.chunks[index + 3].terms.upperBound
      findings.list.append(
        Finding(
          content: .deployment(
            Deployment(
              side: force.side, unit: force.name,
              action: "surrounding the " + sentence.lower(around.head..<around.head + 1),
              equipment: equipment?.name)),
          terms: chunk.terms.lowerBound..<end, rule: "deployment", anchor: chunk.terms.lowerBound))
    }
  }

  /// "Security forces were being cautious".
  private static func states(_ clauses: Clauses, _ findings: inout Findings) {
    let sentence = clauses.sentence
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .predicate {
      guard
        let sense = sentence.senses(chunk.terms.lowerBound).first(where: {
          $0.category == .predicate && $0.kind == .group
        }),
        let predicate = clauses.predicates.first(where: { $0.chunk == index - 1 }), !clauses.verb(predicate).isNegated,
        let unit = predicate.subjects.first, let force = clauses.force(unit)
      else { continue }
      findings.list.append(
        Finding(
          content: .deployment(Deployment(side: force.side, unit: force.name, action: sentence.plain(sense))),
          terms: clauses.groups[unit].terms.lowerBound..<chunk.terms.upperBound, rule: "deployment",
          anchor: clauses.groups[unit].terms.lowerBound))
    }
  }
}
