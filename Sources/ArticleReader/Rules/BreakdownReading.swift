import Situation

extension Claim.Content {
  var isPart: Bool { if case .count(let count) = self { count.scope == .part } else { false } }
}

extension Clauses {
  /// "as were", "so did": the verb stands before its subject and repeats an earlier one.
  func verbIsInverted(_ chunk: Int) -> Bool {
    guard chunk >= 1, chunks[chunk].kind == .verb, sentence.has(sentence.verbs[chunks[chunk].index].main, .auxiliary)
    else { return false }
    let word = chunks[chunk - 1].terms.lowerBound
    return sentence.isWord(word, "as") || sentence.isWord(word, "so")
  }
}
