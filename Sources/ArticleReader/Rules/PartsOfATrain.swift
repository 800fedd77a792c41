import Situation

extension Rule {
  /// How many coaches a train has, where nothing is said of their state.
  static let parts = Rule(
    name: "parts of a train",
    triggers: CategorySet(.thing),
    examples: [Example("The express stopped with its «nine coaches».", "coaches 9")],
    counterexamples: ["The two football coaches met.", "Coach No. 3 was hit."]
  ) { clauses, findings in
    for (index, group) in clauses.groups.enumerated() {
      guard let thing = clauses.thing(index), thing.kind == .part, let number = thing.number,
        group.quantity?.form == .exact, clauses.lastVehicle(before: group.terms.lowerBound) != nil,
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
