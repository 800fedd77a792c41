import Situation

/// The words of a sentence: terms of the lexicon and marks over them.
class Wording {
  final let lexicon: Lexicon
  final let text: UnsafeBufferPointer<UInt8>
  final let tokens: [Token]
  final let terms: [Term]
  final let marks: [Mark]
  /// The marks of matters, turns and states, apart from the others: there are many, and few ask for them.
  final let matters: [Mark]
  /// All capitals: capitals tell no names.
  final let isAllCapitals: Bool

  init(lexicon: Lexicon, text: UnsafeBufferPointer<UInt8>, tokens: [Token], range: Range<Int>) {
    self.lexicon = lexicon
    self.text = text
    self.tokens = tokens
    (terms, marks, matters, isAllCapitals) = TermReader.read(range, of: tokens, in: text, with: lexicon)
  }

  init(_ other: Wording) {
    lexicon = other.lexicon
    text = other.text
    tokens = other.tokens
    terms = other.terms
    marks = other.marks
    matters = other.matters
    isAllCapitals = other.isAllCapitals
  }
}

/// The parts of a sentence, as they are read from left to right.
struct Parts {
  var groups: [NounGroup] = []
  var verbs: [VerbGroup] = []
  var times: [TimeExpression] = []
  var chunks: [Chunk] = []
}

/// One sentence taken apart: terms, marks, chunks.
final class Sentence: Wording {
  let groups: [NounGroup]
  let verbs: [VerbGroup]
  let times: [TimeExpression]
  let chunks: [Chunk]

  override init(_ wording: Wording) {
    let parts = Chunker.read(wording)
    groups = parts.groups
    verbs = parts.verbs
    times = parts.times
    chunks = parts.chunks
    super.init(wording)
  }
}

extension Wording {
  func has(_ term: Int, _ categories: CategorySet) -> Bool {
    terms.indices.contains(term) && !terms[term].categories.isDisjoint(with: categories)
  }

  func has(_ term: Int, _ category: Category) -> Bool { has(term, category.bit) }

  func sense(_ term: Int, _ category: Category) -> Sense? {
    guard has(term, category) else { return nil }
    return lexicon.senses(terms[term].entry).first { $0.category == category }
  }

  /// What a sense is called on the board.
  func plain(_ sense: Sense) -> String { lexicon.plain(sense) }

  func senses(_ term: Int) -> ArraySlice<Sense> {
    terms.indices.contains(term) ? lexicon.senses(terms[term].entry) : []
  }

  func kind(_ term: Int) -> Token.Kind? { terms.indices.contains(term) ? terms[term].kind : nil }

  func bytes(_ terms: Range<Int>) -> Range<Int> {
    guard !terms.isEmpty, terms.upperBound <= self.terms.count else { return 0..<0 }
    return self.terms[terms.lowerBound].bytes.lowerBound..<self.terms[terms.upperBound - 1].bytes.upperBound
  }

  func words(_ terms: Range<Int>) -> String {
    let range = bytes(terms)
    return String(decoding: text[range].map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self)
  }

  func lower(_ terms: Range<Int>) -> String {
    String(decoding: text[bytes(terms)].map { $0 == 0x0A ? 0x20 : WordTable.lower($0) }, as: UTF8.self)
  }

  /// An office or a kind of people in small letters, but for the names of countries and peoples: "Israeli officials".
  func office(_ terms: Range<Int>) -> String {
    guard terms.contains(where: isOfNation) else { return lower(terms) }
    var parts: [String] = []
    var start = terms.lowerBound
    for term in terms where isOfNation(term) {
      if start < term { parts.append(lower(start..<term)) }
      parts.append(words(term..<term + 1))
      start = term + 1
    }
    if start < terms.upperBound { parts.append(lower(start..<terms.upperBound)) }
    return parts.joined(separator: " ")
  }

  private func isOfNation(_ term: Int) -> Bool {
    terms.indices.contains(term) && terms[term].isCapitalised && senses(term).contains { $0.kind == .nation }
  }

  func isWord(_ term: Int, _ word: StaticString) -> Bool {
    guard terms.indices.contains(term) else { return false }
    let range = terms[term].bytes
    guard range.count == word.utf8CodeUnitCount else { return false }
    for position in range
    where WordTable.lower(text[position]) != word.utf8Start[position - range.lowerBound] { return false }
    return true
  }

  /// "including", "among them": parts of what was counted follow.
  func opensParts(_ term: Int) -> Bool {
    isWord(term, "including") || isWord(term, "including those of") || isWord(term, "among them")
      || isWord(term, "among whom") || isWord(term, "among them those of")
  }

  /// "the last four", "the other two": what stands between an article and a number.
  func isOrder(_ term: Int) -> Bool {
    has(term, .adjective) && senses(term).contains { $0.category == .adjective && $0.kind == .order }
  }

  /// "C" of "Michael C. Orin", "St" of "St. Orin County": what is short for a part of a name, before its stop.
  func isInitial(_ term: Int) -> Bool {
    guard has(term + 1, where: { $0.kind == .stop && $0.isJoined }), has(term, where: { $0.kind == .word }),
      terms[term].isCapitalised
    else { return false }
    return terms[term].bytes.count == 1
      || has(term, .abbreviation) && !has(term, .month)
        && has(term + 2, where: { $0.kind == .word && $0.isCapitalised })
  }

