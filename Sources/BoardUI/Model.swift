package import Situation

/// Everything the screen is drawn from. Changed only by `update`.
package struct Model: Sendable {
  /// What the receipt pane shows.
  enum Attention: Hashable, Sendable {
    /// The event at the playhead.
    case playhead
    /// The selected row of a pane.
    case selection(Pane)
  }

  package private(set) var store: EventStore
  /// As of the playhead; folded when the playhead moves, and never while drawing.
  package private(set) var board: Board
  /// The bottom line of the same board.
  package private(set) var bottomLine: BottomLine
  package private(set) var clock: Clock
  /// How many events of the replay order are in.
  package private(set) var playhead: Int
  package private(set) var asOf: AsOf
  package var replay = Replay()
  /// Where the playhead was before it went live.
  var beforeLive: EventID?
  /// Where the operator left the board, further back than the newest; `nil` once they went there.
  var former: Session?
  package var size: Size
  package let options: Options
  package let keymap: Keymap
  /// What could not be loaded, in the order it was told.
  package var problems: [String]
  /// What is to be known of what was loaded, in the order it was told.
  package var notices: [String] = []
  /// What there is to say of the files while the board is open.
  package var live = LiveState()
  /// How the board leads or is led; `nil` for neither.
  package var lead: Lead?
  /// Which incidents the reports are about.
  package var desk = IncidentDesk()
  /// What was read and is about another incident than the one on the board.
  var asides: [ArticleID: LoadedArticle] = [:]
  /// Former editions of stories: they count no more, and can still be read.
  var formerEditions: [ArticleID: LoadedArticle] = [:]
  /// The editions that were replaced since something came last.
  var supersededLast: Set<ArticleID> = []
  /// The incident that was asked for by name.
  package var wantedIncident: String?
  /// Another number than before is another store: its events are not those of before.
  package private(set) var storeNumber = 0
  package var alerts = AlertWatch()
  var alertLog = AlertLog()
  /// How things stood when it was looked last whether anything came up; `nil` before everything is read.
  var standing: (store: Int, standing: Standing)?
  /// The question at the foot of the screen, until it is answered.
  var question: Question?
  /// Told until the next key.
  package var status: String?
  /// Whether it is told below the keys that stay in sight, since no key led to it.
  var statusIsNews = false
  package var focus: Pane = .people
  package var arrangement = Arrangement()
  /// True if the terminal is to report the mouse.
  package var isMouseOn = true
  /// What is open over the board, the last on top.
  var screens: [Screen] = []
  /// The line at the foot, while something is typed in it.
  var commandLine: CommandLine?
  var histories: [CommandLine.Purpose: LineHistory] = [:]
  /// What was searched for last, and where the operator was before that.
  var search: Search?
  var searchOrigin: SearchOrigin?
  var searchText = SearchText()
  /// What the timeline lists.
  var filter: Filter?
  /// The places in the replay order that the filter lets through; `nil` without one.
  private(set) var filtered: [Int]?
  /// What "changed" is counted from, and what has changed since.
  var baseline: Baseline?
  private(set) var changes: [BoardChange] = []
  /// How many changes were told of the newest: their rows stay while the replay is further back.
  private var newestChanges = 0
  /// What the changes since the last look were found in.
  private var comparedStore: StoreVersion?
  /// What the operator had before them when they last left.
  var lastLook: EventStore?
  /// What the newest is told against at a first look; `nil` where nothing is.
  var recentPast: RecentPast?
  /// True if what the operator does can be saved.
  package var journal: JournalAccess
  var attention: Attention = .selection(.people) { didSet { lingering = nil } }
  /// Which of the claims behind the selected row the receipt pane shows, counted from 0.
  var receiptIndex = 0 { didSet { lingering = nil } }
  /// What the receipt pane goes on showing while the playhead moves fast: a passage that nobody has time to read is
  /// most of what a step would send.
  var lingering: Receipts?
  private(set) var lists: PaneLists
  private(set) var density: Density
  /// The stretch of time that strips and plots span; `nil` where no claim has a time.
  private(set) var axis: TimeAxis?
  private(set) var undatedArticles: Int
  /// What the whole incident needs of the screen, so that the panes stay where they are while it replays.
  private(set) var needs: Layout.Needs
  private var selections: [Pane: Selection] = [:]

  /// Opens at the end, with everything in.
  ///
  /// - Parameters:
  ///   - store: What was read before the board opened.
  ///   - problems: What could not be read: each names the file and what to do.
  ///   - journal: Whether what the operator does can be saved.
  ///   - size: Of the terminal, in columns and rows.
  package init(
    store: EventStore = EventStore(), clock: Clock = .happened, problems: [String] = [],
    journal: JournalAccess = .closed, size: Size,
    options: Options = Options(), keymap: Keymap = .standard
  ) {
    self.store = store
    self.clock = clock
    self.problems = problems
    self.journal = journal
    self.size = size
    self.options = options
    self.keymap = keymap
    playhead = store.replayCount
    board = Board(store, included: store.replayCount, clock: clock)
    bottomLine = BottomLine(board, store)
    asOf = AsOf(store, position: store.replayCount, clock: clock)
    lists = PaneLists(board, store: store)
    axis = TimeAxis(store, clock: clock)
    density = Density(store, clock: clock, axis: axis)
    undatedArticles = store.articles.count { $0.date.isUnknown }
    needs = Layout.Needs(board, bottomLine, lists, store, hasTimes: axis != nil)
  }

  package var isAtEnd: Bool { playhead == store.replayCount }

  /// The event at the playhead, the last that is in.
  var latest: Event? { board.latest(in: store) }

  /// Puts the playhead after so many events, on a clock.
  ///
  /// - Parameter isLead: Whether it is the lead that moves it. What a lead moves, nobody else does.
  mutating func movePlayhead(to position: Int, on clock: Clock, isLead: Bool = false) {
    guard isLead || !isLed else {
      tell("the presenter moves this board; o leaves the lead to look around")
      return
    }
    let position = min(max(position, 0), store.replayCount)
    guard position != playhead || clock != self.clock else { return }
    let isOtherClock = clock != self.clock
    if isOtherClock {
      axis = TimeAxis(store, clock: clock)
      density = Density(store, clock: clock, axis: axis)
    }
    let former = (position: playhead, asOf: asOf)
    playhead = position
    self.clock = clock
    if isOtherClock { refilter() }
    fold(after: isOtherClock ? nil : former)
  }

  mutating func append(_ loaded: [LoadedArticle]) {
    desk.add(loaded.map(\.card))
    if live.isCaughtUp { desk.update() }
    for aside in loaded where !desk.admits(aside.article.id) { asides[aside.article.id] = aside }
    appendToStore(loaded.filter { desk.admits($0.article.id) })
    if live.isCaughtUp { regroup() }
  }

  mutating func appendToStore(_ loaded: [LoadedArticle]) {
    grow { $0.append(contentsOf: loaded.map { ($0.article, $0.claims) }) }
  }

  mutating func append(_ entries: [OperatorEntry]) {
    grow { $0.append(entries) }
    let former = desk.assigned
    desk.assign(store.acts)
    if live.isCaughtUp, desk.assigned != former { regroup() }
  }

  /// Adds events; a playhead at the end stays at the end, any other stays at its event.
  private mutating func grow(_ add: (inout EventStore) -> Void) {
    let wasAtEnd = isAtEnd
    let event = latest?.id
    add(&store)
    if wasAtEnd {
      playhead = store.replayCount
    } else {
      playhead = event.map { store.position(of: $0, on: clock) + 1 } ?? 0
    }
    axis = TimeAxis(store, clock: clock)
    density = Density(store, clock: clock, axis: axis)
    undatedArticles = store.articles.count { $0.date.isUnknown }
    refilter()
    fold()
    if wasAtEnd {
      needs = Layout.Needs(board, bottomLine, lists, store, hasTimes: axis != nil)
    } else {
      let whole = Board(store, included: store.replayCount, clock: clock)
      needs = Layout.Needs(
        whole, BottomLine(whole, store), PaneLists(whole, store: store), store, hasTimes: axis != nil)
    }
  }

  mutating func grade(_ reliabilities: Reliabilities) {
    store.reliabilities = store.reliabilities.overlaid(by: reliabilities)
    fold()
  }

  /// Starts again with another store.
  mutating func replaceStore(_ loaded: [LoadedArticle], _ entries: [OperatorEntry]) {
    store = EventStore()
    storeNumber += 1
    playhead = 0
    // What is open is of the store before.
    screens = []
    receiptIndex = 0
    (search, searchOrigin, searchText, filter, beforeLive) = (nil, nil, SearchText(), nil, nil)
    filtered = nil
    fold()
    grow { store in
      store.append(contentsOf: loaded.map { ($0.article, $0.claims) })
      store.append(entries)
    }
  }

  /// Finds anew what the filter lets through.
  mutating func refilter() {
    guard let filter else {
      filtered = nil
      return
    }
    searchText.extend(to: store)
    filtered = (0..<store.replayCount).filter { position in
      filter.passes(store.event(at: position, on: clock), store, clock: clock, searchText)
    }
  }

  /// - Parameter former: Where the playhead was in the same store, on the same clock.
  private mutating func fold(after former: (position: Int, asOf: AsOf)? = nil) {
    board = Board(store, included: playhead, clock: clock)
    bottomLine = BottomLine(board, store)
    asOf = AsOf(store, position: playhead, clock: clock, after: former)
    lists = PaneLists(board, store: store)
    compare()
  }

  /// A store at one of its sizes.
  private struct StoreVersion: Hashable {
    let number: Int
    let events: Int
  }

  /// Finds what is not as it was at the baseline.
  ///
  /// - Parameter whereverItStands: False while the replay steps: what is told of itself at a first look is told of the
  ///   newest, and of an earlier instant when it is asked for. Else every step would send a line of it.
  mutating func compare(whereverItStands: Bool = false) {
    recentPast = baseline == .recent && (isAtEnd || whereverItStands) ? RecentPast(before: board, store) : nil
    // Since the last look it is the newest that has changed, wherever the replay stands.
    defer { if isAtEnd || baseline == .lastLook { newestChanges = changes.count } }
    if baseline == .lastLook, !isAtEnd {
      let mark = StoreVersion(number: storeNumber, events: store.events.count)
      guard mark != comparedStore else { return }
      comparedStore = mark
      let whole = Board(store, included: store.replayCount, clock: clock)
      changes = changesSinceBaseline(to: whole, PaneLists(whole, store: store))
      return
    }
    let before = changes
    changes = changesSinceBaseline(to: board, lists)
    comparedStore = baseline == .lastLook ? StoreVersion(number: storeNumber, events: store.events.count) : nil
    if !before.isEmpty || !changes.isEmpty { lists.markChanged(changes) }
  }
}

