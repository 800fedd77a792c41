import Situation

extension Rule {
  /// "Two children are among the dead", "There were 12 women among the rescued".
  static let among = Rule(
    name: "among those in a status",
    triggers: CategorySet(.statusNoun, .statusVerb),
    examples: [
      Example("«Two children are among the dead».", "killed 2 children people"),
      Example("«Two children aged four and six are among the dead».", "killed 2 children people"),
      Example(
        "«Some 215 soldiers were among the dead», a spokesman said.", "killed 215 about soldiers security-forces"),
    ],
    counterexamples: ["He walked among the 12 graves.", "Two of the roads are among the worst."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .preposition {
      guard sentence.isWord(chunk.terms.lowerBound, "among"), let target = clauses.group(at: index + 1),
        target.isDefinite || target.quantity != nil || target.isPronoun && sentence.isWord(target.head, "those"),
        let status = clauses.lastStatus(ofThoseAt: index + 1) ?? target.status
          ?? clauses.statusOfThose(after: index + 1)
      else { continue }
      var groups: [Int] = []
      // "those", "seven people hurt": with the participle that tells their status.
      var end = target.status == nil ? index + 3 : index + 2
      // "among the dead in Galtuer were"
      if clauses.chunks.indices.contains(end + 1), clauses.chunks[end].kind == .preposition,
        clauses.group(at: end + 1)?.quantity == nil
      {
        end += 2
      }
      let opens =
        index == 0
        || [.comma, .that].contains(clauses.chunks[index - 1].kind)
        || clauses.chunks[index - 1].kind == .verb
          && sentence.has(sentence.verbs[clauses.chunks[index - 1].index].main, .speechVerb)
      if opens,
        let predicate = clauses.predicates.first(where: { $0.chunk == end }), clauses.verb(predicate).isCopula
      {
        // "Among the 37 dead were 11 children."
        for object in predicate.objects {
          clauses.count(object, status, rule: "among those in a status", scope: .part, into: &findings)
        }
        continue
      }
      if index > 0, clauses.chunks[index - 1].kind == .group {
        groups = [clauses.chunks[index - 1].index]
      } else if let predicate = clauses.predicates.first(where: { $0.chunk == index - 1 && clauses.verb($0).isCopula })
      {
        groups = predicate.subjects
      }
      if groups.count == 1, index > 0, clauses.chunks[index - 1].kind == .group {
        // "26 women and 11 children among 80 people rescued"
        var left = index - 1
        while left >= 2, clauses.chunks[left - 1].kind == .conjunction || clauses.chunks[left - 1].kind == .comma,
          let other = clauses.group(at: left - 2), other.quantity != nil, other.isPeople
        {
          groups.insert(clauses.chunks[left - 2].index, at: 0)
          left -= 2
        }
      }
      let whole = findings.list.firstIndex { $0.group == clauses.chunks[index + 1].index && $0.countStatus == status }
      for group in groups {
        let terms = target.quantity == nil ? target.terms : clauses.groups[group].terms
        if clauses.count(
          group, status, rule: "among those in a status", with: terms, scope: .part, whole: whole, into: &findings)
        {
          continue
        }
        clauses.mention(group, status, rule: "among those in a status", with: terms, scope: .part, into: &findings)
      }
    }
  }
}

extension Clauses {
  /// "the 115 hostages who died": what befell them last, and not what they were.
  fileprivate func lastStatus(ofThoseAt chunk: Int) -> Count.Status? {
    guard chunks.indices.contains(chunk + 2), chunks[chunk + 1].kind == .relative, chunks[chunk + 2].kind == .verb
    else { return nil }
    return sentence.sense(sentence.verbs[chunks[chunk + 2].index].main, .statusVerb)?.status
  }

  /// "those killed", "the passengers rescued": the status that a participle gives.
  func statusOfThose(after chunk: Int) -> Count.Status? {
    guard chunks.indices.contains(chunk + 1), chunks[chunk + 1].kind == .verb else { return nil }
    return sentence.sense(sentence.verbs[chunks[chunk + 1].index].main, .statusVerb)?.status
  }
}
