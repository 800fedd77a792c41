import Situation

extension Rule {
  /// A number whose verb is left out: "Eighteen were freed on Tuesday, five on Wednesday".
  static let elided = Rule(
    name: "elided verb",
    triggers: CategorySet(.cardinal, .vague, .speechVerb),
    examples: [
      Example("Eighteen hostages were freed on Tuesday, «five» on Wednesday.", "rescued 5 hostages people"),
      Example("All five guards were wounded, «one» by a beam.", "injured 1 guards security-forces"),
      Example("Four survivors were taken to Selm, and «three people» to Ilma.", "safe 3 people people"),
      Example("They found 12 bodies near Selm and «four» near Ilma.", "killed 4 people people"),
      Example("Police said 12 people had died; the rebels «claimed 40».", "killed 40 people people"),
    ],
    counterexamples: [
      "Four survivors were taken to Selm, and three trucks to Ilma.",
      "The train left at 9 on Tuesday, 10 on Wednesday.",
      "Twelve people died. The council declared 2010 a year of rivers.",
    ]
  ) { clauses, findings in
    let sentence = clauses.sentence
    gapped(clauses, &findings)
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .group {
      let group = clauses.groups[chunk.index]
      if !group.isHeadless, group.quantity != nil, group.isPeople, index >= 2, clauses.verbIsInverted(index - 1),
        !findings.uses(chunk.index),
        let earlier = findings.list.last(where: { $0.content.isCount && $0.terms.lowerBound < chunk.terms.lowerBound }),
        let status = earlier.countStatus
      {
        clauses.count(chunk.index, status, rule: "elided verb", with: clauses.chunks[index - 1].terms, into: &findings)
        continue
      }
      guard group.isHeadless, let quantity = group.quantity, !quantity.isZero, quantity.form != .undisclosed,
        !findings.uses(chunk.index)
      else {
        continue
      }
      let before = index > 0 ? clauses.chunks[index - 1] : nil
      let earlier = findings.list.last { $0.content.isCount && $0.terms.lowerBound < chunk.terms.lowerBound }
      if let before, before.kind == .verb {
        let verb = sentence.verbs[before.index]
        // "the rebels claimed 40", "union officials put the figure at 470"
        guard sentence.has(verb.main, .speechVerb), let status = earlier?.countStatus ?? clauses.context.lastStatus
        else { continue }
        if sentence.has(verb.main, .statusVerb) || clauses.isYear(group) { continue }
        // "the fire threatens thousands more", "the strikers demand 40": no count of what has happened.
        if sentence.senses(verb.main).contains(where: { $0.kind == .warns || $0.kind == .demands }) { continue }
        // "said about 300 had been made homeless": they have a verb of their own.
        if clauses.predicates.contains(where: { $0.chunk > index && $0.subjects.contains(chunk.index) }) { continue }
        let holds =
          status == .aboard && clauses.isArmedGroup(clauses.predicates.first { $0.chunk == index - 1 }?.subjects ?? [])
        clauses.count(
          chunk.index, holds ? .held : status, rule: "elided verb", with: before.terms, like: earlier, into: &findings)
        continue
      }
      if let before, before.kind == .preposition, sentence.isWord(before.terms.lowerBound, "at"), index >= 2,
        let figure = clauses.group(at: index - 2),
        sentence.isWord(figure.head, "figure") || sentence.isWord(figure.head, "number")
          || sentence.isWord(figure.head, "total"),
        let status = earlier?.countStatus
          ?? (sentence.has(figure.terms.lowerBound, .possessive) ? nil : clauses.context.lastStatus)
      {
        clauses.count(chunk.index, status, rule: "elided verb", with: figure.terms, like: earlier, into: &findings)
        continue
      }
      if let before, before.kind == .preposition, index >= 2, clauses.chunks[index - 2].kind == .verb,
        sentence.isWord(before.terms.lowerBound, "at"),
        sentence.isWord(sentence.verbs[clauses.chunks[index - 2].index].main, "arrived"),
        let status = earlier?.countStatus ?? clauses.context.lastStatus
      {
        clauses.count(
          chunk.index, status, rule: "elided verb", with: clauses.chunks[index - 2].terms, like: earlier,
          into: &findings)
        continue
      }
      if isGivenAnew(index, clauses), let status = earlier?.countStatus ?? clauses.context.lastStatus {
        clauses.count(
          chunk.index, status, rule: "elided verb", with: clauses.chunks[index - 3].terms, like: earlier,
          into: &findings)
        continue
      }
      if isReplaced(index, clauses), let status = earlier?.countStatus ?? clauses.context.lastStatus {
        clauses.count(chunk.index, status, rule: "elided verb", standing: .superseded, like: earlier, into: &findings)
        continue
      }
      guard let before, before.kind == .comma || before.kind == .conjunction, let earlier,
        let status = earlier.countStatus,
        index + 1 < clauses.chunks.count
      else { continue }
      let next = clauses.chunks[index + 1]
      let isAfterSpeech =
        next.kind == .time || next.kind == .preposition && earlier.rule == "breakdown"
        || next.kind == .preposition && earlier.content.isPart
        || next.kind == .preposition && before.kind == .comma && isShare(quantity, of: earlier)
          && !sentence.isWord(next.terms.lowerBound, "to") && clauses.group(at: index + 2) != nil
        || next.kind == .preposition && sentence.isWord(next.terms.lowerBound, "in")
          && clauses.group(at: index + 2).map { $0.terms.contains { sentence.isName($0) } } ?? false
      guard isAfterSpeech, earlier.terms.upperBound <= chunk.terms.lowerBound else { continue }
      clauses.count(chunk.index, status, rule: "elided verb", scope: .part, like: earlier, into: &findings)
    }
  }

