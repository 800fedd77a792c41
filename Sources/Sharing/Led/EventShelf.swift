import Formats
import Situation

/// The event lines of a store as they are sent, kept once for all who follow: each has only a place in them.
struct EventShelf {
  /// In order; none is empty, and none is longer than a frame may be. Only the last one grows.
  private(set) var pieces: [[UInt8]] = [EventLines.firstLine]
  private var writer = EventLineWriter()

  mutating func add(_ article: Article, _ claims: [Claim]) {
    var lines: [[UInt8]] = []
    writer.write(article, claims) { lines.append($0) }
    for line in lines { add(line) }
  }

  mutating func add(_ entry: Reliabilities.Entry) { add(EventLines.line(entry)) }

  mutating func add(_ entry: OperatorEntry) { add(EventLines.line(entry)) }

  private mutating func add(_ line: [UInt8]) {
    let limit = WireFrame.Kind.events.limit
    var rest = line[...]
    if let last = pieces.last, last.count < limit {
      // Small lines share a piece. Who has sent the beginning of it goes on from there.
      let head = rest.prefix(limit - last.count)
      pieces[pieces.count - 1] += head
      rest = rest.dropFirst(head.count)
    }
    while !rest.isEmpty {
      pieces.append(Array(rest.prefix(limit)))
      rest = rest.dropFirst(limit)
    }
  }
}
