package import Situation

/// An article as one JSON object on a line of an event file.
package enum ArticleLine {
  /// - Parameter hasText: Whether the text is written; it is not where the article before has it as well.
  static func value(_ article: Article, hasText: Bool = true) -> JSONValue {
    .object([
      .init("event", .string("article")), .init("article_id", identity(article.id)),
      .init("path", .string(article.path)), .init("title", JSONValue(article.title)),
      .init("outlet", JSONValue(article.outlet)), .init("url", JSONValue(article.url)),
      .init("date", MomentFields.value(article.date)),
      .init("title_span", article.titleSpan.map(spanValue) ?? .null), .init("body", spanValue(article.body)),
      .init("notices", .array(article.notices.map(JSONValue.string))),
      .init("text", hasText ? .string(String(decoding: article.text, as: UTF8.self)) : .null),
    ])
  }

  package static func identity(_ id: ArticleID) -> JSONValue {
    .object([.init("digest", .string(id.digest)), .init("story", .integer(id.story))])
  }

  package static func identity(_ reader: FieldReader, _ name: String = "article_id") throws(FormatError) -> ArticleID {
    let id = try reader.object(name)
    let (digest, story) = (try id.string("digest"), try id.integer("story"))
    let isDigest =
      digest.utf8.count == 64
      && digest.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isDigest else { throw FormatError("\"digest\" is no SHA-256 in 64 small hexadecimal digits") }
    guard story >= 1 else { throw FormatError("\"story\" is below 1") }
    return ArticleID(digest: digest, story: story)
  }

  /// - Parameter before: The article of the line before, whose text this one may have.
  static func article(_ reader: FieldReader, after before: Article? = nil) throws(FormatError) -> Article {
    let id = try identity(reader)
    let text: [UInt8]
    let shared = before.flatMap { $0.id.digest == id.digest ? $0.text : nil }
    if let own = try reader.optionalString("text") {
      // One text is held once, also where it was written with every story.
      text = shared.flatMap { $0.elementsEqual(own.utf8) ? $0 : nil } ?? Array(own.utf8)
    } else if let shared {
      text = shared
    } else {
      throw FormatError("\"text\" is null, and no article with the same digest stands before it")
    }
    guard !text.isEmpty else { throw FormatError("\"text\" is empty") }
    return Article(
      id: id, path: try reader.string("path"), title: try reader.optionalString("title"),
      outlet: try reader.optionalString("outlet"), url: try reader.optionalString("url"),
      date: try MomentFields.moment(reader.object("date"), called: "date"), text: text,
      titleSpan: try reader.optionalSpan("title_span", in: text), body: try reader.span("body", in: text),
      notices: try reader.strings("notices"))
  }
}
