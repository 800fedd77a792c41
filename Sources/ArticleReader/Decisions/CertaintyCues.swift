import Situation

extension CueReader {
  /// The cues for a count's being right, as far as its own sentence tells them and the other decisions have not seen.
  func certainty(of finding: Finding, in clause: Range<Int>) -> CueSet<CertaintyCue> {
    guard case .count(let count) = finding.content else { return CueSet() }
    var cues = CueSet<CertaintyCue>()
    addReading(finding, &cues)
    addSentence(finding, clause, &cues)
    addPeople(count, &cues)
    return cues
  }

  private func addReading(_ finding: Finding, _ cues: inout CueSet<CertaintyCue>) {
    let sentence = clauses.sentence
    let verb = sentence.verbs.first { finding.terms.overlaps($0.terms) }
    guard let number = finding.group else { return }
    let group = sentence.groups[number]
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
    cues.insert(.orOther, if: isOneOfSeveral(finding))
    cues.insert(
      .seen,
      if: sentence.marks.contains {
        $0.sense.category == .cue && $0.sense.kind == .sees
          && (0...2).contains(group.terms.lowerBound - $0.terms.upperBound)
      })
  }

  /// Returns true where what befell the people goes on with another status after "or".
  private func isOneOfSeveral(_ finding: Finding) -> Bool {
    let sentence = clauses.sentence
    var (isAfterOr, isAfterStatus) = (false, false)
    let end = min(finding.terms.upperBound + 6, sentence.terms.count)
    for term in min(finding.terms.upperBound, end)..<end {
      if sentence.sense(term, .conjunction)?.kind == .or {
        if isAfterStatus { return true }
        isAfterOr = true
      } else if sentence.has(term, CategorySet(.statusVerb, .statusNoun, .predicate)) {
        if isAfterOr { return true }
        isAfterStatus = true
      } else if sentence.kind(term) != .comma {
        return false
      }
    }
    return false
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

  private func addPeople(_ count: Count, _ cues: inout CueSet<CertaintyCue>) {
    cues.insert(.atMost, if: count.figure.form == .atMost)
    let kin = count.status.kin
    switch (count.subjectClass, kin) {
    case (.attackers?, .out): cues.insert(.attackersOut)
    case (.attackers?, .held): cues.insert(.attackersHeld)
    case (.attackers?, .aboard): cues.insert(.attackersAboard)
    case (.securityForces?, .dead): cues.insert(.forcesKilled)
    case (.securityForces?, .hurt): cues.insert(.forcesHurt)
    case (.securityForces?, .held): cues.insert(.forcesHeld)
    default: break
    }
    guard count.figure.point == 1 else { return }
    let ones: [Count.Status.Kin: CertaintyCue] = [
      .dead: .oneDead, .hurt: .oneHurt, .held: .oneHeld, .out: .oneOut, .aboard: .oneAboard, .lost: .oneLost,
    ]
    if let cue = ones[kin] { cues.insert(cue) }
  }
}
