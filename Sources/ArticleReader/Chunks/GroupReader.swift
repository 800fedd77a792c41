import Situation

/// Reads a noun group at a term: determiner, quantity, modifiers, head, name.
struct GroupReader {
  static let nominal = CategorySet(
    .person, .statusNoun, .toll, .casualty, .unit, .timeUnit, .thing, .incident, .noun, .speaker, .organisation, .title,
    .force, .equipment, .region)
  static let verbal = CategorySet(
    .verb, .statusVerb, .speechVerb, .putVerb, .changeVerb, .takeVerb, .carryVerb, .extractVerb, .conditionVerb,
    .motionVerb,
    .deploymentVerb, .requestVerb)
  static let closing = CategorySet(
    .relative, .subordinator, .conjunction, .preposition, .auxiliary, .modal, .negator, .predicate, .source, .pronoun,
    .weekday, .month, .article, .possessive, .demonstrative, .zero)

  let sentence: Wording
  let quantities: QuantityReader

  init(_ sentence: Wording) {
    self.sentence = sentence
    self.quantities = QuantityReader(sentence: sentence)
  }

  /// The group that begins at a term. Groups of a partitive's whole are appended to `groups` first.
  func read(at start: Int, into groups: inout [NounGroup], depth: Int = 0) -> NounGroup? {
    var group = NounGroup(terms: start..<start, head: start)
    var position = start
    if sentence.has(position, .pronoun), !sentence.has(position, .cardinal) {
      group.terms = start..<start + 1
      group.isPronoun = true
      return group
    }
    if let one = oneMore(at: start) { return one }
    if let all = allOf(at: start, &groups, depth) { return all }
    var hasDeterminer = false
    if sentence.has(position, .quantifier), !sentence.isWord(position, "both") || quantities.read(at: position) == nil,
      !sentence.has(position, .qualifier) || !beginsQuantity(position),
      !sentence.has(position, .person) || continuesNoun(position + 1)
    {
      position += 1
      hasDeterminer = true
    }
    if sentence.isWord(position, "those"), !continuesNoun(position + 1), quantities.read(at: position + 1) == nil {
      group.terms = start..<position + 1
      group.head = position
      group.isPronoun = true
      return group
    }
    if sentence.has(position, CategorySet(.article, .possessive, .demonstrative)), !beginsQuantity(position) {
      group.isDefinite = !isIndefinite(position)
      if isIndefinite(position) {
        group.quantity = Quantity(
          low: 1, high: 1, form: .exact, qualifier: position..<position, terms: position..<position + 1,
          isSingleton: true)
      }
      position += 1
      hasDeterminer = true
    }
    if group.quantity == nil, !hasDeterminer, sentence.has(position, .additional),
      sentence.terms[position].tokens.count == 1,
      continuesNoun(position + 1), quantities.read(at: position) == nil
    {
      // "another woman"
      group.quantity = Quantity(
        low: 1, high: 1, form: .exact, qualifier: position..<position, terms: position..<position + 1,
        isAdditional: true, isSingleton: true)
      position += 1
      hasDeterminer = true
    }
    // "all the remaining 50 civilians", "the last four hostages"
    if hasDeterminer, sentence.isOrder(position), let next = quantities.read(at: position + 1), !next.isZero {
      position += 1
    }
    if let quantity = quantities.read(at: position) {
      if !quantity.isZero, isLabel(before: start) || isMeasured(after: quantity.terms.upperBound, quantity) {
        return measured(start, quantity)
      }
      group.quantity = quantity
      position = quantity.terms.upperBound
      if quantity.isZero, sentence.sense(position - 1, .zero)?.kind == .who, !sentence.isWord(position, "of") {
        group.isHeadless = true
        group.head = position - 1
        group.terms = start..<position
        return group
      }
    }
    if let quantity = group.quantity, !quantity.isSingleton, sentence.isWord(position, "of"),
      sentence.isWord(position + 1, "whom")
    {
      var those = NounGroup(terms: position + 1..<position + 2, head: position + 1)
      those.isPronoun = true
      return partitive(group, those, start, &groups)
    }
    if let quantity = group.quantity, !quantity.isSingleton, sentence.isWord(position, "of"), depth < 3 {
      if let whole = read(at: position + 1, into: &groups, depth: depth + 1), !whole.isHeadless || whole.isPronoun {
        return partitive(group, whole, start, &groups)
      }
    } else if let quantity = group.quantity, !quantity.isSingleton, depth < 3,
      quantity.form == .vague || quantity.form == .undisclosed || quantity.isZero,
      endsWithOf(quantity.terms.upperBound - 1),
      let whole = read(at: position, into: &groups, depth: depth + 1), whole.isDefinite || whole.isPronoun
    {
      return partitive(group, whole, start, &groups)
    }
    if group.quantity != nil, let after = ageEnd(position) { position = after }
    return readHead(group, start, position, hasDeterminer, &groups).map { several(in: $0, &groups, depth) }
  }

