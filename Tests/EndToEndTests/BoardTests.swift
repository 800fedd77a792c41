import Foundation
import Testing

/// The real program in a real terminal: keys in, screen out.
@Suite struct BoardTests {
  /// Opens the board and waits until it stands.
  private func open(
    _ arguments: String = "", columns: Int = 80, rows: Int = 24, term: String = "xterm-256color",
    environment: [String: String] = [:]
  ) throws -> Tmux {
    let terminal = try Tmux(columns: columns, rows: rows, term: term, environment: environment)
    try terminal.type("\(Shell.sitboard) \(arguments)")
    try terminal.wait("the board") { $0.first?.contains("TRAIN HIJACK") == true || $0.first?.contains("/") == true }
    try terminal.wait("the key line") { screen in screen.last(where: { !$0.isEmpty })?.contains("help") == true }
    // What changed is told once the board is on the screen, where there is a line for it.
    if arguments.isEmpty, columns >= 80, rows >= 24 { try terminal.wait(forText: "in the last hour") }
    return terminal
  }

  @Test func `the built-in incident stands with train, people, forces, timeline and conflicts`() throws {
    let terminal = try open(columns: 120, rows: 40)
    let screen = try terminal.wait(forText: "TIMELINE").joined(separator: "\n")
    for text in ["TRAIN", "PEOPLE", "FORCES", "ENGINE", "CONFLICT", "NO NUMBER"] {
      #expect(screen.contains(text), "\(text) is not on the screen:\n\(screen)")
    }
  }

  @Test func `stepping forward and back gives identical screens`() throws {
    let terminal = try open(columns: 120, rows: 40)
    /// Steps, has the receipt follow at once, and looks when both are done and the last row is drawn.
    func step(_ key: String, to place: Int, _ isExpected: ([String]) -> Bool = { _ in true }) throws -> [String] {
      try terminal.press(key, "(")
      try terminal.press("F1")
      try terminal.wait("help") { $0.first?.contains("HELP") == true }
      try terminal.press("q")
      return try terminal.wait("event \(place)") { screen in
        screen.first?.contains(" \(place)/") == true && screen.last { !$0.isEmpty }?.contains("space play") == true
          && isExpected(screen)
      }
    }
    try terminal.press("A")
    var screens = [try step("g", to: 0)]
    for place in 1...12 { screens.append(try step(".", to: place)) }
    for place in (0..<12).reversed() { _ = try step(",", to: place) { $0 == screens[place] } }
  }

  @Test func `enter shows the passage in the article and escape leads back`() throws {
    let terminal = try open()
    let board = try terminal.screen()
    try terminal.press("Enter")
    try terminal.wait("the article") { $0.contains { $0.contains("«") } && $0 != board }
    try terminal.press("Escape")
    try terminal.wait("the board again") { $0 == board }
  }

  @Test func `a question mark shows the keys and q leads back and then out`() throws {
    let terminal = try open()
    try terminal.press("?")
    try terminal.wait("the help") { $0.contains { $0.lowercased().contains("play") } && $0 != [] }
    try terminal.press("q")
    try terminal.wait("the board") { $0.first?.contains("newest") == true }
    try terminal.press("q")
    try terminal.wait("the prompt") { $0.last { !$0.isEmpty }?.hasPrefix("$") == true }
  }

  @Test func `a resize redraws and a terminal too small says so and recovers`() throws {
    let terminal = try open()
    try terminal.resize(columns: 100, rows: 30)
    try terminal.wait("thirty rows") { screen in screen.count >= 30 && screen[29].contains("help") }
    try terminal.resize(columns: 30, rows: 8)
    try terminal.wait(forText: "38×10")
    try terminal.resize(columns: 80, rows: 24)
    try terminal.wait("the board") { screen in screen.count >= 24 && screen[23].contains("help") }
  }

