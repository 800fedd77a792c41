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
    try sink(line(versionLine))
    for entry in store.reliabilities.entries { try sink(line(ReliabilityLine.value(entry))) }
    var claims: [ArticleID: [Claim]] = [:]
    for case .claim(let claim) in store.events.lazy.map(\.body) {
      claims[claim.receipt.article, default: []].append(claim)
    }
    for article in store.articles {
      try sink(line(ArticleLine.value(article)))
      for (index, claim) in claims[article.id, default: []].enumerated() {
        let head: [JSONValue.Member] = [
          .init("event", .string("claim")), .init("article_id", ArticleLine.identity(article.id)),
          .init("index", .integer(index)),
        ]
        try sink(line(.object(head + ClaimLine.members(claim, in: article))))
      }
    }
    for entry in store.acts {
      try sink(line(.object([.init("event", .string("act"))] + ActLine.members(entry))))
    }
  }

  private static func line(_ value: JSONValue) -> [UInt8] {
    var bytes = JSONWriter.bytes(value)
    bytes.append(0x0A)
    return bytes
  }
}
