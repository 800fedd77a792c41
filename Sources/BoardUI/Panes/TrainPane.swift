internal import Situation

/// The vehicle or site that the incident is about, drawn as it is told: of a train the engine and every coach, and beside
/// it, detached, the tunnel and the break in the track where no claim places them.
enum TrainPane {
  static func draw(_ model: Model, _ region: Region, _ layout: Layout, _ canvas: inout Canvas) {
    heading(model, region, layout, &canvas)
    let train = model.board.train
    var rows = region.body.rows
    guard !rows.isEmpty else { return }
    guard train.hasScene else {
      let isEmpty = model.store.events.isEmpty
      let name = model.needs.subject?.name ?? "vehicle or site"
      Empty.draw(isEmpty ? "nothing loaded" : "no claim speaks of a \(name) yet", region, &canvas)
      return
    }
    let limit = region.columns.upperBound
    let banners = layout.banners
    let isWhole = !banners.isEmpty && rows.count > banners.count + 1
    func take() -> Int? { rows.popFirst() }
    if isWhole, banners.contains(.route), let row = take() { route(model, row: row, &canvas) }
    if isWhole, banners.contains(.tunnel), let row = take() { tunnel(model, row: row, from: 3, limit: limit, &canvas) }
    if train.subject == .train, layout.boxRows > 1, rows.count > layout.boxRows, let row = rows.first {
      rows = rows.dropFirst(layout.boxRows)
      VehicleDrawing.boxes(model, row: row, height: layout.boxRows, limit: limit, &canvas)
    } else if let kind = train.subject, let row = take() {
      if kind.form == .coupled {
        VehicleDrawing.line(model, row: row, limit: limit, &canvas)
      } else {
        VehicleDrawing.single(kind, model, row: row, limit: limit, &canvas)
      }
    }
    if isWhole, banners.contains(.track), let row = take() { track(model, row: row, from: 3, limit: limit, &canvas) }
    TrainFacts.draw(model, rows: rows, limit: limit, banners: isWhole ? banners : [], &canvas)
  }

  private static func heading(_ model: Model, _ region: Region, _ layout: Layout, _ canvas: inout Canvas) {
    let after = canvas.heading(.train, region, isFocused: model.focus == .train, title: model.title(of: .train))
    let row = region.rows.lowerBound
    let limit = region.columns.upperBound - 1
    // The line with the state of the replay says so where there is one.
    if layout.info == nil, let notice = model.undatedNotice, after + canvas.columns(notice) + 30 < limit {
      canvas.put(" \(notice) ", column: after + 1, row: row, style: Style(.notice), limit: limit)
    }
    let text: String
    if layout.hasRoomForBanners {
      let articles = model.store.articles.count
      text =
        " \(articles) article\(articles == 1 ? "" : "s") \(canvas.glyphs.dot) \(model.playhead) of "
        + "\(model.store.events.count) \(model.store.acts.isEmpty ? "claims" : "events") "
    } else if let route = model.board.train.route {
      text = " \(route.from ?? "?") to \(route.to ?? "?") "
    } else {
      return
    }
    let start = max(after + 2, limit - canvas.columns(text))
    if layout.hasRoomForBanners {
      canvas.put(text, column: start, row: row, style: Style(.secondary), limit: limit)
    } else {
      // The line runs from a place to a place: the words are the route, so it may be selected.
      canvas.put(
        text, column: start, row: row, style: selected(model, "route") ? Style(reversed: true) : Style(.secondary),
        limit: limit)
    }
  }

  /// Returns true if the focused pane's selected item is this one.
  static func selected(_ model: Model, _ id: String) -> Bool {
    model.focus == .train && model.selectedItem(in: .train)?.id == id
  }

  static func style(_ model: Model, _ row: BoardRow, _ style: Style) -> Style {
    guard model.focus == .train, let item = model.selectedItem(in: .train), item.label == row.label,
      item.value == row.value
    else { return style }
    var reversed = style
    reversed.attributes.insert(.reversed)
    return reversed
  }

  private static func route(_ model: Model, row: Int, _ canvas: inout Canvas) {
    let width = canvas.size.columns
    guard let route = model.board.train.route else {
      canvas.put("route: not reported", column: 1, row: row, style: Style(.unknown, dim: true), limit: width)
      return
    }
    let style = selected(model, "route") ? Style(bold: true, reversed: true) : Style(bold: true)
    let from = route.from ?? "?"
    let to = route.to ?? "?"
    let start = canvas.put(from, column: 1, row: row, style: style, limit: width / 4)
    let end = max(width * 3 / 4, width - 1 - canvas.columns(to))
    canvas.put(to, column: end, row: row, style: style, limit: width)
    guard end - start > 12 else { return }
    canvas.fill(canvas.glyphs.line, columns: start + 1..<end - 1, row: row, style: Style(.rule))
    canvas.set("o", column: start + 1, row: row, style: style)
    canvas.set("o", column: end - 2, row: row, style: style)
    let place = model.board.place.map { "\($0), how far along: not reported" } ?? "where along: not reported"
    let words = " ? \(place) ? "
    let room = end - start - 8
    let text = canvas.columns(words) <= room ? words : " ? "
    let at = start + 1 + (end - start - 2 - canvas.columns(text)) / 2
    let after = canvas.put(text, column: at, row: row, style: Style(.unknown), limit: end - 2)
    // How far off an end is stands beside it, where the line has room.
    func beside(_ end: String, _ columns: Range<Int>, isRight: Bool) {
      guard let distance = route.distance(of: end).map({ " \($0) " }), canvas.columns(distance) + 2 <= columns.count
      else { return }
      let column = isRight ? columns.upperBound - canvas.columns(distance) : columns.lowerBound
      canvas.put(distance, column: column, row: row, style: Style(.figure), limit: columns.upperBound)
    }
    beside(from, start + 3..<at, isRight: false)
    beside(to, after..<end - 3, isRight: true)
  }

