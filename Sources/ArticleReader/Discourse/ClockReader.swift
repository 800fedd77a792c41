import Situation

/// A time of day as the words give it: "at 8:11 a.m.", "around 2pm", "shortly before midnight", "0511 GMT".
struct ClockTime: Sendable {
  var terms: Range<Int>
  /// Minutes of the day, from the first that it can be to the last.
  var minutes: ClosedRange<Int>
  /// It is given for Greenwich.
  var isUniversal: Bool
}

/// Finds the times of day in a sentence.
struct ClockReader {
  let sentence: Sentence

  private static let day = 24 * 60

  /// In the order of the text. A time after *by*, *since* or *until* is not the time at which something happened.
  func read() -> [ClockTime] {
    sentence.terms.indices.compactMap { term in
      guard let (minute, end, isUniversal) = clock(at: term) else { return nil }
      return time(minute, term..<end, isUniversal)
    }
  }

  private func time(_ minute: Int, _ terms: Range<Int>, _ isUniversal: Bool) -> ClockTime? {
    var start = terms.lowerBound
    var minutes = minute...minute
    if sentence.isOneOf(start - 1, Self.abouts) {
      minutes = max(0, minute - Self.leeway)...min(Self.day, minute + Self.leeway)
      start -= 1
    } else if sentence.isWord(start - 1, "before") || sentence.isWord(start - 1, "after") {
      let isBefore = sentence.isWord(start - 1, "before")
      let isNear = sentence.isOneOf(start - 2, Self.nears)
      let reach = isNear ? Self.leeway : Self.day
      minutes = isBefore ? max(0, minute - reach)...minute : minute...min(Self.day, minute + reach)
      start -= isNear ? 2 : 1
    } else if sentence.isOneOf(start - 1, ["nearly", "almost"]) {
      minutes = max(0, minute - Self.leeway)...minute
      start -= 1
    }
    if sentence.isOneOf(start - 1, Self.bounds) || sentence.kind(start - 1) == .open { return nil }
    // "between 8 a.m. and 9 a.m.", "from 8 to 9 a.m.": a stretch, and no time.
    if sentence.isOneOf(start - 1, ["and", "to"]), sentence.isOneOf(start - 3, ["between", "from"]) { return nil }
    if sentence.isWord(start - 1, "at") { start -= 1 }
    return ClockTime(terms: start..<terms.upperBound, minutes: minutes, isUniversal: isUniversal)
  }

  /// How far "about" and "shortly" reach, in minutes.
  private static let leeway = 30
  private static let abouts: [StaticString] = ["about", "around", "approximately", "roughly", "circa", "some"]
  private static let nears: [StaticString] = ["shortly", "just", "soon", "right"]
  private static let bounds: [StaticString] = ["by", "until", "till", "since", "from", "between", "of", "to", "than"]

  /// The minute of the day that begins at a term, where the words end, and whether it is for Greenwich.
  private func clock(at term: Int) -> (Int, Int, Bool)? {
    if sentence.has(term, .dayPart) {
      if sentence.isWord(term, "noon") || sentence.isWord(term, "midday") { return (12 * 60, term + 1, false) }
      if sentence.isWord(term, "midnight") { return (0, term + 1, false) }
    }
    guard let kind = sentence.kind(term), kind == .number || kind == .time || kind == .symbol,
      let (hour, minute, digits) = digits(term)
    else { return nil }
    var end = term + 1
    if let isAfternoon = meridian(end) {
      guard (1...12).contains(hour) else { return nil }
      end = endOfMeridian(end)
      let universal = isUniversal(end)
      return (hour % 12 * 60 + (isAfternoon ? 12 * 60 : 0) + minute, universal ? end + 1 : end, universal)
    }
    guard hour < 24 else { return nil }
    let universal = isUniversal(end)
    if universal || sentence.isOneOf(end, ["hours", "hrs", "local"]) {
      // "0800 GMT", "18:16 local"; and not "24 hours".
      guard digits == 4 || kind == .time || universal && kind == .symbol else { return nil }
      return (hour * 60 + minute, end + 1, universal)
    }
    // "at 18:00"
    guard kind == .time, sentence.isOneOf(term - 1, ["at"]) || sentence.isOneOf(term - 1, Self.abouts) else {
      return nil
    }
    return (hour * 60 + minute, end, false)
  }

  private func isUniversal(_ term: Int) -> Bool { sentence.isOneOf(term, ["gmt", "utc"]) }

  /// True for "p.m.", false for "a.m."; `nil` for neither.
  private func meridian(_ term: Int) -> Bool? {
    if sentence.isOneOf(term, ["p.m.", "pm", "p.m"]) { return true }
    if sentence.isOneOf(term, ["a.m.", "am", "a.m"]) { return false }
    guard sentence.isOneOf(term, ["p", "a"]), sentence.kind(term + 1) == .stop, sentence.isWord(term + 2, "m") else {
      return nil
    }
    return sentence.isWord(term, "p")
  }

  private func endOfMeridian(_ term: Int) -> Int {
    sentence.isOneOf(term, ["p", "a"]) ? term + 3 : term + 1
  }

  /// Hour, minute and how many digits of "8", "8:11", "8.11", "0811".
  private func digits(_ term: Int) -> (hour: Int, minute: Int, digits: Int)? {
    var parts = [0]
    var counts = [0]
    for byte in sentence.text[sentence.bytes(term..<term + 1)] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        parts[parts.count - 1] = min(10_000, parts[parts.count - 1] * 10 + Int(byte - UInt8(ascii: "0")))
        counts[counts.count - 1] += 1
      case UInt8(ascii: ":"), UInt8(ascii: "."):
        parts.append(0)
        counts.append(0)
      default: return nil
      }
    }
    let isWhole = parts.count == 1
    if isWhole, counts[0] == 4 { return parts[0] % 100 < 60 ? (parts[0] / 100, parts[0] % 100, 4) : nil }
    guard counts[0] <= 2, isWhole || parts.count == 2 && counts[1] == 2 && parts[1] < 60 else { return nil }
    return (parts[0], isWhole ? 0 : parts[1], counts.reduce(0, +))
  }
}
