/// Reads the terms of a sentence from left to right into chunks.
enum Chunker {
  static func read(_ sentence: Wording) -> Parts {
    var parts = Parts()
    let groupReader = GroupReader(sentence)
    let verbReader = VerbReader(sentence: sentence, groups: groupReader)
    let timeReader = TimeReader(sentence: sentence)
    var position = 0
    let end = sentence.terms.count
    while position < end {
      let term = sentence.terms[position]
      if let mark = markKind(term.kind) {
        parts.chunks.append(Chunk(kind: mark, terms: position..<position + 1))
        position += 1
        continue
      }
      if sentence.isLabel(position) {
        // "INJURED: 17": a label stands outside the grammar.
        parts.chunks.append(Chunk(kind: .other, terms: position..<position + 1))
        position += 1
        continue
      }
      let mayBeTime =
        !term.categories.isDisjoint(
          with: CategorySet(
            .preposition, .weekday, .month, .dayPart, .dayWord, .cardinal, .article, .adverb, .subordinator))
        || term.kind == .number || term.kind == .ordinal
      if mayBeTime, let time = timeReader.read(at: position) {
        parts.times.append(time)
        parts.chunks.append(Chunk(kind: .time, terms: time.terms, index: parts.times.count - 1))
        position = time.terms.upperBound
        continue
      }
      if let end = looseTimeEnd(position, sentence), parts.chunks.last?.kind != .preposition {
        parts.chunks.append(Chunk(kind: .adverb, terms: position..<end))
        position = end
        continue
      }
      if sentence.has(position, .predicate), isPredicate(position, sentence, parts, groupReader) {
        parts.chunks.append(Chunk(kind: .predicate, terms: position..<position + 1))
        position += 1
        continue
      }
      if sentence.has(position, CategorySet(.auxiliary, .modal, .negator))
        || verbMayBegin(position, sentence, parts, groupReader),
        let verb = verbReader.read(at: position)
      {
        parts.verbs.append(verb)
        parts.chunks.append(Chunk(kind: .verb, terms: verb.terms, index: parts.verbs.count - 1))
        position = verb.terms.upperBound
        continue
      }
      if let kind = functionKind(position, sentence) {
        parts.chunks.append(Chunk(kind: kind, terms: position..<position + 1))
        position += 1
        continue
      }
      if var group = groupReader.read(at: position, into: &parts.groups), group.terms.upperBound > position {
        if let none = sharedZero(group, parts, sentence) { group.quantity = none }
        parts.groups.append(group)
        parts.chunks.append(Chunk(kind: .group, terms: group.terms, index: parts.groups.count - 1))
        position = group.terms.upperBound
        continue
      }
      let kind: Chunk.Kind = sentence.has(position, .adverb) ? .adverb : .other
      parts.chunks.append(Chunk(kind: kind, terms: position..<position + 1))
      position += 1
    }
    return parts
  }

  /// "No deaths or injuries": the number of the noun before, where it is none.
  private static func sharedZero(_ group: NounGroup, _ parts: Parts, _ sentence: Wording) -> Quantity? {
    guard group.quantity == nil, group.status != nil, !group.isDefinite, !group.isSingular, parts.chunks.count >= 2,
      case let (link, before) = (parts.chunks[parts.chunks.count - 1], parts.chunks[parts.chunks.count - 2]),
      before.kind == .group, var none = parts.groups[before.index].quantity, none.isZero
    else { return nil }
    // "no reports of deaths": none are told of.
    let isOfReports =
      link.kind == .preposition && sentence.senses(parts.groups[before.index].head).contains { $0.kind == .telling }
    guard isOfReports || link.kind == .conjunction && parts.groups[before.index].status != nil else { return nil }
    none.terms = group.terms.lowerBound..<group.terms.lowerBound + 1
    return none
  }

  /// The end of "this month", "last week", which say when, as adverbs do; `nil` for "this week's" and anything else.
  static func looseTimeEnd(_ position: Int, _ sentence: Wording) -> Int? {
    guard sentence.has(position + 1, .timeUnit), sentence.kind(position + 2) != .clitic,
      sentence.senses(position + 1).contains(where: { $0.category == .timeUnit && $0.form == .singular }),
      sentence.isWord(position, "this")
        || sentence.senses(position).contains(where: { $0.kind == .order })
          && !sentence.has(position - 1, CategorySet(.article, .possessive, .preposition))
    else { return nil }
    return position + 2
  }

