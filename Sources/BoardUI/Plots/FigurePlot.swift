internal import Situation

/// One figure over time, large: each claim a point, its bounds a bar, one letter a speaker, the pinned figure a line.
/// What has no time stands in a band of its own.
struct FigurePlot {
  private struct Point {
    var letter: Unicode.Scalar
    var figure: Figure
    var at: Instant?
    var event: EventID
    var isLive: Bool
    var isInConflict: Bool
  }

  private let ladder: Ladder
  private let points: [Point]
  private let speakers: [(letter: Unicode.Scalar, label: String, figure: Figure)]
  private let most: Int

  init?(_ item: PaneItem, _ model: Model) {
    guard let ladder = model.ladder(of: item) else { return nil }
    self.ladder = ladder
    var voices: [Speaker?] = []
    var speakers: [(letter: Unicode.Scalar, label: String, figure: Figure)] = []
    var points: [Point] = []
    let conflicts = ConflictNumbers(model.board)
    for rung in ladder.rungs.reversed() {
      let isInConflict = !conflicts.numbers(of: model.store[rung.first]).isEmpty
      for event in rung.events {
        let claim = model.store[event].claim
        let index = voices.firstIndex { FigurePlot.isOne($0, claim.speaker) } ?? voices.count
        if index == voices.count {
          voices.append(claim.speaker)
          let labels = model.store.speakerLabels(of: event)
          let label = labels.first { $0.count <= 20 } ?? labels.last ?? "?"
          speakers.append((FigurePlot.letter(index), label, rung.figure))
        }
        speakers[index].figure = rung.figure
        points.append(
          Point(
            letter: speakers[index].letter, figure: rung.figure, at: model.store.end(of: event, on: model.clock),
            event: event,
            isLive: rung.isLive, isInConflict: isInConflict))
      }
    }
    self.points = points
    self.speakers = speakers
    most = Scale.rounded(points.compactMap { max($0.figure.low ?? 0, $0.figure.high ?? 0) }.max() ?? 0)
  }

  /// Returns true if two claims have one speaker, or neither names any.
  private static func isOne(_ one: Speaker?, _ other: Speaker?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return one.isSame(as: other)
  }

  /// A to Z, then a to z; all further speakers share a star.
  private static func letter(_ index: Int) -> Unicode.Scalar {
    switch index {
    case 0..<26: Unicode.Scalar(UInt8(ascii: "A") + UInt8(index))
    case 26..<52: Unicode.Scalar(UInt8(ascii: "a") + UInt8(index - 26))
    default: "*"
    }
  }

  func draw(_ model: Model, _ region: Region, _ canvas: inout Canvas) {
    let undated = points.filter { $0.at == nil }
    let dated = points.filter { $0.at != nil }
    let body = region.body
    let legend = legendRows(body, canvas)
    let rows = body.rows.lowerBound..<body.rows.upperBound - legend.count - 1
    guard rows.count >= 3, most > 0 else {
      Empty.draw(most > 0 ? "too low for a plot" : "every figure given for it is 0", region, &canvas)
      return
    }
    let left = body.columns.lowerBound + 1 + max(4, String(most).count) + 1
    let bandColumns = undated.isEmpty ? 0 : dated.isEmpty ? body.columns.upperBound - left - 1 : 8
    let plot = left..<body.columns.upperBound - 1 - (bandColumns > 0 && !dated.isEmpty ? bandColumns + 1 : 0)
    let band = body.columns.upperBound - 1 - bandColumns..<body.columns.upperBound - 1
    scale(rows, left: left, right: body.columns.upperBound - 1, &canvas)
    pinned(isLabel: false, rows, left..<body.columns.upperBound - 1, &canvas)
    if !dated.isEmpty, let axis = model.axis {
      steps(model, axis, plot, rows, &canvas)
      for point in dated {
        guard let at = point.at else { continue }
        draw(point, column: plot.lowerBound + axis.column(of: at, of: plot.count), rows, model, &canvas)
      }
      canvas.timeLabels(axis, plot, row: rows.upperBound)
    }
    if !undated.isEmpty {
      // Side by side in the order of the replay, which is no time.
      for (index, point) in undated.enumerated() {
        draw(point, column: band.lowerBound + index * band.count / undated.count, rows, model, &canvas)
      }
      let words = dated.isEmpty ? "no times are known: in the order of the text" : "undated"
      canvas.put(
        words, column: band.lowerBound, row: rows.upperBound, style: Style(.unknown, dim: true), limit: band.upperBound)
    }
    pinned(isLabel: true, rows, left..<body.columns.upperBound - 1, &canvas)
    for (row, line) in zip(rows.upperBound + 1..<body.rows.upperBound, legend) {
      canvas.put(
        line, column: body.columns.lowerBound + 1, row: row, style: Style(.secondary), limit: region.columns.upperBound)
    }
  }

