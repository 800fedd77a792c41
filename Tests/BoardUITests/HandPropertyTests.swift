import BoardUI
import LineExamples
import Situation
import Testing

/// What must hold of the operator's hand whatever is done with it.
@Suite struct HandPropertyTests {
  /// What the board says, without how many events it took to say it.
  private struct Picture: Equatable {
    let train: Train
    let people: [BoardRow]
    let forces: Forces
    let ledger: Ledger?
    let conflicts: [Conflict]
    let gaps: [Gap]
    let ladders: [FigureKey: Ladder]

    init(_ board: Board) {
      (train, people, forces, ledger) = (board.train, board.people, board.forces, board.ledger)
      (conflicts, gaps, ladders) = (board.conflicts, board.gaps, board.ladders)
    }
  }

  private static let lines = [
    "pin", "note seen by the desk", "retract another train", "correct about 280", "correct at least 12",
    "add coach 4: 20 held", "add coach 3: burnt out", "add killed passengers 21", "add held 214",
    "aside two hours apart",
    "marker storming", "place 2 5 injured", "undo",
  ]

  /// Does something at random, as an operator who wanders over the board.
  private func act(_ driver: inout Driver, _ random: inout SeededGenerator) {
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let keys: [Key] = ["j", "k", "e", "2", "3", "4", "6", .tab, ")", .pageDown]
      driver.press(keys.randomElement(using: &random) ?? "j")
    }
    driver.command(HandPropertyTests.lines.randomElement(using: &random) ?? "pin")
    driver.press(.escape)
    driver.press(.escape)
  }

  @Test(arguments: 0..<20) func `undoing everything gives the identical board`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var driver = Driver(store: seed % 2 == 0 ? DatedIncident.store : Fixture.store)
    let before = Picture(driver.model.board)
    for _ in 0..<8 { act(&driver, &random) }
    let last = driver.entries.count
    // Every entry once more than there are: the last finds nothing to undo.
    for _ in 0...last { driver.type("u") }
    #expect(
      driver.flowing.contains("everything you entered is undone") || driver.flowing.contains("nothing was entered"))
    #expect(Picture(driver.model.board) == before)
  }

  @Test(arguments: 0..<20) func `one undo gives the board as it was before the entry`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var driver = Driver(store: seed % 2 == 0 ? DatedIncident.store : Fixture.store)
    for _ in 0..<5 { act(&driver, &random) }
    let before = Picture(driver.model.board)
    let count = driver.entries.count
    act(&driver, &random)
    guard driver.entries.count > count, !driver.entries[count].act.isUndo else { return }
    driver.type("u")
    #expect(Picture(driver.model.board) == before)
  }

  @Test(arguments: 0..<20) func `articles and journal replayed give the live board in whatever order they come`(
    _ seed: Int
  ) {
    var random = SeededGenerator(seed: UInt64(seed))
    var driver = Driver(store: EventStore())
    // Articles arrive while the operator works.
    for (article, claims) in DatedIncident.loaded.shuffled(using: &random) {
      driver.send(.loaded([LoadedArticle(article, claims: claims)]))
      for _ in 0..<3 { act(&driver, &random) }
    }
    driver.type("G")
    let live = Told(driver.model.board, driver.model.store)
    for _ in 0..<4 {
      var store = EventStore()
      let cut = Int.random(in: 0...driver.entries.count, using: &random)
      store.append(Array(driver.entries[cut...].shuffled(using: &random)))
      for (article, claims) in DatedIncident.loaded.shuffled(using: &random) { store.append(article, claims: claims) }
      store.append(Array(driver.entries[..<cut]))
      let board = Board(store, included: store.replayCount, clock: driver.model.clock)
      #expect(Told(board, store) == live)
    }
  }

  /// What the board says, every claim by its receipt: their numbers tell of the order of arrival.
  private struct Told: Equatable {
    let rows: [String]
    let conflicts: [ConflictReference]
    let aside: [Bool]
    let best: [String]

    init(_ board: Board, _ store: EventStore) {
      func row(_ row: BoardRow) -> String {
        "\(row.label) \(row.value) \(row.events.map { store[$0].claim.receipt }) \(row.conflicts) \(row.isPart)"
      }
      let sides = [board.forces.security, board.forces.attackers, board.forces.others]
      rows =
        board.people.map(row) + sides.flatMap { $0.figures + $0.actions + $0.equipment }.map(row)
        + board.train.vehicles.flatMap(\.rows).map(row) + board.gaps.map(\.label)
      conflicts = board.conflicts.map { store.reference(to: $0) }
      aside = board.conflicts.map { $0.setAside != nil }
      best = board.ladders.values.compactMap { ladder in
        ladder.best.map { "\(ladder.key.status) \(store[$0.first].claim.receipt)" }
      }.sorted()
    }
  }
}

extension OperatorAct {
  fileprivate var isUndo: Bool { if case .undo = self { true } else { false } }
}