  private static func markKind(_ kind: Token.Kind) -> Chunk.Kind? {
    switch kind {
    case .comma: .comma
    case .stop, .semicolon, .colon: .stop
    case .dash: .dash
    case .quote, .apostrophe: .quote
    case .open: .open
    case .close: .close
    default: nil
    }
  }

  /// "seven people hurt": a verb of one form for all times, after people.
  private static func isPastToo(_ position: Int, _ sentence: Wording, _ parts: Parts) -> Bool {
    guard let last = parts.chunks.last, last.kind == .group, parts.groups[last.index].isPeople,
      parts.groups[last.index].quantity != nil
    else { return false }
    return sentence.verbForms(position).contains { $0.isPast || $0.isParticiple }
  }

  private static func functionKind(_ position: Int, _ sentence: Wording) -> Chunk.Kind? {
    let isQuantity =
      (sentence.isWord(position, "between")
        || sentence.has(
          position, CategorySet(.qualifier, .zero, .additional, .undisclosed, .vague, .cardinal)))
      && QuantityReader(sentence: sentence).read(at: position) != nil
    if isQuantity { return nil }
    if sentence.isWord(position, "that") {
      // A determiner before a noun, else the opening of a clause.
      return .that
    }
    if sentence.has(position, .source) { return .preposition }
    if sentence.has(position, .relative) { return .relative }
    if sentence.has(position, .conjunction) { return .conjunction }
    if sentence.has(position, .preposition) { return .preposition }
    if sentence.has(position, .subordinator) { return .subordinator }
    if sentence.has(position, .negator) { return .adverb }
    if sentence.has(position, .adverb), !sentence.has(position, GroupReader.nominal),
      !sentence.has(position, CategorySet(.adjective, .quantifier))
    {
      return .adverb
    }
    return nil
  }

  /// Whether people follow: a number of them.
  private static func beginsPeople(_ position: Int, _ sentence: Wording, _ groups: GroupReader) -> Bool {
    guard let quantity = groups.quantities.read(at: position), !quantity.isZero,
      !groups.isMeasured(after: quantity.terms.upperBound, quantity)
    else { return false }
    var ignored: [NounGroup] = []
    return groups.read(at: position, into: &ignored)?.isPeople ?? false
  }

  /// A predicate word before a noun is a modifier of it.
  private static func isPredicate(_ position: Int, _ sentence: Wording, _ parts: Parts, _ groups: GroupReader) -> Bool {
    if sentence.terms[position].tokens.count > 1 { return true }
    if sentence.has(position, .preposition) {
      // "The siege is over", "is over and all are free", and not "over 20" or "over the hill".
      switch sentence.kind(position + 1) {
      case nil, .stop, .comma, .quote: break
      default: if !sentence.has(position + 1, .conjunction) { return false }
      }
    }
    // "are dead following a blast"
    if sentence.has(position + 1, .preposition), let last = parts.chunks.last, last.kind == .verb,
      parts.verbs[last.index].isCopula
    {
      return true
    }
    if let last = parts.chunks.last, sentence.has(position, GroupReader.verbal) {
      // "The blast trapped nine workers", "the blast on Sunday trapped nine", and not "nine workers trapped 300 metres
      // down".
      let isPronoun = last.kind == .group && parts.groups[last.index].isPronoun
      let isAfterSubject = [.group, .time, .adverb, .close].contains(last.kind)
      if isPronoun || isAfterSubject && beginsPeople(position + 1, sentence, groups) { return false }
    }
    if sentence.has(position, .statusNoun), let last = parts.chunks.last, last.kind == .group,
      parts.groups[last.index].terms.upperBound == position
    {
      return true
    }
    return !groups.continuesNoun(position + 1)
  }

  /// "Three people, including a party leader, killed in": the first verb, after the comma that closes who is among them.
  private static func isAfterIncluded(_ parts: Parts, _ sentence: Wording) -> Bool {
    parts.verbs.isEmpty
      && parts.chunks.suffix(8).contains { $0.kind == .preposition && sentence.opensParts($0.terms.lowerBound) }
  }

