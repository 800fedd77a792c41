/// What an account was told last at a desk, kept there: it is the same on every machine, and nobody else's.
package struct DeskBookmark {
  private let database: Database
  private let name: String
  private var table: String { "\"\(database.desk)\".reader_mark" }

  /// - Parameter name: What is remembered, of several things.
  package init(_ log: DeskLog, called name: String) {
    (database, self.name) = (log.database, name)
  }

  /// The bytes that were kept last; `nil` where none were.
  package func bytes() throws(DeskError) -> [UInt8]? {
    var bytes: [UInt8]?
    try database.ask("SELECT mark FROM \(table) WHERE reader = session_user AND name = $1", [.text(name)]) { row in
      bytes = row.bytes(0).flatMap { ByteText.bytes($0) }
    }
    return bytes
  }

  /// Takes the place of what was kept before.
  package func keep(_ bytes: [UInt8]) throws(DeskError) {
    try database.ask(
      """
      INSERT INTO \(table) (name, mark) VALUES ($1, $2)
        ON CONFLICT (reader, name) DO UPDATE SET mark = excluded.mark, kept_at = clock_timestamp()
      """, [.text(name), .bytes(bytes)])
  }
}
