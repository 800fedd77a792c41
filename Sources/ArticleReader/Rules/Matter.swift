import Situation

extension Rule {
  /// What becomes of ways, services, supplies, measures, alerts, inquiries, searches and fires: closed, suspended, cut,
  /// imposed, issued, opened, called off, contained.
  static let matter = Rule(
    name: "matter",
    triggers: CategorySet(.matter),
    examples: [
      Example("The «border was closed» near Selm.", "border closed"),
      Example("Officials «suspended all flights» on Friday.", "flights suspended"),
      Example("The storm «knocked out power» in Velm.", "power cut"),
      Example("A «curfew was imposed» in Selm.", "curfew imposed"),
      Example("The agency «issued a tsunami warning».", "tsunami warning issued"),
      Example("Police «launched an investigation».", "investigation opened"),
      Example("The «search was called off» at dusk.", "search called off"),
      Example("Crews «brought the blaze under control».", "blaze under control"),
      Example("«Two villages were flooded».", "villages flooded 2"),
      Example("«Parts of the village were flooded».", "parts of the village flooded"),
      Example("The slide buried huts, «blocking a road».", "road blocked"),
    ],
    counterexamples: [
      "The road may be closed.", "If the road is closed they will walk.", "Was the road closed?",
      "The road is often closed.", "They closed the meeting.", "The road was not closed.", "A closed road runs north.",
      "He suspended the minister.", "The firm launched a phone.",
    ]
  ) { clauses, findings in
    let hasState = clauses.sentence.matters.contains { $0.sense.category == .state }
    for predicate in clauses.predicates {
      let verb = clauses.verb(predicate)
      let turns = clauses.turns(verb, among: kindsOfMatters)
      let mayStand = hasState && clauses.maySayHowItStands(verb)
      guard !turns.isEmpty || mayStand, let modality = predicate.modality else { continue }
      for turn in turns {
        guard let kind = turn.sense.kind else { continue }
        for patient in clauses.patients(predicate, turn) {
          guard let matter = clauses.matter(patient, kind) ?? clauses.part(patient, kind) else { continue }
          let found = Turn(
            group: patient, matter: matter, state: clauses.sentence.plain(turn.sense),
            terms: verb.terms.lowerBound..<max(verb.terms.upperBound, turn.terms.upperBound))
          clauses.add(found, modality, after: predicate.chunk, to: &findings)
        }
      }
      guard mayStand else { continue }
      for kind in kindsOfMatters {
        if let found = clauses.stateOfMatter(predicate, kind) {
          clauses.add(found, modality, after: predicate.chunk, to: &findings)
        }
      }
    }
  }

  private static let kindsOfMatters: [Kind] = [
    .way, .service, .supply, .measure, .alert, .probe, .course, .fire, .structure, .device, .because,
  ]
}

/// A change in the state of a matter: a road is closed, a curfew lifted.
struct Turn {
  /// The noun group of the matter.
  var group: Int
  var matter: Mark
  var state: String
  /// The words that say it.
  var terms: Range<Int>
}

extension Clauses {
  /// What a verb says becomes of matters of some kinds: the longest phrase of each.
  fileprivate func turns(_ verb: VerbGroup, among kinds: [Kind]) -> [Mark] {
    var found: [Mark] = []
    for index in sentence.matters(near: verb.main) {
      let mark = sentence.matters[index]
      guard mark.sense.category == .turn, mark.terms.contains(verb.main), let kind = mark.sense.kind,
        kinds.contains(kind)
      else { continue }
      if let known = found.firstIndex(where: { $0.sense.kind == kind }) {
        if mark.terms.count >= found[known].terms.count { found[known] = mark }
      } else {
        found.append(mark)
      }
    }
    return found
  }

  /// Returns true for a verb after which, or after whose object, a state may stand.
  fileprivate func maySayHowItStands(_ verb: VerbGroup) -> Bool {
    verb.isCopula || verb.voice == .passive || sentence.isOneOf(verb.main, Self.bringing)
  }

  /// "parts of the village", "a third of the town": some of a matter.
  fileprivate func part(_ group: Int, _ kind: Kind) -> Mark? {
    guard kind == .structure || kind == .way, let chunk = chunk(ofGroup: group), self.group(at: chunk + 2) != nil,
      sentence.isWord(chunks[chunk + 1].terms.lowerBound, "of"),
      sentence.isOneOf(groups[group].head, Self.parts) || groups[group].isHeadless
    else { return nil }
    guard let whole = matter(chunks[chunk + 2].index, kind) else { return nil }
    return Mark(terms: groups[group].head..<whole.terms.upperBound, sense: whole.sense)
  }

