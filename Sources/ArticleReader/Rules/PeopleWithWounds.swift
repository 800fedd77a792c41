import Situation

extension Rule {
  /// "three people with gunshot wounds", "left eight people with wounds".
  static let wounds = Rule(
    name: "people with wounds",
    triggers: CategorySet(.noun, .statusNoun),
    examples: [
      Example("Officers found «three people with gunshot wounds».", "injured 3 people people"),
      Example("Police found «four victims suffering from gunshot wounds».", "injured 4 victims people"),
      Example("«Nine dockers had burns», the doctor said.", "injured 9 dockers people"),
      Example("«Forty people were admitted with wounds».", "injured 40 people people"),
      Example("The crash resulted in «injuries to 12 passengers».", "injured 12 passengers people"),
      Example("Shells hit the market, resulting in «the injury of six people».", "injured 6 people people"),
    ],
    counterexamples: [
      "Three people with umbrellas waited.", "The dog had two wounds.", "Nine people had no injuries.",
      "He added insult to injury to 12 readers.",
    ]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .group {
      let group = clauses.groups[chunk.index]
      guard clauses.isWound(group) else { continue }
      if group.quantity == nil || group.quantity?.low == 1 { countThose(hurtBy: index, clauses, &findings) }
      guard index >= 2 else { continue }
      // "with more serious injuries"
      let before = clauses.chunks[index - 1].kind == .adverb && index >= 3 ? index - 2 : index - 1
      var left = before
      if clauses.chunks[left].kind == .preposition { left -= 1 }
      if left > 0, clauses.chunks[left].kind == .verb,
        let predicate = clauses.predicates.first(where: { $0.chunk == left }), bears(clauses.verb(predicate), sentence)
      {
        if clauses.verb(predicate).isNegated || group.quantity?.isZero == true { continue }
        let isPlain = group.terms.count == 1
        for subject in predicate.subjects where clauses.isCountable(clauses.groups[subject], allowingUnknown: false) {
          if findings.uses(subject) { continue }
          // "None had serious injuries": of lesser ones nothing is said.
          if clauses.groups[subject].quantity?.isZero == true, !isPlain { continue }
          clauses.count(
            subject, grade(of: group, clauses.sentence), rule: "people with wounds", with: group.terms, into: &findings)
        }
        continue
      }
      if sentence.isWord(clauses.chunks[before].terms.lowerBound, "with"), left > 0,
        clauses.chunks[left].kind == .verb,
        let predicate = clauses.predicates.first(where: { $0.chunk == left }), clauses.isPassive(predicate),
        admitting.contains(where: { sentence.isWord(clauses.verb(predicate).main, $0) }),
        !clauses.verb(predicate).isNegated
      {
        // "Forty people were admitted with wounds."
        for subject in predicate.subjects where clauses.isCountable(clauses.groups[subject], allowingUnknown: false) {
          if findings.uses(subject) { continue }
          clauses.count(
            subject, grade(of: group, sentence), rule: "people with wounds", with: group.terms, into: &findings)
        }
        continue
      }
      guard sentence.isWord(clauses.chunks[before].terms.lowerBound, "with"), let people = clauses.group(at: left),
        clauses.isCountable(people, allowingUnknown: false), !findings.uses(clauses.chunks[left].index),
        people.status == nil
      else { continue }
      clauses.count(
        clauses.chunks[left].index, grade(of: group, clauses.sentence), rule: "people with wounds", with: group.terms,
        into: &findings)
    }
  }

  /// "injuries to 12 passengers", "the injury of six people".
  private static func countThose(hurtBy wound: Int, _ clauses: Clauses, _ findings: inout Findings) {
    guard wound + 2 < clauses.chunks.count, let people = clauses.group(at: wound + 2),
      clauses.isCountable(people, allowingUnknown: false), !findings.uses(clauses.chunks[wound + 2].index)
    else { return }
    let preposition = clauses.chunks[wound + 1].terms.lowerBound
    guard clauses.sentence.isWord(preposition, "to") || clauses.sentence.isWord(preposition, "of") else { return }
    // "insult to injury": what it is done to, and no harm done to others.
    if wound > 0, clauses.sentence.isWord(clauses.chunks[wound - 1].terms.lowerBound, "to") { return }
    let status = grade(of: clauses.groups[clauses.chunks[wound].index], clauses.sentence)
    clauses.count(
      clauses.chunks[wound + 2].index, status, rule: "people with wounds", with: clauses.chunks[wound].terms,
      into: &findings)
    // "injuries to 30 passengers and the driver"
    guard wound + 4 < clauses.chunks.count, clauses.chunks[wound + 3].kind == .conjunction,
      let others = clauses.group(at: wound + 4), clauses.isCountable(others, allowingUnknown: false),
      wound + 5 >= clauses.chunks.count || clauses.chunks[wound + 5].kind != .verb
    else { return }
    clauses.count(
      clauses.chunks[wound + 4].index, status, rule: "people with wounds", with: clauses.chunks[wound].terms,
      into: &findings)
  }

  /// "serious injuries", and not "non-life-threatening injuries".
  private static func grade(of wound: NounGroup, _ sentence: Sentence) -> Count.Status {
    let isGrave = wound.terms.contains { term in
      grave.contains { sentence.isWord(term, $0) }
        && !(wound.terms.lowerBound..<term).contains { sentence.isWord($0, "non") || sentence.isWord($0, "not") }
    }
    return isGrave ? .critical : .injured
  }

  private static let grave: [StaticString] = ["serious", "severe", "critical", "grave", "threatening"]

  /// Whether a verb says that its subject has what follows.
  private static func bears(_ verb: VerbGroup, _ sentence: Sentence) -> Bool {
    verb.isHave || bearing.contains { sentence.isWord(verb.main, $0) }
  }

  private static let admitting: [StaticString] = ["admitted", "brought in", "brought", "treated", "taken"]

  private static let bearing: [StaticString] = [
    "complained", "complaining", "suffering", "sustaining", "suffered", "sustained", "received", "reported",
    "receiving",
  ]
}

extension Clauses {
  func isWound(_ group: NounGroup) -> Bool {
    sentence.senses(group.head).contains { $0.category == .noun && $0.kind == .wound }
  }
}
