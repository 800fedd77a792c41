/// What each kind of evidence weighs when reports are sorted by incident. `docs/incidents.md` has them in tables.
struct EvidenceWeights: Sendable {
  static let standard = EvidenceWeights()

  // MARK: Traits

  /// A word of a name, beside which the others are measured.
  var name = 1.0
  /// Offices, agencies, parts of addresses, given names.
  var generalName = 0.25
  /// A country: many events of a site happen in it, and one of a region takes all of it.
  var country = (site: 0.4, region: 4.0)
  var kind = 0.7
  var thing = 0.35

  /// So many reports of other things are taken to have been read before the first: what stands in every report of a
  /// small stream is not common for that.
  var reportsBefore = 1000
  /// In so many of those a name stood, and a kind or a thing.
  var reportsBeforeWithName = 10
  var reportsBeforeWithKind = 50

  /// Of the reports with a name, the share that are of the family of events that most are of: at the first a name keeps
  /// a tenth of its weight, from the second on all of it. Of fewer reports than this nothing follows.
  var focus = (least: 0.25, full: 0.5)
  var leastFocus = 0.1
  var fewReports: Int32 = 5

  // MARK: Days

  /// Up to so many days from an incident's reports nothing is lost, for events of a site and of a region.
  var graceDays = (site: 2.0, region: 7.0)
  /// After so many further days half is lost.
  var halvingDays = (site: 20.0, region: 150.0)
  /// No more than this is lost by days.
  var leastByDays = 0.3

  // MARK: Likeness

  /// From here on a report is about an incident, and two incidents are one.
  var same = 0.3
  /// From here on it is about an incident that is established.
  var sameAsEstablished = 0.22
  /// From here on it may be, and waits for an operator.
  var unsure = 0.15
  /// Where another incident is like a report by this share of what the best is, it is not clear which it is about.
  var close = 0.9
  /// An incident of so many reports is established.
  var established = 8
  /// A report that has what makes an established incident of a region, whatever else it has, is this much like it.
  var coverage = 0.5
}
