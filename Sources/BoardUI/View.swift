/// Draws the model for a size: reads it, folds nothing, and gives the same frame for the same model.
package func view(_ model: Model, size: Size) -> Frame {
  var model = model
  model.size = size
  var canvas = Canvas(size: size, options: model.options)
  guard size.columns >= Layout.least.columns, size.rows >= Layout.least.rows else {
    TooSmall.draw(&canvas)
    return canvas.frame
  }
  if let screen = model.screens.last { screen.draw(model, &canvas) } else { drawBoard(model, &canvas) }
  // What is typed, or told, comes over whatever is at the foot.
  if let line = model.commandLine {
    CommandLineView.draw(model, line, &canvas)
  } else if let question = model.question {
    FootWords.draw(question.words, above: size.rows, style: Style(.notice, bold: true), &canvas)
  } else if let status = model.status {
    FootWords.draw(status, above: size.rows - (model.statusIsNews ? 1 : 0), style: Style(.notice), &canvas)
  } else if let words = model.leadSays {
    FootWords.draw(words, above: size.rows, style: Style(.notice, bold: true), &canvas)
  } else if let progress = model.live.progress {
    ProgressLine.draw(progress, sources: model.live.sources.count, &canvas)
  }
  return canvas.frame
}

/// What the rows of the board stand for as it is drawn.
func targets(in model: Model) -> [Target] {
  guard !model.layout.isTooSmall else { return [] }
  var canvas = Canvas(size: model.size, options: model.options)
  drawBoard(model, &canvas)
  return canvas.targets
}

private func drawBoard(_ model: Model, _ canvas: inout Canvas) {
  let layout = model.layout
  TitleLine.draw(model, &canvas)
  BottomLineRows.draw(model, layout, &canvas)
  ConflictLines.draw(model, layout, &canvas)
  if !layout.gaps.isEmpty { GapLine.draw(model, rows: layout.gaps, &canvas) }
  // Always in the same order, so that the same model gives the same frame to the last mark.
  for pane in Pane.allCases {
    guard let region = layout.regions[pane] else { continue }
    canvas.target(.pane(pane), region)
    switch pane {
    case .train: TrainPane.draw(model, region, layout, &canvas)
    case .people: PeoplePane.draw(model, region, layout, &canvas)
    case .forces: ForcesPane.draw(model, region, layout, &canvas)
    case .timeline: TimelinePane.draw(model, region, &canvas)
    case .receipt: ReceiptPane.draw(model, region, &canvas)
    case .conflicts: ConflictLines.drawPane(model, region, &canvas)
    case .gaps: GapLine.drawPane(model, region, &canvas)
    }
  }
  if let region = layout.detail { ZoomDetail.draw(model, region, &canvas) }
  if let column = layout.divider { Divider.draw(column, layout, &canvas) }
  if let row = layout.problems { FootLines.problems(model, row: row, &canvas) }
  if let row = layout.info { FootLines.info(model, row: row, &canvas) }
  FootLines.keys(model, .board, row: layout.keys, &canvas)
}

/// A terminal in which nothing can be read.
enum TooSmall {
  static func draw(_ canvas: inout Canvas) {
    let least = "\(Layout.least.columns)\(canvas.glyphs.times)\(Layout.least.rows)"
    let lines = ["sitboard: too small.", "Needs \(least) or more.", "q quits."]
    for (row, line) in lines.enumerated() { canvas.put(line, column: 0, row: row, limit: canvas.size.columns) }
  }
}

/// The rule between two columns of panes, joined to the rules that it meets.
enum Divider {
  static func draw(_ column: Int, _ layout: Layout, _ canvas: inout Canvas) {
    let sides = layout.regions.values.filter { $0.columns.upperBound <= column || $0.columns.lowerBound > column }
    guard let top = sides.map(\.rows.lowerBound).min(), let bottom = sides.map(\.rows.upperBound).max() else { return }
    let lefts = Set(sides.filter { $0.columns.upperBound == column }.map(\.rows.lowerBound))
    let rights = Set(sides.filter { $0.columns.lowerBound > column }.map(\.rows.lowerBound))
    let glyphs = canvas.glyphs
    for row in top..<bottom {
      let glyph =
        row == top
        ? glyphs.teeDown
        : lefts.contains(row)
          ? (rights.contains(row) ? glyphs.cross : glyphs.teeLeft)
          : rights.contains(row) ? glyphs.teeRight : glyphs.vertical
      canvas.set(glyph, column: column, row: row, style: Style(.rule, dim: true))
    }
  }
}
