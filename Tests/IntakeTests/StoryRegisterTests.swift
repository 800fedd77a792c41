import Intake
import Situation
import Testing

/// Which texts are editions of one story, by what real feeds do wrong.
@Suite struct StoryRegisterTests {
  private struct Item {
    var title: String
    var link: String? = nil
    var guid: String? = nil
    var text: String
    var date = "Wed, 12 Mar 2025 10:00:00 +0500"

    var xml: String {
      "<item><title>\(title)</title>" + (link.map { "<link>\($0)</link>" } ?? "")
        + (guid.map { "<guid>\($0)</guid>" } ?? "")
        + "<pubDate>\(date)</pubDate><description>\(text)</description></item>"
    }
  }

  /// What is left of feeds that come one after another.
  private struct Desk {
    var register = StoryRegister()
    /// The text of each story that counts.
    var texts: [ArticleID: String] = [:]
    var verdicts: [StoryRegister.Verdict] = []

    mutating func take(
      _ items: [Item], feed: String = "http://example.org/feed", publisher: String = "example.org",
      outlet: String = "Desk"
    ) {
      let xml =
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>\(outlet)</title>"
        + items.map(\.xml).joined() + "</channel></rss>"
      take(Intake.load(Array(xml.utf8), called: feed, publisher: publisher, link: nil))
    }

    mutating func take(_ result: Intake.Result) {
      verdicts = []
      for entry in result.entries {
        let verdict = register.take(entry)
        verdicts.append(verdict)
        switch verdict {
        case .known: continue
        case .new: break
        case .edition(let former): texts[former] = nil
        }
        texts[entry.article.id] = entry.article.quote(entry.article.body)
      }
    }
  }

  private let words = "Officials said the train was stopped in the pass before noon and that soldiers were sent."

  private func item(_ number: Int) -> Item {
    Item(
      title: "Report \(number)", link: "http://example.org/\(number)", guid: "g\(number)",
      text: "Report number \(number) says that \(number) people were held at milestone \(number).")
  }

  @Test func `a feed that is refreshed a hundred times with one new item each gives every story once`() {
    var desk = Desk()
    for last in 10...110 { desk.take((last - 9...last).reversed().map(item)) }
    #expect(desk.texts.count == 110)
    // After a restart the same feeds come again, in the same order.
    for last in 10...110 { desk.take((last - 9...last).reversed().map(item)) }
    #expect(desk.texts.count == 110)
  }

  @Test func `a story that is edited ten times is one story, with what it says now`() {
    var desk = Desk()
    for killed in 12...22 {
      var edited = item(1)
      (edited.text, edited.date) = (
        "\(words) It said \(killed) were killed.", "Wed, 12 Mar 2025 1\(killed % 10):00:00 +0500"
      )
      desk.take([edited, item(2)])
    }
    #expect(desk.texts.count == 2)
    #expect(desk.texts.values.contains { $0.contains("22 were killed") })
    #expect(desk.verdicts.last == .known)
  }

  @Test func `a guid that changes with the headline`() {
    var desk = Desk()
    desk.take([Item(title: "Train attacked", link: "http://example.org/a", guid: "train-attacked", text: words)])
    desk.take([Item(title: "Train hijacked", link: "http://example.org/a", guid: "train-hijacked", text: words)])
    #expect(desk.texts.count == 1)
  }

  @Test func `one guid on all items`() {
    var desk = Desk()
    var items = (1...5).map(item)
    for index in items.indices { items[index].guid = "news" }
    desk.take(items)
    #expect(desk.texts.count == 5)
    desk.take(items)
    #expect(desk.texts.count == 5)
  }

  @Test func `no guid and one link for many items`() {
    var desk = Desk()
    var items = (1...5).map(item)
    for index in items.indices { (items[index].guid, items[index].link) = (nil, "http://example.org/live") }
    desk.take(items)
    desk.take(items + [Item(title: "Report 6", link: "http://example.org/live", text: "The line is open again.")])
    #expect(desk.texts.count == 6)
  }

  @Test func `the front page as the link of an item that comes alone`() {
    var desk = Desk()
    for number in 1...3 {
      var alone = item(number)
      (alone.guid, alone.link) = (nil, "http://example.org/")
      desk.take([alone])
    }
    #expect(desk.texts.count == 3)
  }

