internal import Situation

/// Compares the lists of two boards. What the earlier one is of may be a smaller store.
struct BoardComparison {
  let before: PaneLists
  let after: PaneLists
  /// The later board and its store.
  let board: Board
  let store: EventStore
  /// The store of the earlier board, where that is another.
  var earlierStore: EventStore?

  /// Every row that differs, pane by pane, in the order of the present board; what is gone comes last in its pane.
  func changes() -> [BoardChange] {
    let figures = [Pane.people, .forces, .train, .gaps].flatMap { rows($0, before[$0], after[$0]) }
    // A conflict that goes on with another figure is told by the figure.
    let told = Set(figures.filter { $0.kind == .changed }.compactMap(\.event))
    return conflicts(before[.conflicts], after[.conflicts]).filter { conflict in
      conflict.kind != .changed || !events(of: conflict).contains(where: told.contains)
    } + figures
  }

  private func events(of change: BoardChange) -> Evidence {
    after[change.pane].first { $0.id == change.id }?.events ?? Evidence()
  }

  private func rows(_ pane: Pane, _ all: [PaneItem], _ allNew: [PaneItem]) -> [BoardChange] {
    let (old, new) = (all.filter(\.isCompared), allNew.filter(\.isCompared))
    let known = Dictionary(old.map { ($0.id, $0) }) { first, _ in first }
    let voices = Dictionary(all.compactMap { item in item.voice.map { ($0, item) } }) { first, _ in first }
    let present = Set(new.map(\.id))
    let changed = new.compactMap { item -> BoardChange? in
      guard let was = known[item.id] else {
        return item.value == .unknown && pane == .people ? nil : change(.new, pane, before: nil, after: item)
      }
      // Which account stands first may change; what each of them says is held against what it said.
      guard let said = item.voice.flatMap({ voices[$0] }) ?? (item.voice == nil || was.voice == nil ? was : nil) else {
        return change(.new, pane, before: nil, after: item)
      }
      // The first total is no change of the part that was told before: "17 staff" did not become 45,000 people.
      if said.coverage != nil, item.coverage == nil { return change(.new, pane, before: nil, after: item) }
      guard said.value != item.value || said.coverage != item.coverage || said.label != item.label && !said.isRival
      else { return nil }
      return change(.changed, pane, before: said, after: item)
    }
    return changed + rivals(pane, voices, allNew)
      + old.filter { !present.contains($0.id) }.map { change(.gone, pane, before: $0, after: nil) }
  }

  /// Accounts below the first that say something else than they did. A new one is told by the conflict that it makes.
  private func rivals(_ pane: Pane, _ voices: [PaneItem.Voice: PaneItem], _ new: [PaneItem]) -> [BoardChange] {
    new.compactMap { item in
      guard item.isRival, let was = item.voice.flatMap({ voices[$0] }), was.value != item.value else { return nil }
      return change(.changed, pane, before: was, after: item)
    }
  }

  /// Conflicts are the same by what they are about and who disagrees, whatever they are called by.
  private func conflicts(_ old: [PaneItem], _ new: [PaneItem]) -> [BoardChange] {
    func isSame(_ a: PaneItem, _ b: PaneItem) -> Bool {
      guard let a = a.conflict, let b = b.conflict else { return false }
      return a.isSame(as: b)
    }
    let changed = new.compactMap { item -> BoardChange? in
      guard let was = old.first(where: { isSame($0, item) }) else {
        return change(.new, .conflicts, before: nil, after: item)
      }
      guard was.value != item.value || was.label != item.label else { return nil }
      return change(.changed, .conflicts, before: was, after: item)
    }
    let gone = old.filter { was in !new.contains { isSame(was, $0) } }
    return changed + gone.map { change(.gone, .conflicts, before: $0, after: nil) }
  }

  private func change(_ kind: BoardChange.Kind, _ pane: Pane, before: PaneItem?, after: PaneItem?) -> BoardChange {
    let item = after ?? before
    let event = after?.newest ?? before?.newest.flatMap(here)
    return BoardChange(
      kind: kind, pane: pane, id: item?.id ?? "", label: item?.wholeLabel ?? "", before: before?.value,
      after: after?.value, coverage: BoardChange.Coverage(before: before?.coverage, after: after?.coverage),
      event: event, earlier: before?.newest.flatMap(here),
      departure: before.flatMap { departure(of: $0, after: after) },
      status: item?.figureKey?.status ?? event.flatMap { store[$0].claim.count?.status },
      key: item?.voice?.key ?? item?.figureKey, isPart: item?.isFolding ?? false)
  }

  /// Where a claim of the earlier store is in the later one.
  private func here(_ event: EventID) -> EventID? {
    guard let earlierStore else { return event }
    return store.event(of: earlierStore.reference(to: event))
  }

  private func departure(of item: PaneItem, after: PaneItem?) -> Departure? {
    guard item.value != .unknown, let claim = item.newest.flatMap(here) else { return nil }
    if item.conflict != nil {
      return after != nil ? nil : item.events.compactMap(here).lazy.compactMap(figureDeparture).first
    }
    if item.figureKey != nil, case .figure(let figure) = item.value {
      return board.departure(of: figure, from: claim, in: store)
    }
    return board.departure(of: claim, after: after?.newest, in: store)
  }

  private func figureDeparture(_ claim: EventID) -> Departure? {
    board.overrides.claim(of: claim, in: store).count.flatMap { board.departure(of: $0.figure, from: claim, in: store) }
  }
}

extension PaneItem {
  /// A part with the figure that it is a part of: "killed, driver".
  fileprivate var wholeLabel: String {
    if let voice, isRival { return voice.label }
    return isPart ? whole + ", " + label : label
  }

  /// Headings say nothing, and the sum of the ledger is that of its figures.
  fileprivate var isCompared: Bool {
    switch kind {
    case .heading, .ledger: false
    // What rivals a figure is told by the conflict.
    case .row: !isRival
    case .vehicle, .conflict: true
    }
  }
}
