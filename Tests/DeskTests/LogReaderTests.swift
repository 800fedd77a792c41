import Desk
import Formats
import LineExamples
import Situation
import Testing

/// The events of a log that a board takes, and those that it refuses.
@Suite struct LogReaderTests {
  private func record(_ position: Int64, _ entry: OperatorEntry, by author: String) -> LogRecord {
    LogRecord(
      position: position, id: LogIdentity(entry), kind: .act, author: author, text: EventLines.line(entry))
  }

  private func record(_ position: Int64, _ kind: LogKind, _ text: String, _ reading: LogReading? = nil) -> LogRecord {
    LogRecord(
      position: position, id: LogIdentity(), kind: kind, reading: reading, author: "worker", text: Array(text.utf8))
  }

  /// The event lines of the two dispatches, without the first line.
  private func lines() throws -> String {
    var text = ""
    var writer = EventLineWriter()
    let store = try TwoDispatches.store()
    try writer.write(try TwoDispatches.article(), store.events.map(\.claim)) { (line: [UInt8]) throws in
      text += String(decoding: line, as: UTF8.self)
    }
    return text
  }

  private let digest = String(repeating: "ab", count: 32)

  @Test func `an act bears the name that the server knows`() {
    var reader = LogReader()
    let news = reader.take(record(7, Example.note("hello", author: "forged"), by: "ann"))
    #expect(news.acts.map(\.author) == ["ann"])
    #expect(news.acts.map(\.text) == ["hello"])
    #expect(news.problems == [])
    #expect(reader.last?.position == 7)
  }

  @Test func `nobody adds to the journal of another`() {
    var reader = LogReader()
    _ = reader.take(record(1, Example.note("mine"), by: "ann"))
    let forged = OperatorEntry(
      id: ArticleID(digest: Example.journal(1), story: 2), author: "ann", at: Instant(seconds: 1_741_838_408),
      offset: .zero, act: .undo(1))
    let news = reader.take(record(2, forged, by: "eve"))
    #expect(news.acts.isEmpty)
    #expect(news.problems == ["event 2, added by eve: it is an entry in the journal of ann; it is not taken"])
    #expect(reader.take(record(3, forged, by: "ann")).acts.count == 1)
  }

  @Test(arguments: ["", "\n", "not JSON\n", "{}\n", "{\"event\":\"claim\"}\n", "\u{0}", "[[[[[[[[[[\n"])
  func `a line that is none is refused, and the next is taken`(_ text: String) {
    var reader = LogReader()
    let news = reader.take(record(1, .act, text))
    #expect(news.acts.isEmpty)
    #expect(news.problems.count == 1)
    #expect(reader.take(record(2, Example.note("after"), by: "ann")).acts.count == 1)
  }

  @Test func `two acts in one event, or an article with an act, are refused`() throws {
    var reader = LogReader()
    let acts = (1...2).map { String(decoding: EventLines.line(Example.note("a", entry: $0)), as: UTF8.self) }
    #expect(reader.take(record(1, .act, acts.joined())).acts.isEmpty)
    let mixed = reader.take(record(2, .act, try lines() + acts[0]))
    #expect(mixed.acts.isEmpty && mixed.articles.isEmpty)
    #expect(mixed.problems == ["event 2, added by worker: it is not one act; it is not taken"])
  }

  @Test func `an article comes with its claims, and a newer reading takes its place`() throws {
    var reader = LogReader()
    let text = try lines()
    let first = reader.take(record(1, .article, text, LogReading(digest: digest, generation: 1)))
    #expect(first.articles.map(\.claims.count) == [try TwoDispatches.store().events.count])
    #expect(first.superseded.isEmpty)
    let id = ArticleID(digest: digest)
    let newer = reader.take(record(2, .article, text, LogReading(digest: digest, generation: 2)))
    #expect(newer.superseded == [id])
    #expect(newer.articles.count == 1)
    // A late reading by an older reader does not count.
    let older = reader.take(record(3, .article, text, LogReading(digest: digest, generation: 1)))
    #expect(older.articles.isEmpty && older.superseded.isEmpty && older.problems.isEmpty)
  }

  @Test func `an article of another text than the event names is refused`() throws {
    var reader = LogReader()
    let other = String(repeating: "cd", count: 32)
    let news = reader.take(record(1, .article, try lines(), LogReading(digest: other, generation: 1)))
    #expect(news.articles.isEmpty)
    #expect(news.problems == ["event 1, added by worker: it gives articles of another text; it is not taken"])
  }
}
