/// A word, a mark or a phrase of the lexicon: the unit that the grammar reads.
struct Term: Sendable {
  // Numbers of four bytes: terms are looked at far more often than anything else.
  private let firstToken: Int32
  private let endToken: Int32
  private let start: Int32
  private let end: Int32
  private let number: Int32
  private let entryNumber: Int32
  let categories: CategorySet
  let kind: Token.Kind
  let isCapitalised: Bool
  let isJoined: Bool

  /// - Parameters:
  ///   - tokens: Those of the article that it is made of.
  ///   - range: Their numbers.
  ///   - entry: Its number among those of the lexicon.
  ///   - value: That of a number of several tokens.
  init(_ tokens: [Token], _ range: Range<Int>, entry: Int, categories: CategorySet, value: Int? = nil) {
    let first = tokens[range.lowerBound]
    firstToken = Int32(range.lowerBound)
    endToken = Int32(range.upperBound)
    start = first.start
    end = tokens[range.upperBound - 1].end
    number = Int32(clamping: value ?? first.value)
    entryNumber = Int32(entry)
    self.categories = categories
    kind = first.kind
    isCapitalised = first.isCapitalised
    isJoined = first.isJoined
  }

  /// Tokens of the article, from the first to past the last.
  var tokens: Range<Int> { Int(firstToken)..<Int(endToken) }
  /// Where it stands in the text.
  var bytes: Range<Int> { Int(start)..<Int(end) }
  var entry: Int { Int(entryNumber) }
  /// The value of a number.
  var value: Int { Int(number) }
}

/// A phrase that changes how its neighbourhood is read ("threatened to", "in the past") and is no part of the grammar.
struct Mark: Sendable {
  /// Terms that it covers.
  var terms: Range<Int>
  var sense: Sense
}
