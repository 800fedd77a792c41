/// A word, a number or a mark, as a byte range of the text.
struct Token: Sendable {
  enum Kind: UInt8, Sendable {
    case word, number, ordinal, time, comma, stop, semicolon, colon, dash, hyphen, quote, apostrophe, clitic
    case open, close, newline, symbol
  }

  var start: Int32
  var end: Int32
  var kind: Kind
  /// Nothing stands between this token and the one before it.
  var isJoined = false
  /// The first letter is a capital.
  var isCapitalised = false
  /// Every letter is a capital, and there are two at least.
  var isAllCapitals = false
  /// The value of a number.
  var value: Int = 0
  /// The word's number in the lexicon.
  var word: Int32 = 0

  var range: Range<Int> { Int(start)..<Int(end) }
}
