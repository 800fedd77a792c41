import Situation
import Testing

@testable import BoardUI

/// Panes alone on the screen, out of sight, and back.
@Suite struct ZoomTests {
  @Test func `z gives the pane the screen and z again gives all panes back`() {
    var driver = Driver(120, 40)
    let board = driver.frame
    driver.type("z")
    #expect(driver.screen.contains("PEOPLE") && !driver.screen.contains("FORCES"))
    #expect(driver.title.contains("! 2 CONFLICTS"))
    #expect(driver.lines[1].contains("!1 SAFE OR HELD"), "a conflict is never out of sight")
    driver.type("z")
    #expect(driver.frame == board)
  }

  @Test func `a zoomed pane in which nothing can be selected has nothing below it`() {
    var driver = Driver(120, 40, store: DatedIncident.store)
    driver.type("g.3z")
    #expect(driver.screen.contains("no claim speaks of forces yet"))
    let rules = driver.lines.filter { $0.contains("───") }
    #expect(rules.count == 2, "those of the pane and of the replay: \(rules)")
  }

  @Test func `a number goes to another pane and the zoom goes with it`() {
    var driver = Driver(120, 40)
    driver.type("z3")
    #expect(driver.screen.contains("FORCES") && !driver.screen.contains("2 PEOPLE"))
    #expect(driver.screen.contains("behind killed"), "\(driver.screen)")
  }

  @Test func `H hides a pane, its room goes to the others, and its number brings it back`() {
    var driver = Driver(80, 24)
    let board = driver.lines
    driver.type("3H")
    #expect(!driver.screen.contains("FORCES"))
    #expect(driver.keyLine.contains("forces hidden; 3 brings it back"))
    driver.type("2")
    let receipt = driver.lines.firstIndex { $0.contains("5 RECEIPT") }
    #expect(receipt == board.firstIndex { $0.contains("2 PEOPLE") }, "the receipt has the whole column")
    driver.type("32")
    #expect(driver.lines == board)
  }

  @Test func `both panes of a column hidden leave the whole width to the other column`() {
    var driver = Driver(120, 40)
    driver.type("3H5H2")
    #expect(!driver.screen.contains("FORCES") && !driver.screen.contains("RECEIPT"))
    let people = driver.lines.drop { !$0.contains("2 PEOPLE") }
    #expect(!people.contains { $0.contains("│") || $0.contains("┬") }, "there is no rule between columns")
  }

  @Test func `the last pane stays and conflicts are never hidden`() {
    var driver = Driver(120, 40)
    for _ in 0..<20 { driver.type("H") }
    #expect(driver.effects == [.bell])
    driver.type("6H")
    #expect(driver.effects == [.bell])
    #expect(driver.keyLine.contains("conflicts are never hidden"))
    #expect(driver.lines[1...4].contains { $0.contains("!1") })
  }

  @Test func `tab passes over what is hidden`() {
    var driver = Driver(80, 24)
    driver.type("3H2")
    driver.press(.tab)
    #expect(driver.model.focus == .timeline)
  }

  @Test func `a vehicle that is selected shows every claim on it, and one that none speaks of says so`() {
    var driver = Driver(120, 40)
    driver.type("1z")
    let engine = driver.screen
    #expect(engine.contains("the claim behind engine"))
    #expect(engine.contains("«The engine and its nine coaches cannot move»"))
    var silent = Driver(120, 40, store: RandomTrain.silentCoach)
    silent.type("1zj")
    #expect(silent.screen.contains("none behind coach 1"))
  }

  /// Rescued: 155 on the 12th at 10:00 and 300 at 21:30, both by the military; the axis runs from the 11th at 13:00.
  @Test func `the plot of a figure has a letter for each claim at its height and its time`() {
    var driver = Driver(100, 40, store: DatedIncident.store)
    driver.type("2zjjj")
    #expect(driver.screen.contains("rescued over time, by who says it"))
    let plot = driver.lines.filter { $0.contains("│") || $0.contains("500 ") }
    let rows = driver.lines.indices.filter { driver.lines[$0].contains("A") && driver.lines[$0].contains("│") }
    #expect(rows.count == 2, "\(plot.joined(separator: "\n"))")
    #expect(driver.screen.contains("A spokesman, military 300") || driver.screen.contains("A military spokesman 300"))
    // 300 stands above 155, and to the right of it.
    let columns = rows.compactMap { row in
      driver.lines[row].firstIndex(of: "A").map {
        driver.lines[row].distance(from: driver.lines[row].startIndex, to: $0)
      }
    }
    #expect(columns.count == 2 && columns[0] > columns[1])
  }

  @Test func `a plot of claims without times says so`() {
    var driver = Driver(100, 40)
    driver.type("2z")
    #expect(driver.screen.contains("no times are known: in the order of the text"))
    #expect(driver.screen.contains("no times"))
  }

