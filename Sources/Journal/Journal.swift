import Formats
import Glibc
package import Situation

/// The operator's log on disk. Lines are only ever added; an entry counts as saved when `append` has returned.
package final class Journal {
  package enum Access: Hashable, Sendable {
    case writable
    /// Entries can be read and none added, and why.
    case readOnly(String)
  }

  /// What there is to say of a journal that was opened.
  package enum Notice: Hashable, Sendable {
    /// The last line was not written to its end, so it was never confirmed. It was moved out of the journal.
    case torn(line: Int, bytes: Int)
    /// A line that is damaged, and from which so many entries were taken that are whole. It stays in the file.
    case mended(line: Int, entries: Int)
    /// A line that cannot be taken. It was passed over and stays in the file.
    case damaged(line: Int, reason: String)
    /// Numbers that no line has: lines were lost.
    case missing(ClosedRange<Int>)

    /// A torn line may be one that another is writing.
    fileprivate var isOfWholeLines: Bool { if case .torn = self { false } else { true } }

    package var message: String {
      switch self {
      case .torn(let line, let bytes):
        "line \(line): an entry was not written to its end, and so was never confirmed; its \(bytes) bytes were moved to "
          + "the file of the same name with \(JournalFile.cutEnding) added"
      case .mended(let line, let entries):
        "line \(line): damaged; \(entries == 1 ? "an entry in it is whole and was" : "\(entries) entries in it are whole and were") "
          + "taken, and the line stays in the file"
      case .damaged(let line, let reason):
        "line \(line): cannot be taken: \(reason); it was passed over and stays in the file"
      case .missing(let numbers):
        numbers.count == 1
          ? "entry \(numbers.lowerBound) is not in the journal"
          : "entries \(numbers.lowerBound) to \(numbers.upperBound) are not in the journal"
      }
    }
  }

  package let path: String
  package let access: Access
  package let notices: [Notice]
  /// Every entry that is saved, in the order of the file.
  package private(set) var entries: [OperatorEntry]
  /// What the ids of entries begin with; the same for as long as the file lives.
  package let identity: String

  private let file: JournalFile
  /// How long the file is, up to the end of its last whole line.
  private var length: Int
  /// What the file was like after the last look or write of this program.
  private var stamp: JournalFile.Stamp?
  private var lastNumber: Int

  package static let limit = 512 << 20

  /// Opens a journal, and makes it where there is none.
  ///
  /// Where it cannot be written, or another has it open, it is opened for reading; `access` says so.
  package init(_ path: String) throws(JournalError) {
    let (file, access) = try Journal.opened(path)
    var content = JournalContent(try file.bytes(limit: Journal.limit))
    var held = access
    if content.isUnwritten {
      guard access == .writable else { throw JournalError(path: path, reason: .empty) }
      let header = JournalLine.header(identity: Journal.newIdentity(path))
      try file.cut(to: 0)
      try file.write(header, at: 0)
      try JournalFolder.synchronize(of: path)
      content = JournalContent(header)
    }
    let reading = try content.read(path)
    // A torn line of a journal that another writes may be one that is being written.
    if access == .writable {
      do throws(JournalError) {
        try Journal.mend(file, content, reading)
      } catch {
        held = .readOnly(error.message)
      }
    }
    self.path = path
    self.file = file
    self.access = held
    notices = access == .writable ? reading.notices : reading.notices.filter(\.isOfWholeLines)
    entries = reading.entries
    identity = reading.identity
    length = reading.length + (reading.lacksLineFeed ? 1 : 0)
    lastNumber = reading.lastNumber
    stamp = file.stamp
  }

  /// Makes the file end with its last whole line. Nothing is destroyed: what is cut off is kept beside it first.
  private static func mend(
    _ file: JournalFile, _ content: JournalContent, _ reading: JournalContent.Reading
  ) throws(JournalError) {
    if reading.length < content.bytes.count {
      try file.keepBeside(content.bytes[reading.length...])
      try file.cut(to: reading.length)
    }
    if reading.lacksLineFeed { try file.write([0x0A], at: reading.length) }
  }

  /// Opens a journal that is there, for reading only: it is not locked, not recovered and not changed.
  package init(reading path: String) throws(JournalError) {
    let file = try JournalFile(path, O_RDONLY)
    guard try file.status().st_mode & S_IFMT == S_IFREG else { throw JournalError(path: path, reason: .notAJournal) }
    let content = JournalContent(try file.bytes(limit: Journal.limit))
    if content.isUnwritten { throw JournalError(path: path, reason: .empty) }
    let reading = try content.read(path)
    self.path = path
    self.file = file
    access = .readOnly("it was opened for reading")
    notices = reading.notices.filter(\.isOfWholeLines)
    entries = reading.entries
    identity = reading.identity
    length = reading.length
    lastNumber = reading.lastNumber
  }

  /// Adds an entry, and returns when it is on the disk. Should that fail, there is no entry.
  @discardableResult
  package func append(
    _ act: OperatorAct, text: String = "", author: String, at instant: Instant, offset: UTCOffset
  ) throws(JournalError) -> OperatorEntry {
    if case .readOnly(let why) = access { throw JournalError(path: path, reason: .readOnly(why)) }
    guard isAsLeft() else { throw JournalError(path: path, reason: .changedUnderneath) }
    let entry = OperatorEntry(
      id: ArticleID(digest: identity, story: lastNumber + 1), author: author, at: instant, offset: offset, text: text,
      act: act)
    let line = JournalLine.line(entry)
    // What could not be read again would be lost on the next start.
    guard (try? JournalLine.entry(line.dropLast(), identity: identity)) == entry else {
      throw JournalError(path: path, reason: .unwritable)
    }
    defer { stamp = file.stamp }
    try file.write(line, at: length)
    length += line.count
    lastNumber += 1
    entries.append(entry)
    return entry
  }

  /// Returns true if the file is what this program read and wrote, byte for byte. It is read again only where it was touched
  /// since: a change within the same tick of the file system's clock as the last write, four milliseconds at most,
  /// would not be seen.
  private func isAsLeft() -> Bool {
    guard file.isUnchanged(length: length) else { return false }
    if let stamp, stamp == file.stamp { return true }
    guard let bytes = try? file.bytes(limit: Journal.limit), let reading = try? JournalContent(bytes).read(path),
      reading.identity == identity, reading.entries == entries, reading.length == length
    else { return false }
    stamp = file.stamp
    return true
  }

  private static func opened(_ path: String, isSecondTry: Bool = false) throws(JournalError) -> (JournalFile, Access) {
    var status = stat()
    let isThere = stat(path, &status) == 0
    guard isThere || errno == ENOENT else { throw JournalFile.failure(path, "open the journal") }
    if isThere, status.st_mode & S_IFMT != S_IFREG { throw JournalError(path: path, reason: .notAJournal) }
    if !isThere { try JournalFolder.make(for: path) }
    let file: JournalFile
    do throws(JournalError) {
      file = try JournalFile(path, O_RDWR, isNew: !isThere)
    } catch {
      guard case .system(_, let number, let text) = error.reason else { throw error }
      // Another made it in the meantime.
      if !isThere, number == EEXIST, !isSecondTry { return try opened(path, isSecondTry: true) }
      guard isThere, [EACCES, EPERM, EROFS].contains(number) else { throw error }
      return (try JournalFile(path, O_RDONLY), .readOnly("the journal cannot be written: \(text)"))
    }
    guard try file.lock() else { return (file, .readOnly("another sitboard has the journal open")) }
    return (file, .writable)
  }

  /// 64 hexadecimal digits that no other journal has.
  private static func newIdentity(_ path: String) -> String {
    var generator = SystemRandomNumberGenerator()
    let random = (0..<4).map { _ in String(generator.next(), radix: 16) }.joined(separator: " ")
    return JournalLine.digest(Array(random.utf8))
  }
}
