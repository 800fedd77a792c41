internal import Situation

/// Every claim for one figure, newest first, with who says it, when, how old it is, and whether it still stands.
struct LadderScreen: Hashable, Sendable {
  let subject: LadderSubject
  private var selection: ListSelection<EventID>

  init(_ subject: LadderSubject, at event: EventID?) {
    self.subject = subject
    selection = ListSelection(event)
  }

  func selectedClaim(in model: Model) -> EventID? {
    selection.selected(in: LadderRow.rows(of: subject, in: model).map(\.event))
  }

  mutating func move(_ command: Command, in model: Model) {
    let events = LadderRow.rows(of: subject, in: model).map(\.event)
    selection.move(command, in: events, page: ListLayout(model.size, rows: events.count).list.count)
  }

  func draw(_ model: Model, _ canvas: inout Canvas) {
    let rows = LadderRow.rows(of: subject, in: model)
    let layout = ListLayout(canvas.size, rows: max(1, rows.count))
    let selected = selection.place(in: rows.map(\.event))
    let shown = page(of: selected ?? 0, height: layout.list.count, count: rows.count)
    canvas.screenTitle(
      "LADDER: \(subject.label(on: model.board))", notes(model, canvas.glyphs.marks), .ladder,
      page: shown.inSight(of: rows.count))
    if rows.isEmpty {
      let words =
        model.playhead == 0
        ? "before the first event: nobody has said anything yet" : "no claim gives a figure for this"
      canvas.put(words, column: 1, row: 1, style: Style(.unknown, dim: true), limit: canvas.size.columns)
    }
    let grades = grades(rows, shown, model)
    let columns = Columns(canvas.size.columns, hasGrades: !grades.isEmpty)
    for (row, index) in zip(layout.list, shown) {
      draw(rows[index], columns, row: row, index == selected, model, &canvas)
      if let grade = columns.grade, let text = grades[index] {
        canvas.put(text, column: grade.lowerBound, row: row, style: Style(.key), limit: grade.upperBound)
      }
    }
    if let selected, !layout.receipt.isEmpty {
      let event = rows[selected].event
      let origins = origins(of: rows[selected], model).map { $0 + "   " } ?? ""
      canvas.receiptRule(
        "\(origins)\(model.outlet(of: event)), \(model.place(of: event))", row: layout.receipt.lowerBound)
      let region = Region(columns: 0..<canvas.size.columns, rows: layout.receipt)
      ReceiptPane.one(model, event, region.body, &canvas)
    }
    FootLines.keys(model, .ladder, row: canvas.size.rows - 1, &canvas)
  }

  /// How many stand, what they span, and what to go by.
  private func notes(_ model: Model, _ marks: GlyphSet) -> [String] {
    guard case .figure(let key) = subject, let ladder = model.board.ladders[key] else { return [] }
    let (live, all) = (ladder.live.count, ladder.rungs.count)
    var notes = ["\(live) of \(all) " + (all == 1 ? "figure stands" : "figures stand")]
    if let range = ladder.range { notes.append("range \(range.short(marks))") }
    if let best = ladder.best {
      notes.append(
        "\(best.figure.short(marks)) \(model.board.pinWords(of: best, in: model.store) ?? "pinned")")
    } else if let rivals = model.board.rivalPinWords(of: key, marks) {
      notes.append(rivals)
    }
    let conflicts = model.board.openConflicts.indices.filter { index in
      let conflict = model.board.openConflicts[index]
      return (conflict.terms + [conflict.against]).contains { ladder.rungs.contains($0.rung) }
    }
    if !conflicts.isEmpty { notes.append(conflicts.map { "!\($0 + 1)" }.joined(separator: " ")) }
    return notes
  }

  /// The grades of the rungs in sight, by their rows; none until something is set of any source.
  private func grades(_ rows: [LadderRow], _ shown: Range<Int>, _ model: Model) -> [Int: String] {
    guard case .figure(let key) = subject, let ladder = model.board.ladders[key] else { return [:] }
    var grades: [Int: String] = [:]
    for index in shown where rows[index].standing != .again {
      guard let rung = rows[index].rung else { continue }
      grades[index] = model.board.grade(of: ladder.rungs[rung], on: key, in: model.store)?.text
    }
    return grades
  }

  /// "3 outlets, 1 origin", where more than one claim gives the figure.
  private func origins(of row: LadderRow, _ model: Model) -> String? {
    guard case .figure(let key) = subject, let rung = row.rung, let ladder = model.board.ladders[key] else {
      return nil
    }
    let events = ladder.rungs[rung].events
    return events.count > 1 ? Origins(events, in: model.store).words : nil
  }

  private struct Columns {
    let figure: Range<Int>
    let grade: Range<Int>?
    let said: Range<Int>
    let side: Range<Int>?
    let outlet: Range<Int>?
    let reported: Range<Int>
    let age: Range<Int>
    let state: Range<Int>

    init(_ width: Int, hasGrades: Bool) {
      figure = 1..<(width < 60 ? 9 : 11)
      state = width - (width < 60 ? 9 : 11)..<width
      age = state.lowerBound - 5..<state.lowerBound - 1
      let timeWidth = width < 100 ? 7 : 13
      grade = hasGrades ? age.lowerBound - 3..<age.lowerBound - 1 : nil
      let timeEnd = (grade ?? age).lowerBound - 1
      reported = timeEnd - timeWidth..<timeEnd
      var end = reported.lowerBound - 1
      if width >= 70 {
        let columns = width < 100 ? 14 : 22
        outlet = end - columns..<end
        end -= columns + 1
      } else {
        outlet = nil
      }
      if width >= 90 {
        side = end - 11..<end
        end -= 12
      } else {
        side = nil
      }
      said = figure.upperBound + 1..<end
    }
  }

