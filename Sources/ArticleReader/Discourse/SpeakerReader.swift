import Situation

/// Whose words a stretch of a sentence are.
struct SpeechFrame: Sendable {
  var speaker: Speaker
  /// The terms that the speaker answers for.
  var scope: Range<Int>
  /// The terms of the speaker and the verb.
  var terms: Range<Int>
  /// The terms of the speaker alone.
  var phrase: Range<Int>
  var kind: Kind
  /// A time beside the verb: when it was said.
  var time: Int?
}

/// Finds who speaks in a sentence, and resolves "he", "the group", a surname by whoever spoke before.
struct SpeakerReader {
  let sentence: Sentence
  let predicates: [Predicate]
  var chunks: [Chunk] { sentence.chunks }

  /// Who speaks in the sentence. Who is told of within a quotation speaks only where nobody is named outside it.
  ///
  /// - Parameter quoted: True if a quotation is open where the sentence begins, and somebody says it.
  func frames(_ memory: inout SpeakerMemory, inQuotation quoted: (isOpen: Bool, isTold: Bool)) -> [SpeechFrame] {
    for term in sentence.terms.indices {
      if let sense = sentence.sense(term, .organisation), sense.side == .attackers {
        memory.name(armedGroup: sentence.plain(sense))
      }
    }
    // Most sentences quote nothing.
    guard quoted.isOpen || sentence.terms.contains(where: { $0.kind == .quote }) else {
      return frames(of: Array(chunks.indices), &memory)
    }
    let inside = sentence.quoted(whereOpen: quoted.isOpen)
    let outer = frames(of: chunks.indices.filter { !inside[chunks[$0].terms.lowerBound] }, &memory)
    // "…," the mayor said. "Police told us …": the mayor still speaks.
    let goesOn = quoted.isTold && (quoted.isOpen || sentence.kind(0) == .quote)
    guard outer.isEmpty, !goesOn, inside.contains(true) else { return outer }
    return frames(of: chunks.indices.filter { inside[chunks[$0].terms.lowerBound] }, &memory)
  }

  private func frames(of indices: [Int], _ memory: inout SpeakerMemory) -> [SpeechFrame] {
    var frames: [SpeechFrame] = []
    for index in indices {
      let chunk = chunks[index]
      switch chunk.kind {
      case .preposition:
        if let frame = source(index, frames, &memory) { frames.append(frame) }
      case .verb:
        let verb = sentence.verbs[chunk.index]
        if verb.voice == .gerund, sentence.sense(verb.main, .source)?.kind == .quotes {
          if let frame = source(index, frames, &memory) { frames.append(frame) }
          continue
        }
        if verb.voice == .gerund, let last = frames.last, sentence.isWord(verb.main - 1, "as"),
          (0...2).contains(verb.main - last.terms.upperBound)
        {
          // "quoted the mayor as saying": the mayor has been found.
          continue
        }
        if verb.voice == .passive, let frame = agent(of: index, verb, &memory) { frames.append(frame) }
        guard verb.voice != .passive, verb.voice != .infinitive,
          let sense = sentence.sense(verb.main, .speechVerb) ?? silence(index, verb) ?? placing(verb)
        else { continue }
        if let frame = frame(verbChunk: index, verb, sense, frames, &memory) { frames.append(frame) }
      case .group:
        if let frame = account(index, &memory) { frames.append(frame) }
      case .stop:
        if frames.isEmpty, let frame = signature(after: index, &memory) { frames.append(frame) }
      default: continue
      }
    }
    return handedOn(frames)
  }

  /// "Seventy are in hospital: health minister Goran Tolin.": who says it, after a colon at the end.
  private func signature(after colon: Int, _ memory: inout SpeakerMemory) -> SpeechFrame? {
    guard sentence.kind(chunks[colon].terms.lowerBound) == .colon, colon > 1,
      let (phrase, end) = phrase(from: colon + 1), end >= sentence.terms.count - 1, isSpeakerLike(phrase),
      !sentence.groups.contains(where: { phrase.overlaps($0.terms) && $0.quantity.map { !$0.isSingleton } ?? false }),
      phrase.contains(where: { sentence.has($0, CategorySet(.speaker, .organisation)) }),
      let speaker = speaker(in: phrase, &memory)
    else { return nil }
    return SpeechFrame(
      speaker: speaker, scope: 0..<sentence.terms.count, terms: chunks[colon].terms.lowerBound..<end, phrase: phrase,
      kind: .says, time: nil)
  }

