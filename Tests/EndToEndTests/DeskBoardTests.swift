import Desk
import DeskServer
import Foundation
import LineExamples
import Testing

/// Real boards on a desk that they share, on a server that may end.
@Suite(.serialized, .enabled("\(DeskServer.obstacle ?? "")") { try Requirement.isMet(DeskServer.obstacle) })
struct DeskBoardTests {
  /// How often a board is killed, and how often a server; more often in the soak.
  private static let kills = ProcessInfo.processInfo.environment["SITBOARD_DESK_KILLS"].flatMap { Int($0) } ?? 10

  private func establish(_ server: DeskServer, _ name: String) throws -> Database {
    let database = try Database(server.address(name))
    try DeskSchema.establish(database)
    try DeskSchema.makeRoles(database)
    return database
  }

  private func place(_ server: DeskServer, _ name: String, user: String = "postgres") -> String {
    "'\(server.connection(user))#\(name)'"
  }

  private func command(_ line: String) throws -> String {
    let outcome = try Shell.run("/bin/bash", ["-c", "\(Shell.sitboard) \(line)"])
    #expect(outcome.status == 0, "\(line): \(outcome.errorText)")
    return outcome.text
  }

  /// Puts an article on the desk and reads it.
  private func add(_ title: String, held: Int, _ place: String) throws {
    let file = try TemporaryFolder().file(
      "\(title).txt",
      "Title: \(title)\nOutlet: Desk\nDate: 2025-03-12T10:00+05:00\n\nOfficials said \(held) people were held on the train.\n"
    )
    _ = try command("desk import \(file) --desk \(place)")
    _ = try command("desk read --once --desk \(place)")
  }

