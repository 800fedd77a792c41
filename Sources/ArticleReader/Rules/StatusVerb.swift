import Situation

extension Rule {
  /// Those whom a verb of status befalls: objects of "killed", subjects of "died" and of passives.
  static let statusVerb = Rule(
    name: "status verb",
    triggers: CategorySet(.statusVerb, .motionVerb),
    examples: [
      Example("«At least 30 militants have been killed», officials said.", "killed 30… militants attackers"),
      Example("Troops «freed more than 300 hostages» on Tuesday.", "rescued 300… hostages people"),
      Example("«Nine passengers died» in the crash.", "killed 9 passengers people"),
      Example("The blast went off at noon, «wounding 11 people».", "injured 11 people people"),
      Example("The group «let 12 women go».", "released 12 women people"),
      Example("The army «lost eight soldiers» there.", "killed 8 soldiers security-forces"),
      Example("By dark «three more had been allowed to leave».", "released 3 people people"),
      Example("Police «arrested three men» at the port.", "arrested 3 men people"),
      Example("«Some 4,000 villagers fled their homes».", "displaced 4000 about villagers people"),
      Example("«About 300 guests were evacuated» as a precaution.", "evacuated 300 about guests people"),
      Example("The gas «sickened 40 pupils».", "ill 40 pupils people"),
      Example("«Two fishermen were picked up alive».", "rescued 2 fishermen people"),
      Example(
        "Boats rescued 61 survivors, «nine of whom were admitted to hospital».", "injured 9 survivors people"),
    ],
    counterexamples: [
      "The soldiers killed time in 12 villages.",
      "Police freed the road after two hours.",
      "They let 12 hours go by.",
      "The club lost 12 players to rivals.",
    ]
  ) { clauses, findings in
    let sentence = clauses.sentence
    letGo(clauses, &findings)
    for predicate in clauses.predicates {
      let verb = clauses.verb(predicate)
      guard let sense = sentence.sense(verb.main, .statusVerb), let plainStatus = sense.status else { continue }
      if sense.kind == .captive, !clauses.isOfCaptives(predicate) { continue }
      var status = plainStatus
      if status == .injured, isGrave(verb, sentence) { status = .critical }
      // "were taken to hospital after they ate there": those who fell ill.
      if status == .injured, clauses.isOfIllness,
        sentence.terms[verb.main].tokens.count > 2 || sentence.plain(sense).hasPrefix("hospitali")
      {
        status = .ill
      }
      if status == .arrested, clauses.isBy(predicate, { $0.subjectClass == .attackers }) { status = .held }
      if status == .held, clauses.isArrest(predicate) { status = .arrested }
      if status == .evacuated, clauses.isRescue(predicate) { status = .rescued }
      // "We are burying seven people": mourners bury the dead, and a slide the living.
      if status == .held, verb.voice == .active, sentence.plain(sense) == "bury",
        !predicate.objects.isEmpty,
        predicate.subjects.contains(where: { clauses.groups[$0].isPeople || clauses.groups[$0].isPronoun })
      {
        status = .killed
      }
      var patients: [Int] = []
      switch (sense.kind, verb.voice) {
      case (.subject, _): patients = predicate.subjects
      case (_, .passive): patients = predicate.subjects
      case (_, .bareParticiple): patients = clauses.isPassive(predicate) ? predicate.subjects : predicate.objects
      case (_, .active):
        let object = predicate.objects.first.map { clauses.groups[$0] }
        let hasObject =
          object.map {
            clauses.isCountable($0, allowingUnknown: true) || clauses.isOneOfUnknownTrade($0) || $0.isPeople
              || $0.isPronoun
          } ?? false
        let form = sense.form
        if hasObject || clauses.isDoneToAName(predicate) || clauses.isDoneByWho(predicate) || !form.isParticiple
          || verb.terms.count > 1 && verb.isPerfect
        {
          patients = clauses.isReflexive(predicate) ? predicate.subjects : predicate.objects
        } else if predicate.objects.isEmpty || !hasObject {
          patients = predicate.subjects
        }
      default: patients = predicate.objects
      }
      if verb.voice == .infinitive, !verb.isPerfect, status == .rescued || status == .released,
        !clauses.isAchieved(predicate)
      {
        findings.reject("status verb", verb.terms, "an aim is not an outcome")
        continue
      }
      if verb.isNegated {
        findings.reject("status verb", verb.terms, "the verb is negated")
        continue
      }
      if clauses.isForRoom(predicate) {
        findings.reject("status verb", verb.terms, "it tells of room")
        continue
      }
      let shares = clauses.shares(of: patients)
      for named in patients {
        let patient = clauses.renamed(named) ?? named
        let group = clauses.groups[patient]
        guard
          clauses.isCountable(group, allowingUnknown: status == .killed || status == .injured || status == .critical)
            || status == .killed && clauses.isOneOfUnknownTrade(group)
            || Self.befallsAnyone.contains(status) && clauses.areOfUnknownTrade(group)
        else {
          findings.reject("status verb", group.terms, group.quantity == nil ? "no number" : "not people")
          continue
        }
        // "nine were killed, another eight wounded, and seven more taken": the eight have their own verb.
        if named != patients.last, let own = group.status, own != status,
          sentence.sense(group.head, .statusVerb)?.form.isParticiple == true
            || own == .killed && sentence.has(group.head, .statusNoun)
        {
          continue
        }
        // "killed and wounded dozens": how many of them died, nobody says.
        if clauses.areOfTwoFates(patient, predicate, status) { continue }
        // "stabbed and killed a guard": what is worst for whom both befell.
        if status == .injured || status == .critical, clauses.areKilledToo(by: predicate) { continue }
        // "The man fled": who did it is gone, and nobody has got away from it.
        if status == .escaped, group.isDefinite, group.quantity?.isSingleton == true,
          group.subjectClass == .attackers || verb.terms.count == 1 && sentence.plain(sense) == "flee"
        {
          continue
        }
        // "searching for two gunmen": they are hunted, and nobody misses them.
        if status == .missing, sense.kind == .object, group.subjectClass == .attackers { continue }
        // "12 bodies were rescued from the mine": nobody was.
        if status == .rescued || status == .evacuated, group.status == .killed { continue }
        // "lost two fighters": only of a force's own; what else is lost is not dead.
        if sentence.plain(sense) == "lose", group.subjectClass != .attackers, group.subjectClass != .securityForces {
          continue
        }
        // "shot 18 of them dead": they are dead, and not hurt as well.
        if status == .injured, verb.voice == .active, clauses.isDeadAfter(patient) { continue }
        var own = status
        // "executed 12 captured soldiers" and "17 injured passengers were taken to hospital" say it once.
        if own == .held, group.quantity?.isSingleton == true,
          sentence.plain(sense) == "hold" || sentence.plain(sense) == "seize"
        {
          continue
        }
        // "The prison holds more than 9,500": what it has room for.
        if own == .held, group.isHeadless || verb.isModal, sentence.plain(sense) == "hold",
          !clauses.isHeldBySomebody(predicate)
        {
          continue
        }
        if own == .injured, group.status == .critical { own = .critical }
        guard clauses.count(patient, own, rule: "status verb", with: verb.terms, into: &findings) else { continue }
        if shares.contains(named), let last = findings.list.indices.last { findings.list[last].becomePart() }
        clauses.addCause(near: verb.terms, to: &findings)
      }
    }
  }

