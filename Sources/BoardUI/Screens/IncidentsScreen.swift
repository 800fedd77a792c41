internal import Situation

/// The incidents that reports are about, each with its reports: which are on the board, and why the others are not.
/// Reports of which it is not clear that they belong to an incident come last in it.
struct IncidentsScreen: Hashable, Sendable {
  private enum Row: Hashable, Sendable {
    /// By the first of its reports, which stays the same while others come.
    case incident(ArticleID)
    case report(ArticleID)
  }

  private var selection = ListSelection<Row>()

  private func rows(in model: Model) -> [Row] {
    model.desk.incidents.flatMap { incident in
      [.incident(incident.articles[0])] + (incident.articles + incident.unsure).map { .report($0) }
    }
  }

  private func selected(in model: Model) -> Row? {
    selection.selected(in: rows(in: model))
  }

  func selectedReport(in model: Model) -> ArticleID? {
    if case .report(let id)? = selected(in: model) { id } else { nil }
  }

  /// The number of the incident that is selected, or whose report is.
  func selectedIncident(in model: Model) -> Int? {
    switch selected(in: model) {
    case .incident(let id)?, .report(let id)?: model.desk.incident(of: id)
    case nil: nil
    }
  }

  mutating func move(_ command: Command, in model: Model) {
    let rows = rows(in: model)
    selection.move(command, in: rows, page: model.size.rows - 2)
  }

  func draw(_ model: Model, _ canvas: inout Canvas) {
    let rows = rows(in: model)
    let height = max(1, canvas.size.rows - 2)
    let selected = selection.place(in: rows)
    let shown = page(of: selected ?? 0, height: height, count: rows.count)
    let count = model.desk.incidents.count
    let aside = model.asides.count
    canvas.screenTitle(
      "INCIDENTS",
      [
        count == 1 ? "1 incident" : "\(Progress.grouped(count)) incidents",
        aside == 1 ? "1 report set aside" : "\(Progress.grouped(aside)) reports set aside",
      ],
      .incidents, page: shown.inSight(of: rows.count))
    if rows.isEmpty {
      canvas.put("no report read yet", column: 1, row: 1, style: Style(.secondary), limit: canvas.size.columns)
    }
    for (row, index) in zip(1..<1 + height, shown) {
      if index == selected { canvas.selectionMark(row: row) }
      switch rows[index] {
      case .incident(let id): draw(incidentOf: id, model, row: row, &canvas)
      case .report(let id): draw(report: id, model, row: row, &canvas)
      }
    }
    FootLines.keys(model, .incidents, row: canvas.size.rows - 1, &canvas)
  }

  private func draw(incidentOf id: ArticleID, _ model: Model, row: Int, _ canvas: inout Canvas) {
    guard let number = model.desk.incident(of: id) else { return }
    let incident = model.desk.incidents[number]
    let isChosen = number == model.desk.chosen
    let width = canvas.size.columns
    let count = incident.articles.count
    let facts = [
      isChosen ? "on the board" : nil, count == 1 ? "1 report" : "\(Progress.grouped(count)) reports", incident.days,
      incident.unsure.isEmpty ? nil : "\(Progress.grouped(incident.unsure.count)) not sure",
    ].compactMap { $0 }
    let places = incident.places.prefix(2).joined(separator: ", ")
    let ways = [facts.joined(separator: "  ") + (places.isEmpty ? "" : "  " + places), facts.joined(separator: "  ")]
    let name = "\(number + 1) \(SafeText.line(incident.name ?? "incident without a name"))"
    let way =
      ways.first { canvas.columns(name) + canvas.columns($0) + 4 <= width } ?? facts.dropLast().joined(separator: "  ")
    let start = canvas.putRight(
      way, from: 1, row: row, style: Style(isChosen ? .changed : .secondary), limit: width - 1)
    canvas.put(name, column: 1, row: row, style: Style(.title, bold: true), limit: start - 1)
  }

  private func draw(report id: ArticleID, _ model: Model, row: Int, _ canvas: inout Canvas) {
    guard let article = model.report(id) else { return }
    let width = canvas.size.columns
    let isIn = model.desk.admits(id)
    let why: String
    if let assigned = model.desk.assigned[id] {
      why = assigned ? "pulled in" : "pushed out"
    } else if isIn {
      why = ""
    } else {
      let reasons = model.desk.reasons(against: id).map(\.words).joined(separator: ", ")
      why = (model.desk.isSure(id) ? "aside: " : "not sure: ") + reasons
    }
    let limit = width - 1 - (why.isEmpty ? 0 : min(canvas.columns(why) + 2, width / 2))
    let outlet = article.outlet.map { "  " + $0 } ?? ""
    let text = SafeText.line((article.title ?? article.path) + outlet)
    canvas.put(text, column: 4, row: row, style: isIn ? Style() : Style(.secondary, dim: true), limit: limit)
    canvas.put(SafeText.line(why), column: limit + 1, row: row, style: Style(.secondary), limit: width)
  }
}
