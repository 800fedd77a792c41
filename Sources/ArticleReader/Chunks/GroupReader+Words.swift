import Situation

/// What the words of a group can be: noun, modifier or verb.
extension GroupReader {
  func endsWithOf(_ term: Int) -> Bool {
    let tokens = sentence.terms[term].tokens
    let last = sentence.tokens[tokens.upperBound - 1]
    return last.end - last.start == 2 && sentence.text[Int(last.start)] | 0x20 == 0x6F
      && sentence.text[Int(last.start) + 1] | 0x20 == 0x66
  }

  func endsInS(_ term: Int) -> Bool {
    let range = sentence.bytes(term..<term + 1)
    return range.count > 1 && sentence.text[range.upperBound - 1] | 0x20 == 0x73
  }

  /// Whether a noun or a modifier stands here.
  func continuesNoun(_ position: Int) -> Bool {
    guard sentence.terms.indices.contains(position) else { return false }
    let term = sentence.terms[position]
    guard term.kind == .word else { return false }
    if !term.categories.isDisjoint(with: GroupReader.nominal) {
      return term.categories.isDisjoint(with: GroupReader.verbal)
        || !isVerb(position, hasHead: false, hasDeterminer: true)
    }
    if term.categories.contains(Category.adjective.bit) {
      return term.categories.isDisjoint(with: .init(.adverb)) || continuesNoun(position + 1)
    }
    return term.categories.isEmpty && !looksLikeVerb(position)
  }

  /// Whether a word that could be verb or noun is a verb here.
  func isVerb(_ position: Int, hasHead: Bool, hasDeterminer: Bool) -> Bool {
    // "the fatal shooting of two", "the same patrol team": an adjective is no head yet.
    let hasHead = hasHead && !(hasDeterminer && isMereModifier(position - 1))
    let term = sentence.terms[position]
    // "Shook said": a verb in capitals beside a verb of saying.
    if sentence.isName(position) { return false }
    guard !term.categories.isDisjoint(with: GroupReader.verbal) else {
      return term.categories.isEmpty && looksLikeVerb(position) && (hasHead || !continuesNounPlain(position + 1))
    }
    let form = sentence.verbForms(position).first ?? .plain
    let isNominal = !term.categories.isDisjoint(with: GroupReader.nominal)
    if hasHead {
      if form == .plain, isOfName(position) || isOfTitle(position) { return false }
      if !isNominal { return !(term.categories.contains(Category.adjective.bit)) }
      switch form {
      // "a five-storey building collapsed": a thing, where nothing follows that it could be done to.
      case .gerund where hasDeterminer && sentence.has(position, .thing) && !takesObject(position): return false
      case .past, .participle, .pastOrParticiple, .gerund: return true
      case .plain:
        // A plural subject takes a plain verb; a noun after a noun is a compound.
        return sentence.has(position + 1, CategorySet(.article, .possessive, .cardinal, .qualifier, .pronoun, .zero))
      default:
        return sentence.has(
          position + 1,
          CategorySet(.article, .possessive, .cardinal, .qualifier, .pronoun, .demonstrative, .zero, .vague))
          && position > 0
      }
    }
    if isNominal { return false }
    switch form {
    case .past, .participle, .pastOrParticiple, .gerund:
      return !continuesNounPlain(position + 1)
    // "a dispute over money", "its search": no plain verb follows an article or a possessive.
    case .plain:
      return
        !(sentence.has(position - 1, CategorySet(.article, .possessive))
        || hasDeterminer && isMereModifier(position - 1))
    default: return true
    }
  }

  /// "Highway Patrol said", "Rosen Place, downtown Orlo": in capitals after a name, and no object follows.
  private func isOfName(_ position: Int) -> Bool {
    guard sentence.terms[position].isCapitalised, !sentence.isAllCapitals, position > 0,
      sentence.terms[position - 1].isCapitalised
    else { return false }
    switch sentence.kind(position + 1) {
    case .comma, .stop, .clitic: return true
    default:
      return sentence.has(position + 1, CategorySet(.speechVerb, .auxiliary))
        && !sentence.terms[position + 1].isCapitalised
    }
  }

  /// "Sen. Rob Portman", "Mayor Mark Orin", "from Mount Orin": a verb in capitals between a title, an office or a
  /// preposition and a name.
  func isOfTitle(_ position: Int) -> Bool {
    guard position > 0, sentence.terms[position].isCapitalised, !sentence.isAllCapitals,
      sentence.verbForms(position).first == .plain, sentence.isName(position + 1)
    else { return false }
    return sentence.has(position - 1, CategorySet(.title, .preposition))
      || sentence.terms[position - 1].isCapitalised && sentence.sense(position - 1, .speaker)?.form == .singular
  }

  /// Returns true if what stands after a verb can begin an object of it.
  private func takesObject(_ verb: Int) -> Bool {
    sentence.has(
      verb + 1,
      CategorySet(
        .article, .possessive, .cardinal, .qualifier, .pronoun, .demonstrative, .zero, .vague, .quantifier, .adjective))
      || continuesNounPlain(verb + 1)
  }

