/// Cuts a run of tokens into sentences.
struct SentenceSplitter {
  let tokens: [Token]
  let lexicon: Lexicon
  let text: UnsafeBufferPointer<UInt8>

  /// The most tokens that are read as one sentence.
  static let longest = 256

  /// Whether the tokens between two sentences part two paragraphs.
  ///
  /// - Parameter isWrapped: Whether a newline alone parts none.
  func isParagraphEnd(_ between: Range<Int>, isWrapped: Bool) -> Bool {
    tokens[between].count { $0.kind == .newline } >= (isWrapped ? 2 : 1)
  }

  /// Token ranges without newlines at their ends.
  ///
  /// - Parameter isWrapped: Whether a newline alone ends none.
  func sentences(isWrapped wrapped: Bool) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    var openQuote = false
    func close(_ end: Int) {
      var from = start
      var to = end
      while from < to, tokens[from].kind == .newline { from += 1 }
      while to > from, tokens[to - 1].kind == .newline { to -= 1 }
      while to - from > Self.longest {
        // No sentence of a writer is so long; cut, so that reading stays linear in the text.
        let cut =
          (from + Self.longest / 2..<from + Self.longest).last { tokens[$0].kind == .comma } ?? from + Self.longest - 1
        result.append(from..<cut + 1)
        from = cut + 1
      }
      if from < to { result.append(from..<to) }
      start = end
    }
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      switch token.kind {
      case .newline:
        if !wrapped || index + 1 < tokens.count && tokens[index + 1].kind == .newline
          || index > 0 && tokens[index - 1].kind == .newline
        {
          close(index + 1)
          openQuote = false
        }
      case .quote: openQuote.toggle()
      case .stop where endsSentence(index):
        var end = index + 1
        // Closing quotation marks and brackets belong to the sentence that they close.
        while end < tokens.count, tokens[end].isJoined,
          tokens[end].kind == .quote && openQuote || tokens[end].kind == .close || tokens[end].kind == .apostrophe
        {
          if tokens[end].kind == .quote { openQuote = false }
          end += 1
        }
        index = end
        if end >= tokens.count || beginsSentence(end) { close(end) }
        continue
      default: break
      }
      index += 1
    }
    close(tokens.count)
    return result
  }

  private func endsSentence(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    if text[Int(tokens[index].start)] != 0x2E { return true }
    let before = tokens[index - 1]
    guard tokens[index].isJoined, before.kind == .word else { return true }
    if before.end - before.start == 1, before.isCapitalised {
      // An initial, unless what follows cannot be a name.
      return !(index + 1 < tokens.count && tokens[index + 1].isCapitalised)
    }
    if isInnerStop(index) { return false }
    guard lexicon.categories(lexicon.entry(before.word)).contains(Category.abbreviation.bit) else { return true }
    // "No. 8", "Jan. 3", "Lt. Gen.": a name or a number follows an abbreviation.
    if index + 1 >= tokens.count { return true }
    let next = tokens[index + 1]
    return !(next.kind == .number || next.kind == .word && next.isCapitalised || next.kind == .comma || next.isJoined)
      && next.kind != .word
  }

  /// "at 11 a.m. Tuesday": the stop of what is written with stops, before a day.
  private func isInnerStop(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, index >= 2, tokens[index + 1].kind == .word,
      text[tokens[index - 1].range].contains(0x2E) || text[Int(tokens[index - 1].start) - 1] == 0x2E
    else { return false }
    let next = lexicon.categories(lexicon.entry(tokens[index + 1].word))
    return !next.isDisjoint(with: CategorySet(.weekday, .month))
  }

  private func beginsSentence(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .newline, .quote, .open, .dash, .number, .apostrophe, .symbol: return true
    case .word: return token.isCapitalised || !token.isJoined && isAfterLineOfSentence(index)
    default: return false
    }
  }

  /// A lower-case word after a stop begins a sentence only when the stop was a real one ("al-Shabaab said").
  private func isAfterLineOfSentence(_ index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index + 1].kind == .hyphen
  }

  /// Returns true if lines are broken by width and not by paragraph: those that another line follows at once have no end
  /// of a sentence. Where empty lines part paragraphs, a narrow column is enough.
  var isWrapped: Bool {
    var (wide, unfinished, lines, empty) = (0, 0, 0, 0)
    var lineStart = 0
    let breaks = tokens.indices.filter { tokens[$0].kind == .newline }
    for index in breaks where index + 1 < tokens.count && tokens[index + 1].kind == .newline { empty += 1 }
    let least = empty >= 3 ? 25 : 50
    for index in breaks {
      let end = Int(tokens[index].start)
      let width = end - lineStart
      lineStart = Int(tokens[index].end)
      let isInner = index + 1 < tokens.count && tokens[index + 1].kind != .newline
      if width == 0 || !isInner { continue }
      lines += 1
      if width > 110 { wide += 1 }
      if width >= least, index > 0, [.word, .comma, .number].contains(tokens[index - 1].kind) { unfinished += 1 }
    }
    return wide == 0 && unfinished >= 2 && unfinished * 3 >= lines
  }
}
