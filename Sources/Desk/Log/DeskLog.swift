import Glibc
import Situation

/// The log of a desk on a server.
package final class DeskLog: EventLog {
  package let database: Database
  /// The name of the desk.
  package var name: String { database.desk }
  private var table: String { "\"\(database.desk)\".event" }
  private var isListening = false

  /// - Throws: Where there is no desk of that name, or one that this program does not know.
  package init(_ database: Database) throws(DeskError) {
    self.database = database
    try DeskSchema.check(database)
  }

  package convenience init(_ address: DeskAddress) throws(DeskError) { try self.init(Database(address)) }

  /// Bytes of lines that are sent in one statement: the server takes a gigabyte at most.
  private static let mostBytes = 1 << 26

  @discardableResult
  package func append(_ lines: [LogLine]) throws(DeskError) -> Int {
    guard !lines.isEmpty else { return 0 }
    let parts = DeskLog.parts(of: lines)
    // One statement is all or none by itself.
    if parts.count == 1 { return try add(parts[0]) }
    return try database.transaction { () throws(DeskError) in
      var count = 0
      for part in parts { count += try add(part) }
      return count
    }
  }

  private static func parts(of lines: [LogLine]) -> [ArraySlice<LogLine>] {
    var (parts, start, bytes): ([ArraySlice<LogLine>], Int, Int) = ([], 0, 0)
    for (index, line) in lines.enumerated() {
      let size = line.text.utf8.count
      if index > start, bytes + size > mostBytes {
        parts.append(lines[start..<index])
        (start, bytes) = (index, 0)
      }
      bytes += size
    }
    if start < lines.count { parts.append(lines[start...]) }
    return parts
  }

  private func add(_ lines: ArraySlice<LogLine>) throws(DeskError) -> Int {
    // The names of others are given only where there are any: few may give them.
    let isForOthers = lines.contains { $0.author != nil }
    let columns = "id, kind, digest, generation, place, line" + (isForOthers ? ", author" : "")
    var values: [Database.Value] = [
      .texts(lines.map(\.id.description)), .texts(lines.map(\.kind.rawValue)), .texts(lines.map { $0.reading?.digest }),
      .texts(lines.map { $0.reading.map { String($0.generation) } }),
      .texts(lines.map { $0.reading?.place.map { String($0) } }), .texts(lines.map(\.text)),
    ]
    if isForOthers {
      let own = database.user
      values.append(.texts(lines.map { $0.author ?? own }))
    }
    return try database.ask(
      """
      INSERT INTO \(table) (\(columns)) SELECT * FROM unnest(
        $1::uuid[], $2::text[], $3::text[], $4::int[], $5::bigint[], $6::text[]\(isForOthers ? ", $7::text[]" : ""))
        ON CONFLICT DO NOTHING
      """, values)
  }

  package func read(after position: Int64, _ body: (LogRecord) -> Void) throws(DeskError) {
    try database.ask(
      """
      SELECT position, id, kind, digest, generation, place, author, line, floor(extract(epoch FROM at))::bigint FROM \(table)
        WHERE position > $1 ORDER BY position
      """, [.integer(position)]
    ) { row in if let record = LogRecord(row) { body(record) } }
  }

  /// How many seconds the clock of this machine is ahead of the server's.
  package func clockLead() throws(DeskError) -> Int64 {
    let there = try database.first("SELECT floor(extract(epoch FROM clock_timestamp()))::bigint").flatMap { Int64($0) }
    return Int64(time(nil)) - (there ?? Int64(time(nil)))
  }

  /// Returns true if this account may add events.
  package func takesActs() throws(DeskError) -> Bool {
    try database.first("SELECT has_any_column_privilege($1, 'INSERT')", [.text(table)]) == "t"
  }

  /// How many events there are.
  package func count() throws(DeskError) -> Int { Int(try database.first("SELECT count(*) FROM \(table)") ?? "") ?? 0 }

  /// Returns true if the event that a reader read last is still there. It is not where the desk was restored to an earlier time:
  /// the reader then knows what the desk does not, and has to begin again.
  package func stillHas(_ record: (position: Int64, id: LogIdentity)) throws(DeskError) -> Bool {
    try database.first(
      "SELECT 1 FROM \(table) WHERE position = $1 AND id = $2",
      [.integer(record.position), .text(record.id.description)]) != nil
  }

  /// Begins to be woken. What was added before counts as no news.
  package func listen() throws(DeskError) {
    guard !isListening else { return }
    try database.listen(DeskChannel.news(database.desk))
    isListening = true
  }

  package func wait(or descriptor: Int32, milliseconds: Int32) throws(DeskError) {
    try listen()
    try database.wait(or: descriptor, milliseconds: milliseconds)
  }
}

extension Database {
  /// Returns when there is news, when a descriptor is readable, or after so many milliseconds; -1 for never.
  func wait(or descriptor: Int32, milliseconds: Int32) throws(DeskError) {
    // What came with the answer to a statement is taken in already, and the socket has no more of it.
    if try hear() { return }
    while true {
      var polled = [
        pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&polled, 2, milliseconds)
      if count < 0, errno == EINTR { continue }
      if count <= 0 || polled[1].revents != 0 { return }
      if try hear() { return }
    }
  }
}

extension LogRecord {
  /// `nil` for a row of a kind that is not known here.
  init?(_ row: borrowing Database.Row) {
    guard let position = row.integer(0), let id = row.bytes(1).flatMap({ LogIdentity($0) }),
      let kind = row.text(2).flatMap({ LogKind(rawValue: $0) }), let line = row.bytes(7)
    else { return nil }
    var reading: LogReading?
    if let digest = row.text(3), let generation = row.integer(4) {
      reading = LogReading(digest: digest, generation: Int(generation), place: row.integer(5))
    }
    self.init(
      position: position, id: id, kind: kind, reading: reading, author: row.text(6) ?? "",
      at: row.integer(8).map { Instant(seconds: $0) }, text: Array(line))
  }
}
