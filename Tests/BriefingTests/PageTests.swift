import Briefing
import LineExamples
import Situation
import Testing

@Suite struct PageTests {
  @Test func `the page holds the whole briefing, and the numbers lead to the lines`() throws {
    let page = Briefing.html(try TwoDispatches.store(), BriefingOptions())
    #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en\">\n"))
    #expect(page.contains("<h1>SITUATION BRIEFING: train hijacked, Bolan district, Balochistan</h1>"))
    #expect(
      page.contains(
        "<tr><th scope=\"row\">held</th><td class=\"figure\"><a href=\"#r1\">~300</a></td><td>officials, Wed&nbsp;[<a href=\"#r1\">1</a>]"
      ))
    #expect(page.contains("<li id=\"r1\" value=\"1\">seeds/undated/two-dispatches.txt, line 1<blockquote>"))
  }

  @Test func `the page runs nothing and fetches nothing`() throws {
    let page = Briefing.html(try TwoDispatches.store(), BriefingOptions())
    for word in ["<script", "src=", "url(", "@import", "http:", "https:", "<link", "<img", "<iframe", "javascript:"] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("default-src 'none'"))
  }

  @Test func `no sign of an article is markup`() throws {
    let poison = "</title></style><script>alert(1)</script><img src=x onerror='a'>&amp;\"[1]"
    let id = ArticleID(digest: String(repeating: "e", count: 64))
    var store = EventStore()
    store.append(
      Article(id: id, path: poison, title: poison, outlet: poison, text: Array("text".utf8), notices: [poison]),
      claims: [
        Claim(
          .count(Count(.held, poison, .people, .exactly(3), cause: poison)),
          speaker: Speaker(name: poison, side: .other),
          place: Place(poison), receipt: Receipt(article: id, span: 0..<4, rule: poison)),
        Claim(
          .condition(Condition(object: poison, state: poison)),
          place: Place(poison), receipt: Receipt(article: id, span: 0..<4, rule: poison)),
      ])
    let page = Briefing.html(store, BriefingOptions())
    let main = page[try #require(page.range(of: "<main>")).lowerBound...]
    for tag in main.matches(of: /<\/?([a-z0-9]+)/).map({ String($0.1) }) {
      #expect(
        [
          "main", "h1", "h2", "h3", "dl", "dt", "dd", "section", "table", "thead", "tbody", "tr", "th", "td", "ul",
          "ol",
          "li", "b", "br", "a", "body", "html", "blockquote", "mark", "svg", "path", "text",
        ].contains(tag), "\(tag)")
    }
    #expect(!page.contains("onerror='a'"))
  }

  @Test func `a figure leads to its passage, which is shown with what was read in it marked`() throws {
    let page = Briefing.html(try DatedBriefingTests.store(), BriefingOptions(extent: .page))
    let figure = try #require(page.firstMatch(of: /killed<\/th><td class="figure"><a href="#r([0-9]+)">21<\/a>/))
    let entry = try #require(page.split(separator: "\n").first { $0.hasPrefix("<li id=\"r\(figure.1)\"") })
    #expect(entry.contains("<blockquote>") && entry.contains("<mark>"), "\(entry)")
  }

  @Test func `the gravest figures are drawn over time, each account by its name`() throws {
    let page = Briefing.html(try DatedBriefingTests.store(), BriefingOptions(extent: .page))
    let plot = try #require(page.split(separator: "<svg").dropFirst().first { $0.contains("killed over time") })
    #expect(plot.contains(">21 state</text>") && plot.contains(">10 attackers</text>"), "\(plot)")
  }

  @Test func `in print the page has numbers, and on a phone no column is cut`() throws {
    let page = Briefing.html(try TwoDispatches.store(), BriefingOptions())
    #expect(page.contains("@media print") && page.contains("counter(page)"))
    #expect(page.contains("@media (max-width: 34rem)") && page.contains("name=\"viewport\""))
  }
}
