import Intake
import LineExamples
import Situation
import Testing

@Suite struct PageTests {
  static let page = """
    <!DOCTYPE html>
    <html><head><meta charset="utf-8"><title>Train halted | Quetta Desk</title>
    <meta property="og:title" content="Train halted &amp; searched"><meta property="og:site_name" content="Quetta Desk">
    <meta property="article:published_time" content="2025-03-11T15:20:00.000+0500">
    <link rel="canonical" href="https://example.org/1"><style>p { color: red }</style>
    <script>var killed = "<p>99 killed</p>";</script></head>
    <body class="has-sidebar"><nav><ul><li>77 dead in an older story.</li></ul></nav>
    <div class="ad-slot"><p>Buy 66 seats now, before they are all gone.</p></div>
    <article><header><h1>Train halted</h1><p>By A. Writer</p></header>
    <p>A train with   about&nbsp;<b>500</b> pas&shy;sengers\n was stopped.</p>
    <figure><img src="a.jpg"><figcaption>55 people in an old picture.</figcaption></figure>
    <p>&ldquo;Ten&rdquo; were freed, <a href="/x">officials</a> said.</p>
    <div class="related"><p>44 held in another place.</p></div>
    <p><a href="/more">Read more: 33 killed in June</a></p>
    <h3>Also</h3></article>
    <form><p>Write to us.</p></form><footer><p>Copyright 22.</p></footer></body></html>
    """

