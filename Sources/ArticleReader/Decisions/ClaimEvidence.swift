import Situation

/// The cues by which a claim was weighed.
struct ClaimEvidence: Sendable {
  var incident = CueSet<IncidentCue>()
  var scope = CueSet<ScopeCue>()
  var certainty = CueSet<CertaintyCue>()
  /// For its being of another incident.
  var incidentWeight = 0
  /// For its being a part.
  var partWeight = 0
  /// For its being right.
  var certaintyWeight = 0
  /// Where its own words place it.
  var place: String?
  var isTitle = false
  var isLead = false
  /// The byte of the article at which its clause begins: the counts of one clause are of the same event.
  var clauseStart = 0
}

/// The same for training: the names of the cues, one list a decision.
package struct Evidence: Sendable {
  package let cues: [(decision: String, names: [String])]

  init(_ evidence: ClaimEvidence) {
    cues = [
      ("incident", evidence.incident.names), ("part", evidence.scope.names), ("certainty", evidence.certainty.names),
    ]
  }
}
