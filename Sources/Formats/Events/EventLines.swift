package import Situation

/// The whole store as JSON lines: a version line, what is set of the sources, each article followed by the claims read
/// from it, and what the operator did.
package enum EventLines {
  /// What the first line says, so that a file is known by its beginning.
  package static let version = 1
  static let versionLine: JSONValue = .object([
    .init("sitboard", .string("events")), .init("version", .integer(version)),
  ])

  /// Whether a text begins as event lines do.
  package static func recognises(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.starts(with: "{\"sitboard\":\"events\"".utf8)
  }

  /// Gives the lines one after another, each with its line feed.
  package static func write<Failure: Error>(
    _ store: EventStore, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try sink(firstLine)
    for entry in store.reliabilities.entries { try sink(line(entry)) }
    var claims: [ArticleID: [Claim]] = [:]
    for case .claim(let claim) in store.events.lazy.map(\.body) {
      claims[claim.receipt.article, default: []].append(claim)
    }
    for article in store.articles { try write(article, claims[article.id, default: []], to: sink) }
    for entry in store.acts { try sink(line(entry)) }
  }

  /// The line that comes first.
  package static var firstLine: [UInt8] { line(versionLine) }

  /// The lines of an article and its claims.
  package static func write<Failure: Error>(
    _ article: Article, _ claims: [Claim], to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try sink(line(ArticleLine.value(article)))
    for (index, claim) in claims.enumerated() {
      let head: [JSONValue.Member] = [
        .init("event", .string("claim")), .init("article_id", ArticleLine.identity(article.id)),
        .init("index", .integer(index)),
      ]
      try sink(line(.object(head + ClaimLine.members(claim, in: article))))
    }
  }

  /// The line of how far a source is believed.
  package static func line(_ entry: Reliabilities.Entry) -> [UInt8] { line(ReliabilityLine.value(entry)) }

  /// The line of something that the operator did.
  package static func line(_ entry: OperatorEntry) -> [UInt8] {
    line(.object([.init("event", .string("act"))] + ActLine.members(entry)))
  }

  private static func line(_ value: JSONValue) -> [UInt8] {
    var bytes = JSONWriter.bytes(value)
    bytes.append(0x0A)
    return bytes
  }
}
