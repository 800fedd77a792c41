import Situation

extension Clauses {
  /// The figure of a group's quantity as claims carry it.
  func figure(_ quantity: Quantity) -> Figure {
    let qualifier = quantity.qualifier.isEmpty ? nil : sentence.lower(quantity.qualifier)
    return Figure(low: quantity.low, high: quantity.high, form: quantity.form, qualifier: qualifier)
  }

  /// Whether a group can be counted as people: it has a number and its head is people, or no noun at all.
  func isCountable(_ group: NounGroup, allowingUnknown: Bool) -> Bool {
    guard group.quantity != nil else { return false }
    return group.isPeople || group.isHeadless || allowingUnknown && group.isUnknownHead && !group.isSingular
  }

  /// "a raft built to hold 25 people", "designed to carry 40": how many there is room for.
  func isForRoom(_ predicate: Predicate) -> Bool {
    guard verb(predicate).voice == .infinitive, predicate.chunk > 0, chunks[predicate.chunk - 1].kind == .verb else {
      return false
    }
    let main = sentence.verbs[chunks[predicate.chunk - 1].index].main
    return sentence.senses(main).contains { $0.category == .verb && $0.kind == .room }
  }

  /// "A glazier was killed", "killing one apprentice beekeeper": a noun nobody knows, of one who lived.
  func isOneOfUnknownTrade(_ group: NounGroup) -> Bool {
    guard let quantity = group.quantity, group.isSingular else { return false }
    // "a district chief": an office that one person holds.
    let isOffice = quantity.isSingleton && sentence.sense(group.head, .speaker).map { $0.kind == nil } ?? false
    guard group.isUnknownHead || isOffice else { return false }
    let isInitials =
      !quantity.isSingleton && sentence.tokens[sentence.terms[group.head].tokens.lowerBound].isAllCapitals
    return quantity.low == 1 && quantity.high == 1 && (!sentence.terms[group.head].isCapitalised || isInitials)
  }

  /// "Eleven snowmobilers were buried": several of a noun nobody knows, made like those of people who do something.
  func areOfUnknownTrade(_ group: NounGroup) -> Bool {
    guard group.quantity != nil, group.isUnknownHead, !group.isSingular else { return false }
    let word = sentence.lower(group.head..<group.head + 1)
    return ["ers", "ists", "ors", "men"].contains { word.hasSuffix($0) && word.utf8.count > $0.utf8.count + 3 }
  }

  func subject(of group: NounGroup) -> (String, Count.SubjectClass?) {
    if group.isHeadless, let first = chunks.first, first.kind == .preposition,
      sentence.isWord(first.terms.lowerBound, "among"),
      let named = self.group(at: 1), named.isPeople, !named.isHeadless, named.status == nil
    {
      return subject(of: named)
    }
    if group.isHeadless, group.whole == nil { return ("people", .people) }
    if group.isHeadless { return (context.lastSubject, context.lastClass ?? .people) }
    let senses = sentence.senses(group.head)
    if senses.contains(where: { $0.category == .statusNoun || $0.category == .statusVerb }),
      !senses.contains(where: { $0.category == .person })
    {
      // "17 injured", "nine bodies": the noun is the status.
      for term in (group.terms.lowerBound..<group.head).reversed() {
        if let person = sentence.sense(term, .person) { return (sentence.lower(term..<term + 1), person.subjectClass) }
      }
      let noun = sentence.lower(group.head..<group.head + 1)
      return (noun.hasPrefix("hostage") || noun.hasPrefix("survivor") ? noun : "people", .people)
    }
    return (sentence.lower(group.head..<group.head + 1), classOfBody(group) ?? group.subjectClass ?? .people)
  }

  /// "a member of the palace guard", "two fighters of the brigade": of the class of the body that they belong to.
  private func classOfBody(_ group: NounGroup) -> Count.SubjectClass? {
    guard group.subjectClass == .people, let chunk = chunks.firstIndex(where: { $0.terms == group.terms }),
      chunks.indices.contains(chunk + 1), chunks[chunk + 1].kind == .preposition,
      sentence.isWord(chunks[chunk + 1].terms.lowerBound, "of"), let body = self.group(at: chunk + 2),
      body.quantity == nil || body.isSingular
    else { return nil }
    for term in body.terms {
      for sense in sentence.senses(term) {
        switch (sense.category, sense.side, sense.subjectClass) {
        case (.organisation, .attackers?, _), (.speaker, .attackers?, _), (.person, _, .attackers?): return .attackers
        case (.force, .state?, _), (.person, _, .securityForces?): return .securityForces
        default: continue
        }
      }
    }
    return nil
  }

