/// Joins tokens to terms: the longest phrase of the lexicon that begins at each token.
enum TermReader {
  /// Phrases of these categories lie over the text and take no words from the grammar.
  static let overlay = CategorySet(
    .anonymity, .pastMarker, .doubt, .supersession, .habit, .statement, .cause, .cue, .matter, .turn, .state)

  static func read(
    _ range: Range<Int>, of tokens: [Token], in text: UnsafeBufferPointer<UInt8>, with lexicon: Lexicon
  ) -> (terms: [Term], marks: [Mark], matters: [Mark], isAllCapitals: Bool) {
    var terms: [Term] = []
    terms.reserveCapacity(range.count)
    var (marks, matters): ([Mark], [Mark]) = ([], [])
    var pending: [(tokens: Range<Int>, sense: Sense)] = []
    var position = range.lowerBound
    let end = range.upperBound
    var firstTerm: [Int] = []
    firstTerm.reserveCapacity(range.count)
    var letters = 0
    var capitals = 0
    while position < end {
      let token = tokens[position]
      if token.kind == .newline {
        firstTerm.append(terms.count)
        position += 1
        continue
      }
      if token.kind == .word {
        letters += 1
        if token.isAllCapitals || token.end - token.start == 1 { capitals += 1 }
      }
      var next = position + 1
      var entry = lexicon.entry(token.word)
      var categories = lexicon.categories(entry)
      if !categories.isDisjoint(with: overlay) {
        for sense in lexicon.senses(entry) where overlay.contains(sense.category.bit) {
          pending.append((position..<next, sense))
        }
        categories.subtract(overlay)
        // A word that is only a matter, a turn or a state is as unknown to the grammar as any other.
        if categories.isEmpty, lexicon.senses(entry).allSatisfy(\.isOfMatters) { entry = 0 }
      }
      if token.word != 0 {
        var taken = false
        var following = lexicon.phrase(beginning: token.word)
        while let candidate = following {
          following = lexicon.phrase(after: candidate)
          guard let last = match(lexicon.rest(of: candidate), tokens, position + 1, end) else { continue }
          let phrase = Int(candidate.entry)
          let found = lexicon.categories(phrase)
          if !found.isDisjoint(with: overlay) {
            for sense in lexicon.senses(phrase) where overlay.contains(sense.category.bit) {
              pending.append((position..<last, sense))
            }
          }
          let syntactic = found.subtracting(overlay)
          if syntactic == Category.organisation.bit, !isName(tokens, position..<last) { continue }
          if syntactic.isSubset(of: verbal), isNoun(position, terms.last, lexicon, entry: entry) { continue }
          if !syntactic.contains(Category.qualifier.bit), beginsQuantity(position..<last, end, tokens, lexicon) {
            continue
          }
          if !taken, !syntactic.isEmpty {
            taken = true
            next = last
            entry = phrase
            categories = syntactic
          }
        }
      }
      if token.kind == .number { categories.insert(Category.cardinal.bit) }
      if token.word == 0, token.kind == .word, isAdverb(token, text) { categories.insert(Category.adverb.bit) }
      var value: Int?
      if token.kind == .number, let thousands = Thousands.read(at: position, end, of: tokens, after: terms.last) {
        (value, next) = (thousands.value, thousands.end)
      }
      for _ in position..<next { firstTerm.append(terms.count) }
      terms.append(Term(tokens, position..<next, entry: entry, categories: categories, value: value))
      position = next
    }
    let isAllCapitals = letters >= 4 && capitals * 10 >= letters * 8
    if !isAllCapitals {
      makeNames(ofCapitals: &terms, tokens)
      makeNames(ofMonths: &terms, tokens)
    }
    let start = range.lowerBound
    for mark in pending {
      let from = firstTerm[mark.tokens.lowerBound - start]
      let to =
        mark.tokens.upperBound - 1 - start < firstTerm.count ? firstTerm[mark.tokens.upperBound - 1 - start] : from
      let found = Mark(terms: from..<max(to, from) + 1, sense: mark.sense)
      if mark.sense.isOfMatters { matters.append(found) } else { marks.append(found) }
    }
    return (terms, marks, matters, isAllCapitals)
  }

