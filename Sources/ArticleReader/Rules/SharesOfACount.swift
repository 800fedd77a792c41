import Situation

extension Rule {
  /// What a bare number says of the count before: "Nineteen were soldiers, one was a clerk and four had no names".
  static let shares = Rule(
    name: "shares of a count",
    triggers: CategorySet(.cardinal),
    examples: [
      Example("Police found 25 bodies. «Nineteen were those of soldiers».", "killed 19 soldiers security-forces"),
      Example("«Sixteen of the 43 people who died were» women.", "killed 16 people people"),
    ],
    counterexamples: ["Nineteen were late for work.", "Police found 25 bodies. Two were roads of gravel."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    sharesOfRead(clauses, &findings)
    guard let whole = clauses.context.counts.last(where: { !$0.isPart }) ?? clauses.context.counts.last,
      let limit = whole.low ?? whole.high
    else { return }
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .group {
      let group = clauses.groups[chunk.index]
      guard group.isHeadless, let quantity = group.quantity, !quantity.isZero, let number = quantity.low,
        number < limit || whole.isPart,
        // Beside a part whose whole has no number, only "another 23" is known to be of the same people.
        !whole.isPart || quantity.isAdditional,
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
        var whole = whole
        if let before = findings.list.last(where: { finding in
          finding.terms.upperBound <= group.terms.lowerBound
            && finding.group.map { clauses.groups[$0].whole != nil } ?? false
        })?.countStatus {
          // "29 of the captives were women and 17 were children"
          if before != whole.status { (whole.status, whole.claim) = (before, nil) }
        }
        share(chunk.index, complement, at, whole, clauses, &findings)
      } else if sentence.isWord(verb.main, "identified") || sentence.isWord(verb.main, "remain"),
        quantity.isAdditional || verb.isNegated
          || verb.voice == .passive
      {
        clauses.count(
          chunk.index, whole.status, rule: "shares of a count", with: verb.terms, scope: .part, into: &findings)
        if let last = findings.list.indices.last {
          // Nobody has said what they are: they are of the whole, and not like the share named before them.
          if group.isHeadless, case .count(var count) = findings.list[last].content, !quantity.isAdditional {
            (count.subject, count.subjectClass) = (whole.subject, whole.subjectClass)
            findings.list[last].content = .count(count)
          }
          findings.list[last].wholeClaim = quantity.isAdditional ? nil : whole.claim
        }
      }
    }
  }

  /// "Sixteen of the 43 people who died were women": what befell the whole befell its share.
  private static func sharesOfRead(_ clauses: Clauses, _ findings: inout Findings) {
    for (index, group) in clauses.groups.enumerated() {
      guard let whole = group.whole, group.quantity != nil, !findings.uses(index),
        let read = findings.list.firstIndex(where: { $0.group == whole && $0.content.isCount }),
        let status = findings.list[read].countStatus,
        let predicate = clauses.predicates.first(where: { $0.subjects.contains(index) && !$0.isRelative }),
        clauses.verb(predicate).isCopula, !clauses.verb(predicate).isNegated,
        clauses.group(at: predicate.chunk + 1)?.isPeople == true,
        clauses.count(
          index, status, rule: "shares of a count", with: clauses.verb(predicate).terms, scope: .part, into: &findings),
        let last = findings.list.indices.last
      else { continue }
      findings.list[last].whole = read
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
