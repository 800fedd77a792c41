internal import Situation

/// Both sides: strength and losses, what they do and with what, what they say, and who is on the move.
enum ForcesPane {
  static func draw(_ model: Model, _ region: Region, _ layout: Layout, _ canvas: inout Canvas) {
    let columns = TableColumns(region, canvas.glyphs, hasFigures: false, hasBars: false)
    let row = region.rows.lowerBound
    let items = model.items(in: .forces)
    let body = region.body
    let selected = model.selectedIndex(in: .forces) ?? 0
    let shown = page(of: selected, height: body.height, count: items.count)
    let note = items.count > body.height && body.height > 0 ? pageNote(shown, of: items.count) : ""
    let after = canvas.heading(.forces, region, isFocused: model.focus == .forces, note: note)
    canvas.columnTitle("figure", in: columns.figure, row: row, after: after, isRight: true)
    canvas.columnTitle("said by", in: columns.said, row: row, after: after)
    if !items.isEmpty { canvas.whenTitle(model, columns, row: row, after: after) }
    guard !items.isEmpty else {
      Empty.draw("no claim speaks of forces yet", region, &canvas)
      return
    }
    guard body.height > 0 else { return }
    for (row, index) in zip(body.rows, shown) {
      canvas.target(.item(.forces, index), Region(columns: region.columns, rows: row..<row + 1))
      draw(items[index], model, columns, row: row, isSelected: index == selected && model.focus == .forces, &canvas)
    }
  }

  private static func draw(
    _ item: PaneItem, _ model: Model, _ columns: TableColumns, row: Int, isSelected: Bool, _ canvas: inout Canvas
  ) {
    let start = columns.label.lowerBound
    if item.isHeading {
      let role: Role = item.label == "SECURITY FORCES" ? .security : item.label == "ATTACKERS" ? .attackers : .secondary
      canvas.put(
        item.label, column: start, row: row, style: Style(role, bold: true), limit: columns.conflicts.upperBound)
      return
    }
    canvas.rowMark(item, columns, row: row, isSelected: isSelected)
    var from = columns.said.lowerBound
    if case .words(let plain) = item.value {
      let words = item.isPast ? ThingState.past(plain) : plain
      // Words need more room than a figure: they run on from the label, and the speaker takes what is left.
      // What is done matters as much as the whole name of who does it: a long name yields.
      let end = columns.said.upperBound
      let room = min(end, max(start + 12, end - words.count - 1))
      let label = item.label.isEmpty ? start - 1 : canvas.put(item.label, column: start, row: row, limit: room)
      let isEquipment = words == "yes"
      let wordsStart = isEquipment ? max(label + 1, columns.figure.upperBound - words.count) : label + 1
      from = canvas.put(words, column: wordsStart, row: row, style: Style(bold: true), limit: end) + 2
      if let left = item.deadline?.words(at: model.asOf.moment?.to, canvas.glyphs.marks),
        from + canvas.columns(left) <= end
      {
        from = canvas.put(left, column: from - 1, row: row, style: Style(.notice), limit: end) + 2
      }
      // The speaker is cut no further than a name can be told by; the receipt has it whole.
      if end - from < 6 { from = end }
    } else {
      let figure = canvas.figure(item, columns, row: row)
      let after = canvas.put(
        item.shownLabel, column: start, row: row, style: Style(item.isPart ? .secondary : .text),
        limit: figure.lowerBound - 1)
      canvas.pinMark(item, column: after + 1, row: row, limit: figure.lowerBound - 1)
      from = figure.upperBound + 1
    }
    canvas.attribution(item, model, columns, row: row, from: max(from, columns.said.lowerBound))
  }
}
