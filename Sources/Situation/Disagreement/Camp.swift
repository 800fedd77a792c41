/// Who speaks for whom: those who fight, those who are fought, and everybody else.
enum Camp: Int, Hashable, Sendable {
  case attackers, attacked, neither

  init(_ side: Speaker.Side) {
    self =
      switch side {
      case .attackers: .attackers
      case .state, .railwayAndMedical: .attacked
      case .other, .unknown: .neither
      }
  }

  var opponent: Camp {
    switch self {
    case .attackers: .attacked
    case .attacked: .attackers
    case .neither: .neither
    }
  }
}
