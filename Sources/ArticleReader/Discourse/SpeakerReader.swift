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
  private var chunks: [Chunk] { sentence.chunks }

  func frames(_ memory: inout SpeakerMemory) -> [SpeechFrame] {
    var frames: [SpeechFrame] = []
    for term in sentence.terms.indices {
      if let sense = sentence.sense(term, .organisation), sense.side == .attackers {
        memory.name(armedGroup: sense.plain)
      }
    }
    let count = sentence.terms.count
    for (index, chunk) in chunks.enumerated() {
      switch chunk.kind {
      case .preposition:
        guard sentence.has(chunk.terms.lowerBound, .source), let (phrase, end) = phrase(from: index + 1) else {
          continue
        }
        guard let speaker = speaker(in: phrase, &memory) else { continue }
        let atStart =
          index == 0 || frames.isEmpty && chunks[..<index].allSatisfy { $0.kind == .quote || $0.kind == .time }
        let scope = atStart ? 0..<count : clauseStart(before: index, frames)..<count
        frames.append(
          SpeechFrame(
            speaker: speaker, scope: scope, terms: chunk.terms.lowerBound..<end, phrase: phrase, kind: .says,
            time: time(near: end)))
      case .verb:
        let verb = sentence.verbs[chunk.index]
        if verb.voice == .passive, let frame = agent(of: index, verb, &memory) { frames.append(frame) }
        guard verb.voice != .passive, verb.voice != .infinitive,
          let sense = sentence.sense(verb.main, .speechVerb) ?? silence(index, verb) ?? placing(verb)
        else { continue }
        if let frame = frame(verbChunk: index, verb, sense, frames, &memory) { frames.append(frame) }
      case .group:
        if let frame = account(index, &memory) { frames.append(frame) }
      default: continue
      }
    }
    return frames
  }

  /// "The toll was raised to 31 by the military spokesman": whoever did it said it.
  private func agent(of index: Int, _ verb: VerbGroup, _ memory: inout SpeakerMemory) -> SpeechFrame? {
    guard sentence.has(verb.main, CategorySet(.speechVerb, .putVerb, .changeVerb)) else { return nil }
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

  private static let accounts: [StaticString] = [
    "account", "count", "words", "figure", "breakdown", "tally", "estimate", "reckoning",
  ]

  /// "by the military's count", "by his own account", "His words for it were": the owner speaks.
  private func account(_ index: Int, _ memory: inout SpeakerMemory) -> SpeechFrame? {
    let group = sentence.groups[chunks[index].index]
    let isAccount = sentence.has(group.head, .noun) && Self.accounts.contains { sentence.isWord(group.head, $0) }
    guard isAccount else { return nil }
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

  private func frame(
    verbChunk index: Int, _ verb: VerbGroup, _ sense: Sense, _ frames: [SpeechFrame],
    _ memory: inout SpeakerMemory
  ) -> SpeechFrame? {
    let count = sentence.terms.count
    var phraseTerms: Range<Int>?
    var after = false
    // Before the verb: the noun groups up to the clause's start.
    let before = phraseBefore(index)
    if let before, isSpeakerLike(before) { phraseTerms = before }
    if isCommand(index, verb) { return nil }
    if phraseTerms == nil || verb.voice == .gerund, let subject = sharedSubject(index, verb) {
      // "… and says that", "…, saying it had": the subject that the verb shares.
      let terms = sentence.groups[subject].terms
      if isSpeakerLike(terms) { phraseTerms = terms }
    }
    if index > 0, chunks[index - 1].kind == .comma || chunks[index - 1].kind == .quote, verb.terms.count == 1,
      sentence.has(verb.main, .speechVerb), let (next, end) = phrase(from: index + 1), isSpeakerLike(next),
      let following = chunks.firstIndex(where: { $0.terms.lowerBound >= end }), chunks[following].kind != .verb
    {
      // "…, said Shahid Rind, the government spokesman"
      phraseTerms = next
      after = true
    }
    if phraseTerms == nil, index + 1 < chunks.count, chunks[index + 1].kind == .group,
      let (next, _) = phrase(from: index + 1),
      isSpeakerLike(next), verb.terms.count == 1, precededByContent(index)
    {
      phraseTerms = next
      after = true
    }
    guard let terms = phraseTerms, let speaker = speaker(in: terms, &memory) else { return nil }
    let whole = min(terms.lowerBound, verb.terms.lowerBound)..<max(terms.upperBound, verb.terms.upperBound)
    let time = time(near: verb.terms.upperBound) ?? (after ? self.time(near: terms.upperBound) : nil)
    // "…, officials said": what went before is theirs; "officials said …": what follows.
    let isSilent = silence(index, verb) != nil
    let leads = !after && !isSilent && followedByContent(index)
    let start = clauseStart(before: chunkIndex(of: whole.lowerBound) ?? index, frames)
    let scope: Range<Int>
    if (verb.isNegated || isSilent) && frames.isEmpty {
      // "how many there were, the officials did not say": the rest of the sentence is theirs.
      scope = 0..<count
    } else if leads, sentence.isWord(whole.lowerBound - 1, "as") {
      // "… as officials said that …": both halves are theirs.
      scope = 0..<count
    } else if leads, !isTrailing(whole.lowerBound) {
      scope = whole.lowerBound..<count
    } else {
      scope = start..<count
    }
    return SpeechFrame(
      speaker: speaker, scope: scope, terms: whole, phrase: terms, kind: isSilent ? .says : sense.kind ?? .says,
      time: time)
  }

  /// Notes that a speaker's name is withheld, where the words for it stand by this speaker and no other.
  private func withhold(_ speaker: inout Speaker, _ terms: Range<Int>) {
    guard speaker.name == nil else { return }
    for mark in sentence.marks where mark.sense.category == .anonymity {
      let after = mark.terms.lowerBound - terms.upperBound
      if terms.overlaps(mark.terms) || after >= 0 && after <= 12
        || (0...3).contains(terms.lowerBound - mark.terms.upperBound)
      {
        speaker.isAnonymous = true
      }
    }
  }

  /// A comma right before the speaker: the sentence went first.
  private func isTrailing(_ term: Int) -> Bool {
    guard term > 0 else { return false }
    let kind = sentence.kind(term - 1)
    return kind == .comma || kind == .quote
  }

  /// The subject of a verb of speech by the grammar; "was quoted as saying" shares that of the passive.
  private func sharedSubject(_ index: Int, _ verb: VerbGroup) -> Int? {
    if verb.voice == .gerund, index > 0, sentence.isWord(chunks[index - 1].terms.lowerBound, "as") {
      return predicates.last { $0.chunk < index }?.subjects.last
    }
    return predicates.first { $0.chunk == index }?.subjects.last
  }

  /// "told the authorities to leave" reports no words.
  private func isCommand(_ index: Int, _ verb: VerbGroup) -> Bool {
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
  private func placing(_ verb: VerbGroup) -> Sense? {
    let isEvent = sentence.marks.contains { $0.sense.category == .statement && $0.terms.overlaps(verb.terms) }
    return isEvent ? nil : sentence.sense(verb.main, .putVerb)
  }

  private func silence(_ index: Int, _ verb: VerbGroup) -> Sense? {
    guard sentence.isWord(verb.main, "gave") || sentence.isWord(verb.main, "give"), givesNothing(index) else {
      return nil
    }
    return sentence.senses(verb.main).first
  }

  private func givesNothing(_ index: Int) -> Bool {
    guard index + 1 < chunks.count, chunks[index + 1].kind == .group else { return false }
    let group = sentence.groups[chunks[index + 1].index]
    // "gave no answer" is an event, and told by somebody else.
    if sentence.marks.contains(where: { $0.sense.category == .statement && $0.terms.overlaps(group.terms) }) {
      return false
    }
    return group.quantity?.isZero ?? false
  }

  private func precededByContent(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    return chunks[index - 1].kind == .comma || chunks[index - 1].kind == .quote
  }

  private func followedByContent(_ index: Int) -> Bool {
    var next = index + 1
    while next < chunks.count, chunks[next].kind == .time || chunks[next].kind == .adverb { next += 1 }
    guard next < chunks.count else { return false }
    switch chunks[next].kind {
    case .comma, .stop: return sentence.kind(chunks[next].terms.lowerBound) == .colon
    case .preposition:
      return sentence.isWord(chunks[next].terms.lowerBound, "of") || chunks[next...].contains { $0.kind == .that }
    default: return true
    }
  }

  private func clauseStart(before index: Int, _ frames: [SpeechFrame]) -> Int {
    var position = index - 1
    while position >= 0 {
      let chunk = chunks[position]
      if chunk.kind == .stop, sentence.kind(chunk.terms.lowerBound) == .semicolon, !frames.isEmpty {
        return chunk.terms.upperBound
      }
      if let frame = frames.last, chunk.terms.lowerBound < frame.terms.upperBound {
        return frame.scope.lowerBound == 0 ? frame.terms.upperBound : frame.scope.lowerBound
      }
      if chunk.kind == .conjunction || chunk.kind == .subordinator, position > 0, let frame = frames.last,
        frame.terms.upperBound <= chunk.terms.lowerBound
      {
        return chunk.terms.lowerBound
      }
      position -= 1
    }
    return 0
  }

  private func chunkIndex(of term: Int) -> Int? { chunks.firstIndex { $0.terms.contains(term) } }

  /// The noun groups before a verb, with their appositions: "Talal Chaudhry, the minister of state for interior,".
  private func phraseBefore(_ verb: Int) -> Range<Int>? {
    var index = verb - 1
    while index >= 0, chunks[index].kind == .adverb || chunks[index].kind == .time { index -= 1 }
    if index >= 0, chunks[index].kind == .comma { index -= 1 }
    guard index >= 0 else { return nil }
    if chunks[index].kind == .verb || chunks[index].kind == .predicate || index > 0 && chunks[index - 1].kind == .verb,
      let relative = chunks[max(0, index - 8)...index].lastIndex(where: { $0.kind == .relative })
    {
      index = relative
    }
    if chunks[index].kind == .relative {
      // "an official who asked not to be named said": the noun before.
      index -= 1
      if index >= 0, chunks[index].kind == .comma { index -= 1 }
    }
    var start = index
    let end = chunks[max(index, 0)].terms.upperBound
    var sawGroup = false
    while start >= 0, index - start < 14 {
      switch chunks[start].kind {
      case .group:
        sawGroup = true
        start -= 1
        if start >= 0, chunks[start].kind == .preposition, !sentence.has(chunks[start].terms.lowerBound, .source),
          isPhrasePreposition(start)
        {
          if start == 0 { return nil }
          start -= 1
          continue
        }
        if start >= 1, chunks[start].kind == .comma, chunks[start - 1].kind == .group, isApposition(start) {
          start -= 1
          continue
        }
        if start >= 1, chunks[start].kind == .conjunction, chunks[start - 1].kind == .group,
          isSpeakerGroup(start - 1), isSpeakerGroup(start + 1)
        {
          start -= 1
          continue
        }
        return chunks[start + 1].terms.lowerBound..<end
      case .relative, .verb, .predicate, .other, .quote, .time, .adverb, .open, .close:
        // Back over "who asked not to be named".
        if let relative = chunks[max(0, start - 6)...start].lastIndex(where: { $0.kind == .relative }), relative > 0 {
          start = relative - 1
          if chunks[start].kind == .comma { start -= 1 }
          continue
        }
        return sawGroup ? chunks[start + 1].terms.lowerBound..<end : nil
      default:
        return sawGroup ? chunks[start + 1].terms.lowerBound..<end : nil
      }
    }
    return sawGroup ? chunks[start + 1].terms.lowerBound..<end : nil
  }

  private func isPhrasePreposition(_ chunk: Int) -> Bool {
    let term = chunks[chunk].terms.lowerBound
    return sentence.isWord(term, "of") || sentence.isWord(term, "for") || sentence.isWord(term, "in")
      || sentence.isWord(term, "with") || sentence.isWord(term, "at")
  }

  private func isSpeakerGroup(_ chunk: Int) -> Bool {
    guard chunks[chunk].kind == .group else { return false }
    let group = sentence.groups[chunks[chunk].index]
    return group.terms.contains { sentence.has($0, CategorySet(.speaker, .organisation)) }
  }

  private func isApposition(_ comma: Int) -> Bool {
    guard comma + 1 < chunks.count, chunks[comma - 1].kind == .group, chunks[comma + 1].kind == .group else {
      return false
    }
    let left = sentence.groups[chunks[comma - 1].index]
    let right = sentence.groups[chunks[comma + 1].index]
    func isCrowd(_ group: NounGroup) -> Bool {
      sentence.senses(group.head).contains { $0.category == .speaker && $0.form == .plural }
    }
    return isSpeakerLike(left.terms) && isSpeakerLike(right.terms) && !isCrowd(left) && !isCrowd(right)
      && (hasName(left.terms) || hasName(right.terms)) && !(left.quantity.map { !$0.isSingleton } ?? false)
  }

  private func hasName(_ terms: Range<Int>) -> Bool { terms.contains { sentence.isName($0) } }

  /// The noun groups from a chunk on, with appositions.
  private func phrase(from index: Int) -> (Range<Int>, Int)? {
    guard index < chunks.count, chunks[index].kind == .group else { return nil }
    var last = index
    while last + 2 < chunks.count, last - index < 10 {
      let link = chunks[last + 1]
      guard chunks[last + 2].kind == .group else { break }
      if link.kind == .preposition, isPhrasePreposition(last + 1) {
        last += 2
      } else if link.kind == .comma, isApposition(last + 1) {
        last += 2
      } else if link.kind == .conjunction, isSpeakerGroup(last), isSpeakerGroup(last + 2) {
        last += 2
      } else {
        break
      }
    }
    let terms = chunks[index].terms.lowerBound..<chunks[last].terms.upperBound
    return (terms, terms.upperBound)
  }

  private func isSpeakerLike(_ terms: Range<Int>) -> Bool {
    // A train or an attack says nothing, whatever it is called.
    if sentence.has(terms.upperBound - 1, CategorySet(.thing, .incident, .region)) { return false }
    // "No official has said": nobody speaks.
    if sentence.has(terms.lowerBound, .zero) || sentence.isWord(terms.lowerBound, "neither") { return false }
    return terms.contains { sentence.has($0, CategorySet(.speaker, .organisation)) || sentence.isName($0) }
      || terms.contains { sentence.has($0, .pronoun) }
  }

  private func time(near term: Int) -> Int? {
    guard let index = chunks.firstIndex(where: { $0.terms.lowerBound >= term }) else { return nil }
    let chunk = chunks[index]
    return chunk.kind == .time ? chunk.index : nil
  }

  // MARK: The phrase as a speaker

  func speaker(in terms: Range<Int>, _ memory: inout SpeakerMemory) -> Speaker? {
    var speaker = Speaker()
    var index = terms.lowerBound
    var isDefinite = false
    var isBareRole = true
    while index < terms.upperBound {
      if let sense = sentence.sense(index, .pronoun), terms.count == 1 { return memory.resolve(sense.kind ?? .it) }
      if sentence.has(index, .article), index == terms.lowerBound {
        isDefinite = sentence.sense(index, .article)?.kind == .definite
      }
      if let sense = sentence.sense(index, .organisation), speaker.organisation == nil,
        !sentence.has(index, .speaker) || speaker.role != nil
      {
        speaker.organisation = sense.plain
        if speaker.side == .unknown, let side = sense.side { speaker.side = side }
      } else if sentence.has(index, .speaker), index + 1 < terms.upperBound,
        sentence.kind(index + 1) == .clitic || sentence.kind(index + 1) == .apostrophe
      {
        // "the railways' divisional superintendent"
        speaker.organisation = speaker.organisation ?? sentence.lower(index..<index + 1)
      } else if let sense = sentence.sense(index, .speaker), speaker.role == nil {
        var start = index
        while start > terms.lowerBound, isRoleModifier(start - 1) { start -= 1 }
        var end = index
        var last = sense
        // "government spokesman": the last of several such words in a row is the role.
        while end + 1 < terms.upperBound, let next = sentence.sense(end + 1, .speaker) {
          end += 1
          last = next
        }
        speaker.role = sentence.lower(start..<end + 1)
        if let side = last.side { speaker.side = side }
        index = end
      } else if sentence.isName(index), sentence.terms[index].categories.isDisjoint(with: CategorySet(.title)) {
        var end = index + 1
        while end < terms.upperBound, sentence.isName(end) || sentence.kind(end) == .hyphen { end += 1 }
        let isPlace =
          index > terms.lowerBound && sentence.has(index - 1, .preposition) && speaker.role != nil
          || end < terms.upperBound && sentence.has(end, .speaker) && end - index == 1 && terms.upperBound - end <= 2
            && speaker.name == nil && isFollowedByNoName(end, terms)
        if end < terms.upperBound, sentence.kind(end) == .clitic {
          speaker.organisation = speaker.organisation ?? sentence.words(index..<end)
        } else if speaker.name == nil, !isPlace {
          speaker.name = sentence.words(index..<end)
        } else if speaker.organisation == nil, isPlace, speaker.role == nil || sentence.isWord(index - 1, "of") {
          speaker.organisation = sentence.words(index..<end)
        }
        index = end
        isBareRole = false
        continue
      }
      index += 1
    }
    if speaker.name == nil, speaker.role == nil, speaker.organisation == nil { return nil }
    if let name = speaker.name, speaker.role == nil, speaker.organisation == nil, !name.contains(" "),
      !memory.knows(name)
    {
      // One unknown word is rather a country or an outlet than a person nobody introduced.
      speaker.name = nil
      speaker.organisation = name
    }
    refine(&speaker, terms)
    withhold(&speaker, terms)
    return memory.note(speaker, isDefinite: isDefinite && isBareRole)
  }

  private func isFollowedByNoName(_ end: Int, _ terms: Range<Int>) -> Bool {
    !(end + 1..<max(end + 1, terms.upperBound)).contains { sentence.isName($0) }
  }

  private func isRoleModifier(_ term: Int) -> Bool {
    guard sentence.terms[term].kind == .word else { return false }
    if sentence.marks.contains(where: { $0.sense.category == .anonymity && $0.terms.contains(term) }) { return false }
    if sentence.has(
      term,
      CategorySet(
        .article, .possessive, .demonstrative, .cardinal, .preposition, .conjunction, .quantifier, .qualifier, .pronoun,
        .organisation, .title))
    {
      return false
    }
    return !sentence.terms[term].isCapitalised || sentence.isAllCapitals || term == 0 || sentence.terms[term].entry != 0
  }

  /// The words around a role tell a side: "railway official", "military spokesman", "a spokesman for the rebels".
  private func refine(_ speaker: inout Speaker, _ terms: Range<Int>) {
    for term in terms {
      if sentence.isWord(term, "railway") || sentence.isWord(term, "railways") || sentence.isWord(term, "hospital") {
        speaker.side = .railwayAndMedical
        if speaker.organisation == nil { speaker.organisation = "railways" }
        if sentence.isWord(term, "hospital"), speaker.organisation == "railways" { speaker.organisation = nil }
      }
      if sentence.isWord(term, "security") || sentence.isWord(term, "military") || sentence.isWord(term, "army")
        || sentence.isWord(term, "police") || sentence.isWord(term, "government"), speaker.role != nil
      {
        speaker.side = .state
      }
      if let sense = sentence.sense(term, .organisation), sense.side == .attackers { speaker.side = .attackers }
    }
    if speaker.role == nil, let organisation = speaker.organisation, speaker.side == .unknown {
      _ = organisation
      speaker.side = .other
    }
  }
}
