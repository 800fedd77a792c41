import Situation

extension Clauses {
  /// The force a group names: its side and how it is called.
  func force(_ groupIndex: Int) -> (side: Deployment.Side, name: String)? {
    let group = groups[groupIndex]
    if group.isPronoun { return nil }
    let senses = sentence.senses(group.head)
    if senses.contains(where: { $0.category == .person && $0.subjectClass == .attackers }) {
      return (.attackers, sentence.lower(group.head..<group.head + 1))
    }
    if let force = senses.first(where: { $0.category == .force }) {
      // A name of several words goes by its plain word, which leaves the nation out.
      let name = sentence.lower(group.head..<group.head + 1)
      return (force.side == .attackers ? .attackers : .state, name.contains(" ") ? sentence.plain(force) : name)
    }
    if senses.contains(where: { $0.category == .person && $0.subjectClass == .securityForces }) {
      return (.state, sentence.lower(group.head..<group.head + 1))
    }
    return nil
  }

  /// "the army from entering": what did not come about.
  func isKeptFrom(_ predicate: Predicate) -> Bool {
    guard verb(predicate).voice == .gerund, predicate.chunk > 0 else { return false }
    return sentence.isWord(chunks[predicate.chunk - 1].terms.lowerBound, "from")
  }

  /// The group after "by" that follows a passive.
  func agent(after chunk: Int) -> Int? {
    var index = chunk + 1
    while index + 1 < chunks.count, index - chunk < 8 {
      if chunks[index].kind == .preposition, sentence.isWord(chunks[index].terms.lowerBound, "by"),
        group(at: index + 1) != nil
      {
        return chunks[index + 1].index
      }
      if chunks[index].kind == .verb || chunks[index].kind == .stop { return nil }
      index += 1
    }
    return nil
  }

  /// Equipment named within a few chunks: "vests loaded with explosives" are explosive vests.
  func equipment(from chunk: Int) -> (name: String, end: Int)? {
    var index = chunk
    while index < chunks.count, index - chunk < 7 {
      if let group = group(at: index), let sense = sentence.sense(group.head, .equipment) {
        var end = chunks[index].terms.upperBound
        var name = sentence.plain(sense)
        if name == "vests" {
          for next in index + 1..<max(index + 1, min(index + 5, chunks.count)) {
            if let load = self.group(at: next), sentence.isWord(load.head, "explosives") {
              name = "explosive vests"
              end = chunks[next].terms.upperBound
            }
          }
        }
        return (name, end)
      }
      if chunks[index].kind == .stop { return nil }
      index += 1
    }
    return nil
  }
}
