import Situation

/// The reading of one article: what each sentence gives, and what is carried from sentence to sentence.
struct ReadingSession {
  let article: Article
  let lexicon: Lexicon
  let rules: [Rule]
  /// To whom each sentence is explained; `nil` where nobody asked.
  var telling: ExplanationTelling?
  let weights: Weights
  /// The speakers of all the text, where somebody asked.
  var attributions: [Attribution] = []
  var keepsAttributions = false
  var claims: [Claim] = []
  /// What each claim was weighed by, in the order of the claims.
  var evidence: [ClaimEvidence] = []
  private var story = StoryIncident()
  private var place = StoryPlace()
  private var told = ToldFigures()
  private var memory = SpeakerMemory()
  private var context = StoryContext()
  private let times: TimeResolver
  private var live: LiveEntries?
  /// When what is being read was reported: the head of its entry in a running report, else the date of the article.
  private var filed: Moment
  /// In an undated story: the weekday of the lead, for what "has been" so by then.
  private var leadWeekday: Moment?
  private var hasLead = false

  init(article: Article, reader: ArticleReader) {
    self.article = article
    lexicon = reader.lexicon
    rules = reader.rules
    weights = reader.weights
    self.times = TimeResolver(article.date)
    filed = article.date
  }

  mutating func read() -> [Claim] {
    article.text.withUnsafeBufferPointer { text in
      let title = article.titleSpan.flatMap { $0.overlaps(article.body) ? nil : $0 }
      if let title { note(title: title, text) }
      place.isShort = article.body.count < 1500
      place.isAlone = article.body.count < 300
      reserve()
      live = LiveEntries(text, article.body.clamped(to: 0..<text.count), filed: article.date)
      readPart(article.body, text, isTitle: false)
      live = nil
      filed = article.date
      if let title { addTitle(title, text) }
    }
    settle()
    return claims
  }

  /// Sets room aside for as many claims as a long text can have, which costs memory only where they are made. An array
  /// that doubles holds the claims twice while they are moved.
  private mutating func reserve() {
    let most = article.body.count / Self.leastBytesOfClaim
    guard most > Self.manyClaims else { return }
    claims.reserveCapacity(min(most, Self.mostReserved))
    evidence.reserveCapacity(min(most, Self.mostReserved))
  }

  private static let leastBytesOfClaim = 64
  private static let manyClaims = 1024
  private static let mostReserved = 1 << 16

  /// Takes in what the title tells of the story's incident, before the story is read.
  private mutating func note(title range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) {
    let tokens = tokens(of: range.clamped(to: 0..<text.count), text)
    guard !tokens.isEmpty, tokens.count < 100 else { return }
    story.note(
      title: Sentence(Wording(lexicon: lexicon, text: text, tokens: tokens, range: tokens.indices)))
  }

  /// Reads the title, and puts what only it tells before the claims of the story.
  private mutating func addTitle(_ title: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) {
    let (body, known) = (claims, evidence)
    (claims, evidence) = ([], [])
    memory = SpeakerMemory()
    context = StoryContext()
    place.isTitle = true
    readPart(title, text, isTitle: true)
    let fresh = claims.indices.filter { Self.isMissing(claims[$0], from: body) }
    evidence = fresh.map { evidence[$0] } + known
    let shift = fresh.count
    claims =
      fresh.map { index in
        var claim = claims[index]
        claim.partOf = nil
        return claim
      }
      + body.map { claim in
        var claim = claim
        claim.partOf = claim.partOf.map { $0 + shift }
        return claim
      }
  }

  /// A headline is read only for what its story lacks.
  private static func isMissing(_ claim: Claim, from body: [Claim]) -> Bool {
    guard let count = claim.count, !count.figure.isUndisclosed, claim.standing == .current else { return false }
    return !body.contains { other in
      guard let known = other.count else { return false }
      // "Dozens held" over "were holding 41 foreigners" adds nothing.
      if known.status == count.status, count.figure.form == .vague, !known.figure.isUndisclosed { return true }
      return known.status == count.status && known.figure.point == count.figure.point
        || count.status == .injured && known.status == .critical && known.figure.point == count.figure.point
    }
  }

