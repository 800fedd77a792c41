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
      <item><title/><guid>3</guid></item>
      </channel></rss>
      """
    let stories = StoryTests.articles(text, name: "news.xml")
    #expect(stories.map(\.id.story) == [1, 2])
    #expect(stories.map(\.title) == ["Train halted", "Two & three"])
    #expect(stories.map(\.outlet) == ["Quetta Desk", "Quetta Desk"])
    #expect(stories.map(\.url) == ["https://example.org/1", nil])
    #expect(stories.map { $0.date.written.to } == ["2025-03-11T15:20+05:00", nil])
    #expect(stories.map { $0.quote($0.body) } == ["Ten held & five freed.\nMore later.\n", "Five freed.\n"])
    #expect(stories.first?.notices == ["1 item has no text and was passed over"])
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
    ("12 Mar 25 09:10 GMT", "2025-03-12T09:10Z"), ("Wed Mar 12 09:10:30 2025", "2025-03-12T09:10:30Z"),
    ("Wednesday, 12-Mar-25 09:10:00 PKT", "2025-03-12T09:10+05:00"), ("2025-3-2", "2025-03-02"),
    ("12 mars 2025 09:10:60 +0100", "2025-03-12T09:10:59+01:00"),
    ("20250312T091000Z", "2025-03-12T09:10Z"), ("2025-03-12 09:10:00 +0500", "2025-03-12T09:10+05:00"),
    ("March 12, 2025 9:10 pm EDT", "2025-03-12T21:10-04:00"), ("12th March 2025", "2025-03-12"),
    ("Wed, 12 Mar 2025 09:10:00 +0000 (UTC)", "2025-03-12T09:10Z"), ("2025/03/12 9:10 CET", "2025-03-12T09:10+01:00"),
    ("Fri, 2025/03/14 08:19:53 EDT", "2025-03-14T08:19:53-04:00"), ("2025-03-12T09:10GMT+5", "2025-03-12T09:10+05:00"),
    ("Τετ, 12 Μαρ 2025 09:10 EET", "2025-03-12T09:10+02:00"), ("mercredi, 12 mars 2025", "2025-03-12"),
    ("2025-augusztus-12T9:15+02:00", "2025-08-12T09:15+02:00"), ("2025-012-31T09:10:00Z", "2025-12-31T09:10Z"),
    ("2025년 3월 12일 09:10", "2025-03-12T09:10+09:00"), ("2025-03-12 오후 9:10:00", "2025-03-12T21:10+09:00"),
    ("2025年3月12日 下午 9:10", "2025-03-12T21:10Z"),
    // In any other order of day, month and year it has not come yet, or was before there was a web.
    ("03-12-31", "2003-12-31"), ("991231", "1999-12-31"), ("99-10-05T09:10Z", "1999-10-05T09:10Z"),
  ])
  func `dates of feeds are read`(date: String, expected: String) throws {
    let story = try #require(
      StoryTests.articles(
        "<rss><channel><item><pubDate>\(date)</pubDate><description>A.</description></item></channel></rss>"
      )
      .first)
    #expect(story.date.written.to == expected)
  }

  @Test(arguments: [
    "Wed, 32 Mar 2025 09:10:00 GMT", "12 Mar 2025 09:10 XST", "yesterday", "03/04/2025", "2025-03",
    "12 Mar 2025 09:10:61 GMT", "March 2025",
    "12 Mar 2025 13:10 pm", "25-03-12", "031005", "03-12-32", "12 Mar 1950 09:10 ET", "2025-03-12 오후 13:10",
  ])
  func `a date that is none is told and not guessed`(date: String) throws {
    let story = try #require(
      StoryTests.articles(
        "<rss><channel><item><pubDate>\(date)</pubDate><description>A.</description></item></channel></rss>"
      )
      .first)
    #expect(story.date == .unknown)
    #expect(story.notices.first?.hasPrefix("the date \"\(date)\" was not understood") == true)
  }

  @Test(arguments: [
    // In 2025 the clocks changed on 9 March and 2 November, in 2006 on 2 April and 29 October.
    ("8 Mar 2025 23:00 ET", "-05:00"), ("9 Mar 2025 01:59 ET", "-05:00"), ("9 Mar 2025 03:00 ET", "-04:00"),
    ("2 Nov 2025 00:30 ET", "-04:00"), ("2 Nov 2025 02:00 ET", "-05:00"), ("1 Apr 2006 12:00 ET", "-05:00"),
    ("2 Apr 2006 12:00 ET", "-04:00"), ("28 Oct 2006 12:00 ET", "-04:00"), ("29 Oct 2006 12:00 ET", "-05:00"),
    ("12 Jan 2025 09:10 CT", "-06:00"), ("12 Jul 2025 09:10 MT", "-06:00"), ("12 Jul 2025 09:10 PT", "-07:00"),
    ("12 Jan 2025 09:10 AT", "-04:00"),
  ])
  func `a zone without a season has that of the day`(date: String, offset: String) throws {
    let story = try #require(
      StoryTests.articles("<rss><channel><item><title>A</title><pubDate>\(date)</pubDate></item></channel></rss>").first
    )
    #expect(story.date.written.to?.hasSuffix(offset) == true)
  }

  @Test func `of several dates of an item that of its publication stands, and of several of a kind the last`() {
    let items = [
      "<issued>2025-03-10</issued><published>2025-03-11</published>",
      "<published>2025-03-11</published><updated>2025-03-13</updated><issued>2025-03-10</issued>",
      "<created>2025-03-09</created><created>2025-03-11</created>",
      "<published>soon</published><updated>2025-03-11</updated>",
      "<updated>2025-03-11</updated><published>soon</published>",
    ]
    for item in items {
      let text = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>A</title>\(item)</entry></feed>"
      #expect(StoryTests.articles(text).map(\.date.written.to) == ["2025-03-11"], "\(item)")
    }
  }

  @Test(arguments: [
    ("<title>History of the &lt;blink&gt; tag</title>", "History of the <blink> tag"),
    ("<title>Ten &lt;b&gt;held&lt;/b&gt;</title>", "Ten held"), ("<title>Bangs &amp;amp; fire</title>", "Bangs & fire"),
    ("<title>Bangs &amp; fire</title>", "Bangs & fire"),
    ("<title type=\"html\">History of the &lt;blink&gt; tag</title>", "History of the tag"),
    ("<title type=\"xhtml\"><div>The &lt;blink&gt; <b>tag</b></div></title>", "The <blink> tag"),
    ("<title type=\"application/xhtml+xml\"><div>The &lt;blink&gt; tag</div></title>", "The <blink> tag"),
    ("<title type=\"xhtml\"><div>Ten<script>x = '&lt;p>';</script> held</div></title>", "Ten held"),
    ("<title type=\"html\">Ten&lt;object classid=\"x\"> held</title>", "Ten held"),
    ("<title type=\"html\">&lt;h1&gt;Ten held&lt;/h1&gt;&lt;p&gt;Five freed&lt;/p&gt;</title>", "Ten held Five freed"),
    ("<title type=\"application/octet-stream\">\n VGVuIDxiPmhlbGQ8L2I+\n</title>", "Ten held"),
    ("<title type=\"application/octet-stream\">Ten, held</title>", "Ten, held"),
    ("<media:title>Five freed</media:title><title>Ten held</title>", "Ten held"),
    ("<media:title>Ten held</media:title>", "Ten held"),
  ])
  func `a title is read in the way that it is written`(title: String, expected: String) {
    let text = """
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
      <entry>\(title)<summary>Ten held.</summary></entry></feed>
      """
    #expect(StoryTests.articles(text).map(\.title) == [expected])
  }

  @Test func `a text that is said to be no HTML is read as HTML where it plainly is`() {
    let summaries = [
      "&lt;p>Ten held.&lt;/p>", "Ten held.", "3 &lt; 5 &amp; 7 &gt; 5.", "Bangs &amp;amp; fire.", "a &amp; b; c.",
    ]
    let entries = summaries.map { "<entry><title>A</title><summary>\($0)</summary></entry>" }.joined()
    let stories = StoryTests.articles("<feed xmlns=\"http://www.w3.org/2005/Atom\">\(entries)</feed>")
    #expect(
      stories.map { $0.quote($0.body) } == [
        "Ten held.\n", "Ten held.\n", "3 < 5 & 7 > 5.\n", "Bangs & fire.\n", "a & b; c.\n",
      ])
  }

  @Test func `a picture in an entry is no text of it`() {
    let text = """
      <feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Ten held</title>
      <content type="image/png">iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk</content></entry></feed>
      """
    #expect(bodies(text) == ["Ten held"])
  }

  @Test func `an address is read as it stands`() {
    let links = ["https://example.org/?a=1&amp;copy=2", "https://example.org/?a=1&amp;amp;b=2"]
    let text = feed(links.map { "<item><title>A</title><link>\($0)</link></item>" }.joined())
    #expect(
      StoryTests.articles(text).map(\.url) == ["https://example.org/?a=1&copy=2", "https://example.org/?a=1&b=2"])
  }

  @Test func `a channel of the older kind, in capitals, is a feed`() throws {
    let text = """
      <?xml version="1.0"?><CHANNEL HREF="https://example.org/"><TITLE>Desk</TITLE>
      <ITEM HREF="https://example.org/1" LASTMOD="2025-03-12T09:10+05:00"><TITLE>Train halted</TITLE>
      <ABSTRACT>Ten held.</ABSTRACT></ITEM></CHANNEL>
      """
    let story = try #require(StoryTests.articles(text, name: "a.cdf").first)
    #expect([story.title, story.outlet, story.url] == ["Train halted", "Desk", "https://example.org/1"])
    #expect(story.date.written.to == "2025-03-12T09:10+05:00")
    #expect(story.quote(story.body) == "Ten held.\n")
  }

  @Test func `a feed that breaks off gives what came before, and says so`() throws {
    let text = "<rss><channel><item><description>Ten held.</description></item><item><description>Five &bad; x"
    let stories = StoryTests.articles(text)
    #expect(stories.map { $0.quote($0.body) } == ["Ten held.\n"])
    #expect(
      stories.first?.notices == [
        "not well formed: 1 mark was mended", "not well formed: 1 item that is damaged was left out",
      ])
  }

  private func feed(_ items: String...) -> String {
    "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Desk</title>" + items.joined() + "</channel></rss>"
  }

  private func bodies(_ text: String) -> [String] {
    StoryTests.articles(text).map { $0.quote($0.body).trimmingSuffix("\n") }
  }

  @Test func `what programs write wrongly in an item is mended, and nothing is lost`() {
    let text = feed(
      "<item><description>Bangs & fire: 12 killed.</description></item>",
      "<item><description>31&nbsp;killed &ndash; caf&eacute;.</description></item>",
      "<item><description>Control\u{01}mark: 3 held.</description></item>",
      "<item><description>No character&#0; and &#x1F; here: 4 held; &#147;five&#148;.</description></item>",
      "<item><description><![CDATA[Six & seven held.]]></description></item>")
    #expect(
      bodies(text) == [
        "Bangs & fire: 12 killed.", "31 killed – café.", "Control mark: 3 held.",
        "No character\u{FFFD} and \u{FFFD} here: 4 held; “five”.", "Six & seven held.",
      ])
    #expect(StoryTests.articles(text).first?.notices.first == "not well formed: 9 marks were mended")
  }

  @Test func `a damaged item is lost alone, and told`() {
    let text = feed(
      "<item><title>One</title><description>Ten held.</description></item>",
      "<item><title>Two</wrong><description>Five <b>freed.</description></item>",
      "<item><title>Three</title><description><![CDATA[<item>Six</item> held.]]></description></item>",
      "<item><title>Four</title><guid>x</guid", "<item><title>Five</title><description>Two dead.</description></item>")
    let stories = StoryTests.articles(text)
    #expect(stories.map(\.title) == ["One", "Three", "Five"])
    #expect(stories.map(\.outlet) == ["Desk", "Desk", "Desk"])
    #expect(stories.first?.notices.first == "not well formed: 2 items that are damaged were left out")
  }

  @Test(.timeLimit(.minutes(1))) func `hundreds of damaged items take no time`() {
    let text = feed(
      String(repeating: "<item><title>T</b></item><item><description>Ten held.</description></item>", count: 400))
    #expect(StoryTests.articles(text).count == 400)
  }

  @Test(arguments: [
    "<content:encoded>&lt;p>Ten held.&lt;/p></content:encoded><description>Short.</description>",
    "<itunes:summary>Ten held.</itunes:summary>", "<media:description>Ten held.</media:description>",
    "<dc:description>Ten held.</dc:description>", "<title>Ten held.</title>",
    "<content mode=\"base64\" type=\"text/html\">PHA+VGVuIGhlbGQuPC9wPg==</content>",
    "<title>Ten held. - Dawn</title><source url=\"https://example.org\">Dawn</source>"
      + "<description>&lt;a href=\"https://example.org/x\">Ten held.&lt;/a>&amp;nbsp;&lt;font>Dawn&lt;/font></description>",
  ])
  func `the text of an item is found wherever a feed puts it`(_ item: String) {
    #expect(bodies(feed("<item>\(item)</item>")) == ["Ten held."])
  }

  @Test func `an item of a title alone is not said to be damaged`() {
    #expect(StoryTests.articles(feed("<item><title>Ten held.</title></item>")).flatMap(\.notices) == [])
  }

  @Test func `elements are known by their namespace, whatever its prefix`() {
    let atom = """
      <a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:d="http://purl.org/dc/elements/1.1/"><a:title>Desk</a:title>
      <a:entry><a:title>One</a:title><d:date>2025-03-12</d:date><a:summary>Ten held.</a:summary></a:entry></a:feed>
      """
    let rdf = """
      <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://purl.org/rss/1.0/" xmlns="urn:x">
      <s:channel><s:title>Desk</s:title></s:channel><s:item><s:title>One</s:title><s:description>Ten held.</s:description>
      </s:item></r:RDF>
      """
    for text in [atom, rdf] {
      let stories = StoryTests.articles(text, name: "a.xml")
      #expect(stories.map(\.title) == ["One"])
      #expect(stories.map(\.outlet) == ["Desk"])
      #expect(stories.map { $0.quote($0.body) } == ["Ten held.\n"])
    }
    #expect(StoryTests.articles(atom).first?.date.written.to == "2025-03-12")
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

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
