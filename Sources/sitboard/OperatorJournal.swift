import BoardUI
import Briefing
import Formats
import Glibc
import Journal
import Situation

/// Who works at the board, and the journal of what is done there.
final class OperatorJournal {
  private let author: String
  /// What is open.
  private let paths: [String]
  private let path: String?
  /// Journals that are taken where another board has the first one open.
  private var others: [String] = []
  /// The earlier entries of those journals.
  private var siblings: [OperatorEntry] = []
  /// Opened on the start where it is there, and made with the first entry where it is not.
  private var journal: Journal?
  /// Why there is no journal and can be none.
  private var trouble: String?

  /// With a journal that was named: one that cannot be read is an error.
  init(author: String, paths: [String], journal path: String) throws(JournalError) {
    self.author = author
    self.paths = paths
    self.path = path
    if OperatorJournal.exists(path) { journal = try Journal(path) }
  }

  /// With the journal of what is open: one that cannot be read keeps nobody from the board.
  ///
  /// - Parameter isShared: True if the desk that is open brings the entries of all journals together, so that each of several
  ///   boards on one machine may have its own.
  init(author: String, paths: [String], isShared: Bool = false) {
    self.author = author
    self.paths = paths
    var found: String?
    do throws(JournalError) {
      let places = paths.map(OperatorJournal.absolute)
      let path = try JournalPath.standard(OperatorOptions.environment, for: places)
      found = path
      if isShared {
        for number in 2...OperatorJournal.mostBoards {
          others.append(try JournalPath.standard(OperatorOptions.environment, for: places + ["board \(number)"]))
        }
      }
      if OperatorJournal.exists(path) { journal = try OperatorJournal.opened(firstOf: path, others) }
      for sibling in [path] + others where sibling != journal?.path && OperatorJournal.exists(sibling) {
        siblings += (try? Journal(reading: sibling).entries) ?? []
      }
    } catch {
      trouble = error.message
    }
    path = found
  }

  /// Boards of one account on one machine that can be open on a desk at once.
  private static let mostBoards = 16

  /// The first journal that no other board has open; the first of all where every one is.
  private static func opened(firstOf path: String, _ others: [String]) throws(JournalError) -> Journal {
    let first = try Journal(path)
    if case .writable = first.access { return first }
    for path in others {
      let journal = try Journal(path)
      if case .writable = journal.access { return journal }
    }
    return first
  }

  /// The path from the root, links resolved; what is no file stays as it is.
  static func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func exists(_ path: String) -> Bool { Glibc.access(path, F_OK) == 0 }

  /// The earlier entries; on a shared desk, also those of the journals of other boards here, which may have been
  /// closed before it reached the others.
  var entries: [OperatorEntry] { (journal?.entries ?? []) + siblings }

  var notices: [String] { journal.map { journal in journal.notices.map { "\(journal.path): \($0.message)" } } ?? [] }

  var access: JournalAccess {
    if let trouble { return .readOnly(trouble) }
    guard let journal else { return .writable(identity: nil) }
    switch journal.access {
    case .writable: return .writable(identity: journal.identity)
    case .readOnly(let why): return .readOnly("\(why) (\(journal.path))")
    }
  }

  /// Adds an entry.
  ///
  /// - Returns: What to tell the board: that it is on the disk, or why it is not.
  func enter(_ act: OperatorAct, text: String) -> Message {
    guard let path, trouble == nil else { return .notSaved(trouble ?? "there is no journal") }
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    do throws(JournalError) {
      let journal = try opened(path)
      return .saved(
        try journal.append(
          act, text: text, author: author, at: Instant(seconds: Int64(now.tv_sec)),
          offset: OperatorJournal.offset(at: now.tv_sec)))
    } catch {
      return .notSaved("\(error.advice) (\(error.path))")
    }
  }

  private func opened(_ path: String) throws(JournalError) -> Journal {
    if let journal { return journal }
    let opened = try OperatorJournal.opened(firstOf: path, others)
    journal = opened
    return opened
  }

  // MARK: - The last look

  /// What the operator had before them when they last left, of what is in the store.
  func recallLastLook(_ store: EventStore) -> Message {
    do throws(Failure) {
      let mark = try ReaderMemory(.look, of: paths).mark()
      return .lastLook(mark?.known(of: store))
    } catch {
      return .status(error.message)
    }
  }

  /// Remembers what is before them. Where that cannot be done the next look is compared with an earlier one, which tells
  /// of more changes and hides none; where it is asked for, the error is told.
  func rememberLook(_ store: EventStore) {
    guard let memory = try? ReaderMemory(.look, of: paths) else { return }
    let number = (try? memory.mark())??.number ?? 0
    try? memory.keep(BriefingBookmark(number: number + 1, of: store, asOf: nil))
  }

  /// The time of this machine, such as "14:05".
  static var clock: String {
    let now = SourcePoller.now
    return CivilTime(now, at: offset(at: time_t(now.seconds))).clockText
  }

  /// The zone of this machine at a time.
  private static func offset(at time: time_t) -> UTCOffset {
    var (time, local) = (time, tm())
    guard localtime_r(&time, &local) != nil else { return .zero }
    return UTCOffset(minutes: local.tm_gmtoff / 60) ?? .zero
  }
}
