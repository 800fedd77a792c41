internal import Situation

/// The addresses that are asked again and again: when each answered, when it is asked next, what is wrong.
struct SourcesScreen: Hashable, Sendable {
  private var selection = ListSelection<String>()

  mutating func move(_ command: Command, in model: Model) {
    selection.move(command, in: model.live.sources.map(\.address), page: ListLayout(model.size, rows: 1).list.count)
  }

  func draw(_ model: Model, _ canvas: inout Canvas) {
    let (sources, width) = (model.live.sources, canvas.size.columns)
    let height = max(1, canvas.size.rows - 2)
    let selected = selection.place(in: sources.map(\.address))
    let shown = page(of: selected ?? 0, height: height, count: sources.count)
    let silent = sources.count { $0.silence(at: model.live.now) != nil }
    canvas.screenTitle(
      "SOURCES",
      [
        sources.count == 1 ? "1 address" : "\(sources.count) addresses",
        silent == 0 ? "none silent" : "\(silent) silent",
      ],
      .sources,
      page: shown.inSight(of: sources.count))
    if sources.isEmpty, model.live.places.isEmpty {
      canvas.put(
        "no address is asked; folders and files are watched as they are", column: 1, row: 1, style: Style(.secondary),
        limit: width)
    }
    for (row, place) in zip(1 + shown.count..<1 + height, model.live.places) {
      canvas.put(SafeText.line(place), column: 2, row: row, style: Style(.secondary), limit: width)
    }
    for (row, index) in zip(1..<1 + height, shown) {
      let source = sources[index]
      if index == selected { canvas.selectionMark(row: row) }
      let isSilent = source.silence(at: model.live.now) != nil
      let at = canvas.put(
        source.name, column: 2, row: row, style: Style(isSilent ? .conflict : .title, bold: true),
        limit: min(width, 2 + max(12, width / 4)))
      canvas.put(
        SourcesScreen.words(source, at: model.live.now), column: at + 2, row: row, style: Style(), limit: width)
    }
    FootLines.keys(model, .sources, row: canvas.size.rows - 1, &canvas)
  }

  static func words(_ source: SourceState, at now: Instant) -> String {
    let answered =
      source.hasAnswered
      ? "answered \(TimeSpan.elapsed.words(from: source.answered, to: now)) ago" : "has not answered yet"
    let next = source.next.map { "asked again in \(TimeSpan.elapsed.words(from: now, to: $0))" } ?? "being asked"
    let pages = source.pages == 0 ? nil : source.pages == 1 ? "1 page" : "\(source.pages) pages"
    let items = source.items.map { $0 == 1 ? "1 item" : "\($0) items" }
    return [source.trouble, answered, next, items, pages, source.note, source.address].compactMap { $0 }
      .joined(separator: ", ")
  }
}
