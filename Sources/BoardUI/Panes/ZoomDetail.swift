internal import Situation

/// What stands below a zoomed pane: the plot of the selected figure, or every claim behind the selected row.
enum ZoomDetail {
  static func draw(_ model: Model, _ region: Region, _ canvas: inout Canvas) {
    guard let item = model.selectedItem(in: model.focus) else { return }
    canvas.fill(
      canvas.glyphs.horizontal, columns: region.columns, row: region.rows.lowerBound, style: Style(.rule, dim: true))
    if let plot = FigurePlot(item, model) {
      title("\(item.label) over time, by who says it", "", region, &canvas)
      plot.draw(model, region, &canvas)
      return
    }
    var events = item.events
    var name = item.label.isEmpty ? "this" : item.label
    if events.isEmpty, model.focus == .train {
      // What is told of the others is more than nothing.
      var seen: Set<EventID> = []
      events = Evidence(model.items(in: .train).flatMap(\.events).filter { seen.insert($0).inserted })
      name = "other parts, none behind \(name)"
    }
    let current = model.shownReceipt.flatMap { events.firstIndex(of: $0) } ?? 0
    let body = region.body
    let count = events.count
    let shown = page(of: current, height: body.height, count: count)
    title(
      count == 1 ? "the claim behind \(name)" : "\(count) claims behind \(name)",
      shown.count < count ? "\(shown.lowerBound + 1)-\(shown.upperBound)/\(count)" : "", region, &canvas)
    guard count > 0 else {
      Empty.draw("no claim speaks of it", region, &canvas)
      return
    }
    for (row, index) in zip(body.rows, shown) {
      line(model, events[index], body, row: row, isShown: index == current, &canvas)
    }
  }

  private static func title(_ words: String, _ note: String, _ region: Region, _ canvas: inout Canvas) {
    let row = region.rows.lowerBound
    let limit = region.columns.upperBound - 1
    let end = note.isEmpty ? limit : canvas.putRight(" \(note) ", from: 2, row: row, style: Style(.key), limit: limit)
    canvas.put(" \(words) ", column: region.columns.lowerBound + 1, row: row, style: Style(.title), limit: end)
  }

  /// When, what, who, and the passage where there is room for it.
  private static func line(
    _ model: Model, _ id: EventID, _ body: Region, row: Int, isShown: Bool, _ canvas: inout Canvas
  ) {
    let claim = model.store[id].claim
    let start = body.columns.lowerBound
    let limit = body.columns.upperBound
    let width = body.width
    if isShown { canvas.set(canvas.glyphs.selected, column: start, row: row, style: Style(.key, bold: true)) }
    let whenWidth = width < 60 ? 7 : 13
    canvas.put(
      model.when(claim.moment(on: model.clock), columns: whenWidth, canvas.glyphs), column: start + 1, row: row,
      style: Style(.attribution), limit: start + 1 + whenWidth)
    let textStart = start + 2 + whenWidth
    let saidWidth = width < 60 ? 9 : 18
    let textWidth = width < 100 ? width - whenWidth - saidWidth - 4 : 30
    canvas.put(
      claim.summary(canvas.glyphs.marks), column: textStart, row: row, style: Style(bold: isShown),
      limit: min(limit, textStart + textWidth))
    let saidStart = textStart + textWidth + 1
    canvas.putFirst(
      of: model.store.speakerLabels(of: id), column: saidStart, row: row, style: Style(.attribution),
      limit: min(limit, saidStart + saidWidth))
    let quoteStart = saidStart + saidWidth + 1
    guard quoteStart + 12 < limit, let article = model.store.article(claim.receipt.article) else { return }
    let quote = canvas.glyphs.quoteOpen + SafeText.line(article.quote(claim.receipt.span)) + canvas.glyphs.quoteClose
    canvas.put(quote, column: quoteStart, row: row, style: Style(.receipt), limit: limit)
  }
}