  func readHead(
    _ opening: NounGroup, _ start: Int, _ from: Int, _ hasDeterminer: Bool, _ groups: inout [NounGroup]
  ) -> NounGroup? {
    var group = opening
    var position = from
    var head = -1
    var status: Count.Status?
    // "two men's bodies": of whom, and so how many.
    var owners: Quantity?
    while sentence.terms.indices.contains(position) {
      let term = sentence.terms[position]
      if term.kind == .clitic || term.kind == .apostrophe && term.isJoined && head >= 0 {
        // What stands before a possessive owns what follows it.
        guard head >= 0, continuesNoun(position + 1) else { break }
        group.possessor = start..<position
        group.isDefinite = true
        owners = sentence.has(head, .person) ? group.quantity : nil
        group.quantity = nil
        status = nil
        head = -1
        position += 1
        if let quantity = quantities.read(at: position) {
          group.quantity = quantity
          position = quantity.terms.upperBound
        }
        continue
      }
      if term.kind == .hyphen, term.isJoined, sentence.terms.indices.contains(position + 1),
        sentence.terms[position + 1].isJoined, position > from
      {
        position += 1
        if sentence.terms[position].kind == .number || sentence.terms[position].kind == .word { head = position }
        position += 1
        continue
      }
      if head >= 0, isParticle(position), sentence.isName(head), sentence.isName(position + 1) {
        // "Rio de Janeiro"
        head = position + 1
        position += 2
        continue
      }
      if head == position - 1, sentence.joinsNames(position) {
        // "the Lorva Press & Sun"
        head = position + 1
        position += 2
        continue
      }
      if let after = endOfCompound(position), continuesNoun(after) {
        position = after
        continue
      }
      if term.kind == .open, group.quantity != nil, isShortName(position) {
        // "two Secondary School (SSC) examinees"
        position += 3
        continue
      }
      if term.kind == .stop, head == position - 1, sentence.isInitial(head), sentence.isName(position + 1) {
        // "Michael C. Orin"
        position += 1
        continue
      }
      if term.kind == .quote, head < 0 || sentence.has(head, .adjective), position > start, continuesNoun(position + 1)
      {
        position += 1
        continue
      }
      guard term.kind == .word || term.kind == .ordinal || term.kind == .number && isNameNumber(position) else { break }
      if term.categories.contains(Category.cardinal.bit), head >= 0 || position > from { break }
      if head < 0, hasDeterminer, sentence.has(position, .weekday), continuesNoun(position + 1) {
        // "a Wednesday landslide"
        position += 1
        continue
      }
      if !term.categories.isDisjoint(with: GroupReader.closing), term.categories.isDisjoint(with: .init(.statusNoun)),
        head >= 0 || !isBeforeWound(position) && !isModifying(position, group)
      {
        break
      }
      if head >= 0, sentence.has(position, .quantifier) { break }
      // "a family of three last week"
      if group.quantity != nil || head >= 0, Chunker.looseTimeEnd(position, sentence) != nil { break }
      // "INJURED: 17 RESCUED: 190": the next label.
      if head < 0, group.quantity != nil, sentence.isLabel(position) {
        break
      }
      if head >= 0, sentence.isWord(position, "aged"), sentence.has(position + 1, .cardinal) { break }
      // "in Ilma at least two people"
      if head >= 0, sentence.has(position, .qualifier), quantities.read(at: position) != nil { break }
      if head < 0, group.isDefinite, term.tokens.count > 1, let those = modifierStatus(position),
        !continuesNoun(position + 1)
      {
        // "four of the critically injured": a participle of several words that stands for people.
        group.head = position
        group.terms = start..<position + 1
        group.status = those
        group.isPeople = true
        group.subjectClass = .people
        return group
      }
      if isVerb(position, hasHead: head >= 0, hasDeterminer: hasDeterminer || group.quantity != nil) { break }
      if term.categories.contains(Category.adverb.bit), term.categories.isDisjoint(with: GroupReader.nominal) {
        // "18 less seriously injured patients"
        let after = endOfAdverbs(position)
        guard head < 0 || !sentence.has(head, GroupReader.nominal) && sentence.has(head, .adjective),
          hasDeterminer || group.quantity != nil,
          continuesNoun(after) || modifierStatus(after) != nil && continuesNoun(after + 1)
        else { break }
        position = after
        continue
      }
      if head >= 0, !mayFollowHead(head, position, hasDeterminer || group.quantity != nil) { break }
      if head >= 0, let marked = modifierStatus(head) { status = marked }
      if let marked = modifierStatus(position) ?? adjectivalStatus(position), continuesNoun(position + 1) {
        status = marked
      }
      head = position
      position += 1
    }
    if head < 0 {
      guard let quantity = group.quantity, !quantity.isSingleton else { return nil }
      if isAge(start, quantity) { return nil }
      // A number alone stands for people only where a rule says so.
      group.isHeadless = true
      group.head = quantity.terms.upperBound - 1
      group.terms = start..<quantity.terms.upperBound
      return group
    }
    if let quantity = group.quantity, !quantity.isSingleton, head == quantity.terms.upperBound,
      sentence.has(head, .quantifier), !sentence.has(head, GroupReader.nominal)
    {
      // "injured at least one other"
      group.isPeople = true
      group.subjectClass = .people
      group.isHeadless = true
      group.head = head
      group.terms = start..<head + 1
      return group
    }
    // "Chief Ed Young said": a name that is an adjective, and no adverb of the verb.
    let isOfName =
      head > start && sentence.terms[head].isCapitalised
      && (sentence.isName(head - 1) || sentence.has(head - 1, .title))
    if !hasDeterminer, group.quantity == nil, sentence.has(head, .adjective), !sentence.has(head, GroupReader.nominal),
      sentence.has(head + 1, GroupReader.verbal), !isOfName
    {
      return nil
    }
    if let quantity = group.quantity, !quantity.isSingleton, sentence.has(head, .adjective),
      !sentence.has(head, GroupReader.nominal),
      sentence.has(head + 1, GroupReader.verbal), head == quantity.terms.upperBound
    {
      // "the 841 first reported": the word belongs to the verb.
      group.isHeadless = true
      group.head = quantity.terms.upperBound - 1
      group.terms = start..<quantity.terms.upperBound
      return group
    }
    group.head = head
    group.terms = start..<max(labelEnd(after: head), agesEnd(after: head))
    classify(&group, status)
    if group.quantity == nil, var owners, group.status == .killed, sentence.has(head, .statusNoun) {
      owners.isSingleton = false
      group.quantity = owners
    }
    return group
  }

