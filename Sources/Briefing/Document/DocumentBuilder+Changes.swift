import Situation

extension DocumentBuilder {
  /// What a reader has to know first: what has changed, or, where nothing is held against it, what does not add up and
  /// what was said last.
  mutating func highlights() -> Document.Section {
    guard let comparison else { return standing() }
    var section = Document.Section(heading: "HIGHLIGHTS: WHAT HAS CHANGED")
    for kind in [Change.Kind.contradicted, .revised, .new, .past] {
      for change in changes where change.kind == kind {
        section.items.append(.entry(tag: "\(kind.rawValue)", text: told(change)))
      }
    }
    if changes.isEmpty { section.items.append(.paragraph("Nothing is told otherwise.")) }
    section.items.append(.paragraph("\(further(comparison))"))
    return section
  }

  func further(_ comparison: Comparison) -> String {
    let claims = comparison.later.included - comparison.earlier.included
    let articles = store.articles.count - comparison.earlierStore.articles.count
    return "\(number(max(0, claims), "further event")) in"
      + (articles > 0 ? ", from \(number(articles, "further article"))" : "") + "."
  }

  private mutating func standing() -> Document.Section {
    var section = Document.Section(heading: "HIGHLIGHTS")
    for (index, conflict) in board.conflicts.enumerated() where conflict.setAside == nil {
      let (claimed, opposed) = (conflict.claimed(options.marks), conflict.opposed(options.marks))
      section.items.append(
        .entry(
          tag: InlineText(markOf: index + 1),
          text: "\(words.clean("\(conflict.headline(options.marks)): \(claimed) \(opposed)"))"))
    }
    if !board.gaps.isEmpty {
      section.items.append(.entry(tag: "?", text: "\(number(board.gaps.count, "thing")) mentioned without a figure"))
    }
    let latest = included.last { $0.claim.standing == .current && $0.claim.count != nil } ?? included.last
    if let latest {
      section.items.append(
        .entry(
          tag: "\(words.column(latest.act?.moment ?? latest.claim.moment(on: board.clock)))",
          text:
            "the last figure: \(phrase(latest)) (\(attribution([latest.id])))"))
    }
    if section.items.isEmpty { section.items.append(.paragraph("Nothing is reported.")) }
    return section
  }

  /// The changes alone, kind by kind.
  mutating func changesDocument() -> Document {
    var document = Document(
      title: title("WHAT CHANGED"),
      heads: [
        Document.Head("From", since ?? "the beginning"), Document.Head("To", asOf), Document.Head("Clock", clock),
        Document.Head("Read", read),
      ] + (journal.map { [$0] } ?? []))
    for kind in Change.Kind.allCases {
      var section = Document.Section(heading: kind.rawValue.uppercased())
      for change in changes where change.kind == kind { section.items.append(.paragraph(told(change))) }
      if section.items.isEmpty { section.items.append(.paragraph("None.")) }
      document.sections.append(section)
    }
    close(&document)
    return document
  }

  mutating func told(_ change: Change) -> InlineText {
    var text = InlineText()
    for part in change.parts {
      switch part {
      case .words(let words): text += "\(words)"
      case .said(let events): if !events.isEmpty { text += " (\(attribution(events)))" }
      case .conflict(let conflict):
        let number = board.conflicts.firstIndex(of: conflict).map { conflictMarks([$0 + 1]) } ?? ""
        text += "\(told(conflict))\(number)"
      }
    }
    return text
  }
}
