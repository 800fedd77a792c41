import Situation

extension Rule {
  /// How strong what nature does is, in the words of the text: a quake of magnitude 6.1, winds of 140 km/h, waves of four
  /// metres, 46 degrees.
  static let nature = Rule(
    name: "force of nature",
    triggers: CategorySet(.matter),
    examples: [
      Example("A «quake of magnitude 6.1» struck Selm.", "quake magnitude 6.1"),
      Example("The «magnitude 6.1 quake» struck at noon.", "quake magnitude 6.1"),
      Example("«Temperatures soared to 46 degrees».", "temperatures 46 degrees"),
      Example("It brought «winds of up to 140 km» an hour.", "winds up to 140 km"),
      Example("«Waves up to three metres» high hit the port.", "waves up to three metres"),
      Example("The «quake measured 5.8».", "quake magnitude 5.8"),
    ],
    counterexamples: [
      "The quake killed 46 people.", "The waves took two men.", "Temperatures may reach 46 degrees.",
      "A quake of magnitude 6.1 could strike.",
    ]
  ) { clauses, findings in
    let sentence = clauses.sentence
    guard sentence.matters.contains(where: { $0.sense.kind == .strength }),
      !clauses.predicates.contains(where: { clauses.verb($0).isModal })
    else { return }
    for mark in sentence.matters where mark.sense.category == .matter && mark.sense.kind == .strength {
      guard let (words, terms) = clauses.strength(of: mark) else { continue }
      let name = sentence.lower(mark.terms)
      findings.list.append(
        Finding(
          content: .condition(Condition(object: name, state: words)), terms: terms, rule: "force of nature",
          anchor: mark.terms.lowerBound))
    }
  }
}

extension Clauses {
  private static let ways: [StaticString] = [
    "of", "with", "a", "magnitude", "measuring", "measured", "preliminary", "up", "to", "at", "least", "more", "than",
    "about", "around", "nearly", "over", "reaching", "reached", "soared", "soaring", "rose", "hit", "as", "high", "was",
    "were", "are", "is", "had", "registering", "registered", "topped", "topping", "exceeded", "exceeding", "gusting",
    "gusts", "sustained", "blowing", "between", "climbed", "dropped", "fell", "the", "high",
  ]

  /// The measure after a noun, over the words that lead to it; else the one right before it.
  fileprivate func strength(of mark: Mark) -> (words: String, terms: Range<Int>)? {
    var term = mark.terms.upperBound
    while sentence.isOneOf(term, Self.ways) || sentence.has(term, .qualifier) || sentence.kind(term) == .hyphen,
      term - mark.terms.upperBound < 6
    {
      term += 1
    }
    if let end = measure(at: term) {
      var start = term
      while start - 1 >= mark.terms.upperBound,
        sentence.isOneOf(start - 1, Self.kept) || sentence.has(start - 1, .qualifier)
      {
        start -= 1
      }
      if isQuake(mark) {
        guard sentence.kind(end - 1) != .word else { return nil }
        return ("magnitude " + sentence.words(end - 1..<end), mark.terms.lowerBound..<end)
      }
      return (sentence.words(start..<end), mark.terms.lowerBound..<end)
    }
    guard isQuake(mark) else { return nil }
    // "a magnitude 6.1 quake", "a 6.1-magnitude quake"
    for start in max(0, mark.terms.lowerBound - 4)..<mark.terms.lowerBound
    where sentence.isWord(start, "magnitude") || isMagnitude(start) {
      let words = start..<mark.terms.lowerBound
      guard words.contains(where: { isMagnitude($0) }), words.contains(where: { sentence.isWord($0, "magnitude") })
      else { continue }
      let number = words.first { isMagnitude($0) } ?? start
      return ("magnitude " + sentence.words(number..<number + 1), start..<mark.terms.upperBound)
    }
    return nil
  }

  private static let kept: [StaticString] = ["more", "than", "about", "around", "nearly", "over", "between"]

  private func isQuake(_ mark: Mark) -> Bool {
    mark.terms.contains { sentence.isOneOf($0, ["quake", "earthquake", "tremor", "temblor", "aftershock"]) }
  }

  private func isMagnitude(_ term: Int) -> Bool {
    guard let kind = sentence.kind(term), kind == .symbol || kind == .number else { return false }
    let bytes = sentence.text[sentence.bytes(term..<term + 1)]
    return bytes.count <= 4 && bytes.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
      && bytes.first.map { (0x31...0x39).contains($0) } == true
  }

  /// The end of a number with its unit, or of a magnitude.
  private func measure(at start: Int) -> Int? {
    let isWord = sentence.has(start, .cardinal) && sentence.kind(start) == .word
    guard let kind = sentence.kind(start), kind == .number || kind == .symbol || isWord,
      isWord || sentence.text[sentence.bytes(start..<start + 1).lowerBound] &- 0x30 < 10
    else { return nil }
    var end = start + 1
    if sentence.kind(end) == .hyphen || sentence.isWord(end, "to"), sentence.kind(end + 1) == .number { end += 2 }
    if sentence.kind(end) == .hyphen { end += 1 }
    if sentence.isOneOf(end, Self.units) || sentence.has(end, .unit) && !sentence.isOneOf(end, ["percent", "times"]) {
      return end + 1
    }
    return isMagnitude(start) && kind == .symbol ? start + 1 : nil
  }

  private static let units: [StaticString] = [
    "km", "kph", "mph", "degrees", "metres", "meters", "feet", "foot", "knots", "miles", "kilometres", "kilometers",
    "mm", "cm", "inches", "centimetres", "centimeters", "millimetres", "millimeters", "c", "f",
  ]
}
