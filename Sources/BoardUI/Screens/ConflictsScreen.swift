internal import Situation

/// Every conflict: the open ones first, contradictions before the rest, then those that were set aside with the note,
/// then what does not add up within an article; below them what is wrong with the selected one, and its receipts.
struct ConflictsScreen: Hashable, Sendable {
  private enum Item {
    case conflict(Conflict)
    case check(Check)

    /// The same as long as it is about the same thing.
    var name: String {
      switch self {
      case .conflict(let conflict): conflict.name
      case .check(let check): check.kind.rawValue + check.events.map { " \($0.sequence)" }.joined()
      }
    }

    /// The claims to look at.
    var events: [EventID] {
      switch self {
      case .conflict(let conflict): conflict.events
      case .check(let check): check.events
      }
    }
  }

  private var selection: ListSelection<String>
  /// Which of the receipts of the selected one is shown, counted from 0.
  private var receipt = 0

  init(at conflict: Conflict?) { selection = ListSelection(conflict?.name) }

  private static func items(in model: Model) -> [Item] {
    model.board.conflicts.map(Item.conflict) + model.board.checks(in: model.store).map(Item.check)
  }

  private func selected(in model: Model) -> Item? {
    let items = ConflictsScreen.items(in: model)
    return selection.place(in: items.map(\.name)).map { items[$0] }
  }

  func selectedConflict(in model: Model) -> Conflict? {
    if case .conflict(let conflict)? = selected(in: model) { conflict } else { nil }
  }

  func selectedClaim(in model: Model) -> EventID? {
    guard let events = selected(in: model)?.events, !events.isEmpty else { return nil }
    return events[min(receipt, events.count - 1)]
  }

  mutating func move(_ command: Command, in model: Model) {
    switch command {
    case .moveReceipt(let places):
      let count = max(1, selected(in: model)?.events.count ?? 1)
      receipt = (min(receipt, count - 1) + places + count) % count
    case .moveConflict(let places): move(.moveRow(places), in: model)
    default:
      let names = ConflictsScreen.items(in: model).map(\.name)
      let before = selection.place(in: names)
      selection.move(command, in: names, page: ListLayout(model.size, rows: names.count).list.count)
      if selection.place(in: names) != before { receipt = 0 }
    }
  }

  func draw(_ model: Model, _ canvas: inout Canvas) {
    let items = ConflictsScreen.items(in: model)
    let layout = ListLayout(canvas.size, rows: max(1, items.count))
    let selected = selection.place(in: items.map(\.name))
    let shown = page(of: selected ?? 0, height: layout.list.count, count: items.count)
    canvas.screenTitle(
      "CONFLICTS", ConflictsScreen.notes(model, items.count), .conflicts,
      page: shown.inSight(of: items.count))
    if items.isEmpty {
      canvas.put(
        "no conflict among the figures at this point", column: 1, row: 1, style: Style(.secondary, dim: true),
        limit: canvas.size.columns)
    }
    for (row, index) in zip(layout.list, shown) {
      if index == selected { canvas.selectionMark(row: row) }
      switch items[index] {
      case .conflict(let conflict): draw(conflict, number: index + 1, row: row, model, &canvas)
      case .check(let check): draw(check, row: row, model, &canvas)
      }
    }
    if let selected, !layout.receipt.isEmpty { detail(items[selected], layout.receipt, model, &canvas) }
    FootLines.keys(model, .conflicts, row: canvas.size.rows - 1, &canvas)
  }

  private static func notes(_ model: Model, _ items: Int) -> [String] {
    let (open, all) = (model.board.openConflicts.count, model.board.conflicts.count)
    var notes = ["\(open) open"]
    if all > open { notes.append("\(all - open) set aside") }
    if items > all { notes.append("\(items - all) check" + (items == all + 1 ? "" : "s")) }
    return notes
  }