  /// "according to the mayor", "citing pilots".
  private func source(_ index: Int, _ frames: [SpeechFrame], _ memory: inout SpeakerMemory) -> SpeechFrame? {
    guard sentence.has(chunks[index].terms.lowerBound, .source), var (phrase, end) = phrase(from: index + 1) else {
      return nil
    }
    // "…, the governor said, according to his account": the owner has been named.
    if !frames.isEmpty, sentence.has(phrase.lowerBound, .possessive) { return nil }
    if let giver = giver(ofDocument: phrase) ?? sender(ofDocument: phrase) { (phrase, end) = giver }
    guard isSpeakerLike(phrase) || isNobodyKnown(phrase), let speaker = speaker(in: phrase, &memory) else { return nil }
    let count = sentence.terms.count
    let atStart =
      index == 0 || frames.isEmpty && chunks[..<index].allSatisfy { $0.kind == .quote || $0.kind == .time }
    return SpeechFrame(
      speaker: speaker, scope: atStart ? 0..<count : clauseStart(before: index, frames)..<count,
      terms: chunks[index].terms.lowerBound..<end, phrase: phrase, kind: .says, time: time(near: end))
  }

  /// "Citing pilots, the agency said", "the agency, quoting pilots, said": whose words they are, and not who hands them
  /// on. Who cites a paper or hearsay ("the president said, citing early reports") speaks.
  private func handedOn(_ frames: [SpeechFrame]) -> [SpeechFrame] {
    guard let cited = frames.firstIndex(where: { sentence.sense($0.terms.lowerBound, .source)?.kind == .quotes }) else {
      return frames
    }
    var result = frames
    let words = frames[cited].terms
    for (index, frame) in frames.enumerated() where index != cited {
      let isBefore = (0...2).contains(words.lowerBound - frame.terms.upperBound)
      let isAfter = frame.terms.lowerBound - words.upperBound <= 3 && words.lowerBound < frame.terms.upperBound
      guard isBefore || isAfter else { continue }
      if frames[cited].phrase.contains(where: { sentence.sense($0, .speaker)?.kind == .document }) {
        result[cited].speaker = frame.speaker
      } else {
        result[index].speaker = frames[cited].speaker
      }
    }
    return result
  }

  /// "a statement from Prime Cruises": who sends it, known or not.
  private func sender(ofDocument phrase: Range<Int>) -> (Range<Int>, Int)? {
    guard isPaper(phrase), let index = chunks.firstIndex(where: { $0.terms.lowerBound == phrase.upperBound }),
      chunks[index].kind == .preposition, isBeforeIssuer(chunks[index].terms.lowerBound),
      let (sender, end) = self.phrase(from: index + 1),
      isSpeakerLike(sender) || sender.allSatisfy({ sentence.terms[$0].isCapitalised }) && !sentence.isAllCapitals
    else { return nil }
    return (sender, end)
  }

  /// "The commissioner issued a statement confirming …": who gives the paper out, and not the paper.
  private func giver(ofBareDocument phrase: Range<Int>) -> Range<Int>? {
    guard let chunk = chunkIndex(of: phrase.lowerBound), chunk > 0, chunks[chunk - 1].kind == .verb,
      chunks[chunk].terms.upperBound >= phrase.upperBound,
      sentence.sense(sentence.groups[chunks[chunk].index].head, .speaker)?.kind == .document,
      let giver = phraseBefore(chunk - 1), isSpeakerLike(giver)
    else { return nil }
    return giver
  }

  private func isPaper(_ phrase: Range<Int>) -> Bool {
    phrase.contains { term in
      sentence.sense(term, .speaker)?.kind == .document || sentence.isMarked(term, .paper)
        || sentence.isMarked(term, .account)
    }
  }

  /// "a press release issued by the bureau", "figures provided by the centre": the bureau, the centre speaks.
  private func giver(ofDocument phrase: Range<Int>) -> (Range<Int>, Int)? {
    guard isPaper(phrase), let index = chunks.firstIndex(where: { $0.terms.lowerBound == phrase.upperBound }),
      chunks[index].kind == .verb,
      index + 2 < chunks.count,
      sentence.senses(chunks[index + 1].terms.lowerBound).contains(where: { $0.kind == .agent }),
      let (giver, end) = self.phrase(from: index + 2), isSpeakerLike(giver)
    else { return nil }
    return (giver, end)
  }

