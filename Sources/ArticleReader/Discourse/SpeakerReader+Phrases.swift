import Situation

/// The noun groups that name a speaker, with their appositions.
extension SpeakerReader {
  /// The noun groups before a verb, with their appositions: "Talal Chaudhry, the minister of state for interior,".
  func phraseBefore(_ verb: Int) -> Range<Int>? {
    let nearest = nearestPhrase(before: verb)
    return nearest.flatMap { doing($0) } ?? nearest
  }

  /// "Divers searching the wreck said": who does it, before the verb in *-ing* whose object a phrase is.
  private func doing(_ object: Range<Int>) -> Range<Int>? {
    guard let chunk = chunkIndex(of: object.lowerBound), chunk >= 2, chunks[chunk - 1].kind == .verb,
      sentence.verbs[chunks[chunk - 1].index].voice == .gerund, isSpeakerGroup(chunk - 2),
      chunk == 2 || [.comma, .quote, .stop].contains(chunks[chunk - 3].kind)
    else { return nil }
    return chunks[chunk - 2].terms
  }

  /// The last chunk of who speaks, over what stands between it and the verb, and whether a comma closes that.
  private func lastChunk(before verb: Int) -> (chunk: Int, isClosed: Bool)? {
    var index = verb - 1
    while index >= 0, chunks[index].kind == .adverb || chunks[index].kind == .time { index -= 1 }
    // "Sen. Jack Rood (D-R.I.), said"
    if index > 1, chunks[index].kind == .comma, chunks[index - 1].kind == .close { index -= 1 }
    if index > 0, chunks[index].kind == .close,
      let open = chunks[max(0, index - 6)..<index].lastIndex(where: { $0.kind == .open })
    {
      // "the Observatory (SOHR) said": what it is called for short.
      index = open - 1
    }
    // "Earl Ray Jr. said": the stop of an abbreviation.
    if index > 0, chunks[index].kind == .stop, sentence.kind(chunks[index].terms.lowerBound) == .stop { index -= 1 }
    // "The governor -- calling it a miracle -- said"
    if index > 0, chunks[index].kind == .dash,
      let open = chunks[max(0, index - 14)..<index].lastIndex(where: { $0.kind == .dash })
    {
      index = open - 1
    }
    let isClosed = index >= 0 && chunks[index].kind == .comma
    if isClosed {
      index -= 1
      // "The coalition, led by the mayor, said", "The spokesman, while talking to a paper, put it at 12."
      if let described = groupDescribed(betweenCommasEndingAt: index) { index = described }
      // "The brigade, which has 70 officers at the scene, said": the noun before the clause between the commas.
      if let relative = relativeBetweenCommas(endingAt: index) { index = relative }
    }
    if index >= 1, sentence.isWord(chunks[index].terms.lowerBound, "however"), chunks[index - 1].kind == .comma {
      index -= 2
    }
    if index >= 2, chunks[index].kind == .other, chunks[index - 1].kind == .comma {
      // An age: "Bashir Ahmed, 45, told".
      index -= 2
    }
    guard index >= 0 else { return nil }
    if chunks[index].kind == .verb || chunks[index].kind == .predicate || index > 0 && chunks[index - 1].kind == .verb,
      let relative = chunks[max(0, index - 14)...index].lastIndex(where: { $0.kind == .relative })
    {
      index = relative
    }
    if chunks[index].kind == .relative {
      // "an official who asked not to be named said": the noun before.
      index -= 1
      if index >= 0, chunks[index].kind == .comma { index -= 1 }
    }
    return (index, isClosed)
  }

