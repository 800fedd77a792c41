/// Where the journal is when nobody names a file.
package enum JournalPath {
  /// - Parameter environment: Looks a variable up.
  package static func standard(_ environment: (String) -> String?) throws(JournalError) -> String {
    // A relative path in XDG_STATE_HOME counts as none, as the base directory specification has it.
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/sitboard/journal.jsonl" }
    guard let home = environment("HOME"), home.hasPrefix("/") else {
      throw JournalError(path: "journal", reason: .noPlace)
    }
    return home + "/.local/state/sitboard/journal.jsonl"
  }
}
