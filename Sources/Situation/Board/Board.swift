/// The situation as of an instant: a fold of the events up to it, in which every value carries the claims behind it.
package struct Board: Hashable, Sendable {
  package var clock: Clock
  /// How many events of the replay order are in.
  package var included: Int
  /// The instant that ages are counted to; `nil` where nothing that is in has a time.
  package var asOf: Instant?
  package var train: Train
  /// The people caught in the incident, by status.
  package var people: [BoardRow]
  package var forces: Forces
  package var ledger: Ledger?
  /// As numbered on the screen, from 1.
  package var conflicts: [Conflict]
  /// Mentioned, and not reported.
  package var gaps: [Gap]
  package var ladders: [FigureKey: Ladder]
  /// What the operator did, as far as it is not undone.
  package var hand: OperatorHand
  /// What happened to the train, in a word ("hijacked"), and where, each from the newest claim that says so.
  package var incident: (what: BoardRow?, place: String?) { (train.conditions.first, place) }
  package var place: String?

  /// The board after the first `included` events of a clock's replay order.
  ///
  /// - Parameter asOf: The instant that ages are counted to; `nil` is that of the last event that is in.
  package init(_ store: EventStore, included: Int, clock: Clock, asOf: Instant? = nil) {
    let count = min(max(included, 0), store.events.count)
    let prefix = (0..<count).map { store.event(at: $0, on: clock) }
    let hasActs = store.claimCount < store.events.count
    let hand = OperatorHand(hasActs ? prefix : [], store: store)
    let events = hasActs ? prefix.compactMap(hand.taken) : prefix
    self.clock = clock
    self.included = count
    self.hand = hand
    ladders = Ladder.build(events) {
      store.article($0)?.outlet
    } reported: {
      store.moment(of: $0, on: .reported)
    }
    self.asOf = asOf ?? Board.instant(of: events, in: store, on: clock)
    for key in ladders.keys { ladders[key]?.age(to: self.asOf) }
    for id in hand.pinned {
      guard let count = hand.claim(of: id, in: store).count else { continue }
      ladders[FigureKey(count.status, count.subjectClass)]?.pin(id)
    }
    train = Train.build(events)
    ledger = Ledger.build(ladders)
    conflicts = Conflict.find(ladders, ledger: ledger, verbs: VerbMentions(events)) {
      store.position(of: $0, on: clock)
    }
    hand.setAside(&conflicts, store: store)
    gaps = Gap.find(events, train: train)
    let rows = FigureRows(
      ladders: ladders, conflicts: conflicts, claim: { hand.claim(of: $0, in: store) }, whole: { store.whole(of: $0) })
    people = rows.people
    forces = Forces.build(events, figures: rows.forces)
    place =
      events.last { event in
        guard event.claim.standing == .current, case .condition(let condition) = event.claim.content else {
          return false
        }
        return ThingNouns.kind(of: condition.object) == .train && event.claim.place != nil
      }?.claim.place
  }

  /// When the last of what is told was so or was said; what is feared or threatened lies ahead and does not count.
  private static func instant(of events: [Event], in store: EventStore, on clock: Clock) -> Instant? {
    let last = events.last { $0.claim.standing != .forecast && store.moment(of: $0, on: clock).to != nil }
    return last.flatMap { store.moment(of: $0, on: clock).to }
  }

  /// The conflicts that nobody set aside.
  package var openConflicts: [Conflict] { conflicts.filter { $0.setAside == nil } }

  /// The event that the playhead stands on, the last that is in.
  package func latest(in store: EventStore) -> Event? {
    included > 0 ? store.event(at: included - 1, on: clock) : nil
  }
}
