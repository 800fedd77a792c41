/// Every claim that was read and everything the operator did, in memory, append-only, ordered on both clocks.
///
/// What the board shows is kept by topic and in replay order as events come, so that the board as of any instant is
/// looked up, in a time that hardly grows with the store.
package struct EventStore: Sendable {
  /// In the order they came.
  package private(set) var articles: [Article] = []
  /// How far sources are to be believed, from a file of sources: at every instant, and under what the operator sets.
  package var reliabilities = Reliabilities()
  private(set) var table = EventTable()
  private(set) var index = TopicIndex()
  private var sources: [ArticleID: UInt32] = [:]
  private var happened = ClockOrder(.happened)
  private var reported = ClockOrder(.reported)

  package init() {}

  // MARK: Adding

  /// Adds an article and the claims read from it. An article that is already here (the same bytes, the same story)
  /// changes nothing.
  ///
  /// - Returns: Whether it was new.
  @discardableResult
  package mutating func append(_ article: Article, claims: [Claim]) -> Bool {
    append(contentsOf: [(article, claims)]) == 1
  }

  /// Adds many articles at once. They enter the replay orders by their dates, whatever the order in which they come,
  /// so that a whole folder costs no more a claim than one article does.
  ///
  /// - Returns: How many were new.
  @discardableResult
  package mutating func append(contentsOf batch: [(article: Article, claims: [Claim])]) -> Int {
    var batch = batch
    return append(moving: &batch)
  }

  /// The same, with the claims of each article taken out of the batch as they go in: there they are three times as
  /// large, and nobody needs them twice.
  @discardableResult
  package mutating func append(moving batch: inout [(article: Article, claims: [Claim])]) -> Int {
    var added: [UInt32] = []
    for index in batch.indices where sources[batch[index].article.id] == nil {
      let (article, claims) = batch[index]
      batch[index].claims = []
      let source = table.add(
        article.id, date: article.date, outlet: article.outlet, index: articles.count, eventCount: claims.count)
      sources[article.id] = source
      articles.append(article)
      for claim in claims { table.add(claim, in: source) }
      added.append(source)
    }
    enter(added)
    return added.count
  }

  /// Adds entries of the operator's journal. An entry that is already here changes nothing.
  ///
  /// - Returns: How many were new.
  @discardableResult
  package mutating func append(_ entries: [OperatorEntry]) -> Int {
    var added: [UInt32] = []
    for entry in entries where sources[entry.id] == nil {
      let source = table.add(entry)
      sources[entry.id] = source
      added.append(source)
    }
    enter(added)
    return added.count
  }

  /// Enters what stands in sources of the table into the orders and the topics.
  private mutating func enter(_ added: [UInt32]) {
    // In the order of replay, as far as sources have one, so that nearly every event is the last of its topic as yet.
    let sorted = added.count < 2 ? added : added.sorted { table.sourceStandsBefore(Int($0), Int($1)) }
    for source in sorted {
      let events = table.sources[Int(source)].events
      let marks = (happened: happened.enter(events, table), reported: reported.enter(events, table))
      index.add(events, marks, table)
    }
    index.settle(table)
    checkInvariants()
  }

  // MARK: Reading

  /// In the order they came; an event's sequence is its index.
  package var events: EventList { EventList(table: table) }

  /// How many events are claims that were read from articles.
  package var claimCount: Int { table.count - table.entries.count }

  /// What the operator did, in the order it came.
  package var acts: [OperatorEntry] { table.entries }

  /// Those of the operator's acts that are in.
  func actEvents(in cut: ReplayCut) -> [(event: EventID, entry: OperatorEntry)] {
    guard !table.entries.isEmpty else { return [] }
    return table.sources.lazy.filter(\.isAct).compactMap { source in
      let event = UInt32(source.events.lowerBound)
      return cut.contains(event, in: table) ? (EventID(Int(event)), table.entries[source.index]) : nil
    }
  }

  package subscript(id: EventID) -> Event { table.event(id.sequence) }

  /// Returns true if what an event says is a figure.
  package func isCount(_ id: EventID) -> Bool { table.figure(UInt32(id.sequence)) != StoredEvent.none }

  package func standing(of id: EventID) -> Claim.Standing { table.standing(UInt32(id.sequence)) }

  /// Who says what an event says; `nil` where nobody is named.
  package func speaker(of id: EventID) -> Speaker? { table.speaker(UInt32(id.sequence)) }

  /// Ways to name who says it, longest first.
  package func speakerLabels(of id: EventID) -> [String] {
    let speaker = table.rows[id.sequence].speaker
    return speaker == StoredEvent.none ? SpeakerName.unattributed : table.speakerLabels[Int(speaker)]
  }

  /// What who says it is called among all who speak; `nil` where nobody is named.
  package func speakerName(of id: EventID) -> SpeakerName? {
    let speaker = table.rows[id.sequence].speaker
    return speaker == StoredEvent.none ? nil : table.names[Int(speaker)]
  }

  /// An article, or an entry of the operator as one.
  package func article(_ id: ArticleID) -> Article? {
    guard let number = sources[id] else { return nil }
    let source = table.sources[Int(number)]
    return source.isAct ? table.entries[source.index].article : articles[source.index]
  }

  /// Where an article stands among the articles, counted from 0; `nil` for one that is not here.
  package func articleIndex(_ id: ArticleID) -> Int? {
    guard let number = sources[id], !table.sources[Int(number)].isAct else { return nil }
    return table.sources[Int(number)].index
  }

  /// Returns true if an identity is that of an article, and not of an operator's entry.
  package func isArticle(_ id: ArticleID) -> Bool { sources[id].map { !table.sources[Int($0)].isAct } ?? false }

  /// The events that stand in an article, in the order it was read.
  package func events(of id: ArticleID) -> Slice<EventList> {
    events[sources[id].map { table.sources[Int($0)].events } ?? 0..<0]
  }

  /// By when an event was so, or was said: what was filed at an hour was so by then.
  package func moment(of event: Event, on clock: Clock) -> Moment { moment(of: event.id, on: clock) }

  package func moment(of id: EventID, on clock: Clock) -> Moment { table.moment(UInt32(id.sequence), on: clock) }

  /// When what an event says was so, and when it was said, as the event tells it.
  package func told(_ id: EventID) -> (happened: Moment, reported: Moment) { table.told(UInt32(id.sequence)) }

  /// The end of an event's moment; `nil` where it has none.
  package func end(of id: EventID, on clock: Clock) -> Instant? {
    let end = table.bounds(UInt32(id.sequence), on: clock).to
    return end == ReplayKey.undated ? nil : Instant(seconds: end)
  }

  /// The claim that a claim is a part of, where its article gives it.
  package func whole(of id: EventID) -> EventID? { table.whole(of: UInt32(id.sequence)).map { EventID(Int($0)) } }

  // MARK: References

  /// The event that a reference means; `nil` while it is not here.
  package func event(of reference: ClaimReference) -> EventID? {
    guard let number = sources[reference.article] else { return nil }
    let source = table.sources[Int(number)]
    if source.isAct { return EventID(source.events.lowerBound) }
    guard reference.ordinal >= 0 else { return nil }
    return source.events.lazy.filter { table.isMeant($0, by: reference) }.dropFirst(reference.ordinal).first
      .map { EventID($0) }
  }

  /// What an act calls an event by.
  package func reference(to id: EventID) -> ClaimReference {
    let receipt = self[id].claim.receipt
    let reference = ClaimReference(article: receipt.article, span: receipt.span, rule: receipt.rule)
    let source = table.source(of: UInt32(id.sequence))
    guard !source.isAct else { return reference }
    let ordinal = (source.events.lowerBound..<id.sequence).count { table.isMeant($0, by: reference) }
    return ClaimReference(article: receipt.article, span: receipt.span, rule: receipt.rule, ordinal: ordinal)
  }

  /// What an act calls a conflict by.
  package func reference(to conflict: Conflict) -> ConflictReference {
    ConflictReference(
      kind: conflict.kind, subject: conflict.subject, claims: conflict.allEvents.map { reference(to: $0) })
  }

  // MARK: Replay

  private func order(_ clock: Clock) -> ClockOrder { clock == .happened ? happened : reported }

  /// The events in replay order, earliest first.
  package func order(on clock: Clock) -> [EventID] { order(clock).order.events.map { EventID(Int($0)) } }

  /// How many events are replayed: all but background.
  package var replayCount: Int { reported.order.count }

  /// Returns true for an event that has a place in the replay.
  package func isReplayed(_ id: EventID) -> Bool { !table.isBackground(UInt32(id.sequence)) }

  /// How many events have a time; they come before those that have none.
  package func datedCount(on clock: Clock) -> Int { order(clock).dated }

  /// The event at a place in the replay order, counted from 0.
  package func event(at position: Int, on clock: Clock) -> Event { self[id(at: position, on: clock)] }

  package func id(at position: Int, on clock: Clock) -> EventID { EventID(Int(order(clock).order[position])) }

  package func moment(at position: Int, on clock: Clock) -> Moment {
    table.moment(order(clock).order[position], on: clock)
  }

  /// Where an event stands in the replay order, counted from 0; for background where it would.
  package func position(of id: EventID, on clock: Clock) -> Int {
    order(clock).position(of: UInt32(id.sequence), table)
  }

  /// How the store stands at an instant: the first `included` events of the replay order are in.
  package struct Cut: Hashable, Sendable {
    package var included: Int
    /// Began by then and was not over: told apart, not counted in.
    package var mayHaveHappened: Int
    /// Has no time on this clock, and so is in at no instant but at the end of the replay.
    package var undated: Int
  }

  /// The store as of an instant on a clock: a claim is in when its `to` ≤ T.
  package func asOf(_ instant: Instant, on clock: Clock) -> Cut { order(clock).asOf(instant, table) }

  /// When the last of what is told was so or was said. What is feared or threatened lies ahead, and a deadline that is
  /// set for later was said when it was set: neither moves the present.
  ///
  /// - Parameter counts: Returns true for an event that the board takes.
  func latestTold(in included: Int, on clock: Clock, counts: (EventID) -> Bool) -> Instant? {
    let order = order(clock)
    var latest: Int64?
    for position in stride(from: min(included, order.dated) - 1, through: 0, by: -1) {
      let event = order.order[position]
      let end = table.bounds(event, on: clock).to
      if let latest, latest >= end { break }
      let id = EventID(Int(event))
      guard tellsOfThePresent(id), counts(id) else { continue }
      latest = max(latest ?? .min, min(end, table.bounds(event, on: .reported).to))
    }
    return latest.map { Instant(seconds: $0) }
  }

  /// What is in when so many events of the replay order are.
  func cut(after included: Int, on clock: Clock) -> ReplayCut { order(clock).cut(after: included, table) }

  private func checkInvariants() {
    assert(
      Clock.allCases.allSatisfy { clock in
        let order = order(clock).order
        return order.count == events.indices.count { isReplayed(EventID($0)) }
          && zip(order.events, order.events.dropFirst()).allSatisfy { table.precedes($0, $1, on: clock) }
      })
  }
}