  /// "The toll was raised to 31 by the military spokesman": whoever did it said it.
  func agent(of index: Int, _ verb: VerbGroup, _ memory: inout SpeakerMemory) -> SpeechFrame? {
    guard sentence.has(verb.main, CategorySet(.speechVerb, .putVerb, .changeVerb)),
      // "were taken at gunpoint by six men": who takes people says nothing.
      !sentence.has(verb.main, CategorySet(.takeVerb, .statusVerb)),
      // "killed in blasts that were claimed by the group": it says that they were its own, and nothing of the dead.
      !isInRelative(index)
    else { return nil }
    var position = index + 1
    while position + 1 < chunks.count, position - index < 12 {
      switch chunks[position].kind {
      case .verb, .stop, .subordinator: return nil
      case .preposition where sentence.isWord(chunks[position].terms.lowerBound, "by"):
        if let (phrase, end) = phrase(from: position + 1), isSpeakerLike(phrase),
          let speaker = speaker(in: phrase, &memory)
        {
          return SpeechFrame(
            speaker: speaker, scope: 0..<sentence.terms.count, terms: verb.terms.lowerBound..<end, phrase: phrase,
            kind: .says, time: time(near: end))
        }
      default: break
      }
      position += 1
    }
    return nil
  }

  /// Returns true for a verb whose subject is *that* or *which*.
  private func isInRelative(_ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, chunks[before].kind == .other || chunks[before].kind == .adverb { before -= 1 }
    guard before > 0 else { return false }
    return chunks[before].kind == .relative || chunks[before].kind == .that && chunks[before - 1].kind == .group
  }

  /// "by the military's count", "by his own account", "His words for it were": the owner speaks.
  func account(_ index: Int, _ memory: inout SpeakerMemory) -> SpeechFrame? {
    let group = sentence.groups[chunks[index].index]
    let isAccount = sentence.has(group.head, .noun) && sentence.isMarked(group.head, .account)
    guard isAccount else { return statement(index, &memory) }
    let isSource =
      index > 0 && chunks[index - 1].kind == .preposition
      && (sentence.isWord(chunks[index - 1].terms.lowerBound, "by")
        || sentence.isWord(chunks[index - 1].terms.lowerBound, "in"))
    let isFrom =
      index + 2 < chunks.count && chunks[index + 1].kind == .comma
      && sentence.isWord(chunks[index + 2].terms.lowerBound, "from")
    if index + 3 < chunks.count, chunks[index + 1].kind == .verb,
      sentence.isWord(sentence.verbs[chunks[index + 1].index].main, "came"),
      sentence.isWord(chunks[index + 2].terms.lowerBound, "from"), let (phrase, end) = phrase(from: index + 3),
      isSpeakerLike(phrase),
      let speaker = speaker(in: phrase, &memory)
    {
      // "The hostage figure came from the railways."
      return SpeechFrame(
        speaker: speaker, scope: 0..<sentence.terms.count, terms: group.terms.lowerBound..<end, phrase: phrase,
        kind: .says, time: nil)
    }
    guard isSource || index == 0 else { return nil }
    var owner: Speaker?
    if isFrom, let (phrase, _) = phrase(from: index + 3), isSpeakerLike(phrase) {
      // "The previous count, from security sources on Tuesday night, was …"
      owner = speaker(in: phrase, &memory)
    }
    if owner != nil {
    } else if let possessor = group.possessor {
      guard isSpeakerLike(possessor) else { return nil }
      owner = speaker(in: possessor, &memory)
    } else if sentence.isWord(group.terms.lowerBound, "his") || sentence.isWord(group.terms.lowerBound, "her") {
      owner = memory.resolve(.he)
    } else if index + 2 < chunks.count, isSource, sentence.isWord(chunks[index + 1].terms.lowerBound, "of"),
      let (phrase, _) = phrase(from: index + 2), isSpeakerLike(phrase)
    {
      owner = speaker(in: phrase, &memory)
    }
    guard let owner else { return nil }
    return SpeechFrame(
      speaker: owner, scope: 0..<sentence.terms.count, terms: group.terms, phrase: group.terms, kind: .says, time: nil)
  }

