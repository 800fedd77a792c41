/// What a chunk is in its clause.
extension ClauseReader {
  func isIncluding(_ chunk: Int) -> Bool {
    guard chunks[chunk].kind == .preposition else { return false }
    let term = chunks[chunk].terms.lowerBound
    return sentence.opensParts(term)
  }

  func isAboard(_ chunk: Int) -> Bool {
    sentence.isWord(chunks[chunk].terms.lowerBound, "aboard")
      || sentence.isWord(chunks[chunk].terms.lowerBound, "on board")
  }

  func isSpeech(_ chunk: Int) -> Bool {
    chunks[chunk].kind == .verb && sentence.has(sentence.verbs[chunks[chunk].index].main, .speechVerb)
  }

  func isParticiple(_ chunk: Int) -> Bool {
    let verb = sentence.verbs[chunks[chunk].index]
    // "people being rushed to hospital"
    guard !verb.isCopula,
      verb.terms.dropLast().allSatisfy({ sentence.has($0, .adverb) || sentence.isWord($0, "being") })
    else { return false }
    let forms = sentence.verbForms(verb.main)
    return forms.isEmpty || forms.contains { $0.isParticiple }
  }

  /// "kidnapped by gunmen": a participle and whoever did it.
  func isDoneBySomebody(_ verb: Int) -> Bool {
    sentence.verbs[chunks[verb].index].terms.count == 1 && verb + 2 < chunks.count
      && sentence.isWord(chunks[verb + 1].terms.lowerBound, "by") && chunks[verb + 2].kind == .group
  }

  /// A participle without auxiliary right after a noun: "people trapped by the rockfall were …".
  func isReduced(_ index: Int) -> Bool {
    guard chunks[index].kind == .verb, index > 0 else { return false }
    let verb = sentence.verbs[chunks[index].index]
    if verb.voice == .gerund { return chunks[index - 1].kind == .group || chunks[index - 1].kind == .comma }
    var before = index - 1
    while before > 0, chunks[before].kind == .adverb { before -= 1 }
    guard isParticiple(index), chunks[before].kind == .group else { return false }
    if verb.voice == .bareParticiple { return true }
    // "the mother of a trumpeter died at the scene": who dies does it.
    if let sense = sentence.sense(verb.main, .statusVerb), sense.kind == .subject { return false }
    // What follows tells: a preposition, an adverb or another verb, and not an object.
    guard index + 1 < chunks.count else { return true }
    switch chunks[index + 1].kind {
    case .conjunction where index + 2 < chunks.count && chunks[index + 2].kind == .verb: return false
    case .stop, .conjunction, .comma, .subordinator:
      return sentence.sense(verb.main, .statusVerb).map { $0.kind != .subject } ?? false
    case .preposition, .verb, .time, .adverb, .predicate, .close:
      return !isSpeech(index) && !sentence.has(verb.main, CategorySet(.speechVerb))
        && (chunks[index + 1].kind == .verb || !isTheVerb(index))
    default: return false
    }
  }

  /// "The strike in Selm started on Monday": the only verb around, and none of what befalls people, of whom a headline
  /// leaves out the auxiliary ("Four men held in Selm").
  private func isTheVerb(_ index: Int) -> Bool {
    let verb = sentence.verbs[chunks[index].index]
    guard sentence.verbForms(verb.main).contains(where: \.isPast),
      !sentence.has(verb.main, CategorySet(.statusVerb, .takeVerb, .carryVerb, .extractVerb))
    else { return false }
    return !chunks[max(0, index - 30)..<min(chunks.count, index + 30)].contains { chunk in
      chunk.kind == .verb && sentence.verbs[chunk.index].isFinite
        && chunk.terms.lowerBound != chunks[index].terms.lowerBound
    }
  }
}
