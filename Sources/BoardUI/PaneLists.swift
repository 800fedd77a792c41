internal import Situation

/// One line of a pane's list: a heading, or something that can be selected, with every claim behind it.
struct PaneItem: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case heading
    case row
    case ledger
    case vehicle(Train.Designation)
    case conflict(Int)
  }

  /// What it is about; unique in its pane, and the same as long as it is about the same thing.
  var id: String
  var kind = Kind.row
  var label: String
  var value: BoardRow.Value = .unknown
  var newest: EventID?
  /// The claims whose receipts it has, the one to show first at the front.
  var events = Evidence()
  var range: Interval?
  var conflicts: [Int] = []
  /// What a conflict is the same by, on boards of other instants.
  var conflict: ConflictIdentity?
  var isPart = false
  /// What the figure is called that it belongs to; empty for a figure of its own.
  var whole = ""
  /// True for the figure of an account that excludes the one above it.
  var isRival = false
  /// True for a part of which more are told than of the figure that it is a part of.
  var isBeyondWhole = false
  /// True for what was told before the incident was over.
  var isPast = false
  /// The figure that the operator pinned, with who did, and whether it is the one shown.
  var pinned: (pin: Pin, isShown: Bool)? { pin.map { ($0, $0.figure.map { .figure($0) } == value) } }
  private var pin: Pin?
  /// True if the event at the playhead is among its claims.
  var isTouched = false
  /// True if it is not what it was at the baseline.
  var isChanged = false
  /// What its figure counts; `nil` for a part, and for what has no figure.
  var figureKey: FigureKey?
  /// Whose figure it is of how many; `nil` for a part, and for what has no figure.
  var voice: Voice?
  /// For a deadline of which the claims tell when it was set and how long it gave.
  var deadline: DeadlineNote?
  /// What a figure covers that is no total: "in Dhamar only".
  var coverage: String?
  /// Told in the place of a speaker where no claim speaks of it.
  var silence = "not reported"

  var isHeading: Bool { kind == .heading }
  /// True for a row that yields to the totals: a rival is a total itself.
  var isFolding: Bool { isPart && !isRival }
  /// True for a row of people of whom nobody speaks, unless they would be held or dead.
  var isUntold: Bool {
    kind == .row && newest == nil && value == .unknown && figureKey.map { $0.status.traits.gravity > 0 } ?? false
  }

  init(heading: String) {
    id = "heading " + heading
    kind = .heading
    label = heading
  }

  init(id: String, kind: Kind = .row, label: String, value: BoardRow.Value = .unknown, events: Evidence = Evidence()) {
    self.id = id
    self.kind = kind
    self.label = label
    self.value = value
    self.newest = events.first
    self.events = events
  }

  /// An account that gives a figure.
  struct Voice: Hashable, Sendable {
    let key: FigureKey
    let account: Account
    /// What the figure is called.
    let label: String
  }

  /// A figure that the operator pinned, and "pinned by ann".
  struct Pin: Hashable, Sendable {
    /// `nil` where operators pinned different ones, which the words then tell: "ann pins 21, ben pins 50".
    let figure: Figure?
    let words: String
  }

  /// - Parameter pin: The figure that the operator pinned.
  init(_ row: BoardRow, id: String, pin: Pin? = nil) {
    self.id = id
    self.pin = pin
    label = row.label
    value = row.value
    newest = row.newest
    events = row.events
    range = row.range
    conflicts = row.conflicts
    isPart = row.isPart
    isRival = row.isRival
    figureKey = row.key
    if let key = row.key, let head = row.heads.first, row.coverage == .total {
      voice = Voice(key: key, account: head.account, label: row.label)
    }
    switch row.coverage {
    case .total: break
    case .share(let share): coverage = share.label + " only"
    case .shares(let parts):
      silence =
        "parts: " + parts.prefix(4).map { $0.figure.short() }.joined(separator: " + ") + (parts.count > 4 ? " …" : "")
    }
  }
}

/// What can be selected in each pane, as of the playhead. The timeline lists the replay order itself.
struct PaneLists: Hashable, Sendable {
  private var items: [Pane: [PaneItem]] = [:]

  subscript(pane: Pane) -> [PaneItem] { items[pane] ?? [] }

