internal import Situation

/// Everything that waits until a person has looked at it, and is counted nowhere until then: claims of which the reader
/// is not sure, the newest first, and reports that may be about the incident on the board. Below them the passage, why
/// it waits, and what else it could be.
struct ReviewScreen: Hashable, Sendable {
  /// A row of the list.
  enum Item: Hashable, Sendable {
    case claim(EventID)
    case report(ArticleID)
  }

  private var selection = ListSelection<Item>()

  func selected(in model: Model) -> Item? {
    selection.selected(in: model.waiting)
  }

  func selectedClaim(in model: Model) -> EventID? {
    if case .claim(let id)? = selected(in: model) { id } else { nil }
  }

  func selectedReport(in model: Model) -> ArticleID? {
    if case .report(let id)? = selected(in: model) { id } else { nil }
  }

  mutating func move(_ command: Command, in model: Model) {
    let items = model.waiting
    selection.move(command, in: items, page: ListLayout(model.size, rows: items.count).list.count)
  }

  func draw(_ model: Model, _ canvas: inout Canvas) {
    let items = model.waiting
    let layout = ListLayout(canvas.size, rows: max(1, items.count))
    let selected = selection.place(in: items)
    let shown = page(of: selected ?? 0, height: layout.list.count, count: items.count)
    canvas.screenTitle(
      "TO REVIEW", ReviewScreen.notes(model), .review,
      page: shown.inSight(of: items.count))
    if items.isEmpty {
      canvas.put(
        "nothing waits: every claim on the board is sure, or somebody has looked at it", column: 1, row: 1,
        style: Style(.attribution), limit: canvas.size.columns)
    }
    for (row, index) in zip(layout.list, shown) {
      if index == selected { canvas.selectionMark(row: row) }
      switch items[index] {
      case .claim(let id): draw(claim: id, model, row: row, &canvas)
      case .report(let id): draw(report: id, model, row: row, &canvas)
      }
    }
    if let selected, !layout.receipt.isEmpty { detail(items[selected], layout.receipt, model, &canvas) }
    FootLines.keys(model, .review, row: canvas.size.rows - 1, &canvas)
  }

  private static func notes(_ model: Model) -> [String] {
    let (claims, reports) = (model.board.unsure.count, model.desk.unsure.count)
    return [
      claims == 1 ? "1 claim" : "\(Progress.grouped(claims)) claims",
      reports == 0 ? nil : reports == 1 ? "1 report" : "\(Progress.grouped(reports)) reports", "counted nowhere",
    ].compactMap { $0 }
  }

  private func draw(claim id: EventID, _ model: Model, row: Int, _ canvas: inout Canvas) {
    let claim = model.store[id].claim
    guard let doubt = claim.doubt else { return }
    let age = model.age(model.store.end(of: id, on: .reported))
    let sources = model.store.speakerLabels(of: id).map { $0 + (age.isEmpty ? "" : ", \(age) ago") }
    draw(claim.content.summary(canvas.glyphs.marks), sources, doubt.words, row: row, &canvas)
  }

  private func draw(report id: ArticleID, _ model: Model, row: Int, _ canvas: inout Canvas) {
    guard let article = model.report(id) else { return }
    let outlet = article.outlet.map { SafeText.line($0) + ", report" } ?? "report"
    draw(SafeText.line(article.title ?? article.path), [outlet], model.reasonsForDoubt(of: id), row: row, &canvas)
  }

  /// What waits, from whom, and why: who says it in short before why is left out.
  ///
  /// - Parameter sources: Ways to say from whom, longest first.
  private func draw(_ what: String, _ sources: [String], _ why: String, row: Int, _ canvas: inout Canvas) {
    let width = canvas.size.columns
    let at = canvas.put(what, column: 1, row: row, style: Style(.figure, bold: true), limit: width)
    canvas.putFirst(
      of: sources.map { $0 + ": " + why } + sources, column: at + 2, row: row, style: Style(.secondary), limit: width)
  }

  /// Why it waits and what else it could be, above the passage.
  private func detail(_ item: Item, _ rows: Range<Int>, _ model: Model, _ canvas: inout Canvas) {
    let width = canvas.size.columns
    var row = rows.lowerBound + 1
    func put(_ words: String, _ style: Style, most: Int) {
      for line in wrappedWords(words, width: width - 2).prefix(most) where row < rows.upperBound {
        canvas.put(line, column: 1, row: row, style: style, limit: width)
        row += 1
      }
    }
    let most = max(1, rows.count / 4)
    switch item {
    case .claim(let id):
      let claim = model.store[id].claim
      canvas.receiptRule("\(model.outlet(of: id)), \(model.place(of: id))", row: rows.lowerBound)
      let (speaker, when) = (
        model.store.speakerLabels(of: id).first ?? "?", claim.reported.labels(canvas.glyphs.marks).first ?? "?"
      )
      put("Read as \(ReviewScreen.reading(of: claim)); said by \(speaker), \(when).", Style(), most: most)
      if let doubt = claim.doubt {
        put(
          "Not sure: \(doubt.words). It could be \(doubt.otherReading(of: claim.count?.scope)).", Style(.notice),
          most: most)
      }
      ReceiptPane.passage(model, claim, rows: row..<max(row, rows.upperBound), 0..<width, &canvas)
    case .report(let id):
      guard let article = model.report(id) else { return }
      canvas.receiptRule(SafeText.line(article.path), row: rows.lowerBound)
      put(
        "Not sure that it is about this incident: \(model.reasonsForDoubt(of: id)).", Style(.notice),
        most: most)
      put(
        SafeText.line(article.quote(0..<min(article.text.count, width * rows.count))), Style(.receipt), most: rows.count
      )
    }
  }

  /// "killed, people, total, current".
  private static func reading(of claim: Claim) -> String {
    guard let count = claim.count else { return claim.summary() }
    let group = count.subjectClass.map { ", " + $0.words } ?? ""
    return "\(count.status.rawValue)\(group), \(count.scope.words), \(claim.standing.rawValue)"
  }
}

extension Model {
  /// Claims and reports at which a person has to look before they count: claims first, the newest of them ahead.
  var waiting: [ReviewScreen.Item] { board.unsure.map { .claim($0) } + desk.unsure.map { .report($0) } }

  /// Why a report may be about another incident than the one on the board.
  func reasonsForDoubt(of report: ArticleID) -> String {
    SafeText.line(desk.reasons(against: report).map(\.words).joined(separator: ", "))
  }
}
