import Situation

/// How a predicate tells what it says.
enum Modality {
  /// As a fact.
  case told
  /// As what is to come: "the road will be closed", "the airport would reopen".
  case ahead
}

extension Clauses {
  /// The longest phrase of a category and kind that lies over a term.
  func mark(over term: Int, _ category: Category, _ kind: Kind) -> Mark? {
    var best: Mark?
    for index in sentence.matters(near: term) {
      let mark = sentence.matters[index]
      guard mark.sense.kind == kind, mark.sense.category == category, mark.terms.contains(term) else { continue }
      if mark.terms.count >= best?.terms.count ?? 0 { best = mark }
    }
    return best
  }

  /// Returns true if a term has a mark of a category.
  func hasMark(over term: Int, _ category: Category) -> Bool {
    sentence.matters(near: term).contains {
      sentence.matters[$0].sense.category == category && sentence.matters[$0].terms.contains(term)
    }
  }

  /// The matter of a kind that a noun group names.
  func matter(_ group: Int, _ kind: Kind) -> Mark? {
    let noun = groups[group]
    guard !noun.isPronoun, !noun.isHeadless else { return nil }
    var term = noun.head
    // "Typhoon Orla", "Highway 9": what bears a name; "a ceremony due".
    while mark(over: term, .matter, kind) == nil, term > noun.terms.lowerBound, mayFollowMatter(term) { term -= 1 }
    return mark(over: term, .matter, kind)
  }

  private func mayFollowMatter(_ term: Int) -> Bool {
    sentence.isName(term) || sentence.kind(term) == .number || sentence.kind(term) == .hyphen
      || sentence.has(term, CategorySet(.adjective, .dayWord, .weekday, .dayPart))
        && !sentence.has(term, GroupReader.nominal)
  }

  /// The change that a verb tells of matters of a kind.
  func turn(_ verb: VerbGroup, _ kind: Kind) -> Mark? { mark(over: verb.main, .turn, kind) }

  /// Those whom a verb befalls: its objects, or the subjects of a passive and of a verb without objects.
  func patients(_ predicate: Predicate) -> [Int] {
    isPassive(predicate) || predicate.objects.isEmpty ? subjects(predicate) : predicate.objects
  }

  /// The same, with what stands after a particle: "knocked out power".
  func patients(_ predicate: Predicate, _ turn: Mark) -> [Int] {
    let verb = verb(predicate)
    guard !isPassive(predicate), predicate.objects.isEmpty, turn.terms.upperBound > verb.terms.upperBound,
      let chunk = chunk(at: turn.terms.upperBound), group(at: chunk) != nil,
      chunks[chunk].terms.lowerBound == turn.terms.upperBound
    else { return patients(predicate) }
    return [chunks[chunk].index]
  }

  /// Who does it; of "a convoy headed for a ship that was seized", the ship alone.
  func subjects(_ predicate: Predicate) -> [Int] {
    let before = predicate.chunk - 1
    guard before > 0, chunks[before].kind == .that || chunks[before].kind == .relative, group(at: before - 1) != nil
    else { return predicate.subjects }
    return predicate.subjects.count > 1 || chunks[before].kind == .that
      ? [chunks[before - 1].index] : predicate.subjects
  }

  /// "the train seized in the pass": a lone participle after its noun, and not "lobbed grenades and stormed inside".
  func isReduced(_ predicate: Predicate) -> Bool {
    guard isParticiple(verb(predicate)), predicate.chunk > 0 else { return false }
    return chunks[predicate.chunk - 1].kind != .conjunction
  }

  /// "seized the jail to demand a hearing": what is done to say something says it.
  func isPurpose(_ predicate: Predicate) -> Bool {
    guard verb(predicate).voice == .infinitive, predicate.chunk > 0 else { return false }
    guard let main = predicates.last(where: { $0.chunk < predicate.chunk && verb($0).isFinite }) else { return false }
    return main.modality == .told && turn(verb(main), .still) == nil && !sentence.has(verb(main).main, .speechVerb)
  }

  /// The same predicates with how each tells what it says, which several rules ask for.
  static func told(_ predicates: [Predicate], of sentence: Sentence, _ context: StoryContext) -> [Predicate] {
    let clauses = Clauses(sentence: sentence, predicates: predicates, context: context)
    return predicates.map { predicate in
      var predicate = predicate
      predicate.modality = clauses.modality(predicate)
      return predicate
    }
  }

  /// How a predicate tells what it says; `nil` for what is asked, denied, possible, usual or wanted.
  private func modality(_ predicate: Predicate) -> Modality? {
    let verb = verb(predicate)
    guard !verb.isNegated, !isOpenQuestion(predicate.chunk), !isConditional(predicate), !isUsual(predicate),
      !sentence.isQuestion
    else { return nil }
    if verb.isInfinitive { return isBroughtAbout(predicate.chunk) ? .told : nil }
    switch verb.voice {
    case .infinitive: return isBroughtAbout(predicate.chunk) ? .told : nil
    case .gerund: return isResult(predicate.chunk) ? .told : nil
    case .bareParticiple: return predicate.subjects.isEmpty ? nil : .told
    case .active, .passive: break
    }
    guard verb.isModal else { return isMerelyPlain(predicate) ? nil : .told }
    // "could have closed" did not; "will close" and, as it was said, "would close" are to come.
    let isAhead = verb.terms.contains { sentence.isAhead($0) }
    return isAhead && !verb.isPerfect ? .ahead : nil
  }

