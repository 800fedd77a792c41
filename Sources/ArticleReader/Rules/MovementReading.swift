import Situation

extension Clauses {
  func moves(_ groupIndex: Int) -> Bool {
    let group = groups[groupIndex]
    if group.isPeople || isVehicle(groupIndex) || sentence.has(group.head, .equipment) { return true }
    if group.isHeadless, group.quantity != nil { return true }
    return group.isPronoun && sentence.isWord(group.head, "it") && context.lastVehicle != nil
  }

  /// Whose journeys are told: a train, whose route is drawn; a force, and who or what was freed, hurt or sent. The
  /// journey of a bus before it crashed is none.
  func isOfStory(_ groupIndex: Int) -> Bool {
    let group = groups[groupIndex]
    if group.isPronoun { return context.lastVehicle == nil || context.lastVehicle == "train" }
    if force(groupIndex) != nil || matter(groupIndex, .force) != nil || group.status != nil { return true }
    if sentence.has(group.head, .equipment) { return true }
    let name = moverName(group)
    if isVehicle(groupIndex) {
      return name == "train" || name.contains(" ") && !Self.modesOfTravel.contains { name.hasPrefix($0) }
    }
    return group.isHeadless || group.quantity.map { !$0.isSingleton } ?? false
  }

  /// Words before a vehicle that say what it is, and not what it is sent for.
  private static let modesOfTravel = [
    "passenger", "tourist", "school", "cargo", "third", "second", "first", "charter", "private", "commercial", "small",
    "express", "luxury", "fishing", "merchant", "cruise", "mini", "another",
  ]

  /// What moves, as the board calls it: "rescued passengers", "relief train".
  func moverName(_ group: NounGroup) -> String {
    if group.isPronoun { return context.lastVehicle ?? "train" }
    if group.isHeadless { return context.lastSubject }
    if let whole = sentence.senses(group.head).first(where: { $0.category == .thing && $0.kind == .vehicle }) {
      let before = group.head - 1
      if before >= group.terms.lowerBound, sentence.terms[before].kind == .word, !sentence.isName(before),
        sentence.kind(before - 1) != .hyphen,
        !sentence.has(before, CategorySet(.article, .adjective, .possessive, .cardinal))
      {
        return sentence.lower(before..<group.head + 1)
      }
      return sentence.plain(whole) == "express" ? "train" : sentence.plain(whole)
    }
    var start = group.head
    while start > group.terms.lowerBound, sentence.terms[start - 1].kind == .word,
      sentence.terms[start - 1].categories.isDisjoint(
        with: CategorySet(
          .article, .possessive, .demonstrative, .quantifier, .cardinal, .qualifier, .vague, .preposition, .undisclosed)
      ),
      !(group.quantity?.terms.contains(start - 1) ?? false)
    {
      start -= 1
    }
    return sentence.lower(start..<group.head + 1)
  }

  struct Way {
    var from: String?
    var to: String?
    var by: String?
    var distance: Int?
    var end: Int
  }

  /// The places and the distance that follow a verb of motion.
  func way(after chunk: Int) -> Way {
    var way = Way(end: chunks[chunk].terms.upperBound)
    var index = chunk + 1
    while index < chunks.count, index - chunk <= 16 {
      let part = chunks[index]
      switch part.kind {
      case .stop, .subordinator, .relative, .that: return way
      case .verb: return way
      case .conjunction where index + 2 < chunks.count && chunks[index + 2].kind == .verb: return way
      case .preposition:
        guard let group = group(at: index + 1) else { break }
        let word = part.terms.lowerBound
        let name = place(named: index + 1, group)
        if sentence.isWord(word, "to") || sentence.isWord(word, "for") || sentence.isWord(word, "towards")
          || sentence.isWord(word, "into")
        {
          if way.to == nil, let name { (way.to, way.end) = (name, chunks[index + 1].terms.upperBound) }
        } else if sentence.isWord(word, "from") {
          if way.from == nil, let name { (way.from, way.end) = (name, chunks[index + 1].terms.upperBound) }
        } else if sentence.isWord(word, "by"), isVehicle(chunks[index + 1].index) {
          way.by = sentence.sense(group.head, .thing).map(sentence.plain)
          way.end = chunks[index + 1].terms.upperBound
        }
      case .group:
        if way.distance == nil, let kilometres = kilometres(chunks[index]) {
          way.distance = kilometres
          way.end = part.terms.upperBound
        }
      default: break
      }
      index += 1
    }
    return way
  }

  /// A destination: a name, a region, a hospital, "their home towns".
  private func place(named chunk: Int, _ group: NounGroup) -> String? {
    if group.isPeople || group.quantity.map({ !$0.isSingleton }) ?? false { return nil }
    let namesFollow =
      chunk + 2 < chunks.count && self.group(at: chunk + 2).map { $0.terms.allSatisfy { sentence.isName($0) } } ?? false
    if !namesFollow, sentence.has(group.head, .region) || sentence.sense(group.head, .thing)?.kind == .building {
      if !group.terms.contains(where: { sentence.isName($0) }) {
        var terms = group.terms
        while terms.count > 1, sentence.has(terms.lowerBound, CategorySet(.article, .possessive)) {
          terms = terms.lowerBound + 1..<terms.upperBound
        }
        return sentence.words(terms)
      }
    }
    if !group.terms.contains(where: { sentence.isName($0) }), chunk + 2 < chunks.count,
      chunks[chunk + 1].kind == .comma || sentence.isWord(chunks[chunk + 1].terms.lowerBound, "of"),
      let named = self.group(at: chunk + 2), named.terms.allSatisfy({ sentence.isName($0) })
    {
      return sentence.words(named.terms)
    }
    guard group.terms.contains(where: { sentence.isName($0) }) else { return nil }
    // "the provincial capital, Quetta", "the northern city of Peshawar": the name itself.
    let names = group.terms.filter { sentence.isName($0) }
    if let first = names.first, let last = names.last { return sentence.words(first..<last + 1) }
    return nil
  }

  /// The kilometres of a measure: "about 100 kilometres", "62 miles".
  private func kilometres(_ chunk: Chunk) -> Int? {
    let reader = QuantityReader(sentence: sentence)
    for term in chunk.terms {
      guard let (value, end) = reader.number(at: term) else { continue }
      let unit =
        sentence.isWord(end, "km") || sentence.isWord(end, "kms") || sentence.isWord(end, "kilometres")
        || sentence.isWord(end, "kilometers")
      if unit { return value }
      if sentence.isWord(end, "miles") { return value * 1609 / 1000 }
    }
    return nil
  }
}
