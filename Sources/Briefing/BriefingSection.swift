/// A section of a briefing that can be asked for alone.
package enum BriefingSection: String, Hashable, Sendable, CaseIterable {
  case bottomLine = "bottom-line"
  case figures, changes, conflicts, statements
  case turningPoints = "turning-points"
  case people, scene, forces
  case onTheWay = "on-the-way"
  case checks
  case notReported = "not-reported"
  case review, timeline, background, sources

  /// What stands over it where no claim tells of it.
  var heading: String { rawValue.uppercased().replacing("-", with: " ") }
}

/// A form that others expect a situation in, each with the questions that it asks.
package enum BriefingForm: String, Hashable, Sendable, CaseIterable {
  /// The order of OCHA's situation reports: highlights, overview, needs, response, gaps, coordination.
  case sitrep
  /// Major incident, exact location, type, hazards, access, number of casualties, emergency services.
  case methane
  /// Who, what, where, when, why.
  case fiveW = "5w"

  var title: String {
    switch self {
    case .sitrep: "SITUATION REPORT"
    case .methane: "METHANE REPORT"
    case .fiveW: "FIVE W REPORT"
    }
  }
}
