import Situation

extension DocumentBuilder {
  /// A figure with its speakers, and the figures that stand beside it.
  mutating func row(_ row: BoardRow, ladder: Ladder?) -> Document.Row {
    var figure: Figure?
    var value = "?"
    if case .figure(let given) = row.value {
      figure = given
      value = words.figure(given)
    }
    var details: [InlineText] = []
    if let newest = row.newest {
      let told = ladder.flatMap { ladder in row.isPart ? nil : ladder.newest?.events } ?? [newest]
      let number = figure == nil ? "mentioned without a number: " : ""
      let shown = ladder.flatMap { row.isPart ? nil : $0.newest }
      let marks =
        ladder.flatMap { ladder in shown.map { judged($0, ladder) } } ?? corrected(newest).map { ", " + $0 } ?? ""
      details.append("\(number)\(attribution(told))\(marks)\(conflictMarks(row.conflicts))")
    } else {
      details.append("not reported")
    }
    switch row.coverage {
    case .total: break
    case .share(let share): details.append("\(words.plain(share.label)) only; no total is reported")
    case .shares(let shares):
      let parts = shares.map { words.plain($0.words(options.marks)) }.joined(separator: " + ")
      details = ["total not reported; parts: \(parts)"]
    }
    if Columns.count(value) > 14 {
      details.insert("\(value)", at: 0)
      value = ""
    }
    if !row.isPart, let ladder { details += rivals(ladder, range: row.range) }
    return Document.Row(
      label: "\(row.isPart && !row.isRival ? "of them " : "")\(words.plain(row.label))", value: "\(value)",
      figure: figure,
      details: details, isPart: row.isPart)
  }

  /// How it rose, the other figures that still stand, and those that their speakers have replaced.
  private mutating func rivals(_ ladder: Ladder, range: Interval?) -> [InlineText] {
    var lines: [InlineText] = range.map { ["range \($0.short(options.marks))"] } ?? []
    if let rise = ladder.progressionSentence(options.marks) { lines.append("\(rise)") }
    let live = Set(ladder.live.map(\.first))
    for rung in ladder.rungs where rung.first != ladder.newest?.first {
      let word = standing(of: rung, on: ladder, isLive: live.contains(rung.first))
      lines.append("\(word) \(words.figure(rung.figure)) \(attribution(rung.events))\(judged(rung, ladder))")
    }
    return lines
  }

  /// How a figure below the head stands to it.
  private func standing(of rung: Rung, on ladder: Ladder, isLive: Bool) -> String {
    if ladder.isWeaker(rung) { return "set aside, given for others too:" }
    if ladder.isContender(rung) { return "also" }
    return isLive ? "earlier" : rung.isLive ? "old" : "before"
  }

  /// "engine immobilised (the officials, day not given [3])".
  mutating func stated(_ row: BoardRow) -> Document.Item {
    let label: InlineText = "\(words.plain(row.label))"
    let attribution = attribution(row.events)
    switch row.value {
    case .words(let state): return .entry(tag: label, text: "\(words.plain(state)) (\(attribution))")
    case .figure(let figure):
      return .entry(tag: label, text: "\(words.figure(figure)) (\(attribution))")
    case .unknown:
      return .entry(tag: label, text: row.events.isEmpty ? "not reported" : "mentioned, not told (\(attribution))")
    }
  }
}
