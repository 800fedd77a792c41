/// A text as it was received: what a desk keeps of it, and what its reader has to know beside it.
package struct ReceivedArticle: Hashable, Sendable {
  package var digest: String
  package var bytes: [UInt8]
  /// The name in messages and on the board.
  package var path: String
  /// The address that it came from; `nil` for a file.
  package var address: String?
  /// The headers that it came with.
  package var headers: String?
  /// Whose it is for certain.
  package var outlet: String?
  /// The text of which it is a newer edition.
  package var editionOf: String?
  /// The date to go by where the text gives none, as it was written.
  package var dated: String?
  /// The zone to go by where a date names none.
  package var timezone: String?

  package init(digest: String, bytes: [UInt8], path: String) {
    (self.digest, self.bytes, self.path) = (digest, bytes, path)
  }
}

/// The texts of a desk.
package struct ArticleShelf {
  private let database: Database
  private var table: String { "\"\(database.desk)\".article" }

  private static let columns = "digest, path, address, headers, outlet, edition_of, dated, timezone"

  package init(_ log: DeskLog) { database = log.database }

  /// Adds a text. One that is there already changes nothing.
  ///
  /// - Returns: True if it was new.
  @discardableResult
  package func add(_ article: ReceivedArticle) throws(DeskError) -> Bool {
    func value(_ text: String?) -> Database.Value { text.map { .text($0) } ?? .null }
    return try database.ask(
      """
      INSERT INTO \(table) (\(ArticleShelf.columns), bytes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (digest) DO NOTHING
      """,
      [
        .text(article.digest), .text(article.path), value(article.address), value(article.headers),
        value(article.outlet), value(article.editionOf), value(article.dated), value(article.timezone),
        .bytes(article.bytes),
      ]) == 1
  }

  /// Where a text stands among all; `nil` for one that is not there.
  package func number(of digest: String) throws(DeskError) -> Int64? {
    try database.first("SELECT number FROM \(table) WHERE digest = $1", [.text(digest)]).flatMap { Int64($0) }
  }

  /// Where texts stand among all, by their digests; those that are not there are left out.
  package func numbers(of digests: [String]) throws(DeskError) -> [String: Int64] {
    guard !digests.isEmpty else { return [:] }
    var numbers: [String: Int64] = [:]
    try database.ask("SELECT digest, number FROM \(table) WHERE digest = ANY ($1::text[])", [.texts(digests)]) { row in
      if let digest = row.text(0) { numbers[digest] = row.integer(1) }
    }
    return numbers
  }

  /// Gives every text, in the order they came.
  package func read(_ body: (_ number: Int64, ReceivedArticle) -> Void) throws(DeskError) {
    try database.ask("SELECT \(ArticleShelf.columns), bytes, number FROM \(table) ORDER BY number") { row in
      if let article = ReceivedArticle(row), let number = row.integer(9) { body(number, article) }
    }
  }
}

extension ReceivedArticle {
  /// A row of the columns of an article and its bytes.
  init?(_ row: borrowing Database.Row) {
    guard let digest = row.text(0), let path = row.text(1), let hexadecimal = row.bytes(8),
      let bytes = ByteText.bytes(hexadecimal)
    else { return nil }
    self.init(digest: digest, bytes: bytes, path: path)
    (address, headers, outlet) = (row.text(2), row.text(3), row.text(4))
    (editionOf, dated, timezone) = (row.text(5), row.text(6), row.text(7))
  }
}
