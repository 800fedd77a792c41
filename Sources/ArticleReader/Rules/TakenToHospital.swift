import Situation

extension Rule {
  /// People taken to or treated at a place of healing, whatever it is called.
  static let hospital = Rule(
    name: "taken to hospital",
    triggers: CategorySet(.motionVerb, .verb),
    examples: [
      Example("«Five people were taken to Stanford Medical Center».", "injured 5 people people"),
      Example("«Three victims were treated at the county hospital».", "injured 3 victims people"),
      Example("«Six people were treated for smoke inhalation».", "injured 6 people people"),
      Example("A nurse at the hospital said she «had treated 20 quake victims».", "injured 20 victims people"),
      Example("«A further 15 were treated at the scene».", "injured 15 people people"),
    ],
    counterexamples: [
      "Five nurses walked to the hospital.", "Two bodies were taken to the hospital.",
      "Six people were treated for an hour.", "Six people were treated as suspects.",
      "The firm treated 40 workers unfairly.",
    ]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for predicate in clauses.predicates {
      let verb = clauses.verb(predicate)
      let isCarried =
        sentence.sense(verb.main, .motionVerb)?.kind == .object || sentence.isWord(verb.main, "rushed")
        || sentence.isWord(verb.main, "admitted") || sentence.isWord(verb.main, "transferred")
        || sentence.isWord(verb.main, "referred")
      let isTreated =
        sentence.isWord(verb.main, "treated") || sentence.isWord(verb.main, "treating")
        || sentence.isWord(verb.main, "hospitalized")
        || sentence.isWord(verb.main, "recovering")
      guard isCarried || isTreated, !verb.isNegated, verb.voice != .infinitive else { continue }
      let isPassive = clauses.isPassive(predicate)
      let patients = isPassive || sentence.isWord(verb.main, "recovering") ? predicate.subjects : predicate.objects
      guard !patients.isEmpty,
        let end = healing(after: predicate.chunk, clauses)
          ?? admitted(predicate, findings, clauses)
          ?? (sentence.isWord(verb.main, "treated") || sentence.isWord(verb.main, "treating")
            ? ailment(
              after: isPassive ? predicate.chunk : patients.last.flatMap(clauses.chunk(ofGroup:)) ?? predicate.chunk,
              clauses)
              ?? care(after: predicate.chunk, isPassive, clauses)
              ?? (isPassive ? nil : givenCare(predicate, clauses)) : nil)
      else { continue }
      for patient in patients where clauses.isCountable(clauses.groups[patient], allowingUnknown: false) {
        let known = findings.status(of: patient)
        if clauses.groups[patient].status == .killed || known != nil && known != .rescued { continue }
        let terms = verb.terms.lowerBound..<end
        let status: Count.Status = clauses.isOfIllness ? .ill : .injured
        clauses.count(patient, status, rule: "taken to hospital", with: terms, into: &findings)
      }
    }
  }

  /// "80 were treated and 36 were admitted": where the hurt have just been told of.
  private static func admitted(_ predicate: Predicate, _ findings: Findings, _ clauses: Clauses) -> Int? {
    let verb = clauses.verb(predicate)
    guard clauses.sentence.isWord(verb.main, "admitted"), clauses.isPassive(predicate),
      clauses.chunks.indices.contains(predicate.chunk + 1),
      [.stop, .comma, .conjunction, .time].contains(clauses.chunks[predicate.chunk + 1].kind)
    else { return nil }
    let known = findings.lastCount(before: verb.terms.lowerBound)?.status ?? clauses.context.lastStatus
    return known == .injured || known == .critical || known == .ill ? verb.terms.upperBound : nil
  }

