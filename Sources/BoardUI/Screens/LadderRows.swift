internal import Situation

/// One line of a ladder: a claim for the figure, and how it stands among its rivals.
struct LadderRow: Hashable, Sendable {
  enum Standing: String, Hashable, Sendable {
    case live
    /// Its speaker stands by it, and it is past its time.
    case old
    /// Its speaker gave another figure later.
    case replaced
    /// A later claim names it as replaced.
    case superseded
    /// Repeats the rung above it.
    case again
    /// A figure for a part of it.
    case part
    /// Mentions it and gives no number.
    case mentioned
    /// A claim about what has no rivals.
    case said
  }

  let event: EventID
  let standing: Standing
  var isPinned = false
  /// How many outlets carry the figure.
  var outlets = 1
  /// The rung that it stands on, counted from the newest; `nil` for what is no figure for the whole.
  var rung: Int?
}

/// What a ladder is of.
enum LadderSubject: Hashable, Sendable {
  case figure(FigureKey)
  /// A row of a pane that is not a figure for the whole of anything.
  case row(Pane, id: String, label: String)

  func label(on board: Board) -> String {
    switch self {
    case .figure(let key): board.label(of: key)
    case .row(_, _, let label): label
    }
  }
}

extension LadderRow {
  /// Every claim for the subject as of the playhead: rungs newest first, each followed by what repeats it, then the
  /// parts of the figure, then what mentions it.
  static func rows(of subject: LadderSubject, in model: Model) -> [LadderRow] {
    switch subject {
    case .row(let pane, let id, _):
      let events = model.items(in: pane).first { $0.id == id }?.events ?? Evidence()
      return events.map { LadderRow(event: $0, standing: .said) }
    case .figure(let key):
      guard let ladder = model.board.ladders[key] else { return [] }
      let rungs = ladder.rungs.indices.flatMap { rows(of: $0, in: ladder, model) }
      return rungs + ladder.parts.map { LadderRow(event: $0, standing: .part) }
        + ladder.undisclosed.map { LadderRow(event: $0, standing: .mentioned) }
    }
  }

  private static func rows(of index: Int, in ladder: Ladder, _ model: Model) -> [LadderRow] {
    let rung = ladder.rungs[index]
    let outlets = Set(rung.events.map { model.outlet(of: $0) }).count
    let isReplaced = ladder.rungs[..<index].contains { $0.isSaid(by: rung) }
    let standing: Standing = rung.isLive ? (rung.isOld ? .old : .live) : isReplaced ? .replaced : .superseded
    let first = LadderRow(event: rung.first, standing: standing, isPinned: rung.isPinned, outlets: outlets, rung: index)
    return [first]
      + rung.events.reversed().filter { $0 != rung.first }.map {
        LadderRow(event: $0, standing: .again, rung: index)
      }
  }
}
