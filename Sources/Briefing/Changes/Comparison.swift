import Situation

/// Two states of one incident: the earlier may come of fewer articles.
struct Comparison {
  let earlier: Board
  let earlierStore: EventStore
  let later: Board
  let store: EventStore
  private let isOneStore: Bool

  /// The board of a store now against what is named; `nil` for a reader who is told for the first time.
  init?(_ later: Board, _ store: EventStore, since: Since, asOf: Instant?) {
    self.later = later
    self.store = store
    switch since {
    case .moment(let moment):
      isOneStore = true
      earlierStore = store
      let included = moment.to.map { store.asOf($0, on: later.clock).included } ?? store.replayCount
      earlier = Board(store, included: min(included, later.included), clock: later.clock)
    case .beginning:
      isOneStore = true
      earlierStore = store
      earlier = Board(store, included: 0, clock: later.clock)
    case .last(let mark):
      guard let mark else { return nil }
      isOneStore = false
      let known = mark.known(of: store)
      // Never later than what it is held against.
      let instant = [mark.asOf, asOf].compactMap { $0 }.min()
      let included = instant.map { known.asOf($0, on: later.clock).included } ?? known.replayCount
      earlierStore = known
      earlier = Board(known, included: included, clock: later.clock)
    }
  }

  /// The board of a store now against how it stood shortly before.
  init(_ later: Board, _ store: EventStore, since past: RecentPast) {
    self.later = later
    self.store = store
    isOneStore = true
    earlierStore = store
    earlier = past.board
  }

  func changes(_ words: Words) -> [Change] {
    let here: (EventID) -> EventID? = { id in
      isOneStore ? id : store.event(of: earlierStore.reference(to: id))
    }
    return ChangeFinder(earlier: earlier, later: later, store: store, words: words, here: here).changes()
  }
}
