import Situation

/// Reads a number of people with its qualifier at a term: digits, words, ranges, vague words, none.
struct QuantityReader {
  let sentence: Wording

  /// The quantity that begins at a term, or `nil`.
  func read(at start: Int) -> Quantity? {
    var position = start
    var qualifier: Range<Int> = start..<start
    var form = Figure.Form.exact
    var isAdditional = false
    if sentence.has(position, .zero), !isNumberMark(position) {
      return Quantity(
        low: 0, high: 0, form: .exact, qualifier: position..<position + 1, terms: position..<position + 1, isZero: true)
    }
    if sentence.isWord(position, "both"), isTwo(before: position + 1) {
      return Quantity(
        low: 2, high: 2, form: .exact, qualifier: position..<position, terms: position..<position + 1)
    }
    if sentence.sense(position, .undisclosed)?.kind == .but {
      guard let (_, end) = number(at: position + 1) else { return nil }
      // "all but 10 of the 450": how many that makes nobody has said.
      return Quantity(low: nil, high: nil, form: .undisclosed, qualifier: position..<end, terms: position..<end)
    }
    if sentence.has(position, .undisclosed), !sentence.has(position + 1, .cardinal) {
      return Quantity(
        low: nil, high: nil, form: .undisclosed, qualifier: position..<position + 1, terms: position..<position + 1)
    }
    if sentence.has(position, .additional) {
      isAdditional = true
      position += 1
    }
    while let sense = sentence.sense(position, .qualifier) {
      if sentence.isWord(position, "over") || sentence.isWord(position, "under") || sentence.isWord(position, "about"),
        !beginsNumber(position + 1), !sentence.has(position + 1, .qualifier)
      {
        return nil
      }
      if qualifier.isEmpty {
        qualifier = position..<position + 1
      } else {
        qualifier = qualifier.lowerBound..<position + 1
      }
      switch sense.kind {
      case .atLeast: form = .atLeast
      case .atMost: form = .atMost
      case .about: if form == .exact { form = .about }
      default: break
      }
      position += 1
      if position - start > 4 { return nil }
    }
    if sentence.has(position, .additional) {
      isAdditional = true
      position += 1
    }
    if let sense = sentence.sense(position, .vague), let number = sense.number {
      let terms = start..<position + 1
      return Quantity(
        low: number, high: nil, form: .vague,
        qualifier: qualifier.isEmpty ? position..<position + 1 : qualifier.lowerBound..<position + 1,
        terms: terms, isAdditional: isAdditional)
    }
    let between = sentence.isWord(position, "between")
    if between { position += 1 }
    guard let (first, afterLow) = number(at: position) else { return nil }
    if between, position > start, !(sentence.isWord(afterLow, "and") || sentence.isWord(afterLow, "to")) { return nil }
    var low = first
    var high: Int? = low
    position = afterLow
    var isRange = false
    let isChange = sentence.isWord(start - 1, "by") || sentence.isWord(start - 1, "from")
    if !isChange, let (upper, afterRange) = rangeEnd(at: position, above: low, between: between) {
      high = upper
      low *= sharedMultiplier(from: position, to: afterRange, low, upper)
      position = afterRange
      isRange = true
    }
    if between, !isRange { return nil }
    if let sense = sentence.sense(position, .afterword), form == .exact {
      form = sense.kind == .atLeast ? .atLeast : .about
      qualifier = position..<position + 1
      position += 1
    } else if sentence.kind(position) == .hyphen, sentence.isWord(position + 1, "plus") {
      form = .atLeast
      qualifier = position + 1..<position + 2
      position += 2
    }
    if sentence.isWord(position, "more"), !sentence.isWord(position + 1, "than") {
      isAdditional = true
      position += 1
    } else if sentence.isWord(position, "additional") || sentence.isWord(position, "further") {
      isAdditional = true
      position += 1
    }
    var lowBound: Int? = low
    // "at least 10 to 15": both bounds are told.
    if form == .atLeast, !isRange { high = nil }
    if form == .atMost {
      lowBound = nil
    }
    if isRange { form = [.exact, .about, .atLeast].contains(form) ? .range : form }
    return Quantity(
      low: lowBound, high: high, form: form, qualifier: qualifier, terms: start..<position, isAdditional: isAdditional)
  }

