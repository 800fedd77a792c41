import Situation

/// One who was hurt and has died is among the dead alone: "the detective was shot … the detective died at 3.30 pm".
extension ReadingSession {
  /// Marks as replaced the counts of one hurt person of whom the story also tells, in the same words, that they died.
  mutating func passToTheDead() {
    var dead: [Individual: [Int]] = [:]
    for index in claims.indices {
      guard let individual = individual(index), individual.status == .dead else { continue }
      dead[individual, default: []].append(index)
    }
    guard !dead.isEmpty else { return }
    for index in claims.indices {
      guard let hurt = individual(index), hurt.status == .hurt, let deaths = dead[hurt.dead] else { continue }
      let isDefinite = evidence[index].scope.contains(.definite)
      // "A man was killed and a man was hurt": two men, of whom one clause tells.
      if deaths.contains(where: { evidence[$0].clauseStart == evidence[index].clauseStart }) { continue }
      let isTheSame = deaths.contains { death in
        // What has a time of its own was so at that time, and the board tells both in their order.
        (isDefinite || evidence[death].scope.contains(.definite))
          && (claims[index].happened.isBy || claims[index].happened == claims[death].happened)
      }
      if isTheSame { claims[index].standing = .superseded }
    }
  }

  /// One person by the noun that the story calls them.
  private struct Individual: Hashable {
    let noun: String
    let subjectClass: Count.SubjectClass?
    let status: Count.Status.Kin

    var dead: Individual { Individual(noun: noun, subjectClass: subjectClass, status: .dead) }
  }

  private func individual(_ index: Int) -> Individual? {
    guard claims[index].standing == .current, let count = claims[index].count, count.figure.low == 1,
      count.figure.high == 1, count.scope != .increment, evidence[index].scope.contains(.singular),
      !evidence[index].scope.contains(.otherPeople)
    else { return nil }
    return Individual(noun: count.subject, subjectClass: count.subjectClass, status: count.status.kin)
  }
}