  /// The term after "back-to-back", "door-to-door".
  private func endOfCompound(_ start: Int) -> Int? {
    let end = start + 5
    guard end <= sentence.terms.count, sentence.kind(start) == .word, sentence.has(start + 2, .preposition),
      sentence.kind(start + 1) == .hyphen, sentence.kind(start + 3) == .hyphen,
      (start + 1..<end).allSatisfy({ sentence.terms[$0].isJoined })
    else { return nil }
    return end
  }

  /// "(SSC)" before the noun that it belongs to.
  private func isShortName(_ open: Int) -> Bool {
    sentence.kind(open + 1) == .word && sentence.terms[open + 1].isCapitalised && sentence.kind(open + 2) == .close
      && continuesNoun(open + 3)
  }

  /// Small words within names.
  private func isParticle(_ position: Int) -> Bool {
    ["de", "da", "del", "do", "dos", "bin", "ibn", "von", "van"].contains { sentence.isWord(position, $0) }
  }

  /// "50 hospitalized children", "two missing boys"
  private func isModifying(_ position: Int, _ group: NounGroup) -> Bool {
    (group.quantity != nil || group.isDefinite) && sentence.has(position, .predicate)
      && sentence.terms[position].tokens.count == 1
      && continuesNoun(position + 1)
  }