  /// What is told of a thing beside the train: its states, the newest first.
  struct NewestStates {
    var newest: BoardRow
    var states: [String]

    init?(_ rows: [BoardRow], _ model: Model) {
      func place(_ row: BoardRow) -> Int { row.newest.map { model.store.position(of: $0, on: model.clock) } ?? -1 }
      let sorted = rows.map { (row: $0, place: place($0)) }.sorted { $0.place > $1.place }.map(\.row)
      guard let newest = sorted.first else { return nil }
      self.newest = newest
      states = sorted.map { row in
        guard case .words(let words) = row.value else { return "?" }
        return model.board.isPast(row, in: model.store) ? ThingState.past(words) : words
      }
    }

    /// As many states as a width holds, the newest at least.
    func words(_ canvas: Canvas, room: Int) -> String {
      var words = states[0]
      for state in states.dropFirst() where canvas.columns(words + "; " + state) <= room { words += "; " + state }
      return words
    }

    /// True if the newest word on the track is that it is broken.
    var isBroken: Bool { !ThingState.isOver(states[0]) }
  }

  private static let nowheres = [", where along the train: not reported", ", where: ?"]

  /// That nobody says where along the train it is, in as many words as a room holds.
  private static func nowhere(_ canvas: Canvas, after text: String, room: Int) -> String {
    nowheres.first { canvas.columns(text + $0) <= room } ?? ""
  }

  /// Between dots like the mouth of a tunnel, and the place along the train not drawn, because nobody gave it.
  private static func tunnel(_ model: Model, row: Int, from: Int, limit: Int, _ canvas: inout Canvas) {
    guard let told = NewestStates(model.board.train.tunnel, model) else {
      canvas.put("tunnel: no claim", column: from, row: row, style: Style(.unknown, dim: true), limit: limit)
      return
    }
    let room = bannerEnd(from, limit) - from - 6
    let words = "tunnel: " + told.words(canvas, room: room - 8 - nowheres[0].count)
    banner(
      model, told.newest, words + nowhere(canvas, after: words, room: room), canvas.glyphs.tunnel, row: row, from: from,
      limit: limit,
      &canvas)
  }

  private static func track(_ model: Model, row: Int, from: Int, limit: Int, _ canvas: inout Canvas) {
    guard let told = NewestStates(model.board.train.track, model) else {
      canvas.put("track: no claim of a break", column: from, row: row, style: Style(.unknown, dim: true), limit: limit)
      return
    }
    let room = bannerEnd(from, limit) - from - 6
    let mark = told.isBroken ? "\(canvas.glyphs.breakMark) " : ""
    let words =
      mark + told.newest.label + " " + told.words(canvas, room: room - told.newest.label.count - 3 - nowheres[0].count)
    banner(
      model, told.newest, words + nowhere(canvas, after: words, room: room), canvas.glyphs.rail, row: row, from: from,
      limit: limit, &canvas)
  }

  private static func bannerEnd(_ from: Int, _ limit: Int) -> Int { max(from + 4, limit - 32) }

  private static func banner(
    _ model: Model, _ known: BoardRow, _ text: String, _ glyph: Unicode.Scalar, row: Int, from: Int, limit: Int,
    _ canvas: inout Canvas
  ) {
    let saidStart = limit - 30
    let end = bannerEnd(from, limit)
    canvas.fill(glyph, columns: from..<end, row: row, style: Style(.rule))
    let width = canvas.columns(text) + 2
    let start = max(from, from + (end - from - width) / 2)
    let style = self.style(model, known, Style(.damaged))
    canvas.put(" " + text + " ", column: start, row: row, style: style, limit: end)
    guard let newest = known.newest else { return }
    let claim = model.store[newest].claim
    let at = canvas.putFirst(
      of: model.store.speakerLabels(of: newest), column: saidStart, row: row, style: Style(.attribution),
      limit: limit - 8)
    canvas.put(
      model.when(claim.moment(on: model.clock), columns: 6, canvas.glyphs), column: at + 2, row: row,
      style: Style(.attribution), limit: limit)
  }
}
