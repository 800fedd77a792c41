/// Those whom a sentence names beside its subject, and to whom the same befell.
extension ClauseReader {
  /// "The guard, along with a dozen others, slipped out": those between the commas do it too.
  func companions(endingAt comma: Int) -> [Int]? {
    guard comma >= 3, chunks[comma - 1].kind == .group else { return nil }
    let opener = comma - 2
    guard isTogether(opener), chunks[opener - 1].kind == .comma, opener >= 2, chunks[opener - 2].kind == .group else {
      return nil
    }
    return [chunks[opener - 2].index, chunks[comma - 1].index]
  }

  /// "The envoy was killed near his home, along with two of his bodyguards and a driver."
  func companions(after verb: Int) -> [Int] {
    var index = verb + 1
    let limit = min(chunks.count, verb + Self.reach)
    while index < limit, !isTogether(index) {
      switch chunks[index].kind {
      case .preposition, .group, .time, .adverb, .comma, .other: index += 1
      default: return []
      }
    }
    var companions: [Int] = []
    while index + 1 < limit, chunks[index].kind == .conjunction || chunks[index].kind == .comma,
      chunks[index + 1].kind == .group
    {
      let group = chunks[index + 1].index
      // Another clause begins: "…, along with two guards, and 14 were hurt".
      if index + 2 < chunks.count, chunks[index + 2].kind == .verb || chunks[index + 2].kind == .predicate { break }
      if chunks[index].kind == .comma, !listGoesOn(index + 1) { break }
      companions.append(group)
      index += 2
    }
    return companions
  }

  /// Whether a group is such a companion of a verb before it: what is joined to it is another clause.
  func isCompanion(_ group: Int) -> Bool {
    guard group > 0, isTogether(group - 1) else { return false }
    return chunks[max(0, group - Self.reach)..<group].contains { $0.kind == .verb }
  }

  private func isTogether(_ chunk: Int) -> Bool {
    guard chunks[chunk].kind == .conjunction, chunks[chunk].terms.count == 1 else { return false }
    return Self.together.contains { sentence.isWord(chunks[chunk].terms.lowerBound, $0) }
  }

  private static let together: [StaticString] = ["along with", "together with", "as well as", "in addition to"]
}
