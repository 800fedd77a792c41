internal import Situation

/// The people by status: one column of figures, who says so, when, and what does not add up.
enum PeoplePane {
  static func draw(_ model: Model, _ region: Region, _ layout: Layout, _ canvas: inout Canvas) {
    let columns = TableColumns(region, canvas.glyphs, hasFigures: true, hasBars: layout.hasBars)
    let items = model.items(in: .people)
    let scale = Scale(items)
    let body = region.body
    let selected = model.selectedIndex(in: .people) ?? 0
    let isPaged = items.count > body.height
    let shown = page(of: selected, height: body.height, count: items.count)
    let note = pageNote(isPaged ? shown : nil, of: items.count, folded: model.lists[.people].count - items.count)
    let after = canvas.heading(.people, region, isFocused: model.focus == .people, note: note)
    titles(model, region, columns, scale, after: after, &canvas)
    guard body.height > 0 else { return }
    for (row, index) in zip(body.rows, shown) {
      let item = items[index]
      canvas.target(.item(.people, index), Region(columns: region.columns, rows: row..<row + 1))
      canvas.rowMark(item, columns, row: row, isSelected: index == selected && model.focus == .people)
      if item.kind == .ledger {
        ledger(item, model, columns, row: row, rowsLeft: body.rows.upperBound - row, &canvas)
      } else {
        figureRow(item, model, columns, scale, row: row, &canvas)
      }
    }
  }

  private static func titles(
    _ model: Model, _ region: Region, _ columns: TableColumns, _ scale: Scale, after: Int, _ canvas: inout Canvas
  ) {
    let row = region.rows.lowerBound
    canvas.columnTitle("figure", in: columns.figure, row: row, after: after, isRight: true)
    if let range = columns.range { canvas.columnTitle("all say", in: range, row: row, after: after, isRight: true) }
    if let bar = columns.bar, scale.most > 0 {
      let most = String(scale.most)
      canvas.columnTitle("0", in: bar, row: row, after: after)
      canvas.columnTitle(most, in: bar.upperBound - most.count..<bar.upperBound, row: row, after: after)
    }
    if let steps = columns.steps { canvas.columnTitle("over time", in: steps, row: row, after: after) }
    if let was = columns.was { canvas.columnTitle("was", in: was, row: row, after: after, isRight: true) }
    if let age = columns.age { canvas.columnTitle("age", in: age, row: row, after: after, isRight: true) }
    canvas.columnTitle("said by", in: columns.said, row: row, after: after)
    canvas.whenTitle(model, columns, row: row, after: after)
  }

  private static func figureRow(
    _ item: PaneItem, _ model: Model, _ columns: TableColumns, _ scale: Scale, row: Int, _ canvas: inout Canvas
  ) {
    let figure = canvas.figure(item, columns, row: row)
    let after = canvas.put(
      item.shownLabel, column: columns.label.lowerBound, row: row,
      style: Style(item.isPart ? .secondary : .text), limit: figure.lowerBound - 1)
    canvas.pinMark(item, column: after + 1, row: row, limit: figure.lowerBound - 1)
    if let column = columns.range, let range = item.range {
      canvas.putRight(
        range.short(canvas.glyphs.marks), from: column.lowerBound, row: row, style: Style(.secondary),
        limit: column.upperBound)
    }
    if let bar = columns.bar { scale.draw(item, bar, row: row, &canvas) }
    if let steps = columns.steps { StepPlot.draw(item, model, scale, steps, row: row, &canvas) }
    if let column = columns.was, !item.isPart, let was = model.ladder(of: item)?.previous {
      canvas.putRight(
        was.short(canvas.glyphs.marks), from: column.lowerBound, row: row, style: Style(.attribution),
        limit: column.upperBound)
    }
    canvas.attribution(item, model, columns, row: row, from: figure.upperBound + 1)
  }

  private static func ledger(
    _ item: PaneItem, _ model: Model, _ columns: TableColumns, row: Int, rowsLeft: Int, _ canvas: inout Canvas
  ) {
    guard let ledger = model.board.ledger else { return }
    let marks = canvas.glyphs.marks
    let limit = item.conflicts.isEmpty ? columns.conflicts.upperBound : columns.conflicts.lowerBound - 1
    let label = columns.label.lowerBound
    canvas.conflictMarks(item.conflicts, columns.conflicts, row: row)
    let equation = ledger.equation(marks)
    let short = ledger.equation(marks, hasLabels: false)
    let remainder = ledger.remainder(marks)
    // Whose sum it is is worth more than what it is called, where accounts speak against one another.
    let titles = ledger.titles.map { $0 + " " }
    let room = limit - label
    func fits(_ title: String, _ line: String) -> Bool { canvas.columns(title) + canvas.columns(line) <= room }
    let isOneLine = titles.contains { fits($0, equation + "   " + remainder) }
    // With one row, what is left is worth more than the sum, and the sum more than its labels; with more rows, everything
    // is told.
    var lines =
      isOneLine || rowsLeft < 2
      ? [
        [
          equation + "   " + remainder, short + "   " + remainder, ledger.briefly(marks) + ": " + remainder,
          ledger.sum.short(marks) + " of " + ledger.aboard.rung.figure.short(marks) + ": " + remainder, remainder,
        ]
      ]
      : [[equation, short, ledger.briefly(marks)], [remainder]]
    let fitting = lines[0].compactMap { line in titles.first { fits($0, line) } }
    let title = fitting.first ?? titles[titles.count - 1]
    let start = canvas.put(title, column: label, row: row, style: Style(bold: true), limit: limit)
    let isWhole = canvas.columns(title) == canvas.columns(titles[0]) || ledger.accounts.count == 1
    if !isWhole {
      lines.append(ledger.whose)
    } else if let missing = ledger.missingWords {
      lines.append([missing])
    }
    if let widened = ledger.widenedRemainder(marks) {
      let about = "\(canvas.glyphs.plusMinus)10%"
      lines.append(["if \"about\" is \(about): \(widened)", "\(about): \(widened)"])
    }
    for (line, ways) in lines.prefix(rowsLeft).enumerated() {
      canvas.putFirst(
        of: ways, column: start, row: row + line, style: Style(line == 0 ? .text : .secondary), limit: limit)
    }
  }
}

