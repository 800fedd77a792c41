/// The events in the order they came, as rows of numbers, with the tables that the numbers point into.
struct EventTable: Sendable {
  private(set) var rows: [StoredEvent] = []
  private(set) var sources: [EventSource] = []
  /// What the operator did, in the order it came.
  private(set) var entries: [OperatorEntry] = []
  private(set) var contents = InternTable<Claim.Content>()
  /// The figure of each count among the contents; `StoredEvent.none` for what counts nobody.
  private(set) var figureOfContent: [UInt32] = []
  /// Of each content, whether it tells where the vehicle was bound: so it was before anything happened.
  private var isRouteOfContent: [Bool] = []
  /// The group of people that each count among the contents names; `StoredEvent.none` for everybody of its class.
  private var groupOfContent: [UInt32] = []
  private(set) var figures = FigureTable()
  private(set) var speakers = InternTable<Speaker>()
  private(set) var identities: [SpeakerIdentity] = []
  /// What each speaker is called.
  private(set) var names: [SpeakerName] = []
  /// Ways to name each speaker, longest first.
  private(set) var speakerLabels: [[String]] = []
  /// The first speakers of each surname.
  private var namesakes: [String: [UInt32]] = [:]
  private(set) var moments = InternTable<Moment>()
  private var places = InternTable<Place>()
  private var rules = InternTable<String>()
  private(set) var outlets = InternTable<String>()
  private var words = InternTable<String>()
  /// By when the first of all dated articles was filed; `ReplayKey.undated` where none has a date.
  private(set) var firstFiled = ReplayKey.undated

  var count: Int { rows.count }

  // MARK: Adding

  /// Adds what events stand in.
  ///
  /// - Parameter eventCount: How many events are added for it next.
  mutating func add(
    _ id: ArticleID, date: Moment, outlet: String?, index: Int, eventCount: Int, isAct: Bool = false
  ) -> UInt32 {
    sources.append(
      EventSource(
        id: id, idPrefix: EventSource.prefix(of: id), date: date.to?.seconds ?? ReplayKey.undated,
        outlet: outlets.intern(outlet ?? id.digest), index: index, events: rows.count..<rows.count + eventCount,
        isAct: isAct))
    if !isAct, let filed = date.to?.seconds { firstFiled = min(firstFiled, filed) }
    return UInt32(sources.count - 1)
  }

  /// Adds a claim, which takes up what it shares with the claim before it without looking it up.
  mutating func add(_ claim: Claim, in source: UInt32) {
    let last = rows.last
    rows.append(
      StoredEvent(
        content: intern(claim.content), speaker: intern(claim.speaker, like: last?.speaker),
        place: claim.place.map { places.intern($0) } ?? StoredEvent.none,
        happened: intern(claim.happened, like: last?.happened), reported: intern(claim.reported, like: last?.reported),
        source: source, spanStart: UInt32(clamping: claim.receipt.span.lowerBound),
        spanLength: UInt32(clamping: claim.receipt.span.count),
        partOf: claim.partOf.flatMap { Int32(exactly: $0) } ?? -1,
        rule: intern(rule: claim.receipt.rule, like: last?.rule), standing: claim.standing.number,
        doubt: claim.doubt?.number ?? StoredEvent.noDoubt))
  }

  /// Adds an entry of the operator's, as what it says.
  mutating func add(_ entry: OperatorEntry) -> UInt32 {
    let source = add(
      entry.id, date: entry.moment, outlet: entry.author, index: entries.count, eventCount: 1, isAct: true)
    entries.append(entry)
    add(entry.claim, in: source)
    return source
  }

  private mutating func intern(_ content: Claim.Content) -> UInt32 {
    let number = contents.intern(content, hash: content.internHash)
    if Int(number) == figureOfContent.count {
      isRouteOfContent.append(content.isRoute)
      if case .count(let count) = content {
        figureOfContent.append(figures.intern(count.figure))
        groupOfContent.append(PeopleNouns.group(of: count).map { words.intern($0) } ?? StoredEvent.none)
      } else {
        figureOfContent.append(StoredEvent.none)
        groupOfContent.append(StoredEvent.none)
      }
    }
    return number
  }

