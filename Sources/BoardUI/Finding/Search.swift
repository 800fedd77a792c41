internal import Situation

/// What was searched for, and what was found.
struct Search: Hashable, Sendable {
  enum Match: Hashable, Sendable {
    /// An event: a claim, or something the operator did.
    case event(EventID)
    /// A passage of an article that no claim was read from.
    case passage(ArticleID, Range<Int>)
  }

  let text: String
  /// Events in replay order, then passages in the order of their articles.
  let matches: [Match]
  let eventCount: Int
  /// Which of them is shown.
  var shown: Int?

  /// Searches everything, or what a filter lets through.
  ///
  /// - Parameter passes: Whether an event is searched at all.
  init(_ text: String, _ texts: SearchText, _ store: EventStore, clock: Clock, passes: (EventID) -> Bool) {
    self.text = text
    let found = texts.events(holding: text).filter { store.isReplayed($0) && passes($0) }
    let events = found.map { (id: $0, position: store.position(of: $0, on: clock)) }.sorted {
      $0.position < $1.position
    }
    eventCount = events.count
    matches = events.map { .event($0.id) } + Search.passages(text, store, besides: found)
  }

  /// Where the text stands in articles outside the passages of the events found.
  private static func passages(_ text: String, _ store: EventStore, besides events: [EventID]) -> [Match] {
    var spans: [ArticleID: [Range<Int>]] = [:]
    for id in events {
      let receipt = store[id].claim.receipt
      spans[receipt.article, default: []].append(receipt.span)
    }
    return store.articles.flatMap { article in
      article.text.ranges(of: text).filter { range in
        !(spans[article.id] ?? []).contains { $0.overlaps(range) }
      }.map { Match.passage(article.id, $0) }
    }
  }

  /// "3 of 17", and of what; "not found".
  var tally: String {
    guard !matches.isEmpty else { return "not found: \(text)" }
    let passages = matches.count - eventCount
    let kinds = [
      eventCount > 0 ? "\(eventCount) event" + (eventCount == 1 ? "" : "s") : nil,
      passages > 0 ? "\(passages) passage" + (passages == 1 ? "" : "s") : nil,
    ].compactMap { $0 }.joined(separator: ", ")
    guard let shown else { return kinds }
    return "/\(text): \(shown + 1) of \(matches.count)" + (eventCount > 0 && passages > 0 ? " (\(kinds))" : "")
  }
}