  private func draw(_ conflict: Conflict, number: Int, row: Int, _ model: Model, _ canvas: inout Canvas) {
    let width = canvas.size.columns
    let marks = canvas.glyphs.marks
    let isAside = conflict.setAside != nil
    let name = (isAside ? "   " : "!\(number) ") + conflict.headline(marks)
    let style = isAside ? Style(.secondary, dim: true) : Style(.conflict, bold: true)
    let at = canvas.put(name, column: 1, row: row, style: style, limit: width)
    let note = conflict.setAside.map { "  set aside: " + model.words(of: $0) } ?? ""
    func speaker(_ term: Ledger.Term) -> String? {
      model.source(of: term, model.store.speakerLabels(of: term.rung.first).last)
    }
    func printed(_ term: Ledger.Term) -> String? {
      [speaker(term), model.store.sourcedPlace(of: term.rung.first)].compactMap { $0 }.joined(separator: ", ")
    }
    func placed(_ length: EventStore.PlaceLength) -> (Ledger.Term) -> String? {
      { term in
        [speaker(term), model.store.shortPlace(of: term.rung.first, length)].compactMap { $0 }.joined(separator: ", ")
      }
    }
    let ways = [
      conflict.claimed(marks, naming: printed) + "  " + conflict.opposed(marks, naming: printed) + note,
      conflict.claimed(marks, naming: placed(.long)) + "  " + conflict.opposed(marks, naming: placed(.long)) + note,
      conflict.claimed(marks, naming: placed(.short)) + "  " + conflict.opposed(marks, naming: placed(.short)) + note,
      conflict.claimed(marks, naming: speaker) + "  " + conflict.opposed(marks, naming: speaker) + note,
      conflict.claimed(marks) + "  " + conflict.opposed(marks) + note, conflict.brief(marks, hasTerms: true) + note,
      conflict.brief(marks) + note,
    ]
    canvas.putFirst(
      of: ways, column: ConflictsScreen.words(after: at, width), row: row,
      style: isAside ? Style(.secondary, dim: true) : Style(), limit: width)
  }

  private func draw(_ check: Check, row: Int, _ model: Model, _ canvas: inout Canvas) {
    let width = canvas.size.columns
    let at = canvas.put("   " + check.headline, column: 1, row: row, style: Style(.notice), limit: width)
    canvas.put(
      check.told(in: model, canvas.glyphs.marks), column: ConflictsScreen.words(after: at, width), row: row,
      limit: width)
  }

  /// Where the words begin after a headline: in one column where there is room.
  private static func words(after column: Int, _ width: Int) -> Int {
    max(column + 1, width < 60 ? 0 : width < 100 ? 20 : 24)
  }

  /// What is wrong, in a sentence or two, and a receipt a line or two.
  private func detail(_ item: Item, _ rows: Range<Int>, _ model: Model, _ canvas: inout Canvas) {
    let width = canvas.size.columns
    let events = item.events
    let shownReceipt = min(receipt, events.count - 1)
    let place = "\(model.outlet(of: events[shownReceipt])), \(model.place(of: events[shownReceipt]))"
    canvas.receiptRule("( ) \(shownReceipt + 1) of \(events.count): \(place)", row: rows.lowerBound)
    var row = rows.lowerBound + 1
    let words = wrappedWords(explanation(of: item, model, canvas.glyphs.marks), width: width - 2)
    for line in words.prefix(max(0, rows.count - 1 - events.count)) {
      canvas.put(line, column: 1, row: row, style: Style(.secondary), limit: width)
      row += 1
    }
    let isDouble = rows.upperBound - row >= events.count * 2
    // The one that is shown stays in sight where there is not room for all.
    let first = max(0, min(shownReceipt, events.count - (rows.upperBound - row)))
    for (index, event) in events.enumerated().dropFirst(first) where row < rows.upperBound {
      let claim = model.store[event].claim
      let isShown = index == shownReceipt
      let at = canvas.put(
        model.summary(of: event), column: 1, row: row, style: Style(.figure, bold: true, underlined: isShown),
        limit: width)
      let quote = canvas.glyphs.quoteOpen + SafeText.line(model.quote(of: event)) + canvas.glyphs.quoteClose
      let labels = model.store.speakerLabels(of: event)
      let sided = labels.map { "\($0) (\((claim.speaker?.side ?? .unknown).label))" }
      let printed = model.outlet(of: event) + ", " + model.place(of: event)
      let said = (sided + labels).map { $0 + ", " + printed } + sided + labels
      if isDouble {
        canvas.putFirst(of: said, column: at + 2, row: row, style: Style(.secondary), limit: width)
        canvas.put(quote, column: 3, row: row + 1, style: Style(.receipt, bold: true), limit: width)
        row += 2
      } else {
        canvas.put(quote, column: at + 1, row: row, style: Style(.receipt, bold: true), limit: width)
        row += 1
      }
    }
  }

