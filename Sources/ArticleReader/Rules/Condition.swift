import Situation

extension Rule {
  /// What became of a vehicle, a track, a tunnel, a guard: blown up, immobilised, attacked.
  static let condition = Rule(
    name: "condition",
    triggers: CategorySet(.conditionVerb, .predicate),
    examples: [
      Example("The attackers «blew up the tracks».", "track blown up"),
      Example("«The engine and nine coaches were immobilised».", "engine immobilised"),
      Example("The «rear two coaches derailed».", "rear two coaches derailed"),
      Example("«Coach S-5 burned».", "coach S-5 burned"),
      Example("A «coach overturned».", "one coach overturned"),
      Example("«The bus plunged into» a ravine near Selm.", "bus plunged"),
      Example("Inmates «took over a cellblock» on Friday.", "cellblock seized"),
      Example("«The siege ended» at dawn.", "siege over"),
      Example("«The fire is under control».", "fire under control"),
      Example("«The operation at the Selm mine is over» and all are free.", "operation over"),
      Example("The army declared «the siege over».", "siege over"),
    ],
    counterexamples: [
      "The talks were derailed.", "The driver stopped for tea.", "The bus ended in Selm.", "Shares plunged.",
      "Trains stay away until the operation is over.", "Once the siege ends they will be paid.",
    ]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for predicate in clauses.predicates {
      let verb = clauses.verb(predicate)
      guard let sense = clauses.conditionSense(verb), !verb.isNegated, !verb.isModal else { continue }
      if verb.voice == .infinitive || verb.voice == .gerund || clauses.isOpen(predicate) { continue }
      if clauses.isMerelyPlain(predicate) { continue }
      let isPassive =
        clauses.isPassive(predicate) || sense.kind == .subject
        || predicate.objects.isEmpty && (sense.kind != .object || clauses.isReduced(predicate))
      let patients = isPassive ? clauses.subjects(predicate) : predicate.objects
      let place = clauses.place(after: predicate.chunk) ?? clauses.place(after: -1, within: predicate.chunk)
      for patient in patients where clauses.isOfHazard(sense, patient) {
        add(patient, sentence.plain(sense), verb.terms, place, clauses, &findings)
      }
    }
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .predicate {
      guard
        let sense = sentence.senses(chunk.terms.lowerBound).first(where: {
          $0.category == .predicate && ($0.kind == .state || $0.kind == .hazard) && $0.status == nil
        }),
        index > 0
      else { continue }
      if let declared = clauses.declared(before: index) {
        let terms = clauses.groups[declared].terms.lowerBound..<chunk.terms.upperBound
        if clauses.isOfHazard(sense, declared) {
          add(declared, sentence.plain(sense), terms, nil, clauses, &findings)
        }
        continue
      }
      guard let predicate = clauses.predicates.first(where: { $0.chunk == index - 1 }),
        clauses.verb(predicate).isCopula, !clauses.verb(predicate).isNegated, !clauses.isOpen(predicate)
      else { continue }
      for subject in predicate.subjects where clauses.isOfHazard(sense, subject) {
        let group = clauses.groups[subject]
        var state = sentence.plain(sense)
        var target = subject
        // "Part of the train was inside a tunnel."
        if sentence.isWord(group.head, "part"), let at = clauses.chunk(ofGroup: subject),
          clauses.group(at: at + 2) != nil
        {
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
    var start = noun.terms.lowerBound
    if let thing = clauses.thing(group) {
      (object, number) = (thing.name, thing.number)
      if clauses.isSomeOfTrain(group) {
        let words = clauses.words(ofSome: group)
        (object, number, start) = (words.text, nil, words.start)
      }
    } else if noun.isPronoun, clauses.sentence.isWord(noun.head, "it"),
      let vehicle = clauses.lastVehicle(before: noun.head)
    {
      object = vehicle
    } else if noun.subjectClass == .securityForces, state == "attacked" {
      object = clauses.subject(of: noun).0
    } else {
      return
    }
    let span = min(terms.lowerBound, start)..<max(terms.upperBound, noun.terms.upperBound)
    findings.list.append(
      Finding(
        content: .condition(Condition(object: object, state: state, number: number)), terms: span, rule: "condition",
        anchor: noun.terms.lowerBound, place: place))
  }
}

extension Clauses {
  /// The sense of a verb that tells what is done to a thing; another rule reads what it says of an incident.
  fileprivate func conditionSense(_ verb: VerbGroup) -> Sense? {
    sentence.senses(verb.main).first { sense in
      sense.category == .conditionVerb && ![.event, .impact, .inquiry].contains(sense.kind)
    }
  }

  /// The group that somebody declares to be in the state that stands at a chunk: "the army declared the siege over".
  fileprivate func declared(before chunk: Int) -> Int? {
    guard chunk > 1, chunks[chunk - 1].kind == .group,
      let predicate = predicates.first(where: { $0.chunk == chunk - 2 }), !isOpen(predicate),
      !verb(predicate).isNegated, !verb(predicate).isModal,
      sentence.sense(verb(predicate).main, .speechVerb)?.kind?.isOfSaying ?? false
    else { return nil }
    return chunks[chunk - 1].index
  }

  /// Returns true for what is asked, and for what is waited for: "whether it had ended", "until it is over".
  fileprivate func isOpen(_ predicate: Predicate) -> Bool {
    if isOpenQuestion(predicate.chunk) { return true }
    // In the past tense it is said to have been so: "when the siege ended".
    let first = verb(predicate).terms.lowerBound
    if sentence.verbForms(first).contains(where: \.isPast) { return false }
    if sentence.isWord(first, "was") || sentence.isWord(first, "were") || sentence.isWord(first, "had") { return false }
    for chunk in chunks[max(0, predicate.chunk - 8)..<predicate.chunk].reversed() {
      if chunk.kind == .stop { return false }
      if chunk.kind == .subordinator {
        return sentence.sense(chunk.terms.lowerBound, .subordinator)?.kind == .awaited
      }
    }
    return false
  }

  /// Whether a state fits: what is said of fires and sieges is said of nothing else, and nothing else of them.
  fileprivate func isOfHazard(_ sense: Sense, _ group: Int) -> Bool {
    (sense.kind == .hazard) == (thing(group)?.kind == .hazard)
  }

  /// Some coaches and not all, none of which has a number: what befell them says nothing of the others.
  func isSomeOfTrain(_ group: Int) -> Bool {
    guard let thing = thing(group), thing.kind == .part, ["coach", "coaches"].contains(thing.name) else { return false }
    return !areAllOfTrain(group)
  }

  /// "rear two coaches", "one coach".
  func words(ofSome group: Int) -> (text: String, start: Int) {
    let noun = groups[group]
    var start = noun.terms.lowerBound
    if let chunk = chunk(ofGroup: group), let before = self.group(at: chunk - 1), before.terms.upperBound == start {
      // "the rear two": where they are stands before their number.
      start = before.terms.lowerBound
    }
    if sentence.has(start, CategorySet(.article, .possessive, .demonstrative)) { start += 1 }
    if noun.quantity == nil || noun.quantity?.isSingleton == true, start == noun.head {
      return ((noun.isSingular ? "one " : "some ") + sentence.lower(noun.head..<noun.head + 1), start)
    }
    return (sentence.lower(start..<noun.head + 1), start)
  }
}
