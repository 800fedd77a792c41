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
      if topic == .changed, let text = ChangedLine(model, width: width - column - 1, rows: rows.count, canvas) {
        for (row, line) in zip(rows, text.lines) { canvas.put(line, column: column, row: row, limit: width) }
        continue
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
    let words = changes.prefix(ChangedLine.mostTold).map { told($0)[0] }
    return stride(from: words.count, through: 1, by: -1).map { kept in
      "\(changes.count) \(tag)\(since): " + words.prefix(kept).joined(separator: "; ")
    } + waysToTellSince.map { "\(changes.count) \(tag)\($0): \(words[0])" } + ["\(changes.count) \(tag)\(since)"]
  }

  /// Ways to tell a change, longest first: "people killed 50, now 214 (both BLA)", "denial hostages taken away
  /// (military, new)", "new contradiction: killed 21 (military), but 50 (BLA)".
  fileprivate func told(_ change: BoardChange) -> [String] {
    if change.pane == .conflicts { return toldConflict(change) }
    func who(_ event: EventID?) -> String? { event.map { store.speakerName(of: $0)?.briefest ?? "unattr." } }
    let (earlier, speaker) = (who(change.earlier), who(change.event))
    let (before, after) = change.valuesApart(glyphs.marks)
    func told(_ words: [String?], _ notes: String?...) -> String {
      let notes = notes.compactMap { $0 }.joined(separator: ", ")
      let words = ([change.wholeName] + words.compactMap { $0 }).filter { !$0.isEmpty }.joined(separator: " ")
      return notes.isEmpty ? words : "\(words) (\(notes))"
    }
    switch change.kind {
    case .gone: return [told([before], earlier, "no more")]
    case .new: return [told([after], speaker, "new")]
    case .changed:
      guard let before, let after else { return [told([after], speaker)] }
      if change.before == .unknown { return [told([before + ", now " + after], speaker)] }
      if change.after == .unknown {
        return [told([before], earlier) + ", now ?" + (change.departure.map { ", " + $0.words } ?? "")]
      }
      if earlier == nil || earlier == speaker {
        return [
          told([before + ", now " + after], speaker.map { "both " + $0 }), told([before + ", now " + after], speaker),
        ]
      }
      func both(_ one: String?, _ other: String?) -> String {
        told([before], one) + ", now \(after)" + (other.map { " (\($0))" } ?? "")
      }
      let whole = namesWithBodies(change.earlier, change.event)
      return (whole.map { [both($0.0, $0.1)] } ?? []) + [both(earlier, speaker)]
    }
  }

  /// "Musab, Al-Shabaab spokesman" and "Al-Shabaab", where a name alone does not tell whose word it is; `nil` where the names
  /// tell it.
  private func namesWithBodies(_ earlier: EventID?, _ later: EventID?) -> (String, String)? {
    guard let one = earlier.flatMap({ store.speakerName(of: $0) }),
      let other = later.flatMap({ store.speakerName(of: $0) })
    else { return nil }
    let (first, second) = (one.needsBody(beside: other), other.needsBody(beside: one))
    return first || second ? (first ? one.whole : one.briefest, second ? other.whole : other.briefest) : nil
  }

  private func toldConflict(_ change: BoardChange) -> [String] {
    let item = allLists[.conflicts].first { $0.id == change.id }
    guard change.kind == .new, let number = item?.conflicts.first else {
      let words = (change.kind == .gone ? change.before : change.after)?.words(glyphs.marks)
      let name = (change.kind == .gone ? "no more " : "") + change.label.lowercased()
      // Without its figures the end of one conflict would read as that of another, which stands above it.
      return [[name, words].compactMap { $0 }.joined(separator: ": ")]
    }
    let conflict = board.openConflicts[number - 1]
    let headline = conflict.headline(glyphs.marks).lowercased()
    return [
      "new \(headline): " + conflict.sentence(glyphs.marks) { $0.rung.speakerName?.briefest ?? "unattr." },
      "new \(headline) !\(number)",
    ]
  }
}

/// How much changed and since when, and as many of the changes as the rows hold, the gravest first.
private struct ChangedLine {
  /// So many are tried.
  static let mostTold = 12

  let lines: [String]

  /// - Returns: `nil` where there is nothing to name.
  init?(_ model: Model, width: Int, rows: Int, _ canvas: Canvas) {
    let tag = BottomLineRows.indent(canvas.size.columns) > 1 ? "" : "changed "
    let told = model.changes.prefix(ChangedLine.mostTold).map { model.told($0).map(canvas.shown) }
    guard !told.isEmpty else { return nil }
    var best: (named: Int, lines: [String])?
    for since in model.waysToTellSince {
      var text = canvas.shown("\(model.changes.count) \(tag)\(since):")
      var named = 0
      for ways in told {
        let longer = ways.lazy.map { text + (named == 0 ? " " : "; ") + $0 }.first { longer in
          let lines = wrappedWords(longer, width: width)
          return lines.count <= rows && lines.allSatisfy { canvas.columns($0) <= width }
        }
        guard let longer else { continue }
        text = longer
        named += 1
      }
      if named > best?.named ?? 0 { best = (named, wrappedWords(text, width: width)) }
    }
    guard let best else { return nil }
    lines = best.lines
  }
}