  private func draw(
    _ row: LadderRow, _ columns: Columns, row at: Int, _ isSelected: Bool, _ model: Model, _ canvas: inout Canvas
  ) {
    let claim = model.board.overrides.claim(of: row.event, in: model.store)
    if row.event == model.latest?.id {
      canvas.set(canvas.glyphs.playhead, column: 0, row: at, style: Style(.changed, bold: true))
    }
    if isSelected { canvas.selectionMark(row: at) }
    let stands = row.standing == .live || row.standing == .said
    let saidStart = drawWhat(claim, row, columns, row: at, &canvas)
    let quiet = Style(.secondary, dim: !stands)
    if columns.said.upperBound - saidStart >= 6 {
      canvas.putFirst(
        of: model.store.speakerLabels(of: row.event), column: saidStart, row: at, style: stands ? Style() : quiet,
        limit: columns.said.upperBound)
    }
    if let side = columns.side, let speaker = claim.speaker {
      canvas.put(speaker.side.label, column: side.lowerBound, row: at, style: quiet, limit: side.upperBound)
    }
    if let outlet = columns.outlet {
      let more = row.outlets > 1 ? " +\(row.outlets - 1)" : ""
      let end = outlet.upperBound - canvas.columns(more)
      let after = canvas.put(
        model.outlet(of: row.event), column: outlet.lowerBound, row: at, style: quiet, limit: end)
      canvas.put(more, column: after, row: at, style: quiet, limit: outlet.upperBound)
    }
    let moment = claim.reported.isUnknown ? claim.moment(on: model.clock) : claim.reported
    canvas.putRight(
      model.when(moment, columns: columns.reported.count, canvas.glyphs), from: columns.reported.lowerBound, row: at,
      style: moment.isUnknown ? Style(.unknown, dim: true) : quiet, limit: columns.reported.upperBound)
    canvas.putRight(
      model.age(claim.reported.to), from: columns.age.lowerBound, row: at, style: quiet, limit: columns.age.upperBound)
    let state =
      switch row.standing {
      case _ where row.isPinned: stands ? "PINNED" : "pinned"
      case .said: ""
      case .old: "[\(model.age(claim.reported.to)) old]"
      default: row.standing.rawValue
      }
    canvas.put(
      state, column: columns.state.lowerBound, row: at, style: row.isPinned ? Style(.key, bold: true) : quiet,
      limit: columns.state.upperBound)
  }

  /// The figure, and of a part what it is a part of; or what else the claim says.
  ///
  /// - Returns: Where the speaker may begin.
  private func drawWhat(
    _ claim: Claim, _ row: LadderRow, _ columns: Columns, row at: Int, _ canvas: inout Canvas
  ) -> Int {
    guard let count = claim.count else {
      return canvas.put(
        claim.summary(canvas.glyphs.marks), column: columns.figure.lowerBound, row: at, style: Style(bold: true),
        limit: columns.said.upperBound) + 2
    }
    let style =
      switch row.standing {
      case .live, .said: Style(.figure, bold: true)
      case .again: Style(.secondary, dim: true)
      default: Style(.secondary)
      }
    canvas.putRight(
      count.figure.short(canvas.glyphs.marks), from: columns.figure.lowerBound, row: at, style: style,
      limit: columns.figure.upperBound)
    guard row.standing == .part else { return columns.said.lowerBound }
    return canvas.put(
      claim.place?.coach.map { Thing(coach: $0).words } ?? count.subject, column: columns.said.lowerBound, row: at,
      limit: columns.said.upperBound) + 2
  }
}

extension Speaker.Side {
  /// In a column: "railway" for railway and medical.
  var label: String {
    switch self {
    case .railwayAndMedical: "railway"
    case .state, .attackers, .other, .unknown: rawValue
    }
  }
}

extension Model {
  /// The ladder of the figure that is selected, or of the row where it is none.
  mutating func openLadder() -> [Effect] {
    if let event = selectedClaim, let count = store[event].claim.count, screens.last != nil {
      return open(.ladder(LadderScreen(.figure(count.key), at: event)))
    }
    let event = selectedClaim
    switch attention {
    case .selection(let pane) where pane != .timeline:
      guard let item = selectedItem(in: pane) else { break }
      if let key = item.figureKey(in: store) { return open(.ladder(LadderScreen(.figure(key), at: event))) }
      guard !item.events.isEmpty else { break }
      return open(
        .ladder(LadderScreen(.row(pane, id: item.id, label: item.label.isEmpty ? "row" : item.label), at: event)))
    default:
      // What the playhead stands on, and where that counts nobody, the row that is marked.
      let counted = event.flatMap { store[$0].claim.count }.map { $0.key }
      guard let key = counted ?? selectedFigure else { break }
      return open(.ladder(LadderScreen(.figure(key), at: counted == nil ? nil : event)))
    }
    tell("no figure is selected that claims could rival each other for: move to one of people or forces")
    return [.bell]
  }
}

extension PaneItem {
  /// The figure that a row shows, or is a part of.
  func figureKey(in store: EventStore) -> FigureKey? {
    if let figureKey { return figureKey }
    if case .row = kind, let first = newest ?? events.first, let count = store[first].claim.count {
      return count.key
    }
    return nil
  }
}
