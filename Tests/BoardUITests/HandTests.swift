import BoardUI
import LineExamples
import Situation
import Testing

/// The operator's hand: what is asked of the journal, and what shows once it is saved.
@Suite struct HandTests {
  private func reference(_ quote: String) throws -> ClaimReference {
    let event = try #require(Fixture.store.events.first { $0.claim.receipt.span == Fixture.span(quote) })
    return Fixture.store.reference(to: event.id)
  }

  @Test func `nothing shows before the journal has it`() throws {
    var model = Fixture.model(80, 24, journal: .writable(identity: nil))
    let board = view(model, size: model.size)
    let effects = update(&model, .key("p"))
    #expect(effects == [.journal(.pin(try reference("About 300 hostages")), text: "")])
    #expect(view(model, size: model.size) == board)
    #expect(model.store.events.count == 30)
  }

  @Test func `p pins the selected figure and the screen says that it is saved`() throws {
    var driver = Driver()
    driver.type("p")
    #expect(driver.entries.map(\.act) == [.pin(try reference("About 300 hostages"))])
    #expect(driver.keyLine.contains("saved, entry 1: pins a figure"))
    #expect(driver.model.board.ladders[FigureKey(.held, .people)]?.best?.figure == .about(300))
    driver.type("j")
    #expect(!driver.keyLine.contains("saved"), "it is told until the next key")
  }

  @Test func `what is not a figure cannot be pinned`() {
    var driver = Driver()
    driver.type("3j")
    driver.press(.end)
    driver.type("p")
    #expect(driver.effects == [.bell])
    #expect(driver.entries.isEmpty)
    #expect(driver.flowing.contains("not a figure for the whole of anything"))
  }

  @Test func `what is not saved does not show and is said`() {
    var driver = Driver()
    driver.trouble = "not saved: the disk is full; make room and do it again (/state/journal.jsonl)"
    driver.type("p")
    #expect(driver.flowing.contains("make room and do it again"))
    #expect(driver.model.store.events.count == 30)
    #expect(driver.model.board.ladders[FigureKey(.held, .people)]?.best == nil)
    #expect(driver.effects.last == .bell)
  }

  @Test func `a board whose journal cannot be written says so and journals nothing`() {
    var driver = Driver(journal: .readOnly("another sitboard has the journal open"))
    #expect(driver.flowing.contains("READ-ONLY: another sitboard has the journal open"))
    driver.type("p")
    #expect(driver.flowing.contains("nothing is saved: another sitboard has the journal open"))
    driver.command("note seen")
    #expect(driver.entries.isEmpty)
    #expect(driver.flowing.contains("nothing is saved"))
  }

  @Test func `a annotates the selected claim in words that are typed`() throws {
    var driver = Driver()
    driver.type("a")
    #expect(driver.keyLine.hasPrefix(":note "))
    driver.type("heard on the radio")
    driver.press(.enter)
    #expect(driver.entries.map(\.text) == ["heard on the radio"])
    #expect(driver.entries.map(\.act) == [.note(try reference("About 300 hostages"))])
  }

  @Test func `x names the claim and asks before it retracts, and only y retracts`() throws {
    var driver = Driver()
    driver.type("jjx")
    #expect(driver.keyLine.contains("retract 190 rescued, unattributed? y/n"), "\(driver.keyLine)")
    driver.type("j")
    #expect(driver.keyLine.contains("y/n"), "another key answers nothing")
    driver.press(.escape)
    #expect(driver.keyLine.contains("nothing was done"))
    driver.type("xn")
    #expect(driver.entries.isEmpty)
    driver.type("xy")
    #expect(driver.entries.map(\.act) == [.retract(try reference("190 people are free"))])
    #expect(!driver.keyLine.contains("y/n"))
  }

  @Test func `a claim is retracted with the reason on the command line`() throws {
    var driver = Driver()
    driver.type("jj")
    driver.command("retract of another train")
    #expect(driver.entries.map(\.act) == [.retract(try reference("190 people are free"))])
    #expect(driver.entries.map(\.text) == ["of another train"])
    #expect(driver.lines.contains { $0.hasPrefix(">rescued") && $0.contains("?") })
    #expect(driver.title.contains("! 1 CONFLICT"))
  }

  @Test func `an entry of the operator is undone and not retracted`() {
    var driver = Driver()
    driver.command("add coach 4: 20 held")
    driver.type("j")
    #expect(driver.selectedLine?.contains("coach 4") == true)
    driver.command("retract")
    #expect(driver.entries.count == 1)
    #expect(driver.flowing.contains(":undo takes it back"))
  }

  @Test func `a misread figure is corrected`() {
    var driver = Driver()
    driver.command("correct at least 280")
    #expect(driver.entries.map(\.act.name) == ["corrects a figure to >=280"])
    #expect(driver.selectedLine?.contains("≥280") == true)
    driver.type("3")
    driver.press(.end)
    driver.command("correct 3")
    #expect(driver.flowing.contains("has no figure to correct"))
  }

