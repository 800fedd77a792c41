package import Situation

/// Event lines that come piece by piece, cut anywhere.
package struct EventLineStream: Sendable {
  package typealias Taken = (
    entries: [EventLines.Entry], acts: [OperatorEntry], damage: [EventLines.Damage],
    reliabilities: Reliabilities
  )

  private var reading = EventReading()
  private var line: [UInt8] = []
  private var number = 0
  private var isSkipping = false
  private let longestLine: Int

  /// - Parameters:
  ///   - longestLine: Bytes; a longer line is told as damaged and not kept.
  ///   - isWithin: True if the lines are from within event lines, so that no first line names their version.
  package init(longestLine: Int = JSONLimits.standard.bytes, isWithin: Bool = false) {
    self.longestLine = longestLine
    if isWithin { reading.isVersionKnown = true }
  }

  /// Takes further bytes, and gives what is complete with them. An article is complete when the next begins, or when
  /// `flush` says so.
  package mutating func take(_ bytes: some Collection<UInt8>) -> Taken {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A) {
      grow(rest[..<end])
      endLine()
      rest = rest[rest.index(after: end)...]
    }
    grow(rest)
    return reading.drain()
  }

  /// No further claims come for the present article.
  package mutating func flush() -> Taken {
    reading.close()
    return reading.drain()
  }

  /// Nothing more comes: a last line without its line feed counts.
  package mutating func finish() -> Taken {
    if !line.isEmpty || isSkipping { endLine() }
    return flush()
  }

  private mutating func grow(_ bytes: some Collection<UInt8>) {
    guard !isSkipping else { return }
    line += bytes
    if line.count > longestLine {
      isSkipping = true
      line = []
    }
  }

  private mutating func endLine() {
    number += 1
    if isSkipping {
      reading.lose(number, "longer than the limit of \(longestLine) bytes")
    } else if !reading.isOver {
      reading.take(line[...], number: number)
    }
    line.removeAll(keepingCapacity: line.count < 1 << 20)
    isSkipping = false
  }
}
