import Situation

/// What a board is of, its head figures and its open conflicts, as the JSON of a briefing gives them to programs.
struct BoardFigures: Hashable, Sendable {
  var incident: IncidentName?
  /// Those who have a figure: people first, then the forces.
  var rows: [BoardRow]
  var conflicts: [Conflict]

  init(_ board: Board, of incident: IncidentName?) {
    self.incident = incident
    let all = board.people + board.forces.security.figures + board.forces.attackers.figures
    rows = all.filter { $0.key != nil && !$0.heads.isEmpty }
    conflicts = Array(board.openConflicts)
  }
}

extension Conflict {
  /// The status and class that the figures count: those of the figure that the others are held against.
  var key: FigureKey? { against.rung.ladder ?? terms.first?.rung.ladder }
}
