/// Every claim that was read and everything the operator did, in memory, append-only, ordered on both clocks.
package struct EventStore: Sendable {
  /// In the order they came.
  package private(set) var articles: [Article] = []
  /// In the order they came; an event's sequence is its index.
  package private(set) var events: [Event] = []
  /// How far sources are to be believed, from a file of sources: at every instant, and under what the operator sets.
  package var reliabilities = Reliabilities()
  private var articleIndex: [ArticleID: Int] = [:]
  /// The events of each article, in the order of `articles`.
  private var articleEvents: [Range<Int>] = []
  /// The operator's entries by their identity.
  private var actIndex: [ArticleID: EventID] = [:]
  private var replay: [Clock: [ReplayKey]] = [.happened: [], .reported: []]

  package init() {}

  /// Adds an article and the claims read from it. An article that is already here (the same bytes, the same story)
  /// changes nothing.
  ///
  /// - Returns: Whether it was new.
  @discardableResult
  package mutating func append(_ article: Article, claims: [Claim]) -> Bool {
    append(contentsOf: [(article, claims)]) == 1
  }

  /// Adds many articles at once: the replay orders are merged once for all of them, so that a whole folder costs no
  /// more a claim than one article does.
  ///
  /// - Returns: How many were new.
  @discardableResult
  package mutating func append(contentsOf batch: [(article: Article, claims: [Claim])]) -> Int {
    let known = articles.count
    var added: [Clock: [ReplayKey]] = [:]
    for (article, claims) in batch where articleIndex[article.id] == nil {
      articleIndex[article.id] = articles.count
      articles.append(article)
      articleEvents.append(events.count..<events.count + claims.count)
      for claim in claims {
        let event = Event(id: EventID(events.count), claim: claim)
        events.append(event)
        for clock in Clock.allCases {
          added[clock, default: []].append(ReplayKey(event, article: article.date, clock: clock))
        }
      }
    }
    for (clock, keys) in added { merge(keys.sorted(), into: clock) }
    checkInvariants()
    return articles.count - known
  }

  /// Adds entries of the operator's journal. An entry that is already here changes nothing.
  ///
  /// - Returns: How many were new.
  @discardableResult
  package mutating func append(_ entries: [OperatorEntry]) -> Int {
    let known = events.count
    for entry in entries where actIndex[entry.id] == nil && articleIndex[entry.id] == nil {
      actIndex[entry.id] = EventID(events.count)
      events.append(Event(id: EventID(events.count), body: .act(entry)))
    }
    for clock in Clock.allCases {
      let keys = events[known...].map { ReplayKey($0, article: filed($0), clock: clock) }
      merge(keys.sorted(), into: clock)
    }
    checkInvariants()
    return events.count - known
  }

  /// How many events are claims that were read from articles.
  package var claimCount: Int { events.count - actIndex.count }

  /// What the operator did, in the order it came.
  package var acts: [OperatorEntry] { events.compactMap(\.act) }

  package subscript(id: EventID) -> Event { events[id.sequence] }

  /// An article, or an entry of the operator as one.
  package func article(_ id: ArticleID) -> Article? {
    if let index = articleIndex[id] { return articles[index] }
    return actIndex[id].flatMap { self[$0].act?.article }
  }

  /// Whether an identity is that of an article, and not of an operator's entry.
  package func isArticle(_ id: ArticleID) -> Bool { articleIndex[id] != nil }

  /// When the text that an event stands in was filed.
  private func filed(_ event: Event) -> Moment {
    switch event.body {
    case .claim(let claim): articleIndex[claim.receipt.article].map { articles[$0].date } ?? .unknown
    case .act(let entry): entry.moment
    }
  }

  /// By when an event was so, or was said: what was filed at an hour was so by then.
  package func moment(of event: Event, on clock: Clock) -> Moment { event.moment(on: clock, filed: filed(event)) }

  /// The event that a reference means; `nil` while it is not here.
  package func event(of reference: ClaimReference) -> EventID? {
    if let act = actIndex[reference.article] { return act }
    guard reference.ordinal >= 0, let index = articleIndex[reference.article] else { return nil }
    return articleEvents[index].lazy.filter { events[$0].claim.receipt.isMeant(by: reference) }
      .dropFirst(reference.ordinal).first.map { EventID($0) }
  }

  /// The claim that a claim is a part of, where its article gives it.
  package func whole(of id: EventID) -> EventID? {
    guard let part = self[id].claim.partOf, let index = articleIndex[self[id].claim.receipt.article] else { return nil }
    let whole = articleEvents[index].lowerBound + part
    return part >= 0 && articleEvents[index].contains(whole) && whole != id.sequence ? EventID(whole) : nil
  }

  /// What an act calls an event by.
  package func reference(to id: EventID) -> ClaimReference {
    let receipt = self[id].claim.receipt
    let reference = ClaimReference(article: receipt.article, span: receipt.span, rule: receipt.rule)
    guard let index = articleIndex[receipt.article] else { return reference }
    let before = articleEvents[index].lowerBound..<id.sequence
    let ordinal = before.count { events[$0].claim.receipt.isMeant(by: reference) }
    return ClaimReference(article: receipt.article, span: receipt.span, rule: receipt.rule, ordinal: ordinal)
  }

  /// What an act calls a conflict by.
  package func reference(to conflict: Conflict) -> ConflictReference {
    ConflictReference(
      kind: conflict.kind, subject: conflict.subject, claims: conflict.allEvents.map { reference(to: $0) })
  }

  /// The events in replay order, earliest first.
  package func order(on clock: Clock) -> [EventID] { keys(clock).map { EventID($0.sequence) } }

  /// The event at a place in the replay order, counted from 0.
  package func event(at position: Int, on clock: Clock) -> Event { events[keys(clock)[position].sequence] }

  /// Where an event stands in the replay order, counted from 0.
  package func position(of id: EventID, on clock: Clock) -> Int {
    let event = self[id]
    return lowerBound(ReplayKey(event, article: filed(event), clock: clock), clock)
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
  package func asOf(_ instant: Instant, on clock: Clock) -> Cut {
    let keys = keys(clock)
    let included = keys.partitioningIndex { $0.to > instant.seconds }
    let dated = keys.partitioningIndex { $0.to == ReplayKey.undated }
    let possible = keys[included..<max(included, dated)].count { $0.from <= instant.seconds }
    return Cut(included: included, mayHaveHappened: possible, undated: keys.count - dated)
  }

  private func keys(_ clock: Clock) -> [ReplayKey] { replay[clock, default: []] }

  private func lowerBound(_ key: ReplayKey, _ clock: Clock) -> Int {
    keys(clock).partitioningIndex { $0 >= key }
  }

  /// Merges sorted keys into the sorted keys of a clock; appending at the end, the common case, moves nothing.
  private mutating func merge(_ added: [ReplayKey], into clock: Clock) {
    guard let first = added.first else { return }
    let old = replay.removeValue(forKey: clock) ?? []
    if old.last.map({ $0 < first }) ?? true {
      replay[clock] = old + added
      return
    }
    var merged: [ReplayKey] = []
    merged.reserveCapacity(old.count + added.count)
    var (i, j) = (0, 0)
    while i < old.count, j < added.count {
      if added[j] < old[i] {
        merged.append(added[j])
        j += 1
      } else {
        merged.append(old[i])
        i += 1
      }
    }
    merged += old[i...]
    merged += added[j...]
    replay[clock] = merged
  }

  private func checkInvariants() {
    assert(events.indices.allSatisfy { events[$0].id.sequence == $0 })
    assert(
      Clock.allCases.allSatisfy { clock in
        let keys = keys(clock)
        return keys.count == events.count && zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 }
      })
  }
}

extension Receipt {
  fileprivate func isMeant(by reference: ClaimReference) -> Bool {
    span == reference.span && rule == reference.rule && article == reference.article
  }
}

extension Array {
  /// The first index whose element satisfies a predicate that no earlier and every later element does.
  package func partitioningIndex(where belongsAfter: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if belongsAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
