internal import Situation

/// True if what the operator does can be saved.
package enum JournalAccess: Hashable, Sendable {
  /// There is no journal here.
  case closed
  /// Entries can be added. The identity is what their ids begin with; `nil` while there is no journal yet.
  case writable(identity: String?)
  /// None can, and why.
  case readOnly(String)
}

extension Model {
  /// Asks the loop to journal an act. Nothing of it shows before it is saved.
  func journal(_ act: OperatorAct, text: String = "") throws(LineError) -> [Effect] {
    switch journal {
    case .closed: throw LineError("nothing is saved: this board has no journal")
    case .readOnly(let why): throw LineError("nothing is saved: \(why)")
    case .writable: return [.journal(act, text: text)]
    }
  }

  /// The claim that an act is about.
  private func claimAtHand() throws(LineError) -> EventID {
    guard let id = selectedClaim else { throw LineError("no claim is selected: move to a row that has a receipt") }
    return id
  }

  /// The same, of those that an article makes: an entry of the operator's is undone and not taken otherwise.
  private func articleClaimAtHand() throws(LineError) -> EventID {
    let id = try claimAtHand()
    if let entry = store[id].act {
      throw LineError("that is entry \(entry.id.story) of a journal: :undo takes it back")
    }
    return id
  }

  /// What the operator has at hand, for a question: "~300 held, officials".
  var claimAtHandWords: String? {
    selectedClaim.map { id in
      store[id].claim.summary(glyphs.marks) + (store.speakerLabels(of: id).first.map { ", " + $0 } ?? "")
    }
  }

  /// What a claim says as the board takes it; where its figure was corrected, with what the text says.
  func summary(of id: EventID) -> String { board.summary(of: id, in: store, glyphs.marks) }

  /// Why the board counts a claim nowhere; `nil` where it does not wait until somebody has looked at it.
  func doubt(of id: EventID) -> Claim.Doubt? { board.overrides.claim(of: id, in: store).doubt }

  /// "pinned by ann", for a claim whose figure an operator pinned; "pinned by ann; ben pins 31" where another pinned
  /// another.
  func pinWords(of id: EventID) -> String? {
    guard !board.overrides.pins.isEmpty, let count = board.overrides.claim(of: id, in: store).count,
      let ladder = board.ladders[count.key]
    else { return nil }
    let candidates = board.rivalPins[count.key] == nil ? ladder.best.map { [$0] } ?? [] : Array(ladder.rungs)
    return candidates.first { $0.events.contains(id) }.flatMap { board.pinWords(of: $0, in: store, glyphs.marks) }
  }

  func pin() throws(LineError) -> [Effect] {
    let id = try claimAtHand()
    let claim = board.overrides.claim(of: id, in: store)
    let ladder = claim.count.flatMap { board.ladders[$0.key] }
    guard ladder?.rungs.contains(where: { $0.events.contains(id) }) ?? false else {
      throw LineError("\(claim.summary(glyphs.marks)) is not a figure for the whole of anything: select one to pin it")
    }
    return try journal(.pin(store.reference(to: id)))
  }

  func correct(_ text: String) throws(LineError) -> [Effect] {
    let id = try claimAtHand()
    guard let figure = FigureEntry.parse(text) else {
      throw LineError("\"\(text)\" is not a figure; write \(FigureEntry.examples)")
    }
    let claim = store[id].claim
    guard claim.hasFigure else {
      throw LineError("\(claim.summary(glyphs.marks)) has no figure to correct; :retract or :note may serve")
    }
    return try journal(.correct(store.reference(to: id), figure))
  }

  func retract(_ why: String) throws(LineError) -> [Effect] {
    try journal(.retract(store.reference(to: articleClaimAtHand())), text: why)
  }

  /// Takes the claim at hand so. On the list to review a report can be taken in too, as one about the incident.
  func amend(_ amendment: Amendment) throws(LineError) -> [Effect] {
    if case .review(let screen)? = screens.last, let report = screen.selectedReport(in: self) {
      guard amendment == .accepting else {
        throw LineError("that is a report: a takes it in, x leaves it out")
      }
      return try journal(.assign(report, isIn: true))
    }
    let id = try articleClaimAtHand()
    let claim = board.overrides.claim(of: id, in: store)
    guard claim.count != nil || !amendment.isOfCount else {
      throw LineError("\(claim.summary(glyphs.marks)) counts nobody: only its standing can be set")
    }
    return try journal(.amend(store.reference(to: id), amendment))
  }

  /// Leaves out the claim or the report that is selected on the list to review.
  func reject() throws(LineError) -> [Effect] {
    guard case .review(let screen)? = screens.last, let item = screen.selected(in: self) else {
      throw LineError("nothing is selected")
    }
    switch item {
    case .claim(let id): return try journal(.retract(store.reference(to: id)))
    case .report(let id): return try journal(.assign(id, isIn: false))
    }
  }

  /// `:take killed security forces part`.
  func take(_ text: String) throws(LineError) -> [Effect] { try amend(AmendmentEntry.parse(text)) }

  func note(_ text: String) throws(LineError) -> [Effect] {
    guard !text.isEmpty else { throw LineError("note what? words follow: :note heard on the railway's radio") }
    return try journal(.note(selectedClaim.map { store.reference(to: $0) }), text: text)
  }

