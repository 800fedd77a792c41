import Situation

extension Rule {
  /// A service named by its ends: "Peshawar was the destination of the service, which had set out from Quetta".
  static let route = Rule(
    name: "route",
    triggers: CategorySet(.noun),
    examples: [
      Example(
        "«Peshawar was the destination of the train, which had set out from Quetta».",
        "train travelling from Quetta to Peshawar")
    ],
    counterexamples: ["The resort is a popular destination.", "Orlec is a favourite destination of students."]
  ) { clauses, findings in
    let sentence = clauses.sentence
    for (index, chunk) in clauses.chunks.enumerated() where chunk.kind == .group {
      guard sentence.isWord(clauses.groups[chunk.index].head, "destination"),
        let predicate = clauses.predicates.first(where: { clauses.verb($0).isCopula && abs($0.chunk - index) <= 2 }),
        clauses.hasVehicle(ofDestination: index)
      else { continue }
      let other =
        predicate.chunk < index ? predicate.subjects.first.flatMap { clauses.chunk(ofGroup: $0) } : predicate.chunk + 1
      guard let other, let group = clauses.group(at: other), let to = clauses.placeText(other, group) else { continue }
      let from = clauses.chunks.indices.first {
        $0 > index && sentence.isWord(clauses.chunks[$0].terms.lowerBound, "from") && clauses.group(at: $0 + 1) != nil
      }
      let origin = from.flatMap { clauses.placeText($0 + 1, clauses.groups[clauses.chunks[$0 + 1].index]) }
      let end =
        from.map { clauses.chunks[$0 + 1].terms.upperBound }
        ?? max(chunk.terms.upperBound, clauses.chunks[other].terms.upperBound)
      findings.list.append(
        Finding(
          content: .movement(
            Movement(subject: clauses.context.lastVehicle ?? "train", action: "travelling", from: origin, to: to)),
          terms: min(clauses.chunks[other].terms.lowerBound, chunk.terms.lowerBound)..<end, rule: "route",
          anchor: chunk.terms.lowerBound))
    }
  }
}

extension Clauses {
  /// "the destination of the train", "its destination": and not that of students.
  fileprivate func hasVehicle(ofDestination chunk: Int) -> Bool {
    if sentence.has(chunks[chunk].terms.lowerBound, .possessive) || groups[chunks[chunk].index].possessor != nil {
      return true
    }
    guard chunks.indices.contains(chunk + 2), chunks[chunk + 1].kind == .preposition, group(at: chunk + 2) != nil else {
      return groups[chunks[chunk].index].isDefinite && context.lastVehicle != nil
    }
    return isVehicle(chunks[chunk + 2].index) || sentence.isWord(groups[chunks[chunk + 2].index].head, "service")
  }
}