  /// "In a statement from the ministry, …": who gives it out speaks.
  private func statement(_ index: Int, _ memory: inout SpeakerMemory) -> SpeechFrame? {
    guard index == 1, sentence.isWord(chunks[0].terms.lowerBound, "in"),
      sentence.sense(sentence.groups[chunks[index].index].head, .speaker)?.kind == .document,
      index + 3 < chunks.count, isBeforeIssuer(chunks[index + 1].terms.lowerBound),
      let (phrase, end) = phrase(from: index + 2),
      isSpeakerLike(phrase), let speaker = speaker(in: phrase, &memory)
    else { return nil }
    return SpeechFrame(
      speaker: speaker, scope: 0..<sentence.terms.count, terms: chunks[0].terms.lowerBound..<end, phrase: phrase,
      kind: .says, time: time(near: end))
  }

  func frame(
    verbChunk index: Int, _ verb: VerbGroup, _ sense: Sense, _ frames: [SpeechFrame],
    _ memory: inout SpeakerMemory
  ) -> SpeechFrame? {
    if let quoted = quotedPerson(index, verb, &memory) { return quoted }
    // "We counted nine bodies" says nothing of who "we" are: whoever is quoted.
    if let phrase = phraseBefore(index), phrase.count == 1, sentence.sense(phrase.lowerBound, .pronoun)?.kind == .we {
      return nil
    }
    if isOfAntecedent(index) { return nil }
    if sense.kind == .names, !isBeforeObject(index) { return nil }
    if sense.kind == .tells, !isBesideWords(index) { return nil }
    var phraseTerms: Range<Int>?
    var after = false
    // Before the verb: the noun groups up to the clause's start.
    let before = phraseBefore(index)
    if let before, isSpeakerLike(before) || isNobodyKnown(before, verb) { phraseTerms = before }
    if takesLives(index), !isKnownToSpeak(phraseTerms) { return nil }
    if isCommand(index, verb) || before.map({ isAside($0, index) }) ?? false { return nil }
    if phraseTerms == nil || verb.voice == .gerund {
      // "… and says that", "…, saying it had": the subject that the verb shares.
      let subjects = [sharedSubject(index, verb), mainSubject(index, verb)].compactMap {
        $0.map { sentence.groups[$0].terms }
      }
      if let terms = subjects.first(where: isSpeakerLike) {
        phraseTerms = chunkIndex(of: terms.lowerBound).flatMap { phrase(from: $0)?.0 } ?? terms
      }
    }
    let isAfterPreposition = phraseTerms.map { sentence.has($0.lowerBound - 1, .preposition) } ?? true
    if isAfterPreposition || index > 0 && chunks[index - 1].kind == .comma, let opening = opening(before: index, verb),
      !(phraseTerms?.contains(opening.lowerBound) ?? false)
    {
      phraseTerms = opening
    }
    // What follows "saying" is what is said.
    let canInvert = verb.voice != .gerund && verb.terms.count == 1 && sense.kind != .names
    if index > 0, isTrailing(verb.terms.lowerBound), canInvert,
      sentence.has(verb.main, .speechVerb), !sentence.isWord(verb.main, "told"),
      let (next, end) = phrase(from: index + 1), isSpeakerLike(next),
      let following = chunks.firstIndex(where: { $0.terms.lowerBound >= end }), chunks[following].kind != .verb
    {
      // "…, said Shahid Rind, the government spokesman"
      phraseTerms = next
      after = true
    }
    if phraseTerms == nil, index + 1 < chunks.count, chunks[index + 1].kind == .group,
      let (next, _) = phrase(from: index + 1),
      isSpeakerLike(next), canInvert, precededByContent(index)
    {
      phraseTerms = next
      after = true
    }
    if verb.voice == .gerund, let giver = phraseTerms.flatMap({ giver(ofBareDocument: $0) }) { phraseTerms = giver }
    guard let terms = phraseTerms, let speaker = speaker(in: terms, &memory) else { return nil }
    let whole = min(terms.lowerBound, verb.terms.lowerBound)..<max(terms.upperBound, verb.terms.upperBound)
    let time = time(near: verb.terms.upperBound) ?? (after ? self.time(near: terms.upperBound) : nil)
    // "…, officials said": what went before is theirs; "officials said …": what follows.
    let isSilent = silence(index, verb) != nil
    let leads = !after && !isSilent && followedByContent(index)
    let said = Said(verb: index, phrase: terms, whole: whole, leads: leads, isSilent: isSilent)
    let scope = scope(of: said, frames)
    return SpeechFrame(
      speaker: speaker, scope: scope, terms: whole, phrase: terms,
      kind: isSilent || [.tells, .utters, .places].contains(sense.kind) ? .says : sense.kind ?? .says,
      time: time)
  }

