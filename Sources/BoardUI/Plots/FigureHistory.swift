internal import Situation

/// How a figure went, from its ladder: what each rung gave, and when on the board's clock.
struct FigureHistory {
  let ladder: Ladder
  let store: EventStore
  let clock: Clock

  init?(_ key: FigureKey?, _ model: Model) {
    guard let key, let ladder = model.board.ladders[key], !ladder.rungs.isEmpty else { return nil }
    self.ladder = ladder
    store = model.store
    clock = model.clock
  }

  /// By when a claim was so, or was said; `nil` where no time is known.
  func time(of id: EventID) -> Instant? { store.end(of: id, on: clock) }

  /// Whether any claim for it has a time.
  var hasTimes: Bool { ladder.rungs.last.map { time(of: $0.first) != nil } ?? false }

  /// The newest figure given by an instant. Rungs stand newest first in the order of the replay, and what has no time
  /// is newer there than all that has.
  func figure(at instant: Instant) -> Figure? {
    var (low, high) = (0, ladder.rungs.count)
    while low < high {
      let middle = low + (high - low) / 2
      let isLater = time(of: ladder.rungs[middle].first).map { $0 > instant } ?? true
      if isLater { low = middle + 1 } else { high = middle }
    }
    return low < ladder.rungs.count ? ladder.rungs[low].figure : nil
  }

  /// The figure that the newest one took the place of.
  var previous: Figure? {
    guard let newest = ladder.newest, let index = ladder.rungs.firstIndex(of: newest) else { return nil }
    return index + 1 < ladder.rungs.count ? ladder.rungs[index + 1].figure : nil
  }
}
