import Situation

extension Rule {
  /// The parts of a figure that an earlier sentence gave: "The 104 were listed as 58 men and 46 women",
  /// "Forty men and 26 women made up the group", "The dead are 23 soldiers and five civilians".
  static let composition = Rule(
    name: "composition",
    triggers: CategorySet(.cardinal, .statusNoun),
    examples: [
      Example("Police freed 104 people. The 104 were listed as «58 men» and 46 women.", "rescued 58 men people"),
      Example("Police freed 66 people. «Forty men» and 26 women made up the group.", "rescued 40 men people"),
      Example("Rescuers freed 104 people. Those found include «58 men» and 46 women.", "rescued 58 men people"),
      Example("The dead are «23 soldiers», three clerks and five civilians.", "killed 23 soldiers security-forces"),
    ],
    counterexamples: ["Forty men made up the choir.", "The 104 pages were listed as lost."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for predicate in clauses.predicates {
      let verb = clauses.verb(predicate)
      guard verb.isFinite, !verb.isNegated else { continue }
      if sentence.isWord(verb.main, "made up") || sentence.isWord(verb.main, "make up"),
        let whole = clauses.context.counts.last(where: { !$0.isPart }),
        let object = predicate.objects.first, clauses.groups[object].isDefinite
      {
        add(predicate.subjects, whole, clauses, &findings)
        continue
      }
      guard let subject = predicate.subjects.first else { continue }
      let group = clauses.groups[subject]
      let start =
        clauses.chunks.indices.contains(predicate.chunk + 1)
          && sentence.isWord(clauses.chunks[predicate.chunk + 1].terms.lowerBound, "as")
        ? predicate.chunk + 1 : predicate.chunk
      let parts = Self.list(after: start, clauses).filter { clauses.groups[$0].quantity != nil }
      if group.isDefinite, group.quantity != nil, let whole = clauses.earlier(group), !parts.isEmpty,
        verb.isCopula || sentence.has(verb.main, CategorySet(.putVerb, .speechVerb))
          || sentence.isWord(verb.main, "include")
          || sentence.isWord(verb.main, "included") || sentence.isWord(verb.main, "identified")
      {
        add(parts, whole, clauses, &findings)
      } else if sentence.isWord(verb.main, "include") || sentence.isWord(verb.main, "included"),
        group.quantity == nil, group.status == nil, let whole = clauses.whole(ofSum: parts)
      {
        // "Those recovered include 58 men, 31 women and 15 children": as many as were counted before.
        add(parts, whole, clauses, &findings)
      } else if group.quantity == nil, let status = group.status,
        [.killed, .injured].contains(status) || [.held, .missing, .rescued].contains(status) && parts.count > 1,
        !parts.isEmpty,
        verb.isCopula || sentence.isWord(verb.main, "identified"), sentence.has(group.head, .statusNoun)
      {
        let whole = clauses.context.counts.last { !$0.isPart && $0.status == status }
        for part in parts where !findings.uses(part) {
          clauses.count(part, status, rule: "composition", scope: .part, into: &findings)
          if let last = findings.list.indices.last, findings.list[last].group == part {
            findings.list[last].wholeClaim = whole?.claim
          }
        }
      }
    }
    included(clauses, &findings)
    ofThose(clauses, &findings)
  }

  /// "The 367, including 342 men and 12 women, reached the port".
  private static func included(_ clauses: Clauses, _ findings: inout Findings) {
    let sentence = clauses.sentence
    // "Among them were three children."
    if let first = clauses.chunks.first, first.kind == .preposition, sentence.opensParts(first.terms.lowerBound),
      let predicate = clauses.predicates.first(where: { $0.chunk == 1 }), clauses.verb(predicate).isCopula,
      let whole = clauses.context.counts.last(where: { !$0.isPart })
    {
      add(predicate.objects.filter { clauses.groups[$0].quantity != nil }, whole, clauses, &findings)
    }
    for (index, chunk) in clauses.chunks.enumerated() where index > 0 {
      let isIncluding =
        chunk.kind == .preposition && sentence.opensParts(chunk.terms.lowerBound)
        || chunk.kind == .verb && sentence.isWord(sentence.verbs[chunk.index].main, "including")
      guard isIncluding else { continue }
      let before = clauses.chunks[index - 1].kind == .comma ? index - 2 : index - 1
      guard let group = clauses.group(at: before), group.isDefinite, let whole = clauses.earlier(group) else {
        continue
      }
      add(Self.list(after: index, clauses), whole, clauses, &findings)
    }
  }

  /// "Of the 23, 18 had been hostages and five were killed in the operation"; "of whom 27 were soldiers".
  private static func ofThose(_ clauses: Clauses, _ findings: inout Findings) {
    let sentence = clauses.sentence
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .preposition {
      guard sentence.isWord(chunk.terms.lowerBound, "of"), index + 1 < clauses.chunks.count else { continue }
      var whole: EarlierCount?
      var inSentence: Int?
      if let group = clauses.group(at: index + 1), group.isDefinite,
        index == 0 || clauses.chunks[index - 1].kind != .group
      {
        whole = clauses.earlier(group)
        if whole == nil {
          // "Of the 108 people killed in May, 49 were children."
          inSentence = findings.list.firstIndex { $0.group == clauses.chunks[index + 1].index && $0.content.isCount }
        }
        if whole == nil, inSentence == nil, group.quantity == nil, let status = group.status {
          // "Of the deaths, 17,388 were in the north."
          whole = clauses.context.counts.last { !$0.isPart && $0.status == status }
        }
      } else if clauses.chunks[index + 1].kind == .relative {
        inSentence = findings.list.lastIndex { $0.content.isCount && $0.terms.upperBound <= chunk.terms.lowerBound }
        // "398 passengers had tickets, of whom 362 …": they are of those, of whom nothing is told.
        let isOfOthers = clauses.chunks[..<index].contains { chunk in
          chunk.kind == .group && clauses.groups[chunk.index].isPeople
            && clauses.groups[chunk.index].quantity.map { !$0.isSingleton } ?? false
        }
        if inSentence == nil, !isOfOthers { whole = clauses.context.counts.last { !$0.isPart } }
      }
      // "Of the total dead, 46 died in Selm.": a part, of whatever number.
      let named =
        index == 0 ? clauses.group(at: 1).flatMap { $0.isDefinite && $0.quantity == nil ? $0.status : nil } : nil
      guard let status = whole?.status ?? inSentence.flatMap({ findings.list[$0].countStatus }) ?? named else {
        continue
      }
      var position = index + 2
      while position < clauses.chunks.count, position - index < 20, clauses.chunks[position].kind != .stop {
        if let part = clauses.group(at: position), part.quantity != nil, part.isHeadless || part.isPeople {
          let id = clauses.chunks[position].index
          if !findings.uses(id) { clauses.count(id, status, rule: "composition", scope: .part, into: &findings) }
          findings.relabel(id, clauses, complementAfter: position)
          if let at = findings.list.firstIndex(where: { $0.group == id && $0.content.isCount }) {
            if let named, findings.list[at].countStatus == named { findings.list[at].becomePart() }
            if let inSentence, at != inSentence {
              findings.list[at].whole = inSentence
            } else {
              findings.list[at].wholeClaim = whole?.claim
            }
          }
        }
        position += 1
      }
    }
  }

  private static func add(_ parts: [Int], _ whole: EarlierCount, _ clauses: Clauses, _ findings: inout Findings) {
    for part in parts {
      guard clauses.isCountable(clauses.groups[part], allowingUnknown: true), !clauses.groups[part].isHeadless else {
        continue
      }
      clauses.count(part, whole.status, rule: "composition", scope: .part, into: &findings)
      if let last = findings.list.indices.last, findings.list[last].group == part {
        findings.list[last].wholeClaim = whole.claim
      }
    }
  }
}

extension Clauses {
  /// The last count whose number the parts add up to.
  fileprivate func whole(ofSum parts: [Int]) -> EarlierCount? {
    guard parts.count > 1 else { return nil }
    var sum = 0
    for part in parts {
      guard let quantity = groups[part].quantity, let number = quantity.low, quantity.high == number else { return nil }
      sum += number
    }
    return context.counts.last { !$0.isPart && $0.low == sum && $0.high == sum }
  }
}
