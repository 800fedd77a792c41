import Situation

/// The entries of a running report, each with the time of day at its head, by which what it tells was reported: "5 p.m."
/// on a line of its own, "14:05 GMT", "___ 2:40 p.m. The governor says …", "Update 2 p.m.:", "Updated at 2:40 p.m. ET.
/// Bridge is closed:".
///
/// A chronology of what happened looks much the same: it begins with its oldest time. Heads that stand in a line with
/// their text therefore count only where the newest comes first, or where rules part them.
struct LiveEntries: Sendable {
  struct Entry: Sendable {
    /// The bytes of its head.
    let head: Range<Int>
    /// When it was reported.
    let moment: Moment
  }

  private(set) var entries: [Entry] = []

  /// - Parameters:
  ///   - body: The bytes of the story.
  ///   - filed: The date of the article. Without a day no time of day can be placed.
  init(_ text: Bytes, _ body: Range<Int>, filed: Moment) {
    guard let last = TimeResolver(filed).date else { return }
    let scanner = Scanner(text: text, end: body.upperBound)
    let heads = scanner.heads(from: body.lowerBound)
    guard let order = LiveEntries.order(heads) else { return }
    let days = LiveEntries.days(heads, order)
    entries = zip(heads, days).map { head, day in
      let start = last.adding(days: day).start(at: head.isUniversal ? .zero : filed.offset)
      let words = String(decoding: text[head.clock], as: UTF8.self)
      return Entry(
        head: head.range, moment: .instant(start.advanced(by: Int64(head.minute) * 60), at: filed.offset, text: words))
    }
  }

  /// The entry that a byte of the text belongs to; `nil` before the first.
  func entry(at offset: Int) -> Entry? {
    let next = entries.partitioningIndex { $0.head.lowerBound > offset }
    return next == 0 ? nil : entries[next - 1]
  }

  fileprivate struct Head {
    let range: Range<Int>
    let clock: Range<Int>
    let minute: Int
    let isUniversal: Bool
    /// True if nothing else stands in its line, or a rule stands before it.
    let isApart: Bool
  }

  private enum Order { case newestFirst, oldestFirst }

  /// In minutes.
  private static let halfDay = 12 * 60

  /// Returns which entry comes first; `nil` if the text is not a running report.
  private static func order(_ heads: [Head]) -> Order? {
    guard heads.count > 1 else { return heads.first?.isApart == true ? .newestFirst : nil }
    // From one o'clock at night to eleven is a step over midnight.
    let steps = zip(heads, heads.dropFirst()).map { head, next in
      let step = next.minute - head.minute
      return step > halfDay ? step - 2 * halfDay : step < -halfDay ? step + 2 * halfDay : step
    }
    let (back, on) = (steps.count { $0 < 0 }, steps.count { $0 > 0 })
    if back > on { return .newestFirst }
    return heads.allSatisfy(\.isApart) ? .oldestFirst : nil
  }

  /// How many days before the article each stands: a step over midnight is a step to another day.
  private static func days(_ heads: [Head], _ order: Order) -> [Int] {
    var day = 0
    var days = [Int](repeating: 0, count: heads.count)
    let places = order == .newestFirst ? Array(heads.indices) : heads.indices.reversed()
    for (newer, older) in zip(places, places.dropFirst()) {
      if heads[older].minute > heads[newer].minute { day -= 1 }
      days[older] = day
    }
    return days
  }
}

extension LiveEntries {
  /// Looks for heads at the beginnings of lines and after rules, in one pass.
  private struct Scanner {
    let text: Bytes
    let end: Int

    static let most = 4096
    /// Underscores that make a rule.
    static let leastOfRule = 3
    /// Bytes of what stands before the time, as "Updated at".
    static let longestLabel = 16
    static let longestHeadline = 120

    func heads(from start: Int) -> [Head] {
      var heads: [Head] = []
      var (index, isAfterRule) = (start, false)
      while index < end, heads.count < Scanner.most {
        if let head = head(at: index, isAfterRule: isAfterRule) { heads.append(head) }
        (index, isAfterRule) = next(after: index)
      }
      return heads
    }

    /// Returns the next place where a head may begin: a line, or the text after a rule or a colon.
    private func next(after start: Int) -> (Int, Bool) {
      var (index, run) = (start, 0)
      while index < end {
        let byte = text[index]
        if byte == 0x0A { return (index + 1, run >= Scanner.leastOfRule) }
        run = isOfRule(byte) ? run + 1 : byte == 0x20 ? run : 0
        index += 1
        // "The latest on the floods (all times local): 2:40 p.m. The governor …"
        if byte == UInt8(ascii: ":"), index < end, text[index] == 0x20 { return (index, false) }
        if run >= Scanner.leastOfRule, index < end, !isOfRule(text[index]) { return (index, true) }
      }
      return (end, false)
    }

    private func isOfRule(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "_") }

