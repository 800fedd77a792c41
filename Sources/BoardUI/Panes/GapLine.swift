internal import Situation

/// What the claims mention and nobody gives a figure for.
enum GapLine {
  static func draw(_ model: Model, row: Int, _ canvas: inout Canvas) {
    let width = canvas.size.columns
    let items = model.lists[.gaps]
    guard !items.isEmpty else { return }
    var at = canvas.put("?", column: 2, row: row, style: Style(.unknown, bold: true), limit: width)
    at = canvas.put(
      " NOT REPORTED", column: at, row: row, style: Style(.unknown, bold: true, reversed: model.focus == .gaps),
      limit: width)
    at = canvas.put(" \(items.count)", column: at, row: row, style: Style(.unknown), limit: width)
    at = max(at + 2, width < 60 ? 0 : width < 100 ? 19 : 22)
    let selected = model.focus == .gaps ? model.selectedIndex(in: .gaps) : nil
    // From the selected one on, when it is too far right to be seen.
    let first = selected.map { startOfPage($0, items, from: at, canvas) } ?? 0
    for (index, item) in items.enumerated().dropFirst(first) {
      let isLast = index == items.count - 1
      let needed = canvas.columns(item.label) + (isLast ? 0 : 6)
      guard at + needed <= width || index == first else {
        canvas.put("+\(items.count - index)", column: at, row: row, style: Style(.unknown), limit: width)
        break
      }
      at = canvas.put(
        item.label, column: at, row: row, style: Style(.unknown, underlined: index == selected), limit: width - 1)
      if index == selected { canvas.placeCursor(column: at, row: row) }
      if !isLast {
        at = canvas.put(" \(canvas.glyphs.dot) ", column: at, row: row, style: Style(.unknown), limit: width)
      }
    }
  }

  private static func startOfPage(_ selected: Int, _ items: [PaneItem], from start: Int, _ canvas: Canvas) -> Int {
    var at = start
    for (index, item) in items.enumerated().prefix(selected + 1) {
      at += canvas.columns(item.label) + 3
      if index == selected, at + 3 > canvas.size.columns { return selected }
    }
    return 0
  }

  static func drawPane(_ model: Model, _ region: Region, _ canvas: inout Canvas) {
    _ = canvas.heading(.gaps, region, isFocused: model.focus == .gaps)
    let items = model.lists[.gaps]
    guard !items.isEmpty else {
      Empty.draw("whatever the claims mention has a figure", region, &canvas)
      return
    }
    let columns = TableColumns(region, hasFigures: false, hasBars: false)
    let body = region.body
    let selected = model.selectedIndex(in: .gaps) ?? 0
    for (row, index) in zip(body.rows, page(of: selected, height: body.height, count: items.count)) {
      let item = items[index]
      canvas.frameRow(
        item, model, columns, row: row, isSelected: model.isSelected(index, in: .gaps), isTouched: model.isTouched(item)
      )
      let at = canvas.put(
        item.label, column: columns.label.lowerBound, row: row, style: Style(.unknown),
        limit: columns.said.lowerBound + 2)
      canvas.attribution(item, model, columns, row: row, from: at + 1)
    }
  }
}