  func add(_ text: String) throws(LineError) -> [Effect] {
    let claim = try AddEntry.parse(text, coaches: board.train.knownCoaches) { TimeEntry.moment($0, near: self) }
    return try journal(.add(claim), text: text)
  }

  func place(_ text: String) throws(LineError) -> [Effect] {
    var words = text.split(separator: " ").map(String.init)
    guard let vehicle = AddEntry.vehicle(taking: &words) else {
      throw LineError("name a coach or the engine first: :place 4 20 held, :place coach 3 burnt out")
    }
    return try add(vehicle.words + ": " + words.joined(separator: " "))
  }

  /// The names by which vehicles are placed on.
  var vehicleNames: [String] { board.train.vehicles.map(\.designation.name) }

  func mark(_ name: String) throws(LineError) -> [Effect] {
    guard let instant = asOf.moment?.to else {
      throw LineError("no time is known here that a marker could stand at: --date gives an undated text its date")
    }
    return try journal(.marker(name: name, at: instant), text: "")
  }

  func setAside(_ why: String) throws(LineError) -> [Effect] {
    guard let conflict = selectedConflict else { throw LineError("no conflict is selected: e goes to the next") }
    if conflict.setAside != nil { throw LineError("that conflict is set aside already") }
    guard !why.isEmpty else { throw LineError("say why, for whoever reads it later: :aside counted twice") }
    return try journal(.setAside(store.reference(to: conflict)), text: why)
  }

  /// `:reliability "Dawn" B`.
  func grade(_ text: String) throws(LineError) -> [Effect] {
    let words = text.split(separator: " ")
    guard words.count > 1, let reliability = words.last.flatMap({ Reliability(rawValue: $0.uppercased()) }) else {
      throw LineError(
        "write a source and a letter from A (completely) to E (not at all), or F: :reliability \"Dawn\" B")
    }
    let source = words.dropLast().joined(separator: " ").filter { $0 != "\"" }
    guard let known = sourceNames.first(where: { $0.lowercased() == source.lowercased() }) else {
      throw LineError("no outlet and no speaker is called \"\(source)\" here; tab lists those that are")
    }
    return try journal(.reliability(source: known, reliability))
  }

  /// Outlets, and speakers by the names that reports give them.
  var sourceNames: [String] {
    var names = Set(store.articles.compactMap(\.outlet))
    for ladder in board.ladders.values {
      for rung in ladder.rungs {
        names.formUnion([rung.speaker?.name, rung.speaker?.organisation, rung.speaker?.role].compactMap { $0 })
      }
    }
    return names.sorted()
  }

  func undo(_ number: String) throws(LineError) -> [Effect] {
    guard case .writable(let identity) = journal else { return try journal(.undo(1)) }
    let own = store.acts.filter { $0.id.digest == identity }
    guard !own.isEmpty else { throw LineError("nothing was entered yet that could be undone") }
    if !number.isEmpty {
      guard let entry = Int(number), own.contains(where: { $0.id.story == entry }) else {
        throw LineError("no entry \"\(number)\"; yours are \(own[0].id.story) to \(own[own.count - 1].id.story)")
      }
      return try journal(.undo(entry))
    }
    let active = OperatorOverrides.active(own)
    let last = own.last { entry in
      if case .undo = entry.act { return false }
      return active.contains(entry.id)
    }
    guard let last else { throw LineError("everything you entered is undone already; :undo ENTRY can undo an undo") }
    return try journal(.undo(last.id.story))
  }

  /// A key's way to an act: what cannot be done is said at the foot.
  mutating func act(_ act: (Model) throws(LineError) -> [Effect]) -> [Effect] {
    do throws(LineError) {
      return try act(self)
    } catch {
      tell(error.message)
      return [.bell]
    }
  }

  /// The journal has the entry: now it shows, and the screen says that it is saved.
  mutating func saved(_ entry: OperatorEntry) -> [Effect] {
    journal = .writable(identity: entry.id.digest)
    append([entry])
    var words =
      "saved\(live.desk == nil ? "" : " here, on its way to the desk"), entry \(entry.id.story): \(entry.act.name)"
    let isIn = store.event(of: ClaimReference(entry: entry.id)).map { store.position(of: $0, on: clock) < playhead }
    if isIn == false { words += "; it stands later than the board: G goes there" }
    tell(words)
    return replay.isPlaying ? [.wake(after: nextWait)] : []
  }

  mutating func notSaved(_ why: String) -> [Effect] {
    tell(why.contains("not saved") ? why : "not saved: \(why)")
    return [.bell]
  }
}

extension Train {
  /// How many coaches the claims give it; `nil` where none does.
  fileprivate var knownCoaches: Int? {
    if case .figure(let figure)? = coachCount?.value { figure.high } else { nil }
  }
}

extension Claim {
  fileprivate var hasFigure: Bool {
    switch content {
    case .count: true
    case .movement(let movement): movement.figure != nil
    case .condition(let condition): condition.number != nil
    case .deployment, .statement: false
    }
  }
}

extension ClaimReference {
  /// An entry of the operator as a whole, whatever stands in it.
  fileprivate init(entry: ArticleID) { self.init(article: entry, span: 0..<1, rule: OperatorEntry.rule) }
}