  init(_ board: Board, store: EventStore) {
    items[.train] = PaneLists.train(board.train)
    items[.people] = PaneLists.people(board, store)
    items[.forces] = PaneLists.forces(board, store)
    items[.conflicts] = board.openConflicts.enumerated().map { number, conflict in
      let voices = Set(
        (conflict.terms + [conflict.against]).map { $0.rung.speakerName?.labels.first ?? $0.rung.outlet })
      let id = ([conflict.kind.rawValue, conflict.subject] + voices.sorted()).joined(separator: "/")
      var item = PaneItem(
        id: id, kind: .conflict(number + 1), label: conflict.headline(), value: .words(conflict.brief(hasTerms: true)),
        events: Evidence(conflict.events))
      item.conflicts = [number + 1]
      item.conflict = ConflictIdentity(conflict)
      return item
    }
    items[.gaps] = board.gaps.map { PaneItem(id: $0.label, label: $0.label, events: $0.events) }
    guard let latest = board.latestID(in: store) else { return }
    for pane in Pane.allCases { change(in: pane) { $0.isTouched = $0.events.isTouched(by: latest) } }
  }

  /// Changes the items of a pane in their place.
  private mutating func change(in pane: Pane, _ body: (inout PaneItem) -> Void) {
    guard var list = items.removeValue(forKey: pane) else { return }
    for index in list.indices { body(&list[index]) }
    items[pane] = list
  }

  /// Marks the rows that are not what they were, and no others.
  mutating func markChanged(_ changes: [BoardChange]) {
    let changed = Dictionary(grouping: changes, by: \.pane).mapValues { Set($0.map(\.id)) }
    for pane in Pane.allCases {
      change(in: pane) { $0.isChanged = changed[pane]?.contains($0.id) ?? false }
    }
  }

  private static func train(_ train: Train) -> [PaneItem] {
    var items = train.vehicles.map { vehicle in
      let states = vehicle.rows.compactMap { row in if case .words(let words) = row.value { words } else { nil } }
      return PaneItem(
        id: "vehicle " + vehicle.designation.name, kind: .vehicle(vehicle.designation), label: vehicle.designation.name,
        value: states.isEmpty ? .unknown : .words(states.joined(separator: ", ")),
        events: Evidence(joining: vehicle.rows.map(\.events)))
    }
    for row in train.conditions + train.tunnel + train.track + train.crew + train.others {
      items.append(PaneItem(row, id: row.label + " " + (words(row) ?? "?")))
    }
    if let route = train.route {
      let ends = [route.from.map { "from " + $0 }, route.to.map { "to " + $0 }].compactMap { $0 }
      let distances = [route.from, route.to].compactMap { $0 }.compactMap { end in
        route.distance(of: end).map { "\(end) \($0)" }
      }
      let words = ([ends.joined(separator: " ")] + distances).joined(separator: "; ")
      items.append(
        PaneItem(
          id: "route", label: "route", value: .words(words),
          events: Evidence(joining: [route.events, Evidence(route.distances.map(\.event))])))
    }
    if let count = train.coachCount { items.append(PaneItem(count, id: "coaches")) }
    return unique(items)
  }

  private static func people(_ board: Board, _ store: EventStore) -> [PaneItem] {
    var items = figures(board.people, in: "", board, store)
    if let ledger = board.ledger {
      let events = (ledger.terms + [ledger.aboard]).map(\.rung.first)
      var item = PaneItem(id: "ledger", kind: .ledger, label: "LEDGER", events: Evidence(events))
      item.conflicts = board.openConflicts.firstIndex { $0.kind == .over }.map { [$0 + 1] } ?? []
      items.append(item)
    }
    return unique(items)
  }

  /// Figures with their parts, and with what other accounts give.
  private static func figures(_ rows: [BoardRow], in group: String, _ board: Board, _ store: EventStore) -> [PaneItem] {
    var whole = PaneItem(id: "", label: "")
    var wholeID = ""
    var beyond: EventID?
    return rows.map { row in
      // What those are called who cannot leave may change, and the row is the same.
      let name = row.isPart ? row.label : row.key.map(\.status.rawValue) ?? row.label
      let id = group + (row.isPart ? wholeID + "/" : "") + name + (words(row) ?? "")
      var item = PaneItem(row, id: id, pin: board.pin(of: row, store))
      if row.isPart { item.whole = whole.label } else { wholeID = name }
      if !row.isPart {
        whole = item
        beyond = row.key.flatMap { board.partBeyond($0)?.event }
      }
      item.isBeyondWhole = row.isPart && !row.isRival && row.newest != nil && row.newest == beyond
      if row.isRival, let key = whole.figureKey, let account = row.heads.first?.account {
        item.voice = PaneItem.Voice(key: key, account: account, label: whole.label)
      }
      return item
    }
  }

