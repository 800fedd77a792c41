import Situation
import Testing

@testable import ArticleReader

struct LexiconTests {
  @Test func `every category has a bit in a set, and only those that lie over the text share one`() {
    let bits = Category.allCases.map(\.bit)
    #expect(bits.allSatisfy { !$0.isEmpty })
    #expect(Set(bits).count == bits.count - 4)
    for category in [Category.cue, .matter, .turn, .state] { #expect(category.bit == Category.doubt.bit) }
  }

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

  private static let words = """
    [irregular verbs]
    zap - - zapt   # the third person and the -ing form follow the rules
    [status verb status=killed kind=object]
    zap
    blork
    zap and blork
    wildly zap
    [person class=attackers]
    zorker, zorkii -> raider
    hill zork
    """

  /// A text, and how many were killed by it.
  @Test(arguments: [
    ("Troops zapt 12 zorkii on Monday, the army said.", 12), ("Soldiers blorked one zorker, the army said.", 1),
    ("The army said that 12 zorkii were zapt.", 12), ("The army zapt and blorked 7 zorkii on Monday, it said.", 7),
    ("Police wildly zapt 4 hill zorks, officials said.", 4),
  ])
  func `words of a further file are read like those that are built in`(_ text: String, _ number: Int) throws {
    let killed = try ReaderFixture.claims(text, words: LexiconTests.words).compactMap(\.count)
      .filter { $0.status == .killed }
    #expect(killed.map(\.figure) == [.exactly(number)], "\(killed)")
    #expect(killed.map(\.subjectClass) == [.attackers])
    #expect(try ReaderFixture.claims(text).allSatisfy { $0.count?.subjectClass != .attackers })
  }

  @Test func `a further file leaves the words that are there as they are`() throws {
    let text = "Gunmen killed 21 passengers and held 214 hostages, the BLA said on Tuesday."
    #expect(try ReaderFixture.claims(text, words: LexiconTests.words) == ReaderFixture.claims(text))
  }
}

/// The chapter on the lexicon in `docs/formats.md` names all that a file may hold.
struct LexiconPageTests {
  @Test func `every section and attribute of the lexicon is documented, and none that does not exist`() throws {
    let page = try String(contentsOf: ReaderFixture.root.appending(path: "docs/formats.md"), encoding: .utf8)
    let chapter = try #require(page.components(separatedBy: "\n## ").first { $0.hasPrefix("The lexicon\n") })
    // Sections are told in the sentences that list them and in the first column of the table.
    var named: Set<String> = []
    for line in chapter.split(separator: "\n") {
      if line.hasPrefix("Sections of verbs") || line.hasPrefix("The others are closed classes") {
        named.formUnion(line.matches(of: /`([a-z ]+)`/).map { String($0.1) })
      } else if line.hasPrefix("| `"), let cell = line.split(separator: "|").first, !cell.contains("class") {
        named.formUnion(cell.matches(of: /`([a-z ]+)`/).map { String($0.1) })
      }
    }
    let attributes: Set = ["status", "side", "kind", "number", "end"]
    #expect(named.subtracting(attributes) == Set(Category.allCases.map(\.sectionName)))
    for attribute in attributes.union(["class"]) { #expect(chapter.contains("| `\(attribute)`") || attribute == "end") }
  }
}