  private func isMereModifier(_ position: Int) -> Bool {
    sentence.has(position, CategorySet(.adjective, .quantifier)) && !sentence.has(position, GroupReader.nominal)
  }

  func continuesNounPlain(_ start: Int) -> Bool {
    // "nine alleged “smugglers”"
    let position = sentence.kind(start) == .quote ? start + 1 : start
    guard sentence.terms.indices.contains(position), sentence.terms[position].kind == .word else { return false }
    let term = sentence.terms[position]
    if !term.categories.isDisjoint(with: GroupReader.nominal) { return true }
    if term.categories.contains(Category.adjective.bit) { return term.categories.isDisjoint(with: .init(.adverb)) }
    return term.categories.isEmpty && !looksLikeVerb(position)
  }

  /// An unknown word by its ending.
  func looksLikeVerb(_ position: Int) -> Bool {
    let term = sentence.terms[position]
    guard term.entry == 0, term.kind == .word, !term.isCapitalised || sentence.isAllCapitals else { return false }
    let range = sentence.bytes(position..<position + 1)
    guard range.count > 4 else { return false }
    let end = range.upperBound
    let last = sentence.text[end - 1] | 0x20
    let third = sentence.text[end - 3] | 0x20
    let second = sentence.text[end - 2] | 0x20
    return last == 0x64 && second == 0x65 || last == 0x67 && second == 0x6E && third == 0x69
      || last == 0x79 && second == 0x6C
  }

  /// Endings that make a plural of people: "-men", "-ists", "-ees", "-ians".
  func looksLikePeople(_ position: Int) -> Bool {
    let range = sentence.bytes(position..<position + 1)
    return Self.peopleEndings.contains { ending in
      guard range.count > ending.utf8CodeUnitCount else { return false }
      let start = range.upperBound - ending.utf8CodeUnitCount
      for offset in 0..<ending.utf8CodeUnitCount
      where WordTable.lower(sentence.text[start + offset]) != ending.utf8Start[offset] {
        return false
      }
      return true
    }
  }

  func modifierStatus(_ position: Int) -> Count.Status? {
    let senses = sentence.senses(position)
    if let verb = senses.first(where: { $0.category == .statusVerb }), verb.kind != .subject, verb.form.isParticiple {
      return verb.status
    }
    if let predicate = senses.first(where: { $0.category == .predicate && $0.kind == .state }) {
      return predicate.status
    }
    return nil
  }

  /// "deceased", "missing": a noun of status that is written like an adjective.
  func adjectivalStatus(_ position: Int) -> Count.Status? {
    guard let sense = sentence.sense(position, .statusNoun), sense.form == .plural, !endsInS(position),
      !sentence.has(position, .person)
    else { return nil }
    return sense.status
  }

  /// The term after adverbs.
  func endOfAdverbs(_ start: Int) -> Int {
    var position = start + 1
    while position - start < 3, sentence.has(position, .adverb), !sentence.has(position, GroupReader.nominal) {
      position += 1
    }
    return position
  }

  /// Whether a noun, adjective or name may follow a head within its group.
  func mayFollowHead(_ head: Int, _ position: Int, _ hasDeterminer: Bool) -> Bool {
    let term = sentence.terms[position]
    // "coach number 2"
    if sentence.isWord(position, "number"), sentence.kind(position + 1) == .number, sentence.has(head, .thing) {
      return false
    }
    // "took a woman hostage", "shot four men dead": what they were made, and no part of who they are.
    let isOfGroup = (head - 2..<head).contains { $0 >= 0 && endsWithOf($0) }
    if let person = sentence.sense(head, .person), person.kind != .group || isOfGroup,
      !sentence.terms[head].isCapitalised || sentence.isAllCapitals,
      sentence.has(position, .predicate), sentence.has(position, .statusNoun), !term.isJoined,
      !continuesNoun(position + 1)
    {
      return false
    }
    let isKnown = term.entry != 0
    let headSenses = sentence.senses(head)
    let headPlural = headSenses.contains {
      ($0.category == .person || $0.category == .statusNoun) && $0.form == .plural
    }
    // "four deceased patients": those who are so, and who they are.
    if adjectivalStatus(head) != nil, sentence.has(position, .person) { return true }
    if headPlural, !sentence.has(head, CategorySet(.speaker, .adjective)), modifierStatus(head) == nil {
      return isKnown && !term.categories.isDisjoint(with: CategorySet(.person)) && term.isJoined
    }
    if headPlural, sentence.has(head, .speaker), !sentence.isAllCapitals {
      return isKnown && !term.categories.isDisjoint(with: GroupReader.nominal) || sentence.isName(position)
    }
    // "a top Lenz operative": with an article, a noun is still to come.
    if sentence.isName(head), !sentence.isName(position), !isKnown, !sentence.isAllCapitals {
      return hasDeterminer && !looksLikeVerb(position)
    }
    return true
  }
}
