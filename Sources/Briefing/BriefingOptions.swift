package import Formats
package import Situation

/// How a briefing is told.
package struct BriefingOptions: Hashable, Sendable {
  /// The end of this moment is the instant of the briefing; `nil` is the end of the replay.
  package var asOf: Moment?
  package var clock: Clock
  /// Columns of the text; held to `BriefingWidth.range`.
  package var width: Int {
    didSet { width = BriefingOptions.held(width) }
  }
  package var marks: GlyphSet
  package var extent: BriefingExtent
  /// The sections that are told, in their order; none for all of the extent.
  package var sections: [BriefingSection] = []
  /// The form that others expect it in; `nil` for the briefing's own.
  package var form: BriefingForm?
  /// What the highlights are held against; `nil` for none.
  package var since: Since?
  /// How many reports are about other incidents, and so not told of.
  package var setAside: Int
  /// How many of them may be about this one: they wait until somebody says so.
  package var unsure: Int
  /// The name of the incident; `nil` where it is not known.
  package var incident: IncidentName?
  /// What there is to say of the journal that was heeded: where it is, and how much is in it; `nil` without one.
  package var journal: String?
  /// True if references come with their passages and figures with plots: only a page has room for them.
  var hasPictures = false
  /// That the incident is an example; `nil` for one that is not.
  package var example: String?

  package init(
    asOf: Moment? = nil, clock: Clock = .happened, width: Int = BriefingWidth.standard, marks: GlyphSet = .unicode,
    extent: BriefingExtent = .full, since: Since? = nil,
    incident: IncidentName? = nil, journal: String? = nil, example: String? = nil
  ) {
    self.example = example
    self.journal = journal
    self.extent = extent
    setAside = 0
    unsure = 0
    self.incident = incident
    self.since = since
    self.asOf = asOf
    self.clock = clock
    self.width = BriefingOptions.held(width)
    self.marks = marks
  }

  /// The same options with what a desk has of the incident, and of the reports that are not told of.
  package func about(_ desk: IncidentDesk) -> BriefingOptions {
    var options = self
    (options.setAside, options.unsure, options.incident) = (desk.asideCount, desk.unsure.count, desk.name)
    return options
  }

  private static func held(_ width: Int) -> Int {
    min(max(width, BriefingWidth.range.lowerBound), BriefingWidth.range.upperBound)
  }
}
