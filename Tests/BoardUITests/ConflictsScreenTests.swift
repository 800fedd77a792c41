import BoardUI
import Situation
import Testing

/// All conflicts: `c`.
@Suite struct ConflictsScreenTests {
  @Test func `every conflict stands in it with what is wrong and the receipts of the selected one`() {
    var driver = Driver(120, 40)
    driver.type("c")
    #expect(driver.title.contains("CONFLICTS  2 open"))
    #expect(driver.lines[1].hasPrefix(">!1 SAFE OR HELD"))
    #expect(driver.lines[2].hasPrefix(" !2 OVER BY ~40"))
    #expect(
      driver.lines[1].contains(
        "safe ~350 (Dilawar, [1]) + held ~300 (officials, [1]) = ~650  but aboard ~450 (unattr., [1])"))
    for quote in [
      "«Around 350 passengers are safe»", "«About 300 hostages»", "«approximately 450 were on the train»",
    ] {
      #expect(driver.screen.contains(quote))
    }
    driver.type("j")
    #expect(driver.lines[2].hasPrefix(">!2 OVER BY ~40"))
    #expect(driver.screen.contains("«190 people are free»"))
  }

  @Test func `contradictions come before what is only at odds`() {
    var driver = Driver(120, 40, store: DatedIncident.store)
    driver.type("c")
    #expect(driver.lines[1].contains("CONTRADICTION") && driver.lines[1].contains("killed 21"))
    #expect(driver.lines[1].contains("but 50"))
    #expect(driver.flowing.contains("even with every \"about\" widened by a tenth"))
  }

  @Test func `s sets the selected one aside with a note, and u brings it back`() {
    var driver = Driver(120, 40)
    driver.type("cjs")
    #expect(driver.keyLine.hasPrefix(":aside "))
    driver.type("two hours apart")
    driver.press(.enter)
    #expect(driver.title.contains("1 open  1 set aside"))
    #expect(driver.lines[1].contains("!1 SAFE OR HELD"))
    #expect(driver.lines[2].contains("OVER BY ~40"))
    #expect(driver.lines[2].contains("set aside: two hours apart"))
    #expect(!driver.lines[2].contains("!2"), "it has no number: it is not counted")
    #expect(driver.flowing.contains("set aside by watch: two hours apart"))
    driver.type("s")
    driver.type("again")
    driver.press(.enter)
    #expect(driver.flowing.contains("set aside already"))
    driver.press(.escape)
    driver.type("q")
    #expect(driver.title.contains("! 1 CONFLICT"))
    driver.type("u")
    #expect(driver.title.contains("! 2 CONFLICTS"))
  }

  @Test func `what was set aside is open again when another claim touches it`() {
    var driver = Driver(120, 40)
    driver.type("c")
    driver.command("aside counted twice")
    #expect(driver.title.contains("1 open  1 set aside"))
    // One more outlet that carries the 300 held.
    let text = Array("About 300 are held.\n".utf8)
    let id = ArticleID(digest: String(repeating: "cd", count: 32))
    let claim = Claim(
      Fixture.count(.held, "hostages", .people, .about(300)), speaker: Fixture.officials,
      happened: Fixture.wednesday, receipt: Receipt(article: id, span: 0..<18, rule: "test"))
    driver.send(.loaded([LoadedArticle(Article(id: id, path: "more.txt", text: text), claims: [claim])]))
    #expect(driver.title.contains("2 open"))
    #expect(!driver.title.contains("aside"))
  }

  @Test func `parentheses move between the receipts and enter opens the one that is shown`() {
    var driver = Driver(120, 40)
    driver.type("c)")
    #expect(driver.flowing.contains("( ) 2 of 3"))
    let screen = driver.frame
    driver.press(.enter)
    #expect(driver.flowing.contains("«About 300 hostages»"))
    driver.type("q")
    #expect(driver.frame == screen)
    driver.type("((r")
    #expect(driver.title.contains("LADDER: aboard"), "round to the last of three, and its ladder")
  }

  @Test(arguments: [(40, 10), (80, 24), (200, 60)]) func `they are read at every size`(_ columns: Int, _ rows: Int) {
    var driver = Driver(columns, rows)
    driver.type("c")
    #expect(driver.title.contains("CONFLICTS  2 open"))
    #expect(driver.lines[1].contains("!1 SAFE OR HELD"))
    #expect(driver.lines[2].contains("!2 OVER BY ~40"))
    #expect(driver.screen.contains("«About 300 hostages»"))
  }

  @Test func `what does not add up within an article is listed after the conflicts`() {
    let text = "Rescued were 104: 58 men, 31 women and 16 children.\n"
    let id = ArticleID(digest: String(repeating: "7", count: 64))
    func claim(_ quote: String, _ subject: String, _ count: Int, partOf whole: Int?) -> Claim {
      let start = text.firstRange(of: quote).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } ?? 0
      return Claim(
        .count(Count(.rescued, subject, .people, .exactly(count), scope: whole == nil ? .total : .part)),
        partOf: whole, receipt: Receipt(article: id, span: start..<start + quote.utf8.count, rule: "test"))
    }
    var store = EventStore()
    store.append(
      Article(id: id, path: "sum.txt", text: Array(text.utf8)),
      claims: [
        claim("104", "people", 104, partOf: nil), claim("58 men", "men", 58, partOf: 0),
        claim("31 women", "women", 31, partOf: 0), claim("16 children", "children", 16, partOf: 0),
      ])
    var driver = Driver(120, 40, store: store)
    driver.type("c")
    #expect(driver.title.contains("0 open  1 check"))
    #expect(driver.lines[1].contains("WRONG SUM"))
    #expect(driver.lines[1].contains("58 men + 31 women + 16 children = 105, but 104 people rescued"))
    #expect(driver.screen.contains("«58 men»"))
    driver.type(")")
    driver.press(.enter)
    #expect(driver.flowing.contains("«58 men»"))
  }

  @Test func `where there is none it says so`() {
    var driver = Driver()
    driver.type("gc")
    #expect(driver.title.contains("0 open"))
    #expect(driver.flowing.contains("no conflict among the figures at this point"))
    driver.type("s")
    driver.press(.enter)
    #expect(driver.flowing.contains("no conflict is selected"))
  }
}
