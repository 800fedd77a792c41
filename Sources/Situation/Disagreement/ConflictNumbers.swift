/// Which open conflicts of a board a claim's figure is part of, made ready for many claims.
package struct ConflictNumbers: Sendable {
  private let ladders: [FigureKey: Ladder]
  /// The rungs of the conflicts, each with the number of its conflict: a few dozen.
  private var rungs: [(ladder: FigureKey, rung: UInt32, conflict: Int)] = []
  /// The claims of conflicts that stand on no ladder: a handful.
  private var claims: [(event: EventID, conflict: Int)] = []

  package init(_ board: Board) {
    ladders = board.ladders
    for (place, conflict) in board.openConflicts.enumerated() {
      for term in conflict.terms { add(term.rung, of: place + 1) }
      add(conflict.against.rung, of: place + 1)
    }
  }

  private mutating func add(_ rung: Rung, of conflict: Int) {
    if let ladder = rung.ladder, let number = rung.number {
      rungs.append((ladder, number, conflict))
    } else {
      claims += rung.events.map { ($0, conflict) }
    }
  }

  /// The numbers, from 1, in rising order.
  package func numbers(of event: Event) -> [Int] {
    var numbers = claims.filter { $0.event == event.id }.map(\.conflict)
    if let count = event.claim.count {
      let key = count.key
      let rivals = rungs.filter { $0.ladder == key }
      if !rivals.isEmpty, let its = ladders[key]?.rungNumber(of: event.id) {
        numbers += rivals.filter { $0.rung == its }.map(\.conflict)
      }
    }
    return numbers.isEmpty ? [] : Set(numbers).sorted()
  }
}
