import Situation

extension Rule {
  /// Parts of a group that was just counted: "including 12 children", "most of them", ": nine women, six men".
  static let breakdown = Rule(
    name: "breakdown",
    triggers: [],
    examples: [
      Example("Rescuers freed 44 hostages, including «12 children».", "rescued 12 children people"),
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
      case .preposition: opensList = sentence.lower(chunk.terms).hasPrefix("including")
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
      let whole = findings.list.lastIndex {
        $0.content.isCount && $0.terms.lowerBound < word && $0.standing == nil
          && ($0.group.map { clauses.groups[$0].terms.upperBound <= word } ?? false)
      }
      var status = whole.flatMap { findings.list[$0].countStatus }
      let subjectGroup = clauses.predicates.first { $0.chunk == index }?.subjects.first.map { clauses.groups[$0] }
      if status == nil || chunk.kind == .verb, let subject = subjectGroup {
        status = subject.status ?? (whole == nil ? nil : status)
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
      for part in parts where !findings.uses(part) || findings.status(of: part) == .held && status != .held {
        guard clauses.isCountable(clauses.groups[part], allowingUnknown: true) else { continue }
        if clauses.groups[part].isHeadless, chunk.kind != .preposition { continue }
        if status != .held { findings.list.removeAll { $0.group == part && $0.countStatus == .held } }
        clauses.count(
          part, status, rule: "breakdown", scope: .part, whole: isFinite ? nil : whole, into: &findings)
      }
      for part in parts where !isFinite { findings.link(part, status, to: whole) }
      index += 1
    }
    amongThem(clauses, &findings)
  }

  /// The noun groups of a list that follows a chunk.
  static func list(after index: Int, _ clauses: Clauses) -> [Int] {
    var result: [Int] = []
    var position = index + 1
    while position < clauses.chunks.count, position - index < 24 {
      let chunk = clauses.chunks[position]
      switch chunk.kind {
      case .group:
        if position + 1 < clauses.chunks.count, clauses.chunks[position + 1].kind == .verb, !result.isEmpty || true,
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
    for (index, group) in clauses.groups.enumerated() {
      guard let whole = group.whole, clauses.groups[whole].isPronoun, group.quantity != nil, !findings.uses(index),
        let chunk = clauses.chunk(ofGroup: index), clauses.group(at: chunk + 1)?.isPeople == true,
        let finding = findings.list.lastIndex(where: {
          $0.content.isCount && $0.terms.lowerBound < group.terms.lowerBound
        }),
        let status = findings.list[finding].countStatus
      else { continue }
      guard clauses.count(index, status, rule: "breakdown", scope: .part, whole: finding, into: &findings),
        let kind = clauses.group(at: chunk + 1), let last = findings.list.indices.last,
        case .count(var count) = findings.list[last].content
      else { continue }
      (count.subject, count.subjectClass) = clauses.subject(of: kind)
      findings.list[last].content = .count(count)
      findings.list[last].terms = group.terms.lowerBound..<kind.terms.upperBound
    }
  }

  /// A number whose verb is left out: "Eighteen were freed on Tuesday, five on Wednesday".
  static let elided = Rule(
    name: "elided verb",
    triggers: CategorySet(.cardinal, .vague, .speechVerb),
    examples: [
      Example("Eighteen hostages were freed on Tuesday, «five» on Wednesday.", "rescued 5 hostages people"),
      Example("Police said 12 people had died; the rebels «claimed 40».", "killed 40 people people"),
    ],
    counterexamples: ["The train left at 9 on Tuesday, 10 on Wednesday."]
  ) { clauses, findings in
    let sentence = clauses.sentence
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
        if sentence.has(verb.main, .statusVerb) { continue }
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
        let status = earlier?.countStatus ?? clauses.context.lastStatus
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
        || next.kind == .preposition && sentence.isWord(next.terms.lowerBound, "in")
          && clauses.group(at: index + 2).map { sentence.isName($0.head) } ?? false
      guard isAfterSpeech, earlier.terms.upperBound <= chunk.terms.lowerBound else { continue }
      clauses.count(chunk.index, status, rule: "elided verb", scope: .part, like: earlier, into: &findings)
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

  /// "the bodies of 21 hostages", "the lives of 21 passengers", "the killing of six".
  static let nominal = Rule(
    name: "noun of status with of",
    triggers: CategorySet(.statusNoun, .incident),
    examples: [
      Example("The attack claimed «the lives of 21 passengers».", "killed 21 passengers people"),
      Example("They denounced «the killing of six priests».", "killed 6 priests people"),
    ],
    counterexamples: ["The lives of others matter.", "The rescue of the cargo took 12 hours."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .group {
      let group = clauses.groups[chunk.index]
      guard index + 2 < clauses.chunks.count, sentence.isWord(clauses.chunks[index + 1].terms.lowerBound, "of"),
        clauses.chunks[index + 1].kind == .preposition, let target = clauses.group(at: index + 2)
      else { continue }
      var status =
        group.quantity == nil && sentence.has(group.head, .statusNoun)
        ? sentence.sense(group.head, .statusNoun)?.status : nil
      if status == nil, group.quantity == nil || group.quantity?.isSingleton == true {
        status = sentence.sense(group.head, .incident)?.status
      }
      guard let status, clauses.isCountable(target, allowingUnknown: true),
        !findings.uses(clauses.chunks[index + 2].index)
      else { continue }
      var targets = [clauses.chunks[index + 2].index]
      var position = index + 3
      while position + 1 < clauses.chunks.count,
        clauses.chunks[position].kind == .conjunction || clauses.chunks[position].kind == .comma,
        let next = clauses.group(at: position + 1), next.quantity != nil, next.isPeople
      {
        if position + 2 < clauses.chunks.count, clauses.chunks[position + 2].kind == .verb { break }
        targets.append(clauses.chunks[position + 1].index)
        position += 2
      }
      for target in targets {
        clauses.count(target, status, rule: "noun of status with of", with: chunk.terms, into: &findings)
      }
    }
  }
}

extension Claim.Content {
  var isPart: Bool { if case .count(let count) = self { count.scope == .part } else { false } }
}

extension Clauses {
  /// "as were", "so did": the verb stands before its subject and repeats an earlier one.
  func verbIsInverted(_ chunk: Int) -> Bool {
    guard chunk >= 1, chunks[chunk].kind == .verb, sentence.has(sentence.verbs[chunks[chunk].index].main, .auxiliary)
    else { return false }
    let word = chunks[chunk - 1].terms.lowerBound
    return sentence.isWord(word, "as") || sentence.isWord(word, "so")
  }
}
