import Situation

extension Clauses {
  /// The plain name of a thing of the scene, and how many: "coaches", 9.
  func thing(_ groupIndex: Int) -> (name: String, number: Int?, kind: Kind?)? {
    let group = groups[groupIndex]
    if group.isPronoun { return nil }
    if let label = lettered(groupIndex) { return ("coach \(label)", nil, .part) }
    guard let sense = sentence.sense(thingTerm(of: group), .thing) else { return nil }
    let isMany = sense.form == .plural
    var name = isMany && sense.kind == .part ? Inflection.plural(sentence.plain(sense)) : sentence.plain(sense)
    if !isMany, sense.kind == .part, let label = label(after: group.head + 1) { name += " \(label)" }
    let quantity = group.quantity
    return (name, quantity?.isSingleton == true ? nil : quantity?.low ?? quantity?.high, sense.kind)
  }

  /// The noun of a thing that bears a name: "the ferry Orla-6", "the tanker Star of Velm".
  private func thingTerm(of group: NounGroup) -> Int {
    guard !sentence.has(group.head, .thing), sentence.isName(group.head) || sentence.kind(group.head) == .number else {
      return group.head
    }
    var term = group.head
    while term > group.terms.lowerBound, !sentence.has(term, .thing) {
      let kind = sentence.kind(term)
      guard sentence.isName(term) || kind == .number || kind == .hyphen || kind == .quote || sentence.isWord(term, "mv")
      else { return group.head }
      term -= 1
    }
    return sentence.sense(term, .thing)?.kind == .vehicle ? term : group.head
  }

  /// "S-5" of "coach S-5", and "S-6" of "coaches S-5 and S-6".
  private func lettered(_ groupIndex: Int) -> String? {
    let group = groups[groupIndex]
    for term in group.terms {
      guard let label = letterAndNumber(term), label.upperBound == group.terms.upperBound else { continue }
      let isCoach =
        term > group.terms.lowerBound
        ? isCoach(term - 1)
        : chunk(ofGroup: groupIndex).map { chunk in
          chunk > 1 && chunks[chunk - 1].kind == .conjunction && chunks[chunk - 2].kind == .group
            && lettered(chunks[chunk - 2].index) != nil
        } ?? false
      return isCoach ? sentence.words(label) : nil
    }
    return nil
  }

  private func isCoach(_ term: Int) -> Bool {
    sentence.sense(term, .thing).map { $0.kind == .part && sentence.plain($0) == "coach" } ?? false
  }

  /// "3" of "No. 3", and "7" after "coach".
  private func label(after term: Int) -> String? {
    var position = term
    if sentence.isWord(position, "no") || sentence.isWord(position, "number") { position += 1 }
    if sentence.kind(position) == .stop { position += 1 }
    guard sentence.kind(position) == .number, position < term + 3 else { return nil }
    return String(sentence.terms[position].value)
  }

  /// "S-5", "B4": how railways name their coaches.
  private func letterAndNumber(_ term: Int) -> Range<Int>? {
    guard let kind = sentence.kind(term), kind == .word, sentence.bytes(term..<term + 1).count <= 2,
      sentence.terms[term].isCapitalised, sentence.terms.indices.contains(term + 1), sentence.terms[term + 1].isJoined
    else { return nil }
    let number = sentence.kind(term + 1) == .hyphen ? term + 2 : term + 1
    guard sentence.kind(number) == .number, sentence.terms[number].isJoined else { return nil }
    return term..<number + 1
  }

  /// Where a clause places itself: the first "in …" or "near …" with a name after a chunk.
  func place(after chunk: Int, within limit: Int = 12) -> String? {
    var index = chunk + 1
    while index + 1 < chunks.count, index - chunk <= limit {
      if chunks[index].kind == .stop { return nil }
      if chunks[index].kind == .preposition, let group = group(at: index + 1) {
        let word = chunks[index].terms.lowerBound
        if sentence.isWord(word, "in") || sentence.isWord(word, "near") || sentence.isWord(word, "at") {
          if let place = placeText(index + 1, group) { return place }
        }
      }
      index += 1
    }
    return nil
  }

  func placeText(_ chunk: Int, _ group: NounGroup) -> String? {
    guard group.terms.contains(where: { sentence.isName($0) }), !group.isPeople else { return nil }
    var terms = group.terms
    if sentence.has(terms.lowerBound, .article), terms.count > 1 { terms = terms.lowerBound + 1..<terms.upperBound }
    // "the Bolan district of Balochistan"
    if chunk + 2 < chunks.count, sentence.isWord(chunks[chunk + 1].terms.lowerBound, "of"),
      let next = self.group(at: chunk + 2),
      next.terms.contains(where: { sentence.isName($0) })
    {
      terms = terms.lowerBound..<next.terms.upperBound
    }
    // "in Lenz last year", "in Lenz early on Monday": the time is not part of the place.
    while terms.count > 1, !sentence.isName(terms.upperBound - 1),
      sentence.has(terms.upperBound - 1, CategorySet(.dayPart, .timeUnit, .adjective)),
      !sentence.has(terms.upperBound - 1, .region)
    {
      terms = terms.lowerBound..<terms.upperBound - 1
    }
    return sentence.words(terms)
  }
}

extension Clauses {
  /// The last vehicle named before a term in the sentence, else in the story.
  func lastVehicle(before term: Int) -> String? {
    for index in (0..<term).reversed() {
      if let sense = sentence.senses(index).first(where: { $0.category == .thing && $0.kind == .vehicle }) {
        return sentence.plain(sense)
      }
      if sentence.isWord(index, "train") || sentence.lower(index..<index + 1).hasSuffix("the train") { return "train" }
    }
    return context.lastVehicle
  }
}

extension Clauses {
  /// "whether the engine had been damaged": asked and not said.
  func isOpenQuestion(_ chunk: Int) -> Bool {
    var index = chunk - 1
    while index >= 0, chunk - index < 12 {
      if chunks[index].kind == .stop { return false }
      if sentence.sense(chunks[index].terms.lowerBound, .subordinator)?.kind == .asked { return true }
      if chunks[index].kind == .subordinator { return false }
      index -= 1
    }
    return false
  }
}

extension Clauses {
  /// A lone past form that can be a participle: "the train seized in the pass".
  func isParticiple(_ verb: VerbGroup) -> Bool {
    verb.terms.count == 1 && sentence.verbForms(verb.main).contains { $0.isParticiple }
  }
}