  /// The speakers with the last figure of each, in as many lines as a third of the height allows.
  private func legendRows(_ body: Region, _ canvas: Canvas) -> [String] {
    var lines = [""]
    let width = body.width - 2
    let most = max(1, body.height / 4)
    for (index, speaker) in speakers.enumerated() {
      let text = "\(speaker.letter) \(speaker.label) \(speaker.figure.short(canvas.glyphs.marks))"
      let line = lines[lines.count - 1]
      let joined = line.isEmpty ? text : line + "   " + text
      let isLastLine = lines.count == most
      let room = width - (isLastLine && index < speakers.count - 1 ? 5 : 0)
      if canvas.columns(joined) <= room {
        lines[lines.count - 1] = joined
      } else if isLastLine {
        lines[lines.count - 1] += "  +\(speakers.count - index)"
        break
      } else {
        lines.append(text)
      }
    }
    return lines
  }

  private func row(of number: Int, _ rows: Range<Int>) -> Int {
    let share = Double(min(max(number, 0), most)) / Double(most)
    return rows.upperBound - 1 - Int(share * Double(rows.count - 1) + 0.5)
  }

  private func scale(_ rows: Range<Int>, left: Int, right: Int, _ canvas: inout Canvas) {
    for row in rows { canvas.set(canvas.glyphs.vertical, column: left - 1, row: row, style: Style(.rule, dim: true)) }
    var marks = [0, most]
    if rows.count >= 5 { marks.insert(most / 2, at: 1) }
    for mark in marks {
      let text = String(mark)
      let row = row(of: mark, rows)
      canvas.put(
        text, column: left - 2 - text.count, row: row, style: Style(.secondary, dim: true), limit: left - 1)
      canvas.fill(canvas.glyphs.dot, columns: left..<right, row: row, style: Style(.rule, dim: true))
    }
  }

  private func pinned(isLabel: Bool, _ rows: Range<Int>, _ columns: Range<Int>, _ canvas: inout Canvas) {
    guard let best = ladder.best, let point = best.figure.point else { return }
    let row = row(of: point, rows)
    guard isLabel else {
      canvas.fill(canvas.glyphs.tunnel, columns: columns, row: row, style: Style(.changed))
      return
    }
    let label = " pinned \(best.figure.short(canvas.glyphs.marks)) "
    canvas.putRight(
      label, from: columns.lowerBound, row: max(rows.lowerBound, row - 1), style: Style(.changed),
      limit: columns.upperBound)
  }

  /// The newest figure as it stood in each column, faint behind the points.
  private func steps(
    _ model: Model, _ axis: TimeAxis, _ columns: Range<Int>, _ rows: Range<Int>, _ canvas: inout Canvas
  ) {
    let now = model.asOf.moment?.to ?? axis.to
    let end = model.asOf.hasUndated ? columns.count - 1 : axis.column(of: now, of: columns.count)
    for column in 0...end {
      guard let point = ladder.figure(by: axis.end(of: column, of: columns.count))?.point else { continue }
      canvas.set(
        canvas.glyphs.line, column: columns.lowerBound + column, row: row(of: point, rows),
        style: Style(.rule, dim: true))
    }
  }

  private func draw(_ point: Point, column: Int, _ rows: Range<Int>, _ model: Model, _ canvas: inout Canvas) {
    guard let number = point.figure.point else { return }
    let (low, high) = (point.figure.low, point.figure.high)
    let style = Style(.secondary)
    if low != high {
      // An end that is open is drawn to the edge, with a mark that it goes on.
      let top = high.map { row(of: $0, rows) } ?? rows.lowerBound
      let bottom = low.map { row(of: $0, rows) } ?? rows.upperBound - 1
      for row in min(top, bottom)...max(top, bottom) {
        canvas.set(canvas.glyphs.vertical, column: column, row: row, style: style)
      }
      if high == nil { canvas.set("^", column: column, row: rows.lowerBound, style: style) }
      if low == nil { canvas.set("v", column: column, row: rows.upperBound - 1, style: style) }
    }
    let isShown = model.shownReceipt == point.event
    var look = Style(point.isInConflict ? .conflict : .figure, bold: true, reversed: isShown)
    if !point.isLive { look = Style(.secondary, reversed: isShown) }
    canvas.set(point.letter, column: column, row: row(of: number, rows), style: look)
    if isShown { canvas.placeCursor(column: column, row: row(of: number, rows)) }
  }
}
