import Formats
import Situation

/// A briefing of the sections that were asked for.
extension DocumentBuilder {
  mutating func document(of sections: [BriefingSection]) -> Document {
    assembled("SITUATION BRIEFING", hasSources: sections.contains(.sources)) { builder in
      sections.map { builder.section($0) }
    }
  }

  /// Sections under a title, and after them the sources where anything is cited: a reference leads somewhere.
  mutating func assembled(
    _ name: String, hasSources: Bool = false, _ make: (inout DocumentBuilder) -> [Document.Section]
  ) -> Document {
    var document = Document(title: title(name), heads: pageHeads, isDense: true)
    document.sections = make(&self)
    if !references.byArticle.isEmpty, !hasSources { document.sections.append(printed()) }
    document.references = listed()
    document.board = BoardFigures(board, of: options.incident)
    return document
  }

  private mutating func section(_ wanted: BriefingSection) -> Document.Section {
    let isFull = options.extent == .full
    let made: Document.Section? =
      switch wanted {
      case .bottomLine: bottomLine()
      case .figures: figures()
      case .changes: changed()
      case .conflicts: isFull ? conflicts() : contradictions()
      case .statements: isFull ? statements() : said()
      case .turningPoints: course()
      case .people: people()
      case .scene: train()
      case .forces: forces()
      case .onTheWay: movements()
      case .checks: checks()
      case .notReported: notReported()
      case .review: review()
      case .timeline: timeline()
      case .background: background()
      case .sources: isFull ? sources() : printed()
      }
    if let made { return made }
    let words =
      wanted == .changes ? "Nothing to compare with: --since gives a time, or last." : "No claim tells of this."
    return Document.Section(heading: wanted.heading, items: [.paragraph("\(words)")])
  }
}
