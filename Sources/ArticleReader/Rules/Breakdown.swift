import Situation

extension Rule {
  /// Parts of a group that was just counted: "including 12 children", "most of them", ": nine women, six men".
  static let breakdown = Rule(
    name: "breakdown",
    triggers: [],
    examples: [
      Example("Rescuers freed 44 hostages, including «12 children».", "rescued 12 children people"),
      Example("Six pupils, «five boys» and a girl, died.", "killed 5 boys people"),
      Example("Forty people were hurt, including «16 shot» by guards.", "injured 16 people people"),
      Example("The dead included «three» from Selm.", "killed 3 people people"),
      Example("Nine people died. The victims included «two nurses».", "killed 2 nurses people"),
      Example("The slide killed 17: «nine women», six men and two boys.", "killed 9 women people"),
    ],
    counterexamples: ["The report, including 12 pages of maps, was late."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    var index = 0
    while index < clauses.chunks.count {
      let chunk = clauses.chunks[index]
      let word = chunk.terms.lowerBound
      let opensList: Bool
      switch chunk.kind {
      case .preposition: opensList = sentence.opensParts(word)
      case .stop: opensList = sentence.kind(word) == .colon
      case .dash: opensList = true
      case .comma: opensList = false
      case .verb:
        let main = sentence.verbs[chunk.index].main
        opensList =
          sentence.isWord(main, "include") || sentence.isWord(main, "included") || sentence.isWord(main, "includes")
          || sentence.isWord(main, "including") || sentence.isWord(main, "consisting")
          || sentence.isWord(main, "comprising")
      default: opensList = false
      }
      guard opensList else {
        index += 1
        continue
      }
      let whole = nearest(before: word, clauses, findings)
      var status = whole.flatMap { findings.list[$0].countStatus }
      let subjectGroup = clauses.predicates.first { $0.chunk == index }?.subjects.first.map { clauses.groups[$0] }
      if status == nil || chunk.kind == .verb, let subject = subjectGroup {
        status = subject.status ?? (whole == nil ? nil : status)
        if status == nil, sentence.isWord(subject.head, "victims"), subject.quantity == nil {
          // "The victims included three children": of those whose death the text tells.
          status = clauses.context.counts.contains { !$0.isPart && $0.status == .killed } ? .killed : nil
        }
      }
      let parts = list(after: index, clauses)
      let isFinite = chunk.kind == .verb && sentence.verbs[chunk.index].isFinite
      guard let status, !parts.isEmpty else {
        index += 1
        continue
      }
      if chunk.kind == .dash || chunk.kind == .stop, parts.count < 2 {
        index += 1
        continue
      }
      for part in parts {
        add(part, status, opener: chunk, whole: whole, isFinite: isFinite, clauses, &findings)
      }
      for part in parts where !isFinite { findings.link(part, status, to: whole) }
      index += 1
    }
    amongThem(clauses, &findings)
    madeUp(clauses, &findings)
  }

  private static func add(
    _ part: Int, _ status: Count.Status, opener: Chunk, whole: Int?, isFinite: Bool, _ clauses: Clauses,
    _ findings: inout Findings
  ) {
    // "The dead included four guards shot at the gate": what they are after what befell them.
    let lesser: Set<Count.Status> = status == .killed ? [.held, .injured, .critical] : status == .held ? [] : [.held]
    guard findings.status(of: part).map(lesser.contains) ?? true else { return }
    guard clauses.isCountable(clauses.groups[part], allowingUnknown: true) else {
      if let whole, clauses.isHurtAs(part) {
        clauses.count(
          part, status, rule: "breakdown", scope: .part, whole: isFinite ? nil : whole, like: findings.list[whole],
          into: &findings)
      }
      return
    }
    // "The dead included three from Selm"
    if clauses.groups[part].isHeadless, opener.kind != .preposition, !(isFinite && clauses.isFromSomewhere(part)) {
      return
    }
    findings.list.removeAll { $0.group == part && ($0.countStatus.map(lesser.contains) ?? false) }
    clauses.count(part, status, rule: "breakdown", scope: .part, whole: isFinite ? nil : whole, into: &findings)
  }

  /// "Six pupils, five boys and a girl, died": who they were, where the numbers add up.
  private static func madeUp(_ clauses: Clauses, _ findings: inout Findings) {
    let reader = ClauseReader(clauses.sentence)
    for (comma, chunk) in clauses.chunks.enumerated() where chunk.kind == .comma && comma > 0 {
      let last = clauses.chunks[comma - 1].kind == .predicate ? comma - 2 : comma - 1
      guard last >= 0, clauses.chunks[last].kind == .group,
        let whole = findings.list.firstIndex(where: {
          $0.group == clauses.chunks[last].index && $0.content.isCount && $0.countStatus != .aboard
        }), let status = findings.list[whole].countStatus,
        let end = clauses.chunks[(comma + 1)..<min(clauses.chunks.count, comma + 12)].firstIndex(where: {
          ![.group, .comma, .conjunction, .predicate].contains($0.kind)
        }), end > comma + 2, clauses.chunks[end - 1].kind == .comma, reader.isSum(last, of: comma + 1..<end - 1)
      else { continue }
      for part in comma + 1..<end - 1 where clauses.chunks[part].kind == .group {
        clauses.count(
          clauses.chunks[part].index, status, rule: "breakdown", scope: .part, whole: whole, into: &findings)
      }
    }
  }

  /// The count whose people are named last before a term.
  private static func nearest(before term: Int, _ clauses: Clauses, _ findings: Findings) -> Int? {
    func end(_ finding: Int) -> Int { findings.list[finding].group.map { clauses.groups[$0].terms.upperBound } ?? 0 }
    // "five of the eight people": the eight stand last.
    func start(_ finding: Int) -> Int { findings.list[finding].group.map { clauses.groups[$0].terms.lowerBound } ?? 0 }
    return findings.list.indices.filter {
      findings.list[$0].content.isCount && findings.list[$0].standing == nil && findings.list[$0].group != nil
        && end($0) <= term
    }.max { (end($0), start($0), -$0) < (end($1), start($1), -$1) }
  }

  /// The noun groups of a list that follows a chunk.
  static func list(after index: Int, _ clauses: Clauses) -> [Int] {
    var result: [Int] = []
    var position = index + 1
    while position < clauses.chunks.count, position - index < 24 {
      let chunk = clauses.chunks[position]
      switch chunk.kind {
      case .group:
        if position + 1 < clauses.chunks.count, clauses.chunks[position + 1].kind == .verb,
          clauses.sentence.verbs[clauses.chunks[position + 1].index].isFinite,
          !ClauseReader(clauses.sentence).isReduced(position + 1),
          clauses.sentence.kind(clauses.chunks[index].terms.lowerBound) == .colon || clauses.chunks[index].kind == .dash
        {
          return result
        }
        result.append(chunk.index)
      case .comma, .conjunction, .time: break
      case .preposition, .subordinator:
        if position + 1 < clauses.chunks.count, clauses.chunks[position + 1].kind == .group {
          position += 2
          continue
        }
        return result
      default: return result
      }
      position += 1
    }
    return result
  }

  /// "four of them in a critical condition", "12 of them children".
  private static func amongThem(_ clauses: Clauses, _ findings: inout Findings) {
    seriously(clauses, &findings)
    for (index, group) in clauses.groups.enumerated() {
      guard let whole = group.whole, clauses.groups[whole].isPronoun, group.quantity != nil, !findings.uses(index),
        let chunk = clauses.chunk(ofGroup: index), let kind = clauses.kindOfThem(after: chunk),
        let finding = findings.list.lastIndex(where: {
          $0.content.isCount && $0.terms.lowerBound < group.terms.lowerBound
        }),
        let status = findings.list[finding].countStatus
      else { continue }
      guard clauses.count(index, status, rule: "breakdown", scope: .part, whole: finding, into: &findings),
        let last = findings.list.indices.last,
        case .count(var count) = findings.list[last].content
      else { continue }
      (count.subject, count.subjectClass) = clauses.subject(of: kind)
      findings.list[last].content = .count(count)
      findings.list[last].terms = group.terms.lowerBound..<kind.terms.upperBound
    }
  }

  /// "injured 27, six of them seriously", "27 were hurt, six seriously".
  private static func seriously(_ clauses: Clauses, _ findings: inout Findings) {
    let sentence = clauses.sentence
    for (index, group) in clauses.groups.enumerated() {
      guard let quantity = group.quantity, !quantity.isZero, !quantity.isSingleton, !findings.uses(index),
        let chunk = clauses.chunk(ofGroup: index), clauses.chunks.indices.contains(chunk + 1),
        group.whole.map({ clauses.groups[$0].isPronoun })
          ?? (group.isHeadless && chunk > 0 && clauses.chunks[chunk - 1].kind == .comma),
        clauses.chunks[chunk + 1].kind == .adverb,
        ["seriously", "critically", "gravely", "severely", "badly"].contains(
          sentence.lower(clauses.chunks[chunk + 1].terms)),
        let injured = findings.list.lastIndex(where: {
          $0.countStatus == .injured && $0.terms.lowerBound < group.terms.lowerBound
        })
      else { continue }
      clauses.count(
        index, .critical, rule: "breakdown", with: clauses.chunks[chunk + 1].terms, scope: .part, whole: injured,
        into: &findings)
    }
  }
}

extension Clauses {
  /// Who some of those counted are: "12 of them children", "12 of them are children".
  fileprivate func kindOfThem(after chunk: Int) -> NounGroup? {
    let isCopula =
      chunks.indices.contains(chunk + 1) && chunks[chunk + 1].kind == .verb
      && sentence.verbs[chunks[chunk + 1].index].isCopula && !sentence.verbs[chunks[chunk + 1].index].isNegated
    guard let kind = group(at: isCopula ? chunk + 2 : chunk + 1), kind.isPeople, !isCopula || kind.quantity == nil
    else {
      return nil
    }
    return kind
  }
}

extension Clauses {
  /// "three from Selm", "two of Vesta's": a bare number that a place follows.
  fileprivate func isFromSomewhere(_ group: Int) -> Bool {
    guard let chunk = chunks.firstIndex(where: { $0.kind == .group && $0.index == group }), chunk + 2 < chunks.count,
      chunks[chunk + 1].kind == .preposition, let place = self.group(at: chunk + 2)
    else { return false }
    return sentence.senses(chunks[chunk + 1].terms.lowerBound).contains { $0.kind == .origin }
      && sentence.isName(place.terms.lowerBound)
  }

  /// "16 shot" of "40 were injured, including 16 shot by police": a number and what befell them.
  fileprivate func isHurtAs(_ group: Int) -> Bool {
    let group = groups[group]
    return group.quantity.map { !$0.isSingleton } ?? false && group.terms.count > 1
      && sentence.verbForms(group.head).contains(where: \.isParticiple)
      && sentence.senses(group.head).contains { $0.category == .statusVerb && [.injured, .killed].contains($0.status) }
  }
}
