internal import Situation

/// Engine and coaches coupled in a row. "!" is a state that a claim tells of; of a vehicle without it none does.
enum VehicleDrawing {
  /// How much of a vehicle's name is drawn in one line.
  private enum Form: CaseIterable {
    /// "[ENGINE !]─[1]"
    case whole
    /// "[E!]─[1]"
    case short
    /// "[E!│1│2]"
    case joined
  }

  private static func isDamaged(_ vehicle: Train.Vehicle) -> Bool {
    vehicle.rows.contains { if case .words = $0.value { true } else { false } }
  }

  private static func name(_ vehicle: Train.Vehicle, isShort: Bool) -> String {
    switch vehicle.designation {
    case .engine: isShort ? "E" : "ENGINE"
    case .coach(let number): String(number)
    }
  }

  private static func style(_ model: Model, _ vehicle: Train.Vehicle) -> Style {
    var style = isDamaged(vehicle) ? Style(.damaged, bold: true) : Style(.unknown, dim: true)
    if TrainPane.selected(model, "vehicle " + vehicle.designation.name) { style.attributes.insert(.reversed) }
    return style
  }

  private static func text(_ vehicle: Train.Vehicle, _ form: Form) -> String {
    let state = isDamaged(vehicle) ? "!" : ""
    return switch form {
    case .whole: "[\(name(vehicle, isShort: false))\(state.isEmpty ? "" : " !")]"
    case .short: "[\(name(vehicle, isShort: true))\(state)]"
    case .joined: "\(name(vehicle, isShort: true))\(state)"
    }
  }

  /// A vehicle or site that is not coupled, with what tells most of what happened to it.
  static func single(_ kind: ThingKind, _ model: Model, row: Int, limit: Int, _ canvas: inout Canvas) {
    let headline = model.board.train.headline
    let base = headline == nil ? Style(.unknown, dim: true) : Style(.damaged, bold: true)
    var at = canvas.put(
      kind.bow + kind.name.uppercased() + kind.stern, column: 1, row: row,
      style: headline.map { TrainPane.style(model, $0, base) } ?? base, limit: limit)
    guard let headline, case .words(let words) = headline.value else { return }
    if let index = model.items(in: .train).firstIndex(where: {
      $0.label == headline.label && $0.value == headline.value
    }) {
      canvas.target(.item(.train, index), Region(columns: 1..<max(1, at), rows: row..<row + 1))
    }
    let text = model.board.train.conditions.contains(headline) ? words : headline.label + " " + words
    at = canvas.put(text, column: at + 3, row: row, style: Style(.damaged), limit: limit)
    guard let event = headline.newest else { return }
    let labels = model.store.speakerLabels(of: event)
    guard labels.contains(where: { at + 3 + canvas.columns($0) <= limit }) else { return }
    canvas.putFirst(of: labels, column: at + 2, row: row, style: Style(.attribution), limit: limit - 1)
  }

