internal import Situation

/// A name for an instant of the timeline, and where that is in the replay.
struct PlacedMarker: Hashable, Sendable {
  var name: String
  var instant: Instant
  /// How many events are in at the instant.
  var position: Int
}

extension Model {
  /// Every marker that is not undone, in the order of the clock, wherever the playhead stands.
  var markers: [PlacedMarker] {
    let acts = store.acts
    guard !acts.isEmpty else { return [] }
    let active = OperatorOverrides.active(acts)
    return acts.compactMap { entry -> PlacedMarker? in
      guard case .marker(let name, let instant) = entry.act, active.contains(entry.id) else { return nil }
      return PlacedMarker(name: name, instant: instant, position: store.asOf(instant, on: clock).included)
    }.sorted { ($0.position, $0.name) < ($1.position, $1.name) }
  }

  /// `:goto`: a time, a span of it, a marker, the number of an event, start or end.
  mutating func goTo(_ text: String) throws(LineError) -> [Effect] {
    go(to: try position(of: text))
  }

  /// Where in the replay an operator means.
  func position(of text: String) throws(LineError) -> Int {
    let plain = text.lowercased()
    switch plain {
    case "": throw LineError("where to? \(TimeEntry.examples), a marker, an event such as #12, start or end")
    case "start": return 0
    case "end": return store.replayCount
    default: break
    }
    if plain.hasPrefix("#"), let number = Int(plain.dropFirst()) {
      guard (0...store.replayCount).contains(number) else {
        throw LineError("event \(number) does not exist; there are \(store.replayCount)")
      }
      return number
    }
    if let marker = markers.first(where: { $0.name.lowercased() == plain }) { return marker.position }
    return store.asOf(try instant(of: text), on: clock).included
  }

  /// The instant that an operator means; a day is its end.
  private func instant(of text: String) throws(LineError) -> Instant {
    guard let reference = referenceTime else {
      throw LineError("no claim has a date here: --date gives an undated text its date, and #12 goes to an event")
    }
    if text.hasPrefix("+") || text.hasPrefix("-"), let span = TimeEntry.span(text) {
      let now = asOf.moment?.to ?? reference.date.start(at: reference.offset)
      return now.advanced(by: span)
    }
    guard let to = TimeEntry.moment(text, near: self)?.to else {
      let names = markers.map(\.name).filter { !$0.isEmpty }
      let known = names.isEmpty ? "" : "; markers: " + names.joined(separator: ", ")
      throw LineError("\"\(text)\" is neither a time nor a marker; write \(TimeEntry.examples)\(known)")
    }
    return to
  }

  /// The next or previous marker.
  mutating func goToMarker(_ direction: Int) -> [Effect] {
    let markers = markers
    let next =
      direction > 0
      ? markers.first { $0.position > playhead } : markers.last { $0.position < playhead }
    guard let next else {
      tell(markers.isEmpty ? "no marker is set: m sets one here" : "no marker further on this way")
      return [.bell]
    }
    let effects = go(to: next.position)
    tell("marker" + (next.name.isEmpty ? "" : " " + next.name))
    return effects
  }

  /// The next or previous place in the replay where the selected figure becomes another.
  mutating func goToChange(_ direction: Int) -> [Effect] {
    guard let key = selectedFigure else {
      tell("no figure is selected: move to one of people or forces")
      return [.bell]
    }
    guard let position = change(of: key, direction) else {
      tell("\(key.label): no change further on this way")
      return [.bell]
    }
    let (attention, receipt) = (attention, receiptIndex)
    let effects = go(to: position)
    // The figure stays selected, so that the key can be pressed again.
    (self.attention, receiptIndex) = (attention, receipt)
    return effects
  }

  /// The figure that is selected, on the board or in its ladder.
  var selectedFigure: FigureKey? {
    if case .ladder(let ladder)? = screens.last, case .figure(let key) = ladder.subject { return key }
    guard case .selection(let pane) = attention, pane != .timeline else { return figureLookedAt }
    return selectedItem(in: pane)?.figureKey(in: store) ?? figureLookedAt
  }

  private var figureLookedAt: FigureKey? {
    selectedItem(in: focus)?.figureKey(in: store)
      ?? shownReceipt.flatMap { store[$0].claim.count }.map { $0.key }
  }

  private func change(of key: FigureKey, _ direction: Int) -> Int? {
    func figure(_ position: Int) -> Figure? {
      Board(store, included: position, clock: clock).ladders[key]?.newest?.figure
    }
    var current = direction > 0 ? board.ladders[key]?.newest?.figure : figure(max(0, playhead - 1))
    if direction > 0 {
      for position in playhead..<max(playhead, store.replayCount) where mayChange(key, at: position) {
        if figure(position + 1) != current { return position + 1 }
      }
      return nil
    }
    // Backwards: the place after an event before which another figure stood.
    for position in stride(from: playhead - 2, through: 0, by: -1) where mayChange(key, at: position) {
      let before = figure(position)
      if before != current { return position + 1 }
      current = before
    }
    return nil
  }

  /// Returns true if an event could change a figure: a count of it, or something the operator did.
  private func mayChange(_ key: FigureKey, at position: Int) -> Bool {
    let event = store.event(at: position, on: clock)
    if event.act != nil { return true }
    guard let count = event.claim.count else { return false }
    return count.key == key
  }
}