  private func nearestPhrase(before verb: Int) -> Range<Int>? {
    guard let (index, isClosed) = lastChunk(before: verb) else { return nil }
    var start = index
    var end = chunks[max(index, 0)].terms.upperBound
    var sawGroup = false
    while start >= 0, index - start < 14 {
      switch chunks[start].kind {
      case .group:
        sawGroup = true
        start -= 1
        if start >= 0, chunks[start].kind == .preposition, !sentence.has(chunks[start].terms.lowerBound, .source),
          isPhrasePreposition(start) || isWhere(start) || joinsBody(start)
        {
          if start == 0 { return nil }
          start -= 1
          // "Dana Ober, of the fire brigade, said"
          if isClosed, start >= 1, chunks[start].kind == .comma, chunks[start - 1].kind == .group,
            hasName(sentence.groups[chunks[start - 1].index].terms)
          {
            start -= 1
          }
          continue
        }
        if start >= 1, chunks[start].kind == .comma, chunks[start - 1].kind == .group, isApposition(start),
          // "…, as did the gunman, police commissioner Scipione said": no comma ends it, and they are two.
          isClosed || !hasNameAfterRole(sentence.groups[chunks[start + 1].index].terms)
        {
          start -= 1
          continue
        }
        if start >= 1, isPair(start) || joinsBody(start) {
          start -= 1
          continue
        }
        if let described = groupLed(by: start) {
          (start, end) = (described, chunks[described].terms.upperBound)
          continue
        }
        // "the LANA opposition coalition": a name, and what the lexicon lacks a word for.
        if start >= 0, chunks[start].kind == .group, hasName(sentence.groups[chunks[start].index].terms) { continue }
        return chunks[start + 1].terms.lowerBound..<end
      case .relative, .verb, .predicate, .other, .quote, .time, .adverb, .open, .close:
        if let described = describedGroup(endingAt: start) { return described.lowerBound..<end }
        // Back over "who asked not to be named".
        let clause = chunks[max(0, start - 6)...start]
        if let relative = clause.lastIndex(where: { $0.kind == .relative }), relative > 0,
          isClosed || !clause[relative...].contains(where: { $0.kind == .comma })
        {
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

  /// "…, an agency involved in the search said": the noun that opens a clause and that a participle describes.
  private func describedGroup(endingAt index: Int) -> Range<Int>? {
    guard chunks[index].kind == .verb, index > 0, chunks[index - 1].kind == .group,
      index == 1 || [.comma, .quote, .stop, .dash].contains(chunks[index - 2].kind)
    else { return nil }
    let verb = sentence.verbs[chunks[index].index]
    guard verb.terms.count == 1, sentence.verbForms(verb.main).contains(where: \.isParticiple) else { return nil }
    return sentence.groups[chunks[index - 1].index].terms
  }

  /// "a spokesman for fighters led by a cleric": those before the participle, since who leads them is not who speaks.
  private func groupLed(by link: Int) -> Int? {
    guard link >= 2, sentence.isWord(chunks[link].terms.lowerBound, "by"), isParticiple(link - 1),
      chunks[link - 2].kind == .group
    else { return nil }
    return link - 2
  }

  private func isParticiple(_ chunk: Int) -> Bool {
    chunks[chunk].kind == .verb && sentence.verbs[chunks[chunk].index].terms.count == 1
      && sentence.verbForms(sentence.verbs[chunks[chunk].index].main).contains(where: \.isParticiple)
  }

  /// The noun before a comma that opens a participle or "while talking", closed by a comma after a chunk.
  private func groupDescribed(betweenCommasEndingAt end: Int) -> Int? {
    guard end > 1 else { return nil }
    func isGerund(_ chunk: Chunk) -> Bool { chunk.kind == .verb && sentence.verbs[chunk.index].voice == .gerund }
    for comma in (max(1, end - 14)..<end).reversed() where chunks[comma].kind == .comma {
      let next = chunks[comma + 1]
      guard chunks[comma - 1].kind == .group else { continue }
      if isParticiple(comma + 1) || isGerund(next) || next.kind == .subordinator && isGerund(chunks[comma + 2]) {
        return comma - 1
      }
    }
    return nil
  }

  /// "Commission on Human Rights", "the Disaster Risk Reduction and Management Council": a word in small letters within
  /// the name of a body.
  func joinsBody(_ link: Int) -> Bool {
    guard link > 0, link + 1 < chunks.count, chunks[link - 1].kind == .group, chunks[link + 1].kind == .group else {
      return false
    }
    let (left, right) = (sentence.groups[chunks[link - 1].index], sentence.groups[chunks[link + 1].index])
    guard sentence.terms[left.head].isCapitalised, sentence.terms[right.terms.lowerBound].isCapitalised,
      !sentence.isAllCapitals
    else { return false }
    switch chunks[link].kind {
    case .preposition:
      return sentence.has(left.head, CategorySet(.speaker, .organisation))
        && sentence.senses(chunks[link].terms.lowerBound).contains { $0.kind == .joins }
    case .conjunction:
      let own = left.terms.dropFirst(sentence.has(left.terms.lowerBound, .article) ? 1 : 0)
      return own.count >= 2 && own.allSatisfy { sentence.terms[$0].isCapitalised }
        && !left.terms.contains { sentence.has($0, CategorySet(.speaker, .organisation, .title)) }
        && right.terms.contains { sentence.has($0, CategorySet(.speaker, .organisation)) }
        && right.terms.allSatisfy { sentence.terms[$0].isCapitalised }
    default: return false
    }
  }

  /// Where the relative clause begins that a comma before it and one after a chunk enclose.
  private func relativeBetweenCommas(endingAt end: Int) -> Int? {
    var index = end
    while index > 1, end - index < 14 {
      switch chunks[index].kind {
      case .comma, .stop, .quote: return nil
      case .relative: return chunks[index - 1].kind == .comma && chunks[index - 2].kind == .group ? index : nil
      default: index -= 1
      }
    }
    return nil
  }

  func isPhrasePreposition(_ chunk: Int) -> Bool {
    let term = chunks[chunk].terms.lowerBound
    return sentence.isWord(term, "of") || sentence.isWord(term, "for") || sentence.isWord(term, "in")
      || sentence.isWord(term, "with") || sentence.isWord(term, "at")
  }

  /// "relatives outside the gates": where those who speak stand.
  private func isWhere(_ chunk: Int) -> Bool {
    guard chunk > 0, chunks[chunk - 1].kind == .group,
      sentence.groups[chunks[chunk - 1].index].isPeople || isSpeakerGroup(chunk - 1),
      chunk == 1 || ![.verb, .preposition].contains(chunks[chunk - 2].kind)
    else { return false }
    return Self.wheres.contains { sentence.isWord(chunks[chunk].terms.lowerBound, $0) }
  }

  private static let wheres: [StaticString] = [
    "outside", "inside", "near", "around", "close to", "behind", "aboard", "from",
  ]

  /// "police and witnesses", "industry and security officials": two who speak together.
  func isPair(_ conjunction: Int) -> Bool {
    guard conjunction > 0, conjunction + 1 < chunks.count, chunks[conjunction].kind == .conjunction,
      chunks[conjunction - 1].kind == .group, isSpeakerGroup(conjunction + 1)
    else { return false }
    // "the Observatory for Human Rights and army sources"
    return isSpeakerGroup(conjunction - 1) || isBareNoun(conjunction - 1)
      || conjunction > 2 && chunks[conjunction - 2].kind == .preposition && joinsBody(conjunction - 2)
  }

  /// One word in small letters that shares the noun after the conjunction: "industry and security officials".
  private func isBareNoun(_ chunk: Int) -> Bool {
    let group = sentence.groups[chunks[chunk].index]
    // "the transport and interior ministries": the article is of the noun that both share.
    let own = sentence.has(group.terms.lowerBound, .article) ? group.terms.dropFirst() : group.terms
    guard own.count == 1, !group.isPronoun, !group.isPeople, group.quantity == nil else { return false }
    let before = chunk > 0 ? chunks[chunk - 1] : nil
    return !sentence.terms[group.head].isCapitalised
      && (before == nil || before?.kind == .comma || before?.kind == .preposition)
  }

  func isSpeakerGroup(_ chunk: Int) -> Bool {
    guard chunks[chunk].kind == .group else { return false }
    let group = sentence.groups[chunks[chunk].index]
    return group.terms.contains { sentence.has($0, CategorySet(.speaker, .organisation)) }
  }

  func isApposition(_ comma: Int) -> Bool {
    guard comma + 1 < chunks.count, chunks[comma - 1].kind == .group, chunks[comma + 1].kind == .group else {
      return false
    }
    var head = comma - 1
    // "A spokesperson for the rebels, Colonel Henri Mbala": the first noun is the one that is renamed.
    while head >= 2, chunks[head - 1].kind == .preposition, isPhrasePreposition(head - 1),
      chunks[head - 2].kind == .group,
      isSpeakerGroup(head - 2)
    {
      head -= 2
    }
    let left = sentence.groups[chunks[head].index]
    let right = sentence.groups[chunks[comma + 1].index]
    // "in Sarda, it said": a pronoun renames nobody.
    if left.isPronoun || right.isPronoun { return false }
    func isCrowd(_ group: NounGroup) -> Bool {
      sentence.senses(group.head).contains { $0.category == .speaker && $0.form == .plural }
    }
    // "southwest of Kolkata, ministry spokesperson Sharma": a name and somebody with a name of his own are two.
    if !isSpeakerGroup(head), hasNameAfterRole(right.terms) { return false }
    // "in the district of Lenz, Arvo said", "in the city of Lenz, the governor said": the place that ends a clause is
    // not renamed by who speaks.
    if !isSpeakerGroup(head), head > 0, chunks[head - 1].kind == .preposition,
      !sentence.has(chunks[head - 1].terms.lowerBound, .source), !isBeforeIssuer(chunks[head - 1].terms.lowerBound),
      right.terms.allSatisfy({ sentence.isName($0) || sentence.has($0, .organisation) })
        || (left.terms.count == 1 || !sentence.isName(left.head)) && sentence.has(right.terms.lowerBound, .article)
    {
      return false
    }
    // "in Lenz, Norland, a detective said": the country that a place is in.
    if !isSpeakerGroup(head), head > 2, chunks[head - 1].kind == .comma, chunks[head - 2].kind == .group,
      chunks[head - 3].kind == .preposition, !sentence.has(chunks[head - 3].terms.lowerBound, .source),
      !isBeforeIssuer(chunks[head - 3].terms.lowerBound), left.terms.allSatisfy({ sentence.isName($0) }),
      sentence.groups[chunks[head - 2].index].terms.allSatisfy({ sentence.terms[$0].isCapitalised })
    {
      return false
    }
    // "on the Lenz Express, a paramedic said": a thing by its name.
    if isAllInCapitals(left.terms), sentence.has(left.head, CategorySet(.thing, .incident, .region)) { return false }
    return isSpeakerLike(left.terms) && isSpeakerLike(right.terms) && !isCrowd(left) && !isCrowd(right)
      && (hasName(left.terms) || hasName(right.terms)) && !(left.quantity.map { !$0.isSingleton } ?? false)
  }

  /// "police chief Ayoub Salangi".
  private func hasNameAfterRole(_ terms: Range<Int>) -> Bool {
    guard let role = terms.last(where: { sentence.has($0, .speaker) }) else { return false }
    return hasName(role + 1..<terms.upperBound)
  }

  func hasName(_ terms: Range<Int>) -> Bool { terms.contains { sentence.isName($0) } }

  /// The noun groups from a chunk on, with appositions.
  func phrase(from index: Int) -> (Range<Int>, Int)? {
    guard index < chunks.count, chunks[index].kind == .group else { return nil }
    var last = index
    while last + 2 < chunks.count, last - index < 10 {
      let link = chunks[last + 1]
      guard chunks[last + 2].kind == .group else { break }
      if link.kind == .preposition, isPhrasePreposition(last + 1) {
        last += 2
      } else if joinsBody(last + 1) {
        last += 2
      } else if link.kind == .comma, isApposition(last + 1) {
        last += 2
      } else if isPair(last + 1) {
        last += 2
      } else {
        break
      }
    }
    let terms = chunks[index].terms.lowerBound..<chunks[last].terms.upperBound
    return (terms, terms.upperBound)
  }

  /// "Lenz Fire Rescue": a name of several words, the last of which is a thing's.
  private func isAllInCapitals(_ terms: Range<Int>) -> Bool {
    let own = sentence.has(terms.lowerBound, .article) ? terms.dropFirst() : terms
    return !sentence.isAllCapitals && own.count > 1 && hasName(own)
      && own.allSatisfy { sentence.terms[$0].isCapitalised }
  }

  /// "the operator Hellenic Train": a thing's word in a name after a role.
  private func isNamed(_ term: Int, _ terms: Range<Int>) -> Bool {
    sentence.terms[term].isCapitalised && !sentence.isAllCapitals && term > terms.lowerBound
      && sentence.isName(term - 1) && terms.contains { sentence.has($0, .speaker) }
  }

  /// "Omar Karim, a rebel spokesman in the city".
  private func opensWithName(_ terms: Range<Int>) -> Bool {
    sentence.isName(terms.lowerBound) && sentence.isName(terms.lowerBound + 1)
      && terms.contains { sentence.has($0, .speaker) }
  }

  func isSpeakerLike(_ terms: Range<Int>) -> Bool {
    // A train or an attack says nothing, whatever it is called.
    let last = terms.upperBound - 1
    let opens = sentence.groups.last { $0.terms.lowerBound == terms.lowerBound }
    let isOfSpeaker = opens.map { sentence.has($0.head, .speaker) && $0.terms.upperBound < terms.upperBound } ?? false
    if !isOfSpeaker, !opensWithName(terms), sentence.has(last, CategorySet(.thing, .incident, .region)),
      !sentence.has(last, .speaker), !isNamed(last, terms), !isAllInCapitals(terms)
    {
      return false
    }
    // "No official has said": nobody speaks.
    if sentence.has(terms.lowerBound, .zero) || sentence.isWord(terms.lowerBound, "neither") { return false }
    return terms.contains { sentence.has($0, CategorySet(.speaker, .organisation)) || sentence.isName($0) }
      || terms.contains { sentence.has($0, .title) && terms.contains($0 + 1) && sentence.terms[$0 + 1].isCapitalised }
      || terms.contains { sentence.has($0, .pronoun) }
  }
}
