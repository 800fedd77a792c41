import Foundation
import LineExamples
import Testing

/// The operator's hand on the real board in a real terminal, with a journal on a real disk.
@Suite struct HandTests {
  private static let dispatches = Shell.root.appending(path: "seeds/undated").path

  /// How often the board is killed. More than a few is a soak: SITBOARD_SOAK_ROUNDS=500.
  private static let rounds = ProcessInfo.processInfo.environment["SITBOARD_SOAK_ROUNDS"].flatMap { Int($0) } ?? 25

  private func open(
    _ terminal: Tmux, journal: String = "", before: String = "", under: String = ""
  ) throws {
    let option = journal.isEmpty ? "" : "--journal \(terminal.path(journal))"
    let board = "\(under) \(Shell.sitboard) \(option) \(HandTests.dispatches)"
    // What is left on the screen when the board is gone is its own: nothing else is printed.
    let script = "\(before)\necho $$ > \(terminal.path("pid"))\nexec \(board)\n"
    try script.write(toFile: terminal.path("board.sh"), atomically: true, encoding: .utf8)
    let outer = "bash \(terminal.path("board.sh"))\necho over > \(terminal.path("over"))\nsleep 1000\n"
    try outer.write(toFile: terminal.path("outer.sh"), atomically: true, encoding: .utf8)
    try terminal.type("bash \(terminal.path("outer.sh")) 2>/dev/null")
    try terminal.wait("the board") { $0.first?.contains("TRAIN HIJACK") == true }
  }

  private func enter(_ terminal: Tmux, _ line: String) throws {
    try terminal.press(":")
    try terminal.wait("the line") { $0.last { !$0.isEmpty }?.hasPrefix(":") == true }
    try terminal.type(line)
  }

  /// The acts of a journal as the program itself reads them.
  private func acts(_ journal: String) throws -> Int {
    let outcome = try Shell.run(Shell.sitboard, ["events", HandTests.dispatches, "--journal", journal])
    return outcome.text.split(separator: "\n").count { $0.hasPrefix(#"{"event":"act""#) }
  }

  @Test func `what is entered is in a journal named after what is open, and there when the board opens again`() throws {
    let terminal = try Tmux(columns: 100, environment: ["USER": "night-desk"])
    try open(terminal)
    try terminal.press("p")
    try terminal.wait(forText: "saved, entry 1: pins a figure")
    try enter(terminal, "note of another train")
    try terminal.wait(forText: "saved, entry 2: note")
    try terminal.press("q")
    _ = try terminal.wait(forFile: "over")
    let folder = terminal.path(".local/state/sitboard")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".jsonl") }
    #expect(files.count == 1)
    let name = try #require(files.first)
    #expect(name.hasPrefix("undated-") && name.hasSuffix(".journal.jsonl"))
    let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    #expect(text.contains(#""author":"night-desk""#))
    #expect(try acts(folder + "/" + name) == 2)
    // The next look is compared with the last.
    let again = try Tmux(columns: 100, environment: ["HOME": terminal.path("")])
    try open(again)
    try enter(again, "note more")
    try again.wait(forText: "saved, entry 3")
    try enter(again, "baseline last")
    try again.wait(forText: "0 changed since your last look")
  }

  @Test func `a second board on the same journal is read-only and says why`() throws {
    let (first, second) = (try Tmux(), try Tmux())
    try open(first, journal: "shared.jsonl")
    try enter(first, "note one")
    try first.wait(forText: "saved, entry 1")
    try second.type("\(Shell.sitboard) --journal \(first.path("shared.jsonl")) \(HandTests.dispatches)")
    try second.wait(forText: "READ-ONLY: another sitboard has the journal open")
    // The articles may come after the first screen.
    try second.wait(forText: "CONFLICT")
    try second.press("p")
    try second.wait(forText: "nothing is saved")
    try enter(first, "note two")
    try first.wait(forText: "saved, entry 2")
    #expect(try acts(first.path("shared.jsonl")) == 2)
  }

