import Situation
import Testing

/// The whole incident at five instants, on either clock: ladders, conflicts, gaps and what is left of those aboard.
@Suite struct IncidentStageTests {
  static let boards = IncidentStage.all.flatMap { stage in Clock.allCases.map { (stage, $0) } }

  private func board(_ stage: IncidentStage, _ clock: Clock) -> Board {
    let store = BuiltInIncident.store
    let instant = Moment.parse(stage.time + "+05:00", defaultOffset: .zero)?.to ?? Instant(seconds: 0)
    return Board(store, included: store.asOf(instant, on: clock).included, clock: clock, asOf: instant)
  }

  @Test(arguments: boards) func `the figures that stand are those that were reported`(
    stage: IncidentStage, clock: Clock
  ) {
    let board = board(stage, clock)
    var found: [String: String] = [:]
    for ladder in board.ladders.values where !ladder.live.isEmpty {
      found[ladder.key.label] = ladder.live.map { $0.figure.short() }.joined(separator: " ")
    }
    #expect(found == stage.ladders)
  }

  @Test(arguments: boards) func `what was said too long ago is old`(stage: IncidentStage, clock: Clock) {
    let old = board(stage, clock).ladders.values.flatMap { ladder in
      ladder.rungs.filter { $0.isLive && $0.isOld }.map { "\(ladder.key.label) \($0.figure.short())" }
    }
    #expect(Set(old) == stage.old)
  }

  @Test(arguments: boards) func `what cannot all be true is found, and nothing else`(
    stage: IncidentStage, clock: Clock
  ) {
    let found = board(stage, clock).conflicts.map { conflict in
      conflict.severity.word + ": " + conflict.sentence { $0.rung.side.rawValue }
    }
    #expect(found == stage.conflicts)
  }

  @Test(arguments: boards) func `what is mentioned without a figure is a gap`(stage: IncidentStage, clock: Clock) {
    #expect(Set(board(stage, clock).gaps.map(\.label)) == stage.gaps)
  }

  @Test(arguments: boards) func `what is left of those aboard is as the figures have it`(
    stage: IncidentStage, clock: Clock
  ) throws {
    let ledger = try #require(board(stage, clock).ledger)
    #expect(ledger.residual == stage.residual)
    #expect(ledger.widenedResidual == stage.widenedResidual)
  }

  @Test func `attackers killed rose from 16 to 33, and it can be told`() {
    let ladder = BuiltInIncident.board(asOf: "2025-03-12T23:59").ladders[FigureKey(.killed, .attackers)]
    #expect(ladder?.progressionSentence() == "16, 27, 30, 33: rising, no conflict")
  }

  @Test func `the military's own figures leave 73 of its 440 on Wednesday night and 55 on Friday`() {
    func account(_ time: String) -> [String] {
      let board = BuiltInIncident.board(asOf: time)
      return Ledger.accounts(board.ladders) { BuiltInIncident.store[$0].claim }
        .filter { $0.speaker.speaker.surname == "Chaudhry" }.map { $0.ledger.sentence() }
    }
    #expect(account("2025-03-12T23:59") == ["73 unaccounted: 346 rescued + 21 killed against 440 aboard"])
    #expect(
      account("2025-03-14T20:00") == ["55 unaccounted: 354 rescued + 31 killed against 440 aboard"])
  }

  @Test func `every breakdown comes to its whole, and 30 and 214 stand under two labels`() {
    let board = BuiltInIncident.board(asOf: "2025-03-14T20:00")
    let found = board.checks(in: BuiltInIncident.store).map { check in
      check.headline + ": " + check.sentence { BuiltInIncident.store[$0].claim }
    }
    #expect(
      found == [
        "SAME NUMBER TWICE: 214 people killed and 214 hostages held",
        "SAME NUMBER TWICE: 30 soldiers killed and 30 attackers killed",
      ])
  }

  @Test func `the railway official's words are one origin in however many dispatches they are recalled`() throws {
    let board = BuiltInIncident.board(asOf: "2025-03-12T23:59")
    let rungs = try #require(board.ladders[FigureKey(.aboard, .people)]?.rungs)
    let first = try #require(rungs.first { $0.figure == .about(500, "around") })
    #expect(Origins(first.events, in: BuiltInIncident.store).words == "3 outlets, 1 origin")
  }
}
