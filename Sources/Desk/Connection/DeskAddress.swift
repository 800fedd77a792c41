import CPostgres
import Glibc

/// Where a desk is: a server as psql is told of it, and the name of the desk there.
///
/// `postgresql://host/database#name`, `service=desk`, `host=/run/postgresql dbname=news#name`. What is left out comes
/// from the `PG…` variables, the service file and the password file, as with psql.
package struct DeskAddress: Hashable, Sendable {
  /// The schema of the desk, which is also the channel of its news.
  package let name: String
  let connection: String

  package static let standardName = "sitboard"
  private static let longestName = 40

  package init(_ text: String) throws(DeskError) {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    connection = String(parts.first ?? "")
    name = parts.count > 1 ? String(parts[1]) : DeskAddress.standardName
    guard DeskAddress.isName(name) else {
      throw DeskError(desk: name, reason: .wrongName)
    }
    // Before anything else is done with it: an address is seen by everybody who lists the processes.
    guard !sitboard_connection_string_has_password(connection) else {
      throw DeskError(desk: name, reason: .passwordInAddress)
    }
  }

  /// The desk without anything secret: what it is called in messages.
  package var label: String {
    var why: UnsafePointer<CChar>?
    guard let summary = sitboard_connection_string_summary(connection, &why) else { return name }
    defer { free(summary) }
    let told = String(cString: summary)
    return told.isEmpty ? name : "\(name) (\(told))"
  }

  /// Small letters, digits and underscores, a letter first: it stands in statements as it is.
  private static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, (0x61...0x7A).contains(first), name.utf8.count <= longestName else {
      return false
    }
    return !name.hasPrefix("pg_")
      && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
  }
}
