/// Why a journal cannot be opened, or why an entry is not saved.
package struct JournalError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// Written by a newer program.
    case newerVersion(Int)
    /// The file holds something else.
    case notAJournal
    /// Its first line, which names it, is damaged.
    case damagedFirstLine
    /// Nothing is in it yet, and it cannot be written.
    case empty
    /// The entry has a time, a figure or a text that no journal line can hold.
    case unwritable
    case tooLarge(limit: Int)
    /// The journal was opened for reading only, and why.
    case readOnly(String)
    /// The file was moved, removed or changed by another while it was open.
    case changedUnderneath
    /// There is neither `XDG_STATE_HOME` nor `HOME`.
    case noPlace
    case diskFull
    /// What the system says, with the number of the error.
    case system(doing: String, error: Int32, text: String)
  }

  package var path: String
  package var reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// One line: the file, what is wrong, and what to do.
  package var message: String { "\(path): \(advice)" }

  /// What is wrong, and what to do.
  package var advice: String {
    switch reason {
    case .newerVersion(let version):
      "a journal of version \(version), which this sitboard does not know; it was left as it is: use a newer sitboard, "
        + "or name another file with --journal"
    case .notAJournal: "not a journal; name another file with --journal"
    case .damagedFirstLine:
      "the first line of the journal is damaged; it was left as it is: put the line right from a copy, or name another "
        + "file with --journal"
    case .empty: "the journal is empty and cannot be written now; open it again, or name another file with --journal"
    case .unwritable: "the entry is not saved: its time, its figure or its text cannot be written"
    case .tooLarge(let limit): "more than \(limit >> 20) MiB; name another file with --journal"
    case .readOnly(let why): "the entry is not saved: \(why)"
    case .changedUnderneath:
      "the entry is not saved: the journal was moved or changed by another program; open sitboard again"
    case .noPlace: "no place for a journal: set HOME or XDG_STATE_HOME, or name a file with --journal"
    case .diskFull: "not saved: the disk is full; make room and do it again"
    case .system(let doing, _, let text): "cannot \(doing): \(text)"
    }
  }
}
