/// Groups that are counted by what follows them, or by nothing but their article.
extension GroupReader {
  /// "another", "a third", before a verb or after one: one more of those spoken of.
  func oneMore(at start: Int) -> NounGroup? {
    var end = start + 1
    if isIndefinite(start), sentence.has(start + 1, .ordinal) {
      end += 1
    } else if !sentence.isWord(start, "another") {
      return nil
    }
    // "another six", "a third man", and "a third of the passengers", which is a share.
    if quantities.number(at: end) != nil || sentence.isWord(end, "of") { return nil }
    // "and another wounded": what befell him, and no noun.
    let isElided = sentence.verbForms(end).contains(where: \.isParticiple) && !continuesNoun(end + 1)
    if continuesNoun(end), !isElided { return nil }
    guard sentence.kind(end) != .hyphen, end >= sentence.terms.count || sentence.kind(end) != .number else {
      return nil
    }
    var group = NounGroup(terms: start..<end, head: end - 1)
    group.isHeadless = true
    group.quantity = Quantity(
      low: 1, high: 1, form: .exact, qualifier: start..<start, terms: start..<end, isAdditional: end == start + 1,
      isSingleton: true)
    return group
  }

  /// "29 River Tigers": a plural in capitals after another word in capitals, whatever it means elsewhere.
  func isOfNamedBand(_ group: NounGroup) -> Bool {
    group.head > group.terms.lowerBound && !sentence.isAllCapitals && sentence.terms[group.head].isCapitalised
      && sentence.terms[group.head - 1].isCapitalised && sentence.terms[group.head - 1].kind == .word
      && endsInS(group.head) && !sentence.has(group.head, CategorySet(.thing, .incident, .equipment))
  }

  /// "all of the 109 hostages", "all of the hostages": as many as there are, whether the number is given or not.
  func allOf(at start: Int, _ groups: inout [NounGroup], _ depth: Int) -> NounGroup? {
    guard depth < 3, sentence.isWord(start, "all"), sentence.isWord(start + 1, "of"),
      var all = read(at: start + 2, into: &groups, depth: depth + 1), all.whole == nil,
      all.quantity.map({ !$0.isSingleton }) ?? (all.isDefinite && all.isPeople && !all.isPronoun)
    else { return nil }
    all.terms = start..<all.terms.upperBound
    return all
  }

  /// "a family of five", "the crew of 14", "a group of 30 hikers": as many as follow.
  func several(in group: NounGroup, _ groups: inout [NounGroup], _ depth: Int) -> NounGroup {
    let end = group.terms.upperBound
    guard depth < 3, sentence.senses(group.head).contains(where: { $0.category == .person && $0.kind == .group }),
      group.head == end - 1, sentence.isWord(end, "of")
    else { return group }
    guard let quantity = quantities.read(at: end + 1), !quantity.isZero, !quantity.isSingleton else {
      return of(group, at: end + 1, depth)
    }
    var result = group
    if continuesNoun(quantity.terms.upperBound),
      Chunker.looseTimeEnd(quantity.terms.upperBound, sentence) == nil,
      let members = read(at: end + 1, into: &groups, depth: depth + 1)
    {
      guard members.isPeople else { return group }
      result = members
      result.isDefinite = group.isDefinite
    }
    result.quantity = quantity
    result.terms = group.terms.lowerBound..<max(result.terms.upperBound, quantity.terms.upperBound)
    return result
  }

  /// "two 16-year-old boys": the age is no second number.
  func ageEnd(_ start: Int) -> Int? {
    guard sentence.has(start, .cardinal), sentence.kind(start + 1) == .hyphen, sentence.has(start + 2, .timeUnit),
      sentence.kind(start + 3) == .hyphen, sentence.isWord(start + 4, "old")
    else { return nil }
    return start + 5
  }

  /// "a pair of climbers" are people, "a pair of trains" are none.
  private func of(_ group: NounGroup, at start: Int, _ depth: Int) -> NounGroup {
    var ignored: [NounGroup] = []
    guard let members = read(at: start, into: &ignored, depth: depth + 1) else { return group }
    var result = group
    result.isPeople = members.isPeople
    result.subjectClass = members.subjectClass ?? group.subjectClass
    if !members.isPeople { result.quantity = nil }
    return result
  }
}
