import CLinux
import Glibc
import Situation

/// Where the socket of a led briefing is.
package enum LeadSocket {
  /// Letters, digits, `.`, `_`, `-`; no more than 64; the first a letter or a digit.
  package static func isName(_ name: String) -> Bool { BookmarkFolder.isName(name) }

  /// The socket of a name in the folder that the system keeps for a user while they are logged in.
  package static func standard(_ name: String, _ environment: (String) -> String?) throws(SharingError) -> String {
    guard isName(name) else {
      throw SharingError("\(SafeText.line(name)): no name for a briefing; use letters, digits, '.', '_' and '-'")
    }
    if let runtime = environment("XDG_RUNTIME_DIR"), runtime.hasPrefix("/") {
      return "\(runtime)/sitboard/\(name).sock"
    }
    throw SharingError("no place for the socket: set XDG_RUNTIME_DIR, or give --socket")
  }
}

/// Why a briefing cannot be led or followed: what is wrong and what to do.
package struct SharingError: Error, Hashable, Sendable {
  package let message: String

  package init(_ message: String) { self.message = message }

  init(_ path: String, _ doing: String, code: Int32 = errno) {
    message = "\(path): \(doing): \(String(cString: strerror(code)).lowercased())"
  }
}
