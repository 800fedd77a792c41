import Situation

extension Rule {
  /// That an event took place, as a noun tells it: "an explosion at a plant killed five", "died in a landslide", "there
  /// was a collision", "triggered mudslides".
  static let event = Rule(
    name: "event",
    triggers: CategorySet(.matter),
    examples: [
      Example("An «explosion at a plant killed» nine people.", "explosion took place"),
      Example("Nine people «were killed in a mine collapse» in Selm.", "mine collapse took place"),
      Example("«There was a collision» near Selm.", "collision took place"),
      Example("Heavy rain «triggered mudslides» in Velm.", "mudslides took place"),
      Example("Residents «heard two explosions».", "explosions heard 2"),
      Example("The «outbreak began» at dawn.", "outbreak begun"),
    ],
    counterexamples: [
      "An explosion could kill nine people.", "They feared an explosion.", "Police foiled an attack.",
      "No explosion was heard.", "They warned of the risk of a landslide.",
      "The attack could not be stopped.",
    ]
  ) { clauses, findings in
    guard clauses.sentence.matters.contains(where: { $0.sense.kind == .event && $0.sense.category == .matter }) else {
      return
    }
    for predicate in clauses.predicates where predicate.modality == .told {
      subject(predicate, clauses, &findings)
      object(predicate, clauses, &findings)
      circumstance(predicate, clauses, &findings)
    }
  }

  /// The event does it, or it is said to have been.
  private static func subject(_ predicate: Predicate, _ clauses: Clauses, _ findings: inout Findings) {
    let verb = clauses.verb(predicate)
    if let agent = verb.voice == .passive ? clauses.agent(after: predicate.chunk) : nil,
      clauses.isToldAsEvent(agent), let turn = clauses.turn(verb, .event)
    {
      clauses.add(event: agent, clauses.sentence.plain(turn.sense), verb.terms, to: &findings)
      return
    }
    guard verb.voice == .active || verb.voice == .bareParticiple,
      let subject = clauses.subjects(predicate).last(where: { clauses.matter($0, .event) != nil }),
      let turn = clauses.turn(verb, .event), clauses.isToldAsEvent(subject)
    else { return }
    let state = clauses.sentence.plain(turn.sense)
    // What kills tells of itself only where it brings in the event or befalls somebody.
    if state == "took place", predicate.objects.isEmpty, clauses.turn(verb, .witnessed) != nil { return }
    clauses.add(event: subject, state, verb.terms, to: &findings)
  }

  /// "there was an explosion", "heard two explosions", "carried out an attack", "an explosion was heard".
  private static func object(_ predicate: Predicate, _ clauses: Clauses, _ findings: inout Findings) {
    let verb = clauses.verb(predicate)
    if verb.isCopula {
      let start = verb.terms.lowerBound
      guard clauses.sentence.isWord(start, "there") || clauses.sentence.isWord(start - 1, "there"),
        let object = predicate.objects.first, clauses.isToldAsEvent(object)
      else { return }
      clauses.add(event: object, "took place", verb.terms, to: &findings)
      return
    }
    guard let turn = clauses.turn(verb, .witnessed) else { return }
    for patient in clauses.patients(predicate, turn) where clauses.isToldAsEvent(patient) {
      // "the crash was caused by ice": another rule tells why.
      if clauses.isPassive(predicate), clauses.turn(verb, .because) != nil { continue }
      let state = clauses.sentence.plain(turn.sense)
      // "what caused the crash": it is known from before.
      guard state != "took place" || clauses.bringsIn(patient) else { continue }
      clauses.add(event: patient, state, verb.terms, to: &findings)
    }
  }

  /// "killed in a landslide", "died when … after an explosion": an event brought in beside what it did.
  private static func circumstance(_ predicate: Predicate, _ clauses: Clauses, _ findings: inout Findings) {
    let sentence = clauses.sentence
    let verb = clauses.verb(predicate)
    guard !verb.isModal, sentence.sense(verb.main, .speechVerb)?.kind != .warns else { return }
    var index = predicate.chunk + 1
    while index + 1 < clauses.chunks.count, index - predicate.chunk < 10 {
      let chunk = clauses.chunks[index]
      if chunk.kind == .verb || chunk.kind == .stop || chunk.kind == .relative { return }
      if chunk.kind == .group, clauses.isOfChance(chunk.index) { return }
      let opens =
        (chunk.kind == .preposition || chunk.kind == .subordinator)
        && sentence.isOneOf(chunk.terms.lowerBound, Self.beside)
      if opens, clauses.group(at: index + 1) != nil {
        let event = clauses.chunks[index + 1].index
        if clauses.isToldAsEvent(event), clauses.bringsIn(event) {
          clauses.add(event: event, "took place", verb.terms, to: &findings)
          return
        }
      }
      index += 1
    }
  }

  private static let beside: [StaticString] = [
    "in", "by", "after", "following", "during", "from", "as a result of", "over", "because of", "due to", "amid",
    "when",
  ]
}

extension Clauses {
  /// The noun of an event that is said to be one, and neither none nor one to come.
  fileprivate func isToldAsEvent(_ group: Int) -> Bool {
    guard matter(group, .event) != nil else { return false }
    let noun = groups[group]
    if noun.quantity?.isZero == true { return false }
    return !noun.terms.contains { term in
      sentence.isOneOf(term, Self.notSo) || sentence.isOneOf(term - 1, ["possible", "potential", "planned"])
    }
  }

  private static let notSo: [StaticString] = [
    "possible", "potential", "planned", "feared", "alleged", "attempted", "future", "further", "any", "such",
    "previous", "earlier", "similar", "last", "every", "each", "imminent", "threatened", "another",
  ]

  /// "the risk of a landslide", "a warning of attacks": one that may come.
  fileprivate func isOfChance(_ group: Int) -> Bool {
    let head = groups[group].head
    return sentence.isOneOf(head, Self.chances) || mark(over: head, .matter, .alert) != nil
  }

  private static let chances: [StaticString] = [
    "risk", "risks", "threat", "threats", "fear", "fears", "danger", "dangers", "possibility", "chance", "chances",
    "plan", "plans", "plot", "case", "event", "prospect", "potential", "likelihood", "suspicion", "attempt",
  ]

  /// "a landslide", "landslides", "two blasts": brought in here, and not known from before.
  fileprivate func bringsIn(_ group: Int) -> Bool {
    let noun = groups[group]
    return !noun.isDefinite && noun.possessor == nil
  }

  fileprivate func add(event group: Int, _ state: String, _ verb: Range<Int>, to findings: inout Findings) {
    let noun = groups[group]
    guard let matter = matter(group, .event) else { return }
    let isKnown = findings.list.contains { finding in
      guard case .condition = finding.content else { return false }
      return finding.anchor == noun.head || finding.terms.overlaps(noun.terms) && finding.terms.overlaps(verb)
    }
    let name = sentence.lower(matter.terms)
    // What the story told of before is told again only where more is said of it than what it did.
    let isOld = noun.isDefinite && state == "took place" && context.events.contains(name)
    guard !isKnown, !isOld else { return }
    let start = min(matter.terms.lowerBound, verb.lowerBound)
    findings.list.append(
      Finding(
        content: .condition(Condition(object: name, state: state, number: number(of: noun))),
        terms: start..<max(noun.terms.upperBound, verb.upperBound), rule: "event", anchor: noun.head,
        place: chunk(ofGroup: group).flatMap { place(ofMatter: group, after: $0) }))
  }
}
