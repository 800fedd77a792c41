import Situation

/// A phrase read as a speaker: name, role, organisation, side.
extension SpeakerReader {
  /// Notes that a speaker's name is withheld, where the words for it stand by this speaker and no other.
  func withhold(_ speaker: inout Speaker, _ terms: Range<Int>) {
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

  func speaker(in terms: Range<Int>, _ memory: inout SpeakerMemory) -> Speaker? {
    if sentence.isWord(terms.lowerBound - 1, "itself") || sentence.isWord(terms.lowerBound - 1, "themselves") {
      // "a group calling itself Soldiers of the Oasis said"
      return memory.note(Speaker(organisation: sentence.words(terms), side: .attackers), isDefinite: false)
    }
    if let issuer = issuer(in: terms) { return speaker(in: issuer, &memory) }
    if let pair = pair(in: terms) { return memory.note(pair, isDefinite: false) }
    if let first = first(ofPair: terms) { return speaker(in: first, &memory) }
    if let body = bodyName(terms) ?? holder(in: terms) ?? body(in: terms) {
      return memory.note(body, isDefinite: false)
    }
    var speaker = Speaker()
    var index = terms.lowerBound
    var isDefinite = false
    var isBareRole = true
    var hints = NameHints()
    while index < terms.upperBound {
      if let sense = sentence.sense(index, .pronoun), terms.count == 1 { return memory.resolve(sense.kind ?? .it) }
      if sentence.has(index, .article), index == terms.lowerBound {
        isDefinite = sentence.sense(index, .article)?.kind == .definite
      }
      if speaker.name != nil || speaker.role != nil, speaker.organisation == nil, isWhose(index, terms),
        let end = bodyEnd(index, terms), end > index + 1
      {
        // "Dana Ober of the Lorva Disaster Agency"
        speaker.organisation = sentence.words(index..<end)
        index = end
        isBareRole = false
        continue
      }
      if let sense = sentence.sense(index, .organisation), speaker.organisation == nil,
        !sentence.has(index, .speaker) || speaker.role != nil
      {
        speaker.organisation = sentence.plain(sense)
        if speaker.side == .unknown, let side = sense.side { speaker.side = side }
      } else if sentence.has(index, .speaker), index + 1 < terms.upperBound,
        sentence.kind(index + 1) == .clitic || sentence.kind(index + 1) == .apostrophe
      {
        // "the railways' divisional superintendent"
        if !isAnybody(index) { speaker.organisation = speaker.organisation ?? sentence.office(index..<index + 1) }
      } else if isBeforeNamedBody(index, terms) {
        index += 1
        continue
      } else if let sense = sentence.sense(index, .speaker), speaker.role == nil {
        let start = roleStart(index, terms)
        var end = index
        var last = sense
        // "government spokesman": the last of several such words in a row is the role.
        while end + 1 < terms.upperBound, let next = sentence.sense(end + 1, .speaker) {
          // "the ministry statement": the ministry says it.
          if next.kind == .document { break }
          end += 1
          last = next
        }
        // "the mayor-elect Dana Ober"
        let joined = end
        while sentence.kind(end + 1) == .hyphen, end + 2 < terms.upperBound, sentence.isName(end + 3) { end += 2 }
        speaker.role = sentence.office(start..<end + 1)
        hints.isRoleOfBody = last.form == .plural
        hints.role = start..<end + 1
        hints.isRoleOfOutlet = isBodyWord(joined)
        if let side = last.side { speaker.side = side }
        index = end
      } else if let person = sentence.sense(index, .person), person.form == .singular, speaker.role == nil,
        index + 1 < terms.upperBound, sentence.isName(index + 1),
        // "Saudi Arabia's ambassador": a name, and whose it is.
        index == 0 || !sentence.terms[index].isCapitalised || sentence.isAllCapitals,
        sentence.kind(index + 2) != .clitic
      {
        // "shepherd Gul Khan"
        speaker.role = sentence.office(roleStart(index, terms)..<index + 1)
        take(person.subjectClass, &speaker)
      } else if isNamePart(index, terms) {
        var end = nameEnd(index, terms)
        if sentence.kind(end - 1) == .hyphen {
          // "a UK-based charity": the name is a part of another word.
          index = end + 1
          continue
        }
        let isAfterRole = speaker.role != nil && isWhose(index, terms)
        let isPlace = isAfterRole || speaker.name == nil && speaker.role == nil && isBeforeRole(end, terms)
        if end < terms.upperBound, sentence.has(end, .organisation), sentence.terms[end].isCapitalised,
          speaker.organisation == nil, speaker.name == nil || isAfterRole
        {
          // "the Lorva Red Crescent"
          speaker.organisation = sentence.words(index..<end + 1)
          end += 1
        } else if end < terms.upperBound, sentence.kind(end) == .clitic {
          speaker.organisation = speaker.organisation ?? sentence.words(index..<end)
        } else if speaker.name == nil, !isPlace {
          speaker.name = sentence.words(index..<end)
          hints.name = index..<end
          hints.isTitled = sentence.has(index - 1, .title)
          hints.isOnlyNameAfterArticle =
            isDefinite && index == terms.lowerBound + 1 && end == terms.upperBound && end > index + 1
        } else if isPlace,
          speaker.role == nil
            || speaker.organisation == nil && (sentence.isWord(index - 1, "of") || isBodyWord(end - 1))
        {
          // "Norland's Antora news agency": the nearer name is of the one who speaks.
          if speaker.role == nil { end = titleEnd(end, terms) }
          let start = speaker.role == nil ? titleStart(index, terms) : index
          speaker.organisation = sentence.words(start..<end)
        }
        index = end
        isBareRole = false
        continue
      }
      index += 1
    }
    if speaker.name == nil, speaker.role == nil, speaker.organisation == nil,
      let head = plainHead(terms) ?? spokenFor(terms)
    {
      if sentence.isAllCapitals, sentence.terms[head].entry == 0, !sentence.has(terms.lowerBound, Self.determiners) {
        // Where all is in capitals, a noun nobody knows, without an article, is a name.
        speaker.name = sentence.words(terms.lowerBound..<head + 1)
      } else {
        speaker.role = sentence.office(roleStart(head, terms)..<head + 1)
        take(sentence.sense(head, .person)?.subjectClass, &speaker)
      }
    }
    if speaker.name == nil, speaker.role == nil, speaker.organisation != nil, let owned = owned(in: terms) {
      speaker.role = sentence.office(owned)
    }
    if speaker.name == nil, speaker.role == nil, speaker.organisation == nil { return nil }
    tellBody(&speaker, hints, terms, memory)
    refine(&speaker, terms)
    withhold(&speaker, terms)
    return memory.note(speaker, isDefinite: isDefinite && isBareRole)
  }

  /// Returns true for a person, who is not an organisation: "the dead man's mother".
  private func isAnybody(_ term: Int) -> Bool {
    sentence.has(term, .person) && sentence.sense(term, .speaker)?.side == .other
  }

  /// The end of a name that begins with a term.
  private func nameEnd(_ start: Int, _ terms: Range<Int>) -> Int {
    var end = start + 1
    while end < terms.upperBound,
      isNamePart(end, terms) || sentence.isInitial(end - 1) && isNamePart(end + 1, terms)
        || sentence.joinsNames(end)
        || sentence.kind(end) == .hyphen || isJoinedToName(end, terms) || isSurname(end)
        || isParticle(end, terms)
    { end += 1 }
    return end
  }

  /// How the words of a name stand in its phrase.
  private struct NameHints {
    /// "Ms. White".
    var isTitled = false
    /// "the Lorian Star".
    var isOnlyNameAfterArticle = false
    /// "the government daily Izvorna".
    var isRoleOfBody = false
    /// "the state broadcaster RTL": the role is what bodies are called.
    var isRoleOfOutlet = false
    /// The terms of the role and of the name.
    var role = 0..<0
    var name = 0..<0
  }

  /// "a spokesman for Lorva", "officials with the Lorva Highway Patrol": a name right after a preposition.
  private func isWhose(_ name: Int, _ terms: Range<Int>) -> Bool {
    guard name > terms.lowerBound else { return false }
    return sentence.has(name - 1, .preposition)
      || name - 1 > terms.lowerBound && sentence.has(name - 1, .article) && sentence.has(name - 2, .preposition)
  }

  /// The end of the words in capitals that a name belongs to, where they are what a body is called.
  private func bodyEnd(_ name: Int, _ terms: Range<Int>) -> Int? {
    guard !sentence.isAllCapitals else { return nil }
    var end = name
    while end < terms.upperBound, isTitleWord(end) || sentence.joinsNames(end) { end += 1 }
    return end > name && isBodyWord(end - 1) ? end : nil
  }

  /// Returns true for a name that no person has: "Lorva Health", "Orin County EMA", the daily after "the daily", the
  /// school after "his school,".
  private func isOfBody(_ hints: NameHints, _ terms: Range<Int>) -> Bool {
    let name = hints.name
    guard !name.isEmpty, !hints.isTitled else { return false }
    if hints.isRoleOfOutlet, name.lowerBound == hints.role.upperBound { return true }
    guard hints.role.isEmpty else { return false }
    if name.count > 1, isBodyWord(name.upperBound - 1) || isShort(name.upperBound - 1) { return true }
    guard sentence.has(terms.lowerBound, .possessive), sentence.kind(name.lowerBound - 1) == .comma else {
      return false
    }
    return sentence.groups.contains { $0.terms.lowerBound == terms.lowerBound && !$0.isPeople }
  }

  /// "EMA" of "Orin County EMA", and not "III" of "Dana Ober III".
  private func isShort(_ term: Int) -> Bool {
    let word = sentence.text[sentence.terms[term].bytes]
    guard word.count > 2, word.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) else {
      return false
    }
    return !word.allSatisfy { $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") || $0 == UInt8(ascii: "X") }
  }

  /// Finds out whether a name is a person's or a body's.
  private func tellBody(_ speaker: inout Speaker, _ hints: NameHints, _ terms: Range<Int>, _ memory: SpeakerMemory) {
    if hints.isRoleOfBody, let name = speaker.name, !name.contains(" "), !memory.knows(name),
      speaker.organisation == nil
    {
      // "the government daily Izvestiya"
      (speaker.organisation, speaker.name, speaker.role) = (name, nil, nil)
    }
    if speaker.organisation == nil, isOfBody(hints, terms) {
      speaker.organisation = speaker.name
      speaker.name = nil
    }
    if hints.isOnlyNameAfterArticle, speaker.name != nil {
      // "the Lorian Star": no person has an article.
      speaker.organisation = speaker.name
      speaker.name = nil
    }
    if let name = speaker.name, !name.contains(" "), let full = memory.fullName(name, in: sentence) {
      speaker.name = full
      return
    }
    if let name = speaker.name, speaker.role == nil, speaker.organisation == nil, !name.contains(" "),
      !memory.knows(name), !isGivenAsName(terms), !hints.isTitled
    {
      // One unknown word is rather a country or an outlet than a person nobody introduced.
      speaker.name = nil
      speaker.organisation = name
    }
    if let name = speaker.name, speaker.role == nil, !sentence.isAllCapitals, isAcronym(name) {
      // "the EU's LENFOR"
      speaker.name = nil
      speaker.organisation = name
    }
  }

  /// "the interior ministry" of "a statement from the interior ministry": who gives a document out speaks.
  private func issuer(in terms: Range<Int>) -> Range<Int>? {
    guard let document = terms.first(where: { sentence.sense($0, .speaker)?.kind == .document }),
      let link = (document + 1..<terms.upperBound).first(where: { sentence.has($0, .preposition) }),
      isBeforeIssuer(link) || sentence.isWord(link, "of"), link + 1 < terms.upperBound
    else { return nil }
    let issuer = link + 1..<terms.upperBound
    return isSpeakerLike(issuer) || sentence.isName(issuer.lowerBound) ? issuer : nil
  }

  /// Returns true for the preposition before who gives a document out: "from", "by".
  func isBeforeIssuer(_ term: Int) -> Bool {
    sentence.senses(term).contains { $0.kind == .origin || $0.kind == .agent }
  }

  /// "who gave his name only as Sergo": one word, and a person's.
  private func isGivenAsName(_ terms: Range<Int>) -> Bool {
    sentence.isWord(terms.lowerBound - 1, "as")
      && (terms.lowerBound - 4..<terms.lowerBound).contains {
        sentence.isWord($0, "name") || sentence.isWord($0, "named")
      }
  }

  private func isAcronym(_ name: String) -> Bool {
    name.utf8.count > 1 && name.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  /// "negotiators said", "two shepherds told": people, or a noun nobody knows, right before what they say.
  func isNobodyKnown(_ terms: Range<Int>, _ verb: VerbGroup) -> Bool {
    guard terms.upperBound == verb.terms.lowerBound, verb.voice == .active,
      let kind = sentence.sense(verb.main, .speechVerb)?.kind, kind.isOfSaying || kind == .tells,
      !sentence.has(terms.lowerBound, .zero),
      // "in actions that observers described as …" tells no words of theirs.
      !sentence.has(terms.lowerBound - 1, CategorySet(.relative, .preposition)),
      !sentence.isWord(terms.lowerBound - 1, "that"),
      // "Three motorists reported injuries" tells of them, and no words of theirs.
      !sentence.senses(verb.terms.upperBound).contains(where: { $0.kind == .wound })
    else { return false }
    return plainHead(terms) != nil || (kind == .utters || kind == .tells) && spokenFor(terms) != nil
  }

  /// "the board", "the campaign": one thing with an article, which says what those say whose it is.
  private func spokenFor(_ terms: Range<Int>) -> Int? {
    sentence.groups.first { group in
      group.terms == terms && group.isDefinite && group.isSingular && group.quantity.map(\.isSingleton) ?? true
        && sentence.kind(group.head) == .word
    }?.head
  }

  /// "according to negotiators": people alone, since what a paper says is said by whoever tells of it.
  func isNobodyKnown(_ terms: Range<Int>) -> Bool {
    plainHead(terms) != nil && sentence.groups.contains { $0.terms.lowerBound == terms.lowerBound && $0.isPeople }
  }

  /// Two who speak together and have no names: the whole phrase is the role.
  private func pair(in terms: Range<Int>) -> Speaker? {
    guard
      let link = chunks.firstIndex(where: {
        $0.kind == .conjunction && terms.contains($0.terms.lowerBound) && terms.contains($0.terms.upperBound)
      }), isPair(link), !terms.contains(where: { sentence.isName($0) && !sentence.has($0, .speaker) })
    else { return nil }
    let last = sentence.groups[chunks[link + 1].index]
    var start = sentence.groups[chunks[link - 1].index].terms.lowerBound
    while sentence.has(start, CategorySet(.article, .possessive)), start < last.head { start += 1 }
    var speaker = Speaker(role: sentence.office(start..<last.head + 1), side: .other)
    if let side = sentence.sense(last.head, .speaker)?.side { speaker.side = side }
    refine(&speaker, terms)
    withhold(&speaker, terms)
    return speaker
  }

  /// "the Lorva Observatory and army sources": two who speak together, one of them by a name. The first is named.
  private func first(ofPair terms: Range<Int>) -> Range<Int>? {
    guard
      let link = chunks.firstIndex(where: {
        $0.kind == .conjunction && terms.contains($0.terms.lowerBound) && terms.contains($0.terms.upperBound)
      }), isPair(link), chunks[link].terms.lowerBound > terms.lowerBound
    else { return nil }
    let first = terms.lowerBound..<chunks[link].terms.lowerBound
    return isSpeakerLike(first) ? first : nil
  }

  /// "state rescue service" of "Lenz's state rescue service": what somebody's noun is called, whether it is known or not.
  private func owned(in terms: Range<Int>) -> Range<Int>? {
    guard
      let mark = terms.first(where: { sentence.kind($0) == .clitic || sentence.kind($0) == .apostrophe }),
      let group = sentence.groups.first(where: { $0.terms.contains(mark) }), group.head > mark,
      group.head < terms.upperBound, sentence.kind(group.head) == .word, !sentence.isName(group.head),
      !sentence.has(group.head, CategorySet(.thing, .incident, .region, .statusNoun))
    else { return nil }
    let start = isLooseClitic(mark + 1) ? mark + 2 : mark + 1
    return start < group.head + 1 ? start..<group.head + 1 : nil
  }

  /// The letter of "the governor 's office", where a text was put together from its words.
  private func isLooseClitic(_ term: Int) -> Bool {
    sentence.kind(term - 1) == .apostrophe && sentence.bytes(term..<term + 1).count == 1
  }

  /// "official" of "Norland's official Antora news agency": the noun after the name tells who speaks.
  private func isBeforeNamedBody(_ term: Int, _ terms: Range<Int>) -> Bool {
    guard sentence.has(term, .adjective), sentence.has(term, .speaker) else { return false }
    var end = term + 1
    while end < terms.upperBound, sentence.isName(end) || sentence.has(end, .organisation) { end += 1 }
    return end > term + 1 && end < terms.upperBound && sentence.has(end, .speaker)
  }

  /// "al" of "Samir Hadi al-Tarek", "van" of "Pieter van Dorn".
  func isParticle(_ term: Int, _ terms: Range<Int>) -> Bool {
    guard term + 1 < terms.upperBound, sentence.senses(term).contains(where: { $0.kind == .particle }) else {
      return false
    }
    return sentence.isName(term + 1) || sentence.kind(term + 1) == .hyphen
  }

  static let determiners = CategorySet(.article, .possessive, .demonstrative, .quantifier, .cardinal)

  /// The head of the noun that a phrase opens with, where it is people or a noun nobody knows, and no name.
  private func plainHead(_ terms: Range<Int>) -> Int? {
    guard let group = sentence.groups.last(where: { $0.terms.lowerBound == terms.lowerBound }), !group.isPronoun,
      !group.isHeadless, group.head < terms.upperBound, !sentence.isName(group.head),
      sentence.kind(group.head) == .word,
      !sentence.has(group.head, CategorySet(.thing, .incident, .region, .statusNoun)),
      sentence.has(group.head, CategorySet(.person, .noun)) || sentence.terms[group.head].entry == 0
    else { return nil }
    return group.head
  }

  /// "Baloch" of "Abbas Baloch": the word for a people, after a name.
  private func isSurname(_ term: Int) -> Bool {
    sentence.terms[term].isCapitalised && !sentence.isAllCapitals && sentence.isName(term - 1)
      && sentence.has(term, .person) && !sentence.has(term, .speaker)
  }

  /// "TV" of "WXIA-TV", "ming" of "Kun-ming".
  func isJoinedToName(_ term: Int, _ terms: Range<Int>) -> Bool {
    guard sentence.kind(term - 1) == .hyphen, sentence.terms[term].isJoined else { return false }
    if sentence.terms[term].isCapitalised { return true }
    // "the Lorva-based charity" goes on.
    return (sentence.terms[term].entry == 0 || sentence.isName(term - 3))
      && (term + 1 == terms.upperBound || sentence.kind(term + 1) != .word)
  }

  /// Where the words before a role begin that belong to it.
  private func roleStart(_ role: Int, _ terms: Range<Int>) -> Int {
    var start = role
    // "the Lorva-based observatory", "the state-run agency": no part of what they are.
    while start > terms.lowerBound, isRoleModifier(start - 1), !isSecondHalf(start - 1) { start -= 1 }
    return start
  }

  private func isSecondHalf(_ term: Int) -> Bool { sentence.kind(term - 1) == .hyphen && sentence.terms[term].isJoined }

  private func take(_ subjectClass: Count.SubjectClass?, _ speaker: inout Speaker) {
    switch subjectClass {
    case .attackers: speaker.side = .attackers
    case .securityForces: speaker.side = .state
    default: break
    }
  }

  /// "National Disaster Management Authority": the words in capitals around a name are of it, up to the role.
  private func titleStart(_ name: Int, _ terms: Range<Int>) -> Int {
    var start = name
    while start > max(1, terms.lowerBound), isTitleWord(start - 1) { start -= 1 }
    return start
  }

  private func titleEnd(_ name: Int, _ terms: Range<Int>) -> Int {
    var end = name
    while end < terms.upperBound, isTitleWord(end), !sentence.has(end, .speaker) { end += 1 }
    return end
  }

  func isTitleWord(_ term: Int) -> Bool {
    sentence.kind(term) == .word && sentence.terms[term].isCapitalised
      && !sentence.has(term, CategorySet(.article, .possessive, .demonstrative, .title))
  }

  /// Whether a role follows in the same noun, so that the name before tells whose it is: "Kabul police chief Salangi".
  func isBeforeRole(_ end: Int, _ terms: Range<Int>) -> Bool {
    for term in end..<terms.upperBound {
      if sentence.has(term, .speaker) { return true }
      // "East Lenz Gov. Arvo Rand"
      if sentence.has(term, .title) { return term + 1 < terms.upperBound && sentence.isName(term + 1) }
      if sentence.has(term, .organisation), sentence.terms[term].isCapitalised { continue }
      guard isRoleModifier(term) || sentence.isName(term) else { return false }
    }
    return false
  }

  func isRoleModifier(_ term: Int) -> Bool {
    // "the same sources": which of them, and no part of what they are.
    guard sentence.terms[term].kind == .word, !isLooseClitic(term), !sentence.isOrder(term) else { return false }
    if sentence.marks.contains(where: { $0.sense.category == .anonymity && $0.terms.contains(term) }) { return false }
    if sentence.has(
      term,
      CategorySet(
        .article, .possessive, .demonstrative, .cardinal, .preposition, .conjunction, .quantifier, .qualifier, .pronoun,
        .organisation, .title))
    {
      return false
    }
    return !sentence.terms[term].isCapitalised || sentence.isAllCapitals || term == 0 && !sentence.isName(term)
      || sentence.terms[term].entry != 0
  }

  /// The words around a role tell a side: "railway official", "military spokesman", "a spokesman for the rebels".
  func refine(_ speaker: inout Speaker, _ terms: Range<Int>) {
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
      // "a spokesman for the rebels"
      if sentence.sense(term, .person)?.subjectClass == .attackers,
        (max(terms.lowerBound, term - 2)..<term).contains(where: {
          sentence.isWord($0, "for") || sentence.isWord($0, "of")
        })
      {
        speaker.side = .attackers
      }
    }
    if speaker.role == nil, speaker.organisation != nil, speaker.side == .unknown {
      speaker.side = .other
    }
  }
}
