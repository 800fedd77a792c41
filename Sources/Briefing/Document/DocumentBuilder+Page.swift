import Situation

/// The page: what an officer must know first, the figures with who gives them, what changed, what contradicts, what was
/// asked, and how it came to this. What is left out of it stands in the whole briefing.
extension DocumentBuilder {
  /// How much each section of the page holds.
  private enum Most {
    static let conflicts = 4
    static let changes = 8
    static let statements = 5
  }

  mutating func page() -> Document {
    var document = Document(title: title("SITUATION BRIEFING"), heads: pageHeads, isDense: true)
    document.sections.append(bottomLine())
    document.sections.append(figures())
    if let changed = changed() { document.sections.append(changed) }
    if let contradictions = contradictions() { document.sections.append(contradictions) }
    if let said = said() { document.sections.append(said) }
    if let course = course() { document.sections.append(course) }
    document.sections.append(printed())
    document.references = listed()
    document.board = BoardFigures(board, of: options.incident)
    document.plots = plots()
    return document
  }

  var pageHeads: [Document.Head] {
    var heads = [
      Document.Head(
        "As of",
        "\(asOfLast); \(number(store.articles.count, "article"))\(waiting)")
    ]
    if case .last? = options.since { heads.insert(Document.Head("Number", number), at: 0) }
    if let since { heads.append(Document.Head("Compared with", since)) }
    if let journal { heads.append(journal) }
    if let aside { heads.append(aside) }
    return heads
  }

  /// "; 3 to review", where something waits until a person has looked at it.
  private var waiting: String {
    let count = board.unsure.count + options.unsure
    return count == 0 ? "" : "; \(count) to review"
  }

  // MARK: - Bottom line

  mutating func bottomLine() -> Document.Section {
    var section = Document.Section(heading: "BOTTOM LINE")
    for line in BottomLine(board, store).lines(options.marks, changed: changedPieces()) {
      var text = InlineText()
      for piece in line.pieces {
        switch piece {
        case .words(let words): text += "\(self.words.plain(words))"
        case .source(let source): text += " (\(named(source, isCited: line.topic.isToldOnlyHere)))"
        }
      }
      section.items.append(.entry(tag: "\(line.topic.rawValue)", text: text))
    }
    return section
  }

  /// The bottom line in one line of text, without references.
  func line() -> String {
    words.plain(BottomLine(board, store).inOneLine(options.marks)).untied(" ")
  }

  /// "military spokesman, 4h old" for a figure; "military, 14 Mar [108]" for what is told nowhere else on the page.
  private mutating func named(_ source: BottomLine.Source, isCited: Bool) -> InlineText {
    let speaker = words.clean(source.speaker?.shortest ?? "unattributed")
    if let age = source.age {
      return age < 60 ? InlineText(speaker) : "\(speaker), \(TimeSpan.age.words(age))\(Words.tie)old"
    }
    let when = source.when.isUnknown ? "" : ", " + words.column(source.when).tied
    let said: InlineText = "\(speaker)\(when)"
    return isCited ? said + "\(Words.tie)\(references.cite(source.events.prefix(1)))" : said
  }

  private func body(_ event: EventID) -> String { words.clean(store.speakerName(of: event)?.body ?? "unattributed") }

  /// How many changes there are and since when, and the gravest of them with who says it and what was said before.
  private func changedPieces() -> [BottomLineText.Piece]? {
    let since = recent?.past.start.words(options.marks).first.map { " " + $0 } ?? ""
    let changes = recent?.changes ?? self.changes
    guard comparison != nil || recent != nil else {
      return options.since == nil && options.extent != .line ? [.words("no earlier report to tell changes from")] : nil
    }
    guard let gravest = changes.gravestFirst.first else { return [.words("nothing is told otherwise\(since)")] }
    var pieces: [BottomLineText.Piece] = []
    for part in gravest.parts {
      switch part {
      case .words(let words): pieces.append(.words(words))
      case .conflict(let conflict):
        pieces.append(
          .words(conflict.sentence(options.marks, naming: conflict.shortName)))
      case .said(let events):
        guard let event = events.first else { continue }
        pieces.append(
          .source(
            BottomLine.Source(speaker: store.speakerName(of: event), when: .unknown, events: Array(events))))
      }
    }
    return [.words("\(changes.count)\(since): \(gravest.kind.said)")] + pieces
  }

  // MARK: - Figures

  /// Figures, and what stands before the name of each.
  struct Side {
    let prefix: String
    let rows: [BoardRow]

    init(_ prefix: String, _ rows: [BoardRow]) { (self.prefix, self.rows) = (prefix, rows) }
  }

