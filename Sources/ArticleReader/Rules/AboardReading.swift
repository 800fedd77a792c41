import Situation

extension Clauses {
  /// Whether a subject is the armed group of the story: by its name, as "the group", or as "it" beside either.
  func isArmedGroup(_ subjects: [Int]) -> Bool {
    subjects.contains { subject in
      let group = groups[subject]
      if group.terms.contains(where: {
        sentence.sense($0, .organisation)?.side == .attackers || sentence.sense($0, .speaker)?.side == .attackers
      }) {
        return true
      }
      return group.isPronoun
        && (0..<group.head).contains {
          sentence.sense($0, .organisation)?.side == .attackers || sentence.isWord($0, "group")
        }
    }
  }

  func isVehicle(_ group: Int) -> Bool {
    sentence.senses(groups[group].head).contains { $0.category == .thing && $0.kind == .vehicle }
      || groups[group].terms.contains {
        sentence.senses($0).contains { $0.category == .thing && $0.kind == .vehicle }
      }
  }

  func sentenceHasVehicle(before chunk: Int) -> Bool {
    chunks[..<chunk].suffix(8).contains { $0.kind == .group && isVehicle($0.index) }
  }
}
