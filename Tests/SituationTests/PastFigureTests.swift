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
