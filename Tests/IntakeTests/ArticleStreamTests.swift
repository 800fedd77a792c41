import Formats
import Intake
import LineExamples
import Situation
import Testing

@Suite struct ArticleStreamTests {
  /// What a stream gives when it comes in pieces of a size.
  private func read(_ bytes: [UInt8], pieces: Int, limits: IntakeLimits = .standard) -> ArticleStream.Taken {
    var stream = ArticleStream(options: IntakeOptions(limits: limits))
    var all = ArticleStream.Taken()
    func add(_ taken: ArticleStream.Taken) {
      all.entries += taken.entries
      all.acts += taken.acts
      all.problems += taken.problems
    }
    for start in stride(from: 0, to: bytes.count, by: pieces) {
      add(stream.take(bytes[start..<min(bytes.count, start + pieces)]))
    }
    add(stream.finish())
    return all
  }

  @Test func `articles are divided by form feeds, however the bytes come`() {
    let text = "Title: one\nOutlet: Desk\n\nFirst.\n\u{0C}\n\u{0C}Title: two\nOutlet: Desk\n\nSecond.\n\u{0C}Third."
    for size in [1, 3, 1000] {
      let taken = read(Array(text.utf8), pieces: size)
      #expect(taken.entries.map(\.article.title) == ["one", "two", nil])
      #expect(taken.entries.map(\.article.path) == ["-", "-", "-"])
      #expect(Set(taken.entries.map(\.article.id)).count == 3)
      #expect(taken.problems.isEmpty)
    }
  }

  @Test func `an article is there as soon as its form feed is`() {
    var stream = ArticleStream()
    #expect(stream.take(Array("First.".utf8)).entries.isEmpty)
    #expect(stream.take([0x0C]).entries.count == 1)
    #expect(stream.finish().entries.isEmpty)
  }

  @Test func `event lines are known by their beginning, and give the same store`() throws {
    let store = try TwoDispatches.store()
    var bytes: [UInt8] = []
    EventLines.write(store) { bytes += $0 }
    for size in [1, 7, 4096, bytes.count] {
      let taken = read(bytes, pieces: size)
      #expect(taken.entries.map(\.article) == store.articles)
      #expect(taken.entries.first?.claims == store.events.map(\.claim))
      #expect(taken.problems.isEmpty)
    }
  }

  @Test func `when event lines pause, the article that came is there`() throws {
    var bytes: [UInt8] = []
    EventLines.write(try TwoDispatches.store()) { bytes += $0 }
    var stream = ArticleStream()
    #expect(stream.take(bytes).entries.isEmpty)
    #expect(stream.awaitsPause)
    #expect(stream.pause().entries.first?.claims?.count == 23)
    #expect(stream.pause().entries.isEmpty)
  }

  @Test func `a damaged line is told with its number and loses only itself`() throws {
    var bytes: [UInt8] = []
    EventLines.write(try TwoDispatches.store()) { bytes += $0 }
    let taken = read(bytes + Array("not json\n".utf8), pieces: 100)
    #expect(taken.entries.count == 1)
    #expect(taken.problems.map(\.line) == [26])
  }

  @Test func `an article over the limit is told, not kept, and the next one is read`() {
    let text = String(repeating: "x", count: 5000) + "\u{0C}Short.\u{0C}"
    let taken = read(Array(text.utf8), pieces: 512, limits: IntakeLimits(article: 1000))
    #expect(taken.entries.count == 1)
    #expect(taken.problems.count == 1)
  }
}
