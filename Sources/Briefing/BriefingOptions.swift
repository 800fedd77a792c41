package import Situation

/// How a briefing is told.
package struct BriefingOptions: Hashable, Sendable {
  package static let widths = 40...200

  /// The end of this moment is the instant of the briefing; `nil` is the end of the replay.
  package var asOf: Moment?
  package var clock: Clock
  /// Columns of the text; held to `widths`.
  package var width: Int {
    didSet { width = BriefingOptions.held(width) }
  }
  package var marks: MarkSet
  /// What the highlights are held against; `nil` for none.
  package var since: Since?
  /// How many reports are about other incidents, and so not told of.
  package var setAside: Int
  /// What there is to say of the journal that was heeded: where it is, and how much is in it; `nil` without one.
  package var journal: String?

  package init(
    asOf: Moment? = nil, clock: Clock = .happened, width: Int = 80, marks: MarkSet = .unicode, since: Since? = nil,
    setAside: Int = 0, journal: String? = nil
  ) {
    self.journal = journal
    self.setAside = setAside
    self.since = since
    self.asOf = asOf
    self.clock = clock
    self.width = BriefingOptions.held(width)
    self.marks = marks
  }

  private static func held(_ width: Int) -> Int { min(max(width, widths.lowerBound), widths.upperBound) }
}