  private static let parts: [StaticString] = [
    "part", "parts", "section", "sections", "portion", "third", "half", "quarter", "floors", "much", "most", "stretch",
    "side", "top", "back", "front", "rest", "dozens", "hundreds", "scores", "thousands",
  ]

  /// "is out", "remained at a standstill", "was not known": a state after a verb of being; "left homes without power",
  /// "brought the fire under control": after the object of another.
  fileprivate func stateOfMatter(_ predicate: Predicate, _ kind: Kind) -> Turn? {
    let verb = verb(predicate)
    if verb.isCopula || verb.voice == .passive {
      guard let subject = subjects(predicate).last, let matter = matter(subject, kind),
        let state = state(at: verb.main, kind) ?? state(at: verb.terms.upperBound, kind)
          ?? state(at: verb.terms.upperBound + 1, kind)
      else { return nil }
      return Turn(
        group: subject, matter: matter, state: sentence.plain(state.sense),
        terms: verb.terms.lowerBound..<max(verb.terms.upperBound, state.terms.upperBound))
    }
    guard sentence.isOneOf(verb.main, Self.bringing), let object = predicate.objects.last,
      let matter = matter(object, kind), let state = state(at: groups[object].terms.upperBound, kind)
    else { return nil }
    return Turn(
      group: object, matter: matter, state: sentence.plain(state.sense),
      terms: verb.terms.lowerBound..<state.terms.upperBound)
  }

  private static let bringing: [StaticString] = [
    "left", "leaving", "set", "setting", "brought", "bringing", "got", "kept", "keeping", "have", "had", "has",
    "declared", "put",
  ]

  private func state(at term: Int, _ kind: Kind) -> Mark? {
    mark(over: term, .state, kind).flatMap { $0.terms.lowerBound <= term ? $0 : nil }
  }

  fileprivate func add(_ turn: Turn, _ modality: Modality, after chunk: Int, to findings: inout Findings) {
    let noun = groups[turn.group]
    let isKnown = findings.list.contains { finding in
      guard case .condition = finding.content else { return false }
      return finding.terms.overlaps(noun.terms) && finding.terms.overlaps(turn.terms)
    }
    guard !isKnown else { return }
    let isNone = noun.quantity?.isZero == true
    let start = min(noun.terms.lowerBound, turn.terms.lowerBound)
    // A receipt that opens with the matter leaves out its determiner.
    let first = start == noun.terms.lowerBound ? afterDeterminer(noun) : start
    findings.list.append(
      Finding(
        content: .condition(
          Condition(object: name(ofMatter: turn.matter, in: noun), state: turn.state, number: number(of: noun))),
        terms: first..<max(noun.terms.upperBound, turn.matter.terms.upperBound, turn.terms.upperBound),
        rule: "matter", anchor: noun.head,
        standing: isNone ? .denied : modality == .ahead ? .forecast : nil,
        place: place(ofMatter: turn.group, after: chunk)))
  }

  /// "tsunami warning", "flights", "Highway 9": the words of the matter, and the name that it bears.
  func name(ofMatter matter: Mark, in noun: NounGroup) -> String {
    let end = max(matter.terms.upperBound, noun.terms.upperBound)
    let isNumbered = end > matter.terms.upperBound && end - matter.terms.upperBound <= 2
    if isNumbered, (matter.terms.upperBound..<end).contains(where: { sentence.kind($0) == .number }) {
      return sentence.words(matter.terms.lowerBound..<end)
    }
    return sentence.lower(matter.terms)
  }

  /// How many of it the text gives as an exact number.
  func number(of noun: NounGroup) -> Int? {
    guard let quantity = noun.quantity, !quantity.isSingleton, quantity.form == .exact, !quantity.isZero else {
      return nil
    }
    return quantity.low
  }

  /// The first term of a group after its determiners.
  func afterDeterminer(_ noun: NounGroup) -> Int {
    var start = noun.terms.lowerBound
    while start < noun.head, sentence.has(start, CategorySet(.article, .possessive, .demonstrative)) { start += 1 }
    return start
  }

  /// Where a matter is: as what follows its noun says, else as the clause says.
  func place(ofMatter group: Int, after chunk: Int) -> String? {
    if let own = self.chunk(ofGroup: group), let place = place(after: own, within: 3) { return place }
    return place(after: chunk) ?? place(after: -1, within: chunk)
  }
}