  /// "let women and children go": the verb stands on both sides of its object.
  private static func letGo(_ clauses: Clauses, _ findings: inout Findings) {
    let sentence = clauses.sentence
    for predicate in clauses.predicates where sentence.isWord(clauses.verb(predicate).main, "let") {
      guard let object = predicate.objects.last, let chunk = clauses.chunk(ofGroup: object),
        clauses.chunks.indices.contains(chunk + 1),
        sentence.isWord(clauses.chunks[chunk + 1].terms.upperBound - 1, "go"),
        !clauses.verb(predicate).isNegated
      else { continue }
      let terms = clauses.verb(predicate).terms.lowerBound..<clauses.chunks[chunk + 1].terms.upperBound
      for object in predicate.objects {
        if !clauses.count(object, .released, rule: "status verb", with: terms, into: &findings) {
          clauses.mention(object, .released, rule: "status verb", with: terms, into: &findings)
        }
      }
    }
  }

  /// The statuses that people of any trade can have, and goods cannot.
  private static let befallsAnyone: Set<Count.Status> = [.held, .missing, .rescued, .evacuated, .arrested]

  private static func isGrave(_ verb: VerbGroup, _ sentence: Sentence) -> Bool {
    verb.terms.contains {
      sentence.isWord($0, "critically") || sentence.isWord($0, "seriously") || sentence.isWord($0, "gravely")
        || sentence.isWord($0, "severely") || sentence.isWord($0, "badly")
    }
  }
}