  /// "State television quoted the governor as saying …": the governor speaks, and not who tells of it.
  private func quotedPerson(_ index: Int, _ verb: VerbGroup, _ memory: inout SpeakerMemory) -> SpeechFrame? {
    guard verb.voice == .active || verb.voice == .gerund,
      sentence.senses(verb.main).contains(where: { $0.category == .speechVerb && $0.kind == .quotes }),
      let (phrase, end) = phrase(from: index + 1), isSpeakerLike(phrase) || isNobodyKnown(phrase),
      chunks.contains(where: { $0.kind == .verb && (0...4).contains($0.terms.lowerBound - end) && isSpeech($0) })
    else { return nil }
    guard let speaker = speaker(in: phrase, &memory) else { return nil }
    let leads = chunks.prefix(index).allSatisfy { $0.kind != .comma }
    return SpeechFrame(
      speaker: speaker, scope: leads ? end..<sentence.terms.count : 0..<sentence.terms.count,
      terms: verb.terms.lowerBound..<end, phrase: phrase, kind: .says, time: time(near: end))
  }

  /// The noun that a clause opens with, over all that describes it up to the verb: "Kari Fatna, head of police in Munsk,
  /// some way from the capital, told", "People briefed on the search say", "Cory James, 22, of Lenz, said".
  private func opening(before index: Int, _ verb: VerbGroup) -> Range<Int>? {
    guard index > 1, verb.voice == .active,
      sentence.sense(verb.main, .speechVerb)?.kind?.isOfSaying ?? false
    else { return nil }
    let isClosed = chunks[index - 1].kind == .comma
    for start in (max(0, index - Self.longestOpening)..<index - 1).reversed() where chunks[start].kind == .group {
      guard start == 0 || Self.openers.contains(chunks[start - 1].kind) else { continue }
      let between = chunks[start + 1..<index]
      let isAside = [.comma, .open].contains(between.first?.kind)
      // "in Lenz, Norland, said": no subject has a comma on both sides.
      if between.count == 1, isAside, start > 0, chunks[start - 1].kind == .comma { continue }
      guard isAside ? isClosed : !between.contains(where: { $0.kind == .comma }), describes(between) else { continue }
      let group = sentence.groups[chunks[start].index]
      guard !group.isPronoun,
        isAside ? hasName(group.terms) : group.isPeople || isSpeakerLike(group.terms) || isSomebody(group, between)
      else { continue }
      return phrase(from: start).map { $0.0.lowerBound..<min($0.0.upperBound, verb.terms.lowerBound) }
    }
    return nil
  }

  /// What a noun that speaks can stand after, and how many chunks it can stand before its verb.
  private static let openers: Set<Chunk.Kind> = [.stop, .quote, .that, .conjunction, .comma, .dash, .subordinator]
  private static let longestOpening = 24

  /// "A cardiologist who saw them": a noun that nobody knows, before *who*.
  private func isSomebody(_ group: NounGroup, _ between: ArraySlice<Chunk>) -> Bool {
    guard let relative = between.first, relative.kind == .relative else { return false }
    return group.isUnknownHead && sentence.sense(relative.terms.lowerBound, .relative)?.kind == .who
  }

  /// Returns true for what can stand between a noun and its verb: no finite verb but in a relative clause.
  private func describes(_ between: ArraySlice<Chunk>) -> Bool {
    var isRelative = false
    for (index, chunk) in zip(between.indices, between) {
      switch chunk.kind {
      case .stop where sentence.kind(chunk.terms.lowerBound) != .stop, .quote, .subordinator: return false
      case .conjunction where !isRelative || chunks[index + 1].kind != .relative && chunks[index + 1].kind != .verb:
        return false
      case .relative: isRelative = true
      case .verb:
        let verb = sentence.verbs[chunk.index]
        let isParticiple =
          verb.terms.count == 1
          && (sentence.terms[verb.main].entry == 0
            || sentence.verbForms(verb.main).contains { $0.isParticiple || $0 == .gerund })
        if !isRelative, !isParticiple, verb.voice != .infinitive { return false }
      default: continue
      }
    }
    return true
  }

