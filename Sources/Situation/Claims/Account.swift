/// Whose figures a figure belongs to: what one side counts is never added to what its enemy counts.
package enum Account: String, Hashable, Sendable, CaseIterable {
  case state
  case railwayAndMedical = "railway and medical"
  case other
  case unattributed
  case attackers

  package init(_ speaker: Speaker?) {
    self =
      switch speaker?.side {
      case nil: .unattributed
      case .state: .state
      case .attackers: .attackers
      case .railwayAndMedical: .railwayAndMedical
      case .other, .unknown: .other
      }
  }
}
