internal import Situation

/// How far back the list of changes looks.
package enum Lookback: Hashable, Sendable {
  /// As it is set; by default the last look.
  case baseline
  case hour
}

/// What "changed" is counted from.
enum Baseline: Hashable, Sendable {
  /// So many seconds before the instant of the board, wherever the replay stands.
  case span(Int64, name: String)
  /// After an event, wherever that stands; `nil` is before the first.
  case event(EventID?, name: String)
  /// The end of what the operator had before them when they last left the board.
  case lastLook

  /// As it was asked for: "1h", "12 Mar 14:00", "last".
  var name: String {
    switch self {
    case .span(_, let name), .event(_, let name): name
    case .lastLook: "your last look"
    }
  }
}

/// One row of the board that is not what it was at the baseline.
struct BoardChange: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case new, changed, gone
  }

  let kind: Kind
  let pane: Pane
  /// The row's identity in its pane.
  let id: String
  let label: String
  /// What it showed, and shows; `nil` where there was, or is, no such row.
  let before: BoardRow.Value?
  let after: BoardRow.Value?
  /// The claim it was, or is, taken from: of the present store; `nil` where it is not there.
  let event: EventID?
  /// What became of what it showed; `nil` where that still stands, and where there was nothing.
  let departure: Departure?
  /// The figure that it is of; `nil` where it is of none.
  var status: Count.Status?
  var isPart = false

  /// The identity of the figure that it is a part of.
  fileprivate var wholeID: String? {
    id.lastIndex(of: "/").map { String(id[..<$0]) }
  }

  fileprivate var rank: Int {
    let grave =
      switch pane {
      case .conflicts: 0
      case .people: 1 + 2 * (status?.traits.gravity ?? 3)
      case .forces: status.map { 2 + 2 * $0.traits.gravity } ?? 10
      case .gaps: 12
      case .train, .timeline, .receipt: 9
      }
    return grave + (kind == .gone ? 20 : 0)
  }

  /// What it was and what it is: "27 > 33", "was 33"; empty where neither is known.
  func values(_ marks: GlyphSet) -> String {
    let said = [before, after].compactMap { $0 }
    guard !said.allSatisfy({ $0 == .unknown }) else { return "" }
    let words = said.map { $0.words(marks) }.joined(separator: ", now ")
    return kind == .gone ? "was " + words : words
  }
}

extension [BoardChange] {
  /// Conflicts that stand, then figures of people and forces by how grave their status is, then what is said of the
  /// place and of what was said, then what nobody reports; what is gone comes last. Parts and repetitions of a figure
  /// that changed are told by the figure.
  var gravestFirst: [BoardChange] {
    let wholes = Set(filter { !$0.isPart }.map { Whole(pane: $0.pane, id: $0.id) })
    var told: Set<ChangeKey> = []
    let kept = filter { change in
      if change.isPart, let whole = change.wholeID, wholes.contains(Whole(pane: change.pane, id: whole)) {
        return false
      }
      return told.insert(ChangeKey(change)).inserted
    }
    return kept.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
  }

  private struct Whole: Hashable {
    let pane: Pane
    let id: String
  }

  /// What a reader would take for the same line.
  private struct ChangeKey: Hashable {
    let kind: BoardChange.Kind
    let label: String
    let before: BoardRow.Value?
    let after: BoardRow.Value?
    let isOfForces: Bool

    init(_ change: BoardChange) {
      (kind, label, before, after) = (change.kind, change.label, change.before, change.after)
      isOfForces = change.pane == .forces
    }
  }
}

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
    [Pane.conflicts, .people, .forces, .train, .gaps].flatMap { pane -> [BoardChange] in
      let (old, new) = (before[pane].filter(\.isCompared), after[pane].filter(\.isCompared))
      return pane == .conflicts ? conflicts(old, new) : rows(pane, old, new)
    }
  }

  private func rows(_ pane: Pane, _ old: [PaneItem], _ new: [PaneItem]) -> [BoardChange] {
    let known = Dictionary(old.map { ($0.id, $0) }) { first, _ in first }
    let present = Set(new.map(\.id))
    let changed = new.compactMap { item -> BoardChange? in
      guard let was = known[item.id] else {
        return item.value == .unknown && pane == .people ? nil : change(.new, pane, before: nil, after: item)
      }
      guard was.value != item.value || was.label != item.label else { return nil }
      return change(.changed, pane, before: was, after: item)
    }
    return changed + old.filter { !present.contains($0.id) }.map { change(.gone, pane, before: $0, after: nil) }
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
      after: after?.value, event: event, departure: before.flatMap { departure(of: $0, after: after) },
      status: item?.figureKey?.status ?? event.flatMap { store[$0].claim.count?.status }, isPart: item?.isPart ?? false)
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
    isPart ? id.split(separator: "/").suffix(2).joined(separator: ", ") : label
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

