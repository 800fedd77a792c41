internal import Situation

/// The bottom line over the panes: what happened, the people, what changed, what is next. What is disputed and what is not
/// known are lines of their own, in which one can move.
enum BottomLineRows {
  /// The column of the text; a narrow screen has none to spare for the names of the topics.
  static func indent(_ columns: Int) -> Int { columns < 100 ? 1 : 11 }

  static func draw(_ model: Model, _ layout: Layout, _ canvas: inout Canvas) {
    let width = canvas.size.columns
    let column = indent(width)
    for (topic, rows) in layout.bottomLine {
      if column > 1 {
        canvas.put(topic.rawValue, column: 1, row: rows.lowerBound, style: Style(.secondary), limit: column - 1)
      }
      for (rows, ways) in parts(topic, rows, model) {
        guard let text = FittedLine(ways, width: width - column - 1, rows: rows.count, canvas) else { continue }
        for (row, line) in zip(rows, text.lines) {
          canvas.put(line, column: column, row: row, style: Style(bold: topic == .incident), limit: width)
        }
      }
    }
  }

  /// Two rows of people are those who are held or dead, and the others.
  private static func parts(
    _ topic: BottomLineText.Topic, _ rows: Range<Int>, _ model: Model
  ) -> [(rows: Range<Int>, ways: [String])] {
    // A step would send the line again for every age in it; the whole bottom line and the panes tell ages.
    let ways = model.bottomLineWays(topic, hasAges: false, isNamed: indent(model.size.columns) > 1)
    guard topic == .people, rows.count == 2 else { return [(rows, ways)] }
    let (gravest, others) = model.bottomLine.peopleWaysInTwo(model.glyphs.marks)
    guard !gravest.isEmpty, !others.isEmpty else { return [(rows, ways)] }
    return [(rows.lowerBound..<rows.lowerBound + 1, gravest), (rows.lowerBound + 1..<rows.upperBound, others)]
  }
}

/// The fullest of several ways to tell something that fits into so many rows; the last one cut where none does.
struct FittedLine: Hashable, Sendable {
  let lines: [String]

  init?(_ ways: [String], width: Int, rows: Int, _ canvas: Canvas) {
    guard let last = ways.last else { return nil }
    let fitting = ways.lazy.map { wrappedWords(canvas.shown($0), width: width) }.first { lines in
      lines.count <= rows && lines.allSatisfy { canvas.columns($0) <= width }
    }
    lines = fitting ?? Array(wrappedWords(canvas.shown(last), width: width).prefix(rows))
  }
}

extension Model {
  /// Ways to tell a topic of the bottom line, fullest first; none where there is nothing to tell.
  ///
  /// - Parameter isNamed: True where the name of the topic stands before it.
  func bottomLineWays(_ topic: BottomLineText.Topic, hasAges: Bool = true, isNamed: Bool = true) -> [String] {
    bottomLine.ways(
      topic, glyphs.marks, changed: topic == .changed ? changedWays(isNamed: isNamed) : [], name: desk.name,
      hasAges: hasAges)
  }

  /// Ways to tell how much changed and since when, and the gravest of it: as many as there is room for, longest first.
  ///
  /// - Parameter isNamed: True where the name of the topic stands before it.
  private func changedWays(isNamed: Bool) -> [String] {
    let tag = isNamed ? "" : "changed "
    guard let since = waysToTellSince.first else {
      if baseline != .recent { return ["d lists what changed"] }
      return [isAtEnd ? "no earlier report to tell changes from" : "d lists what changed before this"]
    }
    // That nothing changed needs no room where there is little.
    guard !changes.isEmpty else { return size.columns < 60 ? [] : ["nothing \(tag)\(since)"] }
    let told = changes.prefix(3).map(told)
    return stride(from: told.count, through: 1, by: -1).map { kept in
      "\(changes.count) \(tag)\(since): " + told.prefix(kept).joined(separator: "; ")
    } + waysToTellSince.map { "\(changes.count) \(tag)\($0): \(told[0])" } + ["\(changes.count) \(tag)\(since)"]
  }

  /// "killed 50, now 214 (BLA)", "new CONTRADICTION killed 21 but 50".
  private func told(_ change: BoardChange) -> String {
    let number = allLists[.conflicts].first { change.pane == .conflicts && $0.id == change.id }?.conflicts.first
    if let number, change.kind == .new {
      let conflict = board.openConflicts[number - 1]
      return "new \(conflict.headline(glyphs.marks).lowercased()): "
        + conflict.sentence(glyphs.marks) { $0.rung.speakerName?.briefest ?? "unattr." }
    }
    let values = change.values(glyphs.marks)
    let who = change.event.flatMap { store.speakerName(of: $0)?.briefest } ?? "unattr."
    let isSourced = change.pane != .conflicts && change.event != nil && change.after != .unknown
    let became = change.after == .unknown ? change.departure.map { ", " + $0.words } ?? "" : ""
    return (change.kind == .gone ? "no more " : "") + change.name + (values.isEmpty ? "" : " " + values) + became
      + (isSourced ? " (\(who))" : "")
  }
}
