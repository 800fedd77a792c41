package import Situation

/// What a reader was told, as far as it is needed to tell them next time what is new.
package struct BriefingBookmark: Hashable, Sendable {
  /// Of the briefing they got, counted from 1.
  package var number: Int
  /// The instant it was as of; `nil` for the end of the replay.
  package var asOf: Instant?
  /// The articles that were in the store.
  package var articles: Set<ArticleID>
  /// The last entry of each journal, by the journal's identity.
  package var entries: [String: Int]

  package init(number: Int, asOf: Instant?, articles: Set<ArticleID>, entries: [String: Int]) {
    self.number = number
    self.asOf = asOf
    self.articles = articles
    self.entries = entries
  }

  /// The mark of a briefing on a store.
  package init(number: Int, of store: EventStore, asOf: Instant?) {
    self.init(number: number, asOf: asOf, articles: Set(store.articles.map(\.id)), entries: [:])
    for entry in store.acts { entries[entry.id.digest] = max(entries[entry.id.digest] ?? 0, entry.id.story) }
  }
}

extension BriefingBookmark {
  /// More than a mark of a hundred thousand articles has.
  package static let mostBytes = 16 << 20

  /// The mark as one line of JSON, the same bytes for the same mark.
  package var bytes: [UInt8] {
    let value = JSONValue.object([
      .init("sitboard", .string("last")), .init("version", .integer(1)), .init("number", .integer(number)),
      .init("as_of", JSONValue(asOf.map { CivilTime($0, at: .zero).text })),
      .init(
        "articles",
        .array(
          articles.sorted().map {
            .object([.init("digest", .string($0.digest)), .init("story", .integer($0.story))])
          })),
      .init(
        "entries",
        .array(
          entries.sorted { $0.key < $1.key }.map {
            .object([.init("digest", .string($0.key)), .init("entry", .integer($0.value))])
          })),
    ])
    return JSONWriter.bytes(value) + [0x0A]
  }

  /// Reads a mark back.
  package init(reading bytes: [UInt8]) throws(FormatError) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONParser.parse(bytes, limits: JSONLimits(depth: 4, bytes: BriefingBookmark.mostBytes))
    } catch {
      throw FormatError("\(error.reason) at byte \(error.offset)")
    }
    let reader = try FieldReader(value, called: "mark")
    guard try reader.string("sitboard") == "last", try reader.integer("version") == 1 else {
      throw FormatError("no mark of a version that this sitboard knows")
    }
    number = try reader.integer("number")
    guard number >= 1 else { throw FormatError("\"number\" is below 1") }
    asOf = nil
    if let text = try reader.optionalString("as_of") {
      guard let instant = Moment.parse(text, defaultOffset: .zero)?.to else {
        throw FormatError("\"as_of\" is not a time")
      }
      asOf = instant
    }
    articles = []
    for article in try reader.objects("articles") {
      articles.insert(ArticleID(digest: try article.string("digest"), story: try article.integer("story")))
    }
    entries = [:]
    for entry in try reader.objects("entries") { entries[try entry.string("digest")] = try entry.integer("entry") }
  }
}
