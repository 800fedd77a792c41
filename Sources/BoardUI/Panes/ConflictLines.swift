internal import Situation

/// The conflicts, first on the screen and alone in red: a name for what is wrong, then the sum in plain figures.
enum ConflictLines {
  static func draw(_ model: Model, _ layout: Layout, _ canvas: inout Canvas) {
    let width = canvas.size.columns
    let rows = layout.conflicts
    let items = model.items(in: .conflicts)
    let isInBody = layout.regions[.conflicts] != nil
    guard !items.isEmpty else {
      let words = model.store.events.isEmpty ? "" : "no conflict among the figures at this point"
      canvas.put(words, column: 1, row: rows.lowerBound, style: Style(.secondary, dim: true), limit: width)
      return
    }
    let selected = model.selectedIndex(in: .conflicts) ?? 0
    func shown(_ height: Int) -> Range<Int> {
      isInBody ? 0..<min(height, items.count) : page(of: selected, height: height, count: items.count)
    }
    if canTakeTwo(model.size, rows: rows.count, isZoomed: model.arrangement.isZoomed) {
      let pages = shown(rows.count - 1)
      let isSelected = !isInBody && pages.lowerBound == selected && model.focus == .conflicts
      let others = rows.dropFirst(2)
      if drawInTwo(
        model, pages.lowerBound, rows: rows, more: items.count - 1, hasHint: others.isEmpty, isSelected: isSelected,
        &canvas)
      {
        draw(model, pages.dropFirst(), in: others, selected: isInBody ? nil : selected, &canvas)
        return
      }
    }
    draw(model, shown(rows.count), in: rows, selected: isInBody ? nil : selected, &canvas)
  }

  private static func draw(
    _ model: Model, _ shown: Range<Int>, in rows: Range<Int>, selected: Int?, _ canvas: inout Canvas
  ) {
    let items = model.items(in: .conflicts)
    for (row, index) in zip(rows, shown) {
      let isLast = row == rows.upperBound - 1
      var hint = row == rows.lowerBound ? "e next" : ""
      if isLast, items.count > shown.upperBound || shown.lowerBound > 0 {
        hint = "\(shown.lowerBound + 1)-\(shown.upperBound) of \(items.count)"
      }
      draw(
        model, index, row: row, hint: hint, isSelected: index == selected && model.focus == .conflicts, &canvas)
    }
  }

  /// True where the first conflict may take two rows, because one does not hold it with who printed its figures.
  static func canTakeTwo(_ size: Size, rows: Int, isZoomed: Bool) -> Bool {
    rows > 1 && !isZoomed && size.rows >= (size.columns < 60 ? 14 : 22)
  }

  /// The columns of the first conflict in one row, with who gives each figure, who printed it and in which line.
  static func columns(of conflict: Conflict, _ store: EventStore) -> Int {
    func named(_ term: Ledger.Term) -> String? {
      let label = store.speakerLabels(of: term.rung.first).last ?? ""
      return store.sourcedPlace(of: term.rung.first).map { label + ", " + $0 } ?? label
    }
    // The number, the gap after the headline, the gap between the figures.
    return "!1 \(conflict.headline())".count + 3 + conflict.claimed(naming: named).count + 3
      + conflict.opposed(naming: named).count
  }

  /// The whole list, where the conflicts have the focus and too few lines at the top.
  static func drawPane(_ model: Model, _ region: Region, _ canvas: inout Canvas) {
    _ = canvas.heading(.conflicts, region, isFocused: model.focus == .conflicts)
    let items = model.items(in: .conflicts)
    guard !items.isEmpty else {
      Empty.draw("no conflict among the figures at this point", region, &canvas)
      return
    }
    let body = region.body
    let selected = model.selectedIndex(in: .conflicts) ?? 0
    for (row, index) in zip(body.rows, page(of: selected, height: body.height, count: items.count)) {
      draw(model, index, row: row, hint: "", isSelected: index == selected && model.focus == .conflicts, &canvas)
    }
  }

  /// A conflict over two rows, each figure in one with who gives it and who printed it.
  ///
  /// - Parameters:
  ///   - more: How many conflicts there are beside it.
  ///   - hasHint: True where nothing below it says so.
  /// - Returns: Whether that is needed: one row may hold it all.
  private static func drawInTwo(
    _ model: Model, _ index: Int, rows: Range<Int>, more: Int, hasHint: Bool, isSelected: Bool, _ canvas: inout Canvas
  ) -> Bool {
    let conflict = model.board.openConflicts[index]
    let marks = canvas.glyphs.marks
    let width = canvas.size.columns
    let ways = namings(of: conflict, model, width: width)
    // On the narrowest screens who says so is worth more than what the conflict is called.
    let title = width < 60 ? "!\(index + 1)" : title(index, conflict, canvas)
    let start = width < 60 ? 2 + title.count : textStart(index, conflict, canvas)
    func claimed(_ naming: (Ledger.Term) -> String?) -> String { conflict.claimed(marks, naming: naming) }
    func opposed(_ naming: (Ledger.Term) -> String?) -> String { conflict.opposed(marks, naming: naming) }
    let isOne = ways.placed.prefix(ConflictLines.published).contains {
      start + canvas.columns(claimed($0)) + 3 + canvas.columns(opposed($0)) <= width
    }
    if isOne { return false }
    let all = ways.placed + ways.named
    canvas.target(
      .item(.conflicts, index), Region(columns: 0..<width, rows: rows.lowerBound..<rows.lowerBound + 2))
    name(title, row: rows.lowerBound, isSelected: isSelected, &canvas)
    let brief = [conflict.brief(marks, hasTerms: true), conflict.brief(marks)]
    canvas.putFirst(of: all.map(claimed) + brief, column: start, row: rows.lowerBound, limit: width)
    let second = rows.lowerBound + 1
    let end = canvas.putFirst(of: all.map(opposed) + [opposed { _ in nil }], column: start, row: second, limit: width)
    let hint = more == 0 ? "" : "e: \(more) more"
    let hintStart = width - 1 - hint.count
    if hasHint, more > 0, end + 2 <= hintStart {
      canvas.put(hint, column: hintStart, row: second, style: Style(.key), limit: width)
    }
    return true
  }

