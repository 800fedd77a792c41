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
  /// The value of a number, held in four bytes: a text of ten megabytes has two million tokens.
  private var number: Int32 = 0
  /// The word's number in the lexicon.
  var word: Int32 = 0

  init(start: Int32, end: Int32, kind: Kind) {
    self.start = start
    self.end = end
    self.kind = kind
  }

  /// The value of a number; more than four bytes hold is their greatest.
  var value: Int {
    get { Int(number) }
    set { number = Int32(clamping: newValue) }
  }

  var range: Range<Int> { Int(start)..<Int(end) }
}
