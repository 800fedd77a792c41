/// Every claim that was read, in memory, append-only, ordered on both clocks.
package struct EventStore: Sendable {
  /// In the order they came.
  package private(set) var articles: [Article] = []
  /// In the order they came; an event's sequence is its index.
  package private(set) var events: [Event] = []
  private var articleIndex: [ArticleID: Int] = [:]
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

  package subscript(id: EventID) -> Event { events[id.sequence] }

  package func article(_ id: ArticleID) -> Article? { articleIndex[id].map { articles[$0] } }

  /// The events in replay order, earliest first.
  package func order(on clock: Clock) -> [EventID] { keys(clock).map { EventID($0.sequence) } }

  /// The event at a place in the replay order, counted from 0.
  package func event(at position: Int, on clock: Clock) -> Event { events[keys(clock)[position].sequence] }

  /// Where an event stands in the replay order, counted from 0.
  package func position(of id: EventID, on clock: Clock) -> Int {
    let event = self[id]
    let date = article(event.claim.receipt.article)?.date ?? .unknown
    return lowerBound(ReplayKey(event, article: date, clock: clock), clock)
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

extension Array {
  /// The first index whose element satisfies a predicate that no earlier and every later element does.
  func partitioningIndex(where belongsAfter: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if belongsAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
