import Situation

extension Rule {
  /// How many coaches a train has, where nothing is said of their state.
  static let parts = Rule(
    name: "parts of a train",
    triggers: CategorySet(.thing),
    examples: [Example("The express stopped with its «nine coaches».", "coaches 9")],
    counterexamples: [
      "The two football coaches met.", "Coach No. 3 was hit.", "Two coaches of the train caught fire.",
      "The first three carriages of the train were searched.", "Gunmen on the train held 30 people in two coaches.",
    ]
  ) { clauses, findings in
    for (index, group) in clauses.groups.enumerated() {
      guard let thing = clauses.thing(index), thing.kind == .part, let number = thing.number,
        group.quantity?.form == .exact, clauses.lastVehicle(before: group.terms.lowerBound) != nil,
        clauses.areAllOfTrain(index),
        !findings.list.contains(where: { $0.terms.overlaps(group.terms) && !$0.content.isCount })
      else { continue }
      let start = group.quantity?.terms.lowerBound ?? group.terms.lowerBound
      findings.list.append(
        Finding(
          content: .condition(Condition(object: thing.name, state: nil, number: number)),
          terms: start..<group.terms.upperBound, rule: "parts of a train", anchor: group.terms.lowerBound))
    }
  }
}

extension Clauses {
  /// Whether coaches are all that a train has: "its nine coaches", "with nine coaches", "the engine and nine coaches",
  /// and not "the rear two" or "two coaches of the train".
  func areAllOfTrain(_ groupIndex: Int) -> Bool {
    let group = groups[groupIndex]
    guard let chunk = chunk(ofGroup: groupIndex), sentence.sense(group.head, .thing)?.form == .plural,
      !group.terms.contains(where: { term in
        sentence.has(term, .ordinal) || Self.positions.contains { sentence.isWord(term, $0) }
      })
    else { return false }
    if group.isDefinite || sentence.isWord(group.terms.lowerBound, "all") { return true }
    guard chunk > 0 else { return false }
    if chunks[chunk - 1].kind == .conjunction, let other = self.group(at: chunk - 2) {
      return sentence.senses(other.head).contains { $0.category == .thing && sentence.plain($0) == "engine" }
    }
    if chunks[chunk - 1].kind == .preposition {
      let word = chunks[chunk - 1].terms.lowerBound
      if sentence.isWord(word, "with") { return true }
      if sentence.isWord(word, "of") {
        return chunk > 1 && chunks[chunk - 2].kind == .group && isVehicle(chunks[chunk - 2].index)
      }
      // "500 passengers in nine coaches": all of them, where nothing befalls them there.
      return sentence.isWord(word, "in") && !sentence.terms.indices.contains { sentence.has($0, .statusVerb) }
        && chunk > 1 && (self.group(at: chunk - 2)?.isPeople ?? false)
    }
    return predicates.contains { predicate in
      predicate.objects.contains(groupIndex) && predicate.subjects.contains { isVehicle($0) }
        && (verb(predicate).isHave || sentence.has(verb(predicate).main, .carryVerb))
    }
  }

  private static let positions: [StaticString] = [
    "rear", "front", "last", "first", "final", "next", "middle", "other", "remaining", "leading", "sleeper", "several",
  ]
}