extension Clauses {
  /// Whether those who hold are people or a body of them; a passive need not tell who they are.
  fileprivate func isHeldBySomebody(_ predicate: Predicate) -> Bool {
    if isPassive(predicate) { return true }
    guard let holder = predicate.subjects.last else { return false }
    let group = groups[holder]
    return group.isPeople || group.isPronoun
      || group.terms.contains { sentence.has($0, CategorySet(.organisation, .speaker)) }
  }
}

extension Clauses {
  /// "the deputy shot Massey": it befalls who is named, and not who does it.
  fileprivate func isDoneToAName(_ predicate: Predicate) -> Bool {
    guard let object = predicate.objects.first.map({ groups[$0] }) else { return false }
    return object.quantity == nil && object.terms.lowerBound == verb(predicate).terms.upperBound
      && object.terms.allSatisfy { sentence.isName($0) }
  }

  /// "the officer who shot": after "who" and without an auxiliary, a verb tells what its subject did.
  fileprivate func isDoneByWho(_ predicate: Predicate) -> Bool {
    guard verb(predicate).terms.count == 1, predicate.chunk > 0 else { return false }
    return chunks[predicate.chunk - 1].kind == .relative
  }

  /// "Four people freed themselves": whom the verb befalls is who does it.
  fileprivate func isReflexive(_ predicate: Predicate) -> Bool {
    predicate.objects.contains { groups[$0].isPronoun && sentence.sense(groups[$0].head, .pronoun)?.kind == .own }
  }

  /// Whether somebody of a kind does what a verb says.
  fileprivate func isBy(_ predicate: Predicate, _ isSuch: (NounGroup) -> Bool) -> Bool {
    let agents = isPassive(predicate) ? agent(after: predicate.chunk).map { [$0] } ?? [] : predicate.subjects
    return agents.contains { isSuch(groups[$0]) }
  }

  /// "Everyone on board the plane, 67 people, died": how many those without a number are.
  fileprivate func renamed(_ patient: Int) -> Int? {
    guard groups[patient].quantity == nil, let chunk = chunk(ofGroup: patient),
      let comma = chunks[chunk...].prefix(6).firstIndex(where: { $0.kind == .comma }),
      !chunks[chunk..<comma].contains(where: { [.verb, .stop, .relative, .conjunction].contains($0.kind) }),
      chunks.indices.contains(comma + 2), chunks[comma + 2].kind == .comma, let people = group(at: comma + 1),
      people.isPeople, people.quantity?.isSingleton == false, isCountable(people, allowingUnknown: false)
    else { return nil }
    return chunks[comma + 1].index
  }

  /// "stabbed and killed one man": another verb tells of the same people that they died.
  fileprivate func areKilledToo(by predicate: Predicate) -> Bool {
    predicates.contains { other in
      let patients = isPassive(other) ? other.subjects : other.objects
      return other.chunk == predicate.chunk + 2 && chunks[predicate.chunk + 1].kind == .conjunction && !patients.isEmpty
        && patients == (isPassive(predicate) ? predicate.subjects : predicate.objects)
        && sentence.sense(verb(other).main, .statusVerb)?.status == .killed
    }
  }

