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

  private func text(_ text: String) -> JSONValue { .string(text.replacing(Words.tie, with: " ")) }

  private func item(_ item: Document.Item) -> JSONValue {
    switch item {
    case .row(let row): figure(row)
    case .paragraph(let words): .object([.init("kind", .string("paragraph")), .init("text", text(words))])
    case .group(let name): .object([.init("kind", .string("group")), .init("text", text(name))])
    case .entry(let tag, let words):
      .object([.init("kind", .string("entry")), .init("tag", text(tag)), .init("text", text(words))])
    case .note(let words): .object([.init("kind", .string("note")), .init("text", text(words))])
    }
  }

  private func figure(_ row: Document.Row) -> JSONValue {
    .object([
      .init("kind", .string("figure")), .init("label", text(row.label)), .init("part", .boolean(row.isPart)),
      .init("low", JSONValue(row.figure?.low)), .init("high", JSONValue(row.figure?.high)),
      .init("form", JSONValue(row.figure?.form.rawValue)), .init("qualifier", JSONValue(row.figure?.qualifier)),
      .init("details", .array(row.details.map { text($0) })),
    ])
  }
}
