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
  package mutating func take(_ bytes: ArraySlice<UInt8>) -> Taken {
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      // A line that is whole is read where it is.
      if line.isEmpty, !isSkipping, end - start <= longestLine {
        endLine(bytes[start..<end])
      } else {
        grow(bytes[start..<end])
        endLine()
      }
      start = end + 1
    }
    grow(bytes[start...])
    return reading.drain()
  }

  package mutating func take(_ bytes: [UInt8]) -> Taken { take(bytes[...]) }

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

  private mutating func grow(_ bytes: ArraySlice<UInt8>) {
    guard !isSkipping else { return }
    line += bytes
    if line.count > longestLine {
      isSkipping = true
      line = []
    }
  }

  private mutating func endLine(_ whole: ArraySlice<UInt8>) {
    number += 1
    if !reading.isOver { reading.take(whole, number: number) }
  }

  private mutating func endLine() {
    if isSkipping {
      number += 1
      reading.lose(number, "longer than the limit of \(longestLine) bytes")
    } else {
      endLine(line[...])
    }
    line.removeAll(keepingCapacity: line.count < 1 << 20)
    isSkipping = false
  }
}
