/// How much a briefing tells.
package enum BriefingExtent: String, Hashable, Sendable, CaseIterable {
  /// The bottom line, in one line.
  case line
  /// What fits on a page: the bottom line, the figures, what changed, what contradicts, the turning points.
  case page
  /// All that the board tells, and every claim.
  case full
}
