import Situation

/// Where a sentence stands in its story, and what the story has told before it.
struct StoryPlace: Sendable {
  /// Counted from 0.
  var sentence = 0
  var isTitle = false
  /// How far into the story it stands, in hundredths.
  var progress = 0
  /// The story has few words; or so few that it is a sentence or two.
  var isShort = false
  var isAlone = false
  var beginsParagraph = false
  /// The sentence before told counts, and all of them of another incident; or one of the article's own.
  var followsAnother = false
  var followsOwn = false
  /// The last sentence that told counts told them of another incident.
  var lastToldAnother = false
  /// The sentence before was of another time.
  var followsPast = false
  /// It stands after a date of another time and a dash, as in a list.
  var isDatedEntry = false
}

/// The figures that a story has told so far, by status.
struct ToldFigures: Sendable {
  private var own: Set<Int> = []
  private var other: Set<Int> = []
  private var most: [Int: Int] = [:]

  /// A status and a number in one: critical counts as injured, and whoever got out as rescued.
  private static func key(_ count: Count) -> Int? {
    count.figure.point.map { min($0, 1 << 40) * 16 + count.status.kin.rawValue }
  }

  mutating func note(_ count: Count, isOther: Bool) {
    guard let key = ToldFigures.key(count), own.count + other.count < 1 << 12 else { return }
    if isOther {
      other.insert(key)
    } else {
      own.insert(key)
      most[count.status.kin.rawValue] = max(most[count.status.kin.rawValue] ?? 0, count.figure.point ?? 0)
    }
  }

  func hasOwn(_ count: Count) -> Bool { ToldFigures.key(count).map(own.contains) ?? false }
  func hasOther(_ count: Count) -> Bool { ToldFigures.key(count).map(other.contains) ?? false }
  /// The greatest figure of the article's own incident for a status so far.
  func most(_ count: Count) -> Int? { most[count.status.kin.rawValue] }
}

extension Count.Status {
  /// Statuses that speak of the same people.
  enum Kin: Int, Sendable { case dead, hurt, lost, held, out, aboard, other }

  var kin: Kin {
    switch self {
    case .killed: .dead
    case .injured, .critical: .hurt
    case .missing: .lost
    case .held: .held
    case .rescued, .released, .escaped, .safe: .out
    case .aboard: .aboard
    default: .other
    }
  }
}

/// Looks for the cues of the decision whether a finding is of another incident.
struct IncidentCueReader {
  let sentence: Sentence
  let predicates: [Predicate]
  let frames: [SpeechFrame]
  let times: TimeResolver
  let story: StoryIncident
  let place: StoryPlace
  let told: ToldFigures
  /// How many names of the sentence the title and lead have, and how many they have not.
  private let names: (known: Int, new: Int)

  init(
    sentence: Sentence, predicates: [Predicate], frames: [SpeechFrame], times: TimeResolver, story: StoryIncident,
    place: StoryPlace, told: ToldFigures
  ) {
    (self.sentence, self.predicates, self.frames) = (sentence, predicates, frames)
    (self.times, self.story, self.place, self.told) = (times, story, place, told)
    let all = sentence.terms.indices.prefix(80).filter { StoryIncident.isName($0, in: sentence) }
    let known = all.count { story.knows($0, in: sentence) }
    names = (known, all.count - known)
  }

  /// - Parameter clause: The terms of the finding's own clause.
  func cues(of finding: Finding, in clause: Range<Int>) -> CueSet<IncidentCue> {
    var cues = CueSet<IncidentCue>()
    addTimes(finding, clause, &cues)
    addMarks(finding, clause, &cues)
    addIncidents(finding, clause, &cues)
    addPlaces(finding, clause, &cues)
    addVerb(finding, clause, &cues)
    addPlaceInStory(&cues)
    addFigure(finding, &cues)
    addPairs(&cues)
    return cues
  }

  // MARK: When

