import BoardUI
import LineExamples
import Situation
import Testing

/// What comes first when the board is opened again: the newest, what changed, and the way back.
@Suite struct NewestTests {
  /// Left at 12 March 10:00, after four of nine events.
  private var left: Session {
    var driver = Driver(120, 40, store: DatedIncident.store)
    driver.type(":goto 12 Mar 10:00")
    driver.press(.enter)
    driver.type("3z")
    return driver.model.savedPlace
  }

  @Test func `a board that was left in the middle opens at the newest and says how to go back`() {
    var driver = Driver(120, 40, store: DatedIncident.store)
    driver.model.reopen(left)
    #expect(driver.title.contains("9/9") && !driver.title.contains("BEHIND"), "\(driver.title)")
    #expect(driver.keyLine.contains("this is the newest; ' goes back to 12 Mar 10:00, where you left"))
    #expect(driver.lines[2].contains("3 FORCES"), "arranged as it was: \(driver.screen)")
    driver.type("'")
    #expect(driver.title.contains("4/9") && driver.title.contains("BEHIND 5"), "\(driver.title)")
    driver.type("'")
    #expect(driver.keyLine.contains("no place further back was kept"))
  }

  @Test func `a place that is offered and not taken is offered again the next time`() {
    var driver = Driver(120, 40, store: DatedIncident.store)
    driver.model.reopen(left)
    driver.type("jk")
    #expect(driver.model.savedPlace.event == left.event)
    var again = Driver(120, 40, store: DatedIncident.store)
    again.model.reopen(driver.model.savedPlace)
    #expect(again.keyLine.contains("' goes back to 12 Mar 10:00"))
    again.type(":goto 11 Mar 13:00")
    again.press(.enter)
    #expect(again.model.savedPlace.event != left.event, "another place is left then")
  }

  @Test func `a board that was left at the newest opens as it was, without a word`() {
    var driver = Driver(120, 40, store: DatedIncident.store)
    driver.type("2Z")
    var again = Driver(120, 40, store: DatedIncident.store)
    again.model.reopen(driver.model.savedPlace)
    #expect(!again.keyLine.contains("goes back"))
  }

  @Test func `a board that was left in an article opens at the board`() {
    var driver = Driver(120, 40, store: DatedIncident.store)
    driver.press(.enter)
    #expect(driver.model.savedPlace.article != nil)
    var again = Driver(120, 40, store: DatedIncident.store)
    again.model.reopen(driver.model.savedPlace)
    #expect(again.title.contains("9/9"), "\(again.title)")
  }

  @Test(arguments: [(40, 10), (80, 24), (120, 40)])
  func `a board that is not at the newest says how far behind it is`(_ columns: Int, _ rows: Int) {
    var driver = Driver(columns, rows, store: DatedIncident.store)
    driver.command("goto 12 Mar 14:00")
    #expect(driver.title.contains("BEHIND 4"), "\(driver.title)")
    #expect(driver.title.contains("12 Mar 14:00"), "\(driver.title)")
    driver.type("G")
    #expect(!driver.title.contains("BEHIND"))
  }

  /// The first two dispatches were seen: since then the attackers' dead rose from 27 to 33, the rescued from 155 to 300,
  /// the dead from nobody to 21 and 50, and these two contradict one another.
  private var seen: EventStore {
    var store = EventStore()
    store.append(contentsOf: Array(DatedIncident.loaded.prefix(2)))
    return store
  }

