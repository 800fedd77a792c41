internal import Situation

/// How many events fall on each slice of the clock, with the playhead, the markers and the conflicts among them, and
/// a band of its own for what has no time.
enum TimelineStrip {
  private static let bandColumns = 7

  /// - Parameter rows: One for the density, and one for the marks where there is room.
  static func draw(_ model: Model, _ region: Region, rows: Range<Int>, _ canvas: inout Canvas) {
    guard let row = rows.first else { return }
    let density = model.density
    let start = region.columns.lowerBound + 1
    let end = region.columns.upperBound - 1 - (density.undated > 0 ? bandColumns + 1 : 0)
    let strip = start..<end
    let marks = rows.count > 1 ? row + 1 : nil
    if let axis = model.axis {
      let counts = density.counts(columns: strip.count)
      let most = counts.max() ?? 0
      let now = model.asOf.moment?.to
      for (column, count) in counts.enumerated() {
        let at = start + column
        let isPast = now.map { axis.column(of: $0, of: strip.count) >= column } ?? model.isAtEnd
        canvas.set(
          canvas.glyphs.level(count, of: most) ?? canvas.glyphs.dot, column: at, row: row,
          style: Style(isPast ? .figure : .secondary, dim: !isPast))
        // A click or a drag takes in all that is so by the end of the slice.
        canvas.target(
          .instant(axis.end(of: column, of: strip.count)),
          Region(columns: at..<at + 1, rows: rows))
      }
      symbols(model, axis, strip, row: marks ?? row, &canvas)
      if marks == nil, let now, model.playhead > 0 {
        let at = start + axis.column(of: now, of: strip.count)
        canvas.restyle(columns: at..<at + 1, row: row) { $0.attributes.insert(.reversed) }
      }
    } else {
      canvas.put("no claim gives a time", column: start, row: row, style: Style(.unknown, dim: true), limit: end)
    }
    if density.undated > 0 { band(model, from: end + 1, region, row: row, &canvas) }
  }

  /// Conflicts, markers and the playhead, each over the one before where they fall together.
  private static func symbols(
    _ model: Model, _ axis: TimeAxis, _ strip: Range<Int>, row: Int, _ canvas: inout Canvas
  ) {
    func place(_ instant: Instant) -> Int { strip.lowerBound + axis.column(of: instant, of: strip.count) }
    for conflict in model.board.openConflicts {
      let times = conflict.events.compactMap { model.store.end(of: $0, on: model.clock) }
      guard let newest = times.max() else { continue }
      canvas.set("!", column: place(newest), row: row, style: Style(.conflict, bold: true))
    }
    for marker in model.board.overrides.markers {
      canvas.set("m", column: place(marker.at), row: row, style: Style(.key, bold: true))
    }
    if let now = model.asOf.moment?.to, model.playhead > 0 {
      canvas.set("^", column: place(now), row: row, style: Style(.changed, bold: true))
    }
  }

  /// "? █ 22": how many events have no time.
  private static func band(_ model: Model, from start: Int, _ region: Region, row: Int, _ canvas: inout Canvas) {
    let limit = region.columns.upperBound
    let style = Style(.unknown, reversed: model.asOf.hasUndated && !model.isAtEnd)
    canvas.put("? \(model.density.undated)", column: start, row: row, style: style, limit: limit)
    let first = model.store.replayCount - model.density.undated
    canvas.target(
      .position(model.isAtEnd ? first : model.store.replayCount),
      Region(columns: start..<limit, rows: row..<row + 1))
  }
}

extension Model {
  /// How many events are so, or said, by an instant.
  func position(at instant: Instant) -> Int {
    var (low, high) = (0, store.replayCount)
    while low < high {
      let middle = low + (high - low) / 2
      let isLater = store.end(of: store.id(at: middle, on: clock), on: clock).map { $0 > instant } ?? true
      if isLater { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
