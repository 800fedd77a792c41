import Situation

extension Rule {
  /// What forces and rescuers do, and that they are sent; what those do who attack.
  static let forces = Rule(
    name: "forces",
    triggers: CategorySet(.matter, .person, .force),
    examples: [
      Example("«Marines boarded the tanker».", "state marines boarding the tanker"),
      Example("«Troops were deployed» in Selm.", "state troops deployed"),
      Example("The governor «sent rescue teams» to Velm.", "state rescue teams sent"),
      Example("«Rescue teams rushed» to the scene.", "state rescue teams on the way"),
      Example("The «gunman surrendered» at dawn.", "attackers gunman surrendered"),
      Example("A «man barricaded himself» in a shop.", "attackers man barricaded"),
      Example("«Officers are on the scene».", "state officers on the scene"),
    ],
    counterexamples: [
      "Troops may be deployed.", "Officers did not search the house.",
      "Police should search the river.", "The doctor gave up smoking.", "The firm sent a letter.",
      "Bus crews went on strike.",
    ]
  ) { clauses, findings in
    for predicate in clauses.predicates {
      if let deed = clauses.deed(of: predicate), let modality = predicate.modality {
        clauses.add(deed, modality, predicate, to: &findings)
      }
    }
  }
}

/// An act of a unit.
private struct Deed {
  var unit: Int
  var side: Deployment.Side
  var name: String
  var action: String
  var terms: Range<Int>
  /// The object of the act.
  var object: Int?
}

extension Clauses {
  fileprivate func deed(of predicate: Predicate) -> Deed? {
    let verb = verb(predicate)
    guard verb.isCopula || hasMark(over: verb.main, .turn) else { return anything(predicate) }
    return deedInWords(predicate)
  }

  private func deedInWords(_ predicate: Predicate) -> Deed? {
    charged(predicate) ?? sent(predicate) ?? standing(predicate) ?? done(predicate) ?? attacking(predicate) ?? inCharge(
      predicate)
      ?? anything(predicate)
  }

  /// "troops were deployed", "the governor sent teams", "teams rushed to the scene".
  private func sent(_ predicate: Predicate) -> Deed? {
    let verb = verb(predicate)
    let isBrought = isPassive(predicate) || !predicate.objects.isEmpty || isReduced(predicate)
    // "teams sent to the scene", and not "teams have sent out …".
    if isBrought, let turn = turn(verb, .sent) {
      for patient in patients(predicate, turn) {
        if let deed = deed(patient, turn, verb) { return deed }
      }
    }
    if !isPassive(predicate), let turn = turn(verb, .goes) {
      for doer in subjects(predicate) {
        if let deed = deed(doer, turn, verb) { return deed }
      }
    }
    return nil
  }

  private func deed(_ group: Int, _ turn: Mark, _ verb: VerbGroup) -> Deed? {
    guard let (side, name) = unit(group) else { return nil }
    return Deed(
      unit: group, side: side, name: name, action: sentence.plain(turn.sense),
      terms: verb.terms.lowerBound..<max(verb.terms.upperBound, turn.terms.upperBound))
  }

  /// "officers are on the scene", "the suspect is in custody".
  private func standing(_ predicate: Predicate) -> Deed? {
    let verb = verb(predicate)
    guard verb.isCopula, let subject = subjects(predicate).last else { return nil }
    for (kind, known) in [(Kind.sent, unit(subject)), (.attacker, attacker(subject))] {
      guard let (side, name) = known,
        let state = mark(over: verb.terms.upperBound, .state, kind)
          ?? mark(over: verb.terms.upperBound + 1, .state, kind)
      else { continue }
      return Deed(
        unit: subject, side: side, name: name, action: sentence.plain(state.sense),
        terms: verb.terms.lowerBound..<state.terms.upperBound)
    }
    return nil
  }

  /// "divers are searching the river".
  private func done(_ predicate: Predicate) -> Deed? {
    let verb = verb(predicate)
    guard let turn = turn(verb, .force) else { return nil }
    let isPassive = isPassive(predicate)
    guard let (unit, side, name) = doer(predicate, isPassive, { self.unit($0) }) else { return nil }
    return deed(unit, side, name, turn, predicate, isPassive)
  }

  /// "the gunman opened fire", "rebels seized the town".
  private func attacking(_ predicate: Predicate) -> Deed? {
    let verb = verb(predicate)
    if !isPassive(predicate), let turn = turn(verb, .deed),
      let (unit, side, name) = doer(predicate, false, { attacker($0) ?? anybody($0) })
    {
      return deed(unit, side, name, turn, predicate, false)
    }
    guard let turn = turn(verb, .attacker) else { return nil }
    let isPassive = isPassive(predicate)
    guard let (unit, side, name) = doer(predicate, isPassive, { attacker($0) }) else { return nil }
    return deed(unit, side, name, turn, predicate, isPassive)
  }

