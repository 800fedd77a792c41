import ArticleReader
import Situation
import Testing

/// Texts so long that anything that is done for each sentence over the whole text would take far too long.
@Suite struct LongTextTests {
  @Test(.timeLimit(.minutes(2)))
  func `a text is explained in a time that grows as the text does`() throws {
    let text = String(repeating: "a\n", count: 20_000) + "Ten passengers were killed.\n"
    let article = Article(id: ArticleID(digest: "test"), path: "test", text: Array(text.utf8))
    let reader = try ReaderFixture.reader.get()
    var (last, told) = (Explanation?.none, 0)
    reader.explain(article) { explanation in
      (last, told) = (explanation, told + 1)
      return true
    }
    #expect(told > 1)
    #expect(last?.lines == 20_001...20_001)
    #expect(last?.claims.count == 1)
    var lines: [ClosedRange<Int>] = []
    reader.explain(article, line: 20_001) { explanation in
      lines.append(explanation.lines)
      return true
    }
    #expect(lines == [20_001...20_001])
  }

  @Test func `an explanation that is not wanted any more ends`() throws {
    let text = String(repeating: "Ten passengers were killed.\n", count: 100)
    let article = Article(id: ArticleID(digest: "test"), path: "test", text: Array(text.utf8))
    var told = 0
    try ReaderFixture.reader.get().explain(article) {
      #expect($0.claims.count == 1)
      told += 1
      return told < 3
    }
    #expect(told == 3)
  }
}
