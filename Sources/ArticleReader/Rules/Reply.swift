import Situation

extension Rule {
  /// What people are warned of and told to do, what is asked for, refused, agreed to and denied, in the words that say
  /// it.
  static let reply = Rule(
    name: "reply",
    triggers: CategorySet(.matter, .turn),
    examples: [
      Example("Officials «urged residents to stay indoors».", "warning officials"),
      Example("Police «warned of further attacks».", "warning police"),
      Example("The mayor «called for an inquiry».", "demand mayor"),
      Example("The minister «refused to meet the gang».", "answer minister"),
      Example("The group «denied any role in the attack».", "denial group"),
    ],
    counterexamples: [
      "He refused to comment.", "Officials did not warn the town.", "The market demanded more oil.",
      "They were told to pay.", "Police may warn residents.",
    ]
  ) { clauses, findings in
    for predicate in clauses.predicates where clauses.hasMark(over: clauses.verb(predicate).main, .turn) {
      if predicate.modality == .told || clauses.isPurpose(predicate) {
        clauses.addReply(predicate, to: &findings)
      }
    }
  }
}

extension Clauses {
  fileprivate func addReply(_ predicate: Predicate, to findings: inout Findings) {
    let verb = verb(predicate)
    let isPurpose = verb.voice == .infinitive
    for index in sentence.matters(near: verb.main) {
      let mark = sentence.matters[index]
      guard mark.sense.category == .turn, mark.terms.contains(verb.main) else { continue }
      guard let kind = mark.sense.kind, var act = act(kind), !isPurpose || act == .demand,
        let told = content(mark, kind, predicate, isPurpose: isPurpose)
      else { continue }
      // "asked the navy for help"
      if sentence.plain(mark.sense) == "told", told.contains(where: { sentence.isWord($0, "for") }),
        !hasInfinitive(told)
      {
        act = .demand
      }
      let isKnown = findings.list.contains { finding in
        if case .statement(let known) = finding.content {
          known.act == act && finding.terms.overlaps(told)
        } else {
          false
        }
      }
      guard !isKnown else { continue }
      findings.list.append(
        Finding(
          content: .statement(Statement(act: act, by: party(predicate), content: sentence.words(told))),
          terms: min(verb.terms.lowerBound, told.lowerBound)..<told.upperBound, rule: "reply",
          anchor: verb.terms.lowerBound, standing: .current))
      return
    }
  }

  private func act(_ kind: Kind) -> Statement.Act? {
    switch kind {
    case .warning: .warning
    case .asks: .demand
    case .answer: .answer
    case .denial: .denial
    case .offer: .offer
    default: nil
    }
  }

  /// What is said: the words after the verb, which must tell something by themselves.
  private func content(_ mark: Mark, _ kind: Kind, _ predicate: Predicate, isPurpose: Bool) -> Range<Int>? {
    let verb = verb(predicate)
    let isPassive = verb.voice == .passive
    // "Residents were urged to stay indoors" tells it as well; "he was refused" tells nothing.
    guard !isPassive || kind == .warning else { return nil }
    guard isPurpose || (isPassive ? isTellable(subjects(predicate).last) : party(predicate) != nil),
      self.mark(over: verb.main, .state, .unknown) == nil
    else { return nil }
    let start = max(verb.terms.upperBound, mark.terms.upperBound)
    guard let first = chunks.firstIndex(where: { $0.terms.lowerBound >= start }), first < chunks.count,
      ![.stop, .comma, .quote, .dash].contains(chunks[first].kind),
      !(isPassive && sentence.isWord(chunks[first].terms.lowerBound, "by"))
    else { return nil }
    var end = clauseEnd(from: first)
    if isPassive,
      let agent = chunks[first...].first(where: {
        $0.kind == .preposition && sentence.isWord($0.terms.lowerBound, "by")
      }),
      agent.terms.lowerBound < end
    {
      end = agent.terms.lowerBound
    }
    guard end > start else { return nil }
    guard end - start > 1 || sentence.has(start, GroupReader.nominal), !sentence.has(end - 1, .article),
      !isOfName(start..<end), chunks[first].kind != .subordinator
    else { return nil }
    switch sentence.plain(mark.sense) {
    case "told": return isTold(first, isPassive) ? start..<end : nil
    default: return start..<end
    }
  }