  @Test func `a pinned figure is a line in its plot`() {
    var driver = Driver(100, 40, store: DatedIncident.store)
    driver.type("2zjjjp")
    #expect(driver.screen.contains("pinned 300"), "\(driver.screen)")
  }

  @Test func `the steps of a figure begin with its first claim and end at the playhead`() throws {
    let model = Driver(200, 60, store: DatedIncident.store).model
    let ladder = try #require(model.board.ladders[FigureKey(.rescued, .people)])
    #expect(ladder.figure(by: DatedIncident.instant(12, 9, 59)) == nil)
    #expect(ladder.figure(by: DatedIncident.instant(12, 10)) == .exactly(155))
    #expect(ladder.figure(by: DatedIncident.instant(12, 21, 29)) == .exactly(155))
    #expect(ladder.figure(by: DatedIncident.instant(12, 21, 30)) == .exactly(300))
    #expect(ladder.previous == .exactly(155))
  }

  /// From 11 March 13:00 to 13 March 8:30 are 43.5 hours: 12 March 10:45 is the middle.
  @Test func `the axis of time is cut into equal columns`() throws {
    let axis = try #require(TimeAxis(DatedIncident.store, clock: .happened))
    #expect(axis.from == DatedIncident.instant(11, 13) && axis.to == DatedIncident.instant(13, 8, 30))
    #expect(axis.column(of: DatedIncident.instant(12, 10, 44), of: 2) == 0)
    #expect(axis.column(of: DatedIncident.instant(12, 10, 46), of: 2) == 1)
    #expect(axis.column(of: DatedIncident.instant(30, 0), of: 10) == 9, "what lies behind it stands at its end")
    #expect(axis.column(of: Instant(seconds: .min), of: 10) == 0)
    #expect(axis.end(of: 9, of: 10) == axis.to)
  }

  @Test(arguments: [
    ("48 hours", 172_800), ("48-hour", 172_800), ("30 minutes", 1800), ("2 days", 172_800), ("deadline: 1 hour", 3600),
  ])
  func `a deadline of so many hours is a length of time`(content: String, seconds: Int64) {
    #expect(DeadlineNote.seconds(content) == seconds)
  }

  @Test(arguments: ["", "Thursday", "soon", "hours", "99999 days", "before dawn"])
  func `a deadline in other words has no length`(content: String) { #expect(DeadlineNote.seconds(content) == nil) }

  /// Said by 11 March 20:00, a deadline of 48 hours ends by 13 March 20:00.
  @Test func `a deadline tells how long is left at the playhead, as a bound where its beginning is one`() throws {
    var store = EventStore()
    let id = ArticleID(digest: "d")
    func deadline(_ happened: Moment) -> Claim {
      Claim(
        .statement(Statement(act: .deadline, by: "BLA", content: "48 hours")), speaker: DatedIncident.bla,
        happened: happened, reported: happened, receipt: Receipt(article: id, span: 0..<2, rule: "test"))
    }
    store.append(
      Article(id: id, path: "d.txt", text: Array("48 hours".utf8)),
      claims: [deadline(DatedIncident.at(11, 20).by), deadline(DatedIncident.at(12, 9))])
    let statements = Board(store, included: 2, clock: .happened).forces.statements
    // Said twice, it is one deadline.
    #expect(statements.map(\.events.count) == [2])
    let second = try #require(DeadlineNote(statements[0], among: statements[...0], store: store))
    #expect(second.words(at: DatedIncident.instant(12, 20), .unicode) == "≤24h left", "it runs from when it was set")
    #expect(second.words(at: DatedIncident.instant(13, 19, 30), .ascii) == "<=30m left")
    #expect(second.words(at: DatedIncident.instant(14, 20), .unicode) == "passed ≥24h ago")
    #expect(second.words(at: nil, .unicode) == nil)
  }

  @Test func `v takes the underlines of what was read away and brings them back`() {
    func underlined(_ frame: Frame) -> Int { frame.cells.count { $0.style.isUnderlined } }
    var driver = Driver()
    driver.press(.enter)
    let before = underlined(driver.frame)
    #expect(before > 0)
    driver.type("v")
    #expect(underlined(driver.frame) == 0)
    #expect(driver.screen.contains("«"), "the receipt stays marked")
    driver.type("v")
    #expect(underlined(driver.frame) == before)
  }
}

/// A train of two coaches, of which nobody says anything but that there are two.
enum RandomTrain {
  static let silentCoach: EventStore = {
    var store = EventStore()
    let id = ArticleID(digest: "t")
    func claim(_ content: Claim.Content) -> Claim {
      Claim(content, receipt: Receipt(article: id, span: 0..<3, rule: "test"))
    }
    store.append(
      Article(id: id, path: "t.txt", text: Array("two coaches".utf8)),
      claims: [
        claim(.condition(Condition(object: "coaches", state: nil, number: 2))),
        claim(.condition(Condition(object: "engine", state: "hit"))),
      ])
    return store
  }()
}
