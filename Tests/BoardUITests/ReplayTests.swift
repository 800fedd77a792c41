import BoardUI
import Situation
import Testing

/// Replay of a dated incident: four figures for the rescued, each said some time after it was so.
@Suite struct ReplayTests {
  private static let pakistan = UTCOffset(minutes: 300) ?? .zero

  private static func instant(_ text: String) -> Moment {
    Moment.parse("2025-03-" + text, defaultOffset: pakistan) ?? .unknown
  }

  private static let store: EventStore = {
    let text = "80 are free. 104 are free. 155 are free. 190 are free.\n"
    let id = ArticleID(digest: "dated")
    let times = [
      ("11T10:00", "11T14:00"), ("11T12:00", "12T09:00"), ("12T08:00", "12T09:00"), ("12T20:00", "12T21:00"),
    ]
    let claims = zip([80, 104, 155, 190], times).enumerated().map { index, item in
      Claim(
        Fixture.count(.rescued, "people", .people, .exactly(item.0)),
        speaker: Speaker(name: "Speaker \(index)", side: .state), happened: instant(item.1.0),
        reported: instant(item.1.1), receipt: Receipt(article: id, span: index..<index + 2, rule: "count"))
    }
    var store = EventStore()
    store.append(
      Article(id: id, path: "dated.txt", date: instant("12T22:00"), text: Array(text.utf8)), claims: claims)
    return store
  }()

  @Test func `swapping the clock keeps the instant`() {
    var driver = Driver(120, 40, store: ReplayTests.store)
    driver.type("g...")
    #expect(driver.title.contains("as of 12 Mar 08:00"))
    driver.type("t")
    // By 12 March 08:00 only the first figure had been said.
    #expect(driver.title.contains("1/4"))
    #expect(driver.title.contains("as of 11 Mar 14:00"))
    driver.type("t")
    // By 11 March 14:00 two of them were so.
    #expect(driver.title.contains("2/4"))
  }

  @Test func `the receipt stays where it was while the playhead moves fast and follows once it rests`() {
    var driver = Driver(120, 40, store: ReplayTests.store)
    driver.type("g.")
    #expect(driver.screen.contains("«80 are»") || driver.screen.contains("«80»"))
    let before = driver.pane("5 RECEIPT")
    driver.rests = false
    driver.type("..")
    #expect(driver.effects == [.wake(after: .milliseconds(150))])
    #expect(driver.title.contains("3/4"))
    #expect(driver.pane("5 RECEIPT") == before)
    driver.send(.tick)
    #expect(driver.effects == [])
    let after = driver.pane("5 RECEIPT")
    #expect(after != before)
    driver.type(",")
    driver.press(.enter)
    #expect(driver.screen.contains("receipt 2 of 4"), "enter opens the claim that the playhead stands on")
  }

  @Test func `selecting a row shows its receipt at once`() {
    var driver = Driver(120, 40, store: ReplayTests.store)
    driver.type("g.")
    driver.rests = false
    driver.type("..")
    driver.press(.tab, .down, .up)
    var rested = driver
    rested.send(.tick)
    #expect(driver.pane("5 RECEIPT") == rested.pane("5 RECEIPT"))
  }

  @Test func `at the end swapping the clock stays at the end`() {
    var driver = Driver(120, 40, store: ReplayTests.store)
    driver.type("t")
    #expect(driver.title.contains("4/4"))
    #expect(driver.title.contains("as of 12 Mar 21:00"))
  }

  @Test func `a step of time takes in all that was said at it`() {
    var driver = Driver(120, 40, store: ReplayTests.store)
    driver.type("tg")
    driver.press(.right)
    #expect(driver.title.contains("1/4"))
    driver.press(.right)
    #expect(driver.title.contains("3/4"))
    driver.press(.left)
    #expect(driver.title.contains("1/4"))
  }

  @Test func `the waits of a replay follow the times and are bounded`() {
    var driver = Driver(120, 40, store: ReplayTests.store)
    driver.type("t ")
    #expect(driver.effects == [.wake(after: .seconds(1))], "nothing is before the first event: a beat")
    driver.send(.tick)
    #expect(driver.effects == [.wake(after: .seconds(2))], "nineteen hours are two seconds and not more")
    driver.send(.tick)
    #expect(driver.effects == [.wake(after: .milliseconds(150))], "the same minute")
    driver.send(.tick)
    #expect(driver.effects == [.wake(after: .seconds(2))])
    driver.type("t")
    #expect(driver.model.replay.isPlaying)
  }

  @Test func `figures grow with the replay`() {
    var driver = Driver(80, 24, store: ReplayTests.store)
    driver.type("g")
    for figure in ["80", "104", "155", "190"] {
      driver.type(".")
      #expect(driver.lines.contains { $0.hasPrefix("»rescued") && $0.contains(" \(figure) ") }, "\(figure)")
    }
  }

  @Test func `the time alone is shown on the day the board is as of and the date on others`() {
    let driver = Driver(80, 24, store: ReplayTests.store)
    let timeline = driver.pane("TIMELINE")
    let lines = timeline.split(separator: "\n")
    #expect(timeline.contains(/11 Mar +[^:]+: 104 rescued/), "\(lines)")
    #expect(timeline.contains(/20:00 +[^:]+: 190 rescued/), "\(lines)")
  }

  @Test func `a day told in a dispatch is as of the hour it was filed`() {
    let id = ArticleID(digest: "morning")
    var store = EventStore()
    store.append(
      Article(id: id, path: "morning.txt", date: ReplayTests.instant("12T07:40"), text: Array("190 free.\n".utf8)),
      claims: [
        Claim(
          Fixture.count(.rescued, "people", .people, .exactly(190)), happened: ReplayTests.instant("12"),
          reported: ReplayTests.instant("12T07:40"), receipt: Receipt(article: id, span: 0..<3, rule: "count"))
      ])
    let driver = Driver(120, 40, store: store)
    #expect(driver.title.contains("as of 12 Mar 07:40"))
  }
}
