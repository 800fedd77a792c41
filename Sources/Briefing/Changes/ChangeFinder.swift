import Situation

/// Compares two boards of one incident by what they tell, and not by how they came to it.
struct ChangeFinder {
  let earlier: Board
  let later: Board
  /// The store of the later board.
  let store: EventStore
  let words: Words
  /// Where an event of the earlier store is in the later one; `nil` where it is not.
  let here: (EventID) -> EventID?

  /// Figures first, then things and forces, then words, then conflicts; always in the same order.
  func changes() -> [Change] {
    let figures = figures()
    // A conflict that goes on with another figure is told by the figure.
    let told = Set(figures.filter { $0.kind == .revised }.compactMap(\.firstEvent))
    let conflicts = conflicts().filter { change in
      guard change.kind == .revised, let conflict = change.conflict else { return true }
      return !conflict.events.contains(where: told.contains)
    }
    return figures + parts() + states() + statements() + gaps() + conflicts
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
      changes.append(
        Change(.new, .words("\(later.label(of: key)) \(words.figure(new.figure))"), .said(Array(new.events))))
    case (let old?, let new?) where !isSame(old, new):
      let stands = isAmong(old, after)
      let departure = stands ? "" : departure(of: old).map { ", " + words.clean($0.words) } ?? ""
      changes.append(
        Change(
          .revised, .words("\(later.label(of: key)) \(words.figure(new.figure))"), .said(Array(new.events)),
          .words(", \(stands ? "beside" : "before") \(words.figure(old.figure))"), .said(old.events.compactMap(here)),
          .words(departure)))
    case (let old?, nil): changes.append(gone(key, old))
    default: break
    }
    // Rivals that came or went below the newest. What a side says in place of what it said is one change.
    var replaced: [Rung] = []
    for rung in rivals(after) where !isAmong(rung, before) {
      let former = rivals(before).first { $0.side == rung.side && !isAmong($0, after) && !replaced.contains($0) }
      guard let former else {
        changes.append(
          Change(.new, .words("\(later.label(of: key)), also \(words.figure(rung.figure))"), .said(Array(rung.events))))
        continue
      }
      replaced.append(former)
      changes.append(
        Change(
          .revised, .words("\(later.label(of: key)) \(words.figure(rung.figure))"), .said(Array(rung.events)),
          .words(", before \(words.figure(former.figure))"), .said(former.events.compactMap(here))))
    }
    // The newest that another took the place of is told with that one; what stood behind others is missed by nobody.
    let heads = before?.heads.map(\.first) ?? []
    for rung in rivals(before) where !isAmong(rung, after) && !replaced.contains(rung) && heads.contains(rung.first) {
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
    past("\(later.label(of: key)) \(words.figure(rung.figure))", rung.events.compactMap(here), departure(of: rung))
  }

  /// What is no longer told, who said it, and why.
  private func past(_ name: String, _ events: [EventID], _ departure: Departure?) -> Change {
    Change(
      .past, .words(name), .said(events), .words(": " + words.clean((departure ?? .notRepeated).words)))
  }

  /// What became of a figure of the earlier board; `nil` where it still stands.
  private func departure(of rung: Rung) -> Departure? {
    here(rung.first).flatMap { later.departure(of: rung.figure, from: $0, in: store) }
  }

  /// What became of words of the earlier board.
  private func departure(of event: EventID?, after other: EventID?) -> Departure? {
    event.flatMap(here).map { later.departure(of: $0, after: other, in: store) }
  }

  /// Returns true if it is the same figure of the same side.
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
        past(
          "\(row.name) \(words.figure(figure))", row.value.events.prefix(1).compactMap(here),
          departure(of: row.value.newest, after: nil)))
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
      + before.filter { !present.contains($0.name) }.map { row in
        let other = after.first { $0.thing == row.thing }
        return past(row.name, row.events.compactMap(here), departure(of: row.events.first, after: other?.events.first))
      }
  }

  /// The train, who is on the way, and what the forces do and have, each in words.
  private func stateRows(_ board: Board) -> [(thing: String, name: String, events: [EventID])] {
    var seen: Set<String> = []
    let sides = [board.forces.security, board.forces.attackers, board.forces.others]
    let rows = board.train.rows + sides.flatMap { $0.actions + $0.equipment }
    var named: [(thing: String, name: String, events: [EventID])] = rows.compactMap { row in
      guard case .words(let state) = row.value else { return nil }
      let thing = words.plain(row.label)
      return (thing, "\(thing) \(state == "yes" ? "in use" : words.plain(state))", Array(row.events))
    }
    if let coaches = board.train.coachCount, case .figure(let figure) = coaches.value {
      named.append(("coaches", "coaches \(words.figure(figure))", Array(coaches.events)))
    }
    return named.filter { seen.insert($0.name).inserted }
  }

  private func statements() -> [Change] {
    let (before, after) = (said(earlier), said(later))
    let (known, present) = (Set(before.map(\.name)), Set(after.map(\.name)))
    return after.filter { !known.contains($0.name) }.map { Change(.new, .words($0.name), .said([$0.event])) }
      + before.filter { !present.contains($0.name) }.map {
        past($0.name, [$0.event].compactMap(here), departure(of: $0.event, after: nil))
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
    let before = earlier.openConflicts.map { (conflict: $0, identity: ConflictIdentity($0)) }
    let after = later.openConflicts.map { (conflict: $0, identity: ConflictIdentity($0)) }
    let appeared = after.compactMap { new -> Change? in
      guard let old = before.first(where: { $0.identity.isSame(as: new.identity) }) else {
        return Change(.contradicted, .conflict(new.conflict))
      }
      let (was, now) = (figures(old.conflict), figures(new.conflict))
      return was == now ? nil : Change(.revised, .conflict(new.conflict), .words(" Before: \(was)."))
    }
    let ended = before.filter { old in !after.contains { $0.identity.isSame(as: old.identity) } }
    return appeared
      + ended.map { old in
        let title = words.clean(old.conflict.title(words.marks))
        return Change(
          .past, .words("conflict \(title), \(figures(old.conflict)): \(end(of: old.conflict, old.identity))"))
      }
  }

  /// "killed 21 but 10".
  private func figures(_ conflict: Conflict) -> String {
    words.plain("\(conflict.claimed(words.marks)) \(conflict.opposed(words.marks))")
  }

  /// Why a conflict is no longer open: somebody set it aside, or what became of its figures.
  private func end(of conflict: Conflict, _ identity: ConflictIdentity) -> String {
    let aside = later.conflicts.first { $0.setAside != nil && ConflictIdentity($0).isSame(as: identity) }
    if let author = aside?.setAside.flatMap({ store[$0].act?.author }) { return "set aside by " + words.clean(author) }
    let departures = (conflict.terms + [conflict.against]).compactMap { term in
      departure(of: term.rung).map { "\(words.figure(term.rung.figure)) " + words.clean($0.words) }
    }
    return departures.isEmpty ? "no longer found among the figures" : departures.joined(separator: ", ")
  }
}
