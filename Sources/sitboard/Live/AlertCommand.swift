import BoardUI
import CLinux
import Glibc

/// Runs a command of the operator's for each alert, with the alert on its standard input. No shell comes into it, and no
/// word of an article is ever an argument.
final class AlertCommand: BoardPartner {
  private let words: [String]
  private var running: [pid_t] = []

  /// Commands that may run at once: one that hangs does not fill the machine.
  private static let mostRunning = 8

  /// - Parameter line: A program and its arguments, parted at spaces; `nil` where there is no word.
  init?(_ line: String) {
    words = line.split(separator: " ").map(String.init)
    if words.isEmpty { return nil }
  }

  var descriptors: [Int32] { [] }

  func hear() -> [Message] { [] }

  func carryOut(_ effect: Effect) -> [Message] {
    guard case .alert(let alert, let bottomLine) = effect else { return [] }
    running.removeAll { system_has_ended($0) }
    guard running.count < AlertCommand.mostRunning else {
      return [.status("ALERT \(alert) (\(words[0]) not run: \(running.count) of it have not ended)")]
    }
    let line = AlertOutlet.line(alert, bottomLine)
    let arguments = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    let child = (arguments.map { UnsafePointer($0) } + [nil]).withUnsafeBufferPointer {
      system_start($0.baseAddress, line, line.count)
    }
    guard child > 0 else {
      return [.status("ALERT \(alert) (\(words[0]) not run: \(String(cString: strerror(errno)).lowercased()))")]
    }
    running.append(child)
    return []
  }
}
