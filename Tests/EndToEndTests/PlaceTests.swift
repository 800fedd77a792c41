import Foundation
import Testing

/// Whoever is cut off finds the board as it was.
@Suite struct PlaceTests {
  /// A board with a state of its own, left in the middle of things.
  private func leave(_ terminal: Tmux, by end: (Tmux, String) throws -> Void) throws -> [String] {
    try open(terminal)
    try terminal.press("g", ".", ".", ".", ".", ".", ".", ".", ".", "t", "3", "j", "j", "z")
    let screen = try terminal.wait("the zoomed forces") { screen in
      screen.first?.contains("reported") == true && screen.contains { $0.contains("3 FORCES") }
        && !screen.contains { $0.contains("PEOPLE") }
    }
    let pid = terminal.contents("pid").trimmingCharacters(in: .whitespacesAndNewlines)
    try end(terminal, pid)
    try terminal.wait("the prompt") { $0.last { !$0.isEmpty }?.hasPrefix("$") == true }
    return screen
  }

  private func open(_ terminal: Tmux) throws {
    try terminal.type(
      "clear; sh -c 'echo $$ > \(terminal.path("pid")); exec \(Shell.sitboard) \(Shell.root.appending(path: "seeds").path)'; clear"
    )
    try terminal.wait("the board") { $0.first?.contains("CONFLICT") == true && $0.first?.contains("$") == false }
  }

  /// A board that is days behind must not pass for the present one: the next one opens at the newest.
  private func goBack(_ terminal: Tmux, to screen: [String]) throws {
    try open(terminal)
    try terminal.wait(forText: "this is the newest; ' goes back to ")
    try terminal.press("'")
    try terminal.wait("the same screen") { $0 == screen }
  }

  @Test func `a hangup keeps the place, and from the next board of the same paths one key leads to the same screen`()
    throws
  {
    let terminal = try Tmux(columns: 120, rows: 40)
    let screen = try leave(terminal) { _, pid in _ = try Shell.run("/bin/kill", ["-HUP", pid]) }
    try goBack(terminal, to: screen)
  }

  @Test func `the next board recalls what was typed on the command line of the one before`() throws {
    let terminal = try Tmux(columns: 120, rows: 40)
    try open(terminal)
    try terminal.press(":", "g", "o", "t", "o", "Space", "1", "2", "Space", "M", "a", "r", "Enter", "q")
    try terminal.wait("the prompt") { $0.last { !$0.isEmpty }?.hasPrefix("$") == true }
    try open(terminal)
    try terminal.press(":", "Up")
    try terminal.wait(forText: ":goto 12 Mar")
  }

  /// Nothing can be done when the process is killed: the place is on the disk within a second of the last change.
  @Test func `a killed board is found as it was a second before`() throws {
    let terminal = try Tmux(columns: 120, rows: 40)
    let screen = try leave(terminal) { terminal, pid in
      let places = terminal.path(".local/state/sitboard/places")
      try terminal.wait("the place on the disk", seconds: 20) { _ in
        let files = (try? FileManager.default.contentsOfDirectory(atPath: places)) ?? []
        // What is not yet in its place has a name that begins with a full stop.
        return files.filter { !$0.hasPrefix(".") }.contains { name in
          let text = (try? String(contentsOfFile: places + "/" + name, encoding: .utf8)) ?? ""
          return text.contains(#""zoomed":true"#) && text.contains(#""focus":3"#)
        }
      }
      _ = try Shell.run("/bin/kill", ["-KILL", pid])
      // Nobody has given this terminal back.
      try terminal.type("stty sane; printf '\\033[?1049l\\033[?2004l'; clear; echo rea''dy")
      try terminal.wait(forText: "ready")
    }
    try goBack(terminal, to: screen)
  }

  @Test func `a place that is damaged keeps nobody from the board`() throws {
    let terminal = try Tmux()
    let places = terminal.path(".local/state/sitboard/places")
    try FileManager.default.createDirectory(atPath: places, withIntermediateDirectories: true)
    try "{\"sitboard\":\"place\",\"version\":1,\"rows\":[{]}\n".write(
      toFile: places + "/built-in", atomically: true, encoding: .utf8)
    try terminal.type(Shell.sitboard)
    try terminal.wait(forText: "newest")
  }
}
