import ArgumentParser
import Glibc
import Journal

/// The options of the board, on which the operator works.
struct OperatorOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The journal that what the operator does is added to, and whose entries are applied to what was read. Without it a \
      file under $XDG_STATE_HOME/sitboard (or ~/.local/state/sitboard), named after what is open.
      """, valueName: "file"))
  var journal: String?

  @Option(
    help: ArgumentHelp("Whose name the entries of the journal bear. Without it $USER.", valueName: "name"))
  var `operator`: String?

  /// As they are where nothing is given.
  static var standard: OperatorOptions {
    var options = OperatorOptions()
    (options.journal, options.operator) = (nil, nil)
    return options
  }

  /// The journal that was named, or that of the board, for reading; `nil` where there is none.
  func opened(for paths: [String], _ options: CommonOptions) throws(Failure) -> ReadJournal? {
    try ReadJournal.opened(journal, for: paths, options)
  }

  /// The operator with the journal of the paths that are open.
  ///
  /// - Parameters:
  ///   - known: As whom a desk knows the operator, which is heeded before all else.
  ///   - isShared: True if several boards may be open at once, each with a journal of its own.
  func handle(
    for paths: [String], as known: String? = nil, isShared: Bool = false
  ) throws(Failure) -> OperatorJournal {
    let author = known ?? self.operator ?? OperatorOptions.environment("USER") ?? "operator"
    if let journal {
      do throws(JournalError) {
        return try OperatorJournal(author: author, paths: paths, journal: journal)
      } catch {
        throw Failure(.data, error.message)
      }
    }
    return OperatorJournal(author: author, paths: paths, isShared: isShared)
  }

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
