import Situation

extension Clauses {
  /// The plain name of a thing of the scene, and how many: "coaches", 9.
  func thing(_ groupIndex: Int) -> (name: String, number: Int?, kind: Kind?)? {
    let group = groups[groupIndex]
    if group.isPronoun { return nil }
    guard let sense = sentence.senses(group.head).first(where: { $0.category == .thing }) else { return nil }
    let isMany = sense.form == .plural
    var name = isMany && sense.kind == .part ? Inflection.plural(sentence.plain(sense)) : sentence.plain(sense)
    if !isMany, sense.kind == .part, let label = label(after: group.head + 1) { name += " \(label)" }
    let quantity = group.quantity
    return (name, quantity?.isSingleton == true ? nil : quantity?.low ?? quantity?.high, sense.kind)
  }

  /// "No. 3", "7" after "coach".
  private func label(after term: Int) -> Int? {
    var position = term
    if sentence.isWord(position, "no") || sentence.isWord(position, "number") { position += 1 }
    if sentence.kind(position) == .stop { position += 1 }
    guard sentence.kind(position) == .number, position < term + 3 else { return nil }
    return sentence.terms[position].value
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
      let word = chunks[index].terms.lowerBound
      if sentence.isWord(word, "whether") || sentence.isWord(word, "how") || sentence.isWord(word, "if") { return true }
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