  /// Reads a text some paragraphs at a time, so that the tokens of a long one are never all there at once.
  private mutating func readPart(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, isTitle: Bool) {
    let range = range.clamped(to: 0..<text.count)
    var quoted = QuotedSpeech()
    var isWrapped: Bool?
    var start = range.lowerBound
    while start < range.upperBound, telling?.isOver != true {
      let end = ReadingSession.windowEnd(start, range.upperBound, text)
      readWindow(start..<end, text, isTitle, &isWrapped, &quoted)
      start = end
    }
  }

  /// Bytes that are read at once, and where no paragraph ends, at most.
  private static let window = (least: 1 << 16, most: 1 << 18)

  /// The end of the first paragraph after so many bytes; where none ends, that of a line.
  private static func windowEnd(_ start: Int, _ end: Int, _ text: UnsafeBufferPointer<UInt8>) -> Int {
    guard end - start > window.least else { return end }
    let limit = min(end, start + window.most)
    var line: Int?
    for index in start + window.least..<limit where text[index] == 0x0A {
      if index + 1 < limit, text[index + 1] == 0x0A { return index + 1 }
      line = index + 1
    }
    return limit == end ? end : line ?? end
  }

  private mutating func readWindow(
    _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ isTitle: Bool, _ isWrapped: inout Bool?,
    _ quoted: inout QuotedSpeech
  ) {
    let tokens = tokens(of: range, text)
    let splitter = SentenceSplitter(tokens: tokens, lexicon: lexicon, text: text)
    // The first window shows how the whole text is set.
    let wrapped = isWrapped ?? splitter.isWrapped
    isWrapped = wrapped
    quoted.beginParagraph()
    place.beginsParagraph = true
    var end = 0
    for range in splitter.sentences(isWrapped: wrapped) where telling?.isOver != true {
      if splitter.isParagraphEnd(end..<range.lowerBound, isWrapped: wrapped) {
        quoted.beginParagraph()
        place.beginsParagraph = true
      }
      end = range.upperBound
      defer { place.beginsParagraph = false }
      readSentence(range, tokens, text, isTitle, &quoted)
    }
  }

  private func tokens(of range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(range.count / 5)
    Tokenizer.tokenize(text, range, into: &tokens)
    for index in tokens.indices {
      tokens[index].word = lexicon.word(UnsafeBufferPointer(rebasing: text[tokens[index].range]))
    }
    return tokens
  }

