import Situation

extension Rule {
  /// What nobody knows or confirms yet: "it was not clear who was behind it", "the motive is unknown".
  static let unknown = Rule(
    name: "unknown",
    triggers: CategorySet(.state),
    examples: [
      Example("It was «not immediately clear who fired».", "unknown"),
      Example("The «cause of the crash was not known».", "unknown"),
      Example("A «motive for the shooting wasn't immediately clear».", "unknown"),
      Example("The mayor «could not confirm the number of dead».", "unknown"),
    ],
    counterexamples: [
      "It was clear who fired.", "He was unknown in Selm.", "They do not know him.", "An unknown man fired.",
    ]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for mark in sentence.matters where mark.sense.category == .state && mark.sense.kind == .unknown {
      guard let (content, terms) = clauses.whatIsUnknown(mark) else { continue }
      let isKnown = findings.list.contains { finding in
        if case .statement(let known) = finding.content { known.act == .unknown } else { false }
      }
      guard !isKnown else { continue }
      findings.list.append(
        Finding(
          content: .statement(Statement(act: .unknown, by: nil, content: sentence.words(content))), terms: terms,
          rule: "unknown", anchor: mark.terms.lowerBound, standing: .current))
    }
  }
}

extension Clauses {
  private static let asks: [StaticString] = [
    "who", "what", "why", "how", "whether", "if", "which", "when", "where",
  ]
  /// What an officer would want to know of: numbers, causes, motives, identities.
  private static let wanted: [StaticString] = [
    "number", "numbers", "toll", "figure", "figures", "cause", "motive", "motives", "identity", "identities", "fate",
    "whereabouts", "extent", "report", "reports", "reason", "reasons", "details", "circumstances", "condition",
    "origin", "nationality", "nationalities", "deaths", "casualties", "responsibility", "body", "bodies", "victim",
    "victims", "attacker", "attackers", "gunman", "gunmen", "captive", "suspect", "bomber", "location", "claim",
    "claims", "names", "name", "damage", "information", "plane", "aircraft", "boat", "ship", "missing", "fatalities",
    "explanation", "link", "group", "target", "source", "size",
  ]

  /// The words for what is not known, and those of the receipt: what is asked after the mark, or what is so before it.
  fileprivate func whatIsUnknown(_ mark: Mark) -> (Range<Int>, Range<Int>)? {
    let after = mark.terms.upperBound
    if sentence.isOneOf(after, Self.asks) || sentence.isWord(after, "exactly") && sentence.isOneOf(after + 1, Self.asks)
      || sentence.isWord(after, "on")
    {
      let end = endOfQuestion(after)
      return end > after + 1 ? (after..<end, mark.terms.lowerBound..<end) : nil
    }
    if let chunk = chunk(at: mark.terms.upperBound - 1), let object = group(at: chunk + 1), isWanted(object) {
      let end = endOfPhrase(chunk + 1)
      return (object.terms.lowerBound..<end, mark.terms.lowerBound..<end)
    }
    guard
      let predicate = predicates.last(where: { predicate in
        let verb = verb(predicate)
        return verb.terms.lowerBound <= mark.terms.lowerBound && mark.terms.lowerBound - verb.terms.upperBound <= 1
          && !verb.isModal
      }), let subject = subjects(predicate).first, isWanted(groups[subject])
    else { return nil }
    let start = afterDeterminer(groups[subject])
    let end = verb(predicate).terms.lowerBound
    guard start < end, end - start < 16, sentence.kind(end - 1) != .clitic else { return nil }
    return (start..<end, start..<mark.terms.upperBound)
  }

  private func isWanted(_ noun: NounGroup) -> Bool {
    noun.terms.contains { sentence.isOneOf($0, Self.wanted) || sentence.has($0, .toll) }
  }

  /// The end of a question that stands in the sentence: a stop, a quotation mark, or a comma before who says it.
  private func endOfQuestion(_ start: Int) -> Int {
    var end = start + 1
    while end < sentence.terms.count, end - start < 24 {
      switch sentence.kind(end) {
      // "tunnel No. 8"
      case .stop where sentence.kind(end + 1) == .number: end += 1
      case .stop, .semicolon, .quote, .dash, .comma: return end
      default: end += 1
      }
    }
    return end
  }

  private func endOfPhrase(_ first: Int) -> Int {
    var index = first
    while index + 2 < chunks.count, index - first < 4, chunks[index + 1].kind == .preposition,
      group(at: index + 2) != nil
    {
      index += 2
    }
    return chunks[index].terms.upperBound
  }
}
