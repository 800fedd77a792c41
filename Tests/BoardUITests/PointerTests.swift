import BoardUI
import Situation
import Testing

@Suite struct PointerTests {
  /// The cell of the first place where a text stands on the screen.
  private func cell(of text: String, _ driver: Driver) throws -> (column: Int, row: Int) {
    let row = try #require(driver.lines.firstIndex { $0.contains(text) })
    let range = try #require(driver.lines[row].firstRange(of: text))
    return (driver.lines[row].distance(from: driver.lines[row].startIndex, to: range.lowerBound), row)
  }

  private func click(_ text: String, _ driver: inout Driver) throws {
    let (column, row) = try cell(of: text, driver)
    driver.press(.pointer(Pointer(.press, column: column, row: row)))
  }

  @Test func `a click selects the row under it and its pane`() throws {
    var driver = Driver(120, 40)
    try click("aboard      ", &driver)
    #expect(driver.model.focus == .people)
    #expect(driver.selectedLine?.hasPrefix(">aboard") == true)
    try click("helicopters", &driver)
    #expect(driver.model.focus == .forces)
    #expect(driver.pane("RECEIPT").contains("«Helicopters support the troops»"))
  }

  @Test func `a click on a coach selects it`() throws {
    var driver = Driver(120, 40)
    try click("3 !", &driver)
    #expect(driver.model.focus == .train)
    #expect(driver.pane("RECEIPT").contains("coaches"))
  }

  @Test func `a click on a conflict shows its receipts`() throws {
    var driver = Driver(120, 40)
    try click("!2 OVER BY", &driver)
    #expect(driver.model.focus == .conflicts)
    #expect(driver.pane("RECEIPT").contains("190 people are free"))
  }

  @Test func `the wheel scrolls the pane under it`() throws {
    var driver = Driver(120, 40)
    let (column, row) = try cell(of: "held      ", driver)
    driver.press(.pointer(Pointer(.wheelDown, column: column, row: row)))
    #expect(driver.selectedLine?.hasPrefix(">held") == false)
    driver.press(.pointer(Pointer(.wheelUp, column: column, row: row)))
    #expect(driver.selectedLine?.hasPrefix(">held") == true)
  }

  @Test func `a drag along the strip takes the playhead with it`() throws {
    var driver = Driver(160, 60, store: DatedIncident.store)
    let heading = try #require(driver.lines.firstIndex { $0.contains("4 TIMELINE") })
    driver.press(.pointer(Pointer(.press, column: 1, row: heading + 1)))
    #expect(driver.title.contains("2/9"), "two claims are of the first minute")
    driver.press(.pointer(Pointer(.drag, column: 45, row: heading + 1)))
    #expect(driver.title.contains("4/9"), "155 were rescued by the middle")
    driver.press(.pointer(Pointer(.drag, column: 83, row: heading + 1)))
    #expect(driver.title.contains("9/9"))
  }

  @Test func `the mouse does nothing where nothing is, and F2 leaves it to the terminal`() {
    var driver = Driver(120, 40)
    let board = driver.frame
    driver.press(.pointer(Pointer(.press, column: 500, row: 500)), .pointer(Pointer(.press, column: 3, row: 39)))
    #expect(driver.frame == board)
    driver.press(.function(2))
    #expect(driver.effects == [.reportMouse(false)])
    driver.press(.function(2))
    #expect(driver.effects == [.reportMouse(true)])
  }

  @Test func `y copies the selected line with who says it and its receipt`() {
    var driver = Driver()
    driver.type("y")
    #expect(
      driver.effects == [
        .copy("~300 held · officials · happened Wed · stopped-train.txt:2 «About 300 hostages»")
      ])
  }

  @Test func `what is pasted is no keys`() {
    var driver = Driver()
    let board = driver.frame
    driver.press(.paste("q\nQ\u{1B}z"))
    #expect(driver.effects.isEmpty)
    #expect(driver.frame == board)
  }
}