  private mutating func readSentence(
    _ range: Range<Int>, _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>, _ isTitle: Bool,
    _ quoted: inout QuotedSpeech
  ) {
    var body = range
    if let entry = live?.entry(at: Int(tokens[range.lowerBound].start)) {
      filed = entry.moment
      // The head is not part of the sentence, and its time is not when something happened.
      let first = body.first { tokens[$0].start >= entry.head.upperBound } ?? body.upperBound
      if first > body.lowerBound { body = first..<body.upperBound }
      guard !body.isEmpty else { return }
    }
    var outlet: Speaker?
    if place.beginsParagraph, tokens[range.lowerBound].kind != .word { place.isDatedEntry = false }
    if !isTitle, body == range, let dateline = Dateline.read(range, tokens, text, lexicon) {
      body = dateline.end..<range.upperBound
      let head = Sentence(
        Wording(lexicon: lexicon, text: text, tokens: tokens, range: range.lowerBound..<dateline.end))
      place.isDatedEntry =
        !head.times.isEmpty && (place.isDatedEntry || head.times.contains { times.isOfAnotherEvent($0) })
      if let name = dateline.outlet {
        // Another story begins, in the outlet's own words.
        outlet = Speaker(organisation: name, side: .other)
        leadWeekday = nil
        hasLead = false
        memory.beginStory()
      }
    }
    let sentence = Sentence(Wording(lexicon: lexicon, text: text, tokens: tokens, range: body))
    let clause = ClauseReader(sentence).read()
    let predicates = sentence.matters.isEmpty ? clause : Clauses.told(clause, of: sentence, context)
    let clauses = Clauses(sentence: sentence, predicates: predicates, context: context)
    var findings = Findings()
    findings.keepsRejected = telling != nil
    let present = sentence.terms.reduce(into: CategorySet()) { $0.formUnion($1.categories) }
      .union(sentence.marks.reduce(into: CategorySet()) { $0.formUnion($1.sense.category.bit) })
      .union(sentence.matters.isEmpty ? [] : Category.matter.bit)
    for rule in rules where rule.triggers.isEmpty || !present.isDisjoint(with: rule.triggers) {
      rule.apply(clauses, &findings)
    }
    let frames = SpeakerReader(sentence: sentence, predicates: predicates).frames(
      &memory, inQuotation: quoted.state)
    if !hasLead {
      hasLead = true
      if article.date.isUnknown,
        let time = sentence.times.first(where: {
          $0.weekday != nil && !sentence.isWord($0.terms.lowerBound, "since")
        })
      {
        leadWeekday = times.resolve(time, text: timeText(time, sentence))
      }
    }
    if let outlet {
      for index in findings.list.indices where findings.list[index].content.isCount {
        if frame(for: findings.list[index].anchor, frames) == nil { findings.list[index].speaker = outlet }
      }
    }
    for index in findings.list.indices where findings.list[index].speaker == nil && frames.isEmpty {
      findings.list[index].speaker = quoted.speaker(of: findings.list[index].anchor, in: sentence)
    }
    // A quotation that runs over several sentences, and tells in the last of them whose it is: all of it is his.
    if let speaker = quoted.speakerBelow(frames, in: sentence) {
      tell(quoted.waiting, by: speaker)
    }
    let firstAttribution = attributions.count
    attribute(sentence, frames, quoted)
    quoted.pass(sentence, frames)
    findings.dropSpeakers(frames, clauses)
    findings.dropEchoes(clauses)
    let first = claims.count
    produce(findings, frames, clauses)
    quoted.wait(
      for: Untold(
        claims: claims.indices[first...].filter { claims[$0].speaker == nil },
        attributions: attributions.indices[firstAttribution...].filter { attributions[$0].speaker == nil }))
    if let (speaker, untold) = quoted.takeCarriedOn() { tell(untold, by: speaker) }
    carry(findings, sentence)
    pass(sentence, first, isPast: place.isDatedEntry || times.areOfThePast(sentence))
    for index in first..<claims.count {
      guard let count = claims[index].count, claims[index].standing == .current, !count.figure.isUndisclosed,
        count.status != .strength
      else { continue }
      context.counts.append(
        EarlierCount(
          low: count.figure.low, high: count.figure.high, status: count.status, subject: count.subject,
          subjectClass: count.subjectClass, claim: index, isPart: count.scope == .part))
      if context.counts.count > 12 { context.counts.removeFirst() }
    }
    explain(sentence, findings, frames)
  }

  /// Keeps what the next sentences' incidents are weighed by.
  private mutating func pass(_ sentence: Sentence, _ first: Int, isPast: Bool) {
    let counts = claims[first...].filter { $0.count != nil }
    let isOther = !counts.isEmpty && counts.allSatisfy { $0.standing == .background }
    context.wasOfAnotherIncident = isOther
    place.followsAnother = isOther
    place.followsOwn = counts.contains { $0.standing == .current }
    for claim in counts {
      if let count = claim.count, claim.standing == .current || claim.standing == .background {
        told.note(count, isOther: claim.standing == .background)
      }
    }
    if !counts.isEmpty { place.lastToldAnother = isOther }
    // A paragraph that has gone back in time stays there until it names a time.
    let staysPast = place.followsPast && !place.beginsParagraph && sentence.times.isEmpty
    place.followsPast = isPast || isOther || staysPast
    memory.meet(sentence)
    if !place.isTitle, place.sentence < 2 { story.note(lead: sentence, times) }
    // A dateline or a byline is no sentence.
    if sentence.terms.count > 4 { place.sentence += 1 }
  }

