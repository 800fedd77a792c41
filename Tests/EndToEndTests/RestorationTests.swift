import Foundation
import Testing

/// However the board ends, the terminal is as it was.
@Suite struct RestorationTests {
  /// A shell that notes the terminal's settings, runs the board, and notes them again when it is over.
  private func openBetweenNotes() throws -> Tmux {
    let terminal = try Tmux()
    try terminal.type(
      "stty -g > \(terminal.path("before")); sh -c 'echo $$ > \(terminal.path("pid")); exec \(Shell.sitboard)'; echo code $? > \(terminal.path("code")); "
        + "stty -g > \(terminal.path("after"))")
    try terminal.wait("the board") { screen in screen.last { !$0.isEmpty }?.contains("help") == true }
    return terminal
  }

  private func expectRestored(_ terminal: Tmux, code: String) throws {
    let after = try terminal.wait(forFile: "after")
    #expect(after == terminal.contents("before"))
    #expect(terminal.contents("code") == "code \(code)\n")
    // The screen that was there before the board is there again.
    let screen = try terminal.wait("the prompt") { $0.last { !$0.isEmpty }?.hasPrefix("$") == true }
    #expect(!screen.contains { $0.contains("PEOPLE") })
  }

  @Test func `quitting gives the terminal back`() throws {
    let terminal = try openBetweenNotes()
    try terminal.press("q")
    try expectRestored(terminal, code: "0")
  }

  /// A shell says 128 and the number of the signal.
  @Test(arguments: [("TERM", 15), ("HUP", 1), ("SEGV", 11), ("ABRT", 6), ("TRAP", 5), ("QUIT", 3)])
  func `a signal that ends the process gives the terminal back`(signal: String, number: Int) throws {
    let terminal = try openBetweenNotes()
    let pid = terminal.contents("pid").trimmingCharacters(in: .whitespacesAndNewlines)
    _ = try Shell.run("/bin/kill", ["-\(signal)", pid])
    try expectRestored(terminal, code: "\(128 + number)")
  }

  @Test func `ctrl-z stops the board with the terminal given back and fg brings the same screen`() throws {
    let terminal = try Tmux()
    try terminal.type("stty -g > \(terminal.path("before")); \(Shell.sitboard)")
    // What changed is told once the board is on the screen.
    let board = try terminal.wait("the board") { screen in screen.contains { $0.contains("changed in the last hour") } }
    try terminal.press("C-z")
    try terminal.wait(forText: "Stopped")
    try terminal.type("stty -g > \(terminal.path("after"))")
    let after = try terminal.wait(forFile: "after")
    #expect(after == terminal.contents("before"))
    try terminal.type("fg")
    try terminal.wait("the board again") { $0 == board }
    try terminal.press("q")
    try terminal.wait("the prompt") { $0.last { !$0.isEmpty }?.hasPrefix("$") == true }
  }
}