  /// "Two differences that explain why": what is described, and no speaker.
  private func isOfAntecedent(_ index: Int) -> Bool {
    guard index > 1, chunks[index - 1].kind == .that, chunks[index - 2].kind == .group else { return false }
    return !isSpeakerGroup(index - 2)
  }

  /// The subject of the clause that "…, saying" hangs on: the last finite verb before it outside relative clauses.
  private func mainSubject(_ index: Int, _ verb: VerbGroup) -> Int? {
    guard index > 0,
      verb.voice == .gerund && [.comma, .quote].contains(chunks[index - 1].kind)
        || chunks[index - 1].kind == .conjunction
    else { return nil }
    let main = predicates.last { $0.chunk < index && !$0.isRelative && sentence.verbs[$0.verb].isFinite }
    return main?.subjects.last
  }

  /// "A storm over the bay claimed six lives": a verb of saying that tells of deaths.
  private func takesLives(_ index: Int) -> Bool {
    guard index + 1 < chunks.count, chunks[index + 1].kind == .group else { return false }
    return sentence.sense(sentence.groups[chunks[index + 1].index].head, .statusNoun)?.kind == .taken
  }

  private func isKnownToSpeak(_ phrase: Range<Int>?) -> Bool {
    phrase?.contains { sentence.has($0, CategorySet(.speaker, .pronoun)) } ?? false
  }

  private func isSpeech(_ chunk: Chunk) -> Bool { sentence.has(sentence.verbs[chunk.index].main, .speechVerb) }

  /// A comma right before the speaker: the sentence went first.
  func isTrailing(_ term: Int) -> Bool {
    guard term > 0 else { return false }
    let kind = sentence.kind(term - 1)
    return kind == .comma || kind == .quote
  }

  /// "concluded that", "told them that", and after a quotation or the comma that ends what was said: "…," she continued.
  private func isBesideWords(_ verb: Int) -> Bool {
    if chunks[(verb + 1)...].prefix(3).contains(where: { $0.kind == .that }) { return true }
    let opens = chunks[..<verb].lastIndex { [.comma, .quote, .stop].contains($0.kind) }
    guard let opens, verb - opens <= 3 else { return false }
    // "the toll, the panel concluded, must rise"
    let isParenthesis =
      chunks[opens].kind == .comma && verb + 1 < chunks.count && [.comma, .stop].contains(chunks[verb + 1].kind)
    return chunks[opens].kind == .quote || isParenthesis
  }

  private func isBeforeObject(_ verb: Int) -> Bool { verb + 1 < chunks.count && chunks[verb + 1].kind == .group }

  /// The subject of a verb of speech by the grammar; "was quoted as saying" shares that of the passive.
  func sharedSubject(_ index: Int, _ verb: VerbGroup) -> Int? {
    if verb.voice == .gerund, index > 0, sentence.isWord(chunks[index - 1].terms.lowerBound, "as") {
      return predicates.last { $0.chunk < index }?.subjects.last
    }
    return predicates.first { $0.chunk == index }?.subjects.last
  }

  /// "in an attack that officials described as brutal, …": what they said of it, and not what follows.
  private func isAside(_ phrase: Range<Int>, _ verb: Int) -> Bool {
    guard verb + 1 < chunks.count, sentence.isWord(chunks[verb + 1].terms.lowerBound, "as") else { return false }
    return sentence.has(phrase.lowerBound - 1, .relative) || sentence.isWord(phrase.lowerBound - 1, "that")
  }

  /// "told the authorities to leave" reports no words.
  func isCommand(_ index: Int, _ verb: VerbGroup) -> Bool {
    guard
      sentence.isWord(verb.main, "told") || sentence.isWord(verb.main, "tell") || sentence.isWord(verb.main, "telling")
    else {
      return false
    }
    let next = chunks[min(index + 1, chunks.count)..<min(index + 7, chunks.count)].first {
      $0.kind == .verb || $0.kind == .that
    }
    return next.map { $0.kind == .verb && sentence.verbs[$0.index].voice == .infinitive } ?? false
  }

