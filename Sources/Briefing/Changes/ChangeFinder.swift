import Situation

/// Compares two boards of one incident by what they tell, and not by how they came to it.
struct ChangeFinder {
  let earlier: Board
  let later: Board
  let words: Words
  /// Where an event of the earlier store is in the later one; `nil` where it is not.
  let here: (EventID) -> EventID?

  /// Figures first, then things and forces, then words, then conflicts; always in the same order.
  func changes() -> [Change] {
    figures() + parts() + states() + statements() + gaps() + conflicts()
  }

  // MARK: - Figures

  private func figures() -> [Change] {
    let keys = Set(earlier.ladders.keys).union(later.ladders.keys).sorted { rank($0) < rank($1) }
    return keys.flatMap { figure($0, before: earlier.ladders[$0], after: later.ladders[$0]) }
  }

  private func rank(_ key: FigureKey) -> (Int, Int) {
    (
      Count.SubjectClass.allCases.firstIndex { $0 == key.subjectClass } ?? Count.SubjectClass.allCases.count,
      Count.Status.allCases.firstIndex(of: key.status) ?? 0
    )
  }

  private func figure(_ key: FigureKey, before: Ladder?, after: Ladder?) -> [Change] {
    var changes: [Change] = []
    let old = before?.newest
    let new = after?.newest
    switch (old, new) {
    case (nil, let new?):
      changes.append(Change(.new, .words("\(key.label) \(words.figure(new.figure))"), .said(Array(new.events))))
    case (let old?, let new?) where !isSame(old, new):
      let stands = after?.live.contains { isSame($0, old) } ?? false
      changes.append(
        Change(
          .revised, .words("\(key.label) \(words.figure(new.figure))"), .said(Array(new.events)),
          .words(", \(stands ? "beside" : "before") \(words.figure(old.figure))"), .said(old.events.compactMap(here))))
    case (let old?, nil): changes.append(gone(key, old))
    default: break
    }
    // Rivals that came or went below the newest.
    for rung in rivals(after) where !isAmong(rung, before) {
      changes.append(Change(.new, .words("\(key.label), also \(words.figure(rung.figure))"), .said(Array(rung.events))))
    }
    for rung in rivals(before) where !isAmong(rung, after) {
      changes.append(gone(key, rung))
    }
    return changes
  }

  /// The live rungs beside the newest.
  private func rivals(_ ladder: Ladder?) -> [Rung] {
    ladder.map { ladder in ladder.live.filter { $0.first != ladder.newest?.first } } ?? []
  }

  private func isAmong(_ rung: Rung, _ ladder: Ladder?) -> Bool {
    ladder?.live.contains { isSame($0, rung) } ?? false
  }

  private func gone(_ key: FigureKey, _ rung: Rung) -> Change {
    Change(.withdrawn, .words("\(key.label) \(words.figure(rung.figure))"), .said(rung.events.compactMap(here)))
  }

  /// Whether it is the same figure of the same side.
  private func isSame(_ a: Rung, _ b: Rung) -> Bool {
    a.figure.interval == b.figure.interval && a.figure.form == b.figure.form && a.side == b.side
  }

  // MARK: - Parts of figures

  /// Rows of people and forces that tell of a part of a figure, such as the driver among the critical.
  private func parts() -> [Change] {
    let (before, after) = (partRows(earlier), partRows(later))
    var changes: [Change] = []
    for row in after {
      guard case .figure(let figure) = row.value.value else { continue }
      let said = Change.Part.said(Array(row.value.events.prefix(1)))
      switch before.first(where: { $0.name == row.name })?.value.value {
      case .figure(let old) where old.interval == figure.interval: break
      case .figure(let old):
        changes.append(
          Change(.revised, .words("\(row.name) \(words.figure(figure))"), said, .words(", before \(words.figure(old))"))
        )
      default: changes.append(Change(.new, .words("\(row.name) \(words.figure(figure))"), said))
      }
    }
    for row in before {
      guard case .figure(let figure) = row.value.value, !after.contains(where: { $0.name == row.name }) else {
        continue
      }
      changes.append(
        Change(
          .withdrawn, .words("\(row.name) \(words.figure(figure))"),
          .said(row.value.events.prefix(1).compactMap(here))))
    }
    return changes
  }