  private mutating func intern(_ speaker: Speaker?, like last: UInt32?) -> UInt32 {
    guard let speaker else { return StoredEvent.none }
    if let last, last != StoredEvent.none, speakers.holds(speaker, at: last) { return last }
    let number = speakers.intern(speaker)
    if Int(number) == identities.count {
      identities.append(SpeakerIdentity(speaker, words: &words))
      let name = SpeakerName(speaker)
      names.append(name)
      speakerLabels.append(name.labels)
      tellApart(number, speaker)
    }
    return number
  }

  /// Two who share a surname are not called by it alone. Of very many, only the first are told apart.
  private mutating func tellApart(_ number: UInt32, _ speaker: Speaker) {
    guard let surname = speaker.surname, speaker.name != surname else { return }
    let known = namesakes[surname, default: []]
    for other in known where !speakers[other].isSame(as: speaker) {
      names[Int(number)].tellApart(from: speakers[other])
      names[Int(other)].tellApart(from: speaker)
      speakerLabels[Int(other)] = names[Int(other)].labels
    }
    speakerLabels[Int(number)] = names[Int(number)].labels
    if known.count < EventTable.mostNamesakes { namesakes[surname, default: []].append(number) }
  }

  private static let mostNamesakes = 16

  private mutating func intern(rule: String, like last: UInt16?) -> UInt16 {
    if let last, rules.holds(rule, at: UInt32(last)) { return last }
    return UInt16(clamping: rules.intern(rule))
  }

  private mutating func intern(_ moment: Moment, like last: UInt32?) -> UInt32 {
    if let last, moments.holds(moment, at: last) { return last }
    return moments.intern(moment, hash: moment.internHash)
  }

  /// A figure that no event has as it was read: what the operator corrected one to.
  mutating func intern(_ figure: Figure) -> UInt32 { figures.intern(figure) }

  // MARK: Reading

  /// The claim of an event; of an act, what it says.
  func claim(_ event: UInt32) -> Claim {
    let row = rows[Int(event)]
    return Claim(
      contents[row.content], standing: Claim.Standing.allCases[Int(row.standing)],
      speaker: row.speaker == StoredEvent.none ? nil : speakers[row.speaker], happened: moments[row.happened],
      reported: moments[row.reported], place: row.place == StoredEvent.none ? nil : places[row.place],
      partOf: row.partOf < 0 ? nil : Int(row.partOf), doubt: doubt(event),
      receipt: Receipt(article: sources[Int(row.source)].id, span: span(row), rule: rules[UInt32(row.rule)]))
  }

  func event(_ sequence: Int) -> Event {
    let number = UInt32(sequence)
    if let entry = entry(number) { return Event(id: EventID(sequence), body: .act(entry)) }
    return Event(id: EventID(sequence), claim: claim(number))
  }

  func entry(_ event: UInt32) -> OperatorEntry? {
    let source = source(of: event)
    return source.isAct ? entries[source.index] : nil
  }

  func told(_ event: UInt32) -> (happened: Moment, reported: Moment) {
    let row = rows[Int(event)]
    return (moments[row.happened], moments[row.reported])
  }

  /// Returns true if two claims are read from the same words: "a cyclist and his passenger were killed".
  func areOfSameWords(_ one: UInt32, _ other: UInt32) -> Bool {
    let (row, second) = (rows[Int(one)], rows[Int(other)])
    return one != other && row.source == second.source && span(row).overlaps(span(second))
  }

  func content(_ event: UInt32) -> Claim.Content { contents[rows[Int(event)].content] }

  func count(_ event: UInt32) -> Count? { if case .count(let count) = content(event) { count } else { nil } }

  func isBackground(_ event: UInt32) -> Bool { rows[Int(event)].standing == Claim.Standing.background.number }

  func standing(_ event: UInt32) -> Claim.Standing { Claim.Standing.allCases[Int(rows[Int(event)].standing)] }

  func doubt(_ event: UInt32) -> Claim.Doubt? {
    let doubt = rows[Int(event)].doubt
    return doubt == StoredEvent.noDoubt ? nil : Claim.Doubt.allCases[Int(doubt)]
  }

