/// Turns ladders into the rows of the people and forces panes.
struct FigureRows {
  let ladders: [FigureKey: Ladder]
  let conflicts: [Conflict]
  let store: EventStore

  /// Drawn even where no claim speaks of them: what is not known of people is the first thing to know.
  private static let always: [Count.Status] = [.held, .rescued, .aboard, .killed, .injured]
  private static let order: [Count.Status] = [
    .held, .rescued, .released, .escaped, .safe, .aboard, .killed, .injured, .critical, .missing,
  ]

  var people: [BoardRow] {
    FigureRows.order.flatMap { status -> [BoardRow] in
      var rows: [BoardRow] = []
      if let ladder = ladders[FigureKey(status, .people)] {
        rows = self.rows(ladder, label: status.rawValue)
      } else if FigureRows.always.contains(status) {
        rows = [BoardRow(label: status.rawValue, value: .unknown)]
      }
      if let mixed = ladders[FigureKey(status, nil)] { rows += self.rows(mixed, label: status.rawValue + ", all") }
      return rows
    }
  }

  /// Strength first, then losses. Who of them was aboard is told with the train and, without a figure, with the gaps.
  func forces(_ side: Count.SubjectClass) -> [BoardRow] {
    ([.strength] + FigureRows.order.filter { $0 != .aboard }).flatMap { status in
      ladders[FigureKey(status, side)].map { rows($0, label: status.rawValue) } ?? []
    }
  }

  /// The ladder's own row, then one for each part of it.
  private func rows(_ ladder: Ladder, label: String) -> [BoardRow] {
    var parts = RowTable<String>()
    for id in ladder.parts + ladder.undisclosed {
      guard let count = store[id].claim.count, count.scope != .increment, !isWhole(store[id].claim, count) else {
        continue
      }
      let value: BoardRow.Value = count.figure.isUndisclosed ? .unknown : .figure(count.figure)
      parts.add(count.subject, label: count.subject, value: value, id)
    }
    var partRows = parts.rows
    for index in partRows.indices { partRows[index].isPart = true }
    let mentions = ladder.undisclosed.filter { id in
      store[id].claim.count.map { isWhole(store[id].claim, $0) } ?? false
    }
    let rungs = ladder.rungs.flatMap { Array($0.events.reversed()) }
    var row = BoardRow(
      label: label, value: .unknown, newest: mentions.last, events: rungs + mentions.reversed(), range: ladder.range)
    if let newest = ladder.newest {
      row.value = .figure(newest.figure)
      row.newest = newest.first
      row.conflicts = conflicts.indices.filter { index in
        (conflicts[index].terms + [conflicts[index].against]).contains { ladder.rungs.contains($0.rung) }
      }.map { $0 + 1 }
    }
    return [row] + partRows
  }

  private func isWhole(_ claim: Claim, _ count: Count) -> Bool {
    claim.partOf == nil && count.scope != .increment && PeopleNouns.isWhole(count)
  }
}
