/// A form that others expect a situation in, each with the questions that it asks.
package enum BriefingForm: String, Hashable, Sendable, CaseIterable {
  /// The order of OCHA's situation reports: highlights, overview, needs, response, gaps, coordination.
  case sitrep
  /// Major incident, exact location, type, hazards, access, number of casualties, emergency services.
  case methane
  /// Who, what, where, when, why.
  case fiveW = "5w"
}
