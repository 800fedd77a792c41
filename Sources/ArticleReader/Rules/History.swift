import Situation

extension Rule {
  /// What went before, or what usually is so: it counts nobody.
  static let history = Rule(
    name: "history",
    triggers: CategorySet(.habit),
    examples: [
      Example("«It was the first time militants had carried out such an attack».", "history"),
      Example("«The rebels regularly attack civilians and police».", "history"),
    ],
    counterexamples: [
      "Three people were usually late.", "The first time is the hardest.",
      "The train was attacked just before a tunnel.",
    ]
  ) { clauses, findings in
    let sentence = clauses.sentence
    guard let mark = sentence.marks.first(where: { $0.sense.category == .habit && isAdverb($0, sentence) }) else {
      return
    }
    let isOfViolence = sentence.terms.indices.contains {
      sentence.has($0, CategorySet(.incident, .conditionVerb, .statusVerb, .force))
        || sentence.sense($0, .organisation)?.side == .attackers
        || sentence.sense($0, .person)?.subjectClass == .attackers
        || sentence.sense($0, .person)?.subjectClass == .securityForces
    }
    guard isOfViolence, !findings.list.contains(where: { $0.content.isCount && $0.figureIsGiven }) else { return }
    var end = sentence.terms.count
    while end > 1, sentence.kind(end - 1) == .stop || sentence.kind(end - 1) == .quote { end -= 1 }
    findings.list.append(
      Finding(
        content: .statement(Statement(act: .history, by: nil, content: sentence.words(0..<end))), terms: 0..<end,
        rule: "history", anchor: mark.terms.lowerBound, standing: .background))
    findings.list.removeAll { $0.rule != "history" && $0.standing == nil && !$0.isAttributed(clauses) }
  }

  /// "had been attacked before", and not "before a tunnel".
  private static func isAdverb(_ mark: Mark, _ sentence: Sentence) -> Bool {
    guard sentence.isWord(mark.terms.lowerBound, "before") else { return true }
    switch sentence.kind(mark.terms.upperBound) {
    case nil, .stop, .comma, .semicolon, .quote: return true
    default: return false
    }
  }
}
