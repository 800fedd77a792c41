internal import Situation

/// Engine and coaches coupled in a row. "!" is a state that a claim tells of, "?" is a vehicle of which none does.
enum VehicleDrawing {
  /// How much of a vehicle's name is drawn in one line.
  private enum Form: CaseIterable {
    /// "[ENGINE !]─[1 ?]"
    case whole
    /// "[E!]─[1?]"
    case short
    /// "[E!│1?│2?]"
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
    var style = isDamaged(vehicle) ? Style(.damaged, bold: true) : Style(.unknown)
    if TrainPane.selected(model, "vehicle " + vehicle.designation.name) { style.isReversed = true }
    return style
  }

  private static func text(_ vehicle: Train.Vehicle, _ form: Form) -> String {
    let state = isDamaged(vehicle) ? "!" : "?"
    return switch form {
    case .whole: "[\(name(vehicle, isShort: false)) \(state)]"
    case .short: "[\(name(vehicle, isShort: true))\(state)]"
    case .joined: "\(name(vehicle, isShort: true))\(state)"
    }
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
    let (shown, room) = window(vehicles, model, widths: vehicles.map { text($0, form).count + 1 }, room: limit - 4)
    var at = 1
    if shown.lowerBound > 0 { at = edge("<\(shown.lowerBound) ", at, row: row, limit: limit, &canvas) }
    if form == .joined { at = canvas.put("[", column: at, row: row, limit: limit) }
    for index in shown {
      if index > shown.lowerBound {
        canvas.set(coupling, column: at, row: row, style: Style(.rule))
        at += 1
      }
      at = canvas.put(
        text(vehicles[index], form), column: at, row: row, style: style(model, vehicles[index]), limit: limit)
      if TrainPane.selected(model, "vehicle " + vehicles[index].designation.name) {
        canvas.placeCursor(column: at - 1, row: row)
      }
    }
    if form == .joined { at = canvas.put("]", column: at, row: row, limit: limit) }
    if shown.upperBound < vehicles.count {
      at = edge(" +\(vehicles.count - shown.upperBound)>", at, row: row, limit: limit, &canvas)
    }
    _ = room
    tail(model, from: at + 3, row: row, limit: limit, &canvas)
  }

  /// Boxes of three rows, coupled in the middle one.
  static func boxes(_ model: Model, row: Int, limit: Int, _ canvas: inout Canvas) {
    let vehicles = model.board.train.vehicles
    guard !vehicles.isEmpty else {
      canvas.put("vehicles: not reported", column: 3, row: row + 1, style: Style(.unknown, dim: true), limit: limit)
      return
    }
    let glyphs = canvas.glyphs
    let names = vehicles.map { name($0, isShort: false) + (isDamaged($0) ? " !" : " ?") }
    let (shown, _) = window(vehicles, model, widths: names.map { $0.count + 5 }, room: limit - 3)
    var at = 3
    if shown.lowerBound > 0 { at = edge("<\(shown.lowerBound) ", at, row: row + 1, limit: limit, &canvas) }
    for index in shown {
      let inner = names[index].count + 2
      let style = style(model, vehicles[index])
      var frame = style
      frame.isReversed = false
      canvas.set(index == 0 ? glyphs.topLeft : glyphs.topLeft, column: at, row: row, style: frame)
      canvas.fill(glyphs.horizontal, columns: at + 1..<at + 1 + inner, row: row, style: frame)
      canvas.set(glyphs.topRight, column: at + 1 + inner, row: row, style: frame)
      canvas.set(index == 0 ? glyphs.vertical : glyphs.teeLeft, column: at, row: row + 1, style: frame)
      canvas.put(" " + names[index] + " ", column: at + 1, row: row + 1, style: style, limit: limit)
      let isLast = index == vehicles.count - 1
      canvas.set(isLast ? glyphs.vertical : glyphs.teeRight, column: at + 1 + inner, row: row + 1, style: frame)
      canvas.set(glyphs.bottomLeft, column: at, row: row + 2, style: frame)
      canvas.fill(glyphs.horizontal, columns: at + 1..<at + 1 + inner, row: row + 2, style: frame)
      canvas.set(glyphs.bottomRight, column: at + 1 + inner, row: row + 2, style: frame)
      at += inner + 2
      if !isLast {
        canvas.set(glyphs.horizontal, column: at, row: row + 1, style: Style(.rule))
        at += 1
      }
      if style.isReversed { canvas.placeCursor(column: at - 2, row: row + 1) }
    }
    if shown.upperBound < vehicles.count {
      at = edge("+\(vehicles.count - shown.upperBound)>", at, row: row + 1, limit: limit, &canvas)
    }
    tail(model, from: at + 2, row: row + 1, limit: limit, &canvas)
  }

  private static func edge(_ text: String, _ column: Int, row: Int, limit: Int, _ canvas: inout Canvas) -> Int {
    canvas.put(text, column: column, row: row, style: Style(.key, bold: true), limit: limit)
  }

  /// What the vehicles have in common, and whether nobody counted the coaches.
  private static func tail(_ model: Model, from: Int, row: Int, limit: Int, _ canvas: inout Canvas) {
    let train = model.board.train
    var at = from
    if train.vehicles.count == 1 {
      at =
        canvas.put("coaches: not reported", column: at, row: row, style: Style(.unknown, dim: true), limit: limit) + 2
    }
    guard let first = train.vehicles.first?.rows.first, case .words(let words) = first.value, at + 6 < limit else {
      return
    }
    at = canvas.put(words, column: at, row: row, style: Style(.damaged), limit: limit)
    guard let newest = first.newest, at + 8 < limit else { return }
    let claim = model.store[newest].claim
    canvas.putFirst(
      of: claim.speakerLabels, column: at + 2, row: row, style: Style(.secondary, dim: true), limit: limit - 1)
  }

  /// The vehicles to draw: as many as fit, the selected one among them.
  private static func window(
    _ vehicles: [Train.Vehicle], _ model: Model, widths: [Int], room: Int
  ) -> (Range<Int>, room: Int) {
    let total = widths.reduce(-1, +)
    if total <= room { return (0..<vehicles.count, room) }
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
    return (start..<min(end(from: start), vehicles.count), room)
  }
}
