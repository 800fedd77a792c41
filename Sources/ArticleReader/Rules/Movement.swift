import Situation

extension Rule {
  /// Who or what travels from, to and by which place.
  static let movement = Rule(
    name: "movement",
    triggers: CategorySet(.motionVerb, .predicate),
    examples: [
      Example("«The train was travelling from Quetta to Peshawar».", "train travelling from Quetta to Peshawar"),
      Example("«The Selm Express left Orlo station at 3 a.m.»", "train left from Orlo station"),
      Example("«Others were taken to Quetta about 100 km» (62 miles) away.", "others taken to Quetta 100 km"),
    ],
    counterexamples: [
      "The talks were moved to Monday.", "The bill was sent to parliament.",
      "An airliner carrying 90 people from Velm to Ostrow landed.", "Thousands of people took to the streets of Velm.",
    ]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for predicate in clauses.predicates {
      let verb = clauses.verb(predicate)
      guard let sense = sentence.sense(verb.main, .motionVerb), !verb.isNegated, !verb.isModal,
        verb.voice != .infinitive
      else { continue }
      let isPassive = clauses.isPassive(predicate)
      // "an airliner carrying 90 people from Velm": the journey before what happened; "took to the streets".
      if verb.voice == .gerund, sentence.has(verb.main, .carryVerb) { continue }
      if !isPassive, predicate.objects.isEmpty, ["taken", "sent"].contains(sentence.plain(sense)) { continue }
      let movers =
        !isPassive && !predicate.objects.isEmpty && sense.kind == .object ? predicate.objects : predicate.subjects
      guard let mover = movers.first(where: { clauses.moves($0) }), !clauses.isMerelyPlain(predicate) else { continue }
      let way = clauses.way(after: predicate.chunk)
      var to = way.to
      let plain = sentence.plain(sense)
      if Self.journeys.contains(plain), !clauses.isOfStory(mover) { continue }
      let isArrival = plain == "arrived" || plain == "left"
      if isArrival, let object = predicate.objects.first,
        let place = clauses.placeText(clauses.chunk(ofGroup: object) ?? 0, clauses.groups[object])
      {
        to = plain == "left" ? to : place
      }
      let from = way.from ?? (plain == "left" ? clauses.placeLeft(predicate) : nil)
      guard to != nil || from != nil || plain == "on the way" && sense.form == .gerund && clauses.isVehicle(mover)
      else {
        findings.reject("movement", verb.terms, "no place to go to or from")
        continue
      }
      add(mover, plain, from, to, way.by, way.distance, verb.terms, way.end, clauses, &findings)
    }
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .predicate {
      guard
        let sense = sentence.senses(chunk.terms.lowerBound).first(where: {
          $0.category == .predicate && $0.kind == .vehicle
        }),
        let predicate = clauses.predicates.first(where: { $0.chunk == index - 1 }), clauses.verb(predicate).isCopula,
        let mover = predicate.subjects.first(where: { clauses.isVehicle($0) }), clauses.isOfStory(mover)
      else { continue }
      let way = clauses.way(after: index)
      let plain = way.to != nil || way.from != nil ? "travelling" : sentence.plain(sense)
      add(mover, plain, way.from, way.to, way.by, way.distance, chunk.terms, way.end, clauses, &findings)
    }
  }

  /// Verbs that may tell only of a journey before the event.
  private static let journeys: Set<String> = ["travelling", "left", "arrived", "returned", "walked", "on the way"]

  private static func add(
    _ mover: Int, _ action: String, _ from: String?, _ to: String?, _ by: String?, _ distance: Int?,
    _ terms: Range<Int>,
    _ end: Int, _ clauses: Clauses, _ findings: inout Findings
  ) {
    let group = clauses.groups[mover]
    var figure: Figure?
    if let quantity = group.quantity, !quantity.isSingleton, group.isPeople || group.isHeadless {
      figure = clauses.figure(quantity)
    }
    let movement = Movement(
      subject: clauses.moverName(group), action: action, figure: figure, from: from, to: to, by: by,
      distanceKilometres: distance)
    findings.list.append(
      Finding(
        content: .movement(movement),
        terms: min(group.terms.lowerBound, terms.lowerBound)..<max(end, terms.upperBound, group.terms.upperBound),
        rule: "movement", anchor: group.terms.lowerBound))
  }
}

extension Clauses {
  /// "left Orlo station": the place that is the object of leaving.
  fileprivate func placeLeft(_ predicate: Predicate) -> String? {
    predicate.objects.first.flatMap { object in placeText(chunk(ofGroup: object) ?? 0, groups[object]) }
  }
}
