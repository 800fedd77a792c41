import Situation

extension Rule {
  /// That something happened, and to what: an earthquake that struck, a blast that ripped through a market, a ship that
  /// hit a bridge, a crash that is being investigated.
  static let happening = Rule(
    name: "happening",
    triggers: CategorySet(.conditionVerb, .predicate),
    examples: [
      Example("An «earthquake struck» Selm on Friday.", "earthquake struck"),
      Example("A «blast ripped through» a market in Selm.", "blast ripped through"),
      Example("The «attack took place» near a checkpoint.", "attack took place"),
      Example("The village was «hit by a landslide» at dawn.", "landslide hit"),
      Example("A «cargo ship hit» a bridge in Selm.", "ship hit bridge"),
      Example("The cause of the «crash is under investigation».", "crash under investigation"),
      Example("The «accident is being investigated».", "accident under investigation"),
    ],
    counterexamples: [
      "Earthquakes strike here.", "The storm may hit Selm.", "A strike did not take place.", "The film was a hit.",
      "Debt hit the company.", "It is not known why the attack took no lives.",
    ]
  ) { clauses, findings in
    for predicate in clauses.predicates where clauses.isTold(predicate) {
      let verb = clauses.verb(predicate)
      for sense in clauses.sentence.senses(verb.main) where sense.category == .conditionVerb {
        switch sense.kind {
        case .event: event(predicate, sense, clauses, &findings)
        case .impact: impact(predicate, sense, clauses, &findings)
        case .inquiry where verb.voice == .passive: inquiry(predicate, sense, verb.terms, clauses, &findings)
        default: continue
        }
      }
    }
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .predicate {
      guard let sense = clauses.sentence.senses(chunk.terms.lowerBound).first(where: { $0.kind == .inquiry }),
        let predicate = clauses.predicates.first(where: { $0.chunk == index - 1 }), clauses.verb(predicate).isCopula,
        clauses.isTold(predicate)
      else { continue }
      inquiry(predicate, sense, chunk.terms, clauses, &findings)
    }
  }

  /// The incident is who does it: the subject, or the agent of a passive.
  private static func event(_ predicate: Predicate, _ sense: Sense, _ clauses: Clauses, _ findings: inout Findings) {
    let verb = clauses.verb(predicate)
    guard verb.voice == .passive else {
      guard verb.voice == .active || verb.voice == .bareParticiple,
        let subject = predicate.subjects.last(where: { clauses.isIncident($0) })
      else { return }
      let place = clauses.place(after: predicate.chunk) ?? predicate.objects.first.flatMap { clauses.place(of: $0) }
      add(subject, nil, sense, verb.terms, place, clauses, &findings)
      return
    }
    guard let agent = clauses.agent(after: predicate.chunk), clauses.isIncident(agent) else { return }
    let place = predicate.subjects.last.flatMap { clauses.place(of: $0) } ?? clauses.place(after: predicate.chunk)
    add(agent, nil, sense, verb.main..<verb.terms.upperBound, place, clauses, &findings)
  }

  /// One thing that hits another.
  private static func impact(_ predicate: Predicate, _ sense: Sense, _ clauses: Clauses, _ findings: inout Findings) {
    let verb = clauses.verb(predicate)
    guard verb.voice == .active, let subject = predicate.subjects.last, let object = predicate.objects.first,
      clauses.thing(subject)?.kind == .vehicle, let struck = clauses.struck(object)
    else { return }
    add(subject, struck, sense, verb.terms, clauses.place(after: predicate.chunk), clauses, &findings)
  }

  /// "The crash is being investigated", "the cause of the crash is under investigation".
  private static func inquiry(
    _ predicate: Predicate, _ sense: Sense, _ terms: Range<Int>, _ clauses: Clauses, _ findings: inout Findings
  ) {
    guard let subject = predicate.subjects.last,
      let incident = clauses.isIncident(subject) ? subject : clauses.incident(ofCause: subject)
    else { return }
    add(incident, nil, sense, terms, nil, clauses, &findings)
  }

  private static func add(
    _ group: Int, _ struck: String?, _ sense: Sense, _ verb: Range<Int>, _ place: String?, _ clauses: Clauses,
    _ findings: inout Findings
  ) {
    let noun = clauses.groups[group]
    let isRead = findings.list.contains { $0.rule == "happening" && $0.anchor == noun.head }
    guard !isRead else { return }
    let name = clauses.thing(group)?.name ?? clauses.sentence.lower(noun.head..<noun.head + 1)
    let state = [clauses.sentence.plain(sense), struck].compactMap(\.self).joined(separator: " ")
    findings.list.append(
      Finding(
        content: .condition(Condition(object: name, state: state)),
        terms: min(noun.head, verb.lowerBound)..<max(noun.terms.upperBound, verb.upperBound), rule: "happening",
        anchor: noun.head, place: place))
  }
}

extension Clauses {
  /// Returns true if a predicate says that something was so: not asked, denied, possible or usual.
  fileprivate func isTold(_ predicate: Predicate) -> Bool {
    let verb = verb(predicate)
    guard !verb.isNegated, !verb.isModal, verb.voice != .gerund, verb.voice != .infinitive,
      !isOpenQuestion(predicate.chunk)
    else { return false }
    // "Earthquakes strike here" tells what is usual.
    let isPlural = predicate.subjects.last.map { groups[$0].quantity == nil && !groups[$0].isSingular } ?? false
    return !(isPlural && verb.terms.count == 1 && sentence.verbForms(verb.main).allSatisfy { !$0.isPast })
  }

  /// The noun of something that happens, or of what burns or rages.
  fileprivate func isIncident(_ group: Int) -> Bool {
    let noun = groups[group]
    return !noun.isPronoun && noun.quantity?.isZero != true
      && (sentence.has(noun.head, .incident) || thing(group)?.kind == .hazard)
  }

  /// The incident of "the cause of the crash".
  fileprivate func incident(ofCause group: Int) -> Int? {
    guard sentence.senses(groups[group].head).contains(where: { $0.kind == .inquiry }),
      let chunk = chunk(ofGroup: group), self.group(at: chunk + 2) != nil,
      sentence.isWord(chunks[chunk + 1].terms.lowerBound, "of"), isIncident(chunks[chunk + 2].index)
    else { return nil }
    return chunks[chunk + 2].index
  }

  /// What a vehicle hits: a thing by its plain name, else a few words as they stand; nobody.
  fileprivate func struck(_ group: Int) -> String? {
    if let thing = thing(group) { return thing.name }
    let noun = groups[group]
    guard !noun.isPeople, !noun.isPronoun, !noun.isHeadless, noun.terms.count <= 5,
      sentence.has(noun.head, .noun) || sentence.terms[noun.head].entry == 0
    else { return nil }
    return sentence.lower(afterDeterminer(noun)..<noun.terms.upperBound)
  }

  /// The place that a group names.
  fileprivate func place(of group: Int) -> String? {
    chunk(ofGroup: group).flatMap { placeText($0, groups[group]) }
  }
}
