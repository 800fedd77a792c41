import Situation

/// The head figures of a board and its open conflicts, as the JSON of a briefing gives them to programs.
struct BoardFigures: Hashable, Sendable {
  /// Those who have a figure: people first, then the forces.
  var rows: [BoardRow]
  var conflicts: [Conflict]

  init(_ board: Board) {
    let all = board.people + board.forces.security.figures + board.forces.attackers.figures
    rows = all.filter { $0.key != nil && !$0.heads.isEmpty }
    conflicts = Array(board.openConflicts)
  }
}

extension Conflict {
  /// The status and class that the figures count: those of the figure that the others are held against.
  var key: FigureKey? { against.rung.ladder ?? terms.first?.rung.ladder }
}
