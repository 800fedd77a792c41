/// Who looks at a desk now, as far as they want it known. It says so for as long as its connection lasts: what is left of
/// a board that was killed counts no more.
package struct Presence {
  /// A board on which somebody looks at the desk.
  package struct Onlooker: Hashable, Sendable {
    package var name: String
    /// The instant that their board is as of, as they wrote it; `nil` for the newest.
    package var instant: String?
  }

  private let database: Database
  private let board = LogIdentity()
  private var table: String { "\"\(database.desk)\".presence" }
  private var channel: String { DeskChannel.presence(database.desk) }

  private static let lock = "hashtext('sitboard presence')"
  /// True for the rows of boards that are still there: each holds a lock, which the server lets go with the connection.
  private static let isThere = """
    EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted
      AND classid::bigint = \(lock)::bigint & 4294967295 AND objid::bigint = hashtext(board::text)::bigint & 4294967295)
    """

  /// Begins to be woken by others who come, look elsewhere, or go.
  package init(_ log: DeskLog) throws(DeskError) {
    database = log.database
    try database.listen(channel)
    try database.ask("SELECT pg_advisory_lock(\(Presence.lock), hashtext($1))", [.text(board.description)])
    try database.ask("DELETE FROM \(table) WHERE reader = session_user AND NOT \(Presence.isThere)")
  }

  package func look(at instant: String?) throws(DeskError) {
    try database.ask(
      """
      INSERT INTO \(table) (board, instant) VALUES ($1::uuid, $2)
        ON CONFLICT (reader, board) DO UPDATE SET instant = excluded.instant, seen_at = clock_timestamp()
      """, [.text(board.description), instant.map { .text($0) } ?? .null])
    try tell()
  }

  package func leave() throws(DeskError) {
    try database.ask(
      "DELETE FROM \(table) WHERE reader = session_user AND board = $1::uuid", [.text(board.description)])
    try tell()
  }

  /// The others, by their names.
  package func others() throws(DeskError) -> [Onlooker] {
    var others: [Onlooker] = []
    try database.ask(
      """
      SELECT reader, instant FROM \(table) WHERE board <> $1::uuid AND \(Presence.isThere) ORDER BY reader, board
      """, [.text(board.description)]
    ) { row in others.append(Onlooker(name: row.text(0) ?? "", instant: row.text(1))) }
    return others
  }

  private func tell() throws(DeskError) { try database.ask("SELECT pg_notify($1, '')", [.text(channel)]) }
}
