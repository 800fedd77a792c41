import Intake
import LineExamples
import Situation
import Testing

@Suite struct FeedTests {
  @Test func `each item of an RSS feed is a story`() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Quetta Desk</title>
      <link>https://example.org</link>
      <item><title>Train halted</title><link>https://example.org/1</link><pubDate>Tue, 11 Mar 2025 15:20:00 +0500</pubDate>
      <description>Short.</description>
      <content:encoded><![CDATA[<p>Ten held &amp; five freed.</p><p>More later.</p>]]></content:encoded></item>
      <item><title>Two &amp;amp; three</title><description>&lt;p&gt;Five &lt;b&gt;freed&lt;/b&gt;.&lt;/p&gt;</description></item>
      <item><title>Nothing</title></item>
      </channel></rss>
      """
    let stories = StoryTests.articles(text, name: "news.xml")
    #expect(stories.map(\.id.story) == [1, 2])
    #expect(stories.map(\.title) == ["Train halted", "Two & three"])
    #expect(stories.map(\.outlet) == ["Quetta Desk", "Quetta Desk"])
    #expect(stories.map(\.url) == ["https://example.org/1", nil])
    #expect(stories.map { $0.date.written.to } == ["2025-03-11T15:20+05:00", nil])
    #expect(stories.map { $0.quote($0.body) } == ["Ten held & five freed.\nMore later.\n", "Five freed.\n"])
    #expect(stories.first?.notices == ["1 item has no text and was passed over", "holds 3 stories"])
    #expect(
      stories.first.map { String(decoding: $0.text, as: UTF8.self) } == """
        Title: Train halted
        Outlet: Quetta Desk
        Date: 2025-03-11T15:20:00+05:00
        Url: https://example.org/1

        Ten held & five freed.
        More later.

        \u{0C}
        Title: Two & three
        Outlet: Quetta Desk

        Five freed.

        """)
  }

  @Test func `each entry of an Atom feed is a story`() throws {
    let text = """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title><updated>2025-03-13T00:00:00Z</updated>
      <entry><title type="html">A &lt;i&gt;train&lt;/i&gt;</title><link rel="self" href="https://example.org/s"/>
      <link href="https://example.org/1"/><updated>2025-03-12T10:00:00Z</updated>
      <published>2025-03-11T10:00:00Z</published><content type="html">&lt;p&gt;Ten held.&lt;/p&gt;</content></entry>
      <entry><title>B</title><updated>2025-03-12T10:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Five <b>freed</b>.</p><p>So.</p></div></content></entry>
      <entry><title>C</title><summary>3 &lt; 5, he said.</summary></entry></feed>
      """
    let stories = StoryTests.articles(text)
    #expect(stories.map(\.title) == ["A train", "B", "C"])
    #expect(stories.map(\.url) == ["https://example.org/1", nil, nil])
    #expect(stories.map { $0.date.written.to } == ["2025-03-11T10:00Z", "2025-03-12T10:00Z", nil])
    #expect(stories.map { $0.quote($0.body) } == ["Ten held.\n", "Five freed.\nSo.\n", "3 < 5, he said.\n"])
  }

  @Test(arguments: [
    ("Wed, 12 Mar 2025 09:10:00 GMT", "2025-03-12T09:10Z"), ("12 Mar 2025 09:10 EST", "2025-03-12T09:10-05:00"),
    ("Wed, 12 Mar 2025 09:10:30 -0330", "2025-03-12T09:10:30-03:30"), ("2025-03-12T09:10:00.25Z", "2025-03-12T09:10Z"),
  ])
  func `dates of feeds are read`(date: String, expected: String) throws {
    let story = try #require(
      StoryTests.articles(
        "<rss><channel><item><pubDate>\(date)</pubDate><description>A.</description></item></channel></rss>"
      )
      .first)
    #expect(story.date.written.to == expected)
  }

  @Test(arguments: ["Wed, 32 Mar 2025 09:10:00 GMT", "12 Mar 2025 09:10 XST", "yesterday", "12 Mar 25 09:10 GMT"])
  func `a date that is none is told and not guessed`(date: String) throws {
    let story = try #require(
      StoryTests.articles(
        "<rss><channel><item><pubDate>\(date)</pubDate><description>A.</description></item></channel></rss>"
      )
      .first)
    #expect(story.date == .unknown)
    #expect(story.notices.first?.hasPrefix("the date \"\(date)\" was not understood") == true)
  }

  @Test func `a feed that breaks off gives what came before, and says so`() throws {
    let text = "<rss><channel><item><description>Ten held.</description></item><item><description>Five &bad; x"
    let stories = StoryTests.articles(text)
    #expect(stories.map { $0.quote($0.body) } == ["Ten held.\n"])
    #expect(stories.first?.notices == ["not well formed: what follows the damage was not read"])
  }

  @Test func `XML that is no feed is refused`() {
    let problems = Intake.load([(name: "a.xml", bytes: Array("<data><item>Ten.</item></data>".utf8))]).problems
    #expect(problems.map(\.kind) == [.noStory("XML that is no feed in RSS or Atom")])
  }

  @Test(.timeLimit(.minutes(1))) func `entities of a document's own are never expanded`() {
    var text = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"ha\">"
    for level in 1...20 {
      text += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
    }
    text += "]><rss><channel><item><description>&a20;</description></item></channel></rss>"
    let outside =
      "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><description>&x;</description></item></channel></rss>"
    for hostile in [text, outside] {
      let problems = Intake.load([(name: "a.xml", bytes: Array(hostile.utf8))]).problems
      #expect(
        problems.map(\.kind) == [
          .noStory(
            "XML that is no feed in RSS or Atom (declares entities or elements of its own: what follows was not read)")
        ])
    }
  }

  @Test(.timeLimit(.minutes(1))) func `of a hundred thousand items a thousand are read, and that is told`() throws {
    let item = "<item><title>T</title><description>Ten held.</description></item>"
    let text = "<rss><channel><title>D</title>" + String(repeating: item, count: 100_000) + "</channel></rss>"
    let stories = StoryTests.articles(text)
    #expect(stories.count == 1000)
    #expect(stories.last?.id.story == 1000)
    #expect(stories.first?.notices == ["holds 100000 stories: only the first 1000 were read"])
  }

  @Test func `a folder gives pages and feeds too`() throws {
    let folder = try TemporaryFolder()
    for name in ["a.html", "b.htm"] { try folder.file(name, "<p>Ten held.</p>") }
    for name in ["c.xml", "d.rss", "e.atom"] {
      try folder.file(name, "<rss><channel><item><description>Ten held.</description></item></channel></rss>")
    }
    let result = Intake.load([folder.path])
    #expect(result.problems.isEmpty)
    #expect(result.entries.map { $0.article.quote($0.article.body) } == Array(repeating: "Ten held.\n", count: 5))
  }
}
