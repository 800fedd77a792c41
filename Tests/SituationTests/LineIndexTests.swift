import LineExamples
import Situation
import Testing

@Suite struct LineIndexTests {
  @Test func `the line of any byte is the one that counting from the beginning gives`() {
    var generator = SeededGenerator(seed: 7)
    for count in [0, 1, 2, 511, 512, 513, 1023, 1024, 1025, 5000] {
      let text = (0..<count).map { _ in UInt8.random(in: 0...3, using: &generator) == 0 ? 0x0A : UInt8(ascii: "a") }
      let article = Article(id: ArticleID(digest: String(repeating: "a", count: 64)), path: "a.txt", text: text)
      let index = LineIndex(text)
      for offset in -1...count + 1 { #expect(index.line(of: offset) == article.line(of: offset)) }
    }
  }

  @Test func `an index is of the text that it was made from`() {
    #expect(LineIndex([0x61, 0x0A]).isOf([0x61, 0x0A]))
    #expect(!LineIndex([0x61, 0x0A]).isOf([0x61, 0x61]))
  }
}