  private func explanation(of item: Item, _ model: Model, _ marks: GlyphSet) -> String {
    switch item {
    case .check(let check): return check.told(in: model, marks) + ". " + check.explanation
    case .conflict(let conflict):
      guard let entry = conflict.setAside.flatMap({ model.store[$0].act }) else {
        return conflict.told(in: model, marks) + ". " + conflict.explanation
      }
      return "set aside by \(entry.author): \(entry.text). It is back when another claim touches it."
    }
  }
}

extension Model {
  /// Who gives a figure of a conflict, and who pinned it.
  fileprivate func source(of term: Ledger.Term, _ speaker: String?) -> String? {
    let words = [speaker, board.pinWords(of: term.rung, in: store, glyphs.marks)].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}

extension Conflict {
  /// What it is about, the same as long as it is about the same thing.
  var name: String { kind.rawValue + " " + subject }

  /// The whole of it, each figure with its speaker.
  fileprivate func told(in model: Model, _ marks: GlyphSet) -> String {
    let words = sentence(marks) { model.source(of: $0, model.store.speakerLabels(of: $0.rung.first).first) }
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Why it is a conflict, in a sentence.
  fileprivate var explanation: String {
    switch (kind, severity) {
    case (.over, .contradiction), (.safeOrHeld, .contradiction):
      "The parts are more than the whole, even with every \"about\" widened by a tenth."
    case (.over, _), (.safeOrHeld, _):
      "The parts are more than the whole at face value; with every \"about\" widened by a tenth they may fit."
    case (.rival, .contradiction): "The figures exclude one another, even with every \"about\" widened by a tenth."
    case (.rival, _):
      "The figures exclude one another at face value; widened by a tenth, or as rounded figures, they may agree."
    case (.verb, _): "The same people under two verbs: what one side calls the one, the other calls the other."
    case (.part, .unexplained):
      "More of a part are told than somebody else counted in all before; nobody says how many there are in all now."
    case (.part, _): "A part of the people cannot be more than all of them."
    case (.unexplainedGap, _):
      "More are said to be safe than are said to be out; nobody says how the rest came to safety."
    }
  }
}

extension Check {
  fileprivate func told(in model: Model, _ marks: GlyphSet) -> String {
    sentence(marks) { model.board.overrides.claim(of: $0, in: model.store) }
  }

  fileprivate var explanation: String {
    switch kind {
    case .wrongSum: "Within one article the parts are more than the whole."
    case .shortSum: "Within one article the parts fall short of the whole by less than any of them."
    case .sameNumber: "One article gives one number for two things: one of them may be a mix-up."
    }
  }
}

extension Model {
  /// The operator's own words in an act.
  func words(of act: EventID) -> String { store[act].act?.text ?? "" }

  /// The passage of a claim.
  func quote(of event: EventID) -> String {
    let receipt = store[event].claim.receipt
    return store.article(receipt.article)?.quote(receipt.span) ?? ""
  }
}
