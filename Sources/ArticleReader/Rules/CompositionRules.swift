import Situation

/// A count of an earlier sentence that a later one may take apart.
struct EarlierCount: Sendable {
  var low: Int?
  var high: Int?
  var status: Count.Status
  var subject: String
  var subjectClass: Count.SubjectClass?
  /// Among the claims of the article.
  var claim: Int
  /// Itself a part of another count.
  var isPart = false
}

extension Rule {
  /// The parts of a figure that an earlier sentence gave: "The 104 were listed as 58 men and 46 women",
  /// "Forty men and 26 women made up the group", "The dead are 23 soldiers and five civilians".
  static let composition = Rule(
    name: "composition",
    triggers: CategorySet(.cardinal, .statusNoun),
    examples: [
      Example("Police freed 104 people. The 104 were listed as «58 men» and 46 women.", "rescued 58 men people"),
      Example("Police freed 66 people. «Forty men» and 26 women made up the group.", "rescued 40 men people"),
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
      } else if group.quantity == nil, let status = group.status, status == .killed || status == .injured,
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
    for (index, chunk) in clauses.chunks.enumerated() where index > 0 {
      let isIncluding =
        chunk.kind == .preposition && sentence.lower(chunk.terms).hasPrefix("including")
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
        if whole == nil, group.quantity == nil, let status = group.status {
          // "Of the deaths, 17,388 were in the north."
          whole = clauses.context.counts.last { !$0.isPart && $0.status == status }
        }
      } else if clauses.chunks[index + 1].kind == .relative {
        inSentence = findings.list.lastIndex { $0.content.isCount && $0.terms.upperBound <= chunk.terms.lowerBound }
        if inSentence == nil { whole = clauses.context.counts.last { !$0.isPart } }
      }
      guard let status = whole?.status ?? inSentence.flatMap({ findings.list[$0].countStatus }) else { continue }
      var position = index + 2
      while position < clauses.chunks.count, position - index < 20, clauses.chunks[position].kind != .stop {
        if let part = clauses.group(at: position), part.quantity != nil, part.isHeadless || part.isPeople {
          let id = clauses.chunks[position].index
          if !findings.uses(id) { clauses.count(id, status, rule: "composition", scope: .part, into: &findings) }
          findings.relabel(id, clauses, complementAfter: position)
          if let at = findings.list.firstIndex(where: { $0.group == id && $0.content.isCount }) {
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

  /// What a bare number says of the count before: "Nineteen were soldiers, one was a clerk and four had no names".
  static let shares = Rule(
    name: "shares of a count",
    triggers: CategorySet(.cardinal),
    examples: [
      Example("Police found 25 bodies. «Nineteen were those of soldiers».", "killed 19 soldiers security-forces")
    ],
    counterexamples: ["Nineteen were late for work.", "Police found 25 bodies. Two were roads of gravel."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    guard let whole = clauses.context.counts.last(where: { !$0.isPart }), let limit = whole.low ?? whole.high else {
      return
    }
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .group {
      let group = clauses.groups[chunk.index]
      guard group.isHeadless, let quantity = group.quantity, !quantity.isZero, let number = quantity.low,
        number < limit,
        !findings.uses(chunk.index), group.whole == nil || clauses.groups[group.whole ?? 0].isPronoun
      else { continue }
      guard let predicate = clauses.predicates.first(where: { $0.subjects.contains(chunk.index) }) else {
        // "one a railway official": the verb is left out.
        if index > 0, clauses.chunks[index - 1].kind == .conjunction || clauses.chunks[index - 1].kind == .comma,
          let complement = clauses.group(at: index + 1), complement.isPeople, complement.quantity?.isSingleton == true,
          findings.list.last?.rule == "shares of a count"
        {
          share(chunk.index, complement, index + 1, whole, clauses, &findings)
        }
        continue
      }
      let verb = clauses.verb(predicate)
      if verb.isCopula, quantity.isAdditional,
        sentence.isWord(verb.main, "remain") || sentence.isWord(verb.main, "remained")
      {
        clauses.count(
          chunk.index, whole.status, rule: "shares of a count", with: verb.terms, scope: .part, into: &findings)
      } else if verb.isCopula, !verb.isNegated {
        var at = predicate.chunk + 1
        if let pronoun = clauses.group(at: at), pronoun.isPronoun, clauses.chunks.indices.contains(at + 1),
          sentence.isWord(clauses.chunks[at + 1].terms.lowerBound, "of")
        {
          at += 2
        }
        guard let complement = clauses.group(at: at), complement.isPeople else { continue }
        share(chunk.index, complement, at, whole, clauses, &findings)
      } else if sentence.isWord(verb.main, "identified") || sentence.isWord(verb.main, "remain"),
        quantity.isAdditional || verb.isNegated
          || verb.voice == .passive
      {
        clauses.count(
          chunk.index, whole.status, rule: "shares of a count", with: verb.terms, scope: .part, into: &findings)
        if let last = findings.list.indices.last {
          findings.list[last].wholeClaim = quantity.isAdditional ? nil : whole.claim
        }
      }
    }
  }

  private static func share(
    _ group: Int, _ complement: NounGroup, _ chunk: Int, _ whole: EarlierCount, _ clauses: Clauses,
    _ findings: inout Findings
  ) {
    guard
      clauses.count(
        group, whole.status, rule: "shares of a count", with: complement.terms, scope: .part, into: &findings),
      let last = findings.list.indices.last, case .count(var count) = findings.list[last].content
    else { return }
    (count.subject, count.subjectClass) = clauses.subject(of: complement)
    findings.list[last].content = .count(count)
    findings.list[last].wholeClaim = whole.claim
  }
}

extension Clauses {
  /// The earlier count that a definite number points back to: "the 104".
  func earlier(_ group: NounGroup) -> EarlierCount? {
    guard let quantity = group.quantity, !quantity.isSingleton, let number = quantity.low ?? quantity.high else {
      return nil
    }
    return context.counts.last { $0.low == number || $0.high == number }
  }
}

extension Findings {
  /// "27 were off-duty soldiers": the complement of a bare number says who they are.
  mutating func relabel(_ group: Int, _ clauses: Clauses, complementAfter chunk: Int) {
    guard let index = list.firstIndex(where: { $0.group == group && $0.content.isCount }),
      clauses.groups[group].isHeadless,
      case .count(var count) = list[index].content
    else { return }
    guard clauses.chunks.indices.contains(chunk + 1), clauses.chunks[chunk + 1].kind == .verb,
      clauses.sentence.verbs[clauses.chunks[chunk + 1].index].isCopula, let complement = clauses.group(at: chunk + 2),
      complement.isPeople
    else { return }
    (count.subject, count.subjectClass) = clauses.subject(of: complement)
    list[index].content = .count(count)
    list[index].terms = list[index].terms.lowerBound..<max(list[index].terms.upperBound, complement.terms.upperBound)
  }
}
