import LineExamples
import Testing

@testable import Situation

/// A figure speaks for the present only for so long, and is shown as old after it.
@Suite struct StaleTimeTests {
  @Test func `the stale times are those that the documentation states`() {
    let hours = Count.Status.allCases.map { StaleTimes.seconds($0).map { $0 / 3600 } }
    #expect(
      zip(Count.Status.allCases, hours).map { "\($0.rawValue) \($1.map(String.init) ?? "never")" } == [
        "held 12", "killed 72", "missing 24", "rescued 72", "released 72", "escaped 72", "safe 24", "evacuated 72",
        "critical 24", "injured 72", "ill 72", "displaced 72", "sheltered 72", "arrested 72", "aboard never",
        "strength 24",
      ])
  }

  @Test func `a status has the place in the board's rows that its case has`() {
    #expect(Count.Status.allCases.map(\.number) == Array(0..<Count.Status.allCases.count))
    #expect(Claim.Doubt.allCases.map { Int($0.number) } == Array(0..<Claim.Doubt.allCases.count))
  }

  @Test func `age is from when it was said and unknown where either time is`() {
    let (eight, ten) = (Instant(seconds: 8 * 3600), Instant(seconds: 10 * 3600))
    #expect(StaleTimes.age(of: eight, at: ten) == 7200)
    #expect(StaleTimes.age(of: nil, at: ten) == nil)
    #expect(StaleTimes.age(of: eight, at: nil) == nil)
    // On the clock of what happened the board can stand before the hour in which it was said.
    #expect(StaleTimes.age(of: ten, at: eight) == nil)
    #expect(StaleTimes.age(of: Instant(seconds: .min), at: ten) == .max)
  }

  private func board(_ later: String) -> Board {
    Examples.store([
      ("2025-03-11T19:10", Examples.count(.held, .atLeast(450, "over")), DisagreementTests.railway),
      ("2025-03-11T20:40", Examples.count(.held, .exactly(214)), Examples.bla),
      (later, Examples.count(.killed, .exactly(3)), Examples.officials),
    ]).board()
  }

  @Test func `an old figure is marked and stays on its ladder`() {
    let held = board("2025-03-12T07:11").ladders[FigureKey(.held, .people)]
    #expect(held?.rungs.map(\.isOld) == [false, true])
    #expect(held?.live.map(\.figure) == [.exactly(214)])
    #expect(board("2025-03-12T07:10").ladders[FigureKey(.held, .people)]?.live.count == 2)
  }

  @Test func `where nobody has said anything newer, the old figures are what is known`() {
    let board = board("2025-03-13T12:00")
    #expect(board.ladders[FigureKey(.held, .people)]?.heads.map(\.figure) == [.atLeast(450, "over"), .exactly(214)])
    #expect(board.conflicts.map(\.severity) == [.contradiction])
    #expect(board.row("held")?.range == Interval(low: 214, high: nil))
  }

  @Test func `a figure that is said anew is young again, and one that is only recalled is not`() {
    func held(_ said: Moment) -> Rung? {
      var store = Examples.store([
        ("2025-03-11T20:40", Examples.count(.held, .exactly(214)), Examples.bla)
      ])
      let article = Examples.article("later", date: Examples.moment("2025-03-14T19:30"), outlet: "Desk 7")
      var claim = Examples.claim(Examples.count(.held, .exactly(214)), in: article, by: Examples.bla)
      claim.reported = said
      store.append(article, claims: [claim])
      let board = Board(store, included: 2, clock: .reported, asOf: Examples.instant("2025-03-14T20:00"))
      return board.ladders[FigureKey(.held, .people)]?.rungs.first
    }
    #expect(held(Examples.moment("2025-03-14").said(as: "on Friday"))?.isOld == false)
    #expect(held(Examples.moment("2025-03-11").said(as: "on Tuesday"))?.isOld == true)
    #expect(held(Examples.moment("2025-03-14T19:30"))?.isOld == true)
  }

  @Test func `nobody grows old where no times are known`() {
    let article = Examples.article("undated")
    var store = EventStore()
    store.append(article, claims: [Examples.claim(Examples.count(.held, .about(300)), in: article)])
    #expect(store.board().ladders[FigureKey(.held, .people)]?.rungs.map(\.isOld) == [false])
    #expect(store.board().asOf == nil)
  }

  @Test func `a threat that lies ahead makes nothing old`() {
    let article = Examples.article("threat", date: Examples.moment("2025-03-11T20:40"))
    var store = EventStore()
    store.append(
      article,
      claims: [
        Examples.claim(Examples.count(.held, .exactly(214)), in: article, at: 1, by: Examples.bla),
        Examples.claim(
          Examples.count(.killed, .exactly(5)), in: article, at: 2, by: Examples.bla,
          happened: Examples.moment("2025-03-13T20:40"), standing: .forecast),
      ])
    #expect(store.board(.happened).ladders[FigureKey(.held, .people)]?.rungs.map(\.isOld) == [false])
  }
}
