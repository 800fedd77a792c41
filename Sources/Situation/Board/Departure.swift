/// Why something that an earlier board told is not told by a later one: what happened, and nothing more.
package enum Departure: Hashable, Sendable {
  /// Its speaker gave another figure, or said something else of the same thing.
  case replaced
  /// Nobody is named, and the same outlet gave another.
  case replacedByOutlet
  /// Another speaker named the figure as replaced, or said something else of the same thing.
  case overtaken
  case retracted(by: String)
  case corrected(by: String)
  /// A claim of the operator's own that they took back.
  case takenBack
  /// Its speaker stands by it, and it is past its time.
  case old
  /// What it was a part of was told anew without it.
  case notRepeated
  /// The later board is of an earlier instant.
  case notYetSaid
}

extension Board {
  /// What became of a figure of an earlier board; `nil` where it still stands.
  ///
  /// - Parameter claim: The first claim that gave it, in the board's own store.
  package func departure(of figure: Figure, from claim: EventID, in store: EventStore) -> Departure? {
    if let departure = departure(ofClaim: claim, in: store) { return departure }
    if let correction = overrides.corrected[claim], correction.figure != figure {
      return .corrected(by: author(correction.event, in: store))
    }
    guard let count = overrides.claim(of: claim, in: store).count,
      let ladder = ladders[count.key],
      let number = ladder.rungNumber(of: claim)
    else { return .notRepeated }
    // Newest first is by descending number.
    let index = ladder.rungs.count - 1 - Int(number)
    let rung = ladder.rungs[index]
    if rung.isLive { return ladder.live.contains { $0.first == rung.first } ? nil : .old }
    guard ladder.rungs[..<index].contains(where: { $0.isSaid(by: rung) }) else { return .overtaken }
    return rung.speaker == nil ? .replacedByOutlet : .replaced
  }

  /// What became of the words that a claim gave for a thing.
  ///
  /// - Parameter other: The claim that the later board takes its words for the same thing from; `nil` where it has none.
  package func departure(of claim: EventID, after other: EventID?, in store: EventStore) -> Departure {
    if let departure = departure(ofClaim: claim, in: store) { return departure }
    guard let other else { return .notRepeated }
    switch (store[claim].claim.speaker, store[other].claim.speaker) {
    case (let speaker?, let rival?): return speaker.isSame(as: rival) ? .replaced : .overtaken
    case (nil, nil): return store.isOneOutlet(claim, other) ? .replacedByOutlet : .overtaken
    default: return .overtaken
    }
  }

  /// What the operator did to a claim, or that it is later than the board.
  private func departure(ofClaim claim: EventID, in store: EventStore) -> Departure? {
    if let act = overrides.retracted[claim] { return .retracted(by: author(act, in: store)) }
    if store.position(of: claim, on: clock) >= included { return .notYetSaid }
    guard store[claim].act != nil else { return nil }
    let acts = store.actEvents(in: store.cut(after: included, on: clock))
    return OperatorOverrides.undoneClaims(acts).contains(claim) ? .takenBack : nil
  }

  private func author(_ act: EventID, in store: EventStore) -> String { store[act].act?.author ?? "the operator" }
}

extension EventStore {
  fileprivate func isOneOutlet(_ a: EventID, _ b: EventID) -> Bool {
    func outlet(_ id: EventID) -> String? {
      article(self[id].claim.receipt.article).map { $0.outlet ?? $0.id.digest }
    }
    return outlet(a) == outlet(b)
  }
}
