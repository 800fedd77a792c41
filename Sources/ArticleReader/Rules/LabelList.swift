import Situation

extension Rule {
  /// Figures behind their labels: "Dead: 31", "INJURED: 17 MISSING: 5".
  static let labels = Rule(
    name: "label list",
    triggers: CategorySet(.statusNoun, .toll, .predicate, .statusVerb),
    examples: [
      Example("«Dead: 12»", "killed 12 people people"),
      Example("DEATHS: 31 «INJURED: 17» MISSING: 5", "injured 17 people people"),
      Example("Casualties so far: «killed: 9», wounded: 20.", "killed 9 people people"),
    ],
    counterexamples: ["The dead: a list of names.", "Wounded: 17 Days in the Hills is a film."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for (index, chunk) in clauses.chunks.enumerated()
    where chunk.kind == .group && clauses.groups[chunk.index].isHeadless {
      let group = clauses.groups[chunk.index]
      let colon = group.terms.lowerBound - 1
      guard colon > 0, sentence.isLabel(colon - 1), let status = sentence.labelStatus(colon - 1),
        !findings.uses(chunk.index), index > 0
      else { continue }
      clauses.count(
        chunk.index, status, rule: "label list", with: colon - 1..<group.terms.upperBound, into: &findings)
    }
  }
}

extension Wording {
  /// "INJURED: 17": a word of status, a colon, a number, and no more of the entry.
  func isLabel(_ term: Int) -> Bool {
    guard kind(term + 1) == .colon, kind(term + 2) == .number, labelStatus(term) != nil else { return false }
    switch kind(term + 3) {
    case nil, .comma, .semicolon, .stop, .close, .dash, .symbol: return true
    default: return kind(term + 4) == .colon && labelStatus(term + 3) != nil
    }
  }

  /// The status that a word names when it stands as a label.
  func labelStatus(_ term: Int) -> Count.Status? {
    senses(term).first(where: \.isLabel)?.status
  }
}

extension Sense {
  /// Whether it can head a figure: "Dead: 31".
  var isLabel: Bool {
    [.statusNoun, .toll, .predicate].contains(category) && status != nil && status != .aboard
      || category == .statusVerb && form.isParticiple
  }
}
