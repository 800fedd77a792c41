import BoardUI
import Situation
import Testing

/// `:baseline` and `:changes`: what is not as it was.
@Suite struct BaselineTests {
  private func driver(_ line: String, _ columns: Int = 120, _ rows: Int = 40) -> Driver {
    var driver = Driver(columns, rows, store: DatedIncident.store)
    driver.command(line)
    return driver
  }

  /// At the end it is 13 Mar 08:30. Since 12 Mar 14:00 there came: attackers killed 33 for 27, rescued 300 for 155,
  /// killed 21 (and 50) for nobody, and a contradiction between the two.
  @Test func `what changed is counted in the title and listed with what it was`() {
    var driver = driver("baseline 12 Mar 14:00")
    #expect(driver.keyLine.contains("changed since 12 Mar 14:00; :changes lists them"))
    #expect(driver.title.contains("4 changed since 12 Mar 14:00"), "\(driver.title)")
    driver.command("changes")
    #expect(driver.title.contains("CHANGES since 12 Mar 14:00  4 changed"), "\(driver.title)")
    let rows = driver.lines[1...4].map { $0.split(separator: " ").joined(separator: " ") }
    #expect(
      rows
        == [
          // The gravest first: the dead, what contradicts itself, the losses of the forces, those who are free.
          ">changed people killed ?, now 21 military, spokesman",
          "new conflicts CONTRADICTION killed 21 but 50 military, spokesman",
          "changed forces attackers killed 27, now 33, replaced by its speaker military, spokesman",
          "changed people rescued 155, now 300, replaced by its speaker military, spokesman",
        ].map { $0.replacing("military, spokesman", with: "military spokesman, Samaa") })
    driver.type("jjj")
    #expect(driver.flowing.contains("«All 300 who were held are free, it says.»"))
    driver.press(.enter)
    #expect(driver.title.contains("Dispatch 3"))
    driver.type("qq")
    #expect(driver.lines.contains { $0.hasPrefix("+rescued") }, "a changed row is marked on the board")
    #expect(driver.lines.contains { $0.hasPrefix(" aboard") }, "and no other")
  }

  @Test func `a span goes along with the replay`() {
    var driver = driver("baseline 1h")
    // 07:30 to 08:30: the dead, twice, and the contradiction between them.
    #expect(driver.title.contains("2 changed since 1h"))
    driver.command("goto 12 Mar 14:00")
    #expect(driver.title.contains("1 changed since 1h"), "the attackers' 27: \(driver.title)")
    driver.command("goto 12 Mar 10:00")
    #expect(driver.title.contains("1 changed since 1h"), "the 155 rescued")
  }

  @Test func `a marker and here are baselines, and off ends it`() {
    var driver = driver("goto 12 Mar 14:00")
    driver.command("marker assault")
    driver.command("baseline here")
    #expect(driver.title.contains("BEHIND 5  +0"), "\(driver.title)")
    driver.type("G")
    #expect(driver.title.contains("4 changed"))
    driver.command("baseline assault")
    #expect(driver.title.contains("4 changed since assault"))
    driver.command("baseline")
    #expect(driver.keyLine.contains("counted since assault"))
    driver.command("baseline off")
    #expect(!driver.title.contains("changed"))
    driver.command("changes")
    #expect(driver.flowing.contains("no baseline is set"))
  }

  @Test func `going back from the baseline tells what is not yet so`() {
    var driver = driver("baseline end")
    driver.type("g")
    driver.command("changes")
    #expect(driver.screen.contains("300, now ?"))
    #expect(driver.screen.contains("was 33"))
  }

  /// The BLA's 50 against the military's 21; then the BLA says 21 as well, and the police say 40.
  private static let turns: EventStore = {
    var store = EventStore()
    let police = Speaker(organisation: "police", side: .state)
    let said = [
      (50, DatedIncident.bla), (21, DatedIncident.military), (21, DatedIncident.bla), (4, police),
    ]
    for (index, said) in said.enumerated() {
      let text = "Dispatch \(index): \(said.0) people are dead."
      let id = ArticleID(digest: String(repeating: "\(index)", count: 64))
      let at = DatedIncident.at(13, 8 + index)
      let claim = Claim(
        DatedIncident.count(.killed, .exactly(said.0)), speaker: said.1, happened: at, reported: at,
        receipt: Receipt(article: id, span: 0..<text.utf8.count, rule: "test"))
      store.append(
        Article(id: id, path: "\(index).txt", outlet: "Desk \(index)", date: at, text: Array(text.utf8)),
        claims: [claim])
    }
    return store
  }()

  @Test func `a conflict among other voices is another one, however alike the two are`() {
    var driver = Driver(120, 40, store: BaselineTests.turns)
    driver.command("baseline 13 Mar 09:30")
    driver.command("changes")
    let rows = driver.lines[1...].map { $0.split(separator: " ").joined(separator: " ") }
    #expect(rows[0].hasPrefix(">changed people killed 21, now 4 police"), "\(driver.screen)")
    #expect(rows[1].hasPrefix("changed people killed 50, now 21, replaced by its speaker BLA"), "\(driver.screen)")
    #expect(rows[2].hasPrefix("new conflicts CONTRADICTION killed 4 but 21"), "\(driver.screen)")
    #expect(
      rows.contains { $0.hasPrefix("gone conflicts CONTRADICTION was killed 21 but 50, replaced by its speaker") },
      "\(driver.screen)")
  }

  @Test func `in the replay as lines a conflict among other voices comes and the first goes`() {
    var replay = LinearReplay(BaselineTests.turns)
    var lines: [String] = []
    while let next = replay.next() { lines += next }
    #expect(lines.contains("  conflicts, new: CONTRADICTION killed 21 but 50"), "\(lines)")
    #expect(
      lines.contains("  conflicts, gone: CONTRADICTION, was killed 21 but 50, replaced by its speaker"), "\(lines)")
    #expect(lines.contains { $0.hasPrefix("  conflicts, new: CONTRADICTION killed 4 but 21") }, "\(lines)")
    #expect(!lines.contains { $0.hasPrefix("  conflicts, CONTRADICTION:") }, "\(lines)")
  }

  @Test func `the last look is asked of the loop and compared with`() {
    var driver = driver("baseline last")
    #expect(driver.effects == [.recallLastLook])
    driver.send(.lastLook(nil))
    #expect(driver.keyLine.contains("this is your first look"))
    var seen = EventStore()
    seen.append(contentsOf: Array(DatedIncident.loaded.prefix(2)))
    driver.send(.lastLook(seen))
    #expect(driver.title.contains("4 changed since your last look"))
    driver.command("changes")
    #expect(driver.screen.contains("155, now 300"))
  }

  @Test(arguments: [("noon", "is neither a time nor a marker"), ("2y", "is neither a time nor a marker")])
  func `what is no baseline is said`(_ text: String, _ words: String) {
    #expect(driver("baseline " + text).flowing.contains(words))
  }

  @Test func `an undated text has no hour to count back`() {
    var driver = Driver()
    driver.command("baseline 1h")
    #expect(driver.flowing.contains(":baseline here is"))
    driver.press(.escape)
    driver.command("baseline #7")
    #expect(driver.title.contains("+"), "\(driver.title)")
  }

  @Test(arguments: [(40, 10), (80, 24), (200, 60)]) func `changes are read at every size`(_ columns: Int, _ rows: Int) {
    var driver = driver("baseline 12 Mar 14:00", columns, rows)
    driver.command("changes")
    #expect(driver.screen.contains("rescued 155, now 300"), "\(driver.screen)")
  }
}
