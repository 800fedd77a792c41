import Situation

extension Rule {
  /// People whom a vehicle carries: "carrying 400 passengers", "the jet had 73 passengers".
  static let aboard = Rule(
    name: "aboard",
    triggers: CategorySet(.carryVerb, .auxiliary, .preposition, .motionVerb),
    examples: [
      Example("The train «was carrying more than 400 passengers».", "aboard 400… passengers people"),
      Example("The jet «had 73 passengers».", "aboard 73 passengers people"),
      Example("The bus «was taking 41 passengers» to Selm.", "aboard 41 passengers people"),
      Example("«A boat with a crew of six» capsized.", "aboard 6 crew people"),
      Example("Hijackers seized «an airliner with 124 people» in Marlin.", "aboard 124 people people"),
      Example("«Around 90 people had been travelling on a crowded bus».", "aboard 90 about people people"),
      Example(
        "«An airliner on its way to Paris with 216 passengers» and 12 crew disappeared.",
        "aboard 216 passengers people"),
      Example("They stopped «a dinghy overloaded with 58 migrants» off Selm.", "aboard 58 migrants people"),
      Example("The boat «had sailed from Izmir on Tuesday with 190 passengers».", "aboard 190 passengers people"),
    ],
    counterexamples: [
      "The bus was built to carry 40 passengers.", "The firm has 400 employees.",
      "The train carried 400 tonnes of coal.", "A bus collided with 12 pedestrians.",
    ]
  ) { clauses, findings in
    let sentence = clauses.sentence
    vehiclesWith(clauses, &findings)
    for predicate in clauses.predicates {
      let verb = clauses.verb(predicate)
      rides(predicate, clauses, &findings)
      isInside(predicate, clauses, &findings)
      let hasVehicle = predicate.subjects.contains { clauses.isVehicle($0) }
      let carries =
        sentence.has(verb.main, .carryVerb) && verb.voice != .passive || hasVehicle && clauses.isTaking(predicate)
      guard carries || verb.isHave, !verb.isNegated, !clauses.isForRoom(predicate) else { continue }
      guard
        hasVehicle
          || carries && !verb.isHave && (predicate.subjects.isEmpty || verb.voice == .gerund)
            && clauses.sentenceHasVehicle(before: predicate.chunk)
      else {
        findings.reject("aboard", verb.terms, "no vehicle carries them")
        continue
      }
      for object in predicate.objects where clauses.isCountable(clauses.groups[object], allowingUnknown: false) {
        if findings.uses(object) { continue }
        if clauses.groups[object].status != nil, clauses.groups[object].status != .safe { continue }
        clauses.count(object, .aboard, rule: "aboard", with: verb.terms, into: &findings)
      }
    }
  }

  /// "Around 900 people had been travelling on the train."
  private static func rides(_ predicate: Predicate, _ clauses: Clauses, _ findings: inout Findings) {
    let verb = clauses.verb(predicate)
    guard riding.contains(where: { clauses.sentence.isWord(verb.main, $0) }), !verb.isNegated,
      let vehicle = clauses.group(at: predicate.chunk + 2),
      clauses.isVehicle(clauses.chunks[predicate.chunk + 2].index),
      ["on", "in", "aboard", "onto", "into"].contains(
        clauses.sentence.lower(clauses.chunks[predicate.chunk + 1].terms))
    else { return }
    let terms = verb.terms.lowerBound..<vehicle.terms.upperBound
    for people in predicate.subjects
    where clauses.isCountable(clauses.groups[people], allowingUnknown: false) && !findings.uses(people) {
      clauses.count(people, .aboard, rule: "aboard", with: terms, into: &findings)
    }
  }

  private static let riding: [StaticString] = [
    "travelling", "traveling", "riding", "travelled", "traveled", "rode", "packed", "crowded", "crammed", "loaded",
    "squeezed",
  ]

  /// "230 workers were in the mine when it blew up": where people were as it happened.
  private static func isInside(_ predicate: Predicate, _ clauses: Clauses, _ findings: inout Findings) {
    let (verb, next) = (clauses.verb(predicate), predicate.chunk + 1)
    guard verb.isCopula, !verb.isNegated, !verb.isModal, let place = clauses.group(at: next + 1),
      clauses.chunks[next].kind == .preposition,
      clauses.sentence.has(place.head, .thing),
      clauses.chunks.dropFirst(next + 2).prefix(3).contains(where: {
        clauses.sentence.isWord($0.terms.lowerBound, "when") || clauses.sentence.isWord($0.terms.lowerBound, "as")
          || clauses.sentence.lower($0.terms).hasPrefix("the time")
      })
    else { return }
    for people in predicate.subjects
    where clauses.isCountable(clauses.groups[people], allowingUnknown: false) && !findings.uses(people)
      && clauses.groups[people].quantity?.isSingleton == false && clauses.groups[people].status == nil
    {
      clauses.count(
        people, .aboard, rule: "aboard", with: verb.terms.lowerBound..<place.terms.upperBound, into: &findings)
    }
  }