  private func partRows(_ board: Board) -> [(name: String, value: BoardRow)] {
    var whole = ""
    var seen: Set<String> = []
    let rows = board.people + board.forces.security.figures + board.forces.attackers.figures
    return rows.compactMap { row in
      guard row.isPart else {
        whole = row.label
        return nil
      }
      // The figures of other accounts are told with the ladder's.
      if row.isRival { return nil }
      let name = "\(words.plain(whole)), \(words.plain(row.label))"
      return seen.insert(name).inserted ? (name, row) : nil
    }
  }

  // MARK: - States, deployments, words

  private func states() -> [Change] {
    let (before, after) = (stateRows(earlier), stateRows(later))
    let (known, present) = (Set(before.map(\.name)), Set(after.map(\.name)))
    return after.filter { !known.contains($0.name) }.map {
      Change(.new, .words($0.name), .said($0.events))
    }
      + before.filter { !present.contains($0.name) }.map {
        Change(.withdrawn, .words($0.name), .said($0.events.compactMap(here)))
      }
  }

  /// The train, who is on the way, and what the forces do and have, each in words.
  private func stateRows(_ board: Board) -> [(name: String, events: [EventID])] {
    var seen: Set<String> = []
    let sides = [board.forces.security, board.forces.attackers, board.forces.others]
    let rows = board.train.rows + sides.flatMap { $0.actions + $0.equipment }
    var named: [(String, [EventID])] = rows.compactMap { row in
      guard case .words(let state) = row.value else { return nil }
      return ("\(words.plain(row.label)) \(state == "yes" ? "in use" : words.plain(state))", Array(row.events))
    }
    if let coaches = board.train.coachCount, case .figure(let figure) = coaches.value {
      named.append(("coaches \(words.figure(figure))", Array(coaches.events)))
    }
    return named.filter { seen.insert($0.0).inserted }
  }

  private func statements() -> [Change] {
    let (before, after) = (said(earlier), said(later))
    let (known, present) = (Set(before.map(\.name)), Set(after.map(\.name)))
    return after.filter { !known.contains($0.name) }.map { Change(.new, .words($0.name), .said([$0.event])) }
      + before.filter { !present.contains($0.name) }.map {
        Change(.withdrawn, .words($0.name), .said([$0.event].compactMap(here)))
      }
  }

  private func said(_ board: Board) -> [(name: String, event: EventID)] {
    var seen: Set<String> = []
    return board.forces.statements.compactMap { said in
      let by = said.statement.by.map { " by " + words.clean($0) } ?? ""
      let content =
        said.statement.act == .label ? words.quotation(said.statement.content) : words.plain(said.statement.content)
      let name = "\(said.statement.act.rawValue)\(by): \(content)"
      return seen.insert(name).inserted ? (name, said.event) : nil
    }
  }

  private func gaps() -> [Change] {
    let known = Set(earlier.gaps.map(\.label))
    return later.gaps.filter { !known.contains($0.label) }.map {
      Change(.new, .words("no figure for \(words.plain($0.label))"), .said(Array($0.events)))
    }
  }

  // MARK: - Conflicts

  private func conflicts() -> [Change] {
    func name(_ conflict: Conflict) -> String {
      "\(conflict.kind.rawValue), \(conflict.subject): \(conflict.claimed(words.marks)) \(conflict.opposed(words.marks))"
    }
    let (known, present) = (Set(earlier.openConflicts.map(name)), Set(later.openConflicts.map(name)))
    return later.openConflicts.filter { !known.contains(name($0)) }.map { Change(.contradicted, .conflict($0)) }
      + earlier.openConflicts.filter { !present.contains(name($0)) }.map {
        Change(.withdrawn, .words("conflict that no longer stands so: \(words.plain(name($0)))"))
      }
  }
}
