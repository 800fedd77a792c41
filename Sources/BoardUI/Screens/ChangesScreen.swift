internal import Situation

/// What is not as it was at the baseline: what it was, what it is, who says so.
struct ChangesScreen: Hashable, Sendable {
  private var selection = ListSelection<BoardChange>()

  func selectedClaim(in model: Model) -> EventID? { selected(in: model)?.event }

  private func selected(in model: Model) -> BoardChange? {
    selection.selected(in: model.changes)
  }

  mutating func move(_ command: Command, in model: Model) {
    let changes = model.changes
    selection.move(command, in: changes, page: ListLayout(model.size, rows: changes.count).list.count)
  }

  func draw(_ model: Model, _ canvas: inout Canvas) {
    let changes = model.changes
    let layout = ListLayout(canvas.size, rows: max(1, changes.count))
    let selected = selection.place(in: changes)
    let shown = page(of: selected ?? 0, height: layout.list.count, count: changes.count)
    canvas.screenTitle(
      "CHANGES \(model.changesSince)", ["\(changes.count) changed"], .changes,
      page: shown.inSight(of: changes.count))
    if changes.isEmpty {
      canvas.put(
        "nothing is other than it was then", column: 1, row: 1, style: Style(.secondary), limit: canvas.size.columns)
    }
    for (row, index) in zip(layout.list, shown) {
      draw(changes[index], model, row: row, index == selected, &canvas)
    }
    if let event = selected.flatMap({ changes[$0].event }), !layout.receipt.isEmpty {
      canvas.receiptRule("\(model.outlet(of: event)), \(model.place(of: event))", row: layout.receipt.lowerBound)
      ReceiptPane.one(model, event, Region(columns: 0..<canvas.size.columns, rows: layout.receipt).body, &canvas)
    } else if !layout.receipt.isEmpty {
      canvas.receiptRule("no receipt", row: layout.receipt.lowerBound)
    }
    FootLines.keys(model, .changes, row: canvas.size.rows - 1, &canvas)
  }

  private func draw(_ change: BoardChange, _ model: Model, row: Int, _ isSelected: Bool, _ canvas: inout Canvas) {
    let width = canvas.size.columns
    if isSelected { canvas.selectionMark(row: row) }
    // In words: "~" stands for about elsewhere.
    let kind =
      switch change.kind {
      case .new: "new"
      case .changed: "changed"
      case .gone: "gone"
      }
    canvas.put(kind, column: 1, row: row, style: Style(.changed, bold: true), limit: width)
    let kindWidth = 8
    let paneWidth = width < 60 ? 0 : 11
    if paneWidth > 0 {
      canvas.put(
        model.title(of: change.pane).lowercased(), column: 1 + kindWidth, row: row,
        style: Style(.secondary, dim: true), limit: kindWidth + paneWidth)
    }
    let saidWidth = width < 60 ? 10 : width < 100 ? 18 : 34
    let saidBy = width - saidWidth..<width
    let start = 1 + kindWidth + paneWidth
    let room = saidBy.lowerBound - start - 1
    let marks = canvas.glyphs.marks
    let values = change.values(marks)
    let isBare = values.isEmpty
    let labelRoom = isBare ? room : max(8, room - canvas.columns(values) - 2)
    let style = change.pane == .conflicts && change.kind != .gone ? Style(.conflict, bold: true) : Style()
    let after = canvas.put(change.name, column: start, row: row, style: style, limit: start + labelRoom)
    if !isBare {
      let end = canvas.put(
        values, column: after + 1, row: row, style: Style(.figure, bold: change.kind != .gone),
        limit: saidBy.lowerBound - 1)
      if let departure = change.departure {
        let style = Style(.secondary, dim: true)
        canvas.put(", " + departure.words, column: end, row: row, style: style, limit: saidBy.lowerBound - 1)
      }
    }
    guard let event = change.event else { return }
    let labels = model.store.speakerLabels(of: event)
    let outlet = model.outlet(of: event)
    canvas.putFirst(
      of: (width < 100 ? [] : labels.map { $0 + ", " + outlet }) + labels, column: saidBy.lowerBound, row: row,
      style: Style(.attribution),
      limit: saidBy.upperBound)
  }
}

extension BoardRow.Value {
  /// In a list of changes.
  func words(_ marks: GlyphSet) -> String {
    switch self {
    case .figure(let figure): figure.short(marks)
    case .words(let words): words
    case .unknown: "?"
    }
  }
}
