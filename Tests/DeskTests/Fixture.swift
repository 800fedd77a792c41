import CDigest
import Desk
import DeskServer
import Formats
import Foundation
import Situation

/// A desk that one test has to itself, on the server that all share.
struct TestDesk {
  let server: DeskServer
  let name: String

  init(_ server: DeskServer? = nil, hasRoles: Bool = false) throws {
    self.server = try server ?? DeskServer.shared()
    name = "t" + UUID().uuidString.lowercased().filter { $0 != "-" }.prefix(12)
    let database = try database()
    try DeskSchema.establish(database)
    if hasRoles { try DeskSchema.makeRoles(database) }
  }

  func address(_ user: String = "postgres") throws -> DeskAddress { try server.address(name, user: user) }

  func database(_ user: String = "postgres") throws -> Database { try Database(address(user)) }

  func log(_ user: String = "postgres") throws -> DeskLog { try DeskLog(address(user)) }

  /// An account with a role of the desk, which it is called by.
  func account(_ role: DeskRole, _ name: String) throws -> String {
    let user = "\(self.name)_\(name)"
    try database().perform("CREATE ROLE \"\(user)\" LOGIN; GRANT \"\(role.name(of: self.name))\" TO \"\(user)\"")
    return user
  }

  /// Every event, in the order of positions.
  func records(after position: Int64 = 0) throws -> [LogRecord] {
    var records: [LogRecord] = []
    try log().read(after: position) { records.append($0) }
    return records
  }
}

/// Events made by hand.
enum Example {
  static func journal(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 64 - digits.count) + digits
  }

  static func note(_ text: String, journal number: Int = 1, entry: Int = 1, author: String = "ann") -> OperatorEntry {
    OperatorEntry(
      id: ArticleID(digest: journal(number), story: entry), author: author, at: Instant(seconds: 1_741_838_407),
      offset: .zero, text: text, act: .note(nil))
  }

  /// The SHA-256 of bytes in 64 small hexadecimal digits.
  static func digest(of bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    sitboard_sha256(bytes, bytes.count, &digest)
    return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  static func line(_ entry: OperatorEntry) -> LogLine {
    LogLine(id: LogIdentity(entry), kind: .act, text: String(decoding: EventLines.line(entry), as: UTF8.self))
  }
}

/// Does something on a thread of its own.
func onThread(_ body: @escaping @Sendable () -> Void) { Thread.detachNewThread(body) }

/// Does something on so many threads at once, and returns when all have ended. A thread that waits for a server holds
/// none of the few that tests share.
func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  let group = DispatchGroup()
  for number in 0..<count {
    group.enter()
    Thread.detachNewThread {
      body(number)
      group.leave()
    }
  }
  group.wait()
}