  /// Pools that libraries keep look after themselves every second.
  @Test func `a board at rest has one thread, which waits for keys`() throws {
    let terminal = try Tmux(columns: 120, rows: 40)
    try terminal.type("clear; sh -c 'echo $$ > \(terminal.path("pid")); exec \(Shell.sitboard)'; clear")
    try terminal.wait("the board") { $0.contains { $0.contains("PEOPLE") } }
    let pid = terminal.contents("pid").trimmingCharacters(in: .whitespacesAndNewlines)
    try terminal.wait("one thread", seconds: 10) { _ in
      (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task"))?.count == 1
    }
  }

  @Test(arguments: [
    "xterm-256color", "xterm", "xterm-direct", "vt100", "vt220", "screen", "screen-256color", "tmux", "tmux-256color",
    "linux",
  ])
  func `the board stands on every kind of terminal`(term: String) throws {
    let terminal = try open(term: term)
    let screen = try terminal.screen()
    #expect(screen.contains { $0.contains("PEOPLE") })
    try terminal.press("q")
    try terminal.wait("the prompt") { $0.last { !$0.isEmpty }?.hasPrefix("$") == true }
  }

  @Test(arguments: [
    ("standard", "48;5;124"), ("dark", "48;5;124"), ("light", "48;5;124"), ("high-contrast", "48;5;124"), ("mono", "7"),
  ])
  func `every theme shows the same board, on which only conflicts have a ground of their own`(
    theme: String, ground: String
  ) throws {
    let terminal = try open("--theme \(theme)")
    let plain = try open("--theme standard")
    let screen = try terminal.screen()
    #expect(try plain.wait("the same board") { $0 == screen } == screen)
    let grounds = try terminal.cells().flatMap { row in row.filter { $0.look[48] != nil || $0.look[7] != nil } }
    let words = String(grounds.filter { ($0.look[48] ?? $0.look[7]) == ground }.map(\.letter))
    #expect(words.contains("CONFLICT") && words.contains("!1"), "\(words)")
    // The name of the pane that has the focus is reversed, and nothing else is.
    let others = String(grounds.filter { ($0.look[48] ?? $0.look[7]) != ground }.map(\.letter))
    #expect(others == (theme == "mono" ? "" : "PEOPLE"), "\(others)")
  }

  @Test(arguments: ["C", "POSIX"]) func `without UTF-8 every character is ASCII`(locale: String) throws {
    let terminal = try open(environment: ["LC_ALL": locale])
    let screen = try terminal.wait(forText: "PEOPLE").joined()
    #expect(screen.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `ASCII is used when asked for`() throws {
    let screen = try open("--ascii").screen().joined()
    #expect(screen.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `a terminal that cannot move its cursor gets lines and is told so`() throws {
    let terminal = try Tmux(columns: 120, term: "dumb")
    try terminal.type("\(Shell.sitboard) 2> \(terminal.path("told")); echo en''ded")
    try terminal.wait(forText: "ended")
    #expect(terminal.contents("told").contains("cannot move its cursor"))
  }

  @Test(arguments: ["", "no-such-terminal"]) func `an unknown terminal is an error that says what to do`(term: String)
    throws
  {
    let terminal = try Tmux(columns: 200)
    let assignment = term.isEmpty ? "env -u TERM" : "env TERM=\(term)"
    try terminal.type("\(assignment) \(Shell.sitboard); echo code $?")
    try terminal.wait(forText: "code 69")
    try terminal.wait(forText: "--linear")
  }

  @Test func `a config that is wrong is an error that names its line, and keys in it work`() throws {
    let terminal = try Tmux(columns: 160)
    let folder = terminal.path("config/sitboard")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let config = folder + "/config"
    try "[keys]\nF3 = \"fly\"\n".write(toFile: config, atomically: true, encoding: .utf8)
    let board = "XDG_CONFIG_HOME=\(terminal.path("config")) \(Shell.sitboard)"
    try terminal.type("\(board); echo code $?")
    try terminal.wait(forText: "code 78")
    try terminal.wait(forText: "line 2: F3 = \"fly\": no command is called \"fly\"")
    try "[keys]\nF3 = \"help\"\n".write(toFile: config, atomically: true, encoding: .utf8)
    try terminal.type("clear; \(board)")
    try terminal.wait(forText: "PEOPLE")
    try terminal.press("F3")
    try terminal.wait(forText: "HELP")
  }
}
