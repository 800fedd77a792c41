import Situation

extension Rule {
  /// That a toll is feared to rise: a forecast, and no figure.
  static let tollAhead = Rule(
    name: "toll ahead",
    triggers: CategorySet(.toll, .noun, .matter),
    examples: [
      Example("The «death toll is expected to rise».", "death toll expected to rise"),
      Example("The «number of casualties could increase».", "number of casualties expected to rise"),
    ],
    counterexamples: ["The death toll rose to nine.", "Prices are expected to rise.", "The toll could not rise."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for predicate in clauses.predicates {
      let verb = clauses.verb(predicate)
      guard !verb.isNegated, sentence.isOneOf(verb.main, Self.rises), let toll = clauses.toll(before: predicate),
        verb.isModal || verb.voice == .infinitive && clauses.isExpected(before: predicate.chunk)
      else { continue }
      let noun = sentence.words(toll)
      findings.list.append(
        Finding(
          content: .condition(Condition(object: noun, state: "expected to rise")),
          terms: toll.lowerBound..<verb.terms.upperBound, rule: "toll ahead", anchor: toll.lowerBound,
          standing: .forecast))
    }
  }

  private static let rises: [StaticString] = ["rise", "grow", "increase", "climb", "go up", "mount"]
}

extension Clauses {
  private static let tolls: [StaticString] = ["toll", "death toll", "number", "numbers", "count", "tally"]
  private static let expects: [StaticString] = [
    "expected", "feared", "likely", "expects", "expect", "sure", "set", "certain", "fear", "expecting", "bound",
  ]

  /// "the death toll", "the number of casualties" that a verb is said of, at most so many chunks before it.
  fileprivate func toll(before predicate: Predicate) -> Range<Int>? {
    for index in (max(0, predicate.chunk - 7)..<predicate.chunk).reversed() {
      if [.stop, .comma, .subordinator, .relative].contains(chunks[index].kind) { return nil }
      guard let noun = group(at: index), sentence.isOneOf(noun.head, Self.tolls) else { continue }
      let isToll = sentence.isOneOf(noun.head, ["toll", "death toll"])
      guard isToll || index + 2 < chunks.count && sentence.isWord(chunks[index + 1].terms.lowerBound, "of"),
        isToll || group(at: index + 2) != nil
      else { return nil }
      return afterDeterminer(noun)..<(isToll ? noun.terms.upperBound : chunks[index + 2].terms.upperBound)
    }
    return nil
  }

  fileprivate func isExpected(before chunk: Int) -> Bool {
    let first = max(0, chunk - 3)
    return (chunks[first].terms.lowerBound..<chunks[chunk].terms.lowerBound).contains {
      sentence.isOneOf($0, Self.expects)
    }
  }
}
