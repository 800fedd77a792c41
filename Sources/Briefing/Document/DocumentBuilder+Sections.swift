import Situation

extension DocumentBuilder {
  mutating func train() -> Document.Section {
    let train = board.train
    let name = train.subject?.name ?? (train.hasScene ? "scene" : "train")
    var section = Document.Section(heading: name.uppercased())
    if let route = train.route {
      let ends = [route.from.map { "from \(words.clean($0))" }, route.to.map { "to \(words.clean($0))" }]
      let attribution = attribution(route.events)
      section.items.append(
        .entry(tag: "route", text: "\(ends.compactMap { $0 }.joined(separator: " ")) (\(attribution))"))
    }
    if let coaches = train.coachCount { section.items.append(stated(coaches)) }
    section.items += train.rows.filter { !train.movements.contains($0) }.map { stated($0) }
    let isOnLine = !train.tunnel.isEmpty || !train.track.isEmpty
    if isOnLine, !train.hasNamedCoach {
      section.items.append(.paragraph("Where along the train these lie is not reported."))
    }
    if section.items.isEmpty { section.items.append(.paragraph("Nothing reported.")) }
    return section
  }

  /// Who and what is on the way, but for the train; `nil` where nothing is.
  mutating func movements() -> Document.Section? {
    let rows = board.train.movements
    return rows.isEmpty ? nil : Document.Section(heading: "ON THE WAY", items: rows.map { stated($0) })
  }

  mutating func people() -> Document.Section {
    var section = Document.Section(heading: "PEOPLE")
    for (index, row) in board.people.enumerated() {
      var told = self.row(row, ladder: row.key.flatMap { board.ladders[$0] })
      if row.newest == nil, row.coverage == .total, hasParts(index) { told.details = ["total not reported"] }
      section.items.append(.row(told))
    }
    if let ledger = board.ledger { section.items.append(.paragraph(told(ledger))) }
    section.items += accounts()
    return section
  }

  /// Returns true if the row of people after this one tells of a part of it.
  private func hasParts(_ index: Int) -> Bool { index + 1 < board.people.count && board.people[index + 1].isPart }

  mutating func told(_ ledger: Ledger) -> InlineText {
    let terms = ledger.terms.map { term in
      let entered = entered(term.rung)
      return
        "\(term.rung.figure.short(options.marks)) \(term.label)\(entered.isEmpty ? "" : " (\(entered.dropFirst(2)))")"
    }.joined(separator: " + ")
    let sum = (ledger.terms.contains { $0.rung.figure.isApproximate } ? "~" : "") + ledger.sum.short(options.marks)
    let figures = (ledger.terms + [ledger.aboard]).flatMap(\.rung.events)
    let total = ledger.terms.count > 1 ? " = \(sum)" : ""
    var text: InlineText =
      "Ledger: \(words.clean(terms))\(total) of \(words.figure(ledger.aboard.rung.figure)) aboard: "
    text += "\(residual(ledger.residual, isApproximate: ledger.isApproximate)) \(references.cite(figures))."
    text += ledger.whose.first.map { " Figures \($0)." } ?? ""
    if ledger.isApproximate {
      text += " With every \"about\" widened by a tenth: \(residual(ledger.widenedResidual, isApproximate: false))."
    }
    return text
  }

  /// Below zero is over, above it unaccounted for.
  private func residual(_ interval: Interval, isApproximate: Bool) -> String {
    func end(_ number: Int) -> String {
      if number == 0 { return "even" }
      return (isApproximate ? "~" : "") + String(number.magnitude) + (number < 0 ? " over" : " unaccounted for")
    }
    switch (interval.low, interval.high) {
    case (let low?, let high?): return low == high ? end(low) : "from \(end(low)) to \(end(high))"
    case (nil, let high?): return high < 0 ? "at least \(end(high))" : "at most \(end(high))"
    case (let low?, nil): return low > 0 ? "at least \(end(low))" : "at most \(end(low))"
    case (nil, nil): return "cannot be told"
    }
  }

  mutating func forces() -> Document.Section {
    var section = Document.Section(heading: "FORCES")
    let forces = board.forces
    // Who else is there is told only where there is something to tell.
    let sides: [(name: String, side: Forces.Side, isAlwaysTold: Bool)] = [
      ("Security forces", forces.security, true), ("Attackers", forces.attackers, true),
      ("Others", forces.others, false),
    ]
    for (name, side, isAlwaysTold) in sides {
      let isEmpty = side.figures.isEmpty && side.actions.isEmpty && side.equipment.isEmpty
      if isEmpty && !isAlwaysTold { continue }
      section.items.append(.group("\(name.uppercased())\(isEmpty ? ": nothing reported" : "")"))
      for row in side.figures {
        section.items.append(.row(self.row(row, ladder: row.key.flatMap { board.ladders[$0] })))
      }
      for row in side.actions {
        let attribution = attribution(row.events)
        section.items.append(.paragraph("\(words.plain(row.label)) \(told(row)) (\(attribution))"))
      }
      for row in side.equipment {
        let attribution = attribution(row.events)
        section.items.append(.paragraph("equipment: \(words.plain(row.label)) (\(attribution))"))
      }
    }
    return section
  }

