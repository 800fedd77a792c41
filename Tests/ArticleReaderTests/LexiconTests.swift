import ArticleReader
import Situation
import Testing

struct LexiconTests {
  @Test func `the built-in lexicon has no bad line`() throws {
    _ = try ReaderFixture.reader.get()
  }

  @Test(arguments: [
    ("[no such section]\nword\n", 1), ("# a comment\n\nword\n", 3), ("[person class=people]\nman,,men\n", 2),
    ("[person class=dragons]\n", 1), ("[person colour=red]\n", 1), ("[irregular verbs]\ngo goes\nwent\n", 3),
    ("[cardinal]\nninety | number=x\n", 2),
  ])
  func `a bad line is an error with its file and line`(_ text: String, _ line: Int) {
    #expect {
      try Lexicon(files: [("mine.txt", Array(text.utf8))])
    } throws: { error in
      guard let error = error as? LexiconError else { return false }
      return error.file == "mine.txt" && error.line == line && !error.message.isEmpty
        && error.description.hasPrefix("mine.txt:\(line): ")
    }
  }
}
