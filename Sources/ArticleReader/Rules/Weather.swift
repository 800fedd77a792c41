import Situation

extension Rule {
  /// Weather that is to come, and work that weather hampers.
  static let weather = Rule(
    name: "weather",
    triggers: CategorySet(.matter),
    examples: [
      Example("More «rain is forecast» for Friday.", "rain expected"),
      Example("«Bad weather hampered the search».", "bad weather hampering the search"),
      Example("Forecasters «expect heavy snow» tonight.", "snow expected"),
      Example("The «storm is expected to hit» Selm.", "storm expected"),
    ],
    counterexamples: ["Rain is rare here.", "The storm hampered nobody's joy.", "They expect a visit."]
  ) { clauses, findings in
    guard clauses.sentence.matters.contains(where: { $0.sense.kind == .weather && $0.sense.category == .matter }) else {
      return
    }
    for predicate in clauses.predicates {
      clauses.addWeather(predicate, to: &findings)
    }
  }
}

extension Clauses {
  fileprivate func addWeather(_ predicate: Predicate, to findings: inout Findings) {
    let verb = verb(predicate)
    guard !verb.isNegated, verb.voice != .infinitive,
      let turn = turn(verb, .weather) ?? (verb.isCopula ? mark(over: verb.terms.upperBound, .state, .weather) : nil)
    else { return }
    let word = sentence.plain(turn.sense)
    let isAhead = word == "expected"
    let groups = isAhead && !verb.isCopula ? patients(predicate) : subjects(predicate)
    guard isAhead || predicate.modality == .told,
      let group = groups.last(where: { matter($0, .weather) != nil }), let matter = matter(group, .weather)
    else { return }
    var words = word
    var end = max(verb.terms.upperBound, turn.terms.upperBound)
    if word == "hampering" {
      guard let object = predicate.objects.first,
        mark(over: self.groups[object].head, .matter, .course) != nil
          || mark(over: self.groups[object].head, .matter, .force) != nil
      else { return }
      words += " " + sentence.lower(self.groups[object].terms)
      end = self.groups[object].terms.upperBound
    } else if isAhead, chunks.indices.contains(predicate.chunk + 1), chunks[predicate.chunk + 1].kind == .verb {
      end = chunks[predicate.chunk + 1].terms.upperBound
    }
    let noun = self.groups[group]
    guard !findings.list.contains(where: { $0.anchor == noun.head && !$0.content.isCount }) else { return }
    let start = min(afterDeterminer(noun), matter.terms.lowerBound, verb.terms.lowerBound)
    findings.list.append(
      Finding(
        content: .condition(Condition(object: sentence.lower(matter.terms), state: words)),
        terms: start..<max(end, matter.terms.upperBound), rule: "weather", anchor: noun.head,
        standing: isAhead ? .forecast : nil, place: place(after: predicate.chunk)))
  }
}
