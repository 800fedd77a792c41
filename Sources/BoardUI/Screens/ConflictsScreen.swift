internal import Situation

/// Every conflict: the open ones first, contradictions before the rest, then those that were set aside with the note;
/// below them what is wrong with the selected one, and its receipts.
struct ConflictsScreen: Hashable, Sendable {
  private var selection: ListSelection<String>
  /// Which of the receipts of the selected conflict is shown, counted from 0.
  private var receipt = 0

  init(at conflict: Conflict?) { selection = ListSelection(conflict?.name) }

  func selectedConflict(in model: Model) -> Conflict? {
    let conflicts = model.board.conflicts
    return selection.place(in: conflicts.map(\.name)).map { conflicts[$0] }
  }

  func selectedClaim(in model: Model) -> EventID? {
    guard let events = selectedConflict(in: model)?.events, !events.isEmpty else { return nil }
    return events[min(receipt, events.count - 1)]
  }

  mutating func move(_ command: Command, in model: Model) {
    switch command {
    case .moveReceipt(let places):
      let count = max(1, selectedConflict(in: model)?.events.count ?? 1)
      receipt = (min(receipt, count - 1) + places + count) % count
    case .moveConflict(let places): move(.moveRow(places), in: model)
    default:
      let names = model.board.conflicts.map(\.name)
      let before = selection.place(in: names)
      selection.move(command, in: names, page: ListLayout(model.size, rows: names.count).list.count)
      if selection.place(in: names) != before { receipt = 0 }
    }
  }

  func draw(_ model: Model, _ canvas: inout Canvas) {
    let conflicts = model.board.conflicts
    let open = model.board.openConflicts.count
    let layout = ListLayout(canvas.size, rows: max(1, conflicts.count))
    let selected = selection.place(in: conflicts.map(\.name))
    let shown = page(of: selected ?? 0, height: layout.list.count, count: conflicts.count)
    let aside = conflicts.count - open
    let isPaged = conflicts.count > layout.list.count
    canvas.screenTitle(
      "CONFLICTS", ["\(open) open"] + (aside > 0 ? ["\(aside) set aside"] : []), .conflicts,
      page: isPaged ? "\(shown.lowerBound + 1)-\(shown.upperBound)/\(conflicts.count)" : "")
    if conflicts.isEmpty {
      canvas.put(
        "no conflict among the figures at this point", column: 1, row: 1, style: Style(.secondary, dim: true),
        limit: canvas.size.columns)
    }
    for (row, index) in zip(layout.list, shown) {
      draw(conflicts[index], number: index + 1, row: row, index == selected, model, &canvas)
    }
    if let selected, !layout.receipt.isEmpty { detail(conflicts[selected], layout.receipt, model, &canvas) }
    FootLines.keys(model, .conflicts, row: canvas.size.rows - 1, &canvas)
  }

  private func draw(
    _ conflict: Conflict, number: Int, row: Int, _ isSelected: Bool, _ model: Model, _ canvas: inout Canvas
  ) {
    let width = canvas.size.columns
    let marks = canvas.glyphs.marks
    let isAside = conflict.setAside != nil
    if isSelected { canvas.selectionMark(row: row) }
    let name = (isAside ? "   " : "!\(number) ") + conflict.headline(marks)
    let style = isAside ? Style(.secondary, dim: true) : Style(.conflict, bold: true)
    var at = canvas.put(name, column: 1, row: row, style: style, limit: width)
    at = max(at + 1, width < 60 ? 0 : width < 100 ? 20 : 24)
    let words = isAside ? Style(.secondary, dim: true) : Style()
    let note = conflict.setAside.map { "  set aside: " + model.words(of: $0) } ?? ""
    func speaker(_ term: Ledger.Term) -> String? { model.store[term.rung.first].claim.speakerLabels.last }
    let ways = [
      conflict.claimed(marks, naming: speaker) + "  " + conflict.opposed(marks, naming: speaker) + note,
      conflict.claimed(marks) + "  " + conflict.opposed(marks) + note, conflict.brief(marks, hasTerms: true) + note,
      conflict.brief(marks) + note,
    ]
    canvas.putFirst(of: ways, column: at, row: row, style: words, limit: width)
  }

  /// What is wrong, in a sentence, and a receipt a line or two.
  private func detail(_ conflict: Conflict, _ rows: Range<Int>, _ model: Model, _ canvas: inout Canvas) {
    let width = canvas.size.columns
    let events = conflict.events
    let shownReceipt = min(receipt, events.count - 1)
    let place = "\(model.outlet(of: events[shownReceipt])), \(model.place(of: events[shownReceipt]))"
    canvas.receiptRule("( ) \(shownReceipt + 1) of \(events.count): \(place)", row: rows.lowerBound)
    var row = rows.lowerBound + 1
    var sentence = conflict.told(in: model, canvas.glyphs.marks) + ". " + conflict.explanation
    if let act = conflict.setAside, let entry = model.store[act].act {
      sentence = "set aside by \(entry.author): \(entry.text). It is back when another claim touches it."
    }
    let least = events.count
    for line in wrappedWords(sentence, width: width - 2).prefix(max(0, rows.count - 1 - least)) {
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
        claim.summary(canvas.glyphs.marks), column: 1, row: row, style: Style(.figure, bold: true, underlined: isShown),
        limit: width)
      let quote = canvas.glyphs.quoteOpen + SafeText.line(model.quote(of: event)) + canvas.glyphs.quoteClose
      let said = claim.speakerLabels.map { "\($0) (\((claim.speaker?.side ?? .unknown).label))" } + claim.speakerLabels
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
}

extension Conflict {
  /// What it is about, the same as long as it is about the same thing.
  var name: String { kind.rawValue + " " + subject }

  /// The whole of it, each figure with its speaker.
  fileprivate func told(in model: Model, _ marks: MarkSet) -> String {
    let words = sentence(marks) { model.store[$0.rung.first].claim.speakerLabels.first }
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Why it is a conflict, in a sentence.
  var explanation: String {
    switch (kind, severity) {
    case (.over, .contradiction), (.safeOrHeld, .contradiction):
      "The parts are more than the whole, even with every \"about\" widened by a tenth."
    case (.over, _), (.safeOrHeld, _):
      "The parts are more than the whole at face value; with every \"about\" widened by a tenth they may fit."
    case (.rival, .contradiction): "The figures exclude one another, even with every \"about\" widened by a tenth."
    case (.rival, _):
      "The figures exclude one another at face value; widened by a tenth, or as rounded figures, they may agree."
    case (.verb, _): "The same people under two verbs: what one side calls the one, the other calls the other."
    case (.unexplainedGap, _):
      "More are said to be safe than are said to be out; nobody says how the rest came to safety."
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