  /// "residents to leave", and of a passive "to leave": who is told, and what to do.
  private func isTold(_ first: Int, _ isPassive: Bool) -> Bool {
    var index = first
    if !isPassive {
      guard let told = group(at: index), !told.isPronoun || sentence.isWord(told.head, "them") else { return false }
      index += 1
      while chunks.indices.contains(index + 1), chunks[index].kind == .preposition, group(at: index + 1) != nil {
        index += 2
      }
    }
    guard chunks.indices.contains(index) else { return false }
    if !isPassive, chunks[index].kind == .preposition || chunks[index - 1].kind == .group && index >= first + 3 {
      return chunks[first...].prefix(3).contains { sentence.isWord($0.terms.lowerBound, "for") }
    }
    guard chunks[index].kind == .verb else { return false }
    return sentence.verbs[chunks[index].index].isInfinitive
  }

  /// Those who can be told something: people, and not "they".
  private func isTellable(_ group: Int?) -> Bool { group.map { !groups[$0].isPronoun } ?? false }

  private func hasInfinitive(_ terms: Range<Int>) -> Bool {
    sentence.verbs.contains { $0.isInfinitive && terms.contains($0.terms.lowerBound) }
  }

  /// "asked not to be named", "declined to comment": who speaks, and no more.
  private func isOfName(_ terms: Range<Int>) -> Bool {
    sentence.marks.contains { $0.sense.category == .anonymity && $0.terms.overlaps(terms) }
      || terms.prefix(4).contains {
        sentence.isOneOf(
          $0, ["anonymity", "named", "identified", "comment", "name", "identify", "interviewed", "elaborate", "quoted"])
      }
  }

  /// The speaker: people, an office, a body or somebody by name, and never a thing.
  private func party(_ predicate: Predicate) -> String? {
    guard verb(predicate).voice != .passive, let subject = predicate.subjects.last else { return nil }
    let noun = groups[subject]
    if noun.isPronoun || sentence.lower(noun.head..<noun.head + 1).contains(where: { $0 == "'" || $0 == "’" }) {
      return nil
    }
    let isSomebody =
      noun.isPeople || sentence.has(noun.head, CategorySet(.speaker, .organisation, .force, .person))
      || sentence.isName(noun.head) && sentence.terms[noun.head].entry == 0
    guard isSomebody, noun.quantity?.isZero != true else { return nil }
    return sentence.isName(noun.head)
      ? sentence.words(noun.head..<noun.head + 1) : sentence.lower(noun.head..<noun.head + 1)
  }

  private func isSpeech(_ chunk: Chunk) -> Bool {
    chunk.kind == .verb && sentence.has(sentence.verbs[chunk.index].main, .speechVerb)
      && !sentence.verbs[chunk.index].isInfinitive
  }

  /// The end of what is said from a chunk on: before a quotation, a clause of its own or a further finite verb.
  private func clauseEnd(from first: Int) -> Int {
    var index = first
    while index < chunks.count, index - first < 20 {
      let chunk = chunks[index]
      if [.stop, .quote, .dash, .relative].contains(chunk.kind) { break }
      if chunk.kind == .subordinator, index > first + 1 { break }
      if chunk.kind == .comma || chunk.kind == .conjunction, index + 1 < chunks.count, chunks[index + 1].kind == .verb,
        !sentence.verbs[chunks[index + 1].index].isInfinitive
      {
        break
      }
      if chunk.kind == .comma, index + 2 < chunks.count, chunks[index + 2].kind == .verb { break }
      if chunk.kind == .comma, chunks[index...].prefix(6).contains(where: { isSpeech($0) }) { break }
      index += 1
    }
    while index > first + 1, [.comma, .conjunction].contains(chunks[index - 1].kind) { index -= 1 }
    return chunks[index - 1].terms.upperBound
  }
}
