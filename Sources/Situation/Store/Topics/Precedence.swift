/// Which of two claims for one figure is the newer word: by when they were said, and never by which stands last.
struct Precedence {
  let table: EventTable

  init(_ table: EventTable) { self.table = table }

  /// A claim for a figure with what decides which of two is the newer word, looked up once: each of a ladder's live
  /// claims is held against several others.
  struct Word {
    let event: UInt32
    fileprivate let source: UInt32
    fileprivate let spanStart: UInt32
    fileprivate let reported: Span
    fileprivate let happened: Span
    /// `StoredEvent.none` for what counts nobody.
    fileprivate let figure: UInt32

    func isOfOneSource(with other: Word) -> Bool { source == other.source }
  }

  /// From when to when something was so or was said.
  fileprivate struct Span {
    let from: Int64
    /// `ReplayKey.undated` where no time is known.
    let to: Int64

    /// Returns true if both have times and this begins after the other is over.
    func follows(_ other: Span) -> Bool {
      to != ReplayKey.undated && other.to != ReplayKey.undated && from > other.to
    }
  }

  func word(_ event: UInt32) -> Word {
    let (source, start) = (table.rows[Int(event)].source, table.rows[Int(event)].spanStart)
    let (reported, happened) = (table.bounds(event, on: .reported), table.bounds(event, on: .happened))
    return Word(
      event: event, source: source, spanStart: start, reported: Span(from: reported.from, to: reported.to),
      happened: Span(from: happened.from, to: happened.to), figure: table.figure(event))
  }

  /// Returns true if one claim was certainly said after another was, or, in one article, tells of a later time.
  func isLater(_ a: Word, than b: Word) -> Bool {
    if a.reported.follows(b.reported) { return true }
    return a.source == b.source && !b.reported.follows(a.reported) && a.happened.follows(b.happened)
  }

  /// Returns true if the first of two claims is the one to go by. Where neither is certainly later: the tighter figure
  /// ("249" says all that "over 200" does); in one article the one that stands higher (the title, the lead); in two the one filed later, then the higher figure of what only
  /// grows, then the one that comes later in the replay. What has no date is never newer than what has one.
  ///
  /// - Parameter isOfOneVoice: True if one speaker gives both: of what only grows, the lower of two that stand in one
  ///   article is a part of the higher, as a rule ("two died at the scene", "all five bodies").
  func outranks(_ a: Word, _ b: Word, on status: Count.Status, isOfOneVoice: Bool = false) -> Bool {
    if isLater(a, than: b) { return true }
    if isLater(b, than: a) { return false }
    if let one = bounds(a), let other = bounds(b) {
      if one.isTighter(than: other) { return true }
      if other.isTighter(than: one) { return false }
    }
    if a.source == b.source {
      if isOfOneVoice, status.traits.course == .grows, let one = point(a), let other = point(b), one != other {
        return one > other
      }
      return (a.spanStart, a.event) < (b.spanStart, b.event)
    }
    let (endA, endB) = (a.reported.to, b.reported.to)
    if endA != endB { return endB == ReplayKey.undated || endA != ReplayKey.undated && endA > endB }
    if status.traits.course == .grows, let one = point(a), let other = point(b), one != other { return one > other }
    return table.precedes(b.event, a.event, on: .reported)
  }

  private func bounds(_ word: Word) -> FigureTable.Bounds? {
    word.figure == StoredEvent.none ? nil : table.figures.bounds[Int(word.figure)]
  }

  private func point(_ word: Word) -> Int? {
    word.figure == StoredEvent.none ? nil : table.figures[word.figure].point
  }

  /// How long before the first report something may have been so that is still of the same incident, in seconds.
  private static let leadTime: Int64 = 7 * 86_400

  /// Returns true for what was over long before the first report of all was filed: a figure of an earlier event that
  /// reports recall, as a rule.
  func isOfAnotherTime(_ word: Word) -> Bool {
    let end = word.happened.to
    guard end != ReplayKey.undated, table.firstFiled != ReplayKey.undated else { return false }
    return end < table.firstFiled - Precedence.leadTime
  }
}