  /// "Three horses were hurt, with two suffering burns": those counted last are not people.
  private func isAfterAnimals(_ group: NounGroup) -> Bool {
    let counted = groups.last { $0.terms.upperBound <= group.terms.lowerBound && $0.quantity != nil && !$0.isHeadless }
    return counted.map { sentence.senses($0.head).contains { $0.kind == .animal } } ?? false
  }

  /// Those whom "them" stands for: the first people of several after the last verb that tells what was done before it,
  /// as in "a gunman opened fire on officers, killing five of them"; without a verb, the last before it.
  private func severalToWhom(before group: NounGroup) -> NounGroup? {
    let several = groups.filter {
      $0.terms.upperBound <= group.terms.lowerBound && $0.isPeople && !$0.isHeadless && !$0.isSingular
        && $0.quantity?.isSingleton != true
    }
    guard let last = several.last,
      let verb = sentence.verbs.last(where: { $0.isFinite && $0.terms.upperBound <= last.terms.lowerBound })
    else {
      // "Gunmen shot 18 of them": not those who did it.
      return several.last { $0.quantity != nil }
    }
    return several.first { $0.terms.lowerBound >= verb.terms.upperBound }
  }

  func isOthers(_ group: NounGroup) -> Bool { sentence.isWord(group.head, "others") }

  /// Adds a count of a group in a status.
  @discardableResult
  func count(
    _ groupIndex: Int, _ status: Count.Status, rule: String, with other: Range<Int>? = nil,
    standing: Claim.Standing? = nil, scope: Count.Scope? = nil, whole: Int? = nil, like earlier: Finding? = nil,
    into findings: inout Findings
  ) -> Bool {
    let group = groups[groupIndex]
    guard let quantity = group.quantity else { return false }
    if findings.list.contains(where: { $0.group == groupIndex && $0.countStatus == status }) { return false }
    if quantity.isZero, isSince(group) { return false }
    // "a hundred bodies trapped inside": the dead are held by nobody.
    if status == .held, group.status == .killed { return false }
    if group.isHeadless, group.whole == nil, isAfterAnimals(group) { return false }
    var (noun, subjectClass) = subject(of: group)
    if group.isHeadless, earlier == nil, group.whole == nil, let known = sameKind(status, before: group, in: findings) {
      (noun, subjectClass) = known
    }
    if isOthers(group), let known = onlyClass(beside: status, before: group, in: findings) { subjectClass = known }
    if group.isHeadless, earlier == nil, group.whole != nil, subjectClass != .people,
      ![.killed, .injured, .critical].contains(status)
    {
      (noun, subjectClass) = ("people", .people)
    }
    // "seven militants were killed and three others captured": who attacks is no hostage.
    if status == .held, subjectClass == .attackers || isOfAttackers(group, in: findings) { return false }
    if group.isHeadless, earlier == nil, let whole = group.whole, groups[whole].isPronoun {
      // "31 wounded, five of them critically": of those counted before it in the sentence.
      if let known = findings.lastCount(before: group.terms.lowerBound) {
        (noun, subjectClass) = (known.subject, known.subjectClass)
      } else if let counted = severalToWhom(before: group) {
        (noun, subjectClass) = subject(of: counted)
      }
    }
    if group.isHeadless, case .count(let known) = earlier?.content {
      (noun, subjectClass) = (known.subject, known.subjectClass)
    }
    var terms = group.terms
    if let other { terms = min(terms.lowerBound, other.lowerBound)..<max(terms.upperBound, other.upperBound) }
    var plainScope = scope ?? (quantity.isAdditional ? .increment : .total)
    if plainScope == .total, let whole = group.whole, isCounted(groups[whole], as: status) { plainScope = .part }
    if quantity.isZero, plainScope == .total, isOfAnEpisode(after: terms.upperBound) { plainScope = .part }
    let coach = coach(near: terms)
    // Those of one coach are a part of all. Where they are stands in the receipt as well.
    if let coach {
      terms = terms.lowerBound..<max(terms.upperBound, coach.terms.upperBound)
      if plainScope == .total { plainScope = .part }
    }
    let count = Count(status, noun, subjectClass, figure(quantity), scope: plainScope)
    findings.list.append(
      Finding(
        content: .count(count), terms: terms, rule: rule, group: groupIndex, anchor: quantity.terms.lowerBound,
        standing: standing ?? (isContradicted(group) ? .denied : nil), whole: whole, place: coach?.name))
    return true
  }
}

