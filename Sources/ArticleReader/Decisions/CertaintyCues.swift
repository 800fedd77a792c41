import Situation

extension CueReader {
  /// The cues for a count's being right, as far as its own sentence tells them.
  func certainty(
    of finding: Finding, _ incident: CueSet<IncidentCue>, in clause: Range<Int>
  ) -> CueSet<CertaintyCue> {
    guard case .count(let count) = finding.content else { return CueSet() }
    var cues = CueSet<CertaintyCue>()
    addReading(finding, &cues)
    addSentence(finding, clause, &cues)
    addFigure(count, &cues)
    let shared: [(IncidentCue, CertaintyCue)] = [
      (.quoted, .quoted), (.attributed, .attributed), (.title, .title), (.lead, .lead), (.early, .early),
      (.lastQuarter, .lastQuarter), (.shortStory, .shortStory), (.listStory, .listStory), (.inRelative, .inRelative),
      (.present, .present), (.inTitle, .inTitle), (.afterAnother, .afterAnother), (.inOtherPlace, .otherPlace),
      (.longBefore, .otherTime), (.yearBefore, .otherTime), (.daysBefore, .otherTime), (.series, .seriesWord),
      (.aIncident, .aIncident), (.negated, .negated), (.definite, .definite), (.bareNumber, .bareNumber),
    ]
    for (cue, own) in shared { cues.insert(own, if: incident.contains(cue)) }
    return cues
  }

  private func addReading(_ finding: Finding, _ cues: inout CueSet<CertaintyCue>) {
    let sentence = clauses.sentence
    let verb = sentence.verbs.first { finding.terms.overlaps($0.terms) }
    cues.insert(verb == nil ? .nounOnly : .ofVerb)
    guard let number = finding.group else { return }
    let group = sentence.groups[number]
    cues.insert(.unknownNoun, if: group.isUnknownHead)
    if let verb {
      let gap = max(verb.terms.lowerBound - group.terms.upperBound, group.terms.lowerBound - verb.terms.upperBound)
      cues.insert(.farFromVerb, if: gap > 4)
    } else if let own = clauses.predicates.first(where: { $0.subjects.contains(number) || $0.objects.contains(number) })
    {
      // The noun's own verb was not what gave the status.
      let main = sentence.verbs[own.verb].main
      cues.insert(.unknownVerb, if: !sentence.has(main, CategorySet(.statusVerb, .auxiliary, .speechVerb, .takeVerb)))
    }
    let others = findings.list.filter { $0.group == number && $0.content.isCount }
    cues.insert(.severalStatuses, if: others.count > 1)
    cues.insert(.refusedBeside, if: findings.refused.contains { $0.overlaps(finding.terms) })
  }

  private func addSentence(_ finding: Finding, _ clause: Range<Int>, _ cues: inout CueSet<CertaintyCue>) {
    let sentence = clauses.sentence
    let numbers = sentence.groups.count { $0.quantity.map { !$0.isSingleton } ?? false }
    cues.insert(.onlyNumber, if: numbers == 1)
    cues.insert(.manyNumbers, if: numbers > 3)
    cues.insert(.manyFindings, if: findings.list.count > 3)
    cues.insert(.longSentence, if: sentence.terms.count > 40)
    cues.insert(.shortSentence, if: sentence.terms.count < 14)
    for mark in sentence.marks where mark.sense.category == .doubt && clause.overlaps(mark.terms) {
      cues.insert(.doubted)
    }
    cues.insert(.conditional, if: sentence.verbs.contains { $0.isModal && clause.overlaps($0.terms) })
  }

  private func addFigure(_ count: Count, _ cues: inout CueSet<CertaintyCue>) {
    let statuses: [Count.Status: CertaintyCue] = [
      .killed: .killed, .injured: .injured, .critical: .critical, .held: .held, .missing: .missing,
      .rescued: .rescued, .released: .rescued, .escaped: .rescued, .safe: .rescued, .aboard: .aboard,
      .strength: .strength,
    ]
    if let cue = statuses[count.status] { cues.insert(cue) }
    switch count.subjectClass {
    case .attackers?: cues.insert(.attackers)
    case .securityForces?: cues.insert(.forces)
    default: break
    }
    switch count.figure.form {
    case .vague: cues.insert(.vague)
    case .atMost: cues.insert(.atMost)
    default: break
    }
    cues.insert(.increment, if: count.scope == .increment)
    cues.insert(.rounded, if: count.figure.isRounded)
    guard let point = count.figure.point else { return }
    cues.insert(.zero, if: point == 0)
    cues.insert(.one, if: point == 1)
    cues.insert(.thousands, if: point >= 1000)
  }
}