  func place(_ event: UInt32) -> Place? {
    let place = rows[Int(event)].place
    return place == StoredEvent.none ? nil : places[place]
  }

  func speaker(_ event: UInt32) -> Speaker? {
    let speaker = rows[Int(event)].speaker
    return speaker == StoredEvent.none ? nil : speakers[speaker]
  }

  func side(_ event: UInt32) -> Speaker.Side {
    identities.side(of: rows[Int(event)].speaker)
  }

  func source(of event: UInt32) -> EventSource { sources[Int(rows[Int(event)].source)] }

  /// The figure of a count; `StoredEvent.none` for what counts nobody.
  func figure(_ event: UInt32) -> UInt32 { figureOfContent[Int(rows[Int(event)].content)] }

  /// The group of people that a count names, as a number; `StoredEvent.none` where it names everybody of its class.
  func group(_ event: UInt32) -> UInt32 { groupOfContent[Int(rows[Int(event)].content)] }

  /// The event that an event is a part of, where its article gives it.
  func whole(of event: UInt32) -> UInt32? {
    let row = rows[Int(event)]
    guard row.partOf >= 0 else { return nil }
    let events = sources[Int(row.source)].events
    let whole = events.lowerBound + Int(row.partOf)
    return events.contains(whole) && whole != Int(event) ? UInt32(whole) : nil
  }

  func isMeant(_ event: Int, by reference: ClaimReference) -> Bool {
    let row = rows[event]
    return span(row) == reference.span && rules[UInt32(row.rule)] == reference.rule
      && sources[Int(row.source)].id == reference.article
  }

  private func span(_ row: StoredEvent) -> Range<Int> {
    Int(row.spanStart)..<Int(row.spanStart) + Int(row.spanLength)
  }

  // MARK: Time

  /// By when an event was so, or was said: what was filed at an hour was so by then.
  func moment(_ event: UInt32, on clock: Clock) -> Moment {
    let row = rows[Int(event)]
    var moment = moments[moment(row, clock)]
    if isForetold(row, clock) { moment = moment.by }
    guard let end = end(row, clock) else { return moment }
    if let from = moment.from, from.seconds > end { return moment }
    return moment.held(to: Instant(seconds: end))
  }

  /// Returns true if the text says when an event was reported.
  func hasWordsOfTime(_ event: UInt32) -> Bool {
    moments.values.withUnsafeBufferPointer { $0[Int(rows[Int(event)].reported)].text != nil }
  }

  /// The two ends by which the replay orders an event. An open beginning comes before every instant; what has no end
  /// comes after everything that has one, and has no beginning.
  func bounds(_ event: UInt32, on clock: Clock) -> (from: Int64, to: Int64) {
    let row = rows[Int(event)]
    let number = Int(moment(row, clock))
    return moments.values.withUnsafeBufferPointer { moments in
      guard let to = moments[number].to?.seconds else { return (0, ReplayKey.undated) }
      // A forecast is never the newest event of its report.
      let from = isForetold(row, clock) ? nil : moments[number].from?.seconds
      guard let end = end(row, clock), to > end, from.map({ $0 <= end }) ?? true else { return (from ?? .min, to) }
      return (from ?? .min, end)
    }
  }

  /// An event as the orders of a clock place it.
  func mark(_ event: UInt32, on clock: Clock) -> ReplayKey { ReplayKey(to: bounds(event, on: clock).to, event: event) }

  /// What places an event on a clock. An act stands on both when it was done, whenever what it tells was so; what is
  /// feared or foretold stands where it was said, for it has not happened.
  private func moment(_ row: StoredEvent, _ clock: Clock) -> UInt32 {
    clock == .happened && !sources[Int(row.source)].isAct && !isForetold(row, clock) ? row.happened : row.reported
  }

  private func isForetold(_ row: StoredEvent, _ clock: Clock) -> Bool {
    clock == .happened && row.standing == Claim.Standing.forecast.number && !sources[Int(row.source)].isAct
  }