  /// The train in one row; what does not fit is told by a mark at the edge, and comes into sight when it is selected.
  static func line(_ model: Model, row: Int, limit: Int, _ canvas: inout Canvas) {
    let vehicles = model.board.train.vehicles
    guard !vehicles.isEmpty else {
      canvas.put("vehicles: not reported", column: 1, row: row, style: Style(.unknown, dim: true), limit: limit)
      return
    }
    func width(_ form: Form) -> Int {
      vehicles.reduce(form == .joined ? 2 : 0) { $0 + text($1, form).count + 1 } - 1
    }
    let form = Form.allCases.first { width($0) <= limit - 2 } ?? .joined
    let coupling = form == .joined ? canvas.glyphs.vertical : canvas.glyphs.horizontal
    let shown = window(vehicles, model, widths: vehicles.map { text($0, form).count + 1 }, room: limit - 4)
    var at = 1
    if shown.lowerBound == 0 { direction(model, columns: 0..<1, row: row, &canvas) }
    if shown.lowerBound > 0 { at = edge("<\(shown.lowerBound) ", at, row: row, limit: limit, &canvas) }
    if form == .joined { at = canvas.put("[", column: at, row: row, limit: limit) }
    for index in shown {
      if index > shown.lowerBound {
        canvas.set(coupling, column: at, row: row, style: Style(.rule))
        at += 1
      }
      let start = at
      at = canvas.put(
        text(vehicles[index], form), column: at, row: row, style: style(model, vehicles[index]), limit: limit)
      canvas.target(.item(.train, index), Region(columns: start..<max(start, at), rows: row..<row + 1))
      if TrainPane.selected(model, "vehicle " + vehicles[index].designation.name) {
        canvas.placeCursor(column: at - 1, row: row)
      }
    }
    if form == .joined { at = canvas.put("]", column: at, row: row, limit: limit) }
    if shown.upperBound < vehicles.count {
      at = edge(" +\(vehicles.count - shown.upperBound)>", at, row: row, limit: limit, &canvas)
    }
    tail(model, from: at + 3, row: row, limit: limit, hasState: true, &canvas)
  }

  /// Boxes of three rows, or of five with the state in words; coupled in the row of the name.
  static func boxes(_ model: Model, row: Int, height: Int, limit: Int, _ canvas: inout Canvas) {
    let vehicles = model.board.train.vehicles
    guard !vehicles.isEmpty else {
      canvas.put("vehicles: not reported", column: 3, row: row + 1, style: Style(.unknown, dim: true), limit: limit)
      return
    }
    let isLarge = height >= 5
    let names = vehicles.map { vehicle in
      let name = isLarge ? vehicle.designation.name.uppercased() : name(vehicle, isShort: false)
      return name + (isDamaged(vehicle) ? " !" : "")
    }
    let inners = names.map { isLarge ? 14 : $0.count + 2 }
    let shown = window(vehicles, model, widths: inners.map { $0 + 3 }, room: limit - 3)
    var at = 3
    if shown.lowerBound == 0 { direction(model, columns: 1..<3, row: row + 1, &canvas) }
    if shown.lowerBound > 0 { at = edge("<\(shown.lowerBound) ", at, row: row + 1, limit: limit, &canvas) }
    for index in shown {
      let style = style(model, vehicles[index])
      let isLast = index == vehicles.count - 1
      box(
        at..<at + inners[index] + 2, row: row, height: height, style: style, isFirst: index == 0, isLast: isLast,
        &canvas)
      canvas.put(" " + names[index] + " ", column: at + 1, row: row + 1, style: style, limit: limit)
      canvas.target(
        .item(.train, index), Region(columns: at..<at + inners[index] + 2, rows: row..<row + height))
      if isLarge { words(vehicles[index], model, at + 2..<at + inners[index], row: row + 2, &canvas) }
      at += inners[index] + 2
      if !isLast {
        canvas.set(canvas.glyphs.horizontal, column: at, row: row + 1, style: Style(.rule))
        at += 1
      }
      if style.isReversed { canvas.placeCursor(column: at - 2, row: row + 1) }
    }
    if shown.upperBound < vehicles.count {
      at = edge("+\(vehicles.count - shown.upperBound)>", at, row: row + 1, limit: limit, &canvas)
    }
    tail(model, from: at + 2, row: row + 1, limit: limit, hasState: !isLarge, &canvas)
  }

