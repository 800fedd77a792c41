import Situation

/// Looks for the cues of every decision in one sentence.
struct CueReader {
  let incident: IncidentCueReader
  let findings: Findings
  let clauses: Clauses

  func evidence(of finding: Finding, in clause: Range<Int>) -> ClaimEvidence {
    var evidence = ClaimEvidence()
    evidence.isTitle = incident.place.isTitle
    evidence.isLead = incident.place.sentence < 2 && !incident.place.isTitle
    evidence.incident = incident.cues(of: finding, in: clause)
    guard finding.content.isCount else { return evidence }
    evidence.place = incident.placeName(of: finding)
    let scope = ScopeCueReader(
      sentence: incident.sentence, predicates: incident.predicates, frames: incident.frames, findings: findings.list,
      story: incident.story, place: incident.place)
    evidence.scope = scope.cues(of: finding, evidence.incident, in: clause)
    evidence.certainty = certainty(of: finding, in: clause)
    return evidence
  }
}
