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
    var day: String?
    for (row, place) in zip(body.rows, page(of: index, height: body.height, count: count)) {
      canvas.target(.item(.timeline, place), Region(columns: region.columns, rows: row..<row + 1))
      let position = model.timelinePosition(place)
      draw(model, position, conflicts, region, columns, day: &day, row: row, isSelected: place == index, &canvas)
    }
  }

  private static func draw(
    _ model: Model, _ position: Int, _ conflicts: ConflictNumbers, _ region: Region, _ columns: TableColumns,
    day: inout String?, row: Int, isSelected: Bool, _ canvas: inout Canvas
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
    let moment = event.act?.moment ?? event.claim.moment(on: model.clock)
    // A time of day stands under its date: the first row of a day has the date, where both have no room.
    let isFirstOfDay = day != Density.label(moment)
    day = Density.label(moment)
    let when = model.when(moment, columns: whenWidth, canvas.glyphs, hasDay: isFirstOfDay)
    let start = region.columns.lowerBound + 1
    canvas.put(when, column: start, row: row, style: Style(.attribution), limit: start + whenWidth)
    // What is still to come recedes; what is in stands out, and the event at the playhead most.
    let isUnsure = isIn && model.doubt(of: event.id) != nil
    let style =
      isUnsure
      ? Style(.notice, bold: isLatest)
      : isLatest ? Style(bold: true) : isIn ? Style() : Style(.secondary, dim: true)
    let limit = columns.conflicts.lowerBound - 1
    // Who says it stands before it, as in a transcript: behind it, a name would read as if it were part of it.
    let at = canvas.put(
      who(model, event, room: limit - start - whenWidth - 1, wide: region.width >= 90, canvas) + ": ",
      column: start + whenWidth + 1, row: row, style: Style(.attribution), limit: limit)
    let end = canvas.put(words(model, event), column: at, row: row, style: style, limit: limit)
    if isIn, model.board.isSaidAgain(event) {
      canvas.put(", again", column: end, row: row, style: Style(.secondary), limit: limit)
    }
    canvas.conflictMarks(conflicts.numbers(of: event), columns.conflicts, row: row)
  }

  /// The summary of a claim without who acts, where it is who says it: they stand before it.
  private static func words(_ model: Model, _ event: Event) -> String {
    model.board.summary(of: event.id, in: model.store, model.glyphs.marks, namesActor: false)
  }

  /// The longest label that leaves most of the line to what is said, with who printed it where the pane is wide.
  private static func who(_ model: Model, _ event: Event, room: Int, wide: Bool, _ canvas: Canvas) -> String {
    let labels = model.store.speakerLabels(of: event.id)
    let outlet = wide && event.act == nil ? model.outlet(of: event.id) : nil
    let ways = (outlet.map { outlet in labels.map { $0 + ", " + outlet } } ?? []) + labels
    return ways.first { canvas.columns($0) <= room * 2 / 5 } ?? labels.min { $0.count < $1.count } ?? "?"
  }

  /// "claims Tue ▂ 2  Wed ▄ 8  no day █ 16", or where there is less room "Tue▂ Wed▄"; days that do not fit are left out
  /// with a mark.
  private static func days(_ density: Density, from start: Int, limit: Int, row: Int, _ canvas: inout Canvas) {
    let days = density.days + (density.without.map { [$0] } ?? [])
    guard !days.isEmpty else { return }
    func texts(isWide: Bool) -> [String] {
      days.map { day in
        let level = String(canvas.glyphs.level(day.count, of: density.most) ?? " ")
        let label = day == density.without && !isWide ? "?" : day.label
        return isWide ? "\(label) \(level) \(day.count)  " : "\(label)\(level) "
      }
    }
    let wide = ["claims "] + texts(isWide: true)
    let isWide = start + 1 + wide.reduce(0) { $0 + canvas.columns($1) } + 2 <= limit
    var at = canvas.put(" ", column: start, row: row, limit: limit)
    for text in isWide ? wide : texts(isWide: false) {
      guard at + canvas.columns(text) + 2 <= limit else {
        canvas.put(canvas.glyphs.cut + " ", column: at, row: row, style: Style(.secondary), limit: limit)
        return
      }
      at = canvas.put(text, column: at, row: row, style: Style(.secondary), limit: limit)
    }
  }
}