  /// The sign in "Press & Sun", "Hale & Co.", between words in capitals.
  func joinsNames(_ term: Int) -> Bool {
    kind(term) == .symbol && text[bytes(term..<term + 1)].elementsEqual([UInt8(ascii: "&")])
      && has(term - 1, where: \.isCapitalised) && has(term + 1, where: { $0.isCapitalised && $0.kind == .word })
  }

  private func has(_ term: Int, where isSo: (Term) -> Bool) -> Bool {
    terms.indices.contains(term) && isSo(terms[term])
  }

  /// Whether the term may be part of a name: capitalised and no word of the lexicon, or known as a name.
  func isName(_ term: Int) -> Bool {
    guard terms.indices.contains(term), terms[term].kind == .word else { return false }
    guard terms[term].isCapitalised, !isAllCapitals else { return false }
    return terms[term].categories.isDisjoint(with: Self.neverNames) || isNameBesideSpeech(term)
  }

  /// "Cross said", "…, said Stone.": a word in capitals, alone beside a verb of saying, and no noun for who speaks.
  private func isNameBesideSpeech(_ term: Int) -> Bool {
    guard !has(term, Self.neverSurnames), !senses(term).contains(where: { $0.form == .plural }) else { return false }
    if let said = sense(term + 1, .speechVerb), said.form == .third || said.form.isPast, !terms[term + 1].isCapitalised
    {
      return term == 0 || kind(term - 1) != .word || has(term - 1, .title)
    }
    guard term > 1, let said = sense(term - 1, .speechVerb), said.form.isPast, !terms[term - 1].isCapitalised else {
      return false
    }
    return (kind(term - 2) == .comma || kind(term - 2) == .quote) && kind(term + 1) != .word
  }

  private static let neverSurnames = CategorySet(
    .article, .possessive, .demonstrative, .quantifier, .pronoun, .relative, .subordinator, .conjunction, .preposition,
    .auxiliary, .modal, .negator, .weekday, .month, .cardinal, .vague, .qualifier, .zero, .additional, .speaker,
    .organisation, .title, .adverb, .undisclosed, .statusNoun, .toll, .casualty)

  static let neverNames = CategorySet(
    .article, .possessive, .demonstrative, .quantifier, .pronoun, .relative, .subordinator, .conjunction, .preposition,
    .auxiliary, .modal, .negator, .weekday, .month, .cardinal, .vague, .qualifier, .zero, .additional, .verb,
    .statusVerb,
    .speechVerb, .person, .statusNoun, .speaker, .organisation, .thing, .adjective, .incident, .noun, .region, .dayPart,
    .adverb, .force, .title, .undisclosed, .dayWord, .unit, .timeUnit, .conditionVerb, .motionVerb, .source)
}

extension Wording {
  /// Returns true for a term with a cue of some kind.
  func isMarked(_ term: Int, _ kind: Kind) -> Bool {
    marks.contains { $0.sense.category == .cue && $0.sense.kind == kind && $0.terms.contains(term) }
  }
}

/// The effect of a quotation mark: it opens a quotation, closes one, or does either.
enum QuotationSide { case opens, closes, either }

extension Wording {
  /// The effect of a quotation mark, by the side on which it touches a word; `either` where it touches both or none, as in
  /// texts that were put together from their words.
  func side(ofQuotationMark term: Int) -> QuotationSide {
    let next = term + 1 < terms.count ? terms[term + 1] : nil
    let (touchesNext, touchesLast) = (next?.isJoined ?? false, term > 0 && terms[term].isJoined)
    if touchesNext == touchesLast {
      // "…," at the end of a sentence has nothing after it.
      return next == nil && touchesLast ? .closes : .either
    }
    // A mark before a comma or a stop touches it and closes.
    if touchesNext, let next, next.kind != .word, next.kind != .number, next.kind != .open { return .either }
    return touchesNext ? .opens : .closes
  }

  /// For each term, true if it stands in a quotation.
  ///
  /// - Parameter isOpen: True if one is open where the sentence begins.
  func quoted(whereOpen isOpen: Bool) -> [Bool] {
    var isOpen = isOpen
    return terms.indices.map { term in
      guard kind(term) == .quote else { return isOpen }
      isOpen = isQuotation(openAfter: term, whereOpen: isOpen)
      return true
    }
  }

  /// Returns true if a term stands in a quotation.
  ///
  /// - Parameter isOpen: True if one is open where the sentence begins.
  func isQuoted(_ term: Int, whereOpen isOpen: Bool) -> Bool {
    var isOpen = isOpen
    for mark in 0..<min(max(0, term), terms.count) where kind(mark) == .quote {
      isOpen = isQuotation(openAfter: mark, whereOpen: isOpen)
    }
    return isOpen
  }

  /// Returns true if a quotation is open after a mark.
  ///
  /// - Parameter isOpen: True if one is open before it.
  private func isQuotation(openAfter mark: Int, whereOpen isOpen: Bool) -> Bool {
    switch side(ofQuotationMark: mark) {
    case .opens: true
    case .closes: false
    case .either: !isOpen
    }
  }
}

extension Wording {
  /// The forms in which a term can be a verb.
  func verbForms(_ term: Int) -> ArraySlice<WordForm> {
    terms.indices.contains(term) ? lexicon.verbForms(terms[term].entry) : []
  }
}