  /// Whether a verb may stand here: after a noun group, a conjunction, a comma; not at the start of a noun group.
  private static func verbMayBegin(_ position: Int, _ sentence: Wording, _ parts: Parts, _ groups: GroupReader) -> Bool
  {
    if sentence.isWord(position, "to") {
      return sentence.has(position + 1, GroupReader.verbal)
        && !sentence.has(position + 1, CategorySet(.person))
        || sentence.isWord(position + 1, "be") || sentence.isWord(position + 1, "have")
    }
    if sentence.isWord(position, "including") { return false }
    if sentence.isName(position) || groups.isOfTitle(position) { return false }
    // "back-to-back blasts", "door-to-door": no verb, but what kind of thing it is.
    if sentence.kind(position + 1) == .hyphen, sentence.has(position, .preposition),
      sentence.terms[position + 1].isJoined
    {
      return false
    }
    if sentence.has(position - 1, CategorySet(.article, .possessive)), sentence.verbForms(position).first == .plain {
      return false
    }
    let isUnknownVerb = sentence.terms[position].categories.isEmpty && groups.looksLikeVerb(position)
    var probe = position
    while sentence.has(probe, CategorySet(.adverb, .negator)), probe - position < 3,
      !sentence.has(probe, GroupReader.verbal)
    {
      probe += 1
    }
    guard sentence.has(probe, GroupReader.verbal) || isUnknownVerb else { return false }
    let last = parts.chunks.last { $0.kind != .adverb && $0.kind != .quote }
    let afterGroup =
      last.map {
        $0.kind == .group || $0.kind == .relative || $0.kind == .that || $0.kind == .time || $0.kind == .predicate
          || $0.kind == .close
      } ?? false
    // "seven students, kidnapped by gunmen, …"
    if last?.kind == .comma, sentence.isWord(probe + 1, "by"), sentence.verbForms(probe).contains(where: \.isParticiple)
    {
      return true
    }
    if sentence.has(probe, GroupReader.nominal) {
      let form = sentence.verbForms(probe).first ?? .plain
      if last?.kind == .comma, isAfterIncluded(parts, sentence), form.isParticiple,
        sentence.has(probe + 1, .preposition)
      {
        return true
      }
      if afterGroup, probe > position || form != .plain || isPastToo(probe, sentence, parts) { return true }
      if afterGroup {
        return sentence.has(probe + 1, CategorySet(.article, .possessive, .cardinal, .qualifier, .pronoun))
      }
      // "… and wounded 11": coordination of verbs.
      let afterConjunction = last?.kind == .conjunction || last?.kind == .comma
      if afterConjunction, form.isPast || form == .third || form == .gerund {
        return sentence.has(
          probe + 1,
          CategorySet(.article, .cardinal, .qualifier, .possessive, .vague, .additional, .undisclosed, .quantifier))
          || sentence.has(probe + 1, .person)
      }
      // "managed to kill one person and wound 12 others".
      if last?.kind == .conjunction, form == .plain,
        parts.verbs.last.map({ $0.voice == .infinitive || $0.isModal }) ?? false
      {
        return sentence.has(probe + 1, CategorySet(.cardinal, .qualifier, .vague))
      }
      if last?.kind == .verb, form.isParticiple, !sentence.has(probe + 1, GroupReader.nominal) { return true }
      if last?.kind == .subordinator, form.isParticiple, !sentence.has(probe + 1, GroupReader.nominal) { return true }
      return form == .gerund
        && sentence.has(probe + 1, CategorySet(.article, .cardinal, .qualifier, .possessive, .vague, .quantifier))
    }
    // "…," said the mayor. "Why?" asked Dana Ober.
    let isAfterQuotation = last?.kind == .comma || last?.kind == .stop && parts.chunks.last?.kind == .quote
    if isAfterQuotation, sentence.sense(probe, .speechVerb)?.form.isPast ?? false {
      return true
    }
    if groups.isVerb(probe, hasHead: afterGroup, hasDeterminer: false) { return true }
    let form = sentence.verbForms(probe).first ?? .plain
    // "attackers armed with", "killed three guards": a participle before an object.
    return afterGroup && (form.isPast || form == .gerund || form.isParticiple)
      || (last?.kind == .conjunction || last?.kind == .comma || last?.kind == .subordinator)
        && (form.isPast || form == .gerund)
        && sentence.has(probe + 1, CategorySet(.article, .cardinal, .qualifier, .possessive, .vague, .person))
  }
}
