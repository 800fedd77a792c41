internal import Situation

/// What came up while the board was open: what nobody has seen first, then the newest, the gravest of it first.
struct AlertsScreen: Hashable, Sendable {
  private var selection = ListSelection<Int>()

  mutating func move(_ command: Command, in model: Model) {
    let numbers = model.alertLog.entries.map(\.number)
    selection.move(command, in: numbers, page: max(1, model.size.rows - 2))
  }

  func selected(in model: Model) -> Int? { selection.selected(in: model.alertLog.entries.map(\.number)) }

  func draw(_ model: Model, _ canvas: inout Canvas) {
    let (entries, width) = (model.alertLog.entries, canvas.size.columns)
    let height = max(1, canvas.size.rows - 2)
    let selected = selection.place(in: entries.map(\.number))
    let shown = page(of: selected ?? 0, height: height, count: entries.count)
    canvas.screenTitle(
      "ALERTS", ["\(model.alertLog.unseen) not seen", "\(entries.count) in all"], .alerts,
      page: shown.inSight(of: entries.count))
    if entries.isEmpty {
      canvas.put(
        "nothing came up since the board opened", column: 1, row: 1, style: Style(.secondary), limit: width)
    }
    for (row, index) in zip(1..<1 + height, shown) {
      let entry = entries[index]
      if index == selected { canvas.selectionMark(row: row) }
      let style =
        entry.isSeen
        ? Style(.secondary, dim: true) : Style(entry.kind == .silentSource ? .notice : .conflict, bold: true)
      canvas.put(entry.kind?.words ?? "asked", column: 2, row: row, style: style, limit: min(width, 12))
      let age = entry.time.map { TimeSpan.elapsed.words(from: $0, to: model.live.now) + " ago" } ?? ""
      let end =
        age.isEmpty ? width : canvas.putRight(age, from: 13, row: row, style: Style(.secondary), limit: width - 1)
      canvas.put(
        entry.words, column: 13, row: row, style: entry.isSeen ? Style(.secondary, dim: true) : Style(),
        limit: max(13, end - 2))
    }
    FootLines.keys(model, .alerts, row: canvas.size.rows - 1, &canvas)
  }
}

extension Model {
  /// Marks what is selected in the list of alerts as seen, or all of it.
  mutating func seeAlerts(all: Bool) -> [Effect] {
    guard case .alerts(let screen)? = screens.last else { return [] }
    guard alertLog.unseen > 0 else {
      tell("no alert waits to be seen")
      return [.bell]
    }
    alertLog.see(all ? nil : screen.selected(in: self))
    return []
  }
}
