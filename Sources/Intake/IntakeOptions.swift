package import Situation

/// How paths are read.
package struct IntakeOptions: Hashable, Sendable {
  /// For an article whose header gives no date.
  package var date: Moment?
  /// For a date that names no zone; without it such a date is read in UTC, and the article says so.
  package var timezone: UTCOffset?
  package var limits: IntakeLimits
  /// Whether files of a folder are opened beneath it only: no link leads out of it.
  package var isBeneath: Bool
  /// The character set that whoever sent the bytes says they are in.
  package var charset: String?

  package init(
    date: Moment? = nil, timezone: UTCOffset? = nil, limits: IntakeLimits = .standard, isBeneath: Bool = false,
    charset: String? = nil
  ) {
    self.isBeneath = isBeneath
    self.charset = charset
    self.date = date
    self.timezone = timezone
    self.limits = limits
  }
}

/// How much is read; what is larger is refused unread.
package struct IntakeLimits: Hashable, Sendable {
  /// Bytes of a file that is an article, and of the text in one that holds more than text.
  package var article: Int64
  /// Bytes of a file that may hold more than text, such as a page with its pictures.
  package var file: Int64
  /// Bytes of a file of event lines.
  package var events: Int64

  package init(article: Int64 = 16 << 20, file: Int64 = 64 << 20, events: Int64 = 512 << 20) {
    self.article = article
    self.file = max(article, file)
    self.events = events
  }

  package static let standard = IntakeLimits()

  /// How large a file may be, by how it begins and what it is called.
  func most(_ beginning: [UInt8], path: String) -> Int64 {
    if EventFile.isOne(path: path, bytes: beginning) { return events }
    return FileKind.of(FileBeginning(beginning), path: path)?.holdsMoreThanText ?? false ? file : article
  }
}