  /// When the source was filed, where that bounds its events; what is feared or threatened lies ahead.
  private func end(_ row: StoredEvent, _ clock: Clock) -> Int64? {
    let date = sources[Int(row.source)].date
    return date == ReplayKey.undated ? nil : date
  }
}

extension EventTable {
  /// Returns true if one event comes before another in the replay order of a clock: by `to`, `from`, article date, article
  /// identity, place in the text, sequence. An operator's entry is its own article.
  func precedes(_ a: UInt32, _ b: UInt32, on clock: Clock) -> Bool {
    if haveSameTime(a, b, on: clock) { return standsBefore(a, b) }
    let (boundsA, boundsB) = (bounds(a, on: clock), bounds(b, on: clock))
    if boundsA.to != boundsB.to { return boundsA.to < boundsB.to }
    if boundsA.from != boundsB.from { return boundsA.from < boundsB.from }
    return standsBefore(a, b)
  }

  /// Returns true if two events of one source are placed on a clock by the same moment, as most are.
  private func haveSameTime(_ a: UInt32, _ b: UInt32, on clock: Clock) -> Bool {
    rows.withUnsafeBufferPointer { rows in
      let (a, b) = (rows[Int(a)], rows[Int(b)])
      return a.source == b.source && a.standing == b.standing
        && (clock == .reported ? a.reported == b.reported : a.happened == b.happened && a.reported == b.reported)
    }
  }

  /// The order of events whose ends are the same.
  private func standsBefore(_ a: UInt32, _ b: UInt32) -> Bool {
    let (rowA, rowB) = (rows[Int(a)], rows[Int(b)])
    if rowA.source != rowB.source { return sourceStandsBefore(Int(rowA.source), Int(rowB.source)) }
    let (isAheadA, isAheadB) = (tellsOfNoEvent(rowA), tellsOfNoEvent(rowB))
    // An undated text replays as it stands.
    if isAheadA != isAheadB, sources[Int(rowA.source)].date != ReplayKey.undated { return isAheadA }
    if rowA.spanStart != rowB.spanStart { return rowA.spanStart < rowB.spanStart }
    return a < b
  }

  /// Returns true for the route of the train and for forecasts.
  private func tellsOfNoEvent(_ row: StoredEvent) -> Bool {
    row.standing == Claim.Standing.forecast.number || isRouteOfContent[Int(row.content)]
  }

  /// Returns true if what stands in one source comes before what stands in another and is of the same time.
  func sourceStandsBefore(_ a: Int, _ b: Int) -> Bool {
    sources.withUnsafeBufferPointer { sources in
      if sources[a].date != sources[b].date { return sources[a].date < sources[b].date }
      if sources[a].idPrefix != sources[b].idPrefix { return sources[a].idPrefix < sources[b].idPrefix }
      return sources[a].id < sources[b].id
    }
  }
}

extension Claim.Standing {
  /// The place among all cases.
  var number: UInt8 {
    switch self {
    case .current: 0
    case .background: 1
    case .superseded: 2
    case .forecast: 3
    case .denied: 4
    }
  }
}

extension Claim.Doubt {
  /// The place among all cases.
  var number: UInt8 {
    switch self {
    case .verb: 0
    case .reading: 1
    case .incident: 2
    case .scope: 3
    case .cues: 4
    }
  }
}

extension Claim.Content {
  /// A hash of what mostly tells contents apart; the derived one reads every field.
  fileprivate var internHash: Int {
    guard case .count(let count) = self else { return hashValue }
    var hasher = Hasher()
    hasher.combine(count.status)
    hasher.combine(count.subject)
    hasher.combine(count.figure.low)
    hasher.combine(count.figure.high)
    return hasher.finalize()
  }
}

extension Moment {
  fileprivate var internHash: Int {
    var hasher = Hasher()
    hasher.combine(from)
    hasher.combine(to)
    hasher.combine(precision)
    hasher.combine(weekday)
    return hasher.finalize()
  }
}

extension Claim.Content {
  /// True for where the train was bound, which it was before it was stopped.
  fileprivate var isRoute: Bool {
    guard case .movement(let movement) = self else { return false }
    return movement.subject == "train" && movement.from != nil && movement.to != nil && movement.figure == nil
  }
}