extension Model {
  /// A selected row: by what it is about, so that it stays selected while rows come and go above it.
  private struct Selection: Hashable, Sendable {
    var id: String
    var index: Int
  }

  var glyphs: Glyphs { Glyphs(tier: options.tier, widths: CharacterWidths(ambiguous: options.ambiguousWidth)) }

  var layout: Layout {
    var needs = needs
    needs.changes = newestChanges
    return Layout(
      size: size, focus: focus, arrangement: arrangement, needs: needs,
      problems: allProblems.count + notices.count + (readOnlyNotice == nil && lead == nil && asides.isEmpty ? 0 : 1),
      // One article alone has nothing before it, and its rows are worth more; what was edited in it the title tells.
      hasChanges: store.articles.count > 1)
  }

  /// What the panes list, whatever their size.
  var allLists: PaneLists { lists }

  /// What a pane lists at this size. Of people every total comes first: parts take what room is left, and those that
  /// nobody gives a figure for are listed only where there is room for all. Then rows of which nobody speaks yield, but
  /// those of the held and the dead. A zoomed list is paged, and leaves no figure out.
  func items(in pane: Pane) -> [PaneItem] {
    let items = lists[pane]
    let room = layout.pageHeight(pane)
    guard pane == .people, items.count > room else { return items }
    let known = items.filter { !$0.isFolding || $0.value != .unknown }
    guard !arrangement.isZoomed else { return known }
    let totals = known.count { !$0.isFolding }
    var left = max(0, room - totals)
    var tooMany = max(0, totals - room)
    return known.reversed().filter { item in
      guard item.isUntold, tooMany > 0 else { return true }
      tooMany -= 1
      return false
    }.reversed().filter { item in
      guard item.isFolding else { return true }
      left -= 1
      return left >= 0
    }
  }

