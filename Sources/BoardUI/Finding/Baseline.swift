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
  /// Shortly before the newest report, for an operator who has not looked before.
  case recent
}

extension Model {
  /// `:baseline`: sets what "changed" is counted from.
  mutating func setBaseline(_ text: String) throws(LineError) -> [Effect] {
    switch text.lowercased() {
    case "":
      tell(
        baseline == nil || baseline == .recent
          ? "no baseline is set" : "changes are counted \(changesSince); :baseline off ends that")
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
    if baseline != nil { tell("\(changes.count) changed \(changesSince); :changes lists them") }
    return []
  }

  /// What the operator saw last is what "changed" is counted from, until they choose something else; at their first look
  /// that is how it stood shortly before the newest report.
  mutating func beginsWith(_ seen: EventStore?) {
    guard baseline == nil else { return }
    lastLook = seen
    baseline = seen == nil ? .recent : .lastLook
    compare()
    guard seen != nil, status == nil, !changes.isEmpty else { return }
    tell("\(changes.count) changed since your last look; d lists them")
  }

  /// Lists what changed. Without a baseline that is what changed since the last look, and at the first one lately.
  mutating func openChanges(_ lookback: Lookback) -> [Effect] {
    let hour = Baseline.span(3600, name: "1h")
    let isOpen = if case .changes? = screens.last { true } else { false }
    switch lookback {
    case .hour where isOpen && baseline == hour: baseline = lastLook == nil ? .recent : .lastLook
    case .hour: baseline = hour
    case .baseline: if baseline == nil { baseline = lastLook == nil ? .recent : .lastLook }
    }
    if baseline == hour, board.asOf == nil {
      baseline = nil
      tell("no time is known to count back from; :baseline here sets one")
      return [.bell]
    }
    compare(whereverItStands: true)
    if baseline == .recent, recentPast == nil {
      tell("this is your first look, and no report of a known time came before the newest; :baseline here sets one")
      return isOpen ? cancel() : [.bell]
    }
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

  /// "since 12 Mar 14:00", "since your last look", "in the last hour before 14 Mar 19:30".
  var changesSince: String { waysToTellSince.first ?? "" }

  /// The same, longest way first.
  var waysToTellSince: [String] {
    switch baseline {
    case nil: []
    case .span(_, let name), .event(_, let name): ["since " + name]
    case .lastLook: ["since your last look"]
    case .recent: recentPast?.start.words(glyphs.marks) ?? []
    }
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
    case .recent: return recentPast.map { PaneLists($0.board, store: store) }
    }
  }
}
