import Intake
import Situation
import Testing

@Suite struct StoryTests {
  static func articles(_ text: String, name: String = "a.txt") -> [Article] {
    Intake.load([(name: name, bytes: Array(text.utf8))]).entries.map(\.article)
  }

  @Test func `a second header block begins a second story`() {
    let text =
      "Title: One\nDate: 2025-03-11T10:00Z\n\nTen held.\n\nTitle: Two\nDate: 2025-03-12T10:00Z\n\nFive freed.\n"
    let stories = StoryTests.articles(text)
    #expect(stories.map(\.id.story) == [1, 2])
    #expect(stories.map(\.title) == ["One", "Two"])
    #expect(stories.map { $0.date.written.to } == ["2025-03-11T10:00Z", "2025-03-12T10:00Z"])
    #expect(stories.map { $0.quote($0.body) } == ["Ten held.\n\n", "Five freed.\n"])
    #expect(stories.allSatisfy { $0.text == Array(text.utf8) })
    #expect(Set(stories.map(\.id.digest)).count == 1)
    #expect(stories.map(\.notices) == [["holds 2 stories"], []])
  }

  @Test func `a form feed divides stories, with a header or without`() {
    let stories = StoryTests.articles("Ten held.\n\u{0C}\nTitle: Two\n\nFive freed.\n\u{0C}Last.\u{0C}")
    #expect(stories.map(\.id.story) == [1, 2, 3])
    #expect(stories.map(\.title) == [nil, "Two", nil])
    #expect(stories.map { $0.quote($0.body) } == ["Ten held.\n", "Five freed.\n", "Last."])
  }

  @Test(arguments: [
    "Ten held.\n\nTitle: one line of a text\n\nMore.", "Ten held.\nTitle: A\nUrl: B\n\nMore.",
    "Ten held.\n\nTitle: A\nNote: B\nUrl: C\n\nMore.", "Ten held.\n\nTitle: A\nUrl: B\nMore.",
    "Ten held.\n\nTitle: A\nUrl: B\n\n", "Ten held.\n\nDate: A\nUrl: B\n\nMore.",
  ])
  func `what is not a whole header block with text after it divides nothing`(text: String) {
    let stories = StoryTests.articles(text)
    #expect(stories.count == 1)
    #expect(stories.first?.body == 0..<text.utf8.count)
  }

  @Test func `a story without text is passed over and told`() {
    let stories = StoryTests.articles("Ten held.\u{0C}Title: Two\n\n\u{0C}Three.")
    #expect(stories.map(\.id.story) == [1, 3])
    #expect(stories.first?.notices == ["story 2 has no text and was passed over", "holds 3 stories"])
  }

  @Test func `no more than a thousand stories are read of one file, and that is told`() {
    let stories = StoryTests.articles(String(repeating: "A.\u{0C}", count: 100_000))
    #expect(stories.count == 1000)
    #expect(stories.first?.notices == ["holds 100000 stories: only the first 1000 were read"])
    #expect(stories.last?.body.count == 2)
  }

  @Test func `front matter is the header of a Markdown file`() throws {
    let text =
      "---\ntitle: \"Train: halted\"\nlayout: post\ndate: 2025-03-11T10:00Z\nurl: 'https://example.org/a'\n---\n\n**Ten** held.\n"
    let article = try #require(StoryTests.articles(text, name: "a.md").first)
    #expect(article.title == "Train: halted")
    #expect(article.date.written.to == "2025-03-11T10:00Z")
    #expect(article.url == "https://example.org/a")
    #expect(article.quote(article.body) == "\n**Ten** held.\n")
    #expect(article.text == Array(text.utf8))
    #expect(article.notices == ["front matter: 1 other line passed over"])
  }

  @Test func `a first heading is the title of a Markdown file`() throws {
    let article = try #require(StoryTests.articles("\n# Train halted #\n\nTen held.\n", name: "a.MD").first)
    #expect(article.title == "Train halted")
    #expect(article.titleSpan == 3..<15)
    #expect(article.quote(article.body) == "\nTen held.\n")
    let second = try #require(StoryTests.articles("Ten held.\n\n# Not first\n", name: "a.md").first)
    #expect(second.title == nil)
    let plain = try #require(StoryTests.articles("# Train halted\n\nTen held.\n").first)
    #expect(plain.title == nil)
  }

  @Test func `a heading that repeats the title is no text, and another one is`() throws {
    let same = try #require(StoryTests.articles("---\ntitle: T\n---\n# T\nText.\n", name: "a.md").first)
    #expect(same.quote(same.body) == "Text.\n")
    let other = try #require(StoryTests.articles("---\ntitle: T\n---\n# U\nText.\n", name: "a.md").first)
    #expect(other.quote(other.body) == "# U\nText.\n")
  }

  @Test func `front matter that nothing ends is text`() throws {
    let text = "---\ntitle: T\nText.\n"
    let article = try #require(StoryTests.articles(text, name: "a.md").first)
    #expect(article.title == nil)
    #expect(article.body == 0..<text.utf8.count)
  }
}
