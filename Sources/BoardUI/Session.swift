package import Situation

/// Where an operator left the board: enough to draw the same screen again on the same articles, and nothing that
/// depends on how many there are.
package struct Session: Hashable, Sendable {
  /// A selected row: by what it is about, and where it stood in case that is gone.
  package struct Row: Hashable, Sendable {
    package var pane: Pane
    package var id: String
    package var index: Int

    package init(pane: Pane, id: String, index: Int) {
      self.pane = pane
      self.id = id
      self.index = index
    }
  }

  /// An open article: the claim whose passage is shown, and the first line on the screen.
  package struct OpenArticle: Hashable, Sendable {
    package var claim: ClaimReference
    package var top: Int

    package init(claim: ClaimReference, top: Int) {
      self.claim = claim
      self.top = top
    }
  }

  package var clock = Clock.happened
  /// A report about the incident on the board; `nil` for the one that most reports are about.
  package var incident: ArticleID?
  /// The event at the playhead; `nil` before the first.
  package var event: ClaimReference?
  /// At the end, where the board stays as more comes.
  package var isAtEnd = true
  package var focus = Pane.people
  package var hidden: [Pane] = []
  package var isZoomed = false
  package var rows: [Row] = []
  /// The pane whose selected row the receipt shows; `nil` for the event at the playhead.
  package var attention: Pane?
  package var receipt = 0
  package var isMouseOn = true
  package var article: OpenArticle?
  /// The words of the filter; `nil` while everything is listed.
  package var filter: String?
  /// What was typed last, oldest first.
  package var commands: [String] = []
  package var searches: [String] = []
  package var filters: [String] = []

  package init() {}
}

extension Model {
  /// What is to be there again when the operator comes back. While the place before this one is offered and nobody went
  /// there or anywhere else, it goes on being offered.
  package var savedPlace: Session {
    var place = currentPlace
    guard let former, isAtEnd else { return place }
    (place.event, place.isAtEnd, place.article) = (former.event, false, former.article)
    (place.attention, place.receipt) = (former.attention, former.receipt)
    return place
  }

  /// Where the operator is.
  var currentPlace: Session {
    var place = Session()
    place.clock = clock
    if case .about(let article) = desk.choice { place.incident = article }
    place.event = latest.map { store.reference(to: $0.id) }
    place.isAtEnd = isAtEnd
    place.focus = focus
    place.hidden = Pane.allCases.filter(arrangement.hidden.contains)
    place.isZoomed = arrangement.isZoomed
    place.rows = selectedRows
    if case .selection(let pane) = attention { place.attention = pane }
    place.receipt = receiptIndex
    place.isMouseOn = isMouseOn
    place.filter = filter?.text
    place.commands = typedLines(.command)
    place.searches = typedLines(.search)
    place.filters = typedLines(.filter)
    for screen in screens {
      guard case .article(let reading) = screen, let event = reading.event else { continue }
      place.article = Session.OpenArticle(claim: store.reference(to: event), top: reading.top)
    }
    return place
  }

  /// Opens at the newest, arranged as it was left. A place further back is offered, and never gone to unasked: a board
  /// that is days behind must not pass for the present one.
  package mutating func reopen(_ place: Session) {
    guard !place.isAtEnd else {
      // Who comes back asks for the board first, and not for the page that was open.
      var board = place
      board.article = nil
      return restore(board)
    }
    var newest = place
    (newest.isAtEnd, newest.article, newest.attention, newest.receipt) = (true, nil, nil, 0)
    restore(newest)
    let event = place.event.flatMap { store.event(of: $0) }
    guard event != nil || place.event == nil else { return }
    let position = event.map { store.position(of: $0, on: clock) + 1 } ?? 0
    guard position < store.replayCount else { return }
    former = place
    let when = position == 0 ? "the start" : AsOf(store, position: position, clock: clock).text
    tell("this is the newest; ' goes back to \(when ?? "event \(position)"), where you left")
  }

  /// The place that was kept.
  mutating func goToFormer() -> [Effect] {
    guard let place = former else {
      tell("no place further back was kept; L goes to the newest and back")
      return [.bell]
    }
    former = nil
    restore(place)
    return []
  }

  /// Goes back to where the operator was, as far as it is still there.
  package mutating func restore(_ place: Session) {
    if let incident = place.incident, wantedIncident == nil, desk.choice != .about(incident) {
      desk.choice = .about(incident)
      screens = []
      regroup()
    }
    let event = place.event.flatMap { store.event(of: $0) }
    if place.isAtEnd {
      movePlayhead(to: store.replayCount, on: place.clock)
    } else if let event {
      movePlayhead(to: store.position(of: event, on: place.clock) + 1, on: place.clock)
    } else {
      movePlayhead(to: place.event == nil ? 0 : store.replayCount, on: place.clock)
    }
    arrangement = Arrangement(hidden: Set(place.hidden).subtracting([.conflicts]), isZoomed: place.isZoomed)
    focus = place.focus
    arrangement.hidden.remove(focus)
    isMouseOn = place.isMouseOn
    if let words = place.filter {
      let model = self
      // A filter that this sitboard does not know lists everything.
      filter = try? Filter(words) { TimeEntry.moment($0, near: model) }
      refilter()
    }
    histories[.command] = LineHistory(place.commands + typedLines(.command))
    histories[.search] = LineHistory(place.searches + typedLines(.search))
    histories[.filter] = LineHistory(place.filters + typedLines(.filter))
    restore(place.rows)
    attention = place.attention.map { .selection($0) } ?? .playhead
    receiptIndex = max(0, place.receipt)
    guard let article = place.article, let claim = store.event(of: article.claim),
      var reading = Reading(claim, store: store, size: size, options: options)
    else { return }
    reading.scroll(to: article.top)
    screens = [.article(reading)]
  }

  /// The last lines that were typed for a purpose, without those that are too long to be typed again.
  private func typedLines(_ purpose: CommandLine.Purpose) -> [String] {
    Array((histories[purpose]?.lines ?? []).filter { $0.utf8.count <= 400 }.suffix(30))
  }
}
