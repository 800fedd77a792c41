import BoardUI
import Situation
import Testing

/// The ladder of a figure: `r`.
@Suite struct LadderScreenTests {
  /// The ladder of the people killed in the dated incident.
  private func killed(_ columns: Int = 120, _ rows: Int = 40) -> Driver {
    var driver = Driver(columns, rows, store: DatedIncident.store)
    driver.type("2")
    driver.press(.home)
    while driver.selectedLine?.hasPrefix(">killed") != true { driver.type("j") }
    driver.type("r")
    return driver
  }

  @Test func `every claim for the figure stands in it, newest first, with who says it and whether it stands`() throws {
    let driver = killed()
    #expect(driver.title.contains("LADDER: killed"))
    #expect(driver.title.contains("2 of 2 figures stand"))
    #expect(driver.title.contains("range 21–50"))
    #expect(driver.title.contains("!1"))
    // The board stands at 08:30, when it was so; it was said at 09:00, and is of no age.
    let rows = driver.lines[1...2].map { $0.split(separator: " ").joined(separator: " ") }
    #expect(
      rows
        == [
          "> 21 military spokesman state Samaa 13 Mar 09:00 live", "50 BLA attackers Samaa 13 Mar 09:00 live",
        ])
    #expect(driver.flowing.contains("«The military counts 21 dead passengers.»"))
    #expect(driver.flowing.contains("Samaa, article 3, line 4"))
  }

  @Test func `a figure that its speaker replaced is told apart`() {
    var driver = Driver(120, 40, store: DatedIncident.store)
    driver.type("2")
    driver.press(.home)
    while driver.selectedLine?.hasPrefix(">rescued") != true { driver.type("j") }
    driver.type("r")
    let rows = driver.lines[1...2].map { $0.split(separator: " ").joined(separator: " ") }
    #expect(
      rows == [
        "> 300 military spokesman state Samaa 13 Mar 09:00 live",
        "155 military spokesman state Geo 12 Mar 15:00 17h replaced",
      ])
  }

  @Test func `p pins the selected rung and the board says so, beside the newest`() {
    var driver = killed()
    driver.type("jp")
    #expect(driver.keyLine.contains("saved, entry 1"))
    #expect(driver.lines[2].contains("PINNED"))
    #expect(driver.title.contains("50 pinned by watch"))
    driver.type("qq")
    #expect(driver.effects == [.quit])
    #expect(driver.selectedLine?.contains("pinned 50") == true, "\(driver.selectedLine ?? "")")
    #expect(driver.selectedLine?.contains("21") == true, "the newest stays the newest")
  }

  @Test func `enter opens the article at the rung and q comes back to it`() {
    var driver = killed()
    driver.type("j")
    let ladder = driver.frame
    driver.press(.enter)
    #expect(driver.flowing.contains("«The BLA says that it killed 50 hostages.»"))
    driver.type("q")
    #expect(driver.frame == ladder)
  }

  @Test func `the replay moves under the ladder`() {
    var driver = killed()
    driver.type(",")
    #expect(driver.title.contains("1 of 1 figure stands"))
    #expect(driver.lines[1].contains("50"))
    driver.type("g")
    #expect(driver.flowing.contains("nobody has said anything yet"))
    driver.type("G")
    #expect(driver.title.contains("2 of 2"))
  }

  @Test func `a row that is no figure lists its claims`() {
    var driver = Driver()
    driver.type("3")
    driver.press(.home, .down)
    driver.type("r")
    #expect(driver.title.contains("LADDER"))
    #expect(driver.flowing.contains("security forces exchanging gunfire"))
    driver.type("q1r")
    #expect(driver.title.contains("LADDER: engine"))
    #expect(driver.lines[1].contains("engine immobilised"))
  }

  @Test func `a figure that nobody gives has an empty ladder that says so`() {
    var driver = Driver()
    driver.press(.home)
    while driver.selectedLine?.hasPrefix(">killed") != true { driver.type("j") }
    driver.type("r")
    #expect(driver.title.contains("LADDER: killed"))
    #expect(driver.flowing.contains("no claim gives a figure for this"))
  }

  @Test func `a row without claims has no ladder and says so`() {
    var driver = Driver(store: EventStore())
    driver.type("6r")
    #expect(driver.effects == [.bell])
    #expect(driver.flowing.contains("no figure is selected"))
  }

  @Test(arguments: [(40, 10), (80, 24), (200, 60)]) func `the ladder is read at every size`(_ columns: Int, _ rows: Int)
  {
    let driver = killed(columns, rows)
    #expect(driver.title.contains("LADDER: killed"))
    #expect(driver.lines[1].contains("21") && driver.lines[1].contains("live"))
    #expect(driver.lines[2].contains("50") && driver.lines[2].contains("BLA"))
    #expect(driver.flowing.contains("«The military counts 21 dead"))
    #expect(driver.keyLine.contains("q quit"))
  }

  @Test func `a grade stands beside each rung once any source has one`() {
    var driver = killed()
    #expect(!driver.screen.contains("F6"))
    driver.command("reliability \"bla\" D")
    #expect(driver.keyLine.contains("saved, entry 1: sets the reliability of BLA to D"))
    // The military contradicts it, and nobody on another side gives the same figure.
    #expect(driver.lines[2].contains("D5"), "\(driver.lines[2])")
    #expect(driver.lines[1].contains("F6"))
    driver.command("reliability Gazette B")
    #expect(driver.flowing.contains("no outlet and no speaker is called \"Gazette\" here"))
    driver.press(.escape)
    driver.command("reliability Dawn")
    #expect(driver.flowing.contains("a letter from A"))
    driver.press(.escape)
    driver.type(":rel Da")
    driver.press(.tab)
    #expect(driver.keyLine.hasPrefix(":rel Dawn "))
  }

  @Test func `what several outlets carry is told with the origins behind it`() {
    var driver = killed()
    let text = Array("The military counts 21 dead passengers.\n".utf8)
    let id = ArticleID(digest: String(repeating: "9", count: 64))
    let claim = Claim(
      DatedIncident.count(.killed, .exactly(21)), speaker: DatedIncident.military, happened: DatedIncident.at(13, 9),
      reported: DatedIncident.at(13, 10), receipt: Receipt(article: id, span: 0..<39, rule: "test"))
    let article = Article(id: id, path: "9.txt", outlet: "Geo", date: DatedIncident.at(13, 10), text: text)
    driver.send(.loaded([LoadedArticle(article, claims: [claim])]))
    #expect(driver.flowing.contains("2 outlets, 1 origin"))
    #expect(driver.lines[1].contains("Samaa +1"))
    #expect(driver.lines[2].contains("again"))
  }

  @Test func `a board where nothing is pinned calls no figure best`() {
    #expect(!killed().screen.lowercased().contains("best"))
    #expect(!killed().screen.lowercased().contains("pinned"))
  }
}