  /// "the suspect was arrested", "the driver has been charged": of one or of some who have no number.
  private func charged(_ predicate: Predicate) -> Deed? {
    let verb = verb(predicate)
    guard let turn = turn(verb, .charged) else { return nil }
    for patient in patients(predicate, turn) {
      let noun = groups[patient]
      guard let matter = matter(patient, .suspect), noun.quantity.map(\.isSingleton) ?? true else { continue }
      let side: Deployment.Side = attacker(patient)?.side ?? .other
      return Deed(
        unit: patient, side: side, name: sentence.lower(matter.terms), action: sentence.plain(turn.sense),
        terms: verb.terms.lowerBound..<max(verb.terms.upperBound, turn.terms.upperBound))
    }
    return nil
  }

  /// "authorities opened a shelter": what those in charge do, of what an officer asks.
  private func inCharge(_ predicate: Predicate) -> Deed? {
    guard let turn = turn(verb(predicate), .acts), !isPassive(predicate), !predicate.objects.isEmpty,
      let (unit, side, name) = doer(predicate, false, { inCharge($0) }),
      predicate.objects.contains(where: { isAskedFor($0) })
    else { return nil }
    return deed(unit, side, name, turn, predicate, false)
  }

  private func inCharge(_ group: Int) -> (side: Deployment.Side, name: String)? {
    guard let matter = matter(group, .authority), groups[group].quantity?.isZero != true else { return nil }
    let isState = sentence.sense(groups[group].head, .speaker)?.side == .state
    return (isState ? .state : .other, sentence.lower(matter.terms))
  }

  /// A matter, a thing, people or a place, and not a budget.
  private func isAskedFor(_ group: Int) -> Bool {
    let head = groups[group].head
    return hasMark(over: head, .matter)
      || sentence.has(head, CategorySet(.thing, .person, .statusNoun, .force, .equipment, .region))
  }

  /// Whatever else a force or those who attack do to something, in the words of the text.
  private func anything(_ predicate: Predicate) -> Deed? {
    let verb = verb(predicate)
    guard verb.voice == .active, !verb.isCopula, !verb.isHave, turn(verb, .still) == nil,
      !sentence.has(verb.main, CategorySet(.speechVerb, .statusVerb, .putVerb)),
      sentence.verbForms(verb.main).contains(where: { $0.isPast || $0 == .gerund }),
      let (unit, side, name) = doer(predicate, false, { self.unit($0) ?? attacker($0) }),
      let object = predicate.objects.first
        ?? (verb.terms.count > 1 ? groupAfterPreposition(predicate) : nil),
      objectWords(object) != nil
    else { return nil }
    let end = groups[object].terms.upperBound
    guard end > verb.main, end - verb.main <= 9 else { return nil }
    return Deed(
      unit: unit, side: side, name: name, action: sentence.words(verb.main..<end),
      terms: verb.terms.lowerBound..<end, object: object)
  }

  private func groupAfterPreposition(_ predicate: Predicate) -> Int? {
    let index = predicate.chunk + 1
    guard chunks.indices.contains(index + 1), chunks[index].kind == .preposition, group(at: index + 1) != nil else {
      return nil
    }
    return chunks[index + 1].index
  }

  /// The unit that acts, and the words for it.
  private func doer(
    _ predicate: Predicate, _ isPassive: Bool, _ known: (Int) -> (side: Deployment.Side, name: String)?
  ) -> (Int, Deployment.Side, String)? {
    let doers = isPassive ? agent(after: predicate.chunk).map { [$0] } ?? [] : subjects(predicate)
    for doer in doers.reversed() {
      if let (side, name) = known(doer) { return (doer, side, name) }
    }
    return nil
  }

  private func deed(
    _ unit: Int, _ side: Deployment.Side, _ name: String, _ turn: Mark, _ predicate: Predicate, _ isPassive: Bool
  ) -> Deed? {
    let verb = verb(predicate)
    var action = sentence.plain(turn.sense)
    // "gave up smoking" is not a surrender.
    if action == "surrendered", !predicate.objects.isEmpty || isFollowedByVerb(turn) { return nil }
    let later = isPassive || !predicate.objects.isEmpty ? nil : groupAfter(turn, predicate)
    let object = isPassive ? subjects(predicate).last : predicate.objects.first ?? later
    let takesObject = action.hasSuffix("ing") || action.split(separator: " ").count > 1 && action.contains("ing ")
    if takesObject, let object {
      guard let words = objectWords(object) else { return nil }
      // "fired into the air": with its preposition.
      if object == later, let chunk = chunk(ofGroup: object), chunks[chunk - 1].kind == .preposition,
        chunks[chunk - 1].terms.lowerBound >= turn.terms.upperBound
      {
        action += " " + sentence.lower(chunks[chunk - 1].terms)
      }
      action += " " + words
    } else if takesObject, turn.sense.kind == .force || turn.sense.kind == .acts {
      // Whom or what is not told.
      return nil
    } else if takesObject, let particle = Self.particles.first(where: { action.hasSuffix($0) }) {
      action.removeLast(particle.count)
    }
    return Deed(
      unit: unit, side: side, name: name, action: action,
      terms: verb.terms.lowerBound..<max(verb.terms.upperBound, turn.terms.upperBound),
      object: takesObject ? object : nil)
  }

