import Foundation
import Intake
import LineExamples
import Situation
import Testing

/// Pages that go on: one story a post, with its own time.
@Suite struct LiveBlogTests {
  private static let head = """
    <html><head><meta property="og:title" content="Train halted: live"><meta property="og:site_name" content="Desk">
    <link rel="canonical" href="https://example.org/live"><meta property="article:published_time" content="2025-03-12T06:00:00+05:00">
    """

  private func page(_ body: String, head: String = "") -> [Article] {
    StoryTests.articles(LiveBlogTests.head + head + "</head><body>" + body + "</body></html>", name: "live.html")
  }

  private let posts = [
    ("12:40", "Officials said 31 people were killed in the pass."),
    ("11:15", "The railway said 440 people were aboard."),
    ("10:05", "A spokesman said that ten people were freed."),
  ]

  @Test func `parts with a time of their own are posts, and what stands above them is the page's`() {
    let stream = posts.enumerated().map { number, post in
      """
      <article id="post-\(number)"><header><time datetime="2025-03-12T\(post.0):00+05:00">\(post.0)</time><h2>Post \(number)</h2>
      </header><p>\(post.1)</p></article>
      """
    }
    let articles = page(
      "<main><h1>Train halted</h1><p>What we know of the train so far is little.</p><div>\(stream.joined())</div></main>"
    )
    #expect(articles.map(\.title) == ["Train halted: live", "Post 0", "Post 1", "Post 2"])
    #expect(
      articles.map { $0.quote($0.body) } == ["What we know of the train so far is little.\n"]
        + posts.map { $0.1 + "\n" })
    #expect(
      articles.map(\.date.written.to) == [
        "2025-03-12T12:40+05:00", "2025-03-12T12:40+05:00", "2025-03-12T11:15+05:00", "2025-03-12T10:05+05:00",
      ])
    #expect(
      articles.map(\.url) == ["https://example.org/live"] + (0...2).map { "https://example.org/live#post-\($0)" })
    #expect(articles.map(\.outlet) == Array(repeating: "Desk", count: 4))
    #expect(articles.flatMap(\.notices) == [])
  }

  /// In the forms that live blogs are written in: an entry of a list, dates in words, sections for days, nothing around it.
  @Test(
    arguments: [
      {
        "<ul>" + $0.map { "<li><article><time datetime='\($0)'></time><p>\($1)</p></article></li>" }.joined() + "</ul>"
      },
      { $0.map { "<div class=post><div class=timestamp>\(words($0))</div><p>\($1)</p></div>" }.joined() },
      { "<section>" + $0.map { "<h3><time datetime='\($0)'>then</time></h3><p>\($1)</p>" }.joined() + "</section>" },
      { posts in
        "<section>" + posts.map { "<div><time datetime='\($0)'></time><p>\($1)</p></div>" }.joined()
          + "</section><section><div><time datetime='2025-03-11T23:10:00+05:00'></time><p>The train was late, said the railway.</p>"
          + "</div><div><time datetime='2025-03-11T22:00:00+05:00'></time><p>The train was on time, said the railway.</p></div></section>"
      },
    ] as [@Sendable ([(String, String)]) -> String])
  func `posts are found in whatever they stand`(form: @Sendable ([(String, String)]) -> String) {
    let dated = posts.map { ("2025-03-12T\($0.0):00+05:00", $0.1) }
    let articles = page("<main>" + form(dated) + "</main>")
    #expect(articles.prefix(3).map { $0.quote($0.body) } == posts.map { $0.1 + "\n" })
    #expect(articles.prefix(3).map(\.date.written.to) == posts.map { "2025-03-12T\($0.0)+05:00" })
    #expect([3, 5].contains(articles.count))
  }

  /// "12 March 2025 12:40 +05:00"
  private static func words(_ date: String) -> String {
    "12 March 2025 \(date.dropFirst(11).prefix(5)) +05:00"
  }

  @Test func `posts that tell the time alone are of the day of the page, if they are of one`() {
    func stream(_ times: [String]) -> String {
      zip(times, posts).map { "<div class=entry><span class=time>\($0)</span><p>\($1.1)</p></div>" }.joined()
    }
    let live = "<script type=application/ld+json>{\"@type\": \"LiveBlogPosting\"}</script>"
    let one = page("<main>\(stream(["12.40pm", "11:15", "9.05am"]))</main>", head: live)
    #expect(
      one.map(\.date.written.to) == [
        "2025-03-12T12:40+05:00", "2025-03-12T11:15+05:00", "2025-03-12T09:05+05:00",
      ])
    // Past midnight, or changed on another day.
    let over = page("<main>\(stream(["00:40", "23:15", "22:05"]))</main>", head: live)
    #expect(over.map(\.date) == [.unknown, .unknown, .unknown])
    #expect(over.first?.notices.contains("its posts tell the time and not the day: they are undated") == true)
    let changed = live + "<meta property=article:modified_time content='2025-03-13T01:00:00+05:00'>"
    let later = page("<main>\(stream(["12:40", "11:15", "10:05"]))</main>", head: changed)
    #expect(later.map(\.date) == [.unknown, .unknown, .unknown])
    // Many lists have times of day: without the page's word they are none of posts.
    #expect(page("<main>\(stream(["12:40", "11:15", "10:05"]))</main>").count == 1)
  }

  @Test func `a page that scripts put together has its posts in its data`() {
    let data = """
      <script type="application/ld+json">[{"@type": "Organization"}, {"@type": "LiveBlogPosting", "headline": "Train halted",
      "description": "The \\"liveBlogUpdate\\" of today", "liveBlogUpdate": [
        {"@type": "BlogPosting", "headline": "31 killed &amp; more", "@id": "https://example.org/live#b2", "author": {"name": "A. Writer"},
         "datePublished": "2025-03-12T12:40:00+05:00", "articleBody": "Officials said 31 people\nwere killed."},
        {"@type": "BlogPosting", "url": "https://example.org/live#b1", "datePublished": "2025-03-12T11:15:00+05:00",
         "articleBody": "<p>The railway said {440} people were aboard.</p><p>It is late.</p>"},
        {"@type": "BlogPosting", "headline": "Ten freed", "datePublished": "2025-03-12T10:05:00+05:00"}]}]</script>
      """
    let articles = page("<div id=root></div>", head: data)
    #expect(articles.map(\.title) == ["31 killed & more", nil, "Ten freed"])
    #expect(
      articles.map { $0.quote($0.body) } == [
        "Officials said 31 people were killed.\n", "The railway said {440} people were aboard.\nIt is late.\n",
        "Ten freed\n",
      ])
    #expect(
      articles.map(\.date.written.to) == [
        "2025-03-12T12:40+05:00", "2025-03-12T11:15+05:00", "2025-03-12T10:05+05:00",
      ])
    #expect(articles.map(\.url) == ["b2", "b1", "2025-03-12T10:05:00+05:00"].map { "https://example.org/live#\($0)" })
  }

  @Test func `a page that is looked at again adds its new post alone, and an edited post is an edition`() {
    func look(_ figures: [Int]) -> Intake.Result {
      let stream = figures.enumerated().reversed().map { number, figure in
        """
        <article id="p\(number)"><time datetime="2025-03-12T1\(number):00:00+05:00"></time><p>Officials said of coach \(number) that \
        \(figure) people were held in it by then.</p></article>
        """
      }
      let text = LiveBlogTests.head + "</head><body><main>" + stream.joined() + "</main></body></html>"
      return Intake.load(
        Array(text.utf8), called: "https://example.org/live", publisher: "example.org", link: "https://example.org/live"
      )
    }
    var register = StoryRegister()
    let first = look([10, 20, 30]).entries.map { register.take($0) }
    #expect(first == [.new, .new, .new])
    let second = look([10, 21, 30, 40])
    let verdicts = second.entries.map { register.take($0) }
    #expect(verdicts[0] == .new)
    #expect(verdicts[1] == .known)
    #expect(verdicts[3] == .known)
    guard case .edition = verdicts[2] else {
      Issue.record("the edited post is \(verdicts[2])")
      return
    }
  }

  @Test func `what has times and is no live blog is one story`() {
    let story = "<p>Officials said 31 people were killed in the pass, and that the search went on in the night.</p>"
    let times = ["2025-03-12T12:40", "2025-03-12T11:15", "2025-03-12T10:05", "2025-03-12T09:00"]
    // Other stories of the site, words of readers, and a list of stories in no order of time.
    let others = times.map {
      "<div><time datetime='\($0)'></time><p><a href=/x>Another story of the day, to be read there</a></p></div>"
    }
    let comments = times.map {
      "<div class=comment><time datetime='\($0)'></time><p>I do not think that this is so.</p></div>"
    }
    for aside in [others.joined(), "<div id=comments>\(comments.joined())</div>"] {
      let articles = page("<main><time datetime=2025-03-12T12:00>noon</time>\(story)\(story)</main><div>\(aside)</div>")
      #expect(articles.count == 1, "\(aside)")
    }
    let mixed = [times[2], times[0], times[3], times[1]].map { "<div><time datetime='\($0)'></time>\(story)</div>" }
    #expect(page("<main>\(mixed.joined())</main>").count == 1)
  }
}