  @Test func `a new date at every look`() {
    var desk = Desk()
    for hour in 10...15 {
      var dated = item(1)
      dated.date = "Wed, 12 Mar 2025 \(hour):00:00 +0500"
      desk.take([dated])
    }
    #expect(desk.texts.count == 1)
    #expect(desk.verdicts == [.known])
  }

  @Test func `a title rewritten for clicks, by guid alone and by link alone`() {
    for isByGuid in [true, false] {
      var desk = Desk()
      let (link, guid) = isByGuid ? (nil, "7") : ("http://example.org/7", nil)
      desk.take([Item(title: "Soldiers sent to the pass", link: link, guid: guid, text: words)])
      desk.take([Item(title: "What we know of the train", link: link, guid: guid, text: words)])
      #expect(desk.texts.count == 1)
    }
  }

  @Test func `a link whose tracking marks change`() {
    var desk = Desk()
    for mark in ["?utm_source=rss", "?utm_source=mail&amp;utm_medium=x", "#top", ""] {
      desk.take([Item(title: "Train attacked", link: "http://www.example.org/a\(mark)", text: words)])
    }
    #expect(desk.texts.count == 1)
  }

  @Test func `the same story in several feeds of an outlet, the longest text counts`() {
    var desk = Desk()
    let whole = words + " A spokesman said 182 people were held, and that 27 attackers had been killed since then."
    desk.take([Item(title: "Train attacked", link: "http://example.org/a", guid: "1", text: words)], outlet: "World")
    desk.take([Item(title: "Train attacked", link: "http://example.org/a", guid: "9", text: whole)], outlet: "Home")
    desk.take([Item(title: "Train attacked", link: "http://example.org/a", guid: "1", text: words)], outlet: "World")
    #expect(desk.texts.count == 1)
    #expect(desk.texts.values.contains { $0.contains("182") })
  }

  @Test func `the page of an item takes the place of its summary, and the summary does not come back`() {
    var desk = Desk()
    let summary = Item(title: "Train attacked", link: "http://example.org/a", guid: "1", text: "A train was attacked.")
    desk.take([summary])
    let page =
      "<!doctype html><html><head><title>Train attacked</title></head><body><article><p>\(words)</p>"
      + "<p>A spokesman said 182 people were held.</p></article></body></html>"
    desk.take(
      Intake.load(Array(page.utf8), called: "p", publisher: "example.org", link: "http://example.org/a"))
    desk.take([summary])
    #expect(desk.texts.count == 1)
    #expect(desk.texts.values.contains { $0.contains("182") })
  }

  @Test func `another publisher takes nobody's place, whatever guid and link it gives`() {
    var desk = Desk()
    let real = Item(title: "Toll", link: "http://example.org/a", guid: "1", text: words + " 12 were killed.")
    desk.take([real])
    var other = real
    other.text = words + " 900 were killed."
    desk.take([other], publisher: "example.com")
    #expect(desk.texts.count == 2)
  }

  @Test func `two reports that differ in one figure and in guid and link are two reports`() {
    var desk = Desk()
    for (number, killed) in [(1, 12), (2, 14)] {
      desk.take([
        Item(
          title: "Toll", link: "http://example.org/\(number)", guid: "\(number)",
          text: "\(words) \(killed) were killed.")
      ])
    }
    #expect(desk.texts.count == 2)
  }

  @Test func `a guid that is used again for something else is another story`() {
    var desk = Desk()
    desk.take([Item(title: "Train attacked", guid: "top", text: words)])
    desk.take([
      Item(title: "Cup final", guid: "top", text: "The home side won by two goals after extra time last night.")
    ])
    #expect(desk.texts.count == 2)
  }

  @Test func `an edit that is taken back is shown as it is`() {
    var desk = Desk()
    let first = Item(title: "Toll", link: "http://example.org/a", guid: "1", text: words + " 12 were killed.")
    var second = first
    second.text = words + " 14 were killed."
    for item in [first, second, first] { desk.take([item, self.item(desk.verdicts.count + 5)]) }
    #expect(desk.texts.values.contains { $0.contains("12 were killed") })
    #expect(!desk.texts.values.contains { $0.contains("14 were killed") })
  }
}
