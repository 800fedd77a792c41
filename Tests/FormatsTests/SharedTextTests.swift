import Formats
import Situation
import Testing

/// Stories of one file have its text in common: in memory, in event lines, and after reading them.
@Suite struct SharedTextTests {
  private static let digest = String(repeating: "c", count: 64)

  /// A file of stories, each "Ten were freed.\n" with one claim on it.
  private static func store(stories: Int) -> EventStore {
    let text = Array(String(repeating: "Ten were freed.\n", count: stories).utf8)
    var store = EventStore()
    for story in 1...stories {
      let id = ArticleID(digest: digest, story: story)
      let start = (story - 1) * 16
      let claim = Claim(
        .count(Count(.rescued, "people", .people, .exactly(10))),
        receipt: Receipt(article: id, span: start..<start + 15, rule: "by hand"))
      store.append(Article(id: id, path: "all.txt", text: text, body: start..<start + 16), claims: [claim])
    }
    return store
  }

  private static func lines(_ store: EventStore) -> [UInt8] {
    var bytes: [UInt8] = []
    EventLines.write(store) { bytes += $0 }
    return bytes
  }

  @Test func `twice the stories make twice the lines and not four times`() {
    let (some, more) = (
      SharedTextTests.lines(Self.store(stories: 200)), SharedTextTests.lines(Self.store(stories: 400))
    )
    #expect(more.count < some.count * 21 / 10)
    let texts = String(decoding: some, as: UTF8.self).split(separator: "\n").filter { $0.contains(#""text":"Ten"#) }
    #expect(texts.count == 1)
  }

  @Test func `what is written once is read into every story, and held once`() throws {
    let store = Self.store(stories: 5)
    let read = EventLines.read(SharedTextTests.lines(store))
    #expect(read.damage.isEmpty)
    #expect(read.entries.map(\.article) == store.articles)
    #expect(read.entries.map(\.claims) == store.articles.map { store.events(of: $0.id).map(\.claim) })
    let places = Set(read.entries.map { $0.article.text.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) } })
    #expect(places.count == 1)
  }

  @Test func `a text that was written with every story is held once as well`() throws {
    let store = Self.store(stories: 3)
    var bytes = EventLines.firstLine
    for article in store.articles {
      var writer = EventLineWriter()
      writer.write(article, store.events(of: article.id).map(\.claim)) { bytes += $0 }
    }
    let read = EventLines.read(bytes)
    #expect(read.damage.isEmpty)
    #expect(read.entries.map(\.article) == store.articles)
    let places = Set(read.entries.map { $0.article.text.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) } })
    #expect(places.count == 1)
  }

  @Test func `a story without a text stands after one of the same file, or is refused`() throws {
    var lines = SharedTextTests.lines(Self.store(stories: 2)).split(separator: 0x0A).map { Array($0) }
    lines.removeSubrange(1...2)
    let read = EventLines.read(Array(lines.joined(separator: [0x0A])))
    #expect(read.entries.isEmpty)
    #expect(read.damage.first?.reason == "\"text\" is null, and no article with the same digest stands before it")
  }
}
