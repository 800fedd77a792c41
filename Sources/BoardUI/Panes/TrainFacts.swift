internal import Situation

/// Crew, people by coach and other things around the train, in as many rows as there are; what does not fit is counted.
enum TrainFacts {
  private struct Fact {
    var label: String
    var value: String
    var isUnknown: Bool
    var row: BoardRow?
  }

  static func draw(_ model: Model, rows: Range<Int>, limit: Int, isShort: Bool, hasBoxes: Bool, _ canvas: inout Canvas)
  {
    guard !rows.isEmpty else { return }
    let facts = facts(
      model, canvas.glyphs.marks, isShort: isShort, hasBoxes: hasBoxes,
      peopleByCoach: hasPeopleByCoach(model))
    var row = rows.lowerBound
    var at = 1
    for (index, fact) in facts.enumerated() {
      let text = fact.label + " " + fact.value
      let left = facts.count - index - 1
      let needed = canvas.columns(text) + (left > 0 && row == rows.upperBound - 1 ? 5 : 0)
      if at > 1, at + needed > limit {
        if row + 1 < rows.upperBound {
          row += 1
          at = 1
        } else {
          canvas.put("+\(left + 1)", column: at, row: row, style: Style(.key), limit: limit)
          return
        }
      }
      let style = fact.isUnknown ? Style(.unknown) : Style()
      let labelStyle = fact.row.map { TrainPane.style(model, $0, Style(.secondary)) } ?? Style(.secondary)
      at = canvas.put(fact.label, column: at, row: row, style: labelStyle, limit: limit)
      at = canvas.put(" " + fact.value, column: at, row: row, style: style, limit: limit) + 3
    }
  }

  private static func hasPeopleByCoach(_ model: Model) -> Bool {
    model.board.gaps.contains { $0.label == "people by coach" }
  }

  private static func facts(_ model: Model, _ marks: MarkSet, isShort: Bool, hasBoxes: Bool, peopleByCoach: Bool)
    -> [Fact]
  {
    let train = model.board.train
    var facts: [Fact] = []
    func add(_ rows: [BoardRow]) {
      for row in rows {
        switch row.value {
        case .words(let words): facts.append(Fact(label: row.label, value: words, isUnknown: false, row: row))
        case .figure(let figure):
          facts.append(Fact(label: row.label, value: figure.short(marks), isUnknown: false, row: row))
        case .unknown: facts.append(Fact(label: row.label, value: "?", isUnknown: true, row: row))
        }
      }
    }
    if isShort { add(train.tunnel + train.track) }
    add(train.crew)
    if peopleByCoach { facts.append(Fact(label: "people by coach", value: "?", isUnknown: true)) }
    // The small drawing has room for one state each.
    for rows in [train.tunnel, train.track] where !hasBoxes && !isShort {
      let drawn = TrainPane.Told(rows, model)?.newest
      add(rows.filter { $0 != drawn })
    }
    add(train.others + train.conditions)
    return facts
  }
}
