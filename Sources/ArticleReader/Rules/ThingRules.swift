import Situation

extension Clauses {
  /// The plain name of a thing of the scene, and how many: "coaches", 9.
  func thing(_ groupIndex: Int) -> (name: String, number: Int?, kind: Kind?)? {
    let group = groups[groupIndex]
    if group.isPronoun { return nil }
    guard let sense = sentence.senses(group.head).first(where: { $0.category == .thing }) else { return nil }
    let isMany = sense.form == .plural
    var name = isMany && sense.kind == .part ? Inflection.plural(sense.plain) : sense.plain
    if !isMany, sense.kind == .part, let label = label(after: group.terms.upperBound) { name += " \(label)" }
    let quantity = group.quantity
    return (name, quantity?.isSingleton == true ? nil : quantity?.low ?? quantity?.high, sense.kind)
  }

  /// "No. 3", "7" after "coach".
  private func label(after term: Int) -> Int? {
    var position = term
    if sentence.isWord(position, "no") || sentence.isWord(position, "number") { position += 1 }
    if sentence.kind(position) == .stop { position += 1 }
    guard sentence.kind(position) == .number, position < term + 3 else { return nil }
    return sentence.terms[position].value
  }

  /// Where a clause places itself: the first "in …" or "near …" with a name after a chunk.
  func place(after chunk: Int, within limit: Int = 12) -> String? {
    var index = chunk + 1
    while index + 1 < chunks.count, index - chunk <= limit {
      if chunks[index].kind == .stop { return nil }
      if chunks[index].kind == .preposition, let group = group(at: index + 1) {
        let word = chunks[index].terms.lowerBound
        if sentence.isWord(word, "in") || sentence.isWord(word, "near") || sentence.isWord(word, "at") {
          if let place = placeText(index + 1, group) { return place }
        }
      }
      index += 1
    }
    return nil
  }

  func placeText(_ chunk: Int, _ group: NounGroup) -> String? {
    guard group.terms.contains(where: { sentence.isName($0) }), !group.isPeople else { return nil }
    var terms = group.terms
    if sentence.has(terms.lowerBound, .article), terms.count > 1 { terms = terms.lowerBound + 1..<terms.upperBound }
    // "the Bolan district of Balochistan"
    if chunk + 2 < chunks.count, sentence.isWord(chunks[chunk + 1].terms.lowerBound, "of"),
      let next = self.group(at: chunk + 2),
      next.terms.contains(where: { sentence.isName($0) })
    {
      terms = terms.lowerBound..<next.terms.upperBound
    }
    return sentence.words(terms)
  }
}