  /// "both men", "both of them", "both were pronounced dead", and not "both the army and the police".
  private func isTwo(before position: Int) -> Bool {
    if sentence.isWord(position, "of") { return sentence.has(position + 1, .pronoun) }
    return sentence.has(position, .person)
      || sentence.has(position, CategorySet(.auxiliary, .statusVerb))
        && !sentence.has(position, GroupReader.nominal)
  }

  /// "No. 8", "no 8": a number follows, and nothing is denied.
  private func isNumberMark(_ position: Int) -> Bool {
    sentence.isWord(position, "no")
      && (sentence.kind(position + 1) == .number || sentence.kind(position + 1) == .stop)
  }

  private func beginsNumber(_ position: Int) -> Bool {
    sentence.has(position, CategorySet(.cardinal, .vague, .multiplier)) || sentence.has(position, .additional)
  }

  /// "to 20", "or three", "-35", "and 70" after "between".
  private func rangeEnd(at position: Int, above low: Int, between: Bool) -> (Int, Int)? {
    var next = position
    if sentence.isWord(next, "to") || sentence.isWord(next, "or") || between && sentence.isWord(next, "and") {
      next += 1
    } else if sentence.kind(next) == .hyphen || sentence.kind(next) == .dash, sentence.terms.indices.contains(next + 1),
      sentence.has(next + 1, .cardinal)
    {
      next += 1
    } else {
      return nil
    }
    guard let (high, end) = number(at: next), high > low else { return nil }
    // A range is of like size: "10 or 2,000 others" is none.
    return (high, end)
  }

  /// "two to three hundred": the hundred is that of both.
  private func sharedMultiplier(from start: Int, to end: Int, _ low: Int, _ high: Int) -> Int {
    guard low < 100, let multiplier = sentence.sense(end - 1, .multiplier)?.number, low < high / multiplier,
      high % multiplier == 0
    else { return 1 }
    return multiplier
  }

  /// Digits or number words at a position: the value, and the position after them.
  func number(at start: Int) -> (Int, Int)? {
    guard sentence.terms.indices.contains(start) else { return nil }
    if sentence.kind(start) == .open, sentence.kind(start + 1) == .number, sentence.kind(start + 2) == .close {
      return (sentence.terms[start + 1].value, start + 3)
    }
    guard sentence.has(start, .cardinal) else { return nil }
    var position = start
    var total = 0
    var part = 0
    var isFirst = true
    while sentence.terms.indices.contains(position) {
      if sentence.has(position, .cardinal), isFirst || part % 100 == 0 || part % 10 == 0 && part % 100 >= 20 {
        let value = value(position)
        if !isFirst, value >= 100 || part % 100 != 0 && value >= 10 { break }
        if !isFirst, sentence.kind(position) == .number { break }
        part += value
        isFirst = false
        position += 1
      } else if let multiplier = sentence.sense(position, .multiplier)?.number, !isFirst {
        let (product, overflow) = part.multipliedReportingOverflow(by: multiplier)
        if overflow || product > 1_000_000_000_000 { return nil }
        if multiplier >= 1000 {
          total += product
          part = 0
        } else {
          part = product
        }
        position += 1
      } else if sentence.kind(position) == .hyphen, sentence.terms[position].isJoined,
        sentence.has(position + 1, CategorySet(.cardinal, .multiplier)), sentence.kind(position + 1) == .word,
        part % 10 == 0, part % 100 >= 20, !isFirst, sentence.kind(start) == .word
      {
        position += 1
      } else if sentence.isWord(position, "and"), part >= 100 || total >= 1000, sentence.has(position + 1, .cardinal),
        sentence.kind(start) == .word, sentence.kind(position + 1) == .word, value(position + 1) < 100
      {
        position += 1
      } else {
        break
      }
    }
    return isFirst ? nil : (total + part, position)
  }

  private func value(_ position: Int) -> Int {
    sentence.kind(position) == .number
      ? sentence.terms[position].value : sentence.sense(position, .cardinal)?.number ?? 0
  }
}
