import Situation

/// How a finding stands: current, of another incident, replaced, feared, denied.
struct StandingReader {
  let sentence: Sentence
  let predicates: [Predicate]
  let frames: [SpeechFrame]
  /// The last counts of the story so far.
  let counts: [EarlierCount]

  /// - Parameters:
  ///   - clause: The terms of its own clause.
  ///   - isOther: It was weighed to be of another incident.
  func standing(of finding: Finding, in clause: Range<Int>, isOther: Bool) -> Claim.Standing {
    if let standing = finding.standing { return standing }
    if let frame = frames.last(where: { $0.scope.contains(finding.anchor) }), frame.kind == .denies,
      frame.terms.upperBound <= finding.anchor
    {
      return .denied
    }
    if isUntrue(before: finding.anchor) || isDenied(finding) || isIncorrect(finding) { return .denied }
    if isOther { return .background }
    if isSuperseded(finding, clause) { return .superseded }
    if isForecast(finding, clause) || isOpen(finding) || isAskedFor(finding, clause) { return .forecast }
    return .current
  }

  /// The stretch between semicolons and stops, and between "while", "but" and their like.
  func clause(around finding: Finding) -> Range<Int> {
    var start = 0
    var end = sentence.terms.count
    for chunk in sentence.chunks {
      let isBoundary =
        chunk.kind == .stop
        || chunk.kind == .conjunction && sentence.isWord(chunk.terms.lowerBound, "but")
        || chunk.kind == .subordinator
          && (sentence.isWord(chunk.terms.lowerBound, "while") && !isBeforeGerund(chunk)
            || sentence.isWord(chunk.terms.lowerBound, "since"))
      guard isBoundary else { continue }
      if chunk.terms.upperBound <= finding.anchor { start = chunk.terms.lowerBound }
      if chunk.terms.lowerBound > finding.anchor {
        end = chunk.terms.lowerBound
        break
      }
    }
    return start..<end
  }

  /// "crashed while approaching the airport": it goes on.
  private func isBeforeGerund(_ chunk: Chunk) -> Bool {
    sentence.verbs.contains { $0.terms.lowerBound == chunk.terms.upperBound && $0.voice == .gerund }
  }

  /// "The contractor denied that 20 workers had died": whoever it is who denies it.
  private func isDenied(_ finding: Finding) -> Bool {
    predicates.contains { predicate in
      let verb = sentence.verbs[predicate.verb]
      guard sentence.sense(verb.main, .speechVerb)?.kind == .denies, verb.voice == .active, !verb.isNegated,
        verb.terms.upperBound <= finding.anchor, sentence.isWord(verb.terms.upperBound, "that")
      else { return false }
      return !sentence.chunks.contains {
        verb.terms.upperBound <= $0.terms.lowerBound && $0.terms.lowerBound < finding.anchor
          && ($0.kind == .comma || $0.kind == .stop || $0.kind == .subordinator)
      }
    }
  }

  /// "could not confirm that 12 had died", "asked whether 12 had died": a number that nobody vouches for.
  func isOpen(_ finding: Finding) -> Bool {
    guard case .count(let count) = finding.content, !count.figure.isUndisclosed else { return false }
    // "whether the five who were shot knew him": that they were is not in question.
    if sentence.chunks.contains(where: { $0.kind == .relative && finding.terms.contains($0.terms.lowerBound) }) {
      return false
    }
    let before = sentence.chunks.prefix { $0.terms.lowerBound < finding.anchor }
    guard let opener = before.lastIndex(where: { isComplement($0) || $0.kind == .stop }),
      before[opener].kind != .stop,
      // Another clause has begun since.
      !before[opener...].contains(where: { $0.kind == .comma || $0.kind == .relative })
    else { return false }
    if isAsked(before[opener]) { return true }
    return predicates.contains { predicate in
      let verb = sentence.verbs[predicate.verb]
      return predicate.chunk < opener && opener - predicate.chunk <= 4 && verb.isNegated
        && sentence.has(verb.main, .speechVerb) && sentence.sense(verb.main, .speechVerb)?.kind != .denies
    }
  }

  /// "demanded the release of three of their men", "unless 200 of its members were let go": wanted, and not so.
  private func isAskedFor(_ finding: Finding, _ clause: Range<Int>) -> Bool {
    guard let status = finding.countStatus, status == .rescued || status == .released else { return false }
    let isRelease = finding.rule == Rule.nominal.name
    return (clause.lowerBound..<max(clause.lowerBound, finding.anchor)).contains { term in
      sentence.isWord(term, "unless")
        || isRelease
          && (sentence.senses(term).contains { [.demands, .demand, .asks].contains($0.kind) }
            || Self.wishes.contains { sentence.isWord(term, $0) })
    }
  }

