import Situation

extension Rule {
  /// What went before, or what usually is so: it counts nobody.
  static let history = Rule(
    name: "history",
    triggers: CategorySet(.habit),
    examples: [
      Example("«The rebels regularly attack civilians and police».", "history"),
      Example("«It was the first time militants had carried out such an attack».", "history"),
    ],
    counterexamples: [
      "Earthquakes usually happen here.", "They attacked twice in the past week.",
      "Three people were usually late.", "The first time is the hardest.",
      "The train was attacked just before a tunnel.",
    ]
  ) { clauses, findings in
    let sentence = clauses.sentence
    guard let mark = sentence.marks.first(where: { $0.sense.category == .habit && isAdverb($0, sentence) }) else {
      return
    }
    let isOfViolence = sentence.terms.indices.contains {
      sentence.has($0, CategorySet(.incident, .conditionVerb, .statusVerb, .force)) || clauses.isOfAttackers($0)
        || sentence.sense($0, .person)?.subjectClass == .securityForces
    }
    guard isOfViolence, !findings.list.contains(where: { $0.content.isCount && $0.figureIsGiven }) else { return }
    defer { findings.list.removeAll { $0.rule != "history" && $0.standing == nil && !$0.isAttributed(clauses) } }
    // What usually is so is a claim only of those who attack and guard; what went before is one.
    guard mark.sense.kind != .general || sentence.terms.indices.contains(where: { clauses.isOfForces($0) }) else {
      return
    }
    var end = sentence.terms.count
    while end > 1, sentence.kind(end - 1) == .stop || sentence.kind(end - 1) == .quote { end -= 1 }
    findings.list.append(
      Finding(
        content: .statement(Statement(act: .history, by: nil, content: sentence.words(0..<end))), terms: 0..<end,
        rule: "history", anchor: mark.terms.lowerBound, standing: .background))
  }

  /// "had been attacked before", and not "before a tunnel".
  private static func isAdverb(_ mark: Mark, _ sentence: Sentence) -> Bool {
    // "in the past week" is of now.
    if sentence.isWord(mark.terms.upperBound - 1, "past"),
      sentence.has(mark.terms.upperBound, CategorySet(.timeUnit, .cardinal, .vague))
    {
      return false
    }
    guard sentence.isWord(mark.terms.lowerBound, "before") else { return true }
    switch sentence.kind(mark.terms.upperBound) {
    case nil, .stop, .comma, .semicolon, .quote: return true
    default: return false
    }
  }
}

extension Clauses {
  /// A word for those who attack.
  fileprivate func isOfAttackers(_ term: Int) -> Bool {
    sentence.sense(term, .organisation)?.side == .attackers || sentence.sense(term, .person)?.subjectClass == .attackers
  }

  /// A word for those who attack or guard.
  fileprivate func isOfForces(_ term: Int) -> Bool {
    isOfAttackers(term) || sentence.sense(term, .person)?.subjectClass == .securityForces
  }
}
