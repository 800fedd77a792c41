import Situation

/// Reads a time expression at a term: "on Tuesday evening", "11 March", "in November 2024", "at midday".
struct TimeReader {
  let sentence: Wording

  func read(at start: Int) -> TimeExpression? {
    var time = TimeExpression(terms: start..<start)
    var position = start
    if sentence.has(position, .preposition) || sentence.has(position, .subordinator), !sentence.has(position, .weekday)
    {
      position += 1
      if sentence.has(position, .article) || sentence.has(position, .demonstrative) { position += 1 }
    }
    let first = position
    while position - first < 8, let next = take(position, &time) { position = next }
    guard position > first,
      time.weekday != nil || time.dayOffset != nil || time.hours != nil || time.year != nil
        || time.month != nil
    else { return nil }
    // A lone "early", "late" or "march" is no time; nor is a year without a preposition.
    if time.weekday == nil, time.dayOffset == nil, time.month == nil {
      if time.year != nil, position == first + 1 {
        guard first > start,
          sentence.isWord(start, "in") || sentence.isWord(start, "since") || sentence.isWord(start, "of")
            || sentence.isWord(start, "during") || sentence.isWord(start, "from") || sentence.isWord(start, "between")
        else { return nil }
      }
      if time.year == nil, position == first + 1, sentence.isWord(first, "early") || sentence.isWord(first, "late") {
        return nil
      }
    }
    if time.month != nil, time.day == nil, time.year == nil, time.weekday == nil, position == first + 1 {
      // "may", "march" are words of their own; a month alone follows a preposition or "last".
      guard first > start || sentence.terms[first].isCapitalised && first > 0 && !sentence.isAllCapitals,
        !(sentence.isWord(first, "may") && !sentence.terms[first].isCapitalised)
      else { return nil }
      // "the DEC appealed": letters for a name.
      if !sentence.isAllCapitals, sentence.tokens[sentence.terms[first].tokens.lowerBound].isAllCapitals { return nil }
    }
    // "after a Wednesday landslide": the day belongs to what happened.
    if sentence.sense(first - 1, .article)?.kind == .indefinite, sentence.has(position, GroupReader.nominal) {
      return nil
    }
    time.terms = start..<position
    return time
  }

  private func take(_ position: Int, _ time: inout TimeExpression) -> Int? {
    guard sentence.terms.indices.contains(position) else { return nil }
    let term = sentence.terms[position]
    if time.weekday == nil, let sense = sentence.sense(position, .weekday) {
      time.weekday = sense.number
      return position + 1
    }
    if time.month == nil, let sense = sentence.sense(position, .month), term.isCapitalised {
      var next = position + 1
      if sentence.kind(next) == .stop, sentence.terms[next].isJoined, sentence.kind(next + 1) == .number { next += 1 }
      time.month = sense.number
      if let day = day(next), time.day == nil {
        time.day = day
        next += 1
      }
      if sentence.kind(next) == .comma, year(next + 1) != nil { next += 1 }
      if let year = year(next) {
        time.year = year
        next += 1
      }
      return next
    }
    if let day = day(position), time.month == nil, time.day == nil, sentence.has(position + 1, .month),
      sentence.terms[position + 1].isCapitalised
    {
      time.day = day
      return position + 1
    }
    if let sense = sentence.sense(position, .dayWord) {
      time.dayOffset = sense.number
      if sentence.isWord(position, "overnight") || sentence.isWord(position, "tonight") { time.hours = 18..<24 }
      return position + 1
    }
    if let sense = sentence.sense(position, .dayPart), let from = sense.number, let end = sense.end {
      if sentence.isWord(position, "late") {
        time.isLate = true
        if time.hours == nil { time.hours = from..<end }
      } else if let hours = time.hours, sentence.isWord(position - 1, "early") || hours == 0..<6 {
        time.hours = from..<max(from + 1, min(end, from + 3))
      } else {
        time.hours = from..<end
      }
      return position + 1
    }
    if sentence.isWord(position, "on") || sentence.isWord(position, "in") || sentence.isWord(position, "the"),
      position > 0, time.hours != nil || time.weekday != nil
    {
      var next = position + 1
      if sentence.has(next, .article) { next += 1 }
      if time.weekday == nil, sentence.has(next, .weekday) { return next }
      if time.hours == nil, sentence.has(next, .dayPart), !sentence.isWord(next, "early") { return next }
      return nil
    }
    if time.year == nil, time.month == nil, let year = year(position) {
      time.year = year
      return position + 1
    }
    if sentence.kind(position) == .comma, time.weekday != nil, time.month == nil, sentence.has(position + 1, .month) {
      return position + 1
    }
    return nil
  }

  private func day(_ position: Int) -> Int? {
    guard let kind = sentence.kind(position), kind == .number || kind == .ordinal else { return nil }
    let value = sentence.terms[position].value
    return (1...31).contains(value) && sentence.bytes(position..<position + 1).count <= 4 ? value : nil
  }

  private func year(_ position: Int) -> Int? {
    guard sentence.kind(position) == .number else { return nil }
    let term = sentence.terms[position]
    return (1900...2099).contains(term.value) && sentence.bytes(position..<position + 1).count == 4 ? term.value : nil
  }
}