  /// "US", "WHO", "IT" among words in small letters: names, and no pronouns.
  private static func makeNames(ofCapitals terms: inout [Term], _ tokens: [Token]) {
    for (index, term) in terms.enumerated()
    where !term.categories.isDisjoint(with: CategorySet(.pronoun, .relative)) && term.tokens.count == 1
      && tokens[term.tokens.lowerBound].isAllCapitals
    {
      terms[index] = Term(tokens, term.tokens, entry: 0, categories: [])
    }
  }

  /// "Sheriff Jan Alder", "Dana May": a month in capitals between an office or a name and a name is one itself. Beside a
  /// number it is a month, and so it is after a preposition ("in May Denmark …").
  private static func makeNames(ofMonths terms: inout [Term], _ tokens: [Token]) {
    for (index, term) in terms.enumerated()
    where term.categories.contains(Category.month.bit) && term.isCapitalised && index > 0 {
      let before = terms[index - 1]
      guard before.isCapitalised, !before.categories.contains(Category.preposition.bit) else { continue }
      let next = index + 1 < terms.count ? terms[index + 1] : term
      let isBeforeName = index + 1 < terms.count && next.isCapitalised && next.kind == .word && next.entry == 0
      let isAfterName = before.kind == .word && before.entry == 0
      let isAfterOffice = !before.categories.isDisjoint(with: CategorySet(.title, .speaker))
      guard next.kind != .number, isBeforeName && (isAfterName || isAfterOffice) || isAfterName && isSpoken(next)
      else { continue }
      terms[index] = Term(tokens, term.tokens, entry: 0, categories: [])
    }
  }

  /// A verb of saying, or what ends the words for who speaks.
  private static func isSpoken(_ next: Term) -> Bool {
    next.categories.contains(Category.speechVerb.bit) || next.kind == .comma || next.kind == .stop
  }

  private static let verbal = CategorySet(
    .verb, .statusVerb, .speechVerb, .putVerb, .changeVerb, .takeVerb, .carryVerb, .extractVerb, .conditionVerb,
    .motionVerb, .deploymentVerb)

  /// "The fire at the depot": right after an article a word that can be a noun begins no verb of several words.
  private static func isNoun(_ position: Int, _ before: Term?, _ lexicon: Lexicon, entry: Int) -> Bool {
    guard let before, before.categories.contains(Category.article.bit) else { return false }
    return !lexicon.categories(entry).isDisjoint(with: CategorySet(.noun, .incident, .thing, .cause, .person))
  }

  /// "taken over 100 passengers": the last word of a phrase is that of a number, where its first is a verb without it;
  /// "handed over six nurses" needs both.
  private static func beginsQuantity(_ phrase: Range<Int>, _ end: Int, _ tokens: [Token], _ lexicon: Lexicon) -> Bool {
    func has(_ token: Int, _ categories: CategorySet) -> Bool {
      !lexicon.categories(lexicon.entry(tokens[token].word)).isDisjoint(with: categories)
    }
    let verbs = CategorySet(.takeVerb, .statusVerb, .changeVerb, .putVerb, .carryVerb, .motionVerb)
    return phrase.upperBound < end && has(phrase.upperBound - 1, .init(.qualifier)) && has(phrase.lowerBound, verbs)
      && (tokens[phrase.upperBound].kind == .number || has(phrase.upperBound, .init(.cardinal)))
  }

  /// "Save the Children", and not "save the children": the name of a body begins and ends with capitals.
  private static func isName(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    let words = range.filter { tokens[$0].kind == .word }
    return words.last.map { tokens[$0].isCapitalised } ?? true
  }

  /// An unknown word in -ly, in small letters or in a text of capitals.
  private static func isAdverb(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard token.end - token.start > 5, !token.isCapitalised || token.isAllCapitals else { return false }
    return text[Int(token.end) - 1] | 0x20 == 0x79 && text[Int(token.end) - 2] | 0x20 == 0x6C
  }

  private static func match(_ words: ArraySlice<Int32>, _ tokens: [Token], _ start: Int, _ end: Int) -> Int? {
    var position = start
    for word in words {
      while position < end, tokens[position].kind == .newline { position += 1 }
      guard position < end, tokens[position].word == word else { return nil }
      position += 1
    }
    return position
  }
}
