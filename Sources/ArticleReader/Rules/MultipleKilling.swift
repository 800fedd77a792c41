import Situation

extension Rule {
  /// "a double murder", "a triple homicide": the adjective is the number.
  static let multiple = Rule(
    name: "multiple killing",
    triggers: CategorySet(.incident, .statusNoun),
    examples: [
      Example("A man was jailed for the «double murder» in May.", "killed 2 people people"),
      Example("The suspect in the «triple-murder» was in court.", "killed 3 people people"),
    ],
    counterexamples: ["They won a double victory.", "The double shooting range is closed."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    let words: [(StaticString, Int)] = [("double", 2), ("triple", 3), ("quadruple", 4), ("quintuple", 5)]
    for (index, group) in clauses.groups.enumerated() {
      // "a double murder", "the triple-murder"
      let first = sentence.kind(group.head - 1) == .hyphen ? group.head - 2 : group.head - 1
      guard first >= group.terms.lowerBound, let number = words.first(where: { sentence.isWord(first, $0.0) })?.1,
        let status = sentence.sense(group.head, .incident)?.status
          ?? (sentence.isWord(group.head, "homicide") ? .killed : nil),
        status == .killed || status == .injured,
        !findings.list.contains(where: { $0.countStatus == status })
      else { continue }
      findings.list.append(
        Finding(
          content: .count(Count(status, "people", .people, .exactly(number))), terms: first..<group.head + 1,
          rule: "multiple killing", group: index, anchor: first))
    }
  }
}