  /// "an airliner with 124 people", "a boat with nine fishermen".
  private static func vehiclesWith(_ clauses: Clauses, _ findings: inout Findings) {
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .preposition && index > 0 {
      guard clauses.sentence.isWord(chunk.terms.lowerBound, "with"), let vehicle = clauses.vehicle(before: index),
        let people = clauses.group(at: index + 1), people.isPeople,
        clauses.isCountable(people, allowingUnknown: false), people.status == nil, people.subjectClass == .people,
        people.quantity?.isSingleton == false, people.quantity?.isZero == false,
        !findings.uses(clauses.chunks[index + 1].index)
      else { continue }
      // "with 12 people killed": what befell them is read by the rules of that.
      if clauses.befallsThem(index + 2) { continue }
      clauses.count(
        clauses.chunks[index + 1].index, .aboard, rule: "aboard", with: vehicle, into: &findings)
      // "with 216 passengers and 12 crew"
      if clauses.chunks.indices.contains(index + 3), clauses.chunks[index + 2].kind == .conjunction,
        let others = clauses.group(at: index + 3), others.isPeople, others.status == nil,
        clauses.isCountable(others, allowingUnknown: false), others.quantity?.isSingleton == false
      {
        clauses.count(clauses.chunks[index + 3].index, .aboard, rule: "aboard", with: vehicle, into: &findings)
      }
    }
  }
}

extension Clauses {
  /// "The bus was taking 41 passengers to Selm": on its way, and not what it did with them.
  fileprivate func isTaking(_ predicate: Predicate) -> Bool {
    let verb = verb(predicate)
    return verb.voice == .active && verb.terms.count > 1 && sentence.isWord(verb.main, "taking")
  }

  /// Whether the chunk after people tells what became of them, and is not the verb of their vehicle.
  fileprivate func befallsThem(_ next: Int) -> Bool {
    guard chunks.indices.contains(next) else { return false }
    guard chunks[next].kind == .verb else { return chunks[next].kind == .predicate }
    let verb = sentence.verbs[chunks[next].index]
    // "a boat with a crew of six capsized": what befell the boat.
    if verb.voice == .active, sentence.has(verb.main, .conditionVerb), !sentence.has(verb.main, .statusVerb) {
      return false
    }
    return sentence.has(verb.main, .statusVerb) || verb.voice != .active || group(at: next + 1) == nil
  }

  /// The terms of the vehicle that "with" follows, or of the verb of its setting out: "an airliner with", "the boat had
  /// left Izmir on Tuesday with".
  fileprivate func vehicle(before with: Int) -> Range<Int>? {
    // "an airliner on its way from Rio to Paris with"
    var before = with - 1
    while before > 0, with - before < 10, [.group, .preposition, .predicate, .time].contains(chunks[before].kind),
      group(at: before) == nil || !isVehicle(chunks[before].index)
    { before -= 1 }
    if let group = group(at: before), isVehicle(chunks[before].index) { return group.terms }
    // "a dinghy overloaded with 58 migrants"
    if before == with - 1, chunks[before].kind == .verb, ClauseReader(sentence).isReduced(before),
      let group = group(at: before - 1), isVehicle(chunks[before - 1].index)
    {
      return group.terms
    }
    guard
      let predicate = predicates.last(where: { $0.chunk < with && with - $0.chunk < 12 }),
      Self.departures.contains(where: { sentence.isWord(verb(predicate).main, $0) }), !verb(predicate).isNegated,
      predicate.subjects.contains(where: { isVehicle($0) }),
      !chunks[predicate.chunk..<with].contains(where: { [.stop, .comma, .conjunction, .relative].contains($0.kind) })
    else { return nil }
    return verb(predicate).terms
  }

  private static let departures: [StaticString] = [
    "left", "departed", "sailed", "set out", "set off", "set sail", "took off", "set", "travelled", "traveled",
    "travelling", "traveling", "flew", "was", "leaving", "sailing",
  ]
}
