/// The situation as of an instant: what the events up to it come to, in which every value carries the claims behind it.
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
  /// As numbered on the screen, from 1; those that were set aside come last.
  package var conflicts: [Conflict]
  /// Mentioned, and not reported.
  package var gaps: [Gap]
  package var ladders: [FigureKey: Ladder]
  /// What the operator did, as far as it is not undone.
  package var overrides: OperatorOverrides
  /// Figures of which operators pinned different ones, each with who pinned what.
  package private(set) var rivalPins: [FigureKey: [RivalPin]]
  /// Claims of which the reader is not sure and at which nobody has looked, the newest first. They are counted nowhere.
  package var unsure: [EventID]
  /// What happened to what the incident is about, in a word ("hijacked"), and where its claims place it.
  package var incident: (what: BoardRow?, place: String?) { (train.headline, place) }
  package var place: String?
  /// What those are called who cannot leave.
  package private(set) var heldWord = HeldWord.held

  /// The board after the first `included` events of a clock's replay order.
  ///
  /// - Parameters:
  ///   - asOf: The instant that ages are counted to; `nil` is that of the last event that is in.
  ///   - late: Events that are left out, as if they had not come yet.
  package init(
    _ store: EventStore, included: Int, clock: Clock, asOf: Instant? = nil, without late: Set<EventID> = []
  ) {
    let cut = store.cut(after: included, on: clock)
    let acts = store.actEvents(in: cut)
    let overrides = OperatorOverrides(acts, store: store)
    let topics = BoardTopics(store, cut, overrides, leavingOut: OperatorOverrides.undoneClaims(acts) + late)
    self.clock = clock
    self.included = min(max(included, 0), store.replayCount)
    self.overrides = overrides
    self.asOf = asOf ?? store.latestTold(in: self.included, on: clock) { !topics.leftOut.contains($0) }
    ladders = [:]
    for key in FigureKey.all { ladders[key] = topics.ladder(key, asOf: self.asOf) }
    rivalPins = Pins.lay(overrides.pins, on: &ladders, topics)
    WeakerLabels.leaveOut(of: &ladders)
    let others = topics.others
    train = Train.build(others, in: topics)
    let held = HeldWord(store.heldPassages(Board.heldEvents(topics, ladders[.held])))
    heldWord = held
    ledger = Ledger.build(ladders)?.called(held)
    conflicts = Conflict.find(topics, ladders, ledger).map { $0.called(held) }
    overrides.setAside(&conflicts, store: store)
    gaps = Gap.find(topics, train: train, held: held)
    let rows = FigureRows(topics: topics, ladders: ladders, conflicts: conflicts, held: held)
    people = rows.people
    forces = Forces.build(others, figures: rows.forces)
    unsure = topics.unsure
    place = train.subject.flatMap { topics.activeTopic(.place($0)) }.flatMap {
      store.table.place(UInt32($0.newest.sequence))?.name
    }
  }

  /// The claims whose words tell what those are called who cannot leave: those of the figures that stand, of the newest
  /// parts, and the newest that gives none.
  private static func heldEvents(_ topics: BoardTopics, _ ladder: Ladder?) -> [EventID] {
    let heads = ladder.map { $0.heads.map(\.first) } ?? []
    if !heads.isEmpty { return heads }
    let parts = topics.parts(of: .held).map(\.newest).prefix(4)
    return parts + [topics.activeTopic(.mention(.held))?.newest].compactMap { $0 }
  }

  /// What a figure is called on this board.
  package func label(of key: FigureKey) -> String { key == .held ? heldWord.rawValue : key.label }

  /// The conflicts that nobody set aside.
  package var openConflicts: ArraySlice<Conflict> { conflicts.prefix { $0.setAside == nil } }

  package func latestID(in store: EventStore) -> EventID? {
    included > 0 ? store.id(at: included - 1, on: clock) : nil
  }

  /// The event that the playhead stands on, the last that is in.
  package func latest(in store: EventStore) -> Event? {
    latestID(in: store).map { store[$0] }
  }
}

extension FigureKey {
  /// Every figure there can be.
  static let all: [FigureKey] = Count.Status.allCases.flatMap { status in
    Count.SubjectClass.allCases.map { FigureKey(status, $0) }
  }
}