  /// "critical injuries"
  private func isBeforeWound(_ position: Int) -> Bool {
    sentence.has(position, .predicate) && sentence.senses(position + 1).contains { $0.kind == .wound }
  }

  /// "Masauda Umar, 20, managed": a number between commas after a name.
  func isAge(_ start: Int, _ quantity: Quantity) -> Bool {
    guard quantity.form == .exact, let number = quantity.low, (1...119).contains(number), quantity.terms.count == 1,
      start > 1,
      sentence.kind(start) == .number, sentence.kind(start - 1) == .comma || sentence.kind(start - 1) == .open,
      let after = sentence.kind(quantity.terms.upperBound), after == .comma || after == .stop || after == .close
    else { return false }
    return sentence.isName(start - 2) || sentence.sense(start - 2, .person)?.form == .singular
      || sentence.isAllCapitals && sentence.terms[start - 2].entry == 0
  }

  func classify(_ group: inout NounGroup, _ modifierStatus: Count.Status?) {
    let senses = sentence.senses(group.head)
    group.status = modifierStatus
    if let status = senses.first(where: { $0.category == .statusNoun }) {
      // "the freed hostages" are held no more.
      group.status = status.status == .held ? modifierStatus ?? .held : status.status
      group.isPeople = true
      group.subjectClass = .people
      group.isSingular = status.form == .singular
      if let person = nearestPerson(group) {
        group.subjectClass = person.subjectClass
        // "took the crew hostage": how many they are is not told.
        if person.kind == .group { group.isSingular = false }
      }
    } else if let person = senses.first(where: { $0.category == .person }) {
      group.isPeople = true
      group.subjectClass = person.subjectClass
      group.isSingular = person.form == .singular
      if person.subjectClass == .people, isOfForces(group) { group.subjectClass = .securityForces }
      if person.kind == .group {
        // How many a family is, or three families are, is not told; "118 crew" are so many.
        group.isSingular = false
        if person.form == .plural || group.quantity?.isSingleton == true { group.quantity = nil }
        if let number = person.number, person.form == .singular, group.quantity == nil {
          // "the couple", "a trio": their number is in the word.
          group.quantity = Quantity(
            low: number, high: number, form: .exact, qualifier: group.terms.lowerBound..<group.terms.lowerBound,
            terms: group.head..<group.head + 1)
        }
      }
    } else if group.quantity?.isSingleton == false, sentence.sense(group.head, .organisation)?.side == .attackers {
      // "killed 30 Taliban"
      group.isPeople = true
      group.subjectClass = .attackers
    } else {
      group.isUnknownHead =
        sentence.terms[group.head].kind == .word && (sentence.terms[group.head].entry == 0 || isOfNamedBand(group))
      group.isSingular =
        senses.contains { $0.form != .plural && !$0.isOfMatters } || !endsInS(group.head)
      if group.isUnknownHead, looksLikePeople(group.head) {
        group.isPeople = true
        group.subjectClass = .people
        group.isSingular = false
      }
    }
    if group.quantity?.isSingleton == true, !group.isSingular { group.quantity = nil }
    if group.isDefinite, group.quantity == nil, group.isPeople, group.isSingular, group.status != .killed {
      group.quantity = Quantity(
        low: 1, high: 1, form: .exact, qualifier: group.terms.lowerBound..<group.terms.lowerBound,
        terms: group.terms.lowerBound..<group.terms.lowerBound + 1, isSingleton: true)
    }
  }

  /// "19 military passengers" are mixed; "security staff" are forces.
  func isOfForces(_ group: NounGroup) -> Bool {
    (group.terms.lowerBound..<group.head).contains {
      sentence.isWord($0, "security") || sentence.isWord($0, "paramilitary") || sentence.isWord($0, "soldier")
    }
  }

