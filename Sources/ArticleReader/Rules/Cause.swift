import Situation

extension Rule {
  /// What brought an event about, as somebody says it: "the fire was caused by a short circuit", "officials blamed brake
  /// failure for the crash".
  static let cause = Rule(
    name: "cause",
    triggers: CategorySet(.matter),
    examples: [
      Example("The «fire was caused by a short circuit».", "fire caused by a short circuit"),
      Example("Officials «blamed a broken rail for the crash».", "crash blamed on a broken rail"),
      Example("The «attack was blamed on smugglers».", "attack blamed on smugglers"),
    ],
    counterexamples: [
      "The fire was not caused by a short circuit.", "The delay was caused by fog.", "He blamed the weather.",
      "It is not known what caused the crash.",
    ]
  ) { clauses, findings in
    for predicate in clauses.predicates {
      let verb = clauses.verb(predicate)
      guard let turn = clauses.turn(verb, .because), predicate.modality == .told else { continue }
      let words = clauses.sentence.plain(turn.sense)
      let event: Int?
      let cause: Int?
      if clauses.isPassive(predicate) {
        event = clauses.subjects(predicate).last
        cause = clauses.whatFollows(turn, predicate)
      } else if words.hasPrefix("blamed") {
        (cause, event) = (predicate.objects.first, clauses.afterFor(predicate))
      } else {
        (cause, event) = (clauses.subjects(predicate).last, predicate.objects.first)
      }
      guard let event, let cause, clauses.matter(event, .event) != nil, clauses.groups[event].isDefinite,
        !clauses.groups[cause].isPronoun, clauses.groups[cause].quantity?.isZero != true
      else { continue }
      clauses.add(words, of: event, cause, predicate, to: &findings)
    }
  }
}

extension Clauses {
  /// The group right after a passive and its preposition: "caused by a short circuit", "blamed on smugglers".
  fileprivate func whatFollows(_ turn: Mark, _ predicate: Predicate) -> Int? {
    for index in predicate.chunk + 1..<min(chunks.count, predicate.chunk + 4) {
      if group(at: index) != nil { return chunks[index].index }
      guard chunks[index].kind == .preposition || chunks[index].kind == .adverb else { return nil }
    }
    return nil
  }

  /// "for the crash" after the object of "blamed".
  fileprivate func afterFor(_ predicate: Predicate) -> Int? {
    for index in predicate.chunk + 1..<min(chunks.count, predicate.chunk + 8) {
      if chunks[index].kind == .stop || chunks[index].kind == .verb { return nil }
      if chunks[index].kind == .preposition, sentence.isWord(chunks[index].terms.lowerBound, "for"),
        group(at: index + 1) != nil
      {
        return chunks[index + 1].index
      }
    }
    return nil
  }

  /// The words for a cause: its group, with what of it the grammar took for a word of its own, and an "of" phrase.
  private func reason(_ group: Int) -> Range<Int>? {
    guard var chunk = chunk(ofGroup: group) else { return nil }
    let start = groups[group].terms.lowerBound
    var end = chunks[chunk].terms.upperBound
    while chunks.indices.contains(chunk + 1), end - start < 9 {
      let next = chunks[chunk + 1]
      let isNoun =
        next.kind == .group
        || next.kind == .verb && next.terms.count == 1 && sentence.has(next.terms.lowerBound, GroupReader.nominal)
      let isOf = next.kind == .preposition && sentence.isWord(next.terms.lowerBound, "of")
      guard isNoun || isOf else { break }
      (chunk, end) = (chunk + 1, next.terms.upperBound)
    }
    let last = end - 1
    guard !sentence.has(last, CategorySet(.adjective, .preposition)) || sentence.has(last, GroupReader.nominal) else {
      return nil
    }
    return start..<end
  }

  fileprivate func add(
    _ words: String, of event: Int, _ cause: Int, _ predicate: Predicate, to findings: inout Findings
  ) {
    let noun = groups[event]
    guard let matter = matter(event, .event), let reason = reason(cause) else { return }
    let terms = verb(predicate).terms
    let start = min(matter.terms.lowerBound, reason.lowerBound, terms.lowerBound)
    let end = max(noun.terms.upperBound, reason.upperBound, terms.upperBound)
    findings.list.append(
      Finding(
        content: .condition(
          Condition(object: sentence.lower(matter.terms), state: words + " " + sentence.words(reason))),
        terms: start..<end, rule: "cause", anchor: noun.head))
  }
}
