/// The opening of a dispatch: "QUETTA, March 11 - ", "Karachi: ", "LIMA, 22 JAN 89 (EFE) -- [TEXT]", "TRT Global - ".
struct Dateline {
  /// The token after it.
  var end: Int
  /// The outlet, where the story opens with the name of one.
  var outlet: String?

  static func read(
    _ range: Range<Int>, _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon
  ) -> Dateline? {
    let limit = min(range.upperBound, range.lowerBound + 30)
    var words = 0
    var position = range.lowerBound
    var depth = 0
    guard range.lowerBound == 0 || tokens[range.lowerBound - 1].kind == .newline else { return nil }
    scan: while position < limit {
      let token = tokens[position]
      switch token.kind {
      case .open: depth += 1
      case .close: depth -= 1
      case .word:
        guard token.isCapitalised || depth > 0 || token.end - token.start <= 3 else { return nil }
        words += 1
      case .number, .ordinal, .comma, .newline, .hyphen, .clitic, .symbol: break
      case .stop:
        // Only after an abbreviation: "N.Y.", "Aug. 22".
        guard token.isJoined, position + 1 < limit, tokens[position + 1].kind != .newline else { return nil }
      case .colon:
        // "Dead: 12"
        if position > range.lowerBound,
          lexicon.senses(lexicon.entry(tokens[position - 1].word)).contains(where: \.isLabel)
        {
          return nil
        }
        guard depth == 0, words <= 4, words > 0, isBrief(range.lowerBound..<position, tokens) else { return nil }
        break scan
      case .dash:
        if depth > 0 { break }
        // "Jason Orin — a teacher — says"
        let opens = position + 1 < limit ? tokens[position + 1] : token
        guard words > 0, words <= 12, opens.kind != .word || opens.isCapitalised else { return nil }
        break scan
      default: return nil
      }
      position += 1
    }
    guard position < limit else { return nil }
    var end = position + 1
    // "[TEXT]", "[REPORT]" and the like.
    while end < range.upperBound, tokens[end].kind == .open,
      let close = (end..<min(end + 12, range.upperBound)).first(where: { tokens[$0].kind == .close })
    {
      end = close + 1
      while end < range.upperBound, tokens[end].kind == .newline { end += 1 }
    }
    guard end < range.upperBound else { return nil }
    return Dateline(end: end, outlet: outlet(range.lowerBound..<position, tokens, text, lexicon))
  }

  private static func isBrief(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    range.allSatisfy {
      tokens[$0].kind == .word && tokens[$0].isCapitalised || tokens[$0].kind == .comma || tokens[$0].kind == .open
        || tokens[$0].kind == .close
    }
  }

  private static func outlet(
    _ range: Range<Int>, _ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon
  ) -> String? {
    let entry = lexicon.entry(range.map { tokens[$0].word })
    guard let sense = lexicon.senses(entry).first(where: { $0.category == .organisation && $0.side == .other }) else {
      return nil
    }
    return lexicon.plain(sense)
  }
}