  /// "had treated four students", in a sentence of a hospital or its people, and not "treated four students unfairly".
  private static func givenCare(_ predicate: Predicate, _ clauses: Clauses) -> Int? {
    let sentence = clauses.sentence
    guard
      sentence.terms.indices.contains(where: {
        sentence.senses($0).contains { $0.kind == .healer } || sentence.isMedical($0)
      }),
      let last = predicate.objects.last, let chunk = clauses.chunk(ofGroup: last)
    else { return nil }
    let next = clauses.chunks.indices.contains(chunk + 1) ? clauses.chunks[chunk + 1].kind : .stop
    return [.stop, .comma, .dash, .conjunction, .time, .that].contains(next)
      ? clauses.groups[last].terms.upperBound : nil
  }

  /// "treated for smoke inhalation", "for cuts", and not "for an hour".
  private static func ailment(after chunk: Int, _ clauses: Clauses) -> Int? {
    let sentence = clauses.sentence
    guard chunk + 2 < clauses.chunks.count, sentence.isWord(clauses.chunks[chunk + 1].terms.lowerBound, "for") else {
      return nil
    }
    let next = clauses.chunks[chunk + 2]
    if let group = clauses.group(at: chunk + 2) {
      return group.quantity == nil && !sentence.has(group.head, .timeUnit) ? group.terms.upperBound : nil
    }
    // "cuts", "burns": a noun that is written like a verb.
    let isPlural =
      next.kind == .verb && next.terms.count == 1 && sentence.verbForms(next.terms.lowerBound).contains(.third)
    return isPlural ? next.terms.upperBound : nil
  }

  /// "treated at the scene", "treated by paramedics", "were treated.", and not "treated as suspects" or "with respect".
  private static func care(after chunk: Int, _ isPassive: Bool, _ clauses: Clauses) -> Int? {
    guard isPassive, chunk + 1 < clauses.chunks.count else { return nil }
    let next = clauses.chunks[chunk + 1]
    switch next.kind {
    case .stop, .comma, .conjunction, .time: return clauses.chunks[chunk].terms.upperBound
    case .preposition where ["at", "on", "by", "in"].contains(clauses.sentence.lower(next.terms)):
      return clauses.group(at: chunk + 2)?.terms.upperBound
    default: return nil
    }
  }

  private static func healing(after chunk: Int, _ clauses: Clauses) -> Int? {
    let sentence = clauses.sentence
    var index = chunk + 1
    while index + 1 < clauses.chunks.count, index - chunk < 8 {
      let part = clauses.chunks[index]
      if part.kind == .stop || part.kind == .verb || part.kind == .comma { return nil }
      // "transported to the city for treatment"
      if part.kind == .preposition, sentence.isWord(part.terms.lowerBound, "for"),
        let care = clauses.group(at: index + 1), sentence.senses(care.head).contains(where: { $0.kind == .healing })
      {
        return care.terms.upperBound
      }
      if part.kind == .preposition, let group = clauses.group(at: index + 1),
        ["to", "at", "in"].contains(sentence.lower(part.terms))
      {
        let heals = group.terms.contains { term in sentence.senses(term).contains { $0.kind == .healer } }
        if heals { return group.terms.upperBound }
      }
      index += 1
    }
    return nil
  }
}

extension Clauses {
  /// Returns true if the sentence, or the story so far, tells of an illness, and the sentence of no wound.
  var isOfIllness: Bool {
    func has(_ isSuch: (Sense) -> Bool) -> Bool {
      sentence.terms.indices.contains { sentence.senses($0).contains(where: isSuch) }
    }
    guard context.isOfIllness || has({ $0.kind == .illness || $0.status == .ill }) else { return false }
    return !has {
      $0.kind == .wound || $0.status == .injured && $0.category != .predicate && $0.category != .statusVerb
    }
  }
}

extension Sentence {
  /// "hospital spokesman": somebody of a place that treats the hurt.
  fileprivate func isMedical(_ term: Int) -> Bool {
    guard let sense = sense(term, .speaker), sense.side == .railwayAndMedical else { return false }
    return terms[term].tokens.count > 1
  }
}