  private func addTimes(_ finding: Finding, _ clause: Range<Int>, _ cues: inout CueSet<IncidentCue>) {
    var hasTime = false
    for time in sentence.times {
      let isOwn = clause.overlaps(time.terms) && !isAside(time.terms, of: finding)
      if isSince(time) {
        // "since" ends a clause, and says of it since when it is so.
        if isOfRank(time.terms) { continue }
        let isOfClause = isOwn || time.terms.lowerBound == clause.upperBound
        if !isLasting(finding, since: time) { cues.insert(isOfClause ? .since : .sinceOutside) }
        continue
      }
      let isPast = times.isOfAnotherEvent(time)
      if isPast, time.terms.lowerBound == 0 { cues.insert(.opensWithPast) }
      guard isOwn else {
        if isPast { cues.insert(.yearBeforeAside) }
        continue
      }
      hasTime = true
      if time.terms.lowerBound == 0 { cues.insert(.opensWithDay) }
      if let days = times.daysBefore(time) {
        switch days {
        case ..<0: cues.insert(.dayAfter)
        case 0: cues.insert(.sameDay)
        case 1: cues.insert(.dayBefore)
        case 2...14: cues.insert(.daysBefore)
        default: cues.insert(.longBefore)
        }
        if let day = story.daysBefore {
          cues.insert(days > day ? .beforeStoryDay : days == day ? .storyDay : .afterStoryDay)
        }
      } else if isPast {
        cues.insert(time.year != nil && time.month == nil ? .yearBefore : .monthBefore)
      }
    }
    cues.insert(.whenPast, if: isOfPastWhen(finding))
    cues.insert(.noTime, if: !hasTime)
    cues.insert(.datedEntry, if: place.isDatedEntry)
    addUnits(finding, clause, &cues)
  }

  /// "two months after a bomb killed 11", "years earlier", "two weeks ago".
  private func addUnits(_ finding: Finding, _ clause: Range<Int>, _ cues: inout CueSet<IncidentCue>) {
    for mark in sentence.marks where mark.sense.kind == .ago && mark.sense.category == .cue {
      let term = mark.terms.lowerBound
      guard clause.contains(term), sentence.has(term - 1, .timeUnit), term <= finding.anchor + 14 else { continue }
      if sentence.has(term, .subordinator), term > finding.anchor { continue }
      let isLong = sentence.senses(term - 1).contains { $0.category == .timeUnit && $0.kind == .long }
      cues.insert(isLong ? .longAgo : .shortAgo)
      if sentence.has(term, .subordinator), term < finding.anchor { cues.insert(.afterAWhile) }
    }
  }

  /// "the worst since 2015, when a ship sank with 800 aboard": what happened at the time that "when" tells of.
  private func isOfPastWhen(_ finding: Finding) -> Bool {
    guard
      let opener = sentence.chunks.last(where: {
        $0.terms.lowerBound < finding.anchor && [.subordinator, .stop, .relative].contains($0.kind)
      }), sentence.isWord(opener.terms.lowerBound, "when")
    else { return false }
    return sentence.times.contains { time in
      (0...1).contains(opener.terms.lowerBound - time.terms.upperBound) && times.isOfAnotherEvent(time)
    }
  }

  /// "the deadliest attack since March": how bad this one is, and nothing that came before it.
  private func isOfRank(_ words: Range<Int>) -> Bool {
    sentence.marks.contains { mark in
      mark.sense.category == .cue && mark.sense.kind == .superlative && mark.terms.upperBound <= words.lowerBound
        && !(mark.terms.upperBound..<words.lowerBound).contains { sentence.kind($0) == .comma }
    }
  }

  private func isSince(_ time: TimeExpression) -> Bool {
    sentence.has(time.terms.lowerBound, .subordinator)
      && sentence.senses(time.terms.lowerBound).contains { $0.category == .subordinator && $0.kind == .before }
  }