  @Test func `a corrected figure is shown with who corrected it and what the text says`() {
    var driver = Driver(120, 40)
    driver.command("correct 280")
    #expect(driver.selectedLine?.contains("280") == true)
    #expect(driver.flowing.contains("280 held (corrected by watch; the text says ~300)"), "\(driver.screen)")
  }

  @Test func `a pinned figure is marked with who pinned it`() {
    var driver = Driver(160, 50)
    driver.type("p")
    #expect(driver.entries.map(\.act.name) == ["pins a figure"])
    #expect(driver.selectedLine?.contains("held pinned") == true)
    #expect(driver.flowing.contains("figure pinned by watch"), "\(driver.screen)")
    driver.type("r")
    #expect(driver.title.contains("~300 pinned by watch"), "\(driver.title)")
  }

  @Test(
    arguments: [
      ("coach 4: 20 held", "20 held", "coach 4"), ("killed passengers 21", "21 killed", nil),
      ("held about 300", "~300 held", nil), ("at least 30 attackers killed", "≥30 attackers killed", nil),
      ("25 to 30 injured", "25–30 injured", nil), ("soldiers dead 4", "4 soldiers killed", nil),
      ("1 driver critical", "1 driver critical", nil), ("up to 90 of the hostages", "≤90 held", nil),
      ("passengers missing ?", "? missing", nil), ("coach 3: burnt out", "coach 3 burnt out", nil),
      ("track blown up", "track blown up", nil), ("engine: 2 injured", "2 injured", "engine"),
      ("1,200 aboard", "1200 aboard", nil), ("dozens injured", "dozens of people injured", nil),
    ] as [(String, String, String?)])
  func `what is added says what was typed`(_ line: String, _ summary: String, _ place: String?) throws {
    var driver = Driver()
    driver.command("add " + line)
    let entry = try #require(driver.entries.first, "\(driver.flowing)")
    #expect(entry.claim.summary() == summary)
    #expect(entry.claim.place?.name == place)
    #expect(entry.text == line)
    #expect(entry.claim.speaker?.name == "watch")
  }

  @Test func `people and damage are placed on a coach`() {
    var driver = Driver(120, 40)
    driver.command("place 4 20 held")
    driver.command("place coach 3 burnt out")
    #expect(driver.entries.map { $0.claim.summary() } == ["20 held", "coach 3 burnt out"])
    #expect(driver.entries.map(\.claim.place) == ["coach 4", nil])
    let coach = driver.model.board.train.vehicles.first { $0.designation == .coach(3) }
    #expect(coach?.rows.isEmpty == false)
    #expect(driver.pane("PEOPLE").contains("coach 4 20"))
  }

  @Test func `a marker stands at the time that the board is as of, and only where there is one`() {
    var driver = Driver()
    driver.type("mstorming")
    driver.press(.enter)
    #expect(driver.entries.isEmpty)
    #expect(driver.flowing.contains("no time is known here"))
    var dated = Driver(store: DatedIncident.store)
    dated.type("g....")
    dated.type("mstorming")
    dated.press(.enter)
    guard case .marker(let name, let instant)? = dated.entries.first?.act else {
      Issue.record("no marker was made: \(dated.flowing)")
      return
    }
    #expect(name == "storming")
    #expect(CivilTime(instant, at: .zero).text == "2025-03-12T10:00Z")
  }

  @Test func `a conflict is set aside with a note and no longer counted`() {
    var driver = Driver()
    driver.type("e")
    driver.command("aside")
    #expect(driver.flowing.contains("say why"))
    driver.press(.escape)
    driver.command("aside the safe are counted from another hour")
    #expect(driver.entries.map(\.text) == ["the safe are counted from another hour"])
    #expect(driver.title.contains("! 1 CONFLICT"))
  }

  @Test func `u takes back one entry after another and an undo can be undone`() {
    var driver = Driver()
    driver.type("p")
    driver.command("note seen")
    driver.type("u")
    #expect(driver.keyLine.contains("saved, entry 3: undoes entry 2"))
    driver.type("u")
    #expect(driver.keyLine.contains("saved, entry 4: undoes entry 1"))
    #expect(driver.model.board.ladders[FigureKey(.held, .people)]?.best == nil)
    driver.type("u")
    #expect(driver.keyLine.contains("everything you entered is undone already"))
    driver.command("undo 4")
    #expect(driver.model.board.ladders[FigureKey(.held, .people)]?.best?.figure == .about(300))
    driver.command("undo 99")
    #expect(driver.flowing.contains("no entry \"99\"; yours are 1 to 5"))
  }

  @Test func `an act does not move the time that the board is as of`() {
    var driver = Driver(store: DatedIncident.store)
    let title = driver.title.split(separator: " ").first { $0.contains(":") }
    driver.command("note seen")
    #expect(driver.title.split(separator: " ").first { $0.contains(":") } == title)
    #expect(driver.model.isAtEnd)
  }

  @Test func `what is done in the middle of the replay stands where it was done, and the screen says so`() {
    var driver = Driver(store: DatedIncident.store)
    driver.type("g..")
    driver.type("p")
    #expect(driver.keyLine.contains("it stands later than the board: G goes there"))
    #expect(driver.model.playhead == 2)
  }
}
