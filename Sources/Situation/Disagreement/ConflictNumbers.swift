/// Which open conflicts of a board a claim's figure is part of, made ready for many claims.
package struct ConflictNumbers: Sendable {
  private let ladders: [FigureKey: Ladder]
  /// The rungs of the conflicts, each with the number of its conflict, by the ladders that they stand on.
  private var rungs: [FigureKey: [(rung: UInt32, conflict: Int)]] = [:]
  /// The claims of conflicts that stand on no ladder: a handful.
  private var claims: [(event: EventID, conflict: Int)] = []

  package init(_ board: Board) {
    ladders = board.ladders
    for (place, conflict) in board.openConflicts.enumerated() {
      for term in conflict.terms + [conflict.against] {
        if let key = term.rung.ladder, let number = term.rung.number {
          rungs[key, default: []].append((number, place + 1))
        } else {
          claims += term.rung.events.map { ($0, place + 1) }
        }
      }
    }
  }

  /// The numbers, from 1, in rising order.
  package func numbers(of event: Event) -> [Int] {
    var numbers = claims.filter { $0.event == event.id }.map(\.conflict)
    if let count = event.claim.count {
      let key = FigureKey(count.status, count.subjectClass)
      if let rungs = rungs[key], let its = ladders[key]?.rungNumber(of: event.id) {
        numbers += rungs.lazy.filter { $0.rung == its }.map(\.conflict)
      }
    }
    return Set(numbers).sorted()
  }
}