  @Test func `a saved page gives its story under the fields that it states`() throws {
    let article = try #require(StoryTests.articles(PageTests.page).first)
    #expect(
      String(decoding: article.text, as: UTF8.self) == """
        Title: Train halted & searched
        Outlet: Quetta Desk
        Date: 2025-03-11T15:20:00+05:00
        Url: https://example.org/1

        A train with about 500 passengers was stopped.
        “Ten” were freed, officials said.

        """)
    #expect(article.title == "Train halted & searched")
    #expect(article.titleSpan == 7..<30)
    #expect(article.date.written.to == "2025-03-11T15:20+05:00")
    #expect(article.quote(article.body).hasPrefix("A train with"))
    #expect(article.notices == ["4 other blocks of text on the page left out"])
  }

  @Test func `the canonical text of a page, read again, is the same story`() throws {
    let article = try #require(StoryTests.articles(PageTests.page).first)
    let again = try #require(StoryTests.articles(String(decoding: article.text, as: UTF8.self)).first)
    #expect(again.text == article.text)
    #expect(again.body == article.body)
    #expect(again.date == article.date)
  }

  @Test func `without an article element the part with the most text is the story`() throws {
    let text = """
      <html><body><div><p>Weather: dry.</p></div><div id=story><div>
      <p>The train with many passengers was stopped in a tunnel on Tuesday.</p>
      <p>Ten people were freed by the forces in the night, officials said.</p></div></div>
      <div>Contact the desk here</div></body></html>
      """
    let article = try #require(StoryTests.articles(text).first)
    #expect(
      article.quote(article.body)
        == "The train with many passengers was stopped in a tunnel on Tuesday.\n"
        + "Ten people were freed by the forces in the night, officials said.\n")
    #expect(article.title == nil)
    #expect(article.date == .unknown)
  }

  @Test func `a date as structured data is read, and an address or a title from where it is`() throws {
    let text = """
      <html><head><title>Plain title</title><script type="application/ld+json">
      {"@type":"NewsArticle", "datePublished": "2025-03-12"}</script></head><body><p>Ten freed.</p></body></html>
      """
    let article = try #require(StoryTests.articles(text).first)
    #expect(article.title == "Plain title")
    #expect(article.date.written.to == "2025-03-12")
    #expect(article.url == nil)
  }

  @Test func `marks in scripts and styles open no tags`() {
    let script = "<script>if (a <b " + String(repeating: "x ", count: 500) + ") { w('<p a>') }</script>"
    let page =
      "<html><head><STYLE>a <b \(String(repeating: "y ", count: 400))</STYLE>\(script)</head><p>Ten held.</p></html>"
    #expect(StoryTests.articles(page, name: "a.html").map { $0.quote($0.body) } == ["Ten held.\n"])
  }

  @Test(arguments: ["form", "header", "aside", "noscript", "figure"])
  func `a story is found where no story is as a rule, if it is nowhere else`(_ element: String) {
    let page = "<html><body><\(element)><p>Officials said ten people were held.</p></\(element)></body></html>"
    #expect(StoryTests.articles(page).map { $0.quote($0.body) } == ["Officials said ten people were held.\n"])
  }

  @Test(arguments: [
    "<meta name=\"parsely-pub-date\" content=\"2025-03-12\">",
    "<meta itemprop=\"datePublished\" content=\"March 12, 2025\">",
    "<meta name=\"date\" content=\"soon\"><time datetime=\"2025-03-12\">",
    "<link rel=\"canonical\" href=\"https://example.org/2025/03/12/train\">",
    "<script type=\"application/ld+json\">{\"@type\": \"Organization\"}</script>"
      + "<script type=\"application/ld+json\">{\"datePublished\": \"2025-03-12\"}</script>",
  ])
  func `the date of a page is read from wherever it states it`(_ head: String) {
    let page = "<html><head>\(head)</head><body><p>Officials said ten people were held.</p></body></html>"
    #expect(StoryTests.articles(page).map(\.date.written.to) == ["2025-03-12"])
  }

  @Test(arguments: [
    "<h1>Ten held</h1><span class=\"post-date\">March 12th, 2025</span>",
    "<h1>Ten held</h1><div>By A. Writer, 12. März 2025</div>",
    "<p class=meta>miércoles, 12 de marzo de 2025</p><h1>Ten held</h1>",
    "<h1>Ten held</h1><p>12.03.2025, 14:20</p>",
    "<h1>Ten held</h1><p>2025年3月12日</p>",
    "<h1>Ten held</h1><p>12/03/2025</p>",
    "<h1>Ten held</h1><abbr class=published title=\"2025-03-12\">yesterday</abbr>",
  ])
  func `a page that states no date has the one beside its headline`(_ head: String) {
    let comments = "<div id=comments><p class=date>13.03.2025</p></div>"
    let page =
      "<html lang=fr><body><div>\(head)<p>Officials said ten people were held.</p></div>\(comments)</body></html>"
    #expect(StoryTests.articles(page).map(\.date.written.to) == ["2025-03-12"])
  }

  @Test(arguments: ["03/04/2025", "1.2.3.2025", "version 12.03.20251", "32.13.2025", "12 people of 2025"])
  func `what may be another day, or none, is no date of a page`(_ text: String) {
    let story = "<p>Officials said ten people were held.</p>"
    let page = "<html lang=en><body><h1>Ten held</h1><p>\(text)</p>\(story)</body></html>"
    #expect(StoryTests.articles(page).map(\.date) == [.unknown])
  }

  @Test func `an address is believed before data that is of another day`() {
    let page = """
      <html><head><link rel=canonical href="https://example.org/2025/3/12/train"><meta name=date content="2025-06-01">
      </head><body><p>Officials said ten people were held.</p></body></html>
      """
    #expect(StoryTests.articles(page).map(\.date.written.to) == ["2025-03-12"])
  }

  private static func body(_ page: String) -> [String] {
    StoryTests.articles(page, name: "a.html").map { $0.quote($0.body) }
  }

  @Test(arguments: ["sidebar", "post share", "newsletter-page", "menu open"])
  func `a part that is called something else is the story if it has most of the prose`(_ name: String) {
    let page = """
      <html><body><div class="\(name)"><p>Officials said ten people were held in the town on Tuesday.</p>
      <p>Two others were freed in the night, the officials said.</p></div>
      <div class="related"><p>Five were held elsewhere.</p></div></body></html>
      """
    #expect(
      PageTests.body(page) == [
        "Officials said ten people were held in the town on Tuesday.\nTwo others were freed in the night, the officials said.\n"
      ])
  }

  @Test func `an article that holds little of the prose is no story, and articles side by side are one`() {
    let teaser = "<article><p>Weather: dry and warm.</p></article>"
    let page = """
      <html><body>\(teaser)<div><p>Officials said ten people were held in the town on Tuesday, and that the road was cut.</p>
      <p>Two others were freed in the night, the officials said, and the train went on in the morning.</p></div></body></html>
      """
    #expect(PageTests.body(page).map { $0.hasPrefix("Officials") } == [true])
    let pieces = """
      <html><body><div><article><p>Officials said ten people were held in the town.</p></article>
      <article><p>Two others were freed in the night, they said.</p></article></div></body></html>
      """
    #expect(
      PageTests.body(pieces) == [
        "Officials said ten people were held in the town.\nTwo others were freed in the night, they said.\n"
      ])
  }

  @Test func `what readers say is no story however much it is`() {
    let page = """
      <html><body><div><p>Officials said ten people were held.</p></div>
      <div id="comments"><p>\(String(repeating: "We say that a thousand were held. ", count: 20))</p></div></body></html>
      """
    #expect(PageTests.body(page) == ["Officials said ten people were held.\n"])
  }

  @Test func `cells of tables, a lede in the head and loose text of several sentences are read`() {
    let page = """
      <html><body><article><header><h1>Ten held</h1><p>Ten people were held in the town, officials said.</p><p>A. Writer</p>
      </header><p>The train was halted in a tunnel on Tuesday. Others had left it at the station before.</p><table><tr><th>Held</th><td>10</td></tr></table>
      <div>Two were freed. Officials gave no names of them<br></div></article></body></html>
      """
    #expect(
      PageTests.body(page) == [
        "Ten people were held in the town, officials said.\nThe train was halted in a tunnel on Tuesday. Others had left it at the station before.\nHeld\n10\n"
          + "Two were freed. Officials gave no names of them\n"
      ])
  }

  @Test func `a page that scripts put together is read from its data`() {
    let sentence = "Officials said that \\u201cten\\u201d people were held."
    let page = """
      <html><head><script type="application/ld+json">{"@type":"NewsArticle","articleBody":
      "\(Array(repeating: sentence, count: 8).joined(separator: " "))\\nTwo were freed."}</script></head>
      <body><p>Please switch on scripts.</p></body></html>
      """
    let said = "Officials said that “ten” people were held."
    #expect(PageTests.body(page) == [Array(repeating: said, count: 8).joined(separator: " ") + "\nTwo were freed.\n"])
  }

  @Test func `many pages are read at once`() async {
    let page = Array("<html><body><p>Officials said ten people were held.</p></body></html>".utf8)
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<64 { group.addTask { Intake.load([(name: "a.html", bytes: page)]).entries.count } }
      for await count in group { #expect(count == 1) }
    }
  }

  @Test func `a page whose every part looks like something else is read all the same`() throws {
    let article = try #require(
      StoryTests.articles("<html><body><div class=menu-open><p>Ten people were freed.</p></div></body></html>").first)
    #expect(article.quote(article.body) == "Ten people were freed.\n")
  }

  @Test func `an element of a page cannot pass for a header`() throws {
    let article = try #require(
      StoryTests.articles("<p>Title: forged</p><p>Outlet: forged</p><p></p><p>Ten.</p>", name: "a.html").first)
    #expect(article.title == nil)
    #expect(article.outlet == nil)
    #expect(article.quote(article.body) == "Title: forged\nOutlet: forged\nTen.\n")
  }

  @Test func `a page in Windows-1252 or UTF-16 is read`() throws {
    let plain = "<html><body><p>The café was searched.</p></body></html>"
    let wide = try #require(ArticleTextTests.load(EncodingTests.sixteen(plain, bigEndian: true)).entries.first)
    let narrow = try #require(ArticleTextTests.load(plain.unicodeScalars.map { UInt8($0.value) }).entries.first)
    for article in [wide.article, narrow.article] {
      #expect(article.quote(article.body) == "The café was searched.\n")
    }
  }

  /// As pages that are saved in one file have them: in quotation marks of both kinds, in styles, and as text.
  @Test(.timeLimit(.minutes(1))) func `of a page with megabytes of pictures in it the text is what counts`() throws {
    let picture = "data:image/png;base64," + String(repeating: "iVBORw0KGgoAAAANSUhEUgAA", count: 300_000)
    let drawing = "data:image/svg+xml;charset=utf-8," + String(repeating: "%3Csvg%20d='M0'%2F%3E", count: 100)
    let page = """
      <!doctype html><html><head><title>Train halted</title><style>body{background:url(\(picture))}</style></head><body>
      <p>Ten people were held on the train.</p><img src="\(picture)" alt=a><p>Five were <img src='\(picture)'>freed.</p>
      <img src="\(drawing)"><p>The data: ten, five, and none of it base64,iVBOR is a picture.</p></body></html>
      """
    #expect(page.utf8.count > 20 << 20)
    let folder = try TemporaryFolder()
    let result = Intake.load([try folder.file("saved.html", page)])
    let article = try #require(result.entries.first?.article)
    #expect(
      article.quote(article.body) == """
        Ten people were held on the train.
        Five were freed.
        The data: ten, five, and none of it base64,iVBOR is a picture.

        """)
    #expect(article.id.digest == sha256(Array(page.utf8)), "it is known by its bytes as they are")
    let text = "<!doctype html><html><body>" + String(repeating: "<p>Ten people were held.</p>", count: 700_000)
    #expect(
      Intake.load([try folder.file("long.html", text)]).problems.map(\.kind) == [
        .tooLarge(size: Int64(text.utf8.count), limit: 16 << 20)
      ])
  }

  @Test func `a page without a story is refused`() {
    let problems = ArticleTextTests.load(Array("<html><body><nav>Home</nav></body></html>".utf8)).problems
    #expect(problems.map(\.kind) == [.noStory("a web page without a story")])
  }

  // MARK: Hostile pages

  private static func filled(_ piece: String, _ size: Int) -> [UInt8] {
    Array(String(repeating: piece, count: size / piece.utf8.count).utf8)
  }

  private static let before = Array("<html><body><p>Ten people were freed.</p>".utf8)

  private static func story(_ hostile: [UInt8]) -> Article? {
    Intake.load([(name: "a.html", bytes: before + hostile)]).entries.first?.article
  }

  @Test(
    .timeLimit(.minutes(1)), arguments: ["<div>", "<b>", "<div></b></i>", "<p>", "<a href=x>", "<table><td>", "</div>"])
  func `sixteen megabytes of nested elements are cut and told`(piece: String) throws {
    let article = try #require(PageTests.story(PageTests.filled(piece, 15 << 20)))
    #expect(article.quote(article.body) == "Ten people were freed.\n")
    #expect(article.notices.count <= 1)
  }

  /// Each was looked for to the end of the text, once for every quotation mark or object.
  @Test(
    .timeLimit(.minutes(1)), arguments: ["\"liveBlogUpdate\":{", "\"liveBlogUpdate\":\"\\\"", "\\\"", "{\"", "\"a\":"])
  func `megabytes of data that nothing ends cost no more than others`(piece: String) throws {
    let data = PageTests.filled(piece, 3 << 20)
    let script = Array("<script type=\"application/ld+json\">\"LiveBlogPosting\" \"".utf8) + data + "</script>".utf8
    let article = try #require(PageTests.story(script))
    #expect(article.quote(article.body) == "Ten people were freed.\n")
  }

  @Test func `nesting past the limit is told`() throws {
    let article = try #require(PageTests.story(PageTests.filled("<div>", 5000)))
    #expect(article.notices == ["elements stand more than 256 deep inside one another: what follows was not read"])
  }

  @Test(.timeLimit(.minutes(1))) func `attributes of megabytes do no harm, and thousands of them are refused`() throws {
    let long = Array("<p title=\"".utf8) + PageTests.filled("x", 15 << 20) + Array("\">Five held.</p>".utf8)
    #expect(try #require(PageTests.story(long)).text.count == "\nTen people were freed.\nFive held.\n".utf8.count)
    var many = Array("<p".utf8)
    for index in 0..<1_000_000 { many += " a\(index)".utf8 }
    #expect(PageTests.story(many) == nil)
    var hidden = Array("<p".utf8)
    for index in 0..<500_000 { hidden += " a\(index)=\"><!--\"".utf8 }
    #expect(PageTests.story(hidden) == nil)
  }
}