  /// Makes claims of findings, in the order of the text.
  private mutating func produce(_ findings: Findings, _ frames: [SpeechFrame], _ clauses: Clauses) {
    guard !findings.list.isEmpty else { return }
    let sentence = clauses.sentence
    let standings = StandingReader(
      sentence: sentence, predicates: clauses.predicates, frames: frames, counts: clauses.context.counts)
    let start = sentence.bytes(0..<sentence.terms.count).lowerBound
    place.progress = max(0, start - article.body.lowerBound) * 100 / max(1, article.body.count)
    let cueReader = CueReader(
      incident: IncidentCueReader(
        sentence: sentence, predicates: clauses.predicates, frames: frames, times: times, story: story, place: place,
        told: told),
      findings: findings, clauses: clauses)
    let order = findings.list.indices.sorted {
      (findings.list[$0].order, $0) < (findings.list[$1].order, $1)
    }
    var shared = SharedIncident()
    var number: [Int: Int] = [:]
    for (offset, index) in order.enumerated() { number[index] = claims.count + offset }
    let clocks = findings.list.contains { !$0.content.isCount } ? ClockReader(sentence: sentence).read() : []
    for index in order {
      let finding = findings.list[index]
      let frame = frame(for: finding.anchor, frames)
      var speaker = standings.isOpen(finding) ? nil : finding.speaker ?? frame?.speaker
      var content = finding.content
      if case .statement(var statement) = content {
        if statement.by == nil, statement.act == .label {
          statement.by = speaker?.name ?? speaker?.organisation ?? speaker?.role
        }
        if statement.act == .denial || statement.act == .demand, let speaker, speaker.side == .state {
          statement.by = speaker.role ?? speaker.organisation ?? speaker.name
        }
        if statement.by == nil, let speaker, [.threat, .demand, .offer, .deadline, .denial].contains(statement.act) {
          statement.by = speaker.organisation ?? speaker.role ?? speaker.name
        }
        if speaker == nil, let by = statement.by, statement.act != .answer, statement.act != .label,
          statement.act != .history
        {
          speaker = Speaker(organisation: by, side: .attackers)
        }
        content = .statement(statement)
      }
      let clause = standings.clause(around: finding)
      var weighed = cueReader.evidence(of: finding, in: clause)
      weighed.clauseStart = sentence.bytes(clause).lowerBound
      weighed.incidentWeight = weights.incident.weigh(weighed.incident)
      if finding.content.isCount {
        weighed.incidentWeight = shared.weight(of: finding, weighed, at: index, in: clause)
      }
      let standing = standings.standing(of: finding, in: clause, isOther: isOther(finding, weighed, clause, sentence))
      var (happened, reported) = moments(finding, frame, sentence, isCurrent: standing != .background)
      var terms = finding.terms
      if !finding.content.isCount, let clock = clock(of: finding, sentence, clocks) {
        happened = refined(happened, by: clock, finding, sentence, isAhead: standing == .forecast)
        // The receipt shows the time where it stands close by.
        if (0...Self.nearClock).contains(clock.terms.lowerBound - terms.upperBound) {
          terms = terms.lowerBound..<clock.terms.upperBound
        }
      }
      let span = sentence.bytes(terms)
      // "an official of the railways in Quetta": where who speaks is, and not where it was.
      let isOfSpeaker = finding.place.map { place in frames.contains { sentence.words($0.phrase).contains(place) } }
      var claim = Claim(
        content, standing: standing, speaker: speaker, happened: happened,
        reported: reported, place: isOfSpeaker == true ? nil : finding.place.map { Place($0) },
        partOf: finding.whole.flatMap { number[$0] } ?? finding.wholeClaim,
        receipt: Receipt(article: article.id, span: span, rule: finding.rule))
      if claim.partOf == claims.count { claim.partOf = nil }
      claims.append(claim)
      evidence.append(weighed)
    }
  }

