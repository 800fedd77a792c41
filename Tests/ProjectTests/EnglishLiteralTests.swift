import Testing

/// A word is the lexicon's business: a rule that names it can be changed by nobody who only knows words.
@Suite struct EnglishLiteralTests {
  /// Words in small letters within quotation marks when this test came, by folder of the reader. The number goes down as
  /// words move into the lexicon, and never up.
  static let most = ["Chunks": 132, "Decisions": 18, "Discourse": 250, "Rules": 758, "Words": 42]

  /// How many a source names, without its comments, its examples, and the names of its rules.
  static func count(in text: String) -> Int {
    text.split(separator: "\n").reduce(0) { sum, line in
      let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)[0]
      guard !code.contains("Example("), !code.contains("examples"), !code.contains("name:"), !code.contains("rule:")
      else {
        return sum
      }
      return sum + code.matches(of: #/"[a-z][a-z' -]*"/#).count
    }
  }

  @Test func `words are counted without what only tells of them`() {
    let text = """
      // "toll"
      Example("killed", "two"),
      if sentence.isWord(term, "past") || sentence.isWord(term, "so far") { return "X" }
      """
    #expect(EnglishLiteralTests.count(in: text) == 2)
  }

  @Test func `the rules, chunks and discourse name no more words than they did`() throws {
    var counts: [String: Int] = [:]
    for file in try Repository.files(in: "Sources/ArticleReader", extension: "swift") {
      guard let folder = file.split(separator: "/").first.map(String.init), folder != file else { continue }
      counts[folder, default: 0] += EnglishLiteralTests.count(
        in: try Repository.text("Sources/ArticleReader/" + file))
    }
    for (folder, count) in counts.sorted(by: { $0.key < $1.key }) {
      let most = EnglishLiteralTests.most[folder, default: 0]
      #expect(count <= most, "\(folder) names \(count) words: put them into the lexicon")
      #expect(most - count < 20, "\(folder) names \(count) words by now: write that down")
    }
  }
}
