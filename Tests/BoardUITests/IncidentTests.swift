import BoardUI
import Situation
import Testing

/// A board on the reports of two incidents.
@Suite struct IncidentTests {
  private static func report(_ name: String, _ text: String, day: Int, held: Int) -> LoadedArticle {
    let id = ArticleID(digest: name)
    let date = Moment.parse("2025-03-\(day)T12:00", defaultOffset: .zero) ?? .unknown
    let claim = Claim(
      Fixture.count(.held, "people", .people, .exactly(held)), reported: date,
      receipt: Receipt(article: id, span: 0..<6, rule: "count"))
    return LoadedArticle(
      Article(id: id, path: "\(name).txt", title: "Report \(name)", date: date, text: Array(text.utf8)), claims: [claim]
    )
  }

  private static let siege = [
    report("a", "Gunmen hold the Karun Express near the Selim Tunnel, said Governor Adel Rahmani.", day: 11, held: 100),
    report("b", "They hold the Karun Express near the Selim Tunnel, Governor Adel Rahmani said.", day: 12, held: 90),
  ]
  private static let ferry = report("f", "They saved the crew of the Santa Lucia off Port Amaro.", day: 12, held: 7)
  private static let later = report("g", "They seek the crew of the Santa Lucia off Port Amaro.", day: 13, held: 6)

  private func driver(_ loaded: [LoadedArticle], columns: Int = 100) -> Driver {
    var driver = Driver(columns, 24, store: EventStore())
    driver.send(.loaded(loaded))
    driver.send(.progress(nil))
    return driver
  }

  @Test func `a report about another incident is set aside and the board says so`() {
    let driver = driver(IncidentTests.siege + [IncidentTests.ferry])
    #expect(driver.title.contains("2/2"))
    #expect(driver.screen.contains("1 report is about another incident and set aside: i lists it"))
  }

  @Test func `the list says which incidents there are and why a report is aside`() {
    var driver = driver(IncidentTests.siege + [IncidentTests.ferry])
    driver.type("i")
    #expect(driver.title.contains("INCIDENTS") && driver.title.contains("2 incidents"))
    #expect(driver.lines[1].hasPrefix(">1 attack, Selim Tunnel, 11 Mar 2025"))
    #expect(driver.lines[1].contains("on the board  2 reports  2025-03-11 to 2025-03-12"))
    #expect(driver.lines[4].contains("2 Port Amaro, 12 Mar 2025"))
    #expect(driver.lines[5].contains("Report f") && driver.lines[5].contains("aside: 0 of 4 names shared"))
  }

  @Test func `several incidents of several reports are for the operator to choose from`() {
    var driver = driver(IncidentTests.siege + [IncidentTests.ferry, IncidentTests.later])
    #expect(driver.title.contains("INCIDENTS"))
    driver.press(.down, .down, .down, .enter)
    #expect(driver.title.contains("2/2"))
    #expect(driver.screen.contains("2 reports are about other incidents"))
    #expect(driver.lines.contains { $0.contains("held") && $0.contains(" 6 ") })
    driver.command("incident karun")
    #expect(driver.lines.contains { $0.contains("held") && $0.contains(" 90 ") })
  }

  @Test func `an incident that was asked for is on the board at once`() {
    var driver = Driver(100, 24, store: EventStore())
    driver.model.wantedIncident = "lucia"
    driver.send(.loaded(IncidentTests.siege + [IncidentTests.ferry, IncidentTests.later]))
    driver.send(.progress(nil))
    #expect(driver.lines.contains { $0.contains("held") && $0.contains(" 6 ") })
  }

  @Test func `pulling a report in is journaled, shows and can be undone`() {
    var driver = driver(IncidentTests.siege + [IncidentTests.ferry])
    driver.type("i")
    driver.press(.end)
    driver.type("x")
    #expect(driver.entries.map(\.act) == [.assign(ArticleID(digest: "f"), isIn: true)])
    #expect(driver.lines[5].contains("pulled in"))
    driver.press(.escape)
    // Three claims, and the entry.
    #expect(driver.title.contains("4/4"))
    driver.type("u")
    #expect(driver.screen.contains("1 report is about another incident"))
  }

  @Test func `pushing a report out keeps the place of the playhead`() {
    var driver = driver(IncidentTests.siege + [IncidentTests.siege[0]])
    driver.type("gi")
    driver.press(.end)
    driver.type("x")
    driver.press(.escape)
    #expect(driver.title.contains("0/"))
    #expect(driver.screen.contains("1 report is about another incident"))
  }

  @Test func `what comes later is sorted too`() {
    var driver = driver(IncidentTests.siege)
    driver.send(.loaded([IncidentTests.ferry]))
    #expect(driver.title.contains("2/2"))
    #expect(driver.screen.contains("1 report is about another incident"))
  }

  @Test func `the incident on the board is part of the place that is kept`() {
    var driver = driver(IncidentTests.siege + [IncidentTests.ferry])
    driver.command("incident lucia")
    driver.press(.escape)
    var again = self.driver(IncidentTests.siege + [IncidentTests.ferry])
    again.model.restore(driver.model.savedPlace)
    #expect(again.screen == driver.screen)
  }
}
