import Situation
import Testing

/// Why a figure that was told no longer is: only what happened.
@Suite struct DepartureTests {
  private typealias Said = (at: String, content: Claim.Content, by: Speaker?)
  private let toll: Said = ("2025-03-13T08:00", Examples.count(.killed, .exactly(21)), Examples.military)

  /// What became of the first figure of a store that has a count first.
  private func departure(_ store: EventStore) -> Departure? {
    guard let figure = store[EventID(0)].claim.count?.figure else { return nil }
    return store.board().departure(of: figure, from: EventID(0), in: store)
  }

  @Test func `a speaker who gives another figure has replaced it, and a rival who does has not`() {
    let later = ("2025-03-13T20:00", Examples.count(.killed, .exactly(31)))
    #expect(departure(Examples.store([toll, (later.0, later.1, Examples.military)])) == .replaced)
    #expect(departure(Examples.store([toll, (later.0, later.1, Examples.bla)])) == nil)
  }

  @Test func `where nobody is named the outlet has replaced it`() {
    var store = EventStore()
    for (name, at, toll) in [("a", "2025-03-13T08:00", 21), ("b", "2025-03-13T20:00", 31)] {
      let article = Examples.article(name, date: Examples.moment(at), outlet: "Desk")
      store.append(article, claims: [Examples.claim(Examples.count(.killed, .exactly(toll)), in: article)])
    }
    #expect(departure(store) == .replacedByOutlet)
  }

  @Test func `a figure that another names as replaced was overtaken`() {
    var store = Examples.store([toll])
    let article = Examples.article("later", date: Examples.moment("2025-03-13T20:00"), outlet: "Desk")
    store.append(
      article,
      claims: [
        Examples.claim(
          Examples.count(.killed, .exactly(21)), in: article, by: Examples.police, standing: .superseded),
        Examples.claim(Examples.count(.killed, .exactly(31)), in: article, at: 2, by: Examples.police),
      ])
    #expect(departure(store) == .overtaken)
  }

  @Test func `a figure that is past its time is old, and nobody has replaced it`() {
    let held: Said = ("2025-03-12T10:00", Examples.count(.held, .about(300)), Examples.officials)
    let later: Said = ("2025-03-14T12:00", Examples.count(.held, .exactly(214)), Examples.bla)
    #expect(departure(Examples.store([held, later])) == .old)
    #expect(departure(Examples.store([held])) == nil, "with nothing newer it is what is known")
  }

  @Test func `what the operator did is told with their name, and an undone act did nothing`() {
    var store = Examples.store([toll])
    let claim = store.reference(to: EventID(0))
    store.append([OperatorTests.entry(1, .correct(claim, .exactly(31)))])
    #expect(departure(store) == .corrected(by: "watch"))
    store.append([OperatorTests.entry(2, .retract(claim))])
    #expect(departure(store) == .retracted(by: "watch"))
    store.append([OperatorTests.entry(3, .undo(2)), OperatorTests.entry(4, .undo(1))])
    #expect(departure(store) == nil)
  }

  @Test func `a claim of the operator's own is taken back`() {
    var store = EventStore()
    store.append([OperatorTests.entry(1, .add(AddedClaim(Examples.count(.killed, .exactly(31)))))])
    #expect(departure(store) == nil)
    store.append([OperatorTests.entry(2, .undo(1))])
    #expect(departure(store) == .takenBack)
  }

  @Test func `on an earlier board it is not yet said`() {
    let store = Examples.store([toll])
    let board = Board(store, included: 0, clock: .reported)
    #expect(board.departure(of: .exactly(21), from: EventID(0), in: store) == .notYetSaid)
  }

  @Test func `words for a thing are replaced by who said them, overtaken by another, or not repeated`() {
    func engine(_ state: String) -> Claim.Content { .condition(Condition(object: "engine", state: state)) }
    let store = Examples.store([
      ("2025-03-13T08:00", engine("immobilised"), Examples.officials),
      ("2025-03-13T09:00", engine("repaired"), Examples.officials),
      ("2025-03-13T10:00", engine("burnt"), Examples.bla),
    ])
    let board = store.board()
    #expect(board.departure(of: EventID(0), after: EventID(1), in: store) == .replaced)
    #expect(board.departure(of: EventID(0), after: EventID(2), in: store) == .overtaken)
    #expect(board.departure(of: EventID(0), after: nil, in: store) == .notRepeated)
  }
}

/// Which conflicts of two boards are the same.
@Suite struct ConflictIdentityTests {
  private func conflicts(_ said: [(figure: Int, by: Speaker)]) -> [Conflict] {
    Examples.store(
      said.enumerated().map { index, said in
        ("2025-03-13T1\(index):00", Examples.count(.killed, .exactly(said.figure)), said.by)
      }
    ).board().conflicts
  }

  private func isSame(_ a: [Conflict], _ b: [Conflict]) throws -> Bool {
    ConflictIdentity(try #require(a.first)).isSame(as: ConflictIdentity(try #require(b.first)))
  }

  @Test func `new figures by the same voices are the same conflict, whoever spoke last`() throws {
    let first = conflicts([(50, Examples.bla), (21, Examples.military)])
    #expect(try isSame(first, conflicts([(21, Examples.military), (60, Examples.bla)])))
  }

  @Test func `other voices on the same figure are another conflict`() throws {
    let first = conflicts([(50, Examples.bla), (21, Examples.military)])
    #expect(try !isSame(first, conflicts([(50, Examples.bla), (21, Examples.police)])))
  }
}
