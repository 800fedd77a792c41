/// The counts of one clause are of one incident: "one person was killed and 39 injured", "five killed, two of them
/// beheaded". What has no verb of its own leans on the count before it, and a part on its whole.
struct SharedIncident {
  private var last: (clause: Range<Int>, weight: Int)?
  private var weights: [Int: Int] = [:]

  /// How much speaks for a count's being of another incident, with what was weighed of the counts that it leans on.
  ///
  /// - Parameter index: Its number among the findings of its sentence; a part gives that of its whole.
  mutating func weight(of finding: Finding, _ evidence: ClaimEvidence, at index: Int, in clause: Range<Int>) -> Int {
    var weight = evidence.incidentWeight
    if let whole = finding.whole.flatMap({ weights[$0] }) {
      weight = whole
    } else if leans(evidence.incident), let last, last.clause == clause {
      weight = (weight + last.weight) / 2
    }
    weights[index] = weight
    last = (clause, weight)
    return weight
  }

  /// What has no verb of its own, or neither a time nor a place nor an incident that would set it apart: "1,200 were
  /// killed in that war and 250 abducted".
  private func leans(_ cues: CueSet<IncidentCue>) -> Bool {
    if cues.contains(.noVerb) || cues.contains(.bareNumber) { return true }
    return cues.contains(.noTime) && !cues.contains(.inOtherPlace) && !cues.contains(.aIncident)
  }
}
