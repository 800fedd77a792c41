import ArgumentParser
import Journal

/// The option of every command whose board heeds what the operator did.
struct JournalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A journal of what the operator did, to be laid on what was read. It is read and not changed.", valueName: "file")
  )
  var journal: String?

  /// The journal, opened for reading; `nil` where none is named.
  func opened() throws(Failure) -> Journal? {
    guard let journal else { return nil }
    do throws(JournalError) {
      return try Journal(reading: journal)
    } catch {
      switch error.reason {
      case .system: throw Failure(.noInput, error.message)
      default: throw Failure(.data, error.message)
      }
    }
  }
}