  @Test func `on a full disk nothing confirmed is lost and nothing unsaved is confirmed`() throws {
    let terminal = try Tmux(columns: 100)
    // No file of the board grows beyond 2 KiB.
    try open(terminal, journal: "full.jsonl", before: "ulimit -f 2")
    var confirmed = 0
    for number in 1...12 {
      try enter(terminal, "note number \(number)")
      let screen = try terminal.wait("an answer") { screen in
        screen.contains { $0.contains("saved, entry \(number)") || $0.contains("not saved") }
      }
      guard screen.contains(where: { $0.contains("saved, entry \(number)") }) else {
        #expect(screen.joined(separator: " ").contains("not saved: the disk is full"))
        break
      }
      confirmed = number
    }
    #expect((3..<12).contains(confirmed))
    #expect(try acts(terminal.path("full.jsonl")) == confirmed)
    try terminal.press("Escape", "q")
    #expect(try acts(terminal.path("full.jsonl")) == confirmed)
  }

  @Test(arguments: 1...rounds) func `every entry that the screen confirmed is there after a kill`(round: Int) throws {
    let terminal = try Tmux(columns: 100)
    try open(terminal, journal: "killed.jsonl")
    let pid = try #require(pid_t(try terminal.wait(forFile: "pid").dropLast()))
    let journal = terminal.path("killed.jsonl")
    let notes = (1...60).map { ":note number \($0)\n" }.joined()
    let least = Int.random(in: 1...12_000)
    let killer = Thread {
      // At whatever the board does when so many bytes are written, or has just done.
      while (try? FileManager.default.attributesOfItem(atPath: journal)[.size] as? Int) ?? 0 < least,
        kill(pid, 0) == 0
      {}
      kill(pid, SIGKILL)
    }
    killer.start()
    try terminal.type(notes)
    _ = try terminal.wait(forFile: "over")
    let screen = try terminal.wait("the last picture") { _ in true }
    let told = screen.compactMap { $0.firstMatch(of: /saved, entry (\d+)/).flatMap { Int($0.1) } }.max() ?? 0
    #expect(try acts(journal) >= told, "\(screen.joined(separator: "\n"))")
    // And the journal can be written on.
    let again = try Tmux(columns: 100)
    try again.type("\(Shell.sitboard) --journal \(journal) \(HandTests.dispatches)")
    try again.wait("the board") { $0.first?.contains("TRAIN HIJACK") == true }
    try enter(again, "note after")
    try again.wait(forText: "saved, entry")
  }

  static let strace = "/usr/bin/strace"

  @Test(.enabled("strace is not installed") { try Requirement.isMet(program: strace) })
  func `the entry is on the disk before the screen says so`() throws {
    let terminal = try Tmux(columns: 100)
    let trace = terminal.path("trace")
    try open(
      terminal, journal: "traced.jsonl",
      under: "\(HandTests.strace) -f -s 400 -e trace=write,writev,pwrite64,fsync,fdatasync -o \(trace)")
    try enter(terminal, "note 0000000000")
    try terminal.wait(forText: "saved, entry 1")
    try terminal.press("q")
    _ = try terminal.wait(forFile: "over")
    let calls = terminal.contents("trace").split(separator: "\n")
    let written = try #require(calls.firstIndex { $0.contains("pwrite64") && $0.contains(#"\"sequence\":1"#) })
    let descriptor = try #require(calls[written].firstMatch(of: /pwrite64\((\d+)/)?.1)
    let synced = try #require(
      calls[written...].firstIndex { $0.contains("fsync(\(descriptor))") && $0.hasSuffix("= 0") })
    let told = try #require(calls.firstIndex { $0.contains("write(") && $0.contains("saved, entry 1") })
    #expect(synced < told)
    // The folder too, on creation: without it the file has no name after a power cut.
    #expect(calls[..<written].count { $0.contains("fsync(") && $0.hasSuffix("= 0") } >= 2)
  }
}
