/// Why something of a desk cannot be done.
package struct DeskError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// No name for a desk.
    case wrongName
    case passwordInAddress
    /// libpq, or what it needs, is missing.
    case library(String)
    case cannotConnect(String)
    /// The connection broke while it was used.
    case lost(String)
    /// The server did not do it: its code and words.
    case refused(code: String, String)
    /// There is no desk of that name.
    case noDesk
    /// Made by a newer program.
    case newerSchema(Int)
    /// Made by an older program.
    case olderSchema(Int)
    /// The database keeps texts in another encoding.
    case encoding(String)
    /// Another program, with a newer reader, reads this desk.
    case newerReader
  }

  /// The name of the desk.
  package var desk: String
  package var reason: Reason

  package init(desk: String, reason: Reason) {
    self.desk = desk
    self.reason = reason
  }

  /// True if it may work when it is tried again later: there is nothing wrong with the request.
  package var isOfConnection: Bool {
    switch reason {
    case .cannotConnect, .lost: true
    // Shut down, starting up, too many connections, or out of memory or disk.
    case .refused(let code, _): ["57", "53", "08"].contains(String(code.prefix(2)))
    default: false
    }
  }

  /// True if the server forbids it.
  package var isOfRights: Bool { if case .refused("42501", _) = reason { true } else { false } }

  package var message: String { "desk \(desk): \(words)" }

  private var words: String {
    switch reason {
    case .wrongName:
      "not a name for a desk; give small letters, digits and underscores, a letter first, after # in the address"
    case .passwordInAddress:
      "the address holds a password, which everybody who lists the processes would see; put it into ~/.pgpass"
    case .library(let why): why
    case .cannotConnect(let why): "cannot connect: \(why)"
    case .lost(let why): "the connection is lost: \(why)"
    case .refused(let code, let why): code.isEmpty ? why : "the server refuses: \(why) (\(code))"
    case .noDesk: "there is none on this server, or you have no rights on it; 'sitboard desk init' makes one"
    case .newerSchema(let version): "it is of version \(version), which this program does not know; install a newer one"
    case .olderSchema(let version): "it is of version \(version); bring it up to date with 'sitboard desk init'"
    case .encoding(let name): "the database keeps texts as \(name); make one with ENCODING 'UTF8'"
    case .newerReader: "a newer reader reads it; install that program here too"
    }
  }
}