  func nearestPerson(_ group: NounGroup) -> Sense? {
    for term in (group.terms.lowerBound..<group.head).reversed() {
      if let sense = sentence.sense(term, .person) { return sense }
    }
    return nil
  }

  func partitive(
    _ opening: NounGroup, _ whole: NounGroup, _ start: Int, _ groups: inout [NounGroup]
  ) -> NounGroup {
    var group = opening
    groups.append(whole)
    group.whole = groups.count - 1
    group.head = whole.head
    group.terms = start..<whole.terms.upperBound
    group.isPeople = whole.isPeople || whole.isPronoun
    group.isUnknownHead = whole.isUnknownHead
    group.subjectClass = whole.subjectClass
    group.status = whole.status
    group.isHeadless = whole.isPronoun
    return group
  }

  /// A number that measures something else: the group ends after its unit.
  func measured(_ start: Int, _ quantity: Quantity) -> NounGroup? {
    var position = quantity.terms.upperBound
    while sentence.kind(position) == .hyphen || sentence.has(position, CategorySet(.unit, .timeUnit)) { position += 1 }
    var group = NounGroup(terms: start..<max(position, quantity.terms.upperBound), head: position - 1)
    group.isHeadless = false
    group.isUnknownHead = false
    // "the 42-year-old driver": a person follows the measure.
    if sentence.kind(quantity.terms.upperBound) == .hyphen {
      while sentence.kind(position) == .hyphen || sentence.isWord(position, "old") { position += 1 }
      var ignored: [NounGroup] = []
      if let person = read(at: position, into: &ignored, depth: 3), person.isPeople, person.quantity == nil {
        group = person
        // "a 12-member crew": the crew are so many.
        if sentence.senses(person.head).contains(where: { $0.category == .person && $0.kind == .group }),
          sentence.has(quantity.terms.upperBound + 1, .person)
        {
          group.quantity = quantity
        }
        group.terms = start..<person.terms.upperBound
        let isOne = sentence.has(start, .article) || sentence.has(start, .possessive)
        if person.isSingular, isOne {
          group.isDefinite = !isIndefinite(start)
          group.quantity = Quantity(
            low: 1, high: 1, form: .exact, qualifier: start..<start, terms: start..<start + 1, isSingleton: true)
        }
        return group
      }
      group.terms = start..<position
      if let thing = thingOfMeasure(start, position) { return thing }
    }
    return group
  }

  /// "a five-storey building", "the 24-hour curfew": what has that measure.
  private func thingOfMeasure(_ start: Int, _ position: Int) -> NounGroup? {
    guard sentence.has(start, CategorySet(.article, .possessive, .demonstrative)), continuesNoun(position) else {
      return nil
    }
    var ignored: [NounGroup] = []
    guard var thing = read(at: position, into: &ignored, depth: 3), !thing.isPeople, thing.quantity == nil,
      thing.possessor == nil, ignored.isEmpty
    else { return nil }
    thing.terms = start..<thing.terms.upperBound
    thing.isDefinite = !isIndefinite(start)
    if !thing.isDefinite, thing.isSingular {
      thing.quantity = Quantity(
        low: 1, high: 1, form: .exact, qualifier: start..<start, terms: start..<start + 1, isSingleton: true)
    }
    return thing
  }

  /// "two children aged four and six": the ages belong to those of that age.
  func agesEnd(after head: Int) -> Int {
    // "two children, aged four and six", "four boys between ages 12 and 16"
    var word = sentence.kind(head + 1) == .comma ? head + 2 : head + 1
    if sentence.isWord(word, "between") || sentence.isWord(word, "of") { word += 1 }
    if sentence.isWord(word, "the") { word += 1 }
    guard sentence.isWord(word, "aged") || sentence.isWord(word, "ages") else { return head + 1 }
    var position = word + 1
    var end = head + 1
    while position < head + 13 {
      if sentence.has(position, .cardinal) {
        end = position + 1
      } else if sentence.kind(position) != .comma,
        !["and", "or", "to", "between", "from"].contains(where: { sentence.lower(position..<position + 1) == $0 })
      {
        break
      }
      position += 1
    }
    // "three boys, ages nine and ten, were hurt": the comma that closes it.
    if word == head + 2, end > head + 1, sentence.kind(end) == .comma { end += 1 }
    return end
  }