  private static let wishes: [StaticString] = [
    "sought", "seeking", "wanted", "wants", "urged",
  ]

  private func isComplement(_ chunk: Chunk) -> Bool {
    chunk.kind == .that || isAsked(chunk)
  }

  /// "whether 12 had died", "to check if he was alive".
  private func isAsked(_ chunk: Chunk) -> Bool {
    let word = chunk.terms.lowerBound
    return chunk.kind == .subordinator && (sentence.isWord(word, "whether") || sentence.isWord(word, "if"))
  }

  /// "An earlier report that 60 had been abducted was incorrect."
  private func isIncorrect(_ finding: Finding) -> Bool {
    guard let opener = sentence.chunks.lastIndex(where: { $0.kind == .that && $0.terms.lowerBound < finding.anchor }),
      opener > 0, sentence.chunks[opener - 1].kind == .group,
      case let head = sentence.groups[sentence.chunks[opener - 1].index].head,
      Self.reports.contains(where: { sentence.isWord(head, $0) })
    else { return false }
    return (finding.terms.upperBound..<sentence.terms.count).contains { term in
      Self.untrue.contains { sentence.isWord(term, $0) }
        && sentence.verbs.contains { $0.isCopula && term - $0.terms.upperBound >= 0 && term - $0.terms.upperBound <= 2 }
    }
  }

  private static let reports: [StaticString] = [
    "report", "reports", "claim", "claims", "rumour", "rumours", "rumor", "rumors", "news", "suggestion", "suggestions",
    "allegation", "allegations", "statement", "statements",
  ]
  private static let untrue: [StaticString] = [
    "incorrect", "false", "untrue", "wrong", "baseless", "unfounded", "inaccurate", "erroneous",
  ]

  private func isUntrue(before term: Int) -> Bool {
    guard term > 3 else { return false }
    return (0..<term).contains {
      (sentence.isWord($0, "not") && (sentence.isWord($0 + 1, "true") || sentence.isWord($0 + 1, "correct")))
        || sentence.isWord($0, "untrue") || sentence.isWord($0, "false")
    }
  }

