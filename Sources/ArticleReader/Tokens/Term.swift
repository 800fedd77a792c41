/// A word, a mark or a phrase of the lexicon: the unit that the grammar reads.
struct Term: Sendable {
  /// Tokens of the article, from the first to past the last.
  var tokens: Range<Int>
  var entry: Int
  var categories: CategorySet
  var kind: Token.Kind
  var isCapitalised: Bool
  var isJoined: Bool
  var value: Int
}

/// A phrase that changes how its neighbourhood is read ("threatened to", "in the past") and is no part of the grammar.
struct Mark: Sendable {
  /// Terms that it covers.
  var terms: Range<Int>
  var sense: Sense
}
