import Situation

/// Puts what the board holds into harmless words, in the board's own neutral terms.
struct Words {
  let marks: GlyphSet

  /// A space at which no line is broken; a renderer writes it as a space.
  static let tie = "\u{A0}"

  /// Text of an article made fit to print: one line, nothing that a terminal obeys, ASCII alone where that is asked.
  func clean(_ text: String) -> String {
    let safe = SafeText.line(text)
    return marks == .ascii ? AsciiText.spelled(safe) : safe
  }

  /// The field's plain words for those who fight; what one side calls the other stays in quotations.
  func plain(_ text: String) -> String {
    // Nearly every text has no such word and is left as it is; only words of a fitting length are looked at.
    guard Words.hasNeutral(text) else { return clean(text) }
    let words = text.utf8.split(separator: 0x20, omittingEmptySubsequences: false).map { Substring($0) }
    return clean(words.map { Words.neutral[$0.lowercased()] ?? String($0) }.joined(separator: " "))
  }

  /// Returns true if a word of the text has another in its place; in one pass over the bytes, without a copy of them.
  private static func hasNeutral(_ text: String) -> Bool {
    let bytes = text.utf8
    var start = bytes.startIndex
    while true {
      let end = bytes[start...].firstIndex(of: 0x20) ?? bytes.endIndex
      let word = bytes[start..<end]
      if neutralLengths.contains(word.count), neutral[Substring(word).lowercased()] != nil { return true }
      guard end < bytes.endIndex else { return false }
      start = bytes.index(after: end)
    }
  }

  private static let neutralLengths: ClosedRange<Int> = {
    let lengths = neutral.keys.map(\.utf8.count)
    return (lengths.min() ?? 0)...(lengths.max() ?? 0)
  }()

  private static let neutral: [String: String] = [
    "terrorist": "attacker", "terrorists": "attackers", "militant": "attacker", "militants": "attackers",
    "insurgent": "attacker", "insurgents": "attackers", "extremist": "attacker", "extremists": "attackers",
    "rebel": "attacker", "rebels": "attackers", "separatist": "attacker", "separatists": "attackers",
    "gunman": "attacker", "gunmen": "attackers", "jihadist": "attacker", "jihadists": "attackers",
    "miscreant": "attacker", "miscreants": "attackers", "assailant": "attacker", "assailants": "attackers",
    "fighter": "attacker", "martyred": "killed", "neutralised": "killed", "neutralized": "killed",
    "eliminated": "killed",
  ]

  /// "~300", "hundreds": the figure as the board writes it.
  func figure(_ figure: Figure) -> String {
    let short = clean(figure.short(marks))
    return short.hasSuffix(" of") ? String(short.dropLast(3)) : short
  }

  /// Words as someone said them.
  func quotation(_ text: String) -> String {
    let bare = clean(text).trimming { $0 == "\"" || $0 == "\u{201C}" || $0 == "\u{201D}" }
    return marks == .ascii ? "\"\(bare)\"" : "\u{201C}\(bare)\u{201D}"
  }

  /// When, for a sentence: "by Wed", "12 Mar 14:10", "day not given".
  func when(_ moment: Moment) -> String {
    moment.isUnknown
      ? "day not given" : spoken(moment, moment.labels(marks).first ?? "?").tied
  }

  /// When, for a column: as short as the board writes it, "?" for unknown.
  func column(_ moment: Moment) -> String { moment.labels(marks).first ?? "?" }

  private func spoken(_ moment: Moment, _ label: String) -> String {
    moment.isBy && label.hasPrefix(marks.atMost) ? "by " + label.dropFirst(marks.atMost.count) : label
  }

  /// A moment with its year and zone: "12 Mar 2025 14:10 +05:00", "12 Mar 2025", "Wed".
  func full(_ moment: Moment) -> String {
    guard let to = moment.to else { return when(moment) }
    let by = moment.isBy ? "by " : ""
    switch moment.precision {
    case .instant: return by + instant(to, moment.offset)
    case .partOfDay:
      return (moment.from.map { instant($0, moment.offset) + " to " } ?? by) + instant(to, moment.offset)
    case .day, .days:
      let last = day(CivilTime(to.advanced(by: -1), at: moment.offset))
      let first = moment.from.map { day(CivilTime($0, at: moment.offset)) } ?? last
      return first == last ? by + last : first + " to " + last
    case .weekday, .unknown: return when(moment)
    }
  }

  /// From when to when a moment reaches, as far as it tells: "11 Mar 2025", "12 Mar 2025 14:10 +05:00".
  func ends(_ moment: Moment) -> (start: String, end: String)? {
    guard let to = moment.to else { return nil }
    switch moment.precision {
    case .day, .days:
      let end = CivilTime(to.advanced(by: -1), at: moment.offset)
      return (day(moment.from.map { CivilTime($0, at: moment.offset) } ?? end), day(end))
    case .instant, .partOfDay, .weekday, .unknown:
      return (instant(moment.from ?? to, moment.offset), instant(to, moment.offset))
    }
  }

  func instant(_ instant: Instant, _ offset: UTCOffset) -> String {
    let time = CivilTime(instant, at: offset)
    return day(time) + " " + time.clockText + " " + offset.text
  }

  private func day(_ time: CivilTime) -> String { "\(time.date.short) \(time.date.year)" }
}

extension String {
  /// With ties in place of its spaces. Every time in a briefing is written so.
  var tied: String { substituting([0x20], Array(Words.tie.utf8)) }

  /// With something else in place of its ties, as each renderer ends.
  func untied(_ space: String) -> String { substituting(Array(Words.tie.utf8), Array(space.utf8)) }

  /// By bytes: a briefing has megabytes, and one character's bytes are never a part of another's.
  private func substituting(_ one: [UInt8], _ other: [UInt8]) -> String {
    var (text, bytes) = (self, [UInt8]())
    text.withUTF8 { buffer in
      bytes.reserveCapacity(buffer.count)
      var position = 0
      while position < buffer.count {
        if buffer[position] == one[0], buffer[position...].starts(with: one) {
          bytes += other
          position += one.count
        } else {
          bytes.append(buffer[position])
          position += 1
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func trimming(_ isTrimmed: (Character) -> Bool) -> String {
    var rest = self[...]
    while let first = rest.first, isTrimmed(first) { rest.removeFirst() }
    while let last = rest.last, isTrimmed(last) { rest.removeLast() }
    return String(rest)
  }
}
