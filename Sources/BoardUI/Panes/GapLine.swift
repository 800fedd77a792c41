internal import Situation

/// What the claims mention and nobody gives a figure for. It is not called unreported: who mentions it reports it.
enum GapLine {
  static func draw(_ model: Model, rows: Range<Int>, _ canvas: inout Canvas) {
    let width = canvas.size.columns
    let items = model.items(in: .gaps)
    guard !items.isEmpty else { return }
    var row = rows.lowerBound
    var at = canvas.put("?", column: 2, row: row, style: Style(.unknown, bold: true), limit: width)
    at = canvas.put(
      " NO NUMBER FOR", column: at, row: row, style: Style(.unknown, bold: true, reversed: model.focus == .gaps),
      limit: width)
    at = canvas.put(" \(items.count)", column: at, row: row, style: Style(.unknown), limit: width)
    let indent = width < 60 ? 0 : width < 100 ? 19 : 22
    at = max(at + 2, indent)
    let selected = model.focus == .gaps ? model.selectedIndex(in: .gaps) : nil
    let first =
      selected.map { firstShown($0, items, room: (width - at) + (width - indent) * (rows.count - 1), canvas) } ?? 0
    for (index, item) in items.enumerated().dropFirst(first) {
      let left = items.count - index - 1
      let isLastRow = row == rows.upperBound - 1
      if index > first, at + canvas.columns(item.label) + (left == 0 ? 1 : isLastRow ? 11 : 2) > width {
        guard !isLastRow else {
          canvas.put("\(left + 1) more", column: at, row: row, style: Style(.unknown), limit: width)
          return
        }
        row += 1
        at = indent
      }
      if index == selected { canvas.placeCursor(column: at, row: row) }
      at = canvas.put(
        item.label, column: at, row: row, style: Style(.unknown, underlined: index == selected), limit: width - 1)
      if left > 0 {
        at = canvas.put(" \(canvas.glyphs.dot) ", column: at, row: row, style: Style(.unknown), limit: width)
      }
    }
  }

  /// The first item to show so that the selected one is in sight.
  private static func firstShown(_ selected: Int, _ items: [PaneItem], room: Int, _ canvas: Canvas) -> Int {
    let columns = items[...selected].reduce(7) { $0 + canvas.columns($1.label) + 3 }
    return columns <= room ? 0 : selected
  }

  static func drawPane(_ model: Model, _ region: Region, _ canvas: inout Canvas) {
    _ = canvas.heading(.gaps, region, isFocused: model.focus == .gaps)
    let items = model.items(in: .gaps)
    guard !items.isEmpty else {
      Empty.draw("whatever the claims mention has a figure", region, &canvas)
      return
    }
    let columns = TableColumns(region, canvas.glyphs, hasFigures: false, hasBars: false)
    let body = region.body
    let selected = model.selectedIndex(in: .gaps) ?? 0
    for (row, index) in zip(body.rows, page(of: selected, height: body.height, count: items.count)) {
      let item = items[index]
      canvas.target(.item(.gaps, index), Region(columns: region.columns, rows: row..<row + 1))
      canvas.rowMark(item, columns, row: row, isSelected: index == selected && model.focus == .gaps)
      let at = canvas.put(
        item.label, column: columns.label.lowerBound, row: row, style: Style(.unknown),
        limit: columns.said.lowerBound + 2)
      canvas.attribution(item, model, columns, row: row, from: at + 1)
    }
  }
}
