import Situation

/// Bodies that speak by a name in capitals, and who holds an office in one.
extension SpeakerReader {
  /// "Syrian Observatory for Human Rights", "Committee of the Red Cross": words in capitals around a preposition, the
  /// first of which is not an office that a person holds.
  func bodyName(_ terms: Range<Int>) -> Speaker? {
    var start = terms.lowerBound
    if sentence.has(start, .article) { start += 1 }
    // "Norland's Commission on Human Rights"
    if start + 2 < terms.upperBound, sentence.kind(start + 1) == .clitic { start += 2 }
    // "the Lenz-based Observatory for Rivers"
    if start + 2 < terms.upperBound, sentence.kind(start + 1) == .hyphen, !isTitleWord(start + 2) { start += 3 }
    var end = start
    var joint: Int?
    while end < terms.upperBound, !sentence.isAllCapitals {
      if isTitleWord(end) || sentence.kind(end) == .hyphen {
        end += 1
      } else if joint == nil, end > start, isTitleWord(sentence.has(end + 1, .article) ? end + 2 : end + 1),
        sentence.has(end, .preposition) && sentence.senses(end).contains(where: { $0.kind == .joins })
          || sentence.has(end, .conjunction) && (chunkIndex(of: end).map(joinsBody) ?? false)
      {
        joint = end
        end += sentence.has(end + 1, .article) ? 2 : 1
      } else {
        break
      }
    }
    if joint == nil, end == terms.upperBound, isOwned(start), isBody(start..<end) {
      return Speaker(organisation: sentence.words(start..<end), side: .other)
    }
    guard let joint, end > joint + 1, joint > start else { return nil }
    // "Department of Public Safety Trooper Sam Orly"
    if let rank = (joint + 2..<max(end, joint + 2)).first(where: {
      sentence.has($0, .speaker) && sentence.isName($0 + 1)
    }),
      rank + 1 < end
    {
      return Speaker(
        name: sentence.words(rank + 1..<end), role: sentence.office(rank..<rank + 1),
        organisation: sentence.words(start..<rank), side: sentence.sense(rank, .speaker)?.side ?? .other)
    }
    // "Mayor Dana Ober of Selm" is a person.
    if sentence.has(start, CategorySet(.speaker, .title)), joint > start + 1, sentence.isName(start + 1) { return nil }
    // "Malik Orin of Lorva": a name and where it is from.
    if (start..<joint).allSatisfy({ sentence.terms[$0].entry == 0 }), joint > start + 1 { return nil }
    let office = sentence.sense(joint - 1, .speaker)
    guard office == nil || isTitleWord(joint - 1),
      isAside(end) || isCampus(end, terms) || !hasName(end..<terms.upperBound)
    else { return nil }
    return Speaker(organisation: sentence.words(start..<end), side: .other)
  }

  /// "the University of Lorva, Orin".
  private func isCampus(_ comma: Int, _ terms: Range<Int>) -> Bool {
    sentence.kind(comma) == .comma && comma + 2 == terms.upperBound && sentence.isName(comma + 1)
  }

  /// "the Observatory (LOCR)", "the Observatory, a monitor in Lorva": what a body is called besides.
  private func isAside(_ term: Int) -> Bool {
    sentence.kind(term) == .open || sentence.kind(term) == .comma && sentence.has(term + 1, .article)
  }

  /// "National Weather Service", "Philippine National Police": a body by a name of its own, all of it in capitals.
  func body(in terms: Range<Int>) -> Speaker? {
    var name = capitals(in: terms)
    let isOutlet = !name.isEmpty && sentence.isMarked(name.lowerBound, .outlet)
    // "Channel 9"
    if isOutlet, sentence.kind(name.upperBound) == .number { name = name.lowerBound..<name.upperBound + 1 }
    guard name.count > 1, isOutlet || isBodyWord(name.upperBound - 1) || name.contains(where: sentence.joinsNames),
      sentence.kind(name.upperBound) != .clitic,
      // "Interior Ministry officials": those of the body speak.
      isAside(name.upperBound)
        || !(name.upperBound..<max(name.upperBound, terms.upperBound)).contains(where: {
          sentence.has($0, .speaker) || sentence.isName($0)
        }),
      !name.contains(where: { sentence.has($0, .organisation) })
    else { return nil }
    var speaker = Speaker(
      organisation: sentence.words(name), side: sentence.sense(name.upperBound - 1, .speaker)?.side ?? .other)
    refine(&speaker, name)
    return speaker
  }

