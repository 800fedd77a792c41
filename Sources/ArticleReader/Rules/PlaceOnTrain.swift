/// Where in a train the counted people are.
extension Clauses {
  /// "Eight passengers in coach 7 were killed", "12 bodies were found in coach S-5", "30 are held in the rear two
  /// coaches": the coach within the terms of a count or right after them and their verb, as the board calls it.
  func coach(near terms: Range<Int>) -> (name: String, terms: Range<Int>)? {
    var last = chunks.firstIndex { $0.terms.lowerBound >= terms.upperBound } ?? chunks.count
    if last < chunks.count, chunks[last].kind == .verb { last += 1 }
    for (index, chunk) in chunks.enumerated() where chunk.kind == .preposition {
      let isWithin = terms.contains(chunk.terms.lowerBound)
      guard isWithin || index == last, ["in", "on", "aboard", "inside"].contains(sentence.lower(chunk.terms)) else {
        continue
      }
      // "the rear two coaches" are two groups.
      for next in index + 1..<min(index + 3, chunks.count) {
        guard chunks[next].kind == .group, let thing = thing(chunks[next].index), thing.kind == .part else { continue }
        if thing.name.hasPrefix("coach ") { return (thing.name, chunks[next].terms) }
        if let number = thing.number, number > 1, isSomeOfTrain(chunks[next].index) {
          return (words(ofSome: chunks[next].index).text, chunks[next].terms)
        }
      }
    }
    return nil
  }
}
