internal import Situation

/// The parts of the board that are moved in, numbered as the keys 1 to 7 reach them.
package enum Pane: Int, Hashable, Sendable, CaseIterable {
  case train = 1
  case people, forces, timeline, receipt, conflicts, gaps

  package var title: String {
    switch self {
    case .train: "TRAIN"
    case .people: "PEOPLE"
    case .forces: "FORCES"
    case .timeline: "TIMELINE"
    case .receipt: "RECEIPT"
    case .conflicts: "CONFLICTS"
    case .gaps: "NO NUMBER"
    }
  }

  /// The pane so many places on, round and round.
  package func moved(by places: Int) -> Pane {
    let all = Pane.allCases
    let index = (rawValue - 1 + places) % all.count
    return all[index < 0 ? index + all.count : index]
  }
}

extension Model {
  /// What a pane is called on this board: the first by what the incident is about.
  func title(of pane: Pane) -> String {
    guard pane == .train, !store.events.isEmpty else { return pane.title }
    return needs.subject?.name.uppercased() ?? "SCENE"
  }
}
