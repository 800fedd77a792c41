/// Nouns that say who the counted people before them are.
extension ClauseReader {
  /// "Two people, a woman and her son,": as many follow as were counted, and so they are the same.
  func isSum(_ whole: Int, of parts: Range<Int>) -> Bool {
    // "Two people on board, the pilot and a lady,"
    if whole > 0, sentence.chunks[whole].kind == .predicate { return isSum(whole - 1, of: parts) }
    guard sentence.chunks[whole].kind == .group,
      let counted = sentence.groups[sentence.chunks[whole].index].quantity, counted.low == counted.high
    else { return false }
    let groups = parts.filter { sentence.chunks[$0].kind == .group }.map { sentence.groups[sentence.chunks[$0].index] }
    return groups.count > 1 && groups.reduce(0) { $0 + ($1.quantity?.low ?? 1) } == counted.low
  }
}