  /// "Hamilton Fire Department Chief Ed Young", "Battalion Chief Ed Young": an office between its body, or what it is
  /// called by, and a name, all in capitals.
  func holder(in terms: Range<Int>) -> Speaker? {
    let run = capitals(in: terms)
    guard run.count > 2,
      let office = run.dropFirst().first(where: { term in
        sentence.sense(term, .speaker).map { $0.form != .plural } ?? false && !isBodyWord(term)
          && term + 1 < run.upperBound && !sentence.has(term - 1, CategorySet(.speaker, .adjective, .person))
      }),
      run.suffix(from: office + 1).allSatisfy({
        !sentence.has($0, CategorySet(.speaker, .organisation)) && !isBodyWord($0)
      })
    else { return nil }
    let before = run.lowerBound..<office
    let isOfBody = before.contains { sentence.isName($0) || isBodyWord($0) || sentence.has($0, .organisation) }
    // "Secretary-General", "Mayor-elect"
    var end = office + 1
    while sentence.kind(end) == .hyphen, end + 2 < terms.upperBound { end += 2 }
    var name = end..<max(end, run.upperBound)
    if end > run.upperBound { name = capitals(in: end..<terms.upperBound) }
    guard !name.isEmpty else { return nil }
    while name.count > 1, sentence.has(name.lowerBound, .title) { name = name.dropFirst() }
    var speaker = Speaker(
      name: sentence.words(name), role: sentence.office(isOfBody ? office..<end : run.lowerBound..<end),
      organisation: isOfBody ? sentence.words(before) : nil, side: sentence.sense(office, .speaker)?.side ?? .other)
    refine(&speaker, run)
    return speaker
  }

  /// The words in capitals that a phrase opens with, after an article and after whose they are: "Norland's".
  private func capitals(in terms: Range<Int>) -> Range<Int> {
    guard !sentence.isAllCapitals else { return terms.lowerBound..<terms.lowerBound }
    var start = terms.lowerBound
    if sentence.has(start, .article) { start += 1 }
    if start + 2 < terms.upperBound, sentence.kind(start + 1) == .clitic { start += 2 }
    // "the Lorva-based Orin Radio"
    if start + 3 < terms.upperBound, sentence.kind(start + 1) == .hyphen, !isTitleWord(start + 2),
      isTitleWord(start + 3)
    {
      start += 3
    }
    var end = start
    while end < terms.upperBound,
      isTitleWord(end)
        || end > start
          && (sentence.kind(end) == .hyphen || isParticle(end, terms) || sentence.joinsNames(end)
            || sentence.isInitial(end - 1) && isTitleWord(end + 1) || isJoinedToName(end, terms))
    { end += 1 }
    return start..<end
  }

  /// The last word of what bodies are called.
  func isBodyWord(_ term: Int) -> Bool {
    guard sentence.isMarked(term, .body) else { return false }
    // "police chief", "health minister": an office of several words, though the first of them is a body's.
    return sentence.terms[term].tokens.count == 1 || sentence.sense(term, .speaker)?.form != .singular
  }

  /// Returns true for a word that may be part of a name here: one that the lexicon does not know, or that stands in
  /// capitals beside such a one, after a title or after an office ("Dana Cross", "Ms. Hill", "Mayor Hill").
  func isNamePart(_ term: Int, _ terms: Range<Int>) -> Bool {
    if sentence.has(term, .title) { return false }
    if sentence.isName(term) { return true }
    guard term < terms.upperBound, sentence.kind(term) == .word, sentence.terms[term].isCapitalised,
      !sentence.isAllCapitals,
      !sentence.has(term, Self.neverInNames)
    else { return false }
    if term > terms.lowerBound {
      if sentence.isName(term - 1) || sentence.has(term - 1, .title) { return true }
      if sentence.sense(term - 1, .speaker)?.form == .singular { return true }
    }
    // "Angry Dana Cross": the first word of a sentence is in capitals whatever it is. "New York" is a name there too.
    return term + 1 < terms.upperBound && sentence.isName(term + 1)
      && !(term == 0 && sentence.sense(term, .adjective).map { $0.kind != .place } ?? false)
  }

  private static let neverInNames = CategorySet(
    .article, .possessive, .demonstrative, .quantifier, .pronoun, .relative, .subordinator, .conjunction, .preposition,
    .auxiliary, .modal, .negator, .weekday, .month, .cardinal, .speaker, .organisation, .title)

  /// After "Norland's".
  private func isOwned(_ term: Int) -> Bool { sentence.kind(term - 1) == .clitic }

  /// "National Disaster Response Force": words in capitals of which one at least is in the lexicon, and none is an office.
  private func isBody(_ terms: Range<Int>) -> Bool {
    terms.count > 2 && terms.contains { sentence.terms[$0].entry != 0 }
      && !terms.contains { sentence.has($0, CategorySet(.speaker, .title, .organisation)) }
  }
}
