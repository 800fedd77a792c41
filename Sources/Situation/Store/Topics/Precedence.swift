/// Which of two claims for one figure is the newer word: by when they were said, and never by which stands last.
struct Precedence {
  let table: EventTable

  init(_ table: EventTable) { self.table = table }

  /// Returns true if one claim was certainly said after another was, or, in one article, tells of a later time.
  func isLater(_ a: UInt32, than b: UInt32) -> Bool {
    if follows(a, b, on: .reported) { return true }
    return isOneSource(a, b) && !follows(b, a, on: .reported) && follows(a, b, on: .happened)
  }

  /// Returns true if the first of two claims is the one to go by. Where neither is certainly later: the tighter figure
  /// ("249" says all that "over 200" does); in one article the one that stands higher (the title, the lead); in two the one filed later, then the higher figure of what only
  /// grows, then the one that comes later in the replay. What has no date is never newer than what has one.
  func outranks(_ a: UInt32, _ b: UInt32, on status: Count.Status) -> Bool {
    if isLater(a, than: b) { return true }
    if isLater(b, than: a) { return false }
    if let one = bounds(a), let other = bounds(b) {
      if one.isTighter(than: other) { return true }
      if other.isTighter(than: one) { return false }
    }
    let (first, second) = (table.rows[Int(a)], table.rows[Int(b)])
    if first.source == second.source { return (first.spanStart, a) < (second.spanStart, b) }
    let (endA, endB) = (table.bounds(a, on: .reported).to, table.bounds(b, on: .reported).to)
    if endA != endB { return endB == ReplayKey.undated || endA != ReplayKey.undated && endA > endB }
    if status.traits.course == .grows, let one = low(a), let other = low(b), one != other { return one > other }
    return table.precedes(b, a, on: .reported)
  }

  func isOneSource(_ a: UInt32, _ b: UInt32) -> Bool { table.rows[Int(a)].source == table.rows[Int(b)].source }

  /// How long before the first report something may have been so that is still of the same incident, in seconds.
  private static let leadTime: Int64 = 7 * 86_400

  /// Returns true for what was over long before the first report of all was filed: a figure of an earlier event that
  /// reports recall, as a rule.
  func isOfAnotherTime(_ event: UInt32) -> Bool {
    let end = table.bounds(event, on: .happened).to
    guard end != ReplayKey.undated, table.firstFiled != ReplayKey.undated else { return false }
    return end < table.firstFiled - Precedence.leadTime
  }

  /// Returns true if both have times and the first begins after the second is over.
  private func follows(_ a: UInt32, _ b: UInt32, on clock: Clock) -> Bool {
    let (first, second) = (table.bounds(a, on: clock), table.bounds(b, on: clock))
    return first.to != ReplayKey.undated && second.to != ReplayKey.undated && first.from > second.to
  }

  private func bounds(_ event: UInt32) -> FigureTable.Bounds? {
    let figure = table.figure(event)
    return figure == StoredEvent.none ? nil : table.figures.bounds[Int(figure)]
  }

  private func low(_ event: UInt32) -> Int? {
    let figure = table.figure(event)
    guard figure != StoredEvent.none else { return nil }
    return table.figures[figure].point
  }
}