  /// The frame that a term is said in: the innermost one, the last to begin.
  func frame(for term: Int, _ frames: [SpeechFrame]) -> SpeechFrame? {
    guard !frames.isEmpty else { return nil }
    return frames.filter { $0.scope.contains(term) }.max {
      ($0.scope.lowerBound, -abs($0.terms.lowerBound - term)) < ($1.scope.lowerBound, -abs($1.terms.lowerBound - term))
    }
  }

  private func moments(_ finding: Finding, _ frame: SpeechFrame?, _ sentence: Sentence, isCurrent: Bool) -> (
    Moment, Moment
  ) {
    var reported = filed
    if let time = frame?.time {
      let expression = sentence.times[time]
      if let moment = times.resolve(expression, text: timeText(expression, sentence)),
        // An entry's own time is closer than the day on which its speaker spoke.
        filed == article.date || !filed.isWithin(moment)
      {
        reported = moment
      }
    }
    let own = ownTime(of: finding, sentence)
    if let own { return (own, reported) }
    if article.date.isUnknown, lastsSince(finding, sentence) { return (.unknown, reported) }
    if !isCurrent { return (.unknown, reported) }
    if !article.date.isUnknown { return (filed.by, reported) }
    return (leadWeekday?.by ?? .unknown, reported)
  }

  /// The time nearest to a finding in its own clause.
  private func ownTime(of finding: Finding, _ sentence: Sentence) -> Moment? {
    let said = Set(sentence.times.indices.filter { index in self.isOfSpeech(index, sentence) })
    var best: (distance: Int, moment: Moment)?
    for (index, time) in sentence.times.enumerated() where !said.contains(index) {
      // What has been so since a time is so until the telling.
      if sentence.isWord(time.terms.lowerBound, "since") { continue }
      var time = time
      if time.weekday == nil, time.dayOffset == nil, time.month == nil, time.hours != nil {
        // "on Tuesday afternoon … and in the evening": the evening of the day named before.
        time.weekday = sentence.times[..<index].last { $0.weekday != nil }?.weekday
      }
      guard let moment = times.resolve(time, text: timeText(time, sentence), isAhead: isAhead(time, sentence)) else {
        continue
      }
      if isSeparated(finding.terms, time.terms, sentence) { continue }
      let distance =
        time.terms.lowerBound >= finding.terms.upperBound
        ? time.terms.lowerBound - finding.terms.upperBound : max(0, finding.terms.lowerBound - time.terms.upperBound)
      if best.map({ distance < $0.distance }) ?? true { best = (distance, moment) }
    }
    return best?.moment
  }

  /// "33, unchanged since Wednesday": the words after a finding say since when it is so, and no other finding's.
  private func lastsSince(_ finding: Finding, _ sentence: Sentence) -> Bool {
    sentence.times.contains { time in
      sentence.isWord(time.terms.lowerBound, "since") && !isSeparated(finding.terms, time.terms, sentence)
        && !sentence.groups.contains { group in
          group.quantity != nil && group.terms.lowerBound >= finding.terms.upperBound
            && group.terms.upperBound <= time.terms.lowerBound
        }
    }
  }