  /// Draws what the conflict is called, in the colour of conflicts.
  private static func name(_ title: String, row: Int, isSelected: Bool, _ canvas: inout Canvas) {
    if isSelected {
      canvas.set(canvas.glyphs.selected, column: 0, row: row, style: Style(.key, bold: true))
      canvas.placeCursor(column: 0, row: row)
    }
    canvas.put(title, column: 1, row: row, style: Style(.conflict, bold: true), limit: canvas.size.columns - 1)
  }

  private static func title(_ index: Int, _ conflict: Conflict, _ canvas: Canvas) -> String {
    "!\(index + 1) " + conflict.headline(canvas.glyphs.marks)
  }

  /// The column where the sum begins: one for all conflicts whose names are not too long for it.
  private static func textStart(_ index: Int, _ conflict: Conflict, _ canvas: Canvas) -> Int {
    let width = canvas.size.columns
    let after = min(1 + canvas.columns(title(index, conflict, canvas)), width - 1)
    return max(after + (width < 60 ? 1 : 2), width < 60 ? 0 : width < 100 ? 19 : 22)
  }

  private static func draw(
    _ model: Model, _ index: Int, row: Int, hint: String, isSelected: Bool, _ canvas: inout Canvas
  ) {
    let conflict = model.board.openConflicts[index]
    canvas.target(.item(.conflicts, index), Region(columns: 0..<canvas.size.columns, rows: row..<row + 1))
    let marks = canvas.glyphs.marks
    let width = canvas.size.columns
    name(title(index, conflict, canvas), row: row, isSelected: isSelected, &canvas)
    var at = textStart(index, conflict, canvas)
    func fits(_ way: (claimed: String, opposed: String), before end: Int) -> Bool {
      at + canvas.columns(way.claimed) + 3 + canvas.columns(way.opposed) <= end
    }
    let ways = namings(of: conflict, model, width: width)
    func told(_ naming: (Ledger.Term) -> String?) -> (claimed: String, opposed: String) {
      (conflict.claimed(marks, naming: naming), conflict.opposed(marks, naming: naming))
    }
    let plain = told { _ in nil }
    let hintStart = hint.isEmpty ? width - 1 : width - 1 - hint.count
    // The speakers outrank the hint, and so do the places and who printed them.
    let (places, named) = (ways.placed.lazy.map { told($0) }, ways.named.lazy.map { told($0) })
    let chosen =
      places.first { fits($0, before: width) } ?? named.first { fits($0, before: width) }
      ?? (fits(plain, before: width) ? plain : nil)
    guard let chosen else {
      // The hint yields to the sum, and the sum is cut last.
      canvas.putFirst(
        of: [plain.claimed + "  " + plain.opposed, conflict.brief(marks, hasTerms: true), conflict.brief(marks)],
        column: at, row: row, limit: width)
      return
    }
    let hasHint = fits(chosen, before: hintStart - 2)
    at = canvas.put(chosen.claimed, column: at, row: row, limit: width)
    canvas.put(chosen.opposed, column: at + 3, row: row, limit: width)
    if hasHint { canvas.put(hint, column: hintStart, row: row, style: Style(.key), limit: width) }
  }
}

extension ConflictLines {
  fileprivate typealias Naming = (Ledger.Term) -> String?

  /// So many of the ways with places tell who printed it, and in which line.
  fileprivate static let published = 2

  /// Ways to say who gives a term of a conflict, longest first: with where it was printed and by whom, and without.
  fileprivate static func namings(
    of conflict: Conflict, _ model: Model, width: Int
  ) -> (placed: [Naming], named: [Naming]) {
    func labels(_ term: Ledger.Term) -> [String] { model.store.speakerLabels(of: term.rung.first) }
    func joined(_ words: String?...) -> String { words.compactMap { $0 }.joined(separator: ", ") }
    func printed(_ term: Ledger.Term) -> String? {
      model.store.shortPlace(of: term.rung.first, width >= 100 ? .long : .short)
    }
    func published(_ term: Ledger.Term, _ length: EventStore.PlaceLength = .long) -> String? {
      model.store.sourcedPlace(of: term.rung.first, length)
    }
    return (
      [
        { joined(labels($0).first, published($0)) }, { joined(labels($0).last, published($0)) },
        { joined(labels($0).first, published($0, .short)) }, { joined(labels($0).last, published($0, .short)) },
        { joined(labels($0).first, printed($0)) }, { joined(labels($0).last, printed($0)) },
      ],
      [
        { labels($0).first }, { labels($0).last },
        // Where the speakers have no room, a quarrel tells at least which sides it is between.
        { [.rival, .verb, .part].contains(conflict.kind) ? $0.rung.side.word : nil },
      ]
    )
  }
}

/// A pane with nothing to list says so.
enum Empty {
  static func draw(_ words: String, _ region: Region, _ canvas: inout Canvas) {
    guard region.height > 1 else { return }
    canvas.put(
      words, column: region.columns.lowerBound + 1, row: region.rows.lowerBound + 1,
      style: Style(.unknown, dim: true), limit: region.columns.upperBound)
  }
}