  /// "trapped since 5 August": they still are, and it is this incident; "11 killed since 1980" are of many.
  private func isLasting(_ finding: Finding, since time: TimeExpression) -> Bool {
    guard let status = finding.countStatus, [.held, .missing, .safe, .aboard].contains(status) else { return false }
    return time.month != nil
  }

  /// Returns true if words stand in a relative clause that says nothing of a finding: "a man who was fired last year,
  /// had seized 24 people".
  private func isAside(_ words: Range<Int>, of finding: Finding) -> Bool {
    if isOfParticiple(words, before: finding) { return true }
    guard
      let relative = sentence.chunks.lastIndex(where: {
        $0.kind == .relative && $0.terms.lowerBound < words.lowerBound
      })
    else { return false }
    let start = sentence.chunks[relative].terms.lowerBound
    let end = sentence.chunks[relative...].first { $0.kind == .comma && $0.terms.lowerBound >= words.upperBound }
    return end.map { !finding.terms.overlaps(start..<$0.terms.lowerBound) } ?? false
  }

  /// "pupils kidnapped earlier this month were released": words of the participle that describes those who are counted.
  private func isOfParticiple(_ words: Range<Int>, before finding: Finding) -> Bool {
    guard let own = sentence.verbs.last(where: { finding.terms.overlaps($0.terms) }),
      own.terms.lowerBound >= words.upperBound
    else { return false }
    return predicates.contains { predicate in
      let verb = sentence.verbs[predicate.verb].terms
      return predicate.isRelative && finding.anchor < verb.lowerBound && verb.upperBound <= words.lowerBound
    }
  }

  // MARK: Words

  private func addMarks(_ finding: Finding, _ clause: Range<Int>, _ cues: inout CueSet<IncidentCue>) {
    for mark in sentence.marks {
      let isOfClause = clause.overlaps(mark.terms) || mark.terms.lowerBound == clause.upperBound
      let isOwn = isOfClause && !isAside(mark.terms, of: finding)
      switch (mark.sense.category, mark.sense.kind) {
      case (.pastMarker, .before?):
        if isOwn, mark.terms.lowerBound == 0 { cues.insert(.weekBefore) }
      case (.pastMarker, _): cues.insert(isOwn ? .pastMarker : .pastMarkerAside)
      case (.cue, .series?) where isOfRank(mark.terms): continue
      case (.cue, .series?): cues.insert(isOwn ? .series : .seriesOutside)
      case (.cue, .general?): cues.insert(isOwn ? .general : .generalOutside)
      case (.cue, .conflict?): cues.insert(isOwn ? .conflict : .conflictOutside)
      case (.cue, .superlative?): cues.insert(isOwn ? .superlative : .superlativeOutside)
      case (.cue, .own?): cues.insert(isOwn ? .ownIncident : .ownOutside)
      case (.cue, .elsewhere?):
        cues.insert(mark.terms.lowerBound <= 1 ? .elsewhere : .elsewhereLater)
      default: continue
      }
    }
  }

  // MARK: The nouns of incidents

  private func addIncidents(_ finding: Finding, _ clause: Range<Int>, _ cues: inout CueSet<IncidentCue>) {
    for term in clause where sentence.has(term, .incident) {
      let start = nounStart(term)
      let isMany = sentence.senses(term).contains { $0.category == .incident && $0.form == .plural }
      if sentence.has(start, .article) {
        let isDefinite = sentence.sense(start, .article)?.kind == .definite
        cues.insert(isDefinite ? .theIncident : .aIncident)
        if !isDefinite, term < finding.anchor { cues.insert(.aIncidentBefore) }
        if sentence.has(term + 1, .relative) || sentence.has(term + 2, .relative) { cues.insert(.inWhich) }
      }
      cues.insert(.thatIncident, if: sentence.has(start, .demonstrative))
      cues.insert(.manyIncidents, if: isMany)
      cues.insert(story.isOfKind(term, in: sentence) ? .ofStoryKind : .ofOtherKind)
      if finding.terms.contains(term) { cues.insert(.ofIncidentNoun) }
      let isAnother = sentence.marks.contains { mark in
        tellsAnother(mark, before: term) && (start - 1..<term).contains(mark.terms.lowerBound)
      }
      cues.insert(.anotherIncident, if: isAnother)
    }
    let opening = sentence.marks.contains { mark in
      mark.terms.lowerBound < 4 && incident(after: mark).map { tellsAnother(mark, before: $0) } ?? false
    }
    cues.insert(.opensWithAnother, if: opening)
    if !cues.contains(.anotherIncident) {
      let isNear = sentence.marks.contains { mark in
        !clause.overlaps(mark.terms) && incident(after: mark).map { tellsAnother(mark, before: $0) } ?? false
      }
      cues.insert(.anotherOutside, if: isNear)
    }
  }

