import Situation
import Testing

/// The ledger of one speaker, and how a figure rose.
@Suite struct AccountTests {
  @Test func `the military's own figures leave 73 of its 440 unaccounted for`() throws {
    let body = Speaker(role: "military", side: .state)
    let source = Speaker(role: "military sources", isAnonymous: true, side: .state)
    let store = Examples.store([
      ("2025-03-11T15:20", Examples.count(.aboard, .about(500)), DisagreementTests.railway),
      ("2025-03-12T07:40", Examples.count(.missing, .exactly(5)), source),
      ("2025-03-12T19:50", Examples.count(.killed, .exactly(50)), Examples.bla),
      ("2025-03-12T22:10", Examples.count(.aboard, .exactly(440)), Examples.military),
      ("2025-03-12T22:11", Examples.count(.killed, .exactly(21)), Examples.military),
      ("2025-03-12T23:35", Examples.count(.rescued, .exactly(346)), body),
    ])
    let accounts = Ledger.accounts(store.board().ladders) { store[$0].claim }
    // The railway counts nobody but those aboard.
    #expect(accounts.map(\.speaker.speaker) == [Examples.military])
    let ledger = try #require(accounts.first?.ledger)
    #expect(ledger.sentence() == "73 unaccounted: 346 rescued + 21 killed against 440 aboard")
  }

  @Test func `a rising toll is told from the first to the newest, the enemy's apart`() {
    let store = Examples.store([
      ("2025-03-11T23:25", Examples.count(.killed, .exactly(16)), Examples.officials),
      ("2025-03-12T07:40", Examples.count(.killed, .exactly(27)), Examples.military),
      ("2025-03-12T10:00", Examples.count(.killed, .exactly(29)), Examples.bla),
      ("2025-03-12T12:25", Examples.count(.killed, .exactly(30)), Examples.police),
      ("2025-03-12T22:10", Examples.count(.killed, .exactly(33)), Examples.military),
    ])
    let ladder = store.board().ladders[FigureKey(.killed, .people)]
    #expect(ladder?.progressionSentence() == "16, 27, 30, 33: rising, no conflict")
    let one = Examples.store([("2025-03-11T23:25", Examples.count(.killed, .exactly(16)), Examples.officials)])
    #expect(one.board().ladders[FigureKey(.killed, .people)]?.progressionSentence() == nil)
  }
}
