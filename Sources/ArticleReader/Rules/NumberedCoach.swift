/// Where in a train the counted people are.
extension Clauses {
  /// "Eight passengers in coach 7 were killed", "20 were held in coach No. 4": the coach within the terms of a count or
  /// right after them, by the name that the board gives it.
  func numberedCoach(near terms: Range<Int>) -> (name: String, terms: Range<Int>)? {
    let last = chunks.firstIndex { $0.terms.lowerBound >= terms.upperBound } ?? chunks.count
    for (index, chunk) in chunks.enumerated() where chunk.kind == .preposition {
      let isWithin = terms.contains(chunk.terms.lowerBound)
      guard isWithin || index == last, index + 1 < chunks.count, chunks[index + 1].kind == .group,
        ["in", "on", "aboard", "inside"].contains(sentence.lower(chunk.terms))
      else { continue }
      if let thing = thing(chunks[index + 1].index), thing.kind == .part, thing.name.hasPrefix("coach ") {
        return (thing.name, chunks[index + 1].terms)
      }
    }
    return nil
  }
}
