/// Where the journal is when nobody names a file.
package enum JournalPath {
  /// The journal of what is open: the same paths, from whatever folder they are named, have the same journal.
  ///
  /// - Parameters:
  ///   - environment: Looks a variable up.
  ///   - paths: Absolute where they are files; none for the built-in incident.
  package static func standard(
    _ environment: (String) -> String?, for paths: [String] = []
  ) throws(JournalError) -> String {
    // A relative path in XDG_STATE_HOME counts as none, as the base directory specification has it.
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/sitboard/" + name(paths) }
    guard let home = environment("HOME"), home.hasPrefix("/") else {
      throw JournalError(path: "journal", reason: .noPlace)
    }
    return home + "/.local/state/sitboard/" + name(paths)
  }

  /// The last part of the first path, for people, and digits that tell all paths apart.
  private static func name(_ paths: [String]) -> String {
    guard let first = paths.first else { return "built-in.journal.jsonl" }
    let last = first.split(separator: "/").last.map(String.init) ?? "root"
    let plain = String(last.unicodeScalars.filter { isPlain($0) }.map { Character($0) }.prefix(40))
    let digits = JournalLine.digest(Array(paths.joined(separator: "\u{0}").utf8)).prefix(12)
    return (plain.isEmpty ? "incident" : plain) + "-" + digits + ".journal.jsonl"
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: false
    }
  }
}
