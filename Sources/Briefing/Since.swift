package import Formats
package import Situation

/// What a briefing is compared with.
package enum Since: Hashable, Sendable {
  /// The same store at an earlier time: its end counts.
  case moment(Moment)
  /// Before the first event.
  case beginning
  /// What a reader was told last; `nil` when they are told for the first time.
  case last(BriefingBookmark?)
}

extension BriefingBookmark {
  /// The events of a store that the reader knows of, as a store.
  package func known(of store: EventStore) -> EventStore {
    var claims: [ArticleID: [Claim]] = [:]
    for event in store.events where event.act == nil && articles.contains(event.claim.receipt.article) {
      claims[event.claim.receipt.article, default: []].append(event.claim)
    }
    var known = EventStore()
    known.append(
      contentsOf: store.articles.filter { articles.contains($0.id) }.map { ($0, claims[$0.id] ?? []) })
    known.append(store.acts.filter { $0.id.story <= entries[$0.id.digest] ?? 0 })
    return known
  }
}
