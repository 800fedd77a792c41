import Foundation
import LineExamples
import Testing

/// A terminal of a known size and kind with a shell in it, on a tmux server of its own.
final class Tmux {
  private let socket: String
  private let folder: URL

  struct Timeout: Error, CustomStringConvertible {
    let waitedFor: String
    let screen: [String]
    var description: String { "waited in vain for \(waitedFor); the screen shows:\n" + screen.joined(separator: "\n") }
  }

  /// - Parameters:
  ///   - term: The `TERM` that programs inside see; tmux itself always understands what they send as xterm's.
  ///   - environment: What the shell inside has beside a bare `PATH`, locale and zone.
  init(columns: Int = 80, rows: Int = 24, term: String = "xterm-256color", environment: [String: String] = [:]) throws {
    // What runs inside ends after the server, and may write once more where the folder was: it goes with the process.
    folder = URL(filePath: try TemporaryFolder().path)
    socket = folder.appending(path: "tmux").path
    var inside = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", "TERM": term, "PS1": "$ "]
    // A crash is to end at once, and not to ask on the terminal what to do.
    inside["SWIFT_BACKTRACE"] = "enable=no"
    inside["HOME"] = folder.path
    inside["HISTFILE"] = "/dev/null"
    inside.merge(environment) { $1 }
    let assignments = inside.filter { !$0.value.isEmpty }.map { "\($0.key)=\($0.value)" }.sorted()
    _ = try tmux(
      ["-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "env", "-i"] + assignments
        + ["bash", "--norc", "--noprofile", "-i"])
    _ = try tmux(["set-option", "-g", "status", "off"])
    _ = try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    try wait("a prompt") { $0.contains { $0.hasPrefix("$") } }
  }

  deinit {
    _ = try? tmux(["kill-server"])
    try? FileManager.default.removeItem(at: folder)
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> Outcome {
    try Shell.run("/usr/bin/tmux", ["-u", "-S", socket] + arguments, environment: ["TERM": "xterm-256color"])
  }

  /// A path in a folder that goes when the session does.
  func path(_ name: String) -> String { folder.appending(path: name).path }

  func contents(_ name: String) -> String { (try? String(contentsOfFile: path(name), encoding: .utf8)) ?? "" }

  /// Types a line into the shell.
  func type(_ line: String) throws { try tmux(["send-keys", "-l", line + "\n"]) }

  /// Presses keys by tmux's names: "g", "Space", "C-z", "BTab".
  func press(_ keys: String...) throws { try press(keys) }

  func press(_ keys: [String]) throws { try tmux(["send-keys"] + keys) }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The rows of the screen, trailing spaces cut.
  func screen() throws -> [String] {
    try tmux(["capture-pane", "-p"]).text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The rows of the screen with the look of every letter.
  func cells() throws -> [[Cell]] { Cell.rows(try tmux(["capture-pane", "-p", "-e"]).text) }

  /// Looks at the screen until it is as wanted and stands still from one look to the next. Each look takes a process,
  /// so the loop needs no pause of its own.
  @discardableResult
  func wait(_ what: String, seconds: Double = 60, until isReached: ([String]) -> Bool) throws -> [String] {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var seen: [String] = []
    repeat {
      let before = seen
      seen = try screen()
      if seen == before, isReached(seen) { return seen }
    } while ContinuousClock.now < deadline
    throw Timeout(waitedFor: what, screen: seen)
  }

  @discardableResult
  func wait(forText text: String) throws -> [String] {
    try wait("“\(text)”") { $0.contains { $0.contains(text) } }
  }

  func wait(forFile name: String) throws -> String {
    try wait("the file \(name)") { _ in contents(name).hasSuffix("\n") }
    return contents(name)
  }
}