  private func isSuperseded(_ finding: Finding, _ clause: Range<Int>) -> Bool {
    // "raising a toll that had stood at 18"
    if sentence.verbs.contains(where: { verb in
      verb.isPerfect && finding.terms.contains(verb.main)
        && sentence.lower(verb.main..<verb.main + 1).hasPrefix("stood")
        && (sentence.has(verb.terms.lowerBound - 1, .relative) || sentence.isWord(verb.terms.lowerBound - 1, "that"))
    }) {
      return true
    }
    if isRevised(finding) { return true }
    for mark in sentence.marks where mark.sense.category == .supersession && clause.overlaps(mark.terms) {
      let word = sentence.lower(mark.terms)
      switch word {
      case "down from", "up from", "instead of":
        if (0...4).contains(finding.anchor - mark.terms.upperBound), isFirstNumber(finding.anchor, after: mark.terms) {
          return true
        }
      case "previous", "initial":
        // "The previous count was 104 rescued and 16 killed", "Initial reports had put the toll at eight."
        if isFigure(mark.terms.upperBound), mark.terms.lowerBound < finding.anchor,
          word == "previous" || !isFirstOnly(mark.terms.lowerBound)
        {
          return true
        }
      case "earlier", "initially", "previously", "originally", "at first":
        // "Earlier reports had put the toll at eight", "had initially spoken of 41 dead".
        if word == "earlier", mark.terms.lowerBound < finding.anchor,
          isReport(mark.terms.upperBound) || isFigure(mark.terms.upperBound)
            // "Earlier government statements had put the toll at eight."
            || isFigure(mark.terms.upperBound + 1) && sentence.has(mark.terms.upperBound, .speaker)
            // "Earlier the hospital count was 27 dead."
            || mark.terms.lowerBound == 0 && sentence.has(mark.terms.upperBound, .article)
              && (mark.terms.upperBound + 1..<mark.terms.upperBound + 4).contains(where: isFigure)
        {
          return true
        }
        if word == "initially", mark.terms.lowerBound < finding.anchor,
          sentence.verbs.contains(where: { verb in
            verb.isPerfect && verb.terms.contains(mark.terms.lowerBound)
              && sentence.has(verb.main, CategorySet(.speechVerb, .putVerb))
          })
        {
          return true
        }
        // "at first said that seven had died", "originally believed to have been 17"
        if Self.firstWords.contains(word), mark.terms.upperBound < finding.terms.upperBound, !isToldBefore(finding),
          mark.terms.lowerBound < finding.anchor,
          sentence.has(mark.terms.upperBound, CategorySet(.speechVerb, .putVerb))
            || sentence.marks.contains(where: {
              $0.sense.category == .doubt && $0.terms.lowerBound == mark.terms.upperBound
            })
        {
          return true
        }
        // "Police earlier said nine had died", where the story has another figure of theirs by now.
        if word == "earlier", mark.terms.upperBound < finding.anchor,
          sentence.has(mark.terms.upperBound, CategorySet(.speechVerb, .putVerb)), isAnother(finding)
        {
          return true
        }
        // "Earlier, the railway had said six people died", "Earlier an official had put the toll at 48."
        if word == "earlier", mark.terms.lowerBound == 0,
          sentence.kind(mark.terms.upperBound) == .comma || sentence.has(mark.terms.upperBound, .article),
          sentence.verbs.contains(where: { verb in
            // "Earlier, officials said six died", where the story has another figure by now.
            (verb.isPerfect || verb.voice == .active && isOfAll(finding) && isAnother(finding))
              && verb.terms.upperBound <= finding.anchor
              && sentence.has(verb.main, CategorySet(.speechVerb, .putVerb))
          })
        {
          return true
        }
        // "had earlier said 8 …, but now say 6": replaced only when the sentence gives the new one.
        if sentence.chunks.contains(where: {
          $0.kind == .conjunction && sentence.isWord($0.terms.lowerBound, "but") && $0.terms.lowerBound > finding.anchor
        }), !isToldBefore(finding),
          mark.terms.lowerBound < finding.anchor
        {
          return true
        }
      case "first":
        // "first reported as 30", "the 841 first reported"
        if sentence.has(mark.terms.upperBound, .speechVerb) || sentence.has(mark.terms.upperBound, .putVerb) {
          let gap = finding.anchor - mark.terms.upperBound
          if gap >= 0 && gap <= 3
            || mark.terms.lowerBound - finding.terms.upperBound <= 4
              && mark.terms.lowerBound >= finding.terms.upperBound - 1
          {
            return true
          }
        }
      default: continue
      }
    }
    return false
  }

  /// "down from 245 to 233": the number before the one that takes its place.
  private func isFirstNumber(_ anchor: Int, after mark: Range<Int>) -> Bool {
    !sentence.groups.contains {
      guard let quantity = $0.quantity else { return false }
      return mark.upperBound <= quantity.terms.lowerBound && quantity.terms.upperBound <= anchor
    }
  }

  /// "revising down the death toll from 245": what a toll was before it changed.
  private func isRevised(_ finding: Finding) -> Bool {
    guard sentence.isWord(finding.anchor - 1, "from"), sentence.has(finding.anchor - 2, .toll) else { return false }
    return sentence.verbs.contains { verb in
      sentence.has(verb.main, .changeVerb) && !verb.isCopula
        && (0...3).contains(finding.anchor - 2 - verb.terms.upperBound)
    }
  }

  /// "An initial count found 29 dead": the first, of which nothing says that another has come.
  private func isFirstOnly(_ adjective: Int) -> Bool {
    guard sentence.sense(adjective - 1, .article)?.kind == .indefinite else { return false }
    return !sentence.verbs.contains { $0.isPerfect }
  }

  /// "toll", "figures", "estimate": a noun of what is given, and given anew.
  private func isFigure(_ term: Int) -> Bool {
    guard sentence.terms.indices.contains(term) else { return false }
    return sentence.has(term, .toll) || Self.givenBefore.contains(sentence.lower(term..<term + 1))
  }

  private static let givenBefore: Set<String> = [
    "count", "figure", "figures", "toll", "tally", "estimate", "estimates", "report", "reports", "statement",
    "statements", "assessment", "assessments",
  ]
  private static let firstWords: Set<String> = ["initially", "originally", "at first"]

