import Situation
import Testing

/// Figures that do not speak for the present are told as what was last told.
@Suite struct PastFigureTests {
  private func held(_ number: Int) -> Claim.Content { Examples.count(.held, .about(number), of: "people") }

  private func people(_ said: [(at: String, content: Claim.Content, by: Speaker?)]) -> [String] {
    let store = Examples.store(said)
    return BottomLine(store.board(), store).ways(.people)
  }

  private static let over = Claim.Content.condition(Condition(object: "siege", state: "over"))

  @Test func `who was held before the siege was over is not told as held`() {
    let told = people([
      ("2025-08-19T06:30", held(60), Examples.police), ("2025-08-19T10:00", PastFigureTests.over, Examples.military),
    ])
    #expect(told.contains("held ?, last ~60 (district police officer)"), "\(told)")
  }

  @Test func `who is held after it is held`() {
    let told = people([
      ("2025-08-19T06:30", PastFigureTests.over, Examples.military), ("2025-08-19T10:00", held(60), Examples.police),
    ])
    #expect(told.contains("held ~60 (district police officer)"), "\(told)")
  }

  @Test func `who was held longer ago than a figure of the held speaks for is told as last held`() {
    let killed = Examples.count(.killed, .exactly(9), of: "people")
    let told = people([
      ("2025-08-19T06:30", held(60), Examples.police), ("2025-08-20T21:30", killed, Examples.police),
    ])
    #expect(
      told.first == "held ?, last ~60 (district police officer, 39h old); killed 9 (district police officer)", "\(told)"
    )
  }

  @Test func `a person beside their own body is told with it`() {
    let musab = SpeakerName(
      Speaker(name: "Abdiasis Musab", role: "spokesman", organisation: "Al-Shabaab", side: .attackers))
    let body = SpeakerName(Speaker(organisation: "Al-Shabaab", side: .attackers))
    #expect(musab.needsBody(beside: body))
    #expect(!body.needsBody(beside: musab))
    #expect(!musab.needsBody(beside: SpeakerName(Examples.military)))
    #expect(musab.whole == "Musab, Al-Shabaab spokesman")
  }
}

extension PastFigureTests {
  @Test func `figures of the held of two days are a course, whoever gives them`() {
    let store = Examples.store([
      ("2025-08-19T06:30", Examples.count(.held, .about(60), of: "people"), Examples.police),
      ("2025-08-20T05:00", Examples.count(.held, .exactly(30), of: "people"), Examples.bla),
      ("2025-08-21T10:00", Examples.count(.killed, .exactly(9), of: "people"), Examples.police),
    ])
    let board = store.board()
    #expect(board.conflicts.isEmpty)
    #expect(board.ladders[FigureKey(.held, .people)]?.heads.map(\.figure) == [.exactly(30)])
  }

  @Test
  func `figures of the held of one day by two enemies contradict one another, and so does one that is counted again`() {
    let held = (Examples.count(.held, .exactly(60), of: "people"), Examples.count(.held, .exactly(30), of: "people"))
    let oneDay = Examples.store([
      ("2025-08-19T06:30", held.0, Examples.police), ("2025-08-19T10:00", held.1, Examples.bla),
    ])
    #expect(oneDay.board().conflicts.map(\.kind) == [.rival])
    let again = Examples.store([
      ("2025-08-19T06:30", held.0, Examples.police), ("2025-08-20T05:00", held.1, Examples.bla),
      ("2025-08-20T06:00", Examples.count(.held, .exactly(58), of: "people"), Examples.police),
    ])
    #expect(again.board().conflicts.map(\.kind) == [.rival])
  }

  @Test func `a count of one day and that of the next are a course, where only days are known`() {
    let store = Examples.store([
      ("2025-08-19", Examples.count(.held, .exactly(60), of: "people"), Examples.police),
      ("2025-08-20", Examples.count(.held, .exactly(30), of: "people"), Examples.officials),
    ])
    #expect(store.board().conflicts.isEmpty)
    #expect(store.board().row("held")?.value == .figure(.exactly(30)))
  }

  @Test func `what is foretold stands where it was said, and where the train was bound before what befell it`() {
    let first = Examples.article("first", date: Examples.moment("2025-03-12T10:00"))
    let later = Examples.article("later", date: Examples.moment("2025-03-12T12:00"))
    let help = Claim.Content.movement(Movement(subject: "helicopters", action: "sent"))
    let route = Claim.Content.movement(
      Movement(subject: "train", action: "travelling", from: "Quetta", to: "Mach"))
    var store = EventStore()
    store.append(
      first,
      claims: [Examples.claim(help, in: first, happened: Examples.moment("2025-03-18"), standing: .forecast)])
    store.append(
      later,
      claims: [
        Examples.claim(Examples.count(.killed, .exactly(9)), in: later),
        Examples.claim(route, in: later, at: 20),
      ])
    let order = (0..<store.replayCount).map { store.event(at: $0, on: .happened).claim.content }
    #expect(order == [help, route, Examples.count(.killed, .exactly(9))])
  }
}
