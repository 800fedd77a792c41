/// Turns ladders into the rows of the people and forces panes.
struct FigureRows {
  let ladders: [FigureKey: Ladder]
  let conflicts: [Conflict]
  /// A claim as the board takes it.
  let claim: (EventID) -> Claim
  /// The claim that a claim is a part of.
  let whole: (EventID) -> EventID?

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

  /// The ladder's own row, then one for each part of it. Parts of another figure than the one shown (58 men of an
  /// earlier 104) would read as parts of this one: they are among the row's claims, and no rows of their own.
  private func rows(_ ladder: Ladder, label: String) -> [BoardRow] {
    var parts = RowTable<String>()
    let shown = Set(ladder.newest?.events ?? [])
    let (own, foreign) = ladder.parts.reduce(into: ([EventID](), [EventID]())) { split, id in
      if let whole = whole(id), !shown.contains(whole) { split.1.append(id) } else { split.0.append(id) }
    }
    for id in own + ladder.undisclosed {
      guard let count = claim(id).count, count.scope != .increment, !isWhole(claim(id), count) else {
        continue
      }
      let value: BoardRow.Value = count.figure.isUndisclosed ? .unknown : .figure(count.figure)
      let label = claim(id).coach.map { "coach \($0)" } ?? count.subject
      parts.add(label, label: label, value: value, id)
    }
    var partRows = parts.rows
    for index in partRows.indices { partRows[index].isPart = true }
    let mentions = ladder.undisclosed.filter { id in
      claim(id).count.map { isWhole(claim(id), $0) } ?? false
    }
    let rungs = ladder.rungs.flatMap { Array($0.events.reversed()) }
    var row = BoardRow(
      label: label, value: .unknown, newest: mentions.last, events: rungs + mentions.reversed() + foreign.reversed(),
      range: ladder.range)
    if let newest = ladder.newest {
      row.value = .figure(newest.figure)
      row.newest = newest.first
      row.conflicts = conflicts.indices.filter { index in
        conflicts[index].setAside == nil
          && (conflicts[index].terms + [conflicts[index].against]).contains { ladder.rungs.contains($0.rung) }
      }.map { $0 + 1 }
    }
    return [row] + partRows
  }

  private func isWhole(_ claim: Claim, _ count: Count) -> Bool {
    claim.partOf == nil && count.scope != .increment && claim.coach == nil && PeopleNouns.isWhole(count)
  }
}
