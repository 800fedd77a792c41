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
    #expect(driver.title.contains("pinned 50"))
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
    driver.type("1r")
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

  @Test func `a board where nothing is pinned calls no figure best`() {
    #expect(!killed().screen.lowercased().contains("best"))
    #expect(!killed().screen.lowercased().contains("pinned"))
  }
}