    private func head(at start: Int, isAfterRule: Bool) -> Head? {
      var index = skipSpaces(start)
      let label = index
      while index < end, isLetter(text[index]) || text[index] == 0x20, index - label < Scanner.longestLabel {
        index += 1
      }
      let isLabelled = index > label
      let opening = index
      guard let (minute, after) = clock(at: index) else { return nil }
      index = skipSpaces(after)
      let zone = zone(at: index)
      if let zone { index = zone.upperBound }
      let hasColon = index < end && text[index] == UInt8(ascii: ":")
      if hasColon { index += 1 }
      let next = skipSpaces(index)
      let isAlone = next >= end || text[next] == 0x0A
      if isLabelled, !hasColon {
        guard zone != nil, let headline = headline(at: index) else { return nil }
        index = headline
      } else {
        guard isAlone || hasColon || isCapital(next) else { return nil }
      }
      return Head(
        range: start..<index, clock: opening..<after, minute: minute, isUniversal: zone.map(isUniversal) ?? false,
        isApart: isAlone || isAfterRule || isLabelled && hasColon)
    }

    /// The end of a line that is a headline after the time, and no sentence: it ends in a colon or in no stop.
    private func headline(at start: Int) -> Int? {
      var index = start
      if index < end, text[index] == UInt8(ascii: ".") { index += 1 }
      guard isCapital(skipSpaces(index)) else { return nil }
      while index < end, text[index] != 0x0A {
        guard index - start < Scanner.longestHeadline else { return nil }
        index += 1
      }
      var last = index - 1
      while last > start, text[last] <= 0x20 { last -= 1 }
      let isSentence = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\"")].contains(
        text[last])
      return isSentence ? nil : index
    }

    /// "5 p.m.", "2:40pm", "14:05": the minute of the day, and where the words end.
    private func clock(at start: Int) -> (minute: Int, end: Int)? {
      guard let (hour, afterHour) = number(at: start, digits: 1...2) else { return nil }
      var (minute, index, hasMinutes) = (0, afterHour, false)
      if index < end, text[index] == UInt8(ascii: ":") || text[index] == UInt8(ascii: "."),
        let (minutes, after) = number(at: index + 1, digits: 2...2)
      {
        (minute, index, hasMinutes) = (minutes, after, true)
      }
      guard minute < 60 else { return nil }
      if let (isAfternoon, after) = meridian(at: skipSpaces(index)) {
        guard (1...12).contains(hour) else { return nil }
        return (hour % 12 * 60 + (isAfternoon ? LiveEntries.halfDay : 0) + minute, after)
      }
      guard hasMinutes, hour < 24, afterHour - start == 2 else { return nil }
      return (hour * 60 + minute, index)
    }

    private func number(at start: Int, digits: ClosedRange<Int>) -> (Int, Int)? {
      var (value, index) = (0, start)
      while index < end, index - start <= digits.upperBound, let digit = digit(text[index]) {
        (value, index) = (value * 10 + digit, index + 1)
      }
      return digits.contains(index - start) ? (value, index) : nil
    }

    private func digit(_ byte: UInt8) -> Int? {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
    }

    /// "a.m.", "PM".
    private func meridian(at start: Int) -> (isAfternoon: Bool, end: Int)? {
      guard start < end, let first = lowercase(text[start]), first == UInt8(ascii: "a") || first == UInt8(ascii: "p")
      else { return nil }
      var index = start + 1
      if index < end, text[index] == UInt8(ascii: ".") { index += 1 }
      guard index < end, lowercase(text[index]) == UInt8(ascii: "m") else { return nil }
      index += 1
      if index < end, text[index] == UInt8(ascii: ".") { index += 1 }
      guard index == end || !isLetter(text[index]) || text[index - 1] == UInt8(ascii: ".") else { return nil }
      return (first == UInt8(ascii: "p"), index)
    }

    /// "GMT", "EDT", "UTC": two to four capitals, of which the last is that of *time* or of *coordinated*.
    private func zone(at start: Int) -> Range<Int>? {
      var index = start
      while index < end, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(text[index]) { index += 1 }
      guard (2...4).contains(index - start), index == end || !isLetter(text[index]) else { return nil }
      guard text[index - 1] == UInt8(ascii: "T") || text[index - 1] == UInt8(ascii: "C") else { return nil }
      return start..<index
    }

    /// GMT and UTC.
    private func isUniversal(_ zone: Range<Int>) -> Bool {
      zone.count == 3 && (text[zone.lowerBound] == UInt8(ascii: "G") || text[zone.lowerBound] == UInt8(ascii: "U"))
    }

    private func skipSpaces(_ start: Int) -> Int {
      var index = start
      while index < end, text[index] == 0x20 || text[index] == 0x09 || text[index] == 0x0D { index += 1 }
      return index
    }

    private func isLetter(_ byte: UInt8) -> Bool { lowercase(byte) != nil }

    private func lowercase(_ byte: UInt8) -> UInt8? {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) ? byte | 0x20 : nil
    }

    private func isCapital(_ index: Int) -> Bool {
      index < end && ((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(text[index]) || text[index] >= 0x80)
    }
  }
}
