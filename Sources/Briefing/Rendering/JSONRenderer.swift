import Formats
import Situation

/// A briefing as one JSON object: the words of the text, and beside each figure its bounds as numbers or null.
struct JSONRenderer {
  func render(_ document: Document) -> String {
    let value = JSONValue.object([
      .init("sitboard", .string("briefing")), .init("version", .integer(1)),
      .init("title", text(document.title)),
      .init(
        "heads",
        .array(
          document.heads.map { head in
            .object([.init("name", text(head.name)), .init("text", text(head.text))])
          })),
      .init(
        "sections",
        .array(
          document.sections.map { section in
            .object([
              .init("heading", text(section.heading)), .init("items", .array(section.items.map { item($0) })),
            ])
          })),
      .init("incident", document.board.map { incident($0.incident) } ?? .null),
      .init("rows", .array(document.board?.rows.map { row($0) } ?? [])),
      .init("conflicts", .array(document.board?.conflicts.map { conflict($0) } ?? [])),
      .init(
        "references",
        .array(
          document.references.map { reference in
            .object([
              .init("number", .integer(reference.number)), .init("file", text(reference.file)),
              .init("line", .integer(reference.line)),
            ])
          })),
    ])
    return String(decoding: JSONWriter.bytes(value), as: UTF8.self) + "\n"
  }

  private func incident(_ name: IncidentName?) -> JSONValue {
    .object([
      .init("name", name?.words.map { text($0) } ?? .null), .init("kind", JSONValue(name?.kind?.name)),
      .init("place", name?.place.map { text($0) } ?? .null), .init("day", JSONValue(name?.day?.text)),
    ])
  }

  private func row(_ row: BoardRow) -> JSONValue {
    let head = row.heads.first?.figure
    return .object(
      key(row.key) + bounds(head) + [
        .init(
          "accounts",
          .array(row.heads.map { .object([.init("side", .string($0.account.rawValue))] + bounds($0.figure)) }))
      ])
  }

  private func conflict(_ conflict: Conflict) -> JSONValue {
    let figures = (conflict.terms + [conflict.against]).map(\.rung.figure)
    return .object(
      [.init("kind", .string(conflict.kind.rawValue))] + key(conflict.key) + [
        .init("figures", .array(figures.map { .array([JSONValue($0.low), JSONValue($0.high)]) }))
      ])
  }

  private func key(_ key: FigureKey?) -> [JSONValue.Member] {
    [.init("status", JSONValue(key?.status.rawValue)), .init("class", JSONValue(key?.subjectClass.rawValue))]
  }

  private func bounds(_ figure: Figure?) -> [JSONValue.Member] {
    [.init("low", JSONValue(figure?.low)), .init("high", JSONValue(figure?.high))]
  }

  private func text(_ text: String) -> JSONValue { .string(text.replacing(Words.tie, with: " ")) }

  private func text(_ text: InlineText) -> JSONValue { self.text(text.plain) }

  private func references(_ text: InlineText) -> JSONValue { .array(text.citations.map { .integer($0) }) }

  private func item(_ item: Document.Item) -> JSONValue {
    switch item {
    case .row(let row): figure(row)
    case .paragraph(let words): told("paragraph", words)
    case .group(let name): .object([.init("kind", .string("group")), .init("text", text(name))])
    case .entry(let tag, let words): told("entry", words, [.init("tag", text(tag))])
    case .note(let words): told("note", words)
    }
  }

  private func told(_ kind: String, _ words: InlineText, _ members: [JSONValue.Member] = []) -> JSONValue {
    .object(
      [.init("kind", .string(kind))] + members + [.init("text", text(words)), .init("references", references(words))])
  }

  private func figure(_ row: Document.Row) -> JSONValue {
    .object([
      .init("kind", .string("figure")), .init("label", text(row.label)), .init("part", .boolean(row.isPart)),
      .init("low", JSONValue(row.figure?.low)), .init("high", JSONValue(row.figure?.high)),
      .init("form", JSONValue(row.figure?.form.rawValue)), .init("qualifier", JSONValue(row.figure?.qualifier)),
      .init("details", .array(row.details.map { text($0) })),
      .init("detail_references", .array(row.details.map { references($0) })),
    ])
  }
}