  mutating func figures() -> Document.Section {
    let items = rows(of: [
      Side("", board.people), Side("security forces ", board.forces.security.figures),
      Side("attackers ", board.forces.attackers.figures),
    ])
    var section = Document.Section(heading: "FIGURES", items: items)
    if let ledger = board.ledger {
      let sum = words.clean("\(ledger.equation(options.marks)): \(ledger.remainder(options.marks))")
      let whose = ledger.accounts.map(\.rawValue).joined(separator: " and ")
      section.items.append(.paragraph("Sum, by \(whose): \(sum)"))
    }
    if section.items.isEmpty { section.items.append(.paragraph("No figure is reported.")) }
    return section
  }

  /// The figures that some claim tells of, each with who gives it; parts are told under their whole.
  ///
  /// - Parameter isWanted: Which of them, by the row of the whole.
  mutating func rows(of sides: [Side], where isWanted: (BoardRow) -> Bool = { _ in true }) -> [Document.Item] {
    var items: [Document.Item] = []
    for side in sides {
      let prefix = side.prefix
      var isOfWanted = false
      var parts: [InlineText] = []
      // What is more than the whole is no part of it.
      var beyond: BoardRow.Part?
      func close() {
        defer { parts = [] }
        guard let first = parts.first else { return }
        let of = beyond == nil ? "of them" : "and of some alone"
        if parts.count == 1, case .row(var row)? = items.last, !row.isPart, let last = row.details.indices.last {
          row.details[last] += "; \(of) \(first)"
          items[items.count - 1] = .row(row)
        } else {
          items.append(.note("\(of) \(parts.joined(separator: ", "))"))
        }
      }
      // A side of which no number is known is told of under what is not known.
      for row in side.rows where row.newest != nil && (prefix.isEmpty || row.value != .unknown) {
        if !row.isPart { isOfWanted = isWanted(row) }
        guard isOfWanted else { continue }
        if row.isPart, !row.isRival {
          if case .figure = row.value { parts.append(part(row)) }
          continue
        }
        close()
        if !row.isPart { beyond = row.key.flatMap { board.partBeyond($0) } }
        items.append(.row(pageRow(row, named: prefix)))
      }
      close()
    }
    return items
  }

  private mutating func part(_ row: BoardRow) -> InlineText {
    let value = if case .figure(let figure) = row.value { words.figure(figure) } else { "?" }
    return "\(words.plain(row.label)) \(value)\(Words.tie)\(references.cite(row.newest.map { [$0] } ?? []))"
  }

  private mutating func pageRow(_ row: BoardRow, named prefix: String) -> Document.Row {
    var told = Document.Row(label: "\(prefix)\(words.plain(row.label))", value: "?", details: [], isPart: row.isRival)
    if row.isRival { told.label = "\(words.plain(row.label))" }
    if case .figure(let figure) = row.value {
      told.figure = figure
      told.value = "\(words.figure(figure))"
    }
    let cited = row.newest.map { [$0] } ?? []
    let who =
      row.newest.map { event in
        let when = board.overrides.claim(of: event, in: store).moment(on: board.clock)
        return "\(body(event)), \(words.column(when).tied)"
      } ?? ""
    let note = told.figure == nil ? "no number: " : ""
    let newest = row.isRival ? nil : row.key.flatMap { board.ladders[$0]?.newest }
    let hand = newest.map { entered($0) } ?? ""
    told.details = ["\(note)\(who)\(Words.tie)\(references.cite(cited))\(hand)\(conflictMarks(row.conflicts))"]
    switch row.coverage {
    case .total: break
    case .share(let share): told.details.append("\(words.plain(share.label)) only; no total is reported")
    case .shares(let shares):
      let parts = shares.map { words.plain($0.words(options.marks)) }.joined(separator: " + ")
      told.details = ["no total; parts: \(parts)"]
    }
    return told
  }

  // MARK: - Changes and contradictions

  mutating func changed() -> Document.Section? {
    guard let comparison else { return nil }
    var section = Document.Section(heading: "WHAT CHANGED")
    for change in changes.gravestFirst.prefix(Most.changes) {
      section.items.append(.entry(tag: "\(change.kind.rawValue)", text: told(change)))
    }
    if changes.isEmpty { section.items.append(.paragraph("Nothing is told otherwise.")) }
    if changes.count > Most.changes {
      section.items.append(.paragraph("\(changes.count - Most.changes) more in the full briefing."))
    }
    section.items.append(.paragraph("\(further(comparison))"))
    return section
  }