  private static func box(
    _ columns: Range<Int>, row: Int, height: Int, style: Style, isFirst: Bool, isLast: Bool, _ canvas: inout Canvas
  ) {
    let glyphs = canvas.glyphs
    var style = style
    style.attributes.remove(.reversed)
    let (left, right, bottom) = (columns.lowerBound, columns.upperBound - 1, row + height - 1)
    for edge in [row, bottom] { canvas.fill(glyphs.horizontal, columns: left + 1..<right, row: edge, style: style) }
    for side in row + 1..<bottom {
      canvas.set(glyphs.vertical, column: left, row: side, style: style)
      canvas.set(glyphs.vertical, column: right, row: side, style: style)
    }
    canvas.set(glyphs.topLeft, column: left, row: row, style: style)
    canvas.set(glyphs.topRight, column: right, row: row, style: style)
    canvas.set(glyphs.bottomLeft, column: left, row: bottom, style: style)
    canvas.set(glyphs.bottomRight, column: right, row: bottom, style: style)
    if !isFirst { canvas.set(glyphs.teeLeft, column: left, row: row + 1, style: style) }
    if !isLast { canvas.set(glyphs.teeRight, column: right, row: row + 1, style: style) }
  }

  /// What is told of a vehicle, in two rows: its state, and who is in it.
  private static func words(
    _ vehicle: Train.Vehicle, _ model: Model, _ columns: Range<Int>, row: Int, _ canvas: inout Canvas
  ) {
    func told(_ isOfPeople: Bool) -> String {
      vehicle.rows.compactMap { row in
        guard case .words(let words) = row.value, let newest = row.newest,
          model.store.isCount(newest) == isOfPeople
        else { return nil }
        return words
      }.joined(separator: ", ")
    }
    for (index, line) in [told(false), told(true)].enumerated() {
      canvas.put(
        line, column: columns.lowerBound, row: row + index, style: Style(.damaged), limit: columns.upperBound)
    }
  }

  /// Where a claim tells where the train is bound for, the engine is at the head of it.
  private static func direction(_ model: Model, columns: Range<Int>, row: Int, _ canvas: inout Canvas) {
    guard model.board.train.route?.to != nil else { return }
    canvas.fill(canvas.glyphs.horizontal, columns: columns, row: row, style: Style(.secondary))
    canvas.set("<", column: columns.lowerBound, row: row, style: Style(.secondary, bold: true))
  }

  private static func edge(_ text: String, _ column: Int, row: Int, limit: Int, _ canvas: inout Canvas) -> Int {
    canvas.put(text, column: column, row: row, style: Style(.key, bold: true), limit: limit)
  }

  /// What the vehicles have in common, and whether nobody counted the coaches.
  private static func tail(_ model: Model, from: Int, row: Int, limit: Int, hasState: Bool, _ canvas: inout Canvas) {
    let train = model.board.train
    var at = from
    if train.vehicles.count == 1 {
      at =
        canvas.put("coaches: not reported", column: at, row: row, style: Style(.unknown, dim: true), limit: limit) + 2
    }
    guard hasState, let first = train.vehicles.first?.rows.first, case .words(let words) = first.value,
      at + canvas.columns(words) <= limit
    else { return }
    at = canvas.put(words, column: at, row: row, style: Style(.damaged), limit: limit)
    let labels = first.newest.map { model.store.speakerLabels(of: $0) } ?? []
    guard labels.contains(where: { at + 3 + canvas.columns($0) <= limit }) else { return }
    canvas.putFirst(
      of: labels, column: at + 2, row: row, style: Style(.attribution), limit: limit - 1)
  }

  /// The vehicles to draw: as many as fit, the selected one among them.
  private static func window(
    _ vehicles: [Train.Vehicle], _ model: Model, widths: [Int], room: Int
  ) -> Range<Int> {
    let total = widths.reduce(-1, +)
    if total <= room { return 0..<vehicles.count }
    // Both edges may need their marks.
    let inner = room - 10
    let selected = vehicles.firstIndex { TrainPane.selected(model, "vehicle " + $0.designation.name) } ?? 0
    func end(from start: Int) -> Int {
      var used = 0
      var end = start
      while end < widths.count, used + widths[end] <= inner {
        used += widths[end]
        end += 1
      }
      return max(end, start + 1)
    }
    var start = 0
    while end(from: start) <= selected { start = end(from: start) }
    return start..<min(end(from: start), vehicles.count)
  }
}
