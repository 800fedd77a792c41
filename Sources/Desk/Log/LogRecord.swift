package import Situation

/// The kind of an event of a log.
package enum LogKind: String, Hashable, Sendable {
  /// Something that an operator did, on one line.
  case act
  /// All articles of one text with their claims, as event lines.
  case article
  /// How far a source is believed, on one line.
  case source
}

/// An event that is to be added to a log.
package struct LogLine: Hashable, Sendable {
  /// Made by who adds it, and the same each time it is sent.
  package var id: LogIdentity
  package var kind: LogKind
  /// The text that was read, and by which reader; `nil` for what is no article.
  package var reading: LogReading?
  /// In whose name, where that is another's: only an admin may say so.
  package var author: String?
  /// Event lines, each with its line feed.
  package var text: String

  package init(
    id: LogIdentity, kind: LogKind, reading: LogReading? = nil, author: String? = nil, text: String
  ) {
    self.id = id
    self.kind = kind
    self.reading = reading
    self.author = author
    self.text = text
  }
}

/// Which text was read, by which of the readers that a desk has had.
package struct LogReading: Hashable, Sendable {
  package var digest: String
  /// Of several readings of a text, the highest counts.
  package var generation: Int
  /// Where the text stands among the others; `nil` for where the event does.
  package var place: Int64?

  package init(digest: String, generation: Int, place: Int64? = nil) {
    self.digest = digest
    self.generation = generation
    self.place = place
  }
}

/// An event of a log.
package struct LogRecord: Hashable, Sendable {
  /// Higher than that of every event that was there before it.
  package var position: Int64
  package var id: LogIdentity
  package var kind: LogKind
  package var reading: LogReading?
  /// As whom the log knows who added it.
  package var author: String
  /// When it was added, by the clock of the log; `nil` where that is not known.
  package var at: Instant?
  package var text: [UInt8]

  package init(
    position: Int64, id: LogIdentity, kind: LogKind, reading: LogReading? = nil, author: String, at: Instant? = nil,
    text: [UInt8]
  ) {
    (self.position, self.id, self.kind, self.reading) = (position, id, kind, reading)
    (self.author, self.at, self.text) = (author, at, text)
  }
}

/// Lines that are only ever added, each at a position, and read by position. A reader that knows the last position it
/// read misses nothing and gets nothing twice.
package protocol EventLog: AnyObject {
  /// Adds lines, all or none; those that are there already are left out.
  ///
  /// - Returns: How many were new.
  @discardableResult
  func append(_ lines: [LogLine]) throws(DeskError) -> Int
  /// Gives what stands after a position, in order.
  func read(after position: Int64, _ body: (LogRecord) -> Void) throws(DeskError)
  /// Returns when something may have been added, or when a descriptor is readable.
  func wait(or descriptor: Int32, milliseconds: Int32) throws(DeskError)
}
