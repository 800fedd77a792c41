extension Board {
  /// Returns true for what was last told before somebody told that the incident is over: it is not the present any more.
  package func isPast(_ row: BoardRow, in store: EventStore) -> Bool {
    guard let over = train.headline, over != row, case .words(let words) = over.value, ThingState.isOver(words),
      let newest = row.newest, let end = over.events.last,
      let told = store.end(of: newest, on: .reported), let ended = store.end(of: end, on: .reported)
    else { return false }
    return told < ended
  }
}
