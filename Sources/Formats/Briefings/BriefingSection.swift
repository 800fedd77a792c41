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
}
