/// Cuts UTF-8 into tokens in one pass.
///
/// A hyphen is a token of its own, marked as joined, so that "48-hour" and "Twenty-one" can be read by what they
/// hold; a possessive "'s" likewise. Digits keep their thousands separators and decimals.
enum Tokenizer {
  static func tokenize(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into tokens: inout [Token]) {
    var position = range.lowerBound
    let end = range.upperBound
    var lastEnd = -1
    while position < end {
      let byte = bytes[position]
      let start = position
      var token = Token(start: Int32(position), end: 0, kind: .symbol)
      if let end = Markup.end(at: position, bytes, end) {
        position = end
        continue
      }
      if byte >= 0x80, let length = Invisible.length(at: position, bytes, end) {
        position += length
        continue
      }
      switch byte {
      case 0x20, 0x09, 0x0D:
        position += 1
        continue
      case 0x0A:
        position += 1
        token.kind = .newline
      case 0x30...0x39: position = number(bytes, position, end, &token)
      case 0x41...0x5A, 0x61...0x7A: position = word(bytes, position, end, &token)
      case 0x80...: position = unicode(bytes, position, end, &token)
      case 0x27 where isClitic(bytes, position, 1, end): position = clitic(bytes, position + 1, end, &token)
      default:
        position += 1
        token.kind = mark(byte)
        if token.kind == .apostrophe, position < end, bytes[position] == byte {
          // "''" and "``": the quotation mark of wires and of texts that were put together from their words.
          position += 1
          token.kind = .quote
        } else if token.kind == .hyphen, position < end, bytes[position] == 0x2D {
          while position < end, bytes[position] == 0x2D { position += 1 }
          token.kind = .dash
        } else if token.kind == .hyphen, start > range.lowerBound, bytes[start - 1] <= 0x20,
          position == end || bytes[position] <= 0x20
        {
          token.kind = .dash
        } else if byte == 0x2E {
          while position < end, bytes[position] == 0x2E { position += 1 }
        }
      }
      if token.kind == .newline || position > start {
        token.end = Int32(position)
        // A line that begins is not joined to the one before.
        token.isJoined = lastEnd == start && tokens.last?.kind != .newline
        lastEnd = position
        if tokens.count > 0, token.kind == .newline, tokens[tokens.count - 1].kind == .newline { token.value = 1 }
        tokens.append(token)
      }
    }
  }

  private static func mark(_ byte: UInt8) -> Token.Kind {
    switch byte {
    case 0x2C: .comma
    case 0x2E, 0x21, 0x3F: .stop
    case 0x3B: .semicolon
    case 0x3A: .colon
    case 0x2D: .hyphen
    case 0x22: .quote
    case 0x27, 0x60: .apostrophe
    case 0x28, 0x5B: .open
    case 0x29, 0x5D: .close
    default: .symbol
    }
  }