/// One scale from nothing to the largest figure of the pane, so that bars can be compared.
struct Scale {
  /// The end of the scale; 0 where there is no figure.
  let most: Int

  init(_ items: [PaneItem]) {
    let figures = items.compactMap { item in if case .figure(let figure) = item.value { figure.point } else { nil } }
    let ranges = items.compactMap { $0.range?.high }
    most = Scale.rounded((figures + ranges).max() ?? 0)
  }

  /// The next of 1, 2, 5 times a power of ten.
  static func rounded(_ number: Int) -> Int {
    guard number > 0 else { return 0 }
    var unit = 1
    while unit < number / 10 { unit *= 10 }
    for factor in [1, 2, 5, 10, 20, 50] where unit.multipliedReportingOverflow(by: factor).partialValue >= number {
      return unit * factor
    }
    return number
  }

  /// The said figure as a point, and what the live claims for it span as a line.
  func draw(_ item: PaneItem, _ columns: Range<Int>, row: Int, _ canvas: inout Canvas) {
    guard most > 0, case .figure(let figure) = item.value, let point = figure.point, !item.isPart else { return }
    let last = columns.count - 1
    func place(_ number: Int) -> Int {
      columns.lowerBound + Int(Double(min(max(number, 0), most)) / Double(most) * Double(last) + 0.5)
    }
    canvas.fill(canvas.glyphs.dot, columns: columns, row: row, style: Style(.rule, dim: true))
    if let range = item.range {
      let low = range.low.map(place) ?? columns.lowerBound
      let high = range.high.map(place) ?? columns.upperBound - 1
      canvas.fill(canvas.glyphs.line, columns: low..<high + 1, row: row, style: Style(.secondary))
    } else if figure.low == nil {
      canvas.fill(canvas.glyphs.line, columns: columns.lowerBound..<place(point), row: row, style: Style(.secondary))
    } else if figure.high == nil {
      canvas.fill(canvas.glyphs.line, columns: place(point)..<columns.upperBound, row: row, style: Style(.secondary))
    }
    canvas.set("o", column: place(point), row: row, style: Style(.figure, bold: true))
  }
}

extension Canvas {
  /// Says that the figure shown is pinned, or which other is, or that operators pinned different ones.
  mutating func pinMark(_ item: PaneItem, column: Int, row: Int, limit: Int) {
    guard let pinned = item.pinned else { return }
    let figure = pinned.isShown ? "" : pinned.pin.figure?.short(glyphs.marks) ?? "?"
    let ways =
      pinned.pin.figure == nil
      ? ["pins differ", "P?"]
      : [
        pinned.isShown ? "pinned" : figure + " " + pinned.pin.words,
        pinned.isShown ? "pinned" : "pinned \(figure)", "P" + figure, "P",
      ]
    guard let way = ways.first(where: { column + columns($0) <= limit }) else { return }
    put(way, column: column, row: row, style: Style(.key, bold: true), limit: limit)
  }

  /// The figure of a row, right-aligned; one that is longer than its column grows to the left as far as the label lets it,
  /// and then to the right where the speaker stands next to it.
  ///
  /// - Returns: The columns written.
  mutating func figure(_ item: PaneItem, _ columns: TableColumns, row: Int) -> Range<Int> {
    let text: String
    var style = Style(.figure, bold: true)
    switch item.value {
    case .figure(let figure): text = figure.short(glyphs.marks)
    case .words(let words): text = words
    case .unknown:
      text = "?"
      style = Style(.unknown, dim: true)
    }
    let label = columns.label.lowerBound + self.columns(item.shownLabel) + 1
    let width = self.columns(text)
    let isNextToSpeaker = columns.said.lowerBound <= columns.figure.upperBound + 1
    // The speaker keeps at least six columns.
    let most = isNextToSpeaker ? columns.said.upperBound - 6 : columns.figure.upperBound
    let end = min(max(columns.figure.upperBound, label + width), max(columns.figure.upperBound, most))
    let start = putRight(text, from: columns.label.lowerBound + 4, row: row, style: style, limit: end)
    return start..<end
  }

  /// Over the column of times: the day of those that stand without one.
  mutating func whenTitle(_ model: Model, _ columns: TableColumns, row: Int, after: Int) {
    let hasRoom = columns.when.count >= glyphs.marks.atMost.count + "12 Mar 14:10".count
    let title = hasRoom ? "when" : model.today ?? "when"
    columnTitle(title, in: columns.when, row: row, after: after, isRight: true)
  }
}

/// Beside a pane's title: which rows of how many are in sight, where not all are, and how many yielded to them.
func pageNote(_ shown: Range<Int>?, of count: Int, folded: Int = 0) -> String {
  let page = shown.map { "\($0.lowerBound + 1)-\($0.upperBound) of \(count)" }
  return [page, folded > 0 ? "\(folded) more" : nil].compactMap { $0 }.joined(separator: ", ")
}

extension PaneItem {
  /// The label as a row has it: a part is indented, and says where it is more than the figure that it is a part of.
  var shownLabel: String { (isPart ? "  " : "") + label + (isBeyondWhole ? " alone" : "") }
}