  /// "would fall on Thursday evening": a day to come.
  private func isAhead(_ time: TimeExpression, _ sentence: Sentence) -> Bool {
    guard let chunk = sentence.chunks.firstIndex(where: { $0.terms.lowerBound == time.terms.lowerBound }) else {
      return false
    }
    let verb = sentence.chunks[..<chunk].last { $0.kind == .verb }
    // "may have been killed on Tuesday" is over, if it is so.
    return verb.map { chunk in
      sentence.verbs[chunk.index].isModal
        && !chunk.terms.contains {
          sentence.sense($0, .auxiliary)?.kind == .have
            // "may have", which is one term.
            || sentence.has($0, .modal) && sentence.terms[$0].tokens.count > 1
        }
    } ?? false
  }

  /// Whether a finding is of another incident. The weights are those of counts: of anything else they decide only where
  /// they are clear, and the clause does where it names a time long before.
  private func isOther(_ finding: Finding, _ weighed: ClaimEvidence, _ clause: Range<Int>, _ sentence: Sentence) -> Bool
  {
    if finding.content.isCount { return weighed.incidentWeight > 0 }
    let isLongAgo =
      sentence.times.contains { time in
        clause.overlaps(time.terms) && times.isOfAnotherEvent(time) && !sentence.isWord(time.terms.lowerBound, "since")
      }
      || sentence.marks.contains { mark in
        mark.sense.category == .pastMarker && mark.sense.kind == nil && clause.overlaps(mark.terms)
      }
    return isLongAgo || weighed.incidentWeight > Self.clearlyOther
  }

  /// In hundredths of a logit.
  private static let clearlyOther = 150

  /// How many terms may stand between what happened and its time of day for one receipt to take in both.
  private static let nearClock = 8

  /// The time of day that is told of a finding: the nearest one, with no other verb between the two.
  private func clock(of finding: Finding, _ sentence: Sentence, _ clocks: [ClockTime]) -> ClockTime? {
    let own = clocks.filter { clock in
      let between =
        clock.terms.lowerBound >= finding.terms.upperBound
        ? finding.terms.upperBound..<clock.terms.lowerBound
        : clock.terms.upperBound..<max(clock.terms.upperBound, finding.terms.lowerBound)
      return !isSeparated(finding.terms, clock.terms, sentence)
        && !sentence.verbs.contains { $0.isFinite && between.contains($0.main) }
    }
    return own.min { distance(finding.terms, $0.terms) < distance(finding.terms, $1.terms) }
  }

  private func distance(_ one: Range<Int>, _ other: Range<Int>) -> Int {
    other.lowerBound >= one.upperBound ? other.lowerBound - one.upperBound : max(0, one.lowerBound - other.upperBound)
  }

  /// A time of day on the day of a finding: the one of its clause, else that of the story, else that of the article.
  private func refined(
    _ moment: Moment, by clock: ClockTime, _ finding: Finding, _ sentence: Sentence, isAhead: Bool
  ) -> Moment {
    let named = ownTime(of: finding, sentence)
    let words = sentence.words(clock.terms)
    let text = named?.text.map { words.contains($0) ? words : "\(words), \($0)" } ?? words
    if let named, named.precision == .weekday { return named.said(as: text) }
    let offset = clock.isUniversal ? .zero : article.date.offset
    let date: CivilDate?
    if let named {
      date = named.from.map { CivilTime($0, at: named.offset).date }
    } else {
      date = isAhead ? nil : times.date.map { $0.adding(days: -(story.daysBefore ?? 0)) }
    }
    guard let date, named.map({ $0.precision == .day || $0.precision == .partOfDay }) ?? true else {
      return named?.said(as: text) ?? (moment.isUnknown ? moment.said(as: text) : moment)
    }
    let start = date.start(at: offset)
    let ends = clock.minutes
    if ends.lowerBound == ends.upperBound {
      return .instant(start.advanced(by: Int64(ends.lowerBound) * 60), at: article.date.offset, text: text)
    }
    return .stretch(
      from: start.advanced(by: Int64(ends.lowerBound) * 60), to: start.advanced(by: Int64(ends.upperBound) * 60),
      at: article.date.offset, text: text)
  }

