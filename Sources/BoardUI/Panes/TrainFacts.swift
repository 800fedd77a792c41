internal import Situation

/// What a control room asks of the scene, each with who says it: where it stands, the line, who is coming, the crew, and
/// what nobody reports; in as many rows as there are, and what does not fit is counted.
enum TrainFacts {
  private struct Fact {
    var label: String
    var value: String
    var speakers: [String] = []
    var isUnknown = false
    /// True for what is never left to the count of what does not fit.
    var isKept = false
    var row: BoardRow?
  }

  static func draw(_ model: Model, rows: Range<Int>, limit: Int, banners: Set<SceneBanner>, _ canvas: inout Canvas) {
    guard !rows.isEmpty else { return }
    let facts = facts(model, canvas.glyphs.marks, banners)
    var row = rows.lowerBound
    var at = 1
    for (index, fact) in facts.enumerated() {
      let isLast = row == rows.upperBound - 1
      let following = facts[(index + 1)...]
      // In the last row there must be room for the count of what does not fit, and for what nobody reports.
      let kept = following.filter(\.isKept).reduce(0) { $0 + width($1, canvas) + 3 }
      let needed = width(fact, canvas) + (at > 1 ? 3 : 0) + (isLast && !following.isEmpty ? 9 + kept : 0)
      if at > 1, at + needed > limit {
        if isLast {
          let left = facts[index...]
          for fact in left where fact.isKept { at = put(fact, model, at: at, row: row, limit: limit, &canvas) }
          let count = left.count { !$0.isKept }
          if count > 0 {
            let words = ["\(count) more", "+\(count)"]
            canvas.putFirst(of: words, column: at + 2, row: row, style: Style(.key), limit: limit)
          }
          return
        }
        row += 1
        at = 1
      }
      at = put(fact, model, at: at, row: row, limit: limit, &canvas)
    }
  }

  private static func speaker(_ fact: Fact, _ canvas: Canvas) -> String {
    fact.speakers.min { canvas.columns($0) < canvas.columns($1) }.map { " (\($0))" } ?? ""
  }

  private static func width(_ fact: Fact, _ canvas: Canvas) -> Int {
    canvas.columns((fact.label.isEmpty ? "" : fact.label + " ") + fact.value + speaker(fact, canvas))
  }

  /// The column after it.
  private static func put(
    _ fact: Fact, _ model: Model, at start: Int, row: Int, limit: Int, _ canvas: inout Canvas
  ) -> Int {
    var at = start
    if at > 1 { at = canvas.put(" \(canvas.glyphs.dot) ", column: at, row: row, style: Style(.rule), limit: limit) }
    let labelStyle = fact.row.map { TrainPane.style(model, $0, Style(.secondary)) } ?? Style(.secondary)
    if !fact.label.isEmpty {
      at = canvas.put(fact.label + " ", column: at, row: row, style: labelStyle, limit: limit)
    }
    let style = fact.isUnknown ? Style(.unknown) : Style()
    at = canvas.put(fact.value, column: at, row: row, style: style, limit: limit)
    let said = speaker(fact, canvas)
    return canvas.put(said, column: at, row: row, style: Style(.attribution), limit: limit)
  }

  private static func facts(_ model: Model, _ marks: GlyphSet, _ banners: Set<SceneBanner>) -> [Fact] {
    let train = model.board.train
    var facts: [Fact] = []
    func add(_ rows: [BoardRow]) {
      for row in rows where !facts.contains(where: { $0.row == row }) {
        var fact = Fact(label: row.label, value: "?", row: row)
        switch row.value {
        case .words(let words): fact.value = model.board.isPast(row, in: model.store) ? ThingState.past(words) : words
        case .figure(let figure): fact.value = figure.short(marks)
        case .unknown: fact.isUnknown = true
        }
        if let newest = row.newest {
          let claim = model.store[newest].claim
          fact.speakers = model.store.speakerLabels(of: newest)
          // "tunnel: train partly inside" tells the tunnel with the train.
          if case .condition(let condition) = claim.content, condition.surrounding != nil, train.tunnel.contains(row) {
            fact.label += ":"
          }
          if let place = claim.place, train.conditions.contains(row) {
            fact.value += ", " + place.name
          }
        }
        facts.append(fact)
      }
    }
    func newest(_ rows: [BoardRow]) -> [BoardRow] { TrainPane.NewestStates(rows, model).map { [$0.newest] } ?? [] }
    // A subject that is not coupled carries its headline beside its drawing; engine and coaches carry theirs.
    let drawn =
      train.subject?.form == .coupled
      ? train.vehicles.flatMap(\.rows) + (banners.contains(.track) ? train.track : [])
      : [train.headline].compactMap(\.self)
    let headline = [train.headline].compactMap(\.self).filter { !drawn.contains($0) }
    add(headline)
    if !banners.contains(.track) { add(newest(train.track)) }
    add(
      train.movements.filter { row in
        guard let newest = row.newest, case .movement(let movement) = model.store[newest].claim.content else {
          return false
        }
        return movement.vehicle != nil
      })
    if model.board.gaps.contains(where: { $0.label == "people by coach" }) {
      facts.append(Fact(label: "people by coach", value: "not reported", isUnknown: true, isKept: true))
    }
    if !banners.contains(.tunnel) { add(newest(train.tunnel)) }
    let rest = (train.conditions + train.others).filter { !drawn.contains($0) }
    add(newest(train.conditions.filter { !headline.contains($0) && !drawn.contains($0) }) + train.crew)
    let told = newest(train.tunnel) + newest(train.track)
    add((train.track + train.tunnel).filter { !told.contains($0) } + rest)
    return facts
  }
}
