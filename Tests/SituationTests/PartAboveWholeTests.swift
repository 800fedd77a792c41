import Situation
import Testing

/// More of a part than somebody else counts in all.
@Suite struct PartAboveWholeTests {
  private typealias Said = (at: String, content: Claim.Content, by: Speaker?)

  private static let envoy = Speaker(name: "Dana Wills", role: "spokeswoman", organisation: "United Nations")

  private func missing(_ figure: Figure, _ subject: String, _ scope: Count.Scope = .total) -> Claim.Content {
    .count(Count(.missing, subject, .people, figure, scope: scope))
  }

  private func board(_ said: [Said]) -> Board { Examples.store(said).board() }

  private let staff = "2025-03-12T10:00"

  @Test func `more staff missing than people in all is a contradiction that names both speakers`() {
    let board = board([
      (staff, missing(.between(100, 150), "people"), Examples.officials),
      (staff, missing(.exactly(188), "staff", .part), PartAboveWholeTests.envoy),
    ])
    #expect(board.conflicts.map(\.kind) == [.part])
    #expect(board.conflicts.map(\.severity) == [.contradiction])
    #expect(
      board.conflicts.first?.sentence { $0.rung.speakerName?.briefest }
        == "missing 188 staff (Wills), but 100–150 in all (officials)")
    #expect(board.row("missing")?.conflicts == [1])
  }

  @Test func `a part that was told later is unexplained, and a later total of the missing is news`() {
    let earlier = board([
      ("2025-03-12T10:00", missing(.exactly(100), "people"), Examples.officials),
      ("2025-03-12T16:00", missing(.exactly(188), "staff", .part), PartAboveWholeTests.envoy),
    ])
    #expect(earlier.conflicts.map(\.severity) == [.unexplained])
    #expect(earlier.conflicts.first?.sentence() == "missing 188 staff, above 100 in all")
    let later = board([
      ("2025-03-12T10:00", missing(.exactly(188), "staff", .part), PartAboveWholeTests.envoy),
      ("2025-03-12T16:00", missing(.exactly(100), "people"), Examples.officials),
    ])
    #expect(later.conflicts.isEmpty)
  }

  @Test func `an open total, one speaker, nobody named and a place make no conflict`() {
    let part: Said = (staff, missing(.exactly(188), "staff", .part), PartAboveWholeTests.envoy)
    #expect(board([(staff, missing(.atLeast(100), "people"), Examples.officials), part]).conflicts.isEmpty)
    #expect(board([(staff, missing(.exactly(100), "people"), PartAboveWholeTests.envoy), part]).conflicts.isEmpty)
    #expect(board([(staff, missing(.exactly(100), "people"), nil), part]).conflicts.isEmpty)
    #expect(board([(staff, missing(.exactly(200), "people"), Examples.officials), part]).conflicts.isEmpty)
    // Ten times as many are of another event.
    #expect(
      board([
        (staff, missing(.exactly(100), "people"), Examples.officials),
        (staff, missing(.exactly(1880), "staff", .part), PartAboveWholeTests.envoy),
      ]).conflicts.isEmpty)
  }
}
