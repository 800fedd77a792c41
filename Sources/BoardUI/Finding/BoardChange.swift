internal import Situation

/// One row of the board that is not what it was at the baseline.
struct BoardChange: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case new, changed, gone
  }

  struct Coverage: Hashable, Sendable {
    var before: String?
    var after: String?
  }

  let kind: Kind
  let pane: Pane
  /// The row's identity in its pane.
  let id: String
  let label: String
  /// The value of the row before and now; `nil` where the row did not exist, or does not exist any more.
  let before: BoardRow.Value?
  let after: BoardRow.Value?
  /// The part that each value covers, where it is not the total: "staff only".
  let coverage: Coverage
  /// The claim it was, or is, taken from: of the present store; `nil` where it is not there.
  let event: EventID?
  /// The claim that it was taken from, of the present store; `nil` where it is not there, and where there was none.
  let earlier: EventID?
  /// What became of what it showed; `nil` where that still stands, and where there was nothing.
  let departure: Departure?
  /// The figure that it is of; `nil` where it is of none.
  var status: Count.Status?
  /// The status and class that the figure counts; `nil` for a part.
  var key: FigureKey?
  var isPart = false

  /// The identity of the figure that it is a part of.
  fileprivate var wholeID: String? {
    id.lastIndex(of: "/").map { String(id[..<$0]) }
  }

  fileprivate var rank: Int {
    let grave =
      switch pane {
      case .conflicts: 2
      case .people: 1 + 2 * (status?.traits.gravity ?? 3) + (isPart ? 2 : 0)
      case .forces: status.map { 2 + 2 * $0.traits.gravity } ?? 10
      case .gaps: 12
      case .train, .timeline, .receipt: 9
      }
    // A new figure matters more than the age of the old one.
    return grave + (kind == .gone || after == .unknown && before != nil ? 20 : 0)
  }

  /// The name of the row, with the side whose losses it counts.
  var name: String { pane == .forces ? key?.label ?? label : label }

  /// The same with whom a figure counts, for where no pane tells it: "people killed", "attackers killed".
  var wholeName: String {
    guard pane == .people, let key, key.subjectClass == .people, !isPart, key.status != .aboard else { return name }
    return "people " + label
  }

  /// What it was and what it is: "27 > 33", "was 33"; empty where neither is known.
  func values(_ marks: GlyphSet) -> String {
    let said = [before, after].compactMap { $0 }
    guard !said.allSatisfy({ $0 == .unknown }) else { return "" }
    let values = valuesApart(marks)
    let words = [values.before, values.after].compactMap { $0 }.joined(separator: ", now ")
    return kind == .gone ? "was " + words : words
  }

  /// What it was and what it is, each with what it covers: "17 staff only"; `nil` where there is none.
  func valuesApart(_ marks: GlyphSet) -> (before: String?, after: String?) {
    func words(_ value: BoardRow.Value?, _ coverage: String?) -> String? {
      value.map { $0.words(marks) + (coverage.map { " " + $0 } ?? "") }
    }
    return (words(before, coverage.before), words(after, coverage.after))
  }
}

extension [BoardChange] {
  /// Those who are held or dead, then conflicts that stand, then other figures of people and forces by how grave their
  /// status is, then what is said of the place and of what was said, then what nobody reports; what is gone comes last. Parts and repetitions of a figure
  /// that changed are told by the figure.
  var gravestFirst: [BoardChange] {
    let wholes = Set(filter { !$0.isPart }.map { Whole(pane: $0.pane, id: $0.id) })
    var told: Set<ChangeKey> = []
    let kept = filter { change in
      if change.isPart, let whole = change.wholeID, wholes.contains(Whole(pane: change.pane, id: whole)) {
        return false
      }
      return told.insert(ChangeKey(change)).inserted
    }
    return kept.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
  }

  private struct Whole: Hashable {
    let pane: Pane
    let id: String
  }

  /// What a reader would take for the same line.
  private struct ChangeKey: Hashable {
    let kind: BoardChange.Kind
    let label: String
    let before: BoardRow.Value?
    let after: BoardRow.Value?
    let isOfForces: Bool

    init(_ change: BoardChange) {
      (kind, label, before, after) = (change.kind, change.label, change.before, change.after)
      isOfForces = change.pane == .forces
    }
  }
}
