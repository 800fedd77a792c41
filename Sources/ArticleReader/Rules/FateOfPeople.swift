import Situation

extension Rule {
  /// People of whom nobody knows what became of them.
  static let fate = Rule(
    name: "fate of people",
    triggers: CategorySet(.noun, .verb),
    examples: [
      Example("«The fate of the other 15» was unknown.", "missing 15 people people"),
      Example("There was no word on «the fate of about 700 villagers».", "missing 700 about villagers people"),
      Example("«A search is under way for four sailors».", "missing 4 sailors people"),
      Example("«The other two men have not been found».", "missing 2 men people"),
      Example("She named «14 villagers whose whereabouts» are unknown.", "missing 14 villagers people"),
    ],
    counterexamples: [
      "The fate of the two bills is unknown.", "The judge will decide the fate of the two men.",
      "A search for two gunmen is under way.",
    ]
  ) { clauses, findings in
    let sentence = clauses.sentence
    searched(clauses, &findings)
    notFound(clauses, &findings)
    guard sentence.terms.indices.contains(where: { sentence.senses($0).contains { $0.kind == .unknown } }) else {
      return
    }
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .group {
      let head = clauses.groups[chunk.index].head
      guard sentence.senses(head).contains(where: { $0.kind == .fate || $0.kind == .unknown }) else { continue }
      let next = index + 2
      let isOf = next < clauses.chunks.count && sentence.isWord(clauses.chunks[index + 1].terms.lowerBound, "of")
      let isWhose = index >= 2 && sentence.has(clauses.chunks[index - 1].terms.lowerBound, .relative)
      guard isOf || isWhose, let people = clauses.group(at: isOf ? next : index - 2),
        clauses.isCountable(people, allowingUnknown: false), people.quantity?.isZero == false
      else { continue }
      clauses.count(
        clauses.chunks[isOf ? next : index - 2].index, .missing, rule: "fate of people", with: chunk.terms,
        into: &findings)
    }
  }

  /// "A search is under way for four crew members": who is looked for, unless they are hunted.
  private static func searched(_ clauses: Clauses, _ findings: inout Findings) {
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .group {
      let head = clauses.groups[chunk.index].head
      guard clauses.sentence.senses(head).contains(where: { $0.kind == .search }) else { continue }
      let clause = clauses.chunks[(index + 1)..<min(clauses.chunks.count, index + 6)]
      guard
        let link = clause.firstIndex(where: {
          $0.kind == .preposition && clauses.sentence.isWord($0.terms.lowerBound, "for")
        }), !clause[..<link].contains(where: { [.stop, .comma, .relative].contains($0.kind) }),
        let people = clauses.group(at: link + 1), people.isPeople, people.subjectClass != .attackers,
        people.quantity?.isSingleton == false, clauses.isCountable(people, allowingUnknown: false),
        !findings.uses(clauses.chunks[link + 1].index)
      else { continue }
      let terms = chunk.terms.lowerBound..<people.terms.upperBound
      clauses.count(clauses.chunks[link + 1].index, .missing, rule: "fate of people", with: terms, into: &findings)
    }
  }

  /// "The other two men have not been found", "have yet to be found".
  private static func notFound(_ clauses: Clauses, _ findings: inout Findings) {
    for predicate in clauses.predicates {
      let verb = clauses.verb(predicate)
      guard clauses.sentence.senses(verb.main).contains(where: { $0.kind == .finds }) else { continue }
      let isYetTo = verb.isInfinitive && clauses.sentence.isWord(verb.terms.lowerBound - 1, "yet")
      guard verb.voice == .passive && verb.isNegated && verb.isPerfect || isYetTo else { continue }
      let subjects = isYetTo ? clauses.predicates.last { $0.chunk < predicate.chunk }?.subjects : predicate.subjects
      for people in subjects ?? []
      where clauses.isCountable(clauses.groups[people], allowingUnknown: false) && !findings.uses(people)
        && clauses.groups[people].status == nil && clauses.groups[people].subjectClass != .attackers
        && clauses.groups[people].quantity?.isZero == false
      {
        clauses.count(people, .missing, rule: "fate of people", with: verb.terms, into: &findings)
      }
    }
  }
}
