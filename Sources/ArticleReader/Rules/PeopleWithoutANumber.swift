import Situation

extension Clauses {
  /// Adds people who are named in a status without any number: "security personnel have been killed".
  @discardableResult
  func mention(
    _ groupIndex: Int, _ status: Count.Status, rule: String, with other: Range<Int>? = nil, scope: Count.Scope = .total,
    into findings: inout Findings
  ) -> Bool {
    let group = groups[groupIndex]
    guard group.quantity == nil, group.isPeople, !group.isPronoun, !group.isSingular, group.possessor == nil,
      !group.isDefinite || group.status == .injured || group.status == .held && status == .held || status == .rescued
        || status == .released || status == .killed,
      !findings.list.contains(where: { $0.group == groupIndex && $0.content.isCount })
    else { return false }
    let isKnown = findings.list.contains {
      if case .count(let count) = $0.content {
        count.status == status && $0.terms.overlaps(group.terms)
          || count.status == status && count.figure.isUndisclosed && count.subject == subject(of: group).0
      } else {
        false
      }
    }
    if isKnown { return false }
    let (noun, subjectClass) = subject(of: group)
    var terms = group.terms
    if let other { terms = min(terms.lowerBound, other.lowerBound)..<max(terms.upperBound, other.upperBound) }
    findings.list.append(
      Finding(
        content: .count(Count(status, noun, subjectClass, .undisclosed(), scope: scope)), terms: terms, rule: rule,
        group: groupIndex, anchor: group.terms.lowerBound,
        place: status == .injured ? chunk(ofGroup: groupIndex).flatMap { place(after: $0) } ?? place(after: -1) : nil))
    return true
  }
}

extension Rule {
  /// People in a status of whom no number is given; the board lists them as not reported.
  static let mention = Rule(
    name: "people without a number",
    triggers: CategorySet(.person, .statusNoun),
    examples: [
      Example("«Security personnel had been killed».", "killed undisclosed security personnel security-forces"),
      Example("«Women and children were aboard» the train.", "aboard undisclosed women and children people"),
      Example("«All of the hostages held in the bank were released».", "released undisclosed hostages people"),
    ],
    counterexamples: ["The passengers waited.", "The hostages were surrounded."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for predicate in clauses.predicates {
      let verb = clauses.verb(predicate)
      if verb.isNegated || verb.voice == .infinitive || verb.isModal { continue }
      if let sense = sentence.sense(verb.main, .statusVerb), let status = sense.status {
        let takesObject = sense.kind != .subject && (verb.voice == .active || verb.voice == .gerund)
        let patients =
          takesObject && !predicate.objects.isEmpty ? predicate.objects : takesObject ? [] : predicate.subjects
        for patient in patients {
          clauses.mention(patient, status, rule: "people without a number", with: verb.terms, into: &findings)
        }
      }
      if sentence.isWord(verb.main, "treating") {
        for object in predicate.objects where clauses.groups[object].status == .injured {
          clauses.mention(object, .injured, rule: "people without a number", with: verb.terms, into: &findings)
        }
      }
      if sentence.has(verb.main, .carryVerb), verb.voice != .passive, !sentence.isWord(verb.main, "have") {
        for object in predicate.objects where clauses.sentenceHasVehicle(before: predicate.chunk) {
          clauses.mention(object, .aboard, rule: "people without a number", with: verb.terms, into: &findings)
        }
      }
      if sentence.isWord(verb.main, "included") || sentence.isWord(verb.main, "include"),
        let status = predicate.subjects.first.flatMap({ clauses.groups[$0].status })
      {
        for object in predicate.objects {
          clauses.mention(
            object, status, rule: "people without a number", with: verb.terms, scope: .part, into: &findings)
        }
      }
    }
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .predicate {
      guard
        let sense = sentence.senses(chunk.terms.lowerBound).first(where: {
          $0.category == .predicate && $0.status != nil
        }),
        let status = sense.status
      else { continue }
      // "Gunmen held 30 people": what follows is whom they hold.
      if status == .held, sentence.isWord(chunk.terms.upperBound - 1, "held"), clauses.group(at: index + 1) != nil {
        continue
      }
      if clauses.group(at: index - 1) != nil {
        clauses.mention(
          clauses.chunks[index - 1].index, status, rule: "people without a number", with: chunk.terms, into: &findings)
      } else if let predicate = clauses.predicates.first(where: { $0.chunk == index - 1 }),
        clauses.verb(predicate).isCopula,
        !clauses.verb(predicate).isNegated
      {
        for subject in predicate.subjects {
          clauses.mention(subject, status, rule: "people without a number", with: chunk.terms, into: &findings)
        }
      }
    }
  }
}
