import Desk
import Formats
import Intake
import Situation

/// Puts texts and events on a desk. Those that are there already are left out.
struct DeskImporter {
  private let log: DeskLog
  private let shelf: ArticleShelf
  private let dated: String?
  private let timezone: String?
  private(set) var problems: [Problem] = []
  private var (texts, known, events) = (0, 0, 0)
  /// Articles of one text that have come so far.
  private var group: [EventLines.Entry] = []
  private var lines: [LogLine] = []

  /// Events that are added together.
  private static let batch = 256

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

  mutating func add(_ text: ReceivedArticle) throws(DeskError) {
    if try shelf.add(text) { texts += 1 } else { known += 1 }
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
    try send()
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
      lines.append(LogLine(id: LogIdentity(content: text), kind: .source, text: text))
    }
    for entry in taken.acts {
      var line = LogLine(entry)
      if entry.author != log.database.user { line.author = entry.author }
      lines.append(line)
    }
    problems += taken.damage.map { Problem(path, line: $0.line, .damagedLine($0.reason)) }
    if lines.count >= DeskImporter.batch { try send() }
  }

  /// Adds the articles of one text.
  private mutating func flush() throws(DeskError) {
    guard let digest = group.first?.article.id.digest else { return }
    defer { group = [] }
    let text = DeskLines.text(group.map { ($0.article, $0.claims, $0.story) })
    // Before the first reader of the desk: whatever a worker reads of the text takes its place.
    let reading = LogReading(digest: digest, generation: 0, place: try shelf.number(of: digest))
    lines.append(LogLine(id: LogIdentity(content: text), kind: .article, reading: reading, text: text))
    try send()
  }

  private mutating func send() throws(DeskError) {
    events += try log.append(lines)
    lines = []
  }
}
