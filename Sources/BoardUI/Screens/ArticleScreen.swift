internal import Situation

/// The whole article at the highlighted passage, every other passage that was read underlined.
enum ArticleScreen {
  static func draw(_ model: Model, _ reading: Reading, _ canvas: inout Canvas) {
    let width = canvas.size.columns
    let height = Reading.height(canvas.size)
    canvas.fill(canvas.glyphs.horizontal, columns: 0..<width, row: 0, style: Style(.rule, dim: true))
    let count =
      reading.receipts.isEmpty ? " no claim read " : " receipt \(reading.shown + 1) of \(reading.receipts.count) "
    let name = [
      model.live.marks[reading.article.id]?.rawValue.uppercased(), reading.article.title, reading.article.outlet,
      reading.article.path,
    ].compactMap { $0 }
    let end = width - 1 - count.count
    canvas.put(count, column: end, row: 0, style: Style(.secondary), limit: width)
    canvas.put(
      " " + name.joined(separator: " \(canvas.glyphs.dot) ") + " ", column: 1, row: 0, style: Style(.title, bold: true),
      limit: end - 1)
    let lines = reading.text.lines
    for (row, index) in zip(1...height, reading.top..<lines.count) {
      canvas.put(lines[index], column: 1, row: row, limit: width)
    }
    if reading.text.quoteLines.contains(reading.top) || reading.text.quoteLines.lowerBound >= reading.top {
      canvas.placeCursor(column: 0, row: min(height, 1 + reading.text.quoteLines.lowerBound - reading.top))
    }
    claim(model, reading, row: height + 1, &canvas)
    FootLines.keys(model, .article, row: canvas.size.rows - 1, &canvas)
  }

  private static func claim(_ model: Model, _ reading: Reading, row: Int, _ canvas: inout Canvas) {
    let width = canvas.size.columns
    canvas.fill(canvas.glyphs.horizontal, columns: 0..<width, row: row, style: Style(.rule, dim: true))
    guard let event = reading.event else { return }
    let claim = model.store[event].claim
    let line = reading.article.line(of: claim.receipt.span.lowerBound)
    let place = " line \(line), \(Int(Double(reading.top + 1) / Double(max(1, reading.text.lines.count)) * 100))% "
    let end = width - 1 - place.count
    canvas.put(place, column: end, row: row, style: Style(.secondary), limit: width)
    var at = canvas.put(
      " " + model.summary(of: event) + " ", column: 1, row: row, style: Style(bold: true), limit: end - 1)
    for text in [model.store.speakerLabels(of: event).first ?? "", claim.standing.rawValue, claim.receipt.rule] {
      guard at + canvas.columns(text) + 3 < end else { return }
      at = canvas.put(" \(text) ", column: at + 1, row: row, style: Style(.secondary), limit: end)
    }
  }
}