extension Clauses {
  /// Whether a group is itself a count of a status: "12 of the 80 rescued" is a part of a figure, and "190 rescued of
  /// the 450 aboard" is a figure.
  private func isCounted(_ group: NounGroup, as status: Count.Status) -> Bool {
    guard group.quantity != nil else { return false }
    return group.status == status || earlier(group)?.status == status
  }

  /// "No one has been pulled out since Thursday": none since then is not none at all.
  private func isSince(_ group: NounGroup) -> Bool {
    for chunk in chunks where chunk.terms.lowerBound >= group.terms.upperBound {
      if chunk.kind == .stop || chunk.kind == .comma { return false }
      if sentence.isWord(chunk.terms.lowerBound, "since") { return true }
    }
    return false
  }

  /// "not 190 but 155 passengers": the first number is denied.
  private func isContradicted(_ group: NounGroup) -> Bool {
    guard sentence.has(group.terms.lowerBound - 1, .negator),
      sentence.sense(group.terms.upperBound, .conjunction)?.kind == .but
    else { return false }
    return QuantityReader(sentence: sentence).read(at: group.terms.upperBound + 1) != nil
  }

  static let phases: [StaticString] = ["final", "last", "latest", "initial", "closing", "opening", "second", "third"]

  /// "in the final assault": what follows holds for one phase of the incident and not for all of it.
  func isOfAnEpisode(after term: Int) -> Bool {
    guard let index = chunks.firstIndex(where: { $0.terms.lowerBound >= term }), chunks[index].kind == .preposition,
      sentence.isWord(chunks[index].terms.lowerBound, "in")
        || sentence.isWord(chunks[index].terms.lowerBound, "during"),
      let group = group(at: index + 1), group.isDefinite
    else { return false }
    return group.terms.contains { term in term < group.head && Self.phases.contains { sentence.isWord(term, $0) } }
  }
}

extension Clauses {
  /// "three others" after a count of attackers.
  private func isOfAttackers(_ group: NounGroup, in findings: Findings) -> Bool {
    guard isOthers(group) || group.isHeadless && group.whole == nil,
      let count = findings.lastCount(before: group.terms.lowerBound)
    else { return false }
    return count.subjectClass == .attackers
  }
}

extension Finding {
  var countStatus: Count.Status? { if case .count(let count) = content { count.status } else { nil } }
}

extension Clauses {
  /// "wounded by gunfire": what did it, for the last count.
  func addCause(near verb: Range<Int>, to findings: inout Findings) {
    guard let last = findings.list.indices.last, case .count(var count) = findings.list[last].content,
      let mark = sentence.marks.first(where: {
        $0.sense.category == .cause && (0...5).contains($0.terms.lowerBound - verb.upperBound)
          || $0.sense.category == .cause && (1...5).contains(verb.lowerBound - $0.terms.upperBound)
      })
    else { return }
    count.cause = sentence.plain(mark.sense)
    findings.list[last].content = .count(count)
    let terms = findings.list[last].terms
    findings.list[last].terms =
      min(terms.lowerBound, mark.terms.lowerBound)..<max(terms.upperBound, mark.terms.upperBound)
  }
}

extension Clauses {
  /// "A soldier was killed and two others were wounded": others of the class of all who came to harm before them in the
  /// sentence.
  func onlyClass(
    beside status: Count.Status, before group: NounGroup, in findings: Findings
  ) -> Count.SubjectClass? {
    let harm: Set<Count.Status> = [.killed, .injured, .critical, .missing]
    guard harm.contains(status) else { return nil }
    var classes: Set<Count.SubjectClass?> = []
    for finding in findings.list where finding.terms.lowerBound < group.terms.lowerBound {
      guard case .count(let count) = finding.content, harm.contains(count.status) else { continue }
      // "The bomber was killed and 12 others were wounded": his victims.
      classes.insert(count.subjectClass == .attackers && count.figure.high == 1 ? .people : count.subjectClass)
    }
    return classes.count == 1 ? classes.first ?? nil : nil
  }

  /// "Six soldiers were killed and 12 wounded": a bare number counts those counted before it in the sentence, where
  /// both came to harm; who was rescued beside killed attackers is no attacker.
  func sameKind(
    _ status: Count.Status, before group: NounGroup, in findings: Findings
  ) -> (String, Count.SubjectClass?)? {
    let harm: Set<Count.Status> = [.killed, .injured, .critical, .missing]
    guard harm.contains(status) else { return nil }
    for finding in findings.list.reversed() where finding.terms.lowerBound < group.terms.lowerBound {
      if case .count(let count) = finding.content, harm.contains(count.status), finding.group != nil {
        return (count.subject, count.subjectClass)
      }
    }
    return nil
  }
}