  private static func forces(_ board: Board, _ store: EventStore) -> [PaneItem] {
    let forces = board.forces
    var items: [PaneItem] = []
    func add(_ heading: String, _ rows: [BoardRow]) {
      guard !rows.isEmpty else { return }
      items.append(PaneItem(heading: heading))
      items += zip(figures(rows, in: heading + "/", board, store), rows).map { item, row in
        var item = item
        item.isPast = board.isPast(row, in: store)
        // "SECURITY FORCES: security forces exchanging gunfire" says it twice.
        if words(row) != nil, row.label.uppercased() == heading { item.label = "" }
        return item
      }
    }
    func side(_ side: Forces.Side) -> [BoardRow] { side.figures + side.actions + side.equipment }
    add("SECURITY FORCES", side(forces.security))
    add("ATTACKERS", side(forces.attackers))
    items += statements(forces, store)
    add("ON THE MOVE", board.train.movements)
    add("OTHERS", side(forces.others))
    return unique(items)
  }

  /// What was said between the sides; an offer that nobody answered yet is followed by a line that says so.
  private static func statements(_ forces: Forces, _ store: EventStore) -> [PaneItem] {
    guard !forces.statements.isEmpty else { return [] }
    var items = [PaneItem(heading: "SAID")]
    for (index, said) in forces.statements.enumerated() {
      let deadline = DeadlineNote(said, among: forces.statements[...index], store: store)
      items.append(PaneItem(said.row, id: "said \(said.statement.act.word) \(said.statement.content)"))
      let act = said.statement.act.word
      let speaker = store.speaker(of: said.event)
      // Who acts is told by the speaker, unless somebody else says that they did.
      let by = said.statement.by.flatMap { by in speaker?.isNamed(with: by) ?? false ? nil : by }
      // "responsibility: responsibility for the attack" says it twice as well.
      let said = by == nil && said.statement.content.hasPrefix(act) ? "" : act
      items[items.count - 1].label = [by, said].compactMap { $0 }.joined(separator: " ")
      items[items.count - 1].deadline = deadline
    }
    let open = forces.statements.lastIndex { $0.statement.act == .offer || $0.statement.act == .demand }
    if let open, !forces.statements[open...].contains(where: { $0.statement.act == .answer }) {
      var item = PaneItem(id: "no answer", label: "answer", value: .unknown)
      item.silence = "no answer reported"
      items.append(item)
    }
    return items
  }

  private static func words(_ row: BoardRow) -> String? {
    if case .words(let words) = row.value { words } else { nil }
  }

  /// The same items, with a number after the name of a second one of a name.
  private static func unique(_ items: [PaneItem]) -> [PaneItem] {
    var seen: [String: Int] = [:]
    seen.reserveCapacity(items.count)
    return items.map { item in
      let count = seen[item.id, default: 0]
      seen[item.id] = count + 1
      guard count > 0 else { return item }
      var copy = item
      copy.id += " #\(count + 1)"
      return copy
    }
  }
}

extension Board {
  /// The figure that the operator pinned on the ladder that a row shows the newest of.
  fileprivate func pin(of row: BoardRow, _ store: EventStore) -> PaneItem.Pin? {
    guard !overrides.pins.isEmpty, let key = row.key else { return nil }
    if let words = rivalPinWords(of: key) { return PaneItem.Pin(figure: nil, words: words) }
    guard let best = ladders[key]?.best else { return nil }
    return PaneItem.Pin(figure: best.figure, words: pinWords(of: best, in: store) ?? "pinned")
  }
}

extension Train.Route {
  /// "100 km away"; where claims differ, "100 or 160 km away"; `nil` where none tells how far.
  func distance(of end: String) -> String? {
    var told: [String] = []
    for distance in distances where distance.place == end && !told.contains(String(distance.kilometres)) {
      told.append(String(distance.kilometres))
    }
    return told.isEmpty ? nil : told.joined(separator: " or ") + " km away"
  }
}

extension Train.Designation {
  /// "engine", "coach 3".
  var name: String {
    switch self {
    case .engine: "engine"
    case .coach(let number): "coach \(number)"
    }
  }
}