  /// What a side does; what was told of it before the incident was over as past.
  private func told(_ row: BoardRow) -> String {
    guard board.isPast(row, in: store), case .words(let text) = row.value else { return valueWords(row) }
    return words.plain(ThingState.past(text))
  }

  private func valueWords(_ row: BoardRow) -> String {
    if case .words(let text) = row.value { words.plain(text) } else { "?" }
  }

  mutating func statements() -> Document.Section {
    var section = Document.Section(heading: "STATEMENTS")
    for said in board.forces.statements {
      let attribution = attribution([said.event])
      let forecast = claim(said.event).standing == .forecast ? "feared or threatened: " : ""
      section.items.append(
        .paragraph(
          "\(forecast)\(words.statement(said.statement, of: claim(said.event), in: article(claim(said.event)))) (\(attribution))"
        )
      )
    }
    if board.forces.offer != nil, board.forces.answer == nil {
      section.items.append(.paragraph("answer: none reported"))
    }
    if section.items.isEmpty { section.items.append(.paragraph("None reported.")) }
    return section
  }

  mutating func notReported() -> Document.Section {
    var section = Document.Section(heading: "WITHOUT A NUMBER")
    for gap in board.gaps {
      section.items.append(.paragraph("\(words.plain(gap.label)): \(told(gap))"))
    }
    let silent = board.people.indices.filter { index in
      board.people[index].value == .unknown && board.people[index].events.isEmpty && !hasParts(index)
    }.map { board.people[$0].label }
    if !silent.isEmpty {
      section.items.append(.paragraph("nobody gives a number of: \(silent.joined(separator: ", "))"))
    }
    if section.items.isEmpty { section.items.append(.paragraph("No gap found.")) }
    return section
  }

  mutating func timeline() -> Document.Section {
    var section = Document.Section(heading: "TIMELINE")
    for event in included { section.items.append(entry(event)) }
    if section.items.isEmpty { section.items.append(.paragraph("No claims.")) }
    return section
  }

  /// Claims of which the reader is not sure, each with why; `nil` where it is sure of all.
  mutating func review() -> Document.Section? {
    guard !board.unsure.isEmpty else { return nil }
    let items = board.unsure.map { id -> Document.Item in
      let event = store[id]
      let why = event.claim.doubt.map { ": " + $0.words } ?? ""
      return .entry(
        tag: "\(words.column(event.claim.moment(on: board.clock)))",
        text: "\(phrase(event)) (\(speaker(event.id)))\(why)\(Words.tie)\(references.cite([id]))")
    }
    return Document.Section(heading: "TO REVIEW, COUNTED NOWHERE", items: items)
  }

  /// Of another incident, or of what usually is so; `nil` where there is none.
  mutating func background() -> Document.Section? {
    let events = backgroundEvents
    guard !events.isEmpty else { return nil }
    return Document.Section(heading: "BACKGROUND, COUNTED NOWHERE", items: events.map { entry($0) })
  }

  mutating func entry(_ event: Event) -> Document.Item {
    let said =
      told[event.id] ?? "\(phrase(event)) (\(speaker(event.id)))"
    told[event.id] = said
    return .entry(
      tag: "\(words.column(event.act?.moment ?? event.claim.moment(on: board.clock)))",
      text: "\(said)\(Words.tie)\(references.cite([event.id]))\(conflictMarks(of: event.id))")
  }

  func sources() -> Document.Section {
    var section = Document.Section(heading: "SOURCES")
    var cited: Set<ArticleID> = []
    for (article, lines) in references.byArticle {
      cited.insert(article.id)
      section.items.append(.paragraph("\(named(article))"))
      var list = InlineText()
      for (number, line) in lines {
        if !list.isEmpty { list += ", " }
        list += "\(InlineText(citing: [number]))\(Words.tie)line\(Words.tie)\(line)"
      }
      section.items.append(.note(list))
      section.items += article.notices.map { .note("read with a note: \(words.clean($0))") }
    }
    let others = references.articles.filter { !cited.contains($0.id) && store.isArticle($0.id) }
    if !others.isEmpty {
      let paths = others.map { words.clean($0.path) }.joined(separator: ", ")
      section.items.append(.paragraph("Not cited above: \(paths)"))
    }
    if section.items.isEmpty { section.items.append(.paragraph("None.")) }
    return section
  }

  /// "seeds/18-toll.txt: Toll raised to 31. Quetta Desk, 14 Mar 2025 16:00 +05:00".
  private func named(_ article: Article) -> String {
    let date = article.date.isUndated ? "undated" : words.full(article.date)
    let head = article.title.map { words.clean($0) + ". " } ?? ""
    let outlet = article.outlet.map { words.clean($0) + ", " } ?? ""
    return "\(words.clean(article.path)): \(head)\(outlet)\(date)"
  }
}
