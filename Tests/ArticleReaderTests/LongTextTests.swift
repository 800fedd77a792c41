import ArticleReader
import Situation
import Testing

/// Texts so long that anything that is done for each sentence over the whole text would take hours.
@Suite struct LongTextTests {
  @Test(.timeLimit(.minutes(5)))
  func `a text is explained in a time that grows as the text does`() throws {
    let text = String(repeating: "a\n", count: 100_000) + "Ten passengers were killed.\n"
    let article = Article(id: ArticleID(digest: "test"), path: "test", text: Array(text.utf8))
    let reader = try ReaderFixture.reader.get()
    let explanations = reader.explain(article)
    #expect(explanations.last?.lines == 100_001...100_001)
    #expect(explanations.last?.claims.count == 1)
    #expect(explanations.count > 1)
    #expect(reader.explain(article, line: 100_001).count == 1)
  }
}