  func count(in pane: Pane) -> Int { pane == .timeline ? filtered?.count ?? store.replayCount : items(in: pane).count }

  /// The place of the selected row in its pane; `nil` for an empty pane.
  func selectedIndex(in pane: Pane) -> Int? {
    let count = count(in: pane)
    guard count > 0 else { return nil }
    if pane == .timeline {
      guard case .selection(.timeline) = attention, let selection = selections[pane] else {
        return min(max(timelineRow(of: playhead - 1), 0), count - 1)
      }
      return min(selection.index, count - 1)
    }
    let items = items(in: pane)
    guard let selection = selections[pane] else { return items.firstIndex { !$0.isHeading } }
    if selection.index < items.count, items[selection.index].id == selection.id { return selection.index }
    if let index = items.firstIndex(where: { $0.id == selection.id }) { return index }
    return items[..<min(selection.index + 1, count)].lastIndex { !$0.isHeading } ?? items.firstIndex { !$0.isHeading }
  }

  func selectedItem(in pane: Pane) -> PaneItem? {
    guard pane != .timeline, let index = selectedIndex(in: pane) else { return nil }
    return items(in: pane)[index]
  }

  /// The selected row of every pane in which one was selected, for the place that is saved.
  var selectedRows: [Session.Row] {
    Pane.allCases.compactMap { pane in
      selections[pane].map { Session.Row(pane: pane, id: $0.id, index: $0.index) }
    }
  }