  /// "tunnel No. 8", "coach 3": the number belongs to the thing.
  func labelEnd(after head: Int) -> Int {
    guard sentence.sense(head, .thing)?.form == .singular else { return head + 1 }
    var position = head + 1
    if sentence.kind(position) == .comma, sentence.isWord(position + 1, "no") { position += 1 }
    if sentence.isWord(position, "no") || sentence.isWord(position, "number") {
      position += 1
      if sentence.kind(position) == .stop { position += 1 }
    }
    guard sentence.kind(position) == .number,
      !sentence.has(position + 1, CategorySet(.unit, .timeUnit, .person)), position <= head + 4, position > head
    else { return head + 1 }
    position += 1
    // "Tupolev 154-200"
    while sentence.kind(position) == .hyphen, sentence.terms.indices.contains(position + 1),
      sentence.terms[position + 1].isJoined
    {
      position += 2
    }
    return position
  }

  /// "Coach No. 3", "tunnel 8", "$15": the number is a name or an amount.
  func isLabel(before start: Int) -> Bool {
    guard start > 0 else { return false }
    let before = sentence.terms[start - 1]
    if before.kind == .symbol, sentence.terms[start].isJoined, sentence.bytes(start - 1..<start).count == 1 {
      return true
    }
    if sentence.kind(start - 1) == .stop, sentence.isWord(start - 2, "no") { return true }
    if sentence.isWord(start - 1, "no") || sentence.isWord(start - 1, "number") || sentence.isWord(start - 1, "nos") {
      return sentence.kind(start) == .number
    }
    // "one in five patients" is a share.
    if sentence.isWord(start - 1, "in"), sentence.has(start - 2, .cardinal), sentence.has(start, .cardinal) {
      return true
    }
    if sentence.isWord(start - 1, "gate") || sentence.isWord(start - 1, "highway")
      || sentence.isWord(start - 1, "magnitude")
    {
      return true
    }
    // "Boeing 737", "Flight 412", "coach 7".
    guard sentence.kind(start) == .number else { return false }
    return sentence.sense(start - 1, .thing).map {
      // "at the hotel 12 guests were hurt": what is no vehicle and no part of one has no number of its own.
      $0.form == .singular && $0.kind != .hazard
        && ($0.kind != .building || !sentence.has(start + 1, CategorySet(.person, .statusNoun)))
    } ?? false
  }

  func isMeasured(after position: Int, _ quantity: Quantity) -> Bool {
    if sentence.has(position, CategorySet(.unit, .timeUnit)) {
      // "two day labourers": so many people, and no days.
      let isOfPeople =
        quantity.low != 1 && sentence.senses(position + 1).contains { $0.category == .person && $0.form == .plural }
        && sentence.sense(position, .timeUnit)?.form == .singular
      return !isOfPeople && !sentence.isWord(position, "point")
    }
    if sentence.kind(position) == .symbol, sentence.terms[position].isJoined { return true }
    if sentence.kind(position) == .hyphen, sentence.terms[position].isJoined {
      return sentence.has(position + 1, CategorySet(.unit, .timeUnit)) || sentence.kind(position + 1) == .word
    }
    if sentence.kind(position) == .word, sentence.terms[position].isJoined { return true }
    // "12 million rupees", "8 Mile Road".
    return false
  }

  /// A number that is part of a name ("M-19", "the 8th").
  func isNameNumber(_ position: Int) -> Bool {
    position > 0 && sentence.terms[position].isJoined
  }

  func isIndefinite(_ position: Int) -> Bool { sentence.sense(position, .article)?.kind == .indefinite }

  func beginsQuantity(_ position: Int) -> Bool {
    quantities.read(at: position) != nil && !sentence.isWord(position, "the")
  }

  static let peopleEndings: [StaticString] = [
    "men", "women", "ists", "ees", "ians", "eers", "tors", "goers", "mates", "holders", "keepers", "workers",
  ]
}
