import Desk
import Formats
import Intake
import Situation

/// Puts texts and events on a desk, many at once: each time costs the server a commit. Those that are there already are
/// left out.
struct DeskImporter {
  private let log: DeskLog
  private let shelf: ArticleShelf
  private let dated: String?
  private let timezone: String?
  private(set) var problems: [Problem] = []
  private var (texts, known, events) = (0, 0, 0)
  /// Articles of one text that have come so far.
  private var group: [EventLines.Entry] = []
  private var batch = Batch()

  /// What is added together, texts first.
  private struct Batch {
    var texts: [ReceivedArticle] = []
    var digests: Set<String> = []
    var lines: [LogLine] = []
    /// True if something was read of a text that is not at the desk: its place is where it is added.
    var hasPlaces = false
    var bytes = 0

    var isFull: Bool { lines.count >= 4096 || texts.count >= 256 || bytes >= 1 << 23 }
  }

  init(_ log: DeskLog, dated: String? = nil, timezone: String? = nil) {
    (self.log, self.dated, self.timezone) = (log, dated, timezone)
    shelf = ArticleShelf(log)
  }

  var summary: String {
    let told = texts == 1 ? "1 text added" : "\(texts) texts added"
    return told + (known > 0 ? ", \(known) there already" : "")
      + (events > 0 ? ", \(events) \(events == 1 ? "event" : "events") added" : "")
  }

  mutating func addText(_ bytes: [UInt8], path: String) throws(DeskError) {
    var text = ReceivedArticle(digest: sha256(bytes), bytes: bytes, path: path)
    (text.dated, text.timezone) = (dated, timezone)
    try add(text)
  }

  private mutating func add(_ text: ReceivedArticle) throws(DeskError) {
    if batch.hasPlaces { try send() }
    batch.texts.append(text)
    batch.digests.insert(text.digest)
    batch.bytes += text.bytes.count
    if batch.isFull { try send() }
  }

  /// Adds what an event file holds, in its order.
  mutating func addEvents(_ bytes: [UInt8], path: String) throws(DeskError) {
    var stream = EventLineStream()
    var (start, number) = (0, 0)
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      number += 1
      let line = bytes[start..<end]
      try take(stream.take(line + [0x0A]), path)
      if let text = text(line, path, number) {
        try flush()
        try add(text)
      }
      start = end + 1
    }
    try take(stream.finish(), path)
    try flush()
  }

  private mutating func text(_ line: ArraySlice<UInt8>, _ path: String, _ number: Int) -> ReceivedArticle? {
    do throws(FormatError) {
      return try TextLine.article(line)
    } catch {
      problems.append(Problem(path, line: number, .damagedLine(error.reason)))
      return nil
    }
  }

  private mutating func take(_ taken: EventLineStream.Taken, _ path: String) throws(DeskError) {
    for entry in taken.entries {
      if let first = group.first, first.article.id.digest != entry.article.id.digest { try flush() }
      group.append(entry)
    }
    for entry in taken.reliabilities.entries {
      let text = String(decoding: EventLines.line(entry), as: UTF8.self)
      put(LogLine(id: LogIdentity(content: text), kind: .source, text: text))
    }
    for entry in taken.acts {
      var line = LogLine(entry)
      if entry.author != log.database.user { line.author = entry.author }
      put(line)
    }
    problems += taken.damage.map { Problem(path, line: $0.line, .damagedLine($0.reason)) }
    if batch.isFull { try send() }
  }

  private mutating func put(_ line: LogLine) {
    batch.lines.append(line)
    batch.bytes += line.text.utf8.count
  }

  /// Adds the articles of one text.
  private mutating func flush() throws(DeskError) {
    guard let digest = group.first?.article.id.digest else { return }
    defer { group = [] }
    let text = DeskLines.text(group.map { ($0.article, $0.claims, $0.story) })
    var place: Int64?
    if !batch.digests.contains(digest) {
      place = try shelf.numbers(of: [digest])[digest]
      batch.hasPlaces = batch.hasPlaces || place == nil
    }
    // Before the first reader of the desk: whatever a worker reads of the text takes its place.
    let reading = LogReading(digest: digest, generation: 0, place: place)
    put(LogLine(id: LogIdentity(content: text), kind: .article, reading: reading, text: text))
    if batch.isFull { try send() }
  }

  /// Adds what has come so far and is not added yet, all of it or none.
  mutating func send() throws(DeskError) {
    defer { batch = Batch() }
    guard !batch.texts.isEmpty || !batch.lines.isEmpty else { return }
    let (batch, log, shelf) = (batch, log, shelf)
    let (new, added) = try log.database.transaction { () throws(DeskError) in
      var new = 0
      for text in batch.texts where try shelf.add(text) { new += 1 }
      var lines = batch.lines
      let numbers = try shelf.numbers(of: Array(batch.digests))
      for index in lines.indices {
        guard var reading = lines[index].reading, reading.place == nil else { continue }
        reading.place = numbers[reading.digest]
        lines[index].reading = reading
      }
      return (new, try log.append(lines))
    }
    texts += new
    known += batch.texts.count - new
    events += added
  }
}
