internal import Situation

/// What can be read off a board, whatever its size: the rows, who gives them and when. Two boards with the same face
/// look the same but for the clock and the place in the replay.
private struct BoardFace: Equatable {
  struct Row: Equatable {
    let pane: Pane
    let id: String
    let label: String
    let value: BoardRow.Value
    let coverage: String?
    let range: Interval?
    let conflicts: [Int]
    let speaker: [String]
    let when: Moment?
  }

  let rows: [Row]

  init(_ lists: PaneLists, _ store: EventStore, _ clock: Clock) {
    rows = [Pane.train, .people, .forces, .conflicts, .gaps].flatMap { pane in
      lists[pane].map { item in
        Row(
          pane: pane, id: item.id, label: item.label, value: item.value, coverage: item.coverage, range: item.range,
          conflicts: item.conflicts, speaker: item.newest.map(store.speakerLabels) ?? [],
          when: item.newest.map { store.moment(of: $0, on: clock) })
      }
    }
  }
}

extension Model {
  /// The most events that one step passes over: what a key does must be there before the next key.
  static let mostPassed = 100

  /// Where one step on or back leads: to the next place at which the board shows something else, past claims that only
  /// repeat what is there. With a filter, or where each event was asked for, to the next event.
  func steppedVisibly(_ direction: Int) -> Int {
    guard filter == nil, !replay.stepsThroughAll else { return stepped(direction) }
    func face(_ position: Int) -> BoardFace {
      position == playhead
        ? BoardFace(allLists, store, clock)
        : BoardFace(PaneLists(Board(store, included: position, clock: clock), store: store), store, clock)
    }
    var position = playhead + direction
    guard direction > 0 else {
      // A place to stop at shows something else than the place before it.
      guard position > 0 else { return position }
      var here = face(position)
      for _ in 0..<Model.mostPassed where position > 0 {
        let before = face(position - 1)
        if before != here { return position }
        (position, here) = (position - 1, before)
      }
      return position
    }
    let here = face(playhead)
    for _ in 0..<Model.mostPassed where position < store.replayCount {
      if face(position) != here { return position }
      position += 1
    }
    return position
  }

  mutating func toggleAllSteps() {
    replay.stepsThroughAll.toggle()
    tell(
      replay.stepsThroughAll
        ? "each event is stepped to, also those that change nothing on the board; A ends it"
        : "events that change nothing on the board are stepped over; A steps to each")
  }
}