  /// "was forced to close", "began to burn", "continued to search": what the infinitive says was so.
  private func isBroughtAbout(_ chunk: Int) -> Bool {
    guard chunk > 0 else { return false }
    for index in (max(0, chunk - 2)..<chunk).reversed() {
      if chunks[index].kind == .verb {
        let verb = sentence.verbs[chunks[index].index]
        return !verb.isNegated && !verb.isModal && sentence.isOneOf(verb.main, Self.bringsAbout)
      }
      guard chunks[index].kind == .group else { return false }
    }
    return false
  }

  private static let bringsAbout: [StaticString] = [
    "forced", "began", "begun", "started", "continued", "continue", "continues", "managed", "rushed", "compelled",
    "continuing", "forcing", "beginning", "sent", "deployed", "dispatched", "called", "brought", "moved", "struggling",
    "struggled", "working", "worked", "racing", "raced", "battling", "battled", "trying", "called in",
  ]

  /// "…, closing the road": what a participle after a comma, or after "while", says came of it or went with it.
  private func isResult(_ chunk: Int) -> Bool {
    guard chunk > 0 else { return false }
    let before = chunks[chunk - 1]
    let follows =
      before.kind == .comma || before.kind == .conjunction || before.kind == .dash
      || before.kind == .adverb && chunk > 1 && chunks[chunk - 2].kind == .comma
    guard follows else { return false }
    let main = predicates.last { predicate in
      predicate.chunk < chunk && verb(predicate).isFinite && !verb(predicate).isCopula
    }
    guard let main else { return false }
    return !verb(main).isNegated && !verb(main).isModal
  }

  /// "if the road is closed", "until it is lifted"; in the past tense it is said to have been so: "when it was closed".
  private func isConditional(_ predicate: Predicate) -> Bool {
    let first = verb(predicate).terms.lowerBound
    for index in (max(0, predicate.chunk - 8)..<predicate.chunk).reversed() {
      let chunk = chunks[index]
      if chunk.kind == .stop { return false }
      guard chunk.kind == .subordinator, let sense = sentence.sense(chunk.terms.lowerBound, .subordinator) else {
        continue
      }
      if sense.kind == .asked { return true }
      guard sense.kind == .awaited else { return false }
      if sentence.isOneOf(chunk.terms.lowerBound, ["until", "unless", "before", "lest"]) { return true }
      return !isInPast(first)
    }
    return false
  }

  private func isInPast(_ term: Int) -> Bool {
    sentence.verbForms(term).contains(where: \.isPast) || sentence.isOneOf(term, ["was", "were", "had", "has", "have"])
  }

  /// "is often closed", "earthquakes strike here": what usually is so.
  private func isUsual(_ predicate: Predicate) -> Bool {
    let near = max(0, verb(predicate).terms.lowerBound - 3)..<verb(predicate).terms.upperBound + 2
    return sentence.marks.contains { mark in
      mark.sense.category == .habit && mark.terms.overlaps(near) && !sentence.isWord(mark.terms.lowerBound, "before")
        && !sentence.isWord(mark.terms.lowerBound, "repeatedly")
    }
  }

  /// A lone plain form: what is usual, or commanded.
  func isMerelyPlain(_ predicate: Predicate) -> Bool {
    let verb = verb(predicate)
    guard verb.terms.count == 1, !verb.isCopula, !verb.isHave else { return false }
    let forms = sentence.verbForms(verb.main)
    if sentence.isWord(verb.main, "continue") || sentence.isWord(verb.main, "remain") { return false }
    return !forms.isEmpty && forms.allSatisfy { $0 == .plain }
  }
}

extension Wording {
  /// The numbers of the marks of matters that can lie over a term: they stand in the order of their first terms.
  func matters(near term: Int) -> Range<Int> {
    // No phrase of the lexicon is longer.
    let reach = 8
    var (low, high) = (0, matters.count)
    while low < high {
      let middle = (low + high) / 2
      if matters[middle].terms.lowerBound < term - reach { low = middle + 1 } else { high = middle }
    }
    high = low
    while high < matters.count, matters[high].terms.lowerBound <= term { high += 1 }
    return low..<high
  }

  func isOneOf(_ term: Int, _ words: [StaticString]) -> Bool { words.contains { isWord(term, $0) } }

  /// "will", "would", "'ll": a future, and not what may be.
  fileprivate func isAhead(_ term: Int) -> Bool {
    sense(term, .modal)?.kind == .says || isWord(term, "would")
  }

  /// Returns true if the last mark of the sentence asks.
  fileprivate var isQuestion: Bool {
    guard let last = terms.indices.last(where: { kind($0) != .quote && kind($0) != .close }), kind(last) == .stop else {
      return false
    }
    return text[bytes(last..<last + 1).lowerBound] == UInt8(ascii: "?")
  }
}
