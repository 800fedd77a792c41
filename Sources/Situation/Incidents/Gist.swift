/// What tells the reports of one incident from those of another: the names in them, the things they speak of, and when
/// they were filed.
package struct Gist: Hashable, Sendable {
  /// Words with a capital within a sentence that never stand without one, in small letters.
  package private(set) var names: Set<String> = []
  /// Names as they stand, of one word or several ("Jaffar Express"), each once, in the order of the text.
  package private(set) var phrases: [String] = []
  /// What the conditions of the report are of; everything that is part of a train is the train.
  package private(set) var things: Set<String> = []
  /// Where its claims say that something was.
  package private(set) var places: Set<String> = []
  /// When it was filed; `nil` where it is undated.
  package private(set) var filed: Instant?
  /// The zone that its date is told in.
  package private(set) var offset: UTCOffset

  package init(_ article: Article, claims: [Claim]) {
    // A date without a time ends with the midnight after it: what names the day is its beginning.
    filed = article.date.from ?? article.date.to
    offset = article.date.offset
    for claim in claims where claim.standing == .current {
      if let place = claim.place { places.insert(place) }
      if case .condition(let condition) = claim.content, let thing = Gist.thing(condition) { things.insert(thing) }
    }
    var scan = NameScan()
    scan.read(article.text, article.body)
    let words = scan.inSmallLetters
    for run in scan.runs where run.allSatisfy({ !words.contains($0.lowercased()) }) {
      names.formUnion(run.map { $0.lowercased() })
      let phrase = run.joined(separator: " ")
      if !phrases.contains(phrase) { phrases.append(phrase) }
    }
  }

  /// What a condition is of, where that tells incidents apart: tracks, tunnels and guards are of many.
  private static func thing(_ condition: Condition) -> String? {
    switch ThingNouns.kind(of: condition.object) {
    case .engine, .coach, .coaches, .train: "train"
    case .tunnel, .track, .crew: nil
    case .other: condition.object.split(separator: " ").last.map { $0.lowercased() }
    }
  }
}

/// Finds the names of a text in one pass over its bytes.
private struct NameScan {
  /// Names as runs of words.
  private(set) var runs: [[String]] = []
  /// Every word that stands without a capital.
  private(set) var inSmallLetters: Set<String> = []
  private var run: [String] = []

  /// Days and months are written like names, and are of every incident.
  private static let calendar: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december",
  ]

  mutating func read(_ text: [UInt8], _ body: Range<Int>) {
    var at = body.lowerBound
    var isSentenceStart = true
    while at < body.upperBound {
      let start = at
      while at < body.upperBound, NameScan.isWordByte(text[at]) { at += 1 }
      if at > start {
        take(text[start..<at], isSentenceStart)
        isSentenceStart = false
        continue
      }
      switch text[at] {
      case UInt8(ascii: " "): break
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "\""), 0x0A:
        isSentenceStart = true
        endRun()
      case UInt8(ascii: "'"):
        // "Railways' police" and "Sharif's": what belongs to a name ends it.
        endRun()
        if at + 1 < body.upperBound, text[at + 1] == UInt8(ascii: "s") { at += 1 }
      default: endRun()
      }
      at += 1
    }
    endRun()
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    // Letters beyond ASCII, but for the quotation marks and dashes of U+2000 to U+207F.
    default: byte >= 0x80 && byte != 0xE2
    }
  }

  private mutating func take(_ word: ArraySlice<UInt8>, _ isSentenceStart: Bool) {
    let text = String(decoding: word, as: UTF8.self)
    guard let first = word.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else {
      endRun()
      inSmallLetters.insert(text)
      return
    }
    guard !isSentenceStart, word.count > 1, !NameScan.calendar.contains(text.lowercased()) else { return endRun() }
    run.append(text)
  }

  private mutating func endRun() {
    if !run.isEmpty { runs.append(run) }
    run = []
  }
}