  @Test func `what changed since the last look is counted in the title and listed by one key, the gravest first`() {
    var driver = Driver(120, 40, store: DatedIncident.store)
    driver.send(.opened(lastLook: seen))
    #expect(driver.title.contains("4 changed since your last look"), "\(driver.title)")
    #expect(driver.keyLine.contains("4 changed since your last look; d lists them"))
    driver.type("d")
    #expect(driver.title.contains("CHANGES since your last look  4 changed"))
    let labels = driver.lines[1...4].map { $0.split(separator: " ").prefix(4).joined(separator: " ") }
    #expect(
      labels == [
        ">changed people killed ?,", "new conflicts CONTRADICTION killed", "changed forces attackers killed",
        "changed people rescued 155,",
      ])
    // In the last hour, from 07:30 on: the dead of either side, and the contradiction between them.
    driver.type("D")
    #expect(driver.title.contains("CHANGES since 1h  2 changed"), "\(driver.title)")
    driver.type("D")
    #expect(driver.title.contains("CHANGES since your last look"))
  }

  @Test func `further back in the replay the changes since the last look stay those of the newest`() {
    var driver = Driver(120, 40, store: DatedIncident.store)
    driver.send(.opened(lastLook: seen))
    driver.type("gd")
    #expect(driver.title.contains("4 changed"), "\(driver.title)")
  }

  @Test func `the first total is new, and no change of the part that was told before`() {
    func article(_ name: String, _ hour: Int, _ text: String) -> Article {
      Article(
        id: ArticleID(digest: String(repeating: name, count: 64)), path: name, outlet: name,
        date: DatedIncident.at(12, hour), text: Array(text.utf8))
    }
    func claim(_ number: Int, of subject: String, _ scope: Count.Scope, in article: Article) -> Claim {
      var count = Count(.killed, subject, .people, .exactly(number))
      count.scope = scope
      return Claim(
        .count(count), standing: .current, speaker: DatedIncident.military, happened: article.date.by,
        reported: article.date, receipt: Receipt(article: article.id, span: 0..<4, rule: "by-hand"))
    }
    let first = article("a", 9, "Some staff of the mission died.")
    let second = article("b", 10, "Fifty people died.")
    var store = EventStore()
    store.append(first, claims: [claim(17, of: "staff", .part, in: first)])
    store.append(second, claims: [claim(50, of: "people", .total, in: second)])
    var driver = Driver(120, 40, store: store)
    driver.send(.opened(lastLook: nil))
    #expect(!driver.screen.contains("17 staff only, now 50"), "\(driver.screen)")
    #expect(driver.lines.contains { $0.hasPrefix(" changed ") && $0.contains("killed 50") }, "\(driver.screen)")
  }

  @Test func `where nothing changed since the last look there is no word of it`() {
    var driver = Driver(120, 40, store: DatedIncident.store)
    driver.send(.opened(lastLook: DatedIncident.store))
    #expect(!driver.screen.contains("changed since"))
    driver.type("d")
    #expect(driver.screen.contains("nothing is other than it was then"))
  }

  @Test
  func `on the first look what changed lately is told and listed, and a text without times says why it cannot be`() {
    var driver = Driver(120, 40, store: DatedIncident.store)
    driver.send(.opened(lastLook: nil))
    // The last report came at 09:00, and the one before it the day before: all it says is of its last hour.
    let line = "4 in the last hour: people killed ?, now 21 (military)"
    #expect(driver.lines.contains { $0.hasPrefix(" changed   " + line) }, "\(driver.screen)")
    driver.type("d")
    #expect(driver.title.contains("CHANGES in the last hour before 13 Mar 09:00  4 changed"))
    driver.type("qg")
    #expect(driver.lines.contains { $0.hasPrefix(" changed   d lists what changed before this") })
    #expect(!driver.screen.contains("the last hour"), "what the newest brought is not told of an earlier instant")
    var undated = Driver(120, 40)
    undated.send(.opened(lastLook: nil))
    #expect(!undated.lines.contains { $0.hasPrefix(" changed") }, "\(undated.screen)")
    undated.type("d")
    #expect(undated.keyLine.contains("no report of a known time came before the newest"))
  }

  /// An hour without news: what the report before it changed is told, and since when.
  @Test func `where the last hour brought nothing, the report before it is what changes are told against`() {
    let spoken = [(9, 155), (12, 190), (14, 190)].map { hour, count in
      NewestTests.rescued(count, at: DatedIncident.at(13, hour), by: DatedIncident.military)
    }
    var store = EventStore()
    store.append(contentsOf: spoken)
    var driver = Driver(120, 40, store: store)
    driver.send(.opened(lastLook: nil))
    let line = " changed   1 since the first report, 13 Mar 09:00: people rescued 155, now 190 (both military)"
    #expect(driver.lines.contains { $0.hasPrefix(line) }, "\(driver.screen)")
  }

  private static func rescued(_ count: Int, at: Moment, by speaker: Speaker) -> (article: Article, claims: [Claim]) {
    let text = "The military has rescued \(count) people by \(at.text ?? "now")."
    let digest = String(repeating: "\(at.to?.seconds ?? 0)", count: 8).prefix(64)
    let id = ArticleID(digest: String(digest))
    let claim = Claim(
      DatedIncident.count(.rescued, .exactly(count)), speaker: speaker, happened: at, reported: at,
      receipt: Receipt(article: id, span: 0..<text.utf8.count, rule: "test"))
    return (Article(id: id, path: "\(count).txt", outlet: "Desk", date: at, text: Array(text.utf8)), [claim])
  }

  /// Three desks print the same: the second and third change nothing that can be seen.
  private static let echoes: EventStore = {
    var store = EventStore()
    for (index, count) in [155, 155, 155, 190].enumerated() {
      let text = "The military has rescued \(count) people."
      let id = ArticleID(digest: String(repeating: "\(index + 4)", count: 64))
      let at = DatedIncident.at(12, 10)
      let claim = Claim(
        DatedIncident.count(.rescued, .exactly(count)), speaker: DatedIncident.military, happened: at, reported: at,
        receipt: Receipt(article: id, span: 0..<text.utf8.count, rule: "test"))
      store.append(
        Article(id: id, path: "\(index).txt", outlet: "Desk \(index)", date: at, text: Array(text.utf8)),
        claims: [claim])
    }
    return store
  }()

  @Test func `a step passes over what only repeats, forward, back and in play, until each event is asked for`() {
    var driver = Driver(120, 40, store: NewestTests.echoes)
    driver.type("g.")
    #expect(driver.title.contains("1/4"))
    driver.type(".")
    #expect(driver.title.contains("4/4"), "\(driver.title)")
    driver.type(",")
    #expect(driver.title.contains("1/4"), "\(driver.title)")
    driver.type("A")
    #expect(driver.keyLine.contains("each event is stepped to"))
    driver.type(".")
    #expect(driver.title.contains("2/4"))
    driver.type("Ag ")
    driver.send(.tick)
    driver.send(.tick)
    #expect(driver.title.contains("4/4"), "\(driver.title)")
  }
}
