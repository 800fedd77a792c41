/// How far the words of a speaker reach in a sentence.
extension SpeakerReader {
  /// A verb of saying with who says it.
  struct Said {
    /// Into the chunks.
    var verb: Int
    /// The terms of the speaker.
    var phrase: Range<Int>
    /// The terms of speaker and verb.
    var whole: Range<Int>
    /// "Officials said nine died", and not "Nine died, officials said".
    var leads: Bool
    /// "Officials gave no number."
    var isSilent: Bool
  }

  func scope(of said: Said, _ frames: [SpeechFrame]) -> Range<Int> {
    let count = sentence.terms.count
    let verb = sentence.verbs[chunks[said.verb].index]
    let opening = said.whole.lowerBound
    // "how many there were, the officials did not say": the rest of the sentence is theirs.
    if verb.isNegated || said.isSilent, frames.isEmpty { return 0..<count }
    // "… as officials said that …": both halves are theirs.
    if said.leads, sentence.isWord(opening - 1, "as") { return 0..<count }
    // "Eight were hurt; a doctor, Jamal Hussain, said one …": what went before the semicolon is not his.
    if said.leads, let semicolon = semicolon(before: opening) { return semicolon + 1..<count }
    if let antecedent = antecedent(of: said) { return antecedent..<count }
    if isSubordinate(said) || said.leads && followsSubordinateClause(said) { return opening..<count }
    if said.leads, !isTrailing(opening) {
      // "Rescuers found two bodies, and said …": what they did is told by somebody else.
      let isSecond = verb.voice == .active && isAnotherVerb(between: said.phrase, said.verb)
      return (isSecond ? verb.terms : said.whole).lowerBound..<count
    }
    let start = clauseStart(before: chunkIndex(of: opening) ?? said.verb, frames)
    return start..<(narrated(after: said) ?? count)
  }

  /// "Nine people who police said were drunk", "the nine of whom the mayor spoke": those of whom it is said.
  private func antecedent(of said: Said) -> Int? {
    guard let opening = chunkIndex(of: said.whole.lowerBound), opening > 1,
      chunks[opening - 1].kind == .relative || said.leads && chunks[opening - 1].kind == .that
    else { return nil }
    if said.leads, said.verb + 1 >= chunks.count || chunks[said.verb + 1].kind != .verb { return nil }
    let people = chunks[opening - 2].kind == .preposition ? opening - 3 : opening - 2
    return people >= 0 && chunks[people].kind == .group ? chunks[people].terms.lowerBound : nil
  }

  /// "Crowds left after the mayor spoke": a clause of time or cause, with nothing that parts it from what went before.
  private func isSubordinate(_ said: Said) -> Bool {
    guard !said.leads, let opening = chunkIndex(of: said.whole.lowerBound), opening > 0 else { return false }
    return chunks[opening - 1].kind == .subordinator && !sentence.isWord(chunks[opening - 1].terms.lowerBound, "as")
  }

  /// "After the blast killed nine, officials said that …": what is told as known before they speak.
  private func followsSubordinateClause(_ said: Said) -> Bool {
    guard isTrailing(said.whole.lowerBound), let opening = chunkIndex(of: said.whole.lowerBound), opening > 2,
      chunks[0].kind == .subordinator, !sentence.isWord(0, "as")
    else { return false }
    let before = chunks[..<(opening - 1)]
    return before.contains { $0.kind == .verb } && !before.contains { $0.kind == .comma }
  }

  /// "…, said the mayor, who lost two sons in the fire": where the words of who tells of it begin.
  private func narrated(after said: Said) -> Int? {
    guard !said.leads, let comma = chunks.firstIndex(where: { $0.terms.lowerBound >= said.whole.upperBound }),
      comma + 1 < chunks.count, chunks[comma].kind == .comma, chunks[comma + 1].kind == .relative,
      // "…, who called it “an act of war”": the words that follow are theirs.
      !chunks[comma...].contains(where: { $0.kind == .quote })
    else { return nil }
    return said.whole.upperBound
  }

  /// True where a subject has a verb of its own before the one that it says something with.
  private func isAnotherVerb(between subject: Range<Int>, _ verb: Int) -> Bool {
    guard verb > 0, [.conjunction, .comma].contains(chunks[verb - 1].kind) else { return false }
    return chunks[..<verb].contains { chunk in
      chunk.kind == .verb && chunk.terms.lowerBound >= subject.upperBound
        && sentence.verbs[chunk.index].voice != .gerund
    }
  }

  func clauseStart(before index: Int, _ frames: [SpeechFrame]) -> Int {
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

  private func semicolon(before term: Int) -> Int? {
    (0..<max(0, term)).last { sentence.kind($0) == .semicolon }
  }
}
