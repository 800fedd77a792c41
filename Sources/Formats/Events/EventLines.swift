package import Situation

/// The whole store as JSON lines: a version line, what is set of the sources, each article followed by the claims read
/// from it, and what the operator did.
package enum EventLines {
  /// What the first line says, so that a file is known by its beginning.
  package static let version = 1
  static let versionLine: JSONValue = .object([
    .init("sitboard", .string("events")), .init("version", .integer(version)),
  ])

  /// Returns true if a text begins as event lines do.
  package static func recognises(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.starts(with: "{\"sitboard\":\"events\"".utf8)
  }

  /// Gives the lines one after another, each with its line feed.
  package static func write<Failure: Error>(
    _ store: EventStore, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try sink(firstLine)
    for entry in store.reliabilities.entries { try sink(line(entry)) }
    var places: [ArticleID: [Int]] = [:]
    for (place, event) in store.events.enumerated() where event.act == nil {
      places[event.claim.receipt.article, default: []].append(place)
    }
    var writer = EventLineWriter()
    for article in store.articles {
      let claims = places[article.id, default: []].lazy.map { store.events[$0].claim }
      try writer.write(article, claims, to: sink)
    }
    for entry in store.acts { try sink(line(entry)) }
  }

  /// The line that comes first.
  package static var firstLine: [UInt8] { line(versionLine) }

  /// The line of how far a source is believed.
  package static func line(_ entry: Reliabilities.Entry) -> [UInt8] { line(ReliabilityLine.value(entry)) }

  /// The line of something that the operator did.
  package static func line(_ entry: OperatorEntry) -> [UInt8] {
    line(.object([.init("event", .string("act"))] + ActLine.members(entry)))
  }

  static func line(_ value: JSONValue) -> [UInt8] {
    var bytes = JSONWriter.bytes(value)
    bytes.append(0x0A)
    return bytes
  }
}

/// Writes articles and their claims one after another. Stories of one file have its text in common: it is written with
/// the first of them.
package struct EventLineWriter: Sendable {
  private var before: Article?

  package init() {}

  /// Gives the lines of an article and its claims.
  package mutating func write<Failure: Error>(
    _ article: Article, _ claims: some Sequence<Claim>, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let isShared = before?.id.digest == article.id.digest && before?.text == article.text
    before = article
    try sink(EventLines.line(ArticleLine.value(article, hasText: !isShared)))
    for (index, claim) in claims.enumerated() {
      let head: [JSONValue.Member] = [
        .init("event", .string("claim")), .init("article_id", ArticleLine.identity(article.id)),
        .init("index", .integer(index)),
      ]
      try sink(EventLines.line(.object(head + ClaimLine.members(claim, in: article))))
    }
  }
}
