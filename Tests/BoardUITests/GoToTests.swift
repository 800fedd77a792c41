import BoardUI
import Situation
import Testing

/// Going to a time, a marker, a change; playing with markers and idle time; live.
@Suite struct GoToTests {
  private func driver(_ columns: Int = 120, _ rows: Int = 40) -> Driver {
    Driver(columns, rows, store: DatedIncident.store)
  }

  /// The nine events of the dated incident by the time when they were so: 11 Mar 13:00 twice, 17:00; 12 Mar 10:00,
  /// 14:00, 21:00, 21:30; 13 Mar 08:00, 08:30.
  @Test(arguments: [
    ("12 Mar 14:30", 5), ("12 mar 14:00", 5), ("12 Mar 13:59", 4), ("12 Mar", 7), ("Mar 11", 3), ("11Mar", 3),
    ("2025-03-12T21:00Z", 6), ("2025-03-12", 7), ("2025-03-12T23:00+05:00", 5), ("08:00", 8), ("wed", 7), ("Tue", 3),
    ("start", 0), ("end", 9), ("#4", 4), ("-1h", 7), ("-1d", 3), ("+2h", 9), ("-12h", 5), ("-40m", 7),
    ("10 Mar", 0), ("20 Mar 2025", 9),
  ])
  func `goto goes to the state as of a time`(_ text: String, _ position: Int) {
    var driver = driver()
    driver.command("goto " + text)
    #expect(driver.title.contains("\(position)/9"), "\(text): \(driver.title)")
  }

  @Test(arguments: [
    ("", "where to?"), ("noon", "is neither a time nor a marker"), ("#10", "there are 9"),
    ("32 Mar", "neither a time nor a marker"), ("25:00", "neither a time nor a marker"),
    ("+2y", "neither a time nor a marker"),
  ])
  func `what is no time is said with ways to write one`(_ text: String, _ words: String) {
    var driver = driver()
    driver.command("goto " + text)
    #expect(driver.flowing.contains(words))
    #expect(driver.title.contains("9/9"))
  }

  @Test func `an undated text has no times to go to and says so`() {
    var driver = Driver()
    driver.command("goto 12 Mar")
    #expect(driver.flowing.contains("--date gives an undated text its date"))
    driver.press(.escape)
    driver.command("goto #12")
    #expect(driver.title.contains("12/28"))
  }

  private func withMarkers() -> Driver {
    var driver = driver()
    driver.command("goto 12 Mar 14:00")
    driver.command("marker assault")
    driver.command("goto 11 Mar 17:00")
    driver.command("marker")
    driver.type("G")
    return driver
  }

  @Test func `brackets go from marker to marker`() {
    var driver = withMarkers()
    driver.type("[")
    #expect(driver.title.contains("5/11"))
    #expect(driver.keyLine.contains("marker assault"))
    driver.type("[")
    #expect(driver.title.contains("3/11"))
    driver.type("[")
    #expect(driver.keyLine.contains("no marker further on this way"))
    driver.type("]")
    #expect(driver.title.contains("5/11"))
    driver.command("goto start")
    driver.command("goto assault")
    #expect(driver.title.contains("5/11"))
    var empty = self.driver()
    empty.type("[")
    #expect(empty.keyLine.contains("no marker is set: m sets one here"))
  }

  @Test func `an undone marker is none`() {
    var driver = withMarkers()
    driver.type("u[")
    #expect(driver.title.contains("5/12"))
    driver.type("[")
    #expect(driver.keyLine.contains("no marker further on this way"))
  }

  @Test func `playing pauses at a marker and space plays on`() {
    var driver = withMarkers()
    driver.type("g ")
    driver.send(.tick)
    driver.send(.tick)
    #expect(driver.model.replay.isPlaying)
    driver.send(.tick)
    #expect(!driver.model.replay.isPlaying)
    #expect(driver.effects == [.cancelWake])
    #expect(driver.keyLine.contains("paused at marker"))
    driver.type(" ")
    #expect(driver.model.replay.isPlaying)
    driver.send(.tick)
    driver.send(.tick)
    #expect(driver.keyLine.contains("paused at marker assault"))
  }

  @Test func `angle brackets go from one change of the selected figure to the next`() {
    var driver = driver()
    driver.type("2")
    driver.press(.home)
    while driver.selectedLine?.contains("rescued") != true { driver.type("j") }
    // 155 came with the fourth event, 300 with the seventh.
    driver.type("<")
    #expect(driver.title.contains("7/9"))
    driver.type("<")
    #expect(driver.title.contains("4/9"))
    driver.type("<")
    #expect(driver.keyLine.contains("rescued: no change further on this way"))
    #expect(driver.title.contains("4/9"))
    driver.type(">")
    #expect(driver.title.contains("7/9"))
    driver.type(">")
    #expect(driver.keyLine.contains("no change further"))
    driver.type("g>")
    #expect(driver.title.contains("4/9"))
    #expect(driver.selectedLine?.contains("155") == true, "the figure stays selected")
  }

  @Test func `idle time is squeezed, or plays in full`() {
    var driver = driver()
    driver.type("g ..")
    // From 13:00 to 17:00 there are four hours: two seconds squeezed, four in full.
    #expect(driver.effects == [.wake(after: .seconds(2))])
    driver.type("I")
    #expect(driver.keyLine.contains("idle time plays in full"))
    #expect(driver.effects == [.wake(after: .seconds(4))])
    driver.type("I")
    #expect(driver.effects == [.wake(after: .seconds(2))])
  }

  @Test func `L goes live and back to where it was`() {
    var driver = driver()
    driver.type("g...L")
    #expect(driver.title.contains("9/9"))
    #expect(driver.keyLine.contains("live"))
    driver.type("L")
    #expect(driver.title.contains("3/9"))
    driver.type("GL")
    #expect(driver.effects == [.bell], "it is live, and was nowhere else")
  }
}
