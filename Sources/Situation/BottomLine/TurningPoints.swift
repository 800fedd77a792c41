/// The claims that tell how an incident came to where it is: a first telling each, in the order of the replay.
package struct TurningPoints: Hashable, Sendable {
  package static let most = 5

  package private(set) var events: [EventID] = []

  /// What a claim weighs: the heaviest are told, and among equals the earliest.
  private enum Weight {
    static let head = 8
    static let first = 7
    static let state = 6
    static let force = 2
    static let movement = 1
    /// For another figure that still stands, less for what is less grave.
    static func figure(_ status: Count.Status) -> Int { 5 - status.traits.gravity }
  }

  /// Statements are left to those who list them: they are told apart from what happened.
  package init(_ board: Board, _ store: EventStore) {
    var weights: [EventID: Int] = [:]
    func weigh(_ event: EventID?, _ weight: Int) {
      guard let event, store[event].claim.standing == .current else { return }
      weights[event] = max(weights[event] ?? 0, weight)
    }
    for (key, ladder) in board.ladders where key.status.traits.course != .fixed {
      for rung in ladder.heads { weigh(rung.first, Weight.head - (key.subjectClass == .people ? 0 : 2)) }
      guard key.subjectClass == .people else { continue }
      let gravest = key.status.traits.gravity == 0
      if gravest { weigh(ladder.rungs.first?.first, Weight.first) }
      for rung in ladder.standing.prefix(TurningPoints.most) { weigh(rung.first, Weight.figure(key.status)) }
    }
    for row in board.train.conditions + board.train.track { weigh(row.events.last, Weight.state) }
    for row in board.train.tunnel { weigh(row.events.last, Weight.force) }
    for side in [board.forces.security, board.forces.attackers] {
      for row in side.actions { weigh(row.events.last, Weight.force) }
    }
    for row in board.train.movements { weigh(row.events.last, Weight.movement) }
    let places = Dictionary(
      uniqueKeysWithValues: (0..<board.included).compactMap { place -> (EventID, Int)? in
        let id = store.id(at: place, on: board.clock)
        return weights[id] == nil ? nil : (id, place)
      })
    let heaviest = places.keys.sorted { a, b in
      (-(weights[a] ?? 0), places[a] ?? 0) < (-(weights[b] ?? 0), places[b] ?? 0)
    }.prefix(TurningPoints.most)
    events = heaviest.sorted { places[$0] ?? 0 < places[$1] ?? 0 }
  }
}