  /// Marks outside ASCII: quotation marks, dashes, the apostrophe; anything else begins a word.
  private static func unicode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ end: Int, _ token: inout Token
  ) -> Int {
    if bytes[position] == 0xE2, position + 2 < end, bytes[position + 1] == 0x80 {
      switch bytes[position + 2] {
      case 0x9C, 0x9D, 0x9E:
        token.kind = .quote
        return position + 3
      case 0x93, 0x94, 0x95:
        token.kind = .dash
        return position + 3
      case 0x90, 0x91:
        token.kind = .hyphen
        return position + 3
      case 0x98, 0x99:
        if bytes[position + 2] == 0x99, isClitic(bytes, position, 3, end) {
          return clitic(bytes, position + 3, end, &token)
        }
        token.kind = .apostrophe
        return position + 3
      default:
        token.kind = .symbol
        return position + 3
      }
    }
    if bytes[position] == 0xC2, position + 1 < end {
      if bytes[position + 1] == 0xAB || bytes[position + 1] == 0xBB { token.kind = .quote }
      if bytes[position + 1] < 0xC0 { return position + 2 }
    }
    return word(bytes, position, end, &token)
  }

  /// "'s" at the end of a word.
  private static func isClitic(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ width: Int, _ end: Int
  ) -> Bool {
    let next = position + width
    guard position > 0, isWordByte(bytes[position - 1]), next < end, bytes[next] | 0x20 == 0x73 else { return false }
    return next + 1 == end || !isWordByte(bytes[next + 1])
  }

  private static func clitic(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ end: Int, _ token: inout Token
  ) -> Int {
    token.kind = .clitic
    return position + 1
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80 || byte &- 0x30 < 10
  }

  private static func word(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ token: inout Token
  ) -> Int {
    token.kind = .word
    token.isCapitalised =
      bytes[start] &- 0x41 < 26 || bytes[start] == 0xC3 && start + 1 < end && bytes[start + 1] < 0x9F
    var position = start
    var capitals = 0
    var letters = 0
    while position < end {
      let byte = bytes[position]
      if byte &- 0x41 < 26 { capitals += 1 }
      if isWordByte(byte) {
        if byte >= 0x80, let length = Invisible.length(at: position, bytes, end) {
          guard !Invisible.isSpace(at: position, bytes) else { break }
          position += length
          continue
        }
        if byte == 0xE2, position + 1 < end, bytes[position + 1] == 0x80, position > start {
          // A typographic apostrophe inside a word, before anything but a lone s.
          guard position + 3 < end, bytes[position + 2] == 0x99, isWordByte(bytes[position + 3]),
            !isClitic(bytes, position, 3, end)
          else { break }
          position += 3
          continue
        }
        if byte == 0xC2, position + 1 < end, bytes[position + 1] < 0xC0, position > start { break }
        letters += 1
        position += 1
      } else if byte == 0x27, position + 1 < end, isWordByte(bytes[position + 1]), !isClitic(bytes, position, 1, end) {
        position += 1
      } else if byte == 0x2E, position - start == 1 || isInitials(bytes, start, position), position + 1 < end,
        bytes[position + 1] &- 0x41 < 26, position + 2 == end || !isWordByte(bytes[position + 2])
      {
        // Initials without spaces: "U.S.", "N.Y.".
        position += 1
      } else {
        break
      }
    }
    if isInitials(bytes, start, position), position < end, bytes[position] == 0x2E { position += 1 }
    token.isAllCapitals = capitals == letters && letters > 1
    return max(position, start + 1)
  }

  private static func isInitials(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 3, end - start <= 12, (end - start) % 2 == 1 else { return false }
    for index in start..<end where (index - start) % 2 == 1 ? bytes[index] != 0x2E : bytes[index] &- 0x41 >= 26 {
      return false
    }
    return true
  }

  private static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ token: inout Token
  ) -> Int {
    token.kind = .number
    var position = start
    var value = 0
    var overflow = false
    func isDigit(_ index: Int) -> Bool { index < end && bytes[index] &- 0x30 < 10 }
    while position < end {
      let byte = bytes[position]
      if byte &- 0x30 < 10 {
        let (product, first) = value.multipliedReportingOverflow(by: 10)
        let (sum, second) = product.addingReportingOverflow(Int(byte - 0x30))
        overflow = overflow || first || second
        value = sum
        position += 1
      } else if byte == 0x2C, isDigit(position + 1), isDigit(position + 2), position + 3 <= end {
        // Groups of two or three digits: "42,397", "1,00,000".
        let three = isDigit(position + 3) && !isDigit(position + 4)
        let two = !isDigit(position + 3) && position + 3 < end && bytes[position + 3] == 0x2C
        guard three || two else { break }
        position += 1
      } else if byte == 0x27, position - start <= 3, isDigit(position + 1), isDigit(position + 2),
        isDigit(position + 3),
        !isDigit(position + 4)
      {
        // "1'200", as it is written in Switzerland.
        position += 1
      } else if byte == 0x2E, isDigit(position + 1) {
        token.kind = .symbol
        position += 1
        while isDigit(position) { position += 1 }
        break
      } else if byte == 0x3A, isDigit(position + 1), isDigit(position + 2), !isDigit(position + 3) {
        token.kind = .time
        position += 3
        break
      } else {
        break
      }
    }
    token.value = overflow ? 0 : value
    if overflow { token.kind = .symbol }
    if position + 1 < end, token.kind == .number {
      let a = bytes[position] | 0x20
      let b = bytes[position + 1] | 0x20
      let closes = position + 2 == end || !isWordByte(bytes[position + 2])
      let suffix =
        (a == 0x73 && b == 0x74) || (a == 0x6E && b == 0x64) || (a == 0x72 && b == 0x64) || (a == 0x74 && b == 0x68)
      if closes, suffix {
        token.kind = .ordinal
        position += 2
      }
    }
    return position
  }
}