  mutating func restore(_ rows: [Session.Row]) {
    for row in rows { selections[row.pane] = Selection(id: row.id, index: max(0, row.index)) }
  }

  /// Selects the row at a place, or the nearest that is no heading.
  mutating func select(_ index: Int, in pane: Pane, direction: Int = 1) {
    let count = count(in: pane)
    guard count > 0 else { return }
    var index = min(max(index, 0), count - 1)
    receiptIndex = 0
    attention = .selection(pane)
    guard pane != .timeline else {
      selections[pane] = Selection(id: "", index: index)
      return
    }
    let items = items(in: pane)
    if items[index].isHeading {
      let after = items[index...].firstIndex { !$0.isHeading }
      let before = items[..<index].lastIndex { !$0.isHeading }
      guard let near = direction > 0 ? after ?? before : before ?? after else { return }
      index = near
    }
    selections[pane] = Selection(id: items[index].id, index: index)
  }

  /// The claims that the receipt pane can show, the first of them first; and which of them it shows.
  struct Receipts: Hashable, Sendable {
    var events: Evidence
    var shown: Int
  }

  /// Those of what has the attention.
  var receipts: Receipts {
    var events = Evidence()
    switch attention {
    case .playhead: events = Evidence(board.latestID(in: store).map { [$0] } ?? [])
    case .selection(.timeline):
      events = Evidence(selectedIndex(in: .timeline).map { [store.id(at: timelinePosition($0), on: clock)] } ?? [])
    case .selection(let pane): events = selectedItem(in: pane)?.events ?? Evidence()
    }
    return Receipts(events: events, shown: min(receiptIndex, max(0, events.count - 1)))
  }

  /// The claim that enter opens.
  var shownReceipt: EventID? {
    let receipts = receipts
    return receipts.events.isEmpty ? nil : receipts.events[receipts.shown]
  }
}
