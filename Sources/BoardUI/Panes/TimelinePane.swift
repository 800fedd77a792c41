internal import Situation

/// Every event in replay order with the playhead among them, under how many fall on each day. What the reader is not sure
/// of stands out: it is counted nowhere.
enum TimelinePane {
  static func draw(_ model: Model, _ region: Region, _ canvas: inout Canvas) {
    let row = region.rows.lowerBound
    let after = canvas.heading(.timeline, region, isFocused: model.focus == .timeline)
    days(model.density, from: after, limit: region.columns.upperBound, row: row, &canvas)
    let strip = model.layout.stripRows
    let rows = region.body.rows
    TimelineStrip.draw(model, region, rows: rows.prefix(strip), &canvas)
    let body = Region(columns: region.columns, rows: rows.dropFirst(strip))
    let count = model.count(in: .timeline)
    guard count > 0 else {
      Empty.draw(model.filter == nil ? "no claim read yet" : "nothing fits the filter", region, &canvas)
      return
    }
    guard body.height > 0 else { return }
    let columns = TableColumns(region, canvas.glyphs, hasFigures: false, hasBars: false)
    let index = model.selectedIndex(in: .timeline) ?? 0
    let conflicts = ConflictNumbers(model.board)
    for (row, place) in zip(body.rows, page(of: index, height: body.height, count: count)) {
      canvas.target(.item(.timeline, place), Region(columns: region.columns, rows: row..<row + 1))
      let position = model.timelinePosition(place)
      draw(model, position, conflicts, region, columns, row: row, isSelected: place == index, &canvas)
    }
  }

  private static func draw(
    _ model: Model, _ position: Int, _ conflicts: ConflictNumbers, _ region: Region, _ columns: TableColumns, row: Int,
    isSelected: Bool, _ canvas: inout Canvas
  ) {
    let event = model.store.event(at: position, on: model.clock)
    let isIn = position < model.playhead
    let isLatest = position == model.playhead - 1
    if isLatest {
      canvas.set(canvas.glyphs.playhead, column: columns.mark, row: row, style: Style(.changed, bold: true))
    }
    if isSelected, model.focus == .timeline {
      canvas.set(canvas.glyphs.selected, column: columns.mark, row: row, style: Style(.key, bold: true))
      canvas.placeCursor(column: columns.mark, row: row)
    }
    let whenWidth = columns.when.count
    let when = model.when(
      event.act?.moment ?? event.claim.moment(on: model.clock), columns: whenWidth, canvas.glyphs)
    let start = region.columns.lowerBound + 1
    canvas.put(when, column: start, row: row, style: Style(.attribution), limit: start + whenWidth)
    // What is still to come recedes; what is in stands out, and the event at the playhead most.
    let isUnsure = isIn && model.doubt(of: event.id) != nil
    let style =
      isUnsure
      ? Style(.notice, bold: isLatest)
      : isLatest ? Style(bold: true) : isIn ? Style() : Style(.secondary, dim: true)
    let textStart = start + whenWidth + 1
    let saidWidth = region.width < 60 ? 9 : region.width < 90 ? 18 : 38
    let saidStart = columns.conflicts.lowerBound - 1 - saidWidth
    let labels = model.store.speakerLabels(of: event.id)
    let outlet = event.act == nil ? model.outlet(of: event.id) : nil
    canvas.put(
      model.summary(of: event.id), column: textStart, row: row, style: style, limit: saidStart - 1)
    canvas.putFirst(
      of: (region.width < 90 ? nil : outlet).map { outlet in labels.map { $0 + ", " + outlet } + labels } ?? labels,
      column: saidStart, row: row, style: Style(.attribution),
      limit: columns.conflicts.lowerBound - 1)
    canvas.conflictMarks(conflicts.numbers(of: event), columns.conflicts, row: row)
  }

  /// "Tue ▂ 2  Wed ▄ 8  no day █ 16"; days that do not fit are left out with a mark.
  private static func days(_ density: Density, from start: Int, limit: Int, row: Int, _ canvas: inout Canvas) {
    let days = density.days + (density.without.map { [$0] } ?? [])
    func texts(_ gap: String, _ without: String) -> [String] {
      days.map { day in
        let level = canvas.glyphs.level(day.count, of: density.most) ?? " "
        return (day == density.without ? without : day.label) + gap + String(level) + gap + String(day.count)
      }
    }
    let wide = texts(" ", "no day")
    let isWide = start + 1 + wide.reduce(0) { $0 + canvas.columns($1) + 2 } + 2 <= limit
    var at = start + 1
    for text in isWide ? wide : texts("", "?") {
      if at > start + 1 {
        canvas.set(" ", column: at, row: row)
        at += 1
      }
      guard at + canvas.columns(text) + 3 <= limit else {
        canvas.put(canvas.glyphs.cut + " ", column: at, row: row, style: Style(.secondary), limit: limit)
        return
      }
      if at == start + 1 { canvas.set(" ", column: start, row: row) }
      at = canvas.put(text, column: at, row: row, style: Style(.secondary), limit: limit)
      if isWide { at = canvas.put(" ", column: at, row: row, limit: limit) }
    }
    if !days.isEmpty { canvas.set(" ", column: min(at, limit - 1), row: row) }
  }
}
