import Situation

extension Finding {
  var figureIsGiven: Bool { if case .count(let count) = content { !count.figure.isUndisclosed } else { false } }

  /// Readings beside a history are of the past as well, and go with it.
  func isAttributed(_ clauses: Clauses) -> Bool { false }
}

extension Clauses {
  /// The armed group that a sentence names, else the last one that the story named.
  func armedGroup() -> String? {
    for term in sentence.terms.indices {
      if let sense = sentence.sense(term, .organisation), sense.side == .attackers { return sentence.plain(sense) }
    }
    return context.lastArmedGroup
  }
}
