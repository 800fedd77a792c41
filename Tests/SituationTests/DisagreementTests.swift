import LineExamples
import Testing

@testable import Situation

/// When two figures cannot both be true, and when they only differ.
@Suite struct DisagreementTests {
  static let railway = Speaker(name: "Muhammad Kashif", role: "railway official", side: .railwayAndMedical)

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let status: Count.Status
    let older: Figure
    let newer: Figure
    var areBelligerents = false
    let expected: Disagreement

    init(
      _ description: String, _ status: Count.Status, _ older: Figure, _ newer: Figure, between: Bool = false,
      _ expected: Disagreement
    ) {
      testDescription = description
      self.status = status
      self.older = older
      self.newer = newer
      areBelligerents = between
      self.expected = expected
    }
  }

  static let cases = [
    Case("a toll that rises is a progression", .killed, .exactly(16), .exactly(27), .progression),
    Case("a toll that falls is a contradiction", .killed, .exactly(10), .exactly(3), .contradiction),
    Case("between belligerents a rise is none", .killed, .exactly(21), .exactly(50), between: true, .contradiction),
    Case("a toll that agrees says nothing against it", .killed, .atLeast(25), .exactly(28), .progression),
    Case("over 450 and around 500 can both be", .aboard, .about(500), .atLeast(450, "over"), .none),
    Case("440 is below around 500 even widened", .aboard, .about(500), .exactly(440), .contradiction),
    Case("455 is around 500 if about is a tenth", .aboard, .about(500), .exactly(455), .atOdds),
    Case("rounded totals are at odds at most", .aboard, .exactly(450), .exactly(600), .atOdds),
    Case("the held become fewer", .held, .exactly(450), .exactly(214), .none),
    Case("the held of two enemies are rivals", .held, .atLeast(450), .exactly(214), between: true, .contradiction),
    Case("none held against 214", .held, .exactly(0), .exactly(214), between: true, .contradiction),
    Case("what has no number says nothing", .killed, .exactly(10), .undisclosed(), .none),
  ]

  private static func rung(_ figure: Figure, _ speaker: Speaker?, _ sequence: Int) -> Rung {
    Rung(figure: figure, speaker: speaker, outlet: "Desk", events: [EventID(sequence)])
  }

  @Test(arguments: cases) func `a newer figure stands to an older one as the words say`(example: Case) {
    let older = DisagreementTests.rung(example.older, Examples.officials, 0)
    let newer = DisagreementTests.rung(example.newer, example.areBelligerents ? Examples.bla : Examples.military, 1)
    #expect(Disagreement(newer, after: older, on: example.status) == example.expected)
  }

  @Test func `the smaller toll of one side counts its soldiers too before it contradicts the other's`() throws {
    func conflict(_ killedByBLA: Int) throws -> Conflict {
      let article = Examples.article("night", date: Examples.moment("2025-03-12T22:10"), outlet: "Desk 2")
      var store = Examples.store([
        ("2025-03-12T19:50", Examples.count(.killed, .exactly(killedByBLA), of: "hostages"), Examples.bla)
      ])
      store.append(
        article,
        claims: [
          Examples.claim(Examples.count(.killed, .exactly(21)), in: article, at: 1, by: Examples.military),
          Examples.claim(
            Examples.count(.killed, .exactly(4), of: "soldiers", class: .securityForces), in: article, at: 2,
            by: Examples.military),
        ])
      return try #require(store.board().conflicts.first { $0.subject == "killed" })
    }
    let fifty = try conflict(50)
    #expect(fifty.severity == .contradiction)
    #expect(fifty.sentence() == "killed 21 + security forces killed 4 = 25, but 50")
    #expect(try conflict(25).severity == .atOdds)
  }

  @Test func `women and children rescued by one side and let go by the other are one group under two verbs`() throws {
    let store = Examples.store([
      ("2025-03-11T20:00", Examples.count(.released, .undisclosed(), of: "women and children"), Examples.bla),
      ("2025-03-11T21:00", Examples.count(.rescued, .undisclosed(), of: "women and children"), Examples.officials),
    ])
    let conflict = try #require(store.board().conflicts.first)
    #expect(store.board().conflicts.count == 1)
    #expect(conflict.kind == .verb)
    #expect(conflict.headline() == "RESCUED OR LET GO")
    let names = [EventID(0): "BLA", EventID(1): "officials"]
    #expect(
      conflict.sentence { names[$0.rung.first] }
        == "women and children rescued (officials), but let go (BLA)")
  }

  @Test func `two who agree on the verb, or speak of other people, are in no conflict`() {
    for (subject, speaker) in [("women", Examples.police), ("drivers", Examples.bla)] {
      let store = Examples.store([
        ("2025-03-11T20:00", Examples.count(.released, .undisclosed(), of: subject), speaker),
        ("2025-03-11T21:00", Examples.count(.rescued, .undisclosed(), of: "women"), Examples.officials),
      ])
      #expect(store.board().conflicts.isEmpty)
    }
  }

  @Test func `who left with 214 hostages and killed them speaks of 214 people`() throws {
    var store = Examples.store([
      ("2025-03-12T22:10", Examples.count(.aboard, .exactly(440)), Examples.military),
      ("2025-03-14T15:05", Examples.count(.rescued, .exactly(354)), Examples.military),
    ])
    let article = Examples.article("evening", date: Examples.moment("2025-03-14T19:30"), outlet: "Desk 9")
    store.append(
      article,
      claims: [
        Examples.claim(Examples.count(.held, .exactly(214)), in: article, at: 1, by: Examples.bla),
        Examples.claim(Examples.count(.killed, .exactly(214)), in: article, at: 2, by: Examples.bla),
      ])
    let ledger = try #require(store.board().ledger)
    #expect(ledger.terms.map(\.label) == ["rescued"])
    #expect(ledger.residual == Interval(low: 86, high: 86))
    // The weaker label makes no head, and stays on its ladder.
    let held = try #require(store.board().ladders[FigureKey(.held, .people)])
    #expect(held.heads.isEmpty)
    #expect(held.rungs.filter { held.isWeaker($0) }.map(\.figure) == [.exactly(214)])
    #expect(store.board().row("held")?.value == .unknown)
  }

  @Test func `one sentence tells what does not add up and who says so`() throws {
    let store = Examples.store([
      ("2025-03-12T10:00", Examples.count(.aboard, .about(450)), nil),
      ("2025-03-12T10:01", Examples.count(.held, .about(300)), Examples.officials),
      ("2025-03-12T10:02", Examples.count(.rescued, .exactly(190)), nil),
      ("2025-03-12T10:03", Examples.count(.safe, .about(350)), Examples.police),
    ])
    let names = [EventID(1): "officials", EventID(3): "Dilawar, police"]
    let board = store.board()
    #expect(
      board.conflicts.map { $0.sentence { names[$0.rung.first] ?? "unattributed" } } == [
        "safe ~350 (Dilawar, police) + held ~300 (officials) = ~650, but aboard ~450 (unattributed)",
        "rescued 190 (unattributed) + held ~300 (officials) = ~490, but aboard ~450 (unattributed)",
      ])
    #expect(
      board.ledger?.sentence { names[$0.rung.first] ?? "unattributed" }
        == "over by ~40: 190 rescued (unattributed) + ~300 held (officials) against ~450 aboard (unattributed); "
        + "with about at ±10%: from 115 over to 35 unaccounted")
  }
}