  /// Returns true if the story gave a greater figure of the same people before.
  private func isAnother(_ finding: Finding) -> Bool {
    guard case .count(let count) = finding.content else { return false }
    let same = counts.filter { $0.status == count.status && $0.subjectClass == count.subjectClass && !$0.isPart }
    // An earlier toll that is not smaller than the story's other figures may still hold.
    guard let point = count.figure.point else { return false }
    return same.contains { ($0.low ?? $0.high ?? 0) > point }
  }

  /// No name limits those who are counted: "85 people", and not "the Indian dead".
  private func isOfAll(_ finding: Finding) -> Bool {
    !finding.terms.contains { $0 > 0 && sentence.terms[$0].isCapitalised }
  }

  /// "initially said the four were seized at dawn": of "the four" it says when, and their number still holds.
  private func isToldBefore(_ finding: Finding) -> Bool {
    guard case .count(let count) = finding.content, let group = finding.group, sentence.groups[group].isDefinite else {
      return false
    }
    return counts.contains { $0.low == count.figure.low && $0.high == count.figure.high }
  }

  /// "earlier reports", "earlier estimates": what the press gave before, told by the press as past.
  private func isReport(_ term: Int) -> Bool {
    sentence.isWord(term, "reports") || sentence.isWord(term, "reports that") || sentence.isWord(term, "estimates")
      || sentence.isWord(term, "tallies")
  }

  private func isForecast(_ finding: Finding, _ clause: Range<Int>) -> Bool {
    for predicate in predicates {
      let verb = sentence.verbs[predicate.verb]
      let touches = finding.terms.overlaps(verb.terms)
      if touches, verb.isModal { return true }
      // "There may be 40 dead."
      if verb.isModal, verb.isCopula, (0...1).contains(finding.terms.lowerBound - verb.terms.upperBound) { return true }
      if touches, sentence.has(verb.main, .speechVerb) == false, verb.voice == .infinitive,
        isThreat(before: verb.terms.lowerBound)
      {
        return true
      }
    }
    for mark in sentence.marks where mark.sense.category == .doubt && clause.overlaps(mark.terms) {
      let word = sentence.lower(mark.terms)
      switch word {
      case "if", "unless":
        if mark.terms.lowerBound <= finding.anchor, clause.lowerBound <= mark.terms.lowerBound,
          sentence.verbs.contains(where: { $0.isModal && finding.terms.overlaps($0.terms) })
        {
          return true
        }
      case "would", "may have", "might have", "could have": continue
      // "ten others believed buried": nobody has seen them, and all act as if it were so.
      case "believed" where finding.countStatus == .held || finding.countStatus == .aboard: continue
      default:
        if finding.terms.overlaps(mark.terms), !isOfWho(mark.terms) { return true }
        let gap = finding.terms.lowerBound - mark.terms.upperBound
        if gap >= 0, gap <= 4, !isOfSubject(mark.terms, finding) { return true }
      }
    }
    return false
  }

  /// "hijackers believed to be deserters freed 140 people": who they are is in doubt, and not what they did.
  private func isOfSubject(_ doubt: Range<Int>, _ finding: Finding) -> Bool {
    guard let own = predicates.first(where: { finding.terms.lowerBound == sentence.verbs[$0.verb].terms.lowerBound }),
      sentence.verbs[own.verb].isFinite
    else { return false }
    return predicates.contains { doubted in
      let next = doubted.chunk + 1
      return sentence.verbs[doubted.verb].terms.overlaps(doubt) && own.chunk > next
        && sentence.chunks[next].kind == .verb && sentence.verbs[sentence.chunks[next].index].isInfinitive
    }
  }

  /// "Three of the dead are believed to be foreigners": who they were is in doubt, and not that they died.
  private func isOfWho(_ doubt: Range<Int>) -> Bool {
    predicates.contains { doubted in
      guard sentence.verbs[doubted.verb].terms.overlaps(doubt), sentence.chunks.indices.contains(doubted.chunk + 2),
        sentence.chunks[doubted.chunk + 1].kind == .verb, sentence.chunks[doubted.chunk + 2].kind == .group
      else { return false }
      let next = sentence.verbs[sentence.chunks[doubted.chunk + 1].index]
      let told = sentence.groups[sentence.chunks[doubted.chunk + 2].index]
      return next.isCopula && next.voice == .infinitive && told.status == nil && told.quantity == nil
    }
  }

  private func isThreat(before term: Int) -> Bool {
    (max(0, term - 3)..<term).contains {
      sentence.sense($0, .speechVerb)?.kind == .warns || sentence.isWord($0, "planned") || sentence.isWord($0, "wanted")
    }
  }
}
