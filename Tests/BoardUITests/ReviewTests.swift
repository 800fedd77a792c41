import BoardUI
import Situation
import Testing

/// What waits until a person has looked at it: listed, counted in the title, counted nowhere else, and settled by one
/// key.
@Suite struct ReviewTests {
  private static let killed = FigureKey(.killed, .people)

  /// The police give 22 killed, and a sure 20 wounded; a hospital 30 killed, of which the reader is not sure, and nobody
  /// 7 missing, which may be of another day.
  static let store: EventStore = {
    let police = Speaker(role: "police", side: .state)
    let hospital = Speaker(organisation: "Civil Hospital", side: .railwayAndMedical)
    let told: [(text: String, status: Count.Status, number: Int, speaker: Speaker?, doubt: Claim.Doubt?)] = [
      ("22 killed, police say.", .killed, 22, police, nil), ("30 dead, by a hospital.", .killed, 30, hospital, .scope),
      ("7 missing.", .missing, 7, nil, .incident), ("20 wounded.", .injured, 20, police, nil),
    ]
    let date = Moment.parse("2025-03-11T12:00", defaultOffset: .zero) ?? .unknown
    let article = Article(
      id: ArticleID(digest: String(repeating: "7", count: 64)), path: "a.txt", title: "22 killed", outlet: "Desk",
      date: date, text: Array(told.map(\.text).joined(separator: " ").utf8))
    var claims: [Claim] = []
    var start = 0
    for (text, status, number, speaker, doubt) in told {
      let span = start..<start + text.utf8.count
      claims.append(
        Claim(
          .count(Count(status, "people", .people, .exactly(number))), speaker: speaker, happened: date, reported: date,
          doubt: doubt, receipt: Receipt(article: article.id, span: span, rule: "test")))
      start = span.upperBound + 1
    }
    var store = EventStore()
    store.append(article, claims: claims)
    return store
  }()

  private func heads(_ driver: Driver, _ key: FigureKey = ReviewTests.killed) -> [Figure] {
    driver.model.board.people.first { $0.key == key }?.heads.map(\.figure) ?? []
  }

  @Test func `what is not sure is counted in the title and makes no figure`() {
    let driver = Driver(100, 30, store: ReviewTests.store)
    #expect(driver.title.contains("2 to review"), "\(driver.title)")
    #expect(driver.title.contains("no conflict"))
    #expect(heads(driver) == [.exactly(22)])
    #expect(heads(driver, FigureKey(.missing, .people)).isEmpty)
  }

  @Test func `a board on which everything is sure says nothing of a review`() {
    #expect(!Driver(100, 30).title.contains("review"))
  }

  @Test func `an unsure claim is marked in the timeline and its receipt says why`() {
    var driver = Driver(120, 40, store: ReviewTests.store)
    #expect(driver.flowing.contains("30 killed (unsure)"), "\(driver.screen)")
    driver.type("4k")
    #expect(driver.flowing.contains("unsure it may be of another incident or another day"), "\(driver.screen)")
  }

  @Test func `R lists what waits with the passage, why, and what else it could be`() {
    var driver = Driver(100, 30, store: ReviewTests.store)
    driver.type("R")
    #expect(driver.title.contains("TO REVIEW"))
    #expect(driver.title.contains("2 claims"))
    #expect(driver.selectedLine?.contains("7 missing") == true, "the newest first")
    driver.type("j")
    #expect(driver.selectedLine?.contains("30 killed") == true)
    #expect(
      driver.flowing.contains("Read as killed, people, total, current; said by Civil Hospital, 11 Mar 12:00."),
      "\(driver.screen)")
    #expect(driver.flowing.contains("Not sure: it may be a part of a figure, or all of it."))
    #expect(driver.flowing.contains("It could be a part or an addition."))
  }

  @Test func `a accepts a claim as it was read and it counts from then on`() {
    var driver = Driver(100, 30, store: ReviewTests.store)
    driver.type("Rja")
    #expect(driver.entries.map(\.act.name) == ["accepts a claim"])
    #expect(Set(heads(driver)) == [.exactly(22), .exactly(30)])
    #expect(driver.title.contains("1 claim"))
    driver.type("q")
    #expect(driver.title.contains("! 1 CONFLICT"), "\(driver.title)")
    #expect(driver.title.contains("1 to review"))
    driver.type("u")
    #expect(heads(driver) == [.exactly(22)])
    #expect(driver.title.contains("2 to review"))
  }

  @Test func `x leaves a claim out of the board at once, and u brings it back to the list`() {
    var driver = Driver(100, 30, store: ReviewTests.store)
    driver.type("Rx")
    #expect(driver.entries.map(\.act.name) == ["retracts a claim"])
    #expect(driver.title.contains("1 claim"))
    driver.type("u")
    #expect(driver.title.contains("2 claims"))
  }

  @Test func `p takes a claim as a part, which is no rival of a total`() {
    var driver = Driver(100, 30, store: ReviewTests.store)
    driver.type("Rjp")
    #expect(driver.entries.map(\.act.name) == ["takes a claim as part"])
    #expect(heads(driver) == [.exactly(22)])
    driver.type("q")
    #expect(driver.title.contains("no conflict"))
    #expect(
      driver.model.board.summary(of: EventID(1), in: driver.model.store)
        == "30 killed (taken as part by watch, read as total)")
  }

  @Test func `b takes a claim as background, which counts nowhere`() {
    var driver = Driver(100, 30, store: ReviewTests.store)
    driver.type("Rjb")
    #expect(heads(driver) == [.exactly(22)])
    #expect(driver.title.contains("1 claim"))
  }

  @Test func `s asks for another status and the figure moves to its row`() {
    var driver = Driver(100, 30, store: ReviewTests.store)
    driver.type("Rjs")
    #expect(driver.keyLine.hasPrefix(":take "))
    driver.type("injured")
    driver.press(.enter)
    #expect(driver.entries.map(\.act.name) == ["takes a claim as injured"])
    #expect(heads(driver, FigureKey(.injured, .people)).contains(.exactly(30)))
    #expect(heads(driver) == [.exactly(22)])
  }

  @Test func `words that set nothing are named`() {
    var driver = Driver(100, 30, store: ReviewTests.store)
    driver.type("R")
    driver.command("take security forces, killed dozen")
    #expect(driver.entries.isEmpty)
    #expect(driver.flowing.contains("\"dozen\" is not a status, group, scope or standing"))
  }

  @Test func `an earlier instant has only what was read by then to review`() {
    var driver = Driver(100, 30, store: ReviewTests.store)
    driver.type("g")
    #expect(!driver.title.contains("review"), "\(driver.title)")
  }

  @Test(arguments: [(40, 10), (80, 24), (120, 40)])
  func `the list fits and names its keys at every size`(columns: Int, rows: Int) {
    var driver = Driver(columns, rows, store: ReviewTests.store)
    driver.type("R")
    #expect(driver.keyLine.contains("a accept"), "\(driver.keyLine)")
    #expect(driver.keyLine.contains("x reject"))
  }

  @Test func `the replay in lines marks what is unsure and ends with what waits`() {
    var replay = LinearReplay(ReviewTests.store)
    var lines: [String] = []
    while let more = replay.next() { lines += more }
    #expect(lines.contains { $0.contains("30 killed (unsure)") })
    #expect(
      replay.conclusion.suffix(3) == [
        "2 claims wait to be reviewed, counted nowhere:",
        "  7 missing (unsure): it may be of another incident or another day",
        "  30 killed (unsure): it may be a part of a figure, or all of it",
      ])
  }
}
