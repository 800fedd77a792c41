import Glibc

/// The texts of a desk that a reader has still to read, given out to any number of workers, each text to one at a time.
///
/// What a worker reads is added in one transaction with the note that it was read: a worker that is killed in the middle
/// has added nothing, and another reads the same texts again. A text during which a worker ended three times is set aside.
package final class ReadingQueue {
  private let log: DeskLog
  private let worker: String
  /// Of this reader among those that the desk has had.
  package let generation: Int
  private var isListening = false

  private var database: Database { log.database }
  private var desk: String { "\"\(database.desk)\"" }

  /// After so many ends of workers a text is set aside.
  package static let mostAttempts = 3
  private static let batch = 16
  /// Milliseconds after which a text that a worker took and does not hold is taken again.
  private static let retryDelay: Int32 = 1000

  /// The result of reading one text.
  package enum Outcome: Hashable, Sendable {
    /// Event lines.
    case read(String)
    /// It holds no article, and why.
    case unreadable(String)
  }

  /// A text that is to be read.
  package struct Job: Hashable, Sendable {
    package var article: ReceivedArticle
    var number: Int64
  }

  /// - Parameters:
  ///   - reader: Tells this reader from others that read otherwise. A reader that the desk has not had reads everything
  ///     anew.
  ///   - worker: The name of this worker, for people.
  ///   - waitsForDisk: True if what was read is on the server's disk when it counts as read. Otherwise a server that
  ///     falls may forget the readings of the last second, each with the note that it was read, and they are read again;
  ///     no worker waits for the disk then, and neither does a board for what was read.
  package init(_ log: DeskLog, reader: String, worker: String, waitsForDisk: Bool = false) throws(DeskError) {
    self.log = log
    self.worker = worker
    generation = try ReadingQueue.generation(of: reader, in: log.database)
    if !waitsForDisk { try log.database.run("SET synchronous_commit = off") }
  }

  private static func generation(of reader: String, in database: Database) throws(DeskError) -> Int {
    let desk = "\"\(database.desk)\""
    return try database.transaction { () throws(DeskError) in
      // No article comes in meanwhile: each is either there now, or finds the new reader.
      try database.ask("SELECT pg_advisory_xact_lock($1::regclass::oid::bigint)", [.text("\(desk).article")])
      let find = "SELECT generation FROM \(desk).reader WHERE name = $1"
      if try database.first(find, [.text(reader)]) == nil {
        try database.ask("INSERT INTO \(desk).reader (name) VALUES ($1)", [.text(reader)])
        try database.ask(
          """
          INSERT INTO \(desk).reading (digest, generation, number)
            SELECT article.digest, reader.generation, article.number FROM \(desk).article, \(desk).reader WHERE name = $1
          """, [.text(reader)])
      }
      let generation = Int(try database.first(find, [.text(reader)]) ?? "") ?? 0
      let newest = Int(try database.first("SELECT max(generation) FROM \(desk).reader") ?? "") ?? 0
      guard generation == newest else { throw DeskError(desk: database.desk, reason: .newerReader) }
      return generation
    }
  }

  /// Reads the next texts.
  ///
  /// - Parameter read: Makes each text to event lines, in the order of the texts.
  /// - Returns: How many texts were read or set aside; 0 where none is to be had now.
  package func work(_ read: ([ReceivedArticle]) -> [Outcome]) throws(DeskError) -> Int {
    let setAside = try setAsidePoison()
    let taken = try take()
    guard !taken.isEmpty else { return setAside }
    return setAside
      + (try database.transaction { () throws(DeskError) in
        let jobs = try hold(taken)
        let outcomes = read(jobs.map(\.article))
        try finish(jobs, outcomes)
        return jobs.count
      })
  }

  /// Notes that texts are being read, before they are: so it is known how often one was begun and not ended. What was
  /// begun before is taken alone, so that one text that ends workers takes no others with it.
  private func take() throws(DeskError) -> [String] {
    for (condition, most) in [("attempts = 0", ReadingQueue.batch), (isDue, 1)] {
      var digests: [String] = []
      try database.ask(
        """
        UPDATE \(desk).reading SET attempts = attempts + 1, worker = $1, changed_at = clock_timestamp()
          WHERE generation = $2 AND digest IN (
            SELECT digest FROM \(desk).reading WHERE generation = $2 AND state = 'waiting' AND \(condition)
            ORDER BY number LIMIT \(most) FOR UPDATE SKIP LOCKED)
          RETURNING digest
        """, [.text(worker), .integer(Int64(generation))]
      ) { row in if let digest = row.text(0) { digests.append(digest) } }
      if !digests.isEmpty { return digests }
    }
    return []
  }

  /// The condition for texts that were begun so long ago that the worker holds them by now, or is gone.
  private var isDue: String {
    "attempts BETWEEN 1 AND \(ReadingQueue.mostAttempts - 1)"
      + " AND changed_at < clock_timestamp() - interval '\(ReadingQueue.retryDelay) ms'"
  }

  /// Locks texts until the end of the transaction; those that another holds are left to that one.
  private func hold(_ digests: [String]) throws(DeskError) -> [Job] {
    var jobs: [Job] = []
    try database.ask(
      """
      SELECT article.digest, path, address, headers, outlet, edition_of, dated, timezone, bytes, article.number
        FROM \(desk).reading JOIN \(desk).article USING (digest)
        WHERE generation = $1 AND digest = ANY ($2::text[]) AND state = 'waiting'
        ORDER BY article.number FOR UPDATE OF reading SKIP LOCKED
      """, [.integer(Int64(generation)), .texts(digests)]
    ) { row in
      if let article = ReceivedArticle(row), let number = row.integer(9) {
        jobs.append(Job(article: article, number: number))
      }
    }
    return jobs
  }

  private func finish(_ jobs: [Job], _ outcomes: [Outcome]) throws(DeskError) {
    var lines: [LogLine] = []
    var unreadable: (digests: [String], reasons: [String]) = ([], [])
    for (job, outcome) in zip(jobs, outcomes) {
      let digest = job.article.digest
      switch outcome {
      case .read(let text):
        let reading = LogReading(digest: digest, generation: generation, place: job.number)
        lines.append(LogLine(id: LogIdentity(), kind: .article, reading: reading, text: text))
      case .unreadable(let why):
        unreadable.digests.append(digest)
        unreadable.reasons.append(why)
      }
    }
    if !unreadable.digests.isEmpty { try setAside(unreadable.digests, unreadable.reasons) }
    guard !lines.isEmpty else { return }
    try database.ask(
      """
      UPDATE \(desk).reading SET state = 'read', changed_at = clock_timestamp()
        WHERE generation = $1 AND digest = ANY ($2::text[])
      """, [.integer(Int64(generation)), .texts(lines.map { $0.reading?.digest })])
    // Last of all: from here on every other who adds waits until this one has ended.
    try log.append(lines)
  }

  private func setAside(_ digests: [String], _ reasons: [String]) throws(DeskError) {
    try database.ask(
      """
      UPDATE \(desk).reading SET state = 'set aside', trouble = reason, changed_at = clock_timestamp()
        FROM unnest($2::text[], $3::text[]) AS unreadable (digest, reason)
        WHERE reading.generation = $1 AND reading.digest = unreadable.digest
      """, [.integer(Int64(generation)), .texts(digests), .texts(reasons)])
  }

  private func setAsidePoison() throws(DeskError) -> Int {
    try database.ask(
      """
      UPDATE \(desk).reading SET state = 'set aside', trouble = 'the worker ended each time it read this',
          changed_at = clock_timestamp()
        WHERE generation = $1 AND digest IN (
          SELECT digest FROM \(desk).reading WHERE generation = $1 AND state = 'waiting'
            AND attempts >= \(ReadingQueue.mostAttempts)
            AND changed_at < clock_timestamp() - interval '\(ReadingQueue.retryDelay) ms' FOR UPDATE SKIP LOCKED)
      """, [.integer(Int64(generation))])
  }

  /// Returns true if there is a text that is not read yet, here or at another worker.
  package func isUnfinished() throws(DeskError) -> Bool {
    try database.first(
      "SELECT 1 FROM \(desk).reading WHERE generation = $1 AND state = 'waiting' LIMIT 1",
      [.integer(Int64(generation))]) != nil
  }

  /// Begins to be woken by new texts.
  package func listen() throws(DeskError) {
    guard !isListening else { return }
    try database.listen(DeskChannel.work(database.desk))
    isListening = true
  }

  /// Returns when there may be something to read. While another worker holds texts, they are looked after in case it
  /// ends.
  package func wait(or descriptor: Int32 = -1) throws(DeskError) {
    try listen()
    try database.wait(or: descriptor, milliseconds: try isUnfinished() ? ReadingQueue.retryDelay : -1)
  }
}
