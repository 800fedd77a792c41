import Situation

/// One who was hurt and has died is among the dead alone: "the detective was shot … the detective died at 3.30 pm".
extension ReadingSession {
  /// Marks as replaced the counts of one hurt person of whom the story also tells, in the same words, that they died.
  mutating func passToTheDead() {
    var dead: [Individual: Deaths] = [:]
    for index in claims.indices {
      guard let individual = individual(index), individual.status == .dead else { continue }
      dead[individual, default: Deaths()].note(
        claims[index].happened, clause: evidence[index].clauseStart,
        isDefinite: evidence[index].scope.contains(.definite))
    }
    guard !dead.isEmpty else { return }
    for index in claims.indices {
      guard let hurt = individual(index), hurt.status == .hurt, let deaths = dead[hurt.dead] else { continue }
      // "A man was killed and a man was hurt": two men, of whom one clause tells.
      if deaths.clauses.contains(evidence[index].clauseStart) { continue }
      // What has a time of its own was so at that time, and the board tells both in their order.
      let known = evidence[index].scope.contains(.definite) ? deaths.times : deaths.timesOfDefinite
      if claims[index].happened.isBy ? !known.isEmpty : known.contains(claims[index].happened) {
        claims[index].standing = .superseded
      }
    }
  }

  /// The deaths of those whom a story calls by one noun.
  private struct Deaths {
    /// The clauses that tell them.
    private(set) var clauses: Set<Int> = []
    private(set) var times: Set<Moment> = []
    /// Those of whom the story has told before: "the detective".
    private(set) var timesOfDefinite: Set<Moment> = []

    mutating func note(_ time: Moment, clause: Int, isDefinite: Bool) {
      clauses.insert(clause)
      times.insert(time)
      if isDefinite { timesOfDefinite.insert(time) }
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