extension Model {
  /// `:baseline`: sets what "changed" is counted from.
  mutating func setBaseline(_ text: String) throws(LineError) -> [Effect] {
    switch text.lowercased() {
    case "":
      tell(baseline.map { "changes are counted from \($0.name); :baseline off ends that" } ?? "no baseline is set")
      return []
    case "off":
      baseline = nil
    case "last": return [.recallLastLook]
    case "here": baseline = .event(latest?.id, name: asOf.text ?? "event \(playhead)")
    default:
      if let span = TimeEntry.ago(text) {
        guard board.asOf != nil else { throw LineError("no time is known here to count back from; :baseline here is") }
        baseline = .span(span, name: text)
      } else {
        let position = try position(of: text)
        baseline = .event(position > 0 ? store.event(at: position - 1, on: clock).id : nil, name: text)
      }
    }
    compare()
    if let baseline { tell("\(changes.count) changed since \(baseline.name); :changes lists them") }
    return []
  }

  /// What the operator saw last is what "changed" is counted from, until they choose something else.
  mutating func beginsWith(_ seen: EventStore?) {
    guard let seen, baseline == nil else { return }
    lastLook = seen
    baseline = .lastLook
    compare()
    guard status == nil, !changes.isEmpty else { return }
    tell("\(changes.count) changed since your last look; d lists them")
  }

  /// Lists what changed. Without a baseline, which is on the first look, that is what changed in the last hour.
  mutating func openChanges(_ lookback: Lookback) -> [Effect] {
    let hour = Baseline.span(3600, name: "1h")
    let isOpen = if case .changes? = screens.last { true } else { false }
    switch lookback {
    case .hour where isOpen && baseline == hour: baseline = lastLook == nil ? nil : .lastLook
    case .hour: baseline = hour
    case .baseline: if baseline == nil { baseline = lastLook == nil ? hour : .lastLook }
    }
    if baseline == hour, board.asOf == nil {
      baseline = nil
      tell("this is your first look, and no time is known to count back from; :baseline here sets one")
      return [.bell]
    }
    compare()
    guard baseline != nil else { return isOpen ? cancel() : [.bell] }
    return isOpen ? [] : open(.changes(ChangesScreen()))
  }

  /// What the loop remembers of the last look.
  mutating func recalled(_ store: EventStore?) -> [Effect] {
    guard let store else {
      tell("this is your first look at this: there is no last one to count from")
      return [.bell]
    }
    lastLook = store
    baseline = .lastLook
    compare()
    tell("\(changes.count) changed since your last look; :changes lists them")
    return []
  }

  /// What is not as it was at the baseline.
  func changesSinceBaseline(to board: Board, _ lists: PaneLists) -> [BoardChange] {
    baselineLists.map { before in
      BoardComparison(
        before: before, after: lists, board: board, store: store,
        earlierStore: baseline == .lastLook ? lastLook : nil
      ).changes().gravestFirst
    } ?? []
  }

  /// The board at the baseline.
  private var baselineLists: PaneLists? {
    switch baseline {
    case nil: return nil
    case .span(let seconds, _):
      guard let now = board.asOf else { return nil }
      let included = store.asOf(now.advanced(by: -seconds), on: clock).included
      return PaneLists(Board(store, included: min(included, playhead), clock: clock), store: store)
    case .event(let event, _):
      let included = event.map { store.position(of: $0, on: clock) + 1 } ?? 0
      return PaneLists(Board(store, included: included, clock: clock), store: store)
    case .lastLook:
      return lastLook.map { PaneLists(Board($0, included: $0.replayCount, clock: clock), store: $0) }
    }
  }
}
