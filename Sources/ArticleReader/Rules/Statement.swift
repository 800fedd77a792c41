import Situation

extension Rule {
  /// What is said and is itself the event: responsibility, offers, answers, deadlines, threats, denials, labels.
  static let statement = Rule(
    name: "statement",
    triggers: CategorySet(.statement),
    examples: [
      Example("The Baloch Liberation Army «claimed responsibility» for the attack.", "responsibility BLA"),
      Example("The gunmen set a «deadline of 6 p.m.» for their demands.", "deadline gunmen"),
      Example("The minister called it «\"an act of terrorism\"».", "label an act of terrorism"),
    ],
    counterexamples: [
      "The deadline for tax returns is Friday.", "He called the police.",
    ]
  ) { clauses, findings in
    let sentence = clauses.sentence
    var seen: Set<String> = []
    for mark in sentence.marks where mark.sense.category == .statement {
      guard let kind = mark.sense.kind, let act = Self.act(kind) else { continue }
      var content = sentence.plain(mark.sense)
      var terms = mark.terms
      var by: String?
      var standing: Claim.Standing?
      switch act {
      case .label:
        guard let quoted = quoted(after: mark.terms.upperBound, clauses) else { continue }
        var inner = quoted.inner
        // The full stop belongs to the sentence, not to the name.
        while inner.count > 1, [.stop, .comma].contains(sentence.kind(inner.upperBound - 1)) {
          inner = inner.lowerBound..<inner.upperBound - 1
        }
        content = sentence.words(inner)
        terms = quoted.outer
      case .deadline:
        guard let span = hours(near: mark.terms, clauses) ?? clauses.time(after: mark.terms) else { continue }
        content = sentence.lower(span)
        terms = min(span.lowerBound, terms.lowerBound)..<max(span.upperBound, terms.upperBound)
        by = clauses.armedGroup()
      case .history, .note, .warning, .unknown: continue
      case .answer: by = "government"
      case .responsibility:
        content = "responsibility for the attack"
        by = clauses.armedGroup()
        if clauses.isByNobody(mark.terms) { (by, standing) = (nil, .denied) }
      case .offer, .demand, .threat, .denial:
        by = clauses.armedGroup()
        if act == .offer { content = Self.bestOffer(sentence) ?? content }
      }
      guard seen.insert("\(act)").inserted else { continue }
      findings.list.append(
        Finding(
          content: .statement(Statement(act: act, by: by, content: content)), terms: terms, rule: "statement",
          anchor: terms.lowerBound, standing: standing))
    }
    ultimatum(clauses, &findings)
  }

  private static func act(_ kind: Kind) -> Statement.Act? {
    switch kind {
    case .responsibility: .responsibility
    case .demand: .demand
    case .deadline: .deadline
    case .offer: .offer
    case .answer: .answer
    case .denial: .denial
    case .threat: .threat
    case .label: .label
    case .history: .history
    default: nil
    }
  }

  /// Of several words for an offer the one that says what is offered.
  private static func bestOffer(_ sentence: Sentence) -> String? {
    let offers = sentence.marks.filter { $0.sense.category == .statement && $0.sense.kind == .offer }.map {
      sentence.plain($0.sense)
    }
    return offers.first { $0 != "negotiations" && $0 != "talks" } ?? offers.first
  }

  private static func quoted(after term: Int, _ clauses: Clauses) -> (inner: Range<Int>, outer: Range<Int>)? {
    let sentence = clauses.sentence
    guard let open = (term..<sentence.terms.count).first(where: { sentence.kind($0) == .quote }), open - term < 10,
      let close = (open + 1..<max(open + 1, sentence.terms.count)).first(where: { sentence.kind($0) == .quote }),
      close - open > 2, close - open < 14
    else { return nil }
    // An indefinite noun names what it is called; anything else is speech.
    guard sentence.has(open + 1, CategorySet(.article, .adjective)) else { return nil }
    return (open + 1..<close, open..<close + 1)
  }

  /// "48-hour", "48 hours", "of 48 hours".
  private static func hours(near terms: Range<Int>, _ clauses: Clauses) -> Range<Int>? {
    let sentence = clauses.sentence
    let reader = QuantityReader(sentence: sentence)
    for term in max(0, terms.lowerBound - 6)..<min(sentence.terms.count, terms.upperBound + 6) {
      guard sentence.kind(term) == .number || sentence.has(term, .cardinal), let (_, end) = reader.number(at: term)
      else { continue }
      var unit = end
      if sentence.kind(unit) == .hyphen { unit += 1 }
      if sentence.has(unit, .timeUnit) { return term..<unit + 1 }
    }
    return nil
  }

  /// "gave the authorities 48 hours to release prisoners".
  private static func ultimatum(_ clauses: Clauses, _ findings: inout Findings) {
    let sentence = clauses.sentence
    let known = findings.list.contains {
      if case .statement(let statement) = $0.content { statement.act == .deadline } else { false }
    }
    guard !known else { return }
    for predicate in clauses.predicates
    where sentence.isWord(clauses.verb(predicate).main, "gave")
      || sentence.isWord(clauses.verb(predicate).main, "given")
    {
      let verb = clauses.verb(predicate)
      guard let span = hours(near: verb.terms, clauses), span.lowerBound > verb.terms.lowerBound,
        sentence.isWord(span.upperBound, "to")
      else { continue }
      findings.list.append(
        Finding(
          content: .statement(Statement(act: .deadline, by: clauses.armedGroup(), content: sentence.lower(span))),
          terms: verb.terms.lowerBound..<span.upperBound, rule: "statement", anchor: verb.terms.lowerBound))
    }
  }
}
