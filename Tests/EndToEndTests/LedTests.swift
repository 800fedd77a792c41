import Foundation
import Testing

/// The real program led and followed, each in a terminal of its own.
@Suite struct LedTests {
  private func present(_ terminal: Tmux, _ arguments: String = "") throws {
    try terminal.type(
      """
      sh -c 'echo $$ > \(terminal.path("id")); exec \(Shell.sitboard) present --socket \(terminal.path("led.sock")) \
      --operator watch \(arguments)'
      """)
    try terminal.wait(forText: "LEADING desk")
  }

  private func follow(_ presenter: Tmux, columns: Int, rows: Int, environment: [String: String] = [:]) throws -> Tmux {
    let terminal = try Tmux(columns: columns, rows: rows, environment: environment)
    try terminal.type("\(Shell.sitboard) follow desk --socket \(presenter.path("led.sock"))")
    return terminal
  }

  /// Waits until the title says so many events are in; `nil` for all of them.
  private func place(_ terminal: Tmux, _ place: Int?) throws {
    try terminal.wait("the place") { $0.first?.isPlace(place) == true }
  }

  @Test func `followers of every size stand where the presenter stands, leave, and come back`() throws {
    let presenter = try Tmux()
    try present(presenter)
    let small = try follow(presenter, columns: 40, rows: 10)
    let large = try follow(presenter, columns: 120, rows: 40)
    let plain = try follow(presenter, columns: 80, rows: 24, environment: ["LC_ALL": "C"])
    let crowd = try (0..<17).map { try follow(presenter, columns: 60 + $0 * 4, rows: 20 + $0) }
    try presenter.wait(forText: "20 follow, 20 in step")
    try presenter.press("A", "g", ".", ".", ".")
    for terminal in [presenter, small, large, plain] + crowd { try place(terminal, 3) }
    #expect(try plain.screen().joined().utf8.allSatisfy { $0 < 0x80 })
    try large.press("G")
    try large.wait(forText: "the presenter moves this board")
    try large.press("o", "G")
    try place(large, nil)
    try large.wait(forText: "ON YOUR OWN")
    try presenter.press(".")
    try place(small, 4)
    try large.press("o")
    for terminal in [large] + crowd { try place(terminal, 4) }
    try presenter.wait(forText: "20 follow, 20 in step")
  }

  @Test func `what the presenter says and points at is on every screen, and who comes late has it`() throws {
    let presenter = try Tmux()
    try present(presenter)
    try presenter.type(":say look at the rescued")
    try presenter.wait(forText: "saying: look at the rescued")
    let late = try follow(presenter, columns: 80, rows: 24)
    try late.wait(forText: "look at the rescued")
    // Held, killed by two accounts, rescued.
    try presenter.press("j", "j", "j")
    try presenter.type(":point")
    try late.wait("the pointer") { $0.contains { $0.hasPrefix(">rescued") } }
  }

  @Test func `a presenter writes on in a journal that was there, and its markers are the cues`() throws {
    let first = try Tmux()
    let journal = "--journal \(first.path("led.jsonl"))"
    try present(first, journal)
    try first.type(":marker the rescue")
    try first.wait(forText: "saved, entry 1")
    try first.press("q", "y")
    try first.wait("the end") { $0.contains { $0.hasPrefix("$") } }
    let second = try Tmux()
    try present(second, journal)
    try second.type(":note more")
    try second.wait(forText: "saved, entry 2")
    try second.press("w")
    try second.wait(forText: "cue 1 of 1, saying: the re")
  }

  @Test func `a presenter who is killed leaves followers standing, and they rejoin when he is back`() throws {
    let presenter = try Tmux()
    try present(presenter)
    let follower = try follow(presenter, columns: 80, rows: 24)
    try presenter.wait(forText: "1 follow, 1 in step")
    try presenter.press("A", "g", ".")
    try place(follower, 1)
    let id = presenter.contents("id").split(separator: "\n").joined()
    _ = try Shell.run("/bin/kill", ["-KILL", id])
    try follower.wait(forText: "the board stands as it was left")
    try place(follower, 1)
    try present(presenter)
    // Where he was may have been kept before the kill.
    try presenter.press("G")
    try place(follower, nil)
    try follower.wait(forText: "in step")
  }
}

extension String {
  /// Whether a title says that so many events of all are in; `nil` for all of them.
  func isPlace(_ place: Int?) -> Bool {
    // Of the built-in incident and its articles, where there is no room for the place itself.
    if let behind = firstMatch(of: /BEHIND (\d+)/), let left = Int(behind.1) { return place == 233 - left }
    if contains(" newest ") { return place == nil || place == 233 }
    guard let found = firstMatch(of: /(\d+)\/(\d+)/), let all = Int(found.2), all > 0 else { return false }
    return Int(found.1) == place ?? all
  }
}
