internal import Situation

/// The stretch of time that strips and plots span on a clock: from the first to the last time that a claim of the
/// incident itself gives. What lies before or after it (another incident, a deadline) is drawn at the edge.
package struct TimeAxis: Hashable, Sendable {
  let from: Instant
  let to: Instant
  /// The zone in which it is labelled.
  let offset: UTCOffset

  /// `nil` where no claim has a time.
  init?(_ store: EventStore, clock: Clock) {
    // Replay order ends with what has no time.
    let dated = store.datedCount(on: clock)
    func counts(_ position: Int) -> Bool {
      let event = store.id(at: position, on: clock)
      return store.isCount(event) && store.standing(of: event) == .current
    }
    guard let first = (0..<dated).first(where: counts), let last = (0..<dated).last(where: counts) else { return nil }
    let (beginning, end) = (store.moment(at: first, on: clock), store.moment(at: last, on: clock))
    guard let from = beginning.to, let to = end.to else { return nil }
    self.from = from
    self.to = to
    offset = beginning.offset
  }

  private var seconds: Double { max(1, Double(to.seconds) - Double(from.seconds)) }

  /// Which of so many columns an instant falls in; one outside the axis falls in the first or last.
  func column(of instant: Instant, of count: Int) -> Int {
    let share = (Double(instant.seconds) - Double(from.seconds)) / seconds
    return min(max(0, Int(share * Double(count))), count - 1)
  }

  /// The last instant of a column.
  func end(of column: Int, of count: Int) -> Instant {
    if column >= count - 1 { return to }
    return from.advanced(by: Int64(seconds * Double(column + 1) / Double(count)) - 1)
  }

  /// Midnights on the axis with the day that each begins, and the beginning itself, as far as they stand apart.
  func labels(columns: Int) -> [(column: Int, text: String)] {
    let start = CivilTime(from, at: offset)
    var labels = [(column: 0, text: "\(start.date.short) \(start.clockText)")]
    var date = start.date.adding(days: 1)
    let days = Int((to.seconds - from.seconds) / 86_400)
    // No more labels than columns could hold, however long the incident.
    let stride = max(1, days * 8 / max(1, columns))
    while date.start(at: offset) < to, labels.count < columns {
      labels.append((column(of: date.start(at: offset), of: columns), date.short))
      date = date.adding(days: stride)
    }
    return labels
  }
}

extension Canvas {
  /// The days under a plot or a strip, as many as stand apart.
  mutating func timeLabels(_ axis: TimeAxis, _ columns: Range<Int>, row: Int) {
    let labels = axis.labels(columns: columns.count)
    let end = CivilTime(axis.to, at: axis.offset)
    let last = "\(end.date.short) \(end.clockText)"
    let lastStart = columns.upperBound - self.columns(last)
    var free = columns.lowerBound
    for (column, text) in labels {
      let start = columns.lowerBound + column
      guard start >= free, start + self.columns(text) + 2 <= lastStart else { continue }
      free = put(text, column: start, row: row, style: Style(.secondary, dim: true), limit: columns.upperBound) + 1
    }
    if lastStart >= free {
      put(last, column: lastStart, row: row, style: Style(.secondary, dim: true), limit: columns.upperBound)
    }
  }
}