  mutating func contradictions() -> Document.Section? {
    let open = board.openConflicts
    guard !open.isEmpty else { return nil }
    var section = Document.Section(heading: "CONFLICTS (\(open.count))")
    for (index, conflict) in open.prefix(Most.conflicts).enumerated() {
      let told = conflict.sentence(options.marks, naming: conflict.shortName)
      section.items.append(
        .entry(
          tag: InlineText(markOf: index + 1),
          text: "\(words.plain("\(conflict.title(options.marks).lowercased()): \(told)"))"))
    }
    if open.count > Most.conflicts {
      section.items.append(.paragraph("\(open.count - Most.conflicts) more in the full briefing."))
    }
    return section
  }

  /// The kinds of statement that a page tells, the weightiest first.
  private static let weightiest: [Statement.Act] = [
    .deadline, .demand, .threat, .warning, .responsibility, .offer, .answer, .denial,
  ]

  mutating func said() -> Document.Section? {
    let asked = board.forces.statements.filter { DocumentBuilder.weightiest.contains($0.statement.act) }
    guard !asked.isEmpty else { return nil }
    let shown = min(asked.count, Most.statements)
    let count = shown < asked.count ? " (\(shown) OF \(asked.count))" : ""
    var section = Document.Section(heading: "STATEMENTS\(count)")
    // One of each kind before a second of any.
    let newest = DocumentBuilder.weightiest.compactMap { act in asked.last { $0.statement.act == act } }
    let others = asked.reversed().filter { said in !newest.contains { $0.event == said.event } }
    let told = (newest + others).prefix(Most.statements).map(\.event)
    for said in asked where told.contains(said.event) {
      let claim = claim(said.event)
      let words = words.statement(said.statement, of: claim, in: article(claim))
      let when = self.words.when(claim.moment(on: board.clock))
      section.items.append(
        .paragraph("\(words) (\(body(said.event)), \(when)\(Words.tie)\(references.cite([said.event])))"))
    }
    return section
  }

  // MARK: - Course

  mutating func course() -> Document.Section? {
    // What changed last stands in the bottom line.
    let changed = recent?.changes.gravestFirst.first?.firstEvent
    let points = TurningPoints(board, store).events.filter { $0 != changed }
    guard !points.isEmpty else { return nil }
    return Document.Section(heading: "TURNING POINTS", items: points.map { point(store[$0]) })
  }

  mutating func point(_ event: Event) -> Document.Item {
    .entry(
      tag: "\(words.column(event.claim.moment(on: board.clock)))",
      text: "\(phrase(event)) (\(body(event.id)))\(Words.tie)\(references.cite([event.id]))")
  }

  // MARK: - Sources

  /// Where all this was printed: the lines of each article, run on.
  mutating func printed() -> Document.Section {
    var section = Document.Section(heading: "SOURCES")
    var list = InlineText()
    for (article, lines) in references.byArticle {
      if !list.isEmpty { list += "; " }
      let places = lines.map { String($0.line) }.joined(separator: ",")
      list += "\(InlineText(citing: lines.map(\.number))) \(words.clean(article.path)):\(places)"
    }
    section.items.append(.paragraph(list.isEmpty ? "None." : list))
    if let outlets = outlets() { section.items.append(.paragraph("Outlets: \(outlets)")) }
    return section
  }
}

extension DocumentBuilder {
  private static let mostOutlets = 6

  /// "Quetta Desk 7, Sibi Desk 3": who printed how many of the articles, those with the most first.
  private func outlets() -> String? {
    var counts: [String: Int] = [:]
    for outlet in store.articles.compactMap(\.outlet) { counts[words.clean(outlet), default: 0] += 1 }
    guard !counts.isEmpty else { return nil }
    let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let told = ordered.prefix(DocumentBuilder.mostOutlets).map { "\($0.key) \($0.value)" }
    let left = ordered.count - told.count
    return (told + (left > 0 ? ["\(left) more"] : [])).joined(separator: ", ")
  }
}

extension Change.Kind {
  /// What stands before it in a sentence; a revised figure tells itself what it was before.
  fileprivate var said: String { self == .revised ? "" : rawValue + ": " }
}

extension BottomLineText.Topic {
  /// Figures and contradictions have their references in the sections after this.
  fileprivate var isToldOnlyHere: Bool {
    switch self {
    case .incident, .changed, .unknown, .next: true
    case .people, .disputed: false
    }
  }
}

extension [InlineText] {
  fileprivate func joined(separator: String) -> InlineText {
    var joined = InlineText()
    for (index, text) in enumerated() { joined += index == 0 ? text : InlineText(separator) + text }
    return joined
  }
}