  private func acts(_ place: String, called text: String) throws -> Int {
    try command("events --desk \(place)").split(separator: "\n").count { line in
      line.hasPrefix(#"{"event":"act""#) && line.contains("\"text\":\"\(text)\"")
    }
  }

  private func open(_ terminal: Tmux, _ place: String) throws {
    let script = "echo $$ > \(terminal.path("pid"))\nexec \(Shell.sitboard) --desk \(place)\n"
    try script.write(toFile: terminal.path("board.sh"), atomically: true, encoding: .utf8)
    try terminal.type("bash \(terminal.path("board.sh"))")
    try waitForKeys(terminal)
  }

  private func waitForKeys(_ terminal: Tmux) throws {
    try terminal.wait("the key line") { $0.last { !$0.isEmpty }?.contains("help") == true }
  }

  private func enter(_ terminal: Tmux, _ line: String) throws {
    try terminal.press("Escape")
    try waitForKeys(terminal)
    try terminal.press(":")
    try terminal.wait("the line") { $0.last { !$0.isEmpty }?.hasPrefix(":") == true }
    try terminal.type(line)
  }

  @Test func `what comes to the desk while two boards are open is on both, and so is what one of them does`() throws {
    let server = try DeskServer.shared()
    _ = try establish(server, "live")
    let place = place(server, "live")
    try add("First", held: 182, place)
    let (ann, ben) = (try Tmux(columns: 110), try Tmux(columns: 110))
    for terminal in [ann, ben] {
      try open(terminal, place)
      try terminal.wait("the first figure") { $0.contains { $0.contains("held") && $0.contains("182") } }
    }
    try add("Second", held: 214, place)
    for terminal in [ann, ben] {
      try terminal.wait("the other figure") { $0.contains { $0.contains("held") && $0.contains("214") } }
    }
    try enter(ann, "note seen by both")
    try ann.wait(forText: "saved at the desk")
    try ben.wait(forText: "seen by both")
    #expect(try acts(place, called: "seen by both") == 1)
  }

  @Test func `a board whose server is killed says so, keeps what is done, and sends it once when the server is back`()
    throws
  {
    let server = try DeskServer()
    _ = try establish(server, "lost")
    let place = place(server, "lost")
    try add("First", held: 182, place)
    let (ann, ben) = (try Tmux(columns: 110), try Tmux(columns: 110))
    for terminal in [ann, ben] { try open(terminal, place) }
    for round in 1...DeskBoardTests.kills {
      try server.kill()
      for terminal in [ann, ben] { try terminal.wait(forText: "OFFLINE ") }
      try enter(ann, "note done offline \(round)")
      try ann.wait(forText: "saved here, on its way to the desk")
      try ann.wait(forText: "1 act waits to be sent")
      try server.start()
      try ann.wait("the title of a board that has its desk") { $0.first?.contains("OFFLINE") == false }
      try ben.wait(forText: "done offline \(round)")
      #expect(try acts(place, called: "done offline \(round)") == 1)
    }
  }

  @Test func `a board that is killed after something was done loses nothing of it and doubles nothing`() throws {
    let server = try DeskServer()
    _ = try establish(server, "killed")
    let place = place(server, "killed")
    try add("First", held: 182, place)
    let terminal = try Tmux(columns: 110)
    for round in 1...DeskBoardTests.kills {
      try open(terminal, place)
      try enter(terminal, "note act \(round)")
      // Between being sent and being confirmed, or just after either.
      try terminal.wait("the act") { $0.contains { $0.contains("act \(round)") } && !$0.contains { $0.hasPrefix(":") } }
      let pid = pid_t(terminal.contents("pid").trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
      #expect(kill(pid, SIGKILL) == 0)
      try terminal.type("\nclear")
      try terminal.wait("the prompt") { $0.last { !$0.isEmpty }?.hasPrefix("$") == true }
    }
    try open(terminal, place)
    let wanted = DeskBoardTests.kills
    try DeskServer.until("the last act is there", seconds: 30) {
      try self.acts(place, called: "act \(wanted)") == 1
    }
    for round in 1...wanted { #expect(try acts(place, called: "act \(round)") == 1) }
  }

  @Test func `a board notices that the server was set back, and sends what it did since`() throws {
    let server = try DeskServer()
    _ = try establish(server, "setback")
    let place = place(server, "setback")
    try add("First", held: 182, place)
    server.stop()
    let copy = server.folder + "/copy"
    _ = try Shell.run("/bin/cp", ["-a", server.data, copy])
    try server.start()
    try add("Second", held: 214, place)
    let terminal = try Tmux(columns: 110)
    try open(terminal, place)
    try terminal.wait("the later figure") { $0.contains { $0.contains("held") && $0.contains("214") } }
    try enter(terminal, "note kept here")
    try terminal.wait(forText: "saved at the desk")
    server.stop()
    try terminal.wait(forText: "OFFLINE ")
    try FileManager.default.removeItem(atPath: server.data)
    try FileManager.default.moveItem(atPath: copy, toPath: server.data)
    try server.start()
    // The act is sent again; the article that is not there any more is not on the board.
    try terminal.wait("the earlier figure alone") { screen in
      screen.contains { $0.contains("held") && $0.contains("182") } && !screen.contains { $0.contains("214") }
        && screen.first?.contains("OFFLINE") == false
    }
    try DeskServer.until("the act is there again") { try self.acts(place, called: "kept here") == 1 }
  }

  @Test func `who wants to be seen is seen by the others who do, with the instant of their board`() throws {
    let server = try DeskServer.shared()
    let database = try establish(server, "company")
    try database.perform("CREATE ROLE ute LOGIN; GRANT company_reader TO ute")
    let place = place(server, "company")
    try add("First", held: 182, place)
    try add("Second", held: 214, place)
    let (own, ute, other) = (try Tmux(columns: 160), try Tmux(columns: 160), try Tmux(columns: 160))
    try open(own, place + " --presence")
    try open(other, place)
    try open(ute, self.place(server, "company", user: "ute") + " --presence")
    try own.wait("who came") { $0.first?.contains("with ute") == true }
    try ute.press("g")
    try own.wait("where they look") { $0.first?.firstMatch(of: /with ute \w/) != nil }
    // Who does not say so is not seen, and sees nobody.
    #expect(try !other.screen().joined().contains("with ute"))
    try ute.press("Q")
    try own.wait("that they left") { $0.first?.contains("with ute") == false }
  }

  @Test func `a line that is none is refused with the name of who added it, and the board goes on`() throws {
    let server = try DeskServer.shared()
    let database = try establish(server, "hostile")
    try database.perform("CREATE ROLE eve LOGIN; GRANT hostile_operator TO eve; CREATE ROLE rea LOGIN")
    try database.perform("GRANT hostile_reader TO rea")
    let place = place(server, "hostile")
    try add("First", held: 182, place)
    let terminal = try Tmux(columns: 110)
    try open(terminal, self.place(server, "hostile", user: "rea"))
    try Database(server.address("hostile", user: "eve")).perform(
      "INSERT INTO hostile.event (id, kind, line) VALUES (gen_random_uuid(), 'act', E'\\x1b[2J{not JSON')")
    try terminal.wait(forText: "added by eve")
    try add("Second", held: 214, place)
    try terminal.wait("the other figure") { $0.contains { $0.contains("held") && $0.contains("214") } }
    // An account that may only read does nothing that looks as if it were saved.
    try terminal.press("p")
    try terminal.wait(forText: "nothing is saved")
  }
}