  /// "put the toll at 11 but revised it to 10": the figure that a pronoun stands for.
  private static func isGivenAnew(_ index: Int, _ clauses: Clauses) -> Bool {
    guard index >= 3, clauses.chunks[index - 1].kind == .preposition,
      clauses.sentence.isWord(clauses.chunks[index - 1].terms.lowerBound, "to"),
      let it = clauses.group(at: index - 2),
      clauses.sentence.isWord(it.head, "it") || clauses.sentence.isWord(it.head, "this"),
      clauses.chunks[index - 3].kind == .verb
    else { return false }
    return clauses.sentence.has(clauses.sentence.verbs[clauses.chunks[index - 3].index].main, .changeVerb)
  }

  /// "Five guards were taken to a clinic, one on a stretcher": no more than were hurt or killed before it.
  private static func isShare(_ quantity: Quantity, of whole: Finding) -> Bool {
    guard case .count(let count) = whole.content, [.killed, .injured, .critical].contains(count.status),
      let number = quantity.low, let limit = count.figure.low ?? count.figure.high
    else { return false }
    return number < limit
  }

  /// "Four survivors were taken to Selm, and three people to Ilma": the verb is that of those before.
  private static func gapped(_ clauses: Clauses, _ findings: inout Findings) {
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .group && index >= 4 {
      let group = clauses.groups[chunk.index]
      guard group.isPeople || group.isHeadless, clauses.isCountable(group, allowingUnknown: false), group.status == nil,
        !findings.uses(chunk.index), clauses.chunks[index - 1].kind == .conjunction, index + 2 < clauses.chunks.count,
        clauses.chunks[index + 1].kind == .preposition, clauses.group(at: index + 2) != nil,
        clauses.endsClause(after: index + 2),
        let parallel = clauses.parallel(of: index),
        let status = findings.status(of: parallel) ?? clauses.groups[parallel].status
      else { continue }
      clauses.count(
        chunk.index, status, rule: "elided verb", into: &findings)
    }
  }

  /// "the 19 given earlier", "the 841 first reported".
  private static func isReplaced(_ index: Int, _ clauses: Clauses) -> Bool {
    let sentence = clauses.sentence
    let end = clauses.chunks[index].terms.upperBound
    guard clauses.groups[clauses.chunks[index].index].isDefinite else { return false }
    let words = (end..<min(end + 4, sentence.terms.count))
    return words.contains { sentence.has($0, CategorySet(.speechVerb, .putVerb)) || sentence.isWord($0, "given") }
      && words.contains {
        sentence.isWord($0, "first") || sentence.isWord($0, "earlier") || sentence.isWord($0, "initially")
          || sentence.isWord($0, "previously") || sentence.isWord($0, "originally")
      }
  }
}

extension Clauses {
  /// Those before the same preposition in the half of a sentence that has the verb: "Four survivors" of "Four survivors
  /// were taken to Selm, and three people to Ilma", "12 bodies" of "12 bodies from Selm and four from Ilma".
  fileprivate func parallel(of index: Int) -> Int? {
    let link = chunks[index + 1]
    if groups[chunks[index].index].isHeadless,
      let bodies = (0..<index - 2).last(where: { isSameWord(chunks[$0 + 1], link) && chunks[$0].kind == .group }),
      groups[chunks[bodies].index].quantity != nil, groups[chunks[bodies].index].status == .killed
    {
      return chunks[bodies].index
    }
    guard let predicate = predicates.last(where: { $0.chunk < index }), predicate.chunk + 1 < chunks.count,
      isPassive(predicate), isSameWord(link, chunks[predicate.chunk + 1])
    else { return nil }
    return predicate.subjects.last
  }

  fileprivate func isSameWord(_ one: Chunk, _ other: Chunk) -> Bool {
    one.kind == other.kind && sentence.lower(one.terms) == sentence.lower(other.terms)
  }

  /// Whether nothing but an end or another part of the sentence follows a chunk.
  fileprivate func endsClause(after chunk: Int) -> Bool {
    guard chunks.indices.contains(chunk + 1) else { return true }
    return [.stop, .comma, .conjunction, .quote].contains(chunks[chunk + 1].kind)
  }
}

extension Clauses {
  /// Returns true for four digits that are a year of our time as well as a number.
  func isYear(_ group: NounGroup) -> Bool {
    guard group.isHeadless, let number = group.quantity?.low, (1900...2099).contains(number) else { return false }
    return sentence.bytes(group.terms).count == 4
  }
}
