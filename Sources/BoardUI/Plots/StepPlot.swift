internal import Situation

/// A figure over the clock in one row: a column for each slice of the time axis, as high as the figure that was newest
/// then on the scale of the pane. Blank before the first, and after the playhead.
enum StepPlot {
  static func draw(
    _ item: PaneItem, _ model: Model, _ scale: Scale, _ columns: Range<Int>, row: Int, _ canvas: inout Canvas
  ) {
    guard scale.most > 0, !item.isPart, let ladder = model.ladder(of: item) else { return }
    guard let axis = model.axis, ladder.hasTimes else {
      canvas.put("no times", column: columns.lowerBound, row: row, style: Style(.unknown), limit: columns.upperBound)
      return
    }
    let now = model.asOf.moment?.to ?? axis.to
    let end = model.asOf.hasUndated ? columns.count - 1 : axis.column(of: now, of: columns.count)
    for column in 0...end {
      // The last column is as of the playhead, and no later.
      let instant =
        column == end ? max(now, axis.end(of: column, of: columns.count)) : axis.end(of: column, of: columns.count)
      guard let point = ladder.figure(by: instant)?.point else { continue }
      canvas.set(
        canvas.glyphs.height(point, of: scale.most), column: columns.lowerBound + column, row: row,
        style: Style(.secondary))
    }
  }
}

extension Model {
  /// The claims for the figure of a row; `nil` for what has no figure, or of which no claim gives one.
  func ladder(of item: PaneItem) -> Ladder? {
    item.figureKey.flatMap { board.ladders[$0] }.flatMap { $0.rungs.isEmpty ? nil : $0 }
  }
}

extension Glyphs {
  /// How high a figure stands on a scale; nothing but nought is the lowest.
  func height(_ number: Int, of most: Int) -> Unicode.Scalar {
    let share = Double(min(max(number, 0), most)) / Double(max(1, most))
    return levels[min(levels.count - 1, Int(share * Double(levels.count)))]
  }
}
