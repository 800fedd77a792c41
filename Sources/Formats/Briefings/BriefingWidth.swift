/// How many columns a briefing in text may have.
package enum BriefingWidth {
  package static let range = 40...200
  package static let standard = 80
  /// "from 40 to 200"
  package static let words = "from \(range.lowerBound) to \(range.upperBound)"
}
