import BoardUI
import Glibc
import Situation

/// Where alerts are written: a file or a named pipe. It runs nothing.
final class AlertOutlet: BoardPartner {
  private let path: String

  init(_ path: String) { self.path = path }

  var descriptors: [Int32] { [] }

  func hear() -> [Message] { [] }

  func carryOut(_ effect: Effect) -> [Message] {
    guard case .alert(let words, let bottomLine) = effect else { return [] }
    // A pipe that nobody reads must not hold the board up.
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0o600)
    guard file >= 0 else { return [.status("ALERT \(words) (not written to \(path): \(reason))")] }
    defer { close(file) }
    let bytes = AlertOutlet.line(words, bottomLine)
    let count = write(file, bytes, bytes.count)
    return count == bytes.count ? [] : [.status("ALERT \(words) (not written to \(path): \(reason))")]
  }

  /// An alert with the time and the bottom line; short enough that a pipe takes it whole or not at all.
  static func line(_ words: String, _ bottomLine: String) -> [UInt8] {
    let time = CivilTime(SourcePoller.now, at: .zero).text
    return Array("\(time) \(words) | \(bottomLine)".utf8.prefix(4000)) + [0x0A]
  }

  private var reason: String {
    errno == ENXIO ? "nobody reads the pipe" : String(cString: strerror(errno)).lowercased()
  }
}