extension Rule {
  /// What became of a vehicle, a track, a tunnel, a guard: blown up, immobilised, attacked.
  static let condition = Rule(
    name: "condition",
    triggers: CategorySet(.conditionVerb, .predicate),
    examples: [
      Example("The attackers «blew up the tracks».", "track blown up"),
      Example("«The engine and nine coaches were immobilised».", "engine immobilised"),
    ],
    counterexamples: ["The talks were derailed.", "The driver stopped for tea."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for predicate in clauses.predicates {
      let verb = clauses.verb(predicate)
      guard let sense = sentence.sense(verb.main, .conditionVerb), !verb.isNegated, !verb.isModal else { continue }
      if verb.voice == .infinitive || verb.voice == .gerund || clauses.isOpenQuestion(predicate.chunk) { continue }
      let isPassive =
        clauses.isPassive(predicate)
        || predicate.objects.isEmpty && (sense.kind != .object || clauses.isParticiple(verb))
      let patients = isPassive ? predicate.subjects : predicate.objects
      let place = clauses.place(after: predicate.chunk) ?? clauses.place(after: -1, within: predicate.chunk)
      for patient in patients {
        add(patient, sense.plain, verb.terms, place, clauses, &findings)
      }
    }
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .predicate {
      guard
        let sense = sentence.senses(chunk.terms.lowerBound).first(where: {
          $0.category == .predicate && $0.kind == .state && $0.status == nil
        }),
        index > 0, let predicate = clauses.predicates.first(where: { $0.chunk == index - 1 }),
        clauses.verb(predicate).isCopula,
        !clauses.verb(predicate).isNegated, !clauses.isOpenQuestion(predicate.chunk)
      else { continue }
      for subject in predicate.subjects {
        let group = clauses.groups[subject]
        var state = sense.plain
        var target = subject
        // "Part of the train was inside a tunnel."
        if sentence.isWord(group.head, "part"), let at = clauses.chunk(ofGroup: subject),
          let next = clauses.group(at: at + 2)
        {
          _ = next
          target = clauses.chunks[at + 2].index
          state = "partly " + state
        }
        add(target, state, group.terms.lowerBound..<chunk.terms.upperBound, nil, clauses, &findings)
      }
    }
  }

  private static func add(
    _ group: Int, _ state: String, _ terms: Range<Int>, _ place: String?, _ clauses: Clauses, _ findings: inout Findings
  ) {
    let noun = clauses.groups[group]
    var object: String
    var number: Int?
    if let thing = clauses.thing(group) {
      (object, number) = (thing.name, thing.number)
    } else if noun.isPronoun, clauses.sentence.isWord(noun.head, "it"),
      let vehicle = clauses.lastVehicle(before: noun.head)
    {
      object = vehicle
    } else if noun.subjectClass == .securityForces, state == "attacked" {
      object = clauses.subject(of: noun).0
    } else {
      return
    }
    let span = min(terms.lowerBound, noun.terms.lowerBound)..<max(terms.upperBound, noun.terms.upperBound)
    findings.list.append(
      Finding(
        content: .condition(Condition(object: object, state: state, number: number)), terms: span, rule: "condition",
        anchor: noun.terms.lowerBound, place: place))
  }

  /// How many coaches a train has, where nothing is said of their state.
  static let parts = Rule(
    name: "parts of a train",
    triggers: CategorySet(.thing),
    examples: [Example("The express stopped with its «nine coaches».", "coaches 9")],
    counterexamples: ["The two football coaches met.", "Coach No. 3 was hit."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for (index, group) in clauses.groups.enumerated() {
      guard let thing = clauses.thing(index), thing.kind == .part, let number = thing.number,
        group.quantity?.form == .exact, clauses.lastVehicle(before: group.terms.lowerBound) != nil,
        !findings.list.contains(where: { $0.terms.overlaps(group.terms) && !$0.content.isCount })
      else { continue }
      _ = sentence
      let start = group.quantity?.terms.lowerBound ?? group.terms.lowerBound
      findings.list.append(
        Finding(
          content: .condition(Condition(object: thing.name, state: nil, number: number)),
          terms: start..<group.terms.upperBound, rule: "parts of a train", anchor: group.terms.lowerBound))
    }
  }

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
        let thing = clauses.thing(clauses.chunks[index + 2].index), thing.kind == .building
      else { continue }
      findings.list.append(
        Finding(
          content: .condition(Condition(object: thing.name, state: "entering")),
          terms: chunk.terms.lowerBound..<clauses.chunks[index + 2].terms.upperBound, rule: "entering",
          anchor: chunk.terms.lowerBound, place: clauses.place(after: index + 2)))
    }
  }
}

extension Clauses {
  /// The last vehicle named before a term in the sentence, else in the story.
  func lastVehicle(before term: Int) -> String? {
    for index in (0..<term).reversed() {
      if let sense = sentence.senses(index).first(where: { $0.category == .thing && $0.kind == .vehicle }) {
        return sense.plain
      }
      if sentence.isWord(index, "train") || sentence.lower(index..<index + 1).hasSuffix("the train") { return "train" }
    }
    return context.lastVehicle
  }
}

extension Clauses {
  /// "whether the engine had been damaged": asked and not said.
  func isOpenQuestion(_ chunk: Int) -> Bool {
    var index = chunk - 1
    while index >= 0, chunk - index < 12 {
      if chunks[index].kind == .stop { return false }
      let word = chunks[index].terms.lowerBound
      if sentence.isWord(word, "whether") || sentence.isWord(word, "how") || sentence.isWord(word, "if") { return true }
      if chunks[index].kind == .subordinator { return false }
      index -= 1
    }
    return false
  }
}

extension Clauses {
  /// A lone past form that can be a participle: "the train seized in the pass".
  func isParticiple(_ verb: VerbGroup) -> Bool {
    verb.terms.count == 1 && sentence.verbForms(verb.main).contains { $0.isParticiple }
  }
}