  /// The noun of an incident that follows a mark, at once or after one word.
  private func incident(after mark: Mark) -> Int? {
    (mark.terms.upperBound...mark.terms.upperBound + 1).first { sentence.has($0, .incident) }
  }

  /// "another blast", "a separate crash", and not "in separate crashes", of which one is the article's own.
  private func tellsAnother(_ mark: Mark, before incident: Int) -> Bool {
    guard mark.sense.category == .cue else { return false }
    if mark.sense.kind == .another { return true }
    return mark.sense.kind == .apart
      && !sentence.senses(incident).contains { $0.category == .incident && $0.form == .plural }
  }

  /// Where the noun that ends in a term begins: at its article, at most five terms back.
  private func nounStart(_ term: Int) -> Int {
    var start = term
    while start > 0, term - start < 5 {
      if sentence.has(start, CategorySet(.article, .demonstrative, .possessive)) { return start }
      guard sentence.kind(start - 1) == .word || sentence.kind(start - 1) == .number,
        !sentence.has(start - 1, CategorySet(.preposition, .conjunction, .relative, .auxiliary))
      else { return start }
      start -= 1
    }
    return start
  }

  // MARK: Where

  private func addPlaces(_ finding: Finding, _ clause: Range<Int>, _ cues: inout CueSet<IncidentCue>) {
    var (known, new) = (false, false)
    for chunk in sentence.chunks where chunk.kind == .preposition && clause.contains(chunk.terms.lowerBound) {
      let first = chunk.terms.lowerBound
      guard sentence.senses(first).contains(where: { $0.category == .preposition && $0.kind == .place }),
        // Where a speaker is, is not where it happened.
        !frames.contains(where: { $0.phrase.contains(first) })
      else { continue }
      for term in chunk.terms.upperBound..<min(chunk.terms.upperBound + 6, sentence.terms.count) {
        if sentence.has(term, CategorySet(.preposition, .auxiliary)) || sentence.kind(term) != .word { break }
        guard StoryIncident.isName(term, in: sentence) else { continue }
        if story.knows(term, in: sentence) {
          known = true
        } else {
          new = true
          if first <= 1 { cues.insert(.opensInOtherPlace) }
        }
      }
    }
    cues.insert(.inStoryPlace, if: known && !new)
    cues.insert(.inOtherPlace, if: new && !known)
    cues.insert(.inBothPlaces, if: new && known)
    cues.insert(.knownName, if: names.known > 0)
    cues.insert(.onlyNewNames, if: names.new > 1 && names.known == 0)
  }

  /// The place that a count is placed in by its own words: "55 died in Dhamar", "In Dhamar, 55 died".
  func placeName(of finding: Finding) -> String? {
    for chunk in sentence.chunks where chunk.kind == .preposition {
      let first = chunk.terms.lowerBound
      let isNear = (0...1).contains(first - finding.terms.upperBound) || first == 0 || finding.terms.contains(first)
      guard isNear, sentence.senses(first).contains(where: { $0.category == .preposition && $0.kind == .place }),
        !frames.contains(where: { $0.phrase.contains(first) })
      else { continue }
      var start = chunk.terms.upperBound
      while start < chunk.terms.upperBound + 4, !sentence.isName(start), sentence.kind(start) == .word { start += 1 }
      var end = start
      while sentence.isName(end) || end > start && sentence.kind(end) == .hyphen && sentence.isName(end + 1) {
        end += 1
      }
      guard end > start, sentence.kind(end) != .clitic, sentence.kind(end) != .hyphen else { continue }
      while start > chunk.terms.upperBound, sentence.terms[start - 1].isCapitalised { start -= 1 }
      return sentence.words(start..<end)
    }
    return nil
  }