  /// "gave no details": who gives none has spoken.
  /// "put the toll at 14": who puts a figure speaks, unless the phrase is an event of its own ("given no answer").
  func placing(_ verb: VerbGroup) -> Sense? {
    let isEvent = sentence.marks.contains { $0.sense.category == .statement && $0.terms.overlaps(verb.terms) }
    if isEvent { return nil }
    if let sense = sentence.sense(verb.main, .putVerb),
      !isRelative(verb) && sense.kind != .places || placesFigure(verb)
    {
      return sense
    }
    return changing(verb)
  }

  private func isRelative(_ verb: VerbGroup) -> Bool {
    predicates.contains { $0.isRelative && sentence.verbs[$0.verb].terms == verb.terms }
  }

  /// "who put the toll at 14", and not "nurses who were giving lessons", "placed bodies, 14 in all": a number or a noun of
  /// figures follows before any comma.
  private func placesFigure(_ verb: VerbGroup) -> Bool {
    sentence.groups.contains { group in
      (0...6).contains(group.terms.lowerBound - verb.terms.upperBound)
        && !(verb.terms.upperBound..<group.terms.lowerBound).contains { sentence.kind($0) == .comma }
        && (group.terms.contains { sentence.has($0, .toll) } || group.quantity.map { !$0.isSingleton } ?? false
          || sentence.isMarked(group.head, .account))
    }
  }

  /// "An official raised the toll to 38", and not "three deaths raised it".
  private func changing(_ verb: VerbGroup) -> Sense? {
    guard verb.voice == .active, !verb.isCopula, let sense = sentence.sense(verb.main, .changeVerb),
      let index = chunkIndex(of: verb.terms.lowerBound), index + 1 < chunks.count, chunks[index + 1].kind == .group,
      sentence.groups[chunks[index + 1].index].terms.contains(where: { sentence.has($0, .toll) }),
      let phrase = phraseBefore(index), phrase.contains(where: { sentence.has($0, .speaker) })
    else { return nil }
    return sense
  }

  func silence(_ index: Int, _ verb: VerbGroup) -> Sense? {
    guard sentence.isWord(verb.main, "gave") || sentence.isWord(verb.main, "give"), givesNothing(index) else {
      return nil
    }
    return sentence.senses(verb.main).first
  }

  func givesNothing(_ index: Int) -> Bool {
    guard index + 1 < chunks.count, chunks[index + 1].kind == .group else { return false }
    let group = sentence.groups[chunks[index + 1].index]
    // "gave no answer" is an event, and told by somebody else.
    if sentence.marks.contains(where: { $0.sense.category == .statement && $0.terms.overlaps(group.terms) }) {
      return false
    }
    return group.quantity?.isZero ?? false
  }

  func precededByContent(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    return chunks[index - 1].kind == .comma || chunks[index - 1].kind == .quote
  }

  func followedByContent(_ index: Int) -> Bool {
    var next = index + 1
    while next < chunks.count, chunks[next].kind == .time || chunks[next].kind == .adverb { next += 1 }
    guard next < chunks.count, !isOnlyHearer(next) else { return false }
    switch chunks[next].kind {
    case .comma, .stop: return sentence.kind(chunks[next].terms.lowerBound) == .colon
    case .preposition:
      return sentence.isWord(chunks[next].terms.lowerBound, "of") || chunks[next...].contains { $0.kind == .that }
    default: return true
    }
  }

  /// "…, told reporters.": who was told, and nothing else.
  private func isOnlyHearer(_ index: Int) -> Bool {
    guard chunks[index].kind == .group, isSpeakerLike(chunks[index].terms) else { return false }
    return !chunks[index...].prefix(8).contains { $0.kind == .verb || $0.kind == .that || $0.kind == .quote }
  }

  func chunkIndex(of term: Int) -> Int? { chunks.firstIndex { $0.terms.contains(term) } }

  func time(near term: Int) -> Int? {
    guard let index = chunks.firstIndex(where: { $0.terms.lowerBound >= term }) else { return nil }
    let chunk = chunks[index]
    return chunk.kind == .time ? chunk.index : nil
  }

  // MARK: The phrase as a speaker
}
