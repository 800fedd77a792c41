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

extension Clauses {
  /// "No group has claimed responsibility", "nobody claimed it", "has not claimed".
  func isByNobody(_ terms: Range<Int>) -> Bool {
    // "There was no immediate claim of responsibility."
    if (max(0, terms.lowerBound - 2)..<terms.lowerBound).contains(where: { sentence.has($0, .zero) }) { return true }
    return predicates.contains { predicate in
      verb(predicate).terms.overlaps(terms)
        && (verb(predicate).isNegated || predicate.subjects.contains { groups[$0].quantity?.isZero == true })
    }
  }

  /// "of 6 p.m.", "of 18:00", "on Friday": a time right after the words.
  func time(after terms: Range<Int>) -> Range<Int>? {
    guard let start = chunk(at: terms.upperBound - 1) else { return nil }
    for index in start + 1..<max(start + 1, min(start + 4, chunks.count)) {
      let chunk = chunks[index]
      if chunk.kind == .time || sentence.kind(chunk.terms.lowerBound) == .time { return chunk.terms }
      if chunk.kind == .group, let number = chunk.terms.first(where: { sentence.kind($0) == .number }),
        sentence.has(number + 1, .unit), sentence.sense(number + 1, .unit)?.kind == .clock
      {
        return number..<number + 2
      }
    }
    return nil
  }
}
