import ArgumentParser
import Glibc
import Journal

/// The option of every command whose board heeds what the operator did.
struct JournalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A journal of what the operator did, to be applied to what was read. It is read and not changed.",
      valueName: "file")
  )
  var journal: String?

  /// The journal, opened for reading; `nil` where none is named.
  func opened() throws(Failure) -> ReadJournal? { try journal.map { path throws(Failure) in try ReadJournal(path) } }
}

/// The same, where the journal that the board keeps is read without being named.
struct BoardJournalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      A journal of what the operator did, to be applied to what was read. It is read and not changed. Without it the \
      one that the board keeps of these paths, where there is one.
      """, valueName: "file")
  )
  var journal: String?

  /// The journal that is named, or that of the board; `nil` where there is none.
  func opened(for paths: [String], _ options: CommonOptions) throws(Failure) -> ReadJournal? {
    try ReadJournal.opened(journal, for: paths, options)
  }
}

/// A journal that was opened for reading: nothing is made, locked or changed.
struct ReadJournal {
  /// `nil` where it is there and cannot be read.
  let journal: Journal?
  /// What a briefing says of it: "PATH, 3 entries".
  let heading: String

  /// The journal that is named, or that of the board on paths; `nil` where there is none. The acts of a desk are at the
  /// desk.
  static func opened(
    _ named: String?, for paths: [String], _ options: CommonOptions
  ) throws(Failure) -> ReadJournal? {
    if let named { return try ReadJournal(named) }
    return options.desk == nil ? ReadJournal(ofBoardOn: paths) : nil
  }

  /// One that was named: that it cannot be read is an error.
  init(_ path: String) throws(Failure) {
    do throws(JournalError) {
      self.init(try Journal(reading: path))
    } catch {
      switch error.reason {
      case .system: throw Failure(.noInput, error.message)
      default: throw Failure(.data, error.message)
      }
    }
  }

  /// The one that the board keeps of paths; `nil` where nothing was entered there. One that cannot be read keeps nobody
  /// from what was read, and it is said.
  init?(ofBoardOn paths: [String]) {
    do throws(JournalError) {
      self.init(
        try Journal(
          reading: JournalPath.standard(OperatorOptions.environment, for: paths.map(OperatorJournal.absolute))))
    } catch {
      switch error.reason {
      case .noPlace, .empty: return nil
      case .system(_, let number, _) where number == ENOENT || number == ENOTDIR: return nil
      default:
        self.init(journal: nil, heading: "not read: \(error.message)")
      }
    }
  }

  private init(_ journal: Journal) {
    let count = journal.entries.count
    self.init(journal: journal, heading: "\(journal.path), \(count) \(count == 1 ? "entry" : "entries")")
  }

  private init(journal: Journal?, heading: String) {
    self.journal = journal
    self.heading = heading
  }
}
