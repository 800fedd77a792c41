internal import Situation

/// Where the operator was before a search began.
struct SearchOrigin: Hashable, Sendable {
  var focus: Pane
  var attention: Model.Attention
  var receiptIndex: Int
  var timelineRow: Int?
  var screens: [Screen]
}

extension Model {
  // MARK: - Search

  /// Opens the line for a search; in an article that is open it is searched, elsewhere everything is.
  mutating func openSearch() -> [Effect] {
    searchOrigin = SearchOrigin(
      focus: focus, attention: attention, receiptIndex: receiptIndex,
      timelineRow: attention == .selection(.timeline) ? selectedIndex(in: .timeline) : nil, screens: screens)
    return openLine(.search)
  }

  /// What is typed so far is searched for, and the first place is shown.
  mutating func searchTyped(_ text: String) {
    restoreOrigin()
    guard !text.isEmpty else { return }
    if case .article(var reading)? = screens.last {
      reading.find(text)
      screens[screens.count - 1] = .article(reading)
      return
    }
    search = makeSearch(text)
    showMatch(isOpening: false)
  }

  /// Goes back to where the search began.
  mutating func restoreOrigin() {
    guard let origin = searchOrigin else { return }
    (focus, screens) = (origin.focus, origin.screens)
    if let row = origin.timelineRow { select(row, in: .timeline) }
    (attention, receiptIndex) = (origin.attention, origin.receiptIndex)
    search = nil
  }

  /// Ends the search where it is; an empty one goes on from the last.
  mutating func enterSearch(_ text: String) throws(LineError) -> [Effect] {
    if text.isEmpty { return moveMatch(1) }
    searchTyped(text)
    if case .article(let reading)? = screens.last {
      guard let tally = reading.foundTally else { throw LineError("not found in this article: \(text)") }
      searchOrigin = nil
      tell(tally)
      return []
    }
    guard let search, !search.matches.isEmpty else { throw LineError("not found: \(text)") }
    searchOrigin = nil
    showMatch(isOpening: true)
    tell(search.tally)
    return []
  }

  /// The next or previous place of what was searched for.
  mutating func moveMatch(_ places: Int) -> [Effect] {
    if case .article(var reading)? = screens.last, reading.foundTally != nil {
      reading.moveFound(places)
      screens[screens.count - 1] = .article(reading)
      tell(reading.foundTally ?? "")
      return []
    }
    guard let last = search else {
      tell("nothing was searched for yet: / searches")
      return [.bell]
    }
    // Events may have come, and the clock may be another.
    let before = last.shown.map { last.matches[$0] }
    var next = makeSearch(last.text)
    guard !next.matches.isEmpty else {
      tell(next.tally)
      return [.bell]
    }
    let count = next.matches.count
    let current = before.flatMap { match in next.matches.firstIndex(of: match) }
    next.shown = current.map { ($0 + places + count) % count } ?? next.shown
    search = next
    showMatch(isOpening: true)
    tell(next.tally)
    return []
  }

  private mutating func makeSearch(_ text: String) -> Search {
    searchText.extend(to: store)
    let passing = filtered.map { rows in Set(rows.map { store.event(at: $0, on: clock).id }) }
    var search = Search(text, searchText, store, clock: clock) { passing?.contains($0) ?? true }
    guard !search.matches.isEmpty else { return search }
    let from = selectedIndex(in: .timeline).map(timelinePosition) ?? 0
    let next = search.matches.firstIndex { match in
      if case .event(let id) = match { store.position(of: id, on: clock) >= from } else { false }
    }
    search.shown = next ?? 0
    return search
  }

  /// Shows the match that was gone to: an event in the timeline, a passage in its article.
  private mutating func showMatch(isOpening: Bool) {
    guard let search, let shown = search.shown else { return }
    switch search.matches[shown] {
    case .event(let id):
      if layout.canFocus(.timeline) { focus = .timeline }
      select(timelineRow(of: store.position(of: id, on: clock)), in: .timeline)
    case .passage(let article, let range):
      guard isOpening, var reading = Reading(article, store: store, size: size, options: options) else { return }
      reading.find(search.text, at: range)
      screens.append(.article(reading))
    }
  }

  // MARK: - Filter

  mutating func setFilter(_ text: String) throws(LineError) -> [Effect] {
    let (filter, model) = (filter, self)
    self.filter = try Filter(text) { TimeEntry.moment($0, near: model) }
    refilter()
    if let filtered, filtered.isEmpty {
      self.filter = filter
      refilter()
      throw LineError("no event fits \"\(text)\"")
    }
    if attention == .selection(.timeline) { attention = .playhead }
    return []
  }

  /// "speaker:BLA (12 of 210)", while a filter is on.
  var filterWords: String? {
    guard let filter, let filtered else { return nil }
    return "\(filter.text) (\(filtered.count) of \(store.replayCount))"
  }

  /// The place in the replay order of a row of the timeline.
  func timelinePosition(_ row: Int) -> Int { filtered.map { $0[row] } ?? row }

  /// The row of the timeline at a place in the replay order, or the last before it.
  func timelineRow(of position: Int) -> Int {
    guard let filtered else { return position }
    return max(0, filtered.partitioningIndex { $0 > position } - 1)
  }

  /// So many events on, of those that the filter lets through.
  func stepped(_ places: Int) -> Int {
    guard let filtered else { return playhead + places }
    // A position is how many events are in: after the event at row r it is that event's place and one.
    let at = filtered.partitioningIndex { $0 + 1 > playhead }
    let isOn = at > 0 && filtered[at - 1] + 1 == playhead
    let row = places > 0 ? at + places - 1 : (isOn ? at - 1 : at) + places
    if row < 0 { return 0 }
    return row < filtered.count ? filtered[row] + 1 : places > 0 ? store.replayCount : playhead
  }
}