  // MARK: How it is told

  private func addVerb(_ finding: Finding, _ clause: Range<Int>, _ cues: inout CueSet<IncidentCue>) {
    let own = predicates.first { finding.terms.overlaps(sentence.verbs[$0.verb].terms) }
    let near = own ?? predicates.last { sentence.chunks[$0.chunk].terms.lowerBound <= finding.anchor }
    if let predicate = near {
      let verb = sentence.verbs[predicate.verb]
      let forms = sentence.verbForms(verb.main)
      switch verb.voice {
      case .gerund: cues.insert(.gerund)
      case .passive: cues.insert(.passive)
      default: break
      }
      if verb.isPerfect {
        cues.insert(isPastPerfect(verb) ? .pastPerfect : .perfect)
      } else if forms.contains(where: \.isPast) {
        cues.insert(.past)
      } else if verb.voice == .active, !verb.isModal {
        cues.insert(.present)
      }
      cues.insert(.inRelative, if: predicate.isRelative)
      cues.insert(.negated, if: verb.isNegated)
    }
    cues.insert(.noVerb, if: own == nil)
    if let frame = frames.last(where: { $0.scope.contains(finding.anchor) }) {
      cues.insert(.attributed)
      cues.insert(.saysBefore, if: frame.terms.upperBound <= finding.anchor)
    }
    let isQuoted = (0..<max(0, finding.anchor)).count { sentence.kind($0) == .quote } % 2 == 1
    cues.insert(.quoted, if: isQuoted)
  }

  /// "had been killed", and not "have".
  private func isPastPerfect(_ verb: VerbGroup) -> Bool {
    verb.terms.contains { term in
      sentence.senses(term).contains { $0.category == .auxiliary && $0.kind == .have && $0.form.isPast }
        || sentence.isWord(term, "had")
    }
  }

  // MARK: Where in the story

  private func addPlaceInStory(_ cues: inout CueSet<IncidentCue>) {
    cues.insert(.title, if: place.isTitle)
    if !place.isTitle {
      cues.insert(.lead, if: place.sentence == 0)
      cues.insert(.second, if: place.sentence == 1)
      cues.insert(.early, if: (2...4).contains(place.sentence))
      cues.insert(.firstHalf, if: place.progress < 50)
      cues.insert(.lastQuarter, if: place.progress >= 75)
    }
    cues.insert(.shortStory, if: place.isShort)
    cues.insert(.listStory, if: story.isList)
    cues.insert(.untitled, if: !story.hasTitle)
    cues.insert(.afterAnother, if: place.followsAnother)
    cues.insert(.afterOwn, if: place.followsOwn)
    cues.insert(.beginsParagraph, if: place.beginsParagraph)
    cues.insert(.afterAnotherInParagraph, if: place.followsAnother && !place.beginsParagraph)
    cues.insert(.lastToldAnother, if: place.lastToldAnother)
    cues.insert(.afterPast, if: place.followsPast)
    cues.insert(.afterPastInParagraph, if: place.followsPast && !place.beginsParagraph)
  }

  // MARK: The figure