  private static let particles = [" at", " on", " into", " with"]

  private func isFollowedByVerb(_ turn: Mark) -> Bool {
    chunk(at: turn.terms.upperBound).map { chunks[$0].kind == .verb } ?? false
  }

  /// "searching for the boat": the group after a verb and its preposition.
  private func groupAfter(_ turn: Mark, _ predicate: Predicate) -> Int? {
    var index = predicate.chunk + 1
    while index < chunks.count, chunks[index].terms.upperBound <= turn.terms.upperBound { index += 1 }
    if index < chunks.count, chunks[index].kind == .adverb { index += 1 }
    if chunks.indices.contains(index), chunks[index].kind == .preposition,
      sentence.isOneOf(chunks[index].terms.lowerBound, ["for", "on", "at", "through", "with", "into"])
    {
      index += 1
    }
    return group(at: index) == nil ? nil : chunks[index].index
  }

  /// What is searched, stormed, fought: a few words as they stand, and no pronoun.
  private func objectWords(_ group: Int) -> String? {
    let noun = groups[group]
    guard !noun.isPronoun, !noun.isHeadless, noun.quantity?.isZero != true,
      !sentence.has(noun.head, CategorySet(.adjective, .adverb, .timeUnit, .weekday)) || sentence.has(noun.head, .thing)
    else { return nil }
    var terms = noun.terms
    if sentence.has(terms.lowerBound, .article), terms.count > 1 { terms = terms.lowerBound + 1..<terms.upperBound }
    let isDefinite = noun.isDefinite && sentence.isWord(noun.terms.lowerBound, "the")
    let words = terms.count > 5 ? noun.head..<noun.terms.upperBound : terms
    return (isDefinite ? "the " : "") + sentence.words(words)
  }

  /// The force or the rescuers that a group names.
  private func unit(_ group: Int) -> (side: Deployment.Side, name: String)? {
    if let force = force(group) { return force }
    guard let matter = matter(group, .force) else { return nil }
    return (.state, sentence.lower(matter.terms))
  }

  private func attacker(_ group: Int) -> (side: Deployment.Side, name: String)? {
    if let force = force(group) { return force.side == .attackers ? force : nil }
    let noun = groups[group]
    guard !noun.isPronoun else { return nil }
    if noun.subjectClass == .attackers, noun.isPeople {
      return (.attackers, sentence.lower(noun.head..<noun.head + 1))
    }
    guard let body = sentence.sense(noun.head, .organisation), body.side == .attackers else { return nil }
    return (.attackers, sentence.plain(body))
  }

  /// Whoever does what only attackers do.
  private func anybody(_ group: Int) -> (side: Deployment.Side, name: String)? {
    let noun = groups[group]
    guard noun.isPeople, !noun.isPronoun, unit(group) == nil, noun.quantity?.isZero != true else { return nil }
    return (.attackers, sentence.lower(noun.head..<noun.head + 1))
  }

  fileprivate func add(_ deed: Deed, _ modality: Modality, _ predicate: Predicate, to findings: inout Findings) {
    let unit = groups[deed.unit]
    guard unit.quantity?.isZero != true else { return }
    let verb = verb(predicate).main
    let isKnown = findings.list.contains { finding in
      switch finding.content {
      case .deployment, .movement: finding.terms.contains(verb)
      case .count: finding.terms.contains(verb) && finding.group == deed.object
      // The change of the matter tells this already, except who attacked.
      case .condition: deed.side == .state && finding.terms.contains(verb) && deed.object != nil
      default: false
      }
    }
    guard !isKnown else { return }
    let start = min(deed.terms.lowerBound, afterDeterminer(unit))
    var end = max(deed.terms.upperBound, unit.terms.upperBound)
    if let object = deed.object { end = max(end, groups[object].terms.upperBound) }
    findings.list.append(
      Finding(
        content: .deployment(Deployment(side: deed.side, unit: deed.name, action: deed.action)),
        terms: start..<end, rule: "forces", anchor: unit.terms.lowerBound,
        standing: modality == .ahead ? .forecast : nil))
  }
}
