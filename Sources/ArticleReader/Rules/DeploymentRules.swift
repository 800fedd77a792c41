import Situation

extension Clauses {
  /// The force a group names: its side and how it is called.
  func force(_ groupIndex: Int) -> (side: Deployment.Side, name: String)? {
    let group = groups[groupIndex]
    if group.isPronoun { return nil }
    let senses = sentence.senses(group.head)
    if senses.contains(where: { $0.category == .person && $0.subjectClass == .attackers }) {
      return (.attackers, sentence.lower(group.head..<group.head + 1))
    }
    if let force = senses.first(where: { $0.category == .force }) {
      return (force.side == .attackers ? .attackers : .state, sentence.lower(group.head..<group.head + 1))
    }
    if senses.contains(where: { $0.category == .person && $0.subjectClass == .securityForces }) {
      return (.state, sentence.lower(group.head..<group.head + 1))
    }
    return nil
  }

  /// The group after "by" that follows a passive.
  func agent(after chunk: Int) -> Int? {
    var index = chunk + 1
    while index + 1 < chunks.count, index - chunk < 8 {
      if chunks[index].kind == .preposition, sentence.isWord(chunks[index].terms.lowerBound, "by"),
        group(at: index + 1) != nil
      {
        return chunks[index + 1].index
      }
      if chunks[index].kind == .verb || chunks[index].kind == .stop { return nil }
      index += 1
    }
    return nil
  }

  /// Equipment named within a few chunks: "vests loaded with explosives" are explosive vests.
  func equipment(from chunk: Int) -> (name: String, end: Int)? {
    var index = chunk
    while index < chunks.count, index - chunk < 7 {
      if let group = group(at: index), let sense = sentence.sense(group.head, .equipment) {
        var end = chunks[index].terms.upperBound
        var name = sense.plain
        if name == "vests" {
          for next in index + 1..<max(index + 1, min(index + 5, chunks.count)) {
            if let load = self.group(at: next), sentence.isWord(load.head, "explosives") {
              name = "explosive vests"
              end = chunks[next].terms.upperBound
            }
          }
        }
        return (name, end)
      }
      if chunks[index].kind == .stop { return nil }
      index += 1
    }
    return nil
  }
}

extension Rule {
  /// What a force does, and with what.
  static let deployment = Rule(
    name: "deployment",
    triggers: CategorySet(.deploymentVerb, .predicate, .equipment),
    examples: [
      Example("«Helicopters are backing the forces».", "state helicopters backing the forces"),
      Example("«Security forces have surrounded the tunnel».", "state security forces surrounding the tunnel"),
    ],
    counterexamples: ["Fans surrounded the singer.", "The bank backed the plan."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for predicate in clauses.predicates {
      let verb = clauses.verb(predicate)
      guard let sense = sentence.sense(verb.main, .deploymentVerb), !verb.isNegated, !verb.isModal,
        verb.voice != .infinitive
      else { continue }
      if sense.kind == .either,
        !sentence.terms.indices.contains(where: { sentence.isWord($0, "gunfire") || sentence.isWord($0, "fire") })
      {
        continue
      }
      let isPassive = clauses.isPassive(predicate)
      var units = isPassive ? clauses.agent(after: predicate.chunk).map { [$0] } ?? [] : predicate.subjects
      let objects = isPassive ? predicate.subjects : predicate.objects
      if units.isEmpty || units.allSatisfy({ clauses.force($0) == nil }), sense.kind == .either {
        units = clauses.chunks.filter { $0.kind == .group && clauses.force($0.index)?.side == .state }.map(\.index)
      }
      guard let unit = units.first(where: { clauses.force($0) != nil }), let force = clauses.force(unit) else {
        findings.reject("deployment", verb.terms, "no force does it")
        continue
      }
      var action = sense.plain
      if let object = objects.first, sense.kind != .either, !sentence.has(clauses.groups[object].head, .equipment),
        !clauses.groups[object].isPronoun, action.hasSuffix("ing"), sense.plain != "wearing", sense.plain != "using",
        sentence.terms[clauses.groups[object].head].entry != 0
      {
        let head = clauses.groups[object].head
        let isForce = clauses.force(object)?.side == .state && action == "backing"
        action += " the " + (isForce ? "forces" : sentence.lower(head..<head + 1))
      }
      let equipment = clauses.equipment(from: predicate.chunk + 1)
      if sense.plain == "wearing" || sense.plain == "using" { if equipment == nil { continue } }
      if sense.plain == "wearing",
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

  /// "Around the hostages were attackers in vests packed with explosives".
  private static func inverted(_ clauses: Clauses, _ findings: inout Findings) {
    let sentence = clauses.sentence
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .preposition {
      guard sentence.isWord(chunk.terms.lowerBound, "around"), let around = clauses.group(at: index + 1),
        index + 3 < clauses.chunks.count, clauses.chunks[index + 2].kind == .verb,
        sentence.verbs[clauses.chunks[index + 2].index].isCopula,
        let force = clauses.force(clauses.chunks[index + 3].index),
        clauses.chunks[index + 3].kind == .group
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
          content: .deployment(Deployment(side: force.side, unit: force.name, action: sense.plain)),
          terms: clauses.groups[unit].terms.lowerBound..<chunk.terms.upperBound, rule: "deployment",
          anchor: clauses.groups[unit].terms.lowerBound))
    }
  }

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
        sentence.sense(clauses.verb($0).main, .deploymentVerb)?.plain == "exchanging fire"
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
      _ = index
    }
  }
}