  private func addFigure(_ finding: Finding, _ cues: inout CueSet<IncidentCue>) {
    guard case .count(let count) = finding.content else { return cues.insert(.notCount) }
    if let point = count.figure.point {
      cues.insert(.inTitle, if: point > 1 && story.titleNumbers.contains(point))
      cues.insert(.toldAsOwn, if: point > 1 && told.hasOwn(count))
      cues.insert(.toldAsOther, if: point > 1 && told.hasOther(count))
      if let most = told.most(count) {
        cues.insert(.lessThanOwn, if: point < most)
        cues.insert(.moreThanOwn, if: point > most)
        cues.insert(.farMoreThanOwn, if: point > 10 * max(most, 1))
      } else {
        cues.insert(.noOwn)
      }
      cues.insert(.thousands, if: point >= 1000)
      cues.insert(.tenThousands, if: point >= 10_000)
      cues.insert(.zero, if: point == 0)
      cues.insert(.one, if: point == 1)
      cues.insert(.rounded, if: point >= 50 && count.figure.isRounded)
    }
    cues.insert(.vague, if: count.figure.form == .vague)
    cues.insert(.more, if: count.figure.form == .atLeast)
    cues.insert(.attackers, if: count.subjectClass == .attackers)
    cues.insert(.forces, if: count.subjectClass == .securityForces)
    switch count.status.kin {
    case .held: cues.insert(.held)
    case .hurt: cues.insert(.injured)
    case .lost: cues.insert(.missing)
    case .out: cues.insert(.rescued)
    default: break
    }
    if let group = finding.group {
      cues.insert(.bareNumber, if: sentence.groups[group].isHeadless)
      cues.insert(.definite, if: sentence.groups[group].isDefinite)
    }
    cues.insert(.part, if: count.scope == .part || finding.whole != nil)
  }

  /// Some cues say more together than each alone.
  private func addPairs(_ cues: inout CueSet<IncidentCue>) {
    let otherDay = cues.contains(.beforeStoryDay) || cues.contains(.longBefore) || cues.contains(.daysBefore)
    let otherPlace = cues.contains(.inOtherPlace) || cues.contains(.opensInOtherPlace)
    let a = cues.contains(.aIncidentBefore)
    let isLarge = cues.contains(.thousands) || cues.contains(.farMoreThanOwn)
    cues.insert(.otherPlaceOtherDay, if: otherDay && otherPlace)
    cues.insert(.aIncidentOtherDay, if: a && otherDay)
    cues.insert(.aIncidentOtherPlace, if: a && otherPlace)
    cues.insert(.otherKindLate, if: cues.contains(.ofOtherKind) && cues.contains(.lastQuarter))
    cues.insert(.seriesLarge, if: isLarge && cues.contains(.series))
    cues.insert(.perfectSeries, if: cues.contains(.perfect) && (cues.contains(.series) || cues.contains(.since)))
    cues.insert(.perfectLarge, if: cues.contains(.perfect) && isLarge)
    cues.insert(.attributedOwnPlace, if: cues.contains(.attributed) && cues.contains(.inStoryPlace))
    let isPast =
      cues.contains(.yearBefore) || cues.contains(.monthBefore) || cues.contains(.longAgo)
      || cues.contains(.pastMarker) || cues.contains(.opensWithPast)
    // A text of a sentence or two tells of nothing but what it tells.
    if place.isAlone, !story.hasTitle {
      cues.insert(.alone)
      cues.insert(.alonePast, if: isPast)
      cues.insert(.aloneRank, if: cues.contains(.superlative) || cues.contains(.superlativeOutside))
      cues.insert(.aloneAfterAWhile, if: cues.contains(.afterAWhile))
      cues.insert(
        .aloneAnother,
        if: cues.contains(.opensWithAnother) || cues.contains(.anotherIncident) || cues.contains(.anotherOutside))
    }
    cues.insert(.roundUp, if: story.isRoundUp)
    cues.insert(.roundUpOtherPlace, if: story.isRoundUp && otherPlace)
    cues.insert(.thatAfterAnother, if: cues.contains(.thatIncident) && place.followsAnother)
    cues.insert(.pastAndLess, if: place.followsPast && cues.contains(.lessThanOwn))
  }
}
