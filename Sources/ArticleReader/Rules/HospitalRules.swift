import Situation

extension Rule {
  /// People taken to or treated at a place of healing, whatever it is called.
  static let hospital = Rule(
    name: "taken to hospital",
    triggers: CategorySet(.motionVerb, .verb),
    examples: [
      Example("«Five people were taken to Stanford Medical Center».", "injured 5 people people"),
      Example("«Three victims were treated at the county hospital».", "injured 3 victims people"),
    ],
    counterexamples: ["Five nurses walked to the hospital.", "Two bodies were taken to the hospital."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for predicate in clauses.predicates {
      let verb = clauses.verb(predicate)
      let isCarried =
        sentence.sense(verb.main, .motionVerb)?.kind == .object || sentence.isWord(verb.main, "rushed")
        || sentence.isWord(verb.main, "admitted") || sentence.isWord(verb.main, "transferred")
      let isTreated =
        sentence.isWord(verb.main, "treated") || sentence.isWord(verb.main, "hospitalized")
        || sentence.isWord(verb.main, "recovering")
      guard isCarried || isTreated, !verb.isNegated, verb.voice != .infinitive else { continue }
      let isPassive = clauses.isPassive(predicate)
      let patients = isPassive || sentence.isWord(verb.main, "recovering") ? predicate.subjects : predicate.objects
      guard !patients.isEmpty, let end = healing(after: predicate.chunk, clauses) else { continue }
      for patient in patients where clauses.isCountable(clauses.groups[patient], allowingUnknown: false) {
        let known = findings.status(of: patient)
        if clauses.groups[patient].status == .killed || known != nil && known != .rescued { continue }
        let terms = verb.terms.lowerBound..<end
        clauses.count(patient, .injured, rule: "taken to hospital", with: terms, into: &findings)
      }
    }
  }

  private static func healing(after chunk: Int, _ clauses: Clauses) -> Int? {
    let sentence = clauses.sentence
    var index = chunk + 1
    while index + 1 < clauses.chunks.count, index - chunk < 8 {
      let part = clauses.chunks[index]
      if part.kind == .stop || part.kind == .verb || part.kind == .comma { return nil }
      if part.kind == .preposition, let group = clauses.group(at: index + 1),
        ["to", "at", "in"].contains(sentence.lower(part.terms))
      {
        let heals = group.terms.contains {
          ["hospital", "hospitals", "medical", "infirmary", "clinic", "trauma"].contains(sentence.lower($0..<$0 + 1))
        }
        if heals { return group.terms.upperBound }
      }
      index += 1
    }
    return nil
  }

  /// "three people with gunshot wounds", "left eight people with wounds".
  static let wounds = Rule(
    name: "people with wounds",
    triggers: CategorySet(.noun, .statusNoun),
    examples: [
      Example("Officers found «three people with gunshot wounds».", "injured 3 people people"),
      Example("Police found «four victims suffering from stab wounds».", "injured 4 victims people"),
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

  /// "a double murder", "a triple homicide": the adjective is the number.
  static let multiple = Rule(
    name: "multiple killing",
    triggers: CategorySet(.incident, .statusNoun),
    examples: [Example("A man was jailed for the «double murder» in May.", "killed 2 people people")],
    counterexamples: ["They won a double victory.", "The double shooting range is closed."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    let words: [(StaticString, Int)] = [("double", 2), ("triple", 3), ("quadruple", 4), ("quintuple", 5)]
    for (index, group) in clauses.groups.enumerated() where group.head > group.terms.lowerBound {
      guard let number = words.first(where: { sentence.isWord(group.head - 1, $0.0) })?.1,
        let status = sentence.sense(group.head, .incident)?.status
          ?? (sentence.isWord(group.head, "homicide") ? .killed : nil),
        status == .killed || status == .injured,
        !findings.list.contains(where: { $0.countStatus == status })
      else { continue }
      findings.list.append(
        Finding(
          content: .count(Count(status, "people", .people, .exactly(number))), terms: group.head - 1..<group.head + 1,
          rule: "multiple killing", group: index, anchor: group.head - 1))
    }
  }
}