  /// "killed and wounded dozens", "40 people were killed or injured": one number for the dead and the hurt. "Shot and
  /// killed two men" are two dead.
  fileprivate func areOfTwoFates(_ patient: Int, _ predicate: Predicate, _ status: Count.Status) -> Bool {
    guard status == .killed || status == .injured, groups[patient].quantity?.isSingleton == false,
      !groups[patient].isSingular
    else { return false }
    return predicates.contains { other in
      guard abs(other.chunk - predicate.chunk) == 2, chunks[min(other.chunk, predicate.chunk) + 1].kind == .conjunction,
        let fate = sentence.sense(verb(other).main, .statusVerb)?.status
      else { return false }
      let fates = predicate.chunk < other.chunk ? [status, fate] : [fate, status]
      return fates == [.killed, .injured] && (isPassive(other) ? other.subjects : other.objects).contains(patient)
    }
  }

  /// "managed to save 40 people": what was aimed at came about.
  fileprivate func isAchieved(_ predicate: Predicate) -> Bool {
    guard predicate.chunk > 0, chunks[predicate.chunk - 1].kind == .verb else { return false }
    let before = sentence.verbs[chunks[predicate.chunk - 1].index]
    return !before.isNegated && !before.isModal && sentence.senses(before.main).contains { $0.kind == .achieves }
  }

  /// "Eight suspects have been held", "12 men were seized by police": no captivity, but an arrest.
  fileprivate func isArrest(_ predicate: Predicate) -> Bool {
    let patients = isPassive(predicate) ? predicate.subjects : predicate.objects
    if isBy(predicate, { $0.subjectClass == .securityForces && !$0.isHeadless }),
      !patients.contains(where: { groups[$0].subjectClass == .attackers })
    {
      return true
    }
    return patients.contains { patient in
      groups[patient].terms.contains { sentence.senses($0).contains { $0.kind == .accused } }
    }
  }

  /// "Boats evacuated 130 villagers", "evacuated 12 miners trapped below": it is no precaution where rescuers fetch
  /// people, or people who could not leave.
  fileprivate func isRescue(_ predicate: Predicate) -> Bool {
    let isByRescuers = isBy(predicate) { agent in
      agent.subjectClass == .securityForces || sentence.has(agent.head, .force)
        || sentence.senses(agent.head).contains { $0.category == .thing && $0.kind == .vehicle }
    }
    if isByRescuers { return true }
    return (isPassive(predicate) ? predicate.subjects : predicate.objects).contains { patient in
      [.held, .injured, .critical].contains(groups[patient].status)
    }
  }
}

extension Clauses {
  /// "handed over two hostages", "the rebels gave up nine nurses", "surrendered the last four guards they held".
  fileprivate func isOfCaptives(_ predicate: Predicate) -> Bool {
    let patients = isPassive(predicate) ? predicate.subjects : predicate.objects
    if patients.contains(where: { groups[$0].status == .held }) { return true }
    guard patients.contains(where: { groups[$0].isPeople && groups[$0].subjectClass != .attackers }) else {
      return false
    }
    if !isPassive(predicate), predicate.subjects.contains(where: { groups[$0].subjectClass == .attackers }) {
      return true
    }
    if context.lastStatus == .held { return true }
    return patients.contains { patient in
      guard let chunk = chunk(ofGroup: patient) else { return false }
      return chunks[chunk + 1..<min(chunks.count, chunk + 4)].contains { next in
        sentence.senses(next.terms.upperBound - 1).contains { $0.status == .held }
      }
    }
  }
}

extension Clauses {
  /// "dead" or "to death" right after a group.
  fileprivate func isDeadAfter(_ group: Int) -> Bool {
    guard let chunk = chunk(ofGroup: group), chunks.indices.contains(chunk + 1) else { return false }
    let next = chunks[chunk + 1].terms.lowerBound
    return sentence.isWord(next, "dead") || sentence.isWord(next, "to") && sentence.isWord(next + 1, "death")
  }

  /// Of those whom one verb befalls together, the ones who are not all of their class: "six men and one woman died",
  /// "a cyclist and his passenger were killed". A sum that nobody gives is not made.
  fileprivate func shares(of patients: [Int]) -> Set<Int> {
    let counted = patients.filter { groups[$0].isPeople && groups[$0].quantity != nil }
    let classes = Dictionary(grouping: counted) { groups[$0].subjectClass }
    return Set(classes.values.filter { $0.count > 1 }.joined())
  }
}