  /// Whether another clause begins between a finding and a time: "… have been killed, … when it was hijacked on Tuesday".
  /// A clause of time that follows at once belongs to what it follows.
  private func isSeparated(_ terms: Range<Int>, _ time: Range<Int>, _ sentence: Sentence) -> Bool {
    let between =
      terms.upperBound <= time.lowerBound
      ? terms.upperBound..<time.lowerBound : time.upperBound..<max(time.upperBound, terms.lowerBound)
    for chunk in sentence.chunks where between.contains(chunk.terms.lowerBound) {
      switch chunk.kind {
      case .stop: return true
      case .subordinator, .relative:
        // "on Tuesday as it entered a tunnel"
        if terms.lowerBound >= time.upperBound, chunk.terms.lowerBound == time.upperBound, chunk.kind == .subordinator {
          continue
        }
        if chunk.terms.lowerBound - between.lowerBound > 1 || terms.lowerBound >= time.upperBound { return true }
      default: continue
      }
    }
    return false
  }

  /// A time right after a verb of speech or its speaker is when it was said.
  private func isOfSpeech(_ index: Int, _ sentence: Sentence) -> Bool {
    guard let chunk = sentence.chunks.firstIndex(where: { $0.kind == .time && $0.index == index }), chunk > 0 else {
      return false
    }
    let before = sentence.chunks[chunk - 1]
    if before.kind == .verb { return sentence.has(sentence.verbs[before.index].main, .speechVerb) }
    if before.kind == .group, chunk > 1, sentence.chunks[chunk - 2].kind == .verb {
      return sentence.has(sentence.verbs[sentence.chunks[chunk - 2].index].main, .speechVerb)
    }
    return false
  }

  private func timeText(_ time: TimeExpression, _ sentence: Sentence) -> String {
    var terms = time.terms
    while terms.count > 1, sentence.has(terms.lowerBound, CategorySet(.preposition, .article)) {
      terms = terms.lowerBound + 1..<terms.upperBound
    }
    return sentence.words(terms)
  }

  /// What the next sentences may lean on.
  private mutating func carry(_ findings: Findings, _ sentence: Sentence) {
    for term in sentence.terms.indices where sentence.has(term, CategorySet(.thing, .organisation)) {
      for sense in sentence.senses(term) {
        if sense.category == .thing, sense.kind == .vehicle {
          context.lastVehicle = sentence.plain(sense) == "express" ? "train" : sentence.plain(sense)
        }
        if sense.category == .organisation, sense.side == .attackers { context.lastArmedGroup = sentence.plain(sense) }
      }
    }
    if sentence.terms.indices.contains(where: { sentence.senses($0).contains { $0.kind == .wound } }) {
      context.isOfIllness = false
    } else if sentence.terms.indices.contains(where: { sentence.senses($0).contains { $0.kind == .illness } }) {
      context.isOfIllness = true
    }
    context.lastDead = nil
    for term in sentence.terms.indices.dropFirst()
    where sentence.has(term, .statusNoun)
      && sentence.senses(term).contains(where: { $0.category == .statusNoun && $0.status == .killed })
    {
      if sentence.isWord(term - 1, "military") || sentence.has(term - 1, .force) {
        context.lastDead = .securityForces
      } else if let person = sentence.sense(term - 1, .person) {
        context.lastDead = person.subjectClass
      }
    }
    for finding in findings.list.sorted(by: { $0.order < $1.order }) {
      if case .condition(let condition) = finding.content, context.events.count < 256 {
        context.events.insert(condition.thing.words)
      }
      if case .count(let count) = finding.content {
        context.lastStatus = count.status
        if count.scope == .total {
          context.lastSubject = count.subject
          context.lastClass = count.subjectClass
        }
      }
    }
  }
}
