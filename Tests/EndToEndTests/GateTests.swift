import Foundation
import LineExamples
import Testing

/// A desk over a real ssh line.
@Suite(.serialized, .enabled("\(SSHDesk.obstacle ?? "")") { try Requirement.isMet(SSHDesk.obstacle) })
struct GateTests {
  @Test func `a reader gets the board, briefings, changes and claims, and each has a memory of his own`() throws {
    let desk = try SSHDesk()
    let first = try desk.ask("brief --since last --width 40")
    #expect(first.status == 0, "\(first.errorText)")
    #expect(first.text.contains("Number: 1, counted for this reader\n"))
    #expect(first.text.split(separator: "\n").allSatisfy { $0.count <= 40 })
    #expect(!first.text.contains(desk.root), "a reader is not told where the desk is kept")
    #expect(try desk.ask("brief --since last").text.contains("Nothing is told otherwise."))
    #expect(try desk.ask("brief --since last", key: "ben").text.contains("Number: 1, counted for this reader\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.root + "/.last").sorted() == ["ann", "ben"])
    #expect(try desk.ask("diff --from 2025-03-11 --to 2025-03-12").text.hasPrefix("WHAT CHANGED"))
    #expect(try desk.ask("claims --format jsonl").text.split(separator: "\n").count > 200)
    let page = try desk.ask("brief --format html")
    #expect(page.text.hasPrefix("<!doctype html>"))
    // What the gate may not do is what the local program does by default.
    let board = try Tmux(columns: 80, rows: 24)
    try board.type(desk.ssh("ann", "-tt"))
    try board.wait("the board") { $0.first?.isPlace(nil) == true }
    try board.press("g", ".")
    try board.wait("one event") { $0.first?.isPlace(1) == true }
    try board.type(":marker x")
    try board.wait("that nothing is saved") { screen in
      screen.joined().contains("no journal") || screen.joined().contains("saved here")
    }
    try board.press("Escape")
    // What lands on the desk while the reader looks is on his screen.
    try "Title: Late\nDate: 2025-03-15\n\nOfficials said 9 people were missing.\n".write(
      toFile: desk.root + "/99.txt", atomically: false, encoding: .utf8)
    try board.wait("one more") { $0.joined().contains("new: Late") || $0.joined().contains("99.txt") }
    try board.press("Escape")
    try board.wait("the keys") { $0.last { !$0.isEmpty }?.contains("help") == true }
    try board.press("Q")
    try board.wait("the prompt") { $0.last { !$0.isEmpty }?.hasPrefix("$") == true }
  }

  @Test func `a reader follows a presenter on the desk`() throws {
    let desk = try SSHDesk()
    let presenter = try Tmux()
    try presenter.type(
      desk.line(
        as: desk.keeper,
        "env HOME=/nonexistent XDG_STATE_HOME=/nonexistent \(desk.folder.path)/sitboard present \(desk.root) --socket \(desk.root)/.led/desk.sock --operator watch"
      ))
    try presenter.wait(forText: "LEADING desk")
    let follower = try Tmux(columns: 60, rows: 20)
    try follower.type(desk.ssh("ben", "-tt") + " follow")
    try presenter.wait(forText: "1 follow, 1 in step")
    // Whatever is still being read would move the place to its end.
    try follower.wait("all events") { $0.first?.isPlace(nil) == true }
    try presenter.press("A", "g", ".", ".", ".")
    try follower.wait("the third event") { $0.first?.isPlace(3) == true }
    #expect(try desk.ask("follow").status == 64)
    let other = try Tmux(columns: 60, rows: 20)
    try other.type(desk.ssh("ann", "-tt") + " follow nobody")
    try other.wait(forText: "nobody leads there now")
  }

  /// At least sixty, each over a line of its own.
  static let hostile = [
    "brief; id", "$(touch CANARY)", "`touch CANARY`", "brief | sh", "brief && touch CANARY", "brief || id",
    "brief > CANARY",
    "brief < /etc/passwd", "brief & touch CANARY", "--root /", "brief --root /", "gate --root /", "../", "brief ../",
    "brief ..",
    "/etc/passwd", "brief /etc/passwd", "brief CANARY", "brief -", "brief\ntouch CANARY", "brief\rid", "brief\tid",
    "brief 'x'",
    "brief \"x\"", "brief \\x", "brief *", "brief ~", "brief {a,b}", "brief #x", "brief %s", "brief \u{1B}[2J", "BRIEF",
    "sh", "bash -i",
    "sitboard brief", "scp -f CANARY", "scp -t .", "internal-sftp", "rsync --server", "brief --journal CANARY",
    "brief --lexicon /etc/passwd",
    "brief --sources /etc/passwd", "brief --date 2025-03-12", "brief --as-of yesterday", "brief --width 39",
    "brief --width 201",
    "brief --format pdf", "brief --keep-last", "brief --ascii --ascii", "diff --since last", "claims --width 80",
    "board x",
    "follow ../../CANARY", "follow a/b", "follow --socket CANARY", "present", "events", "explain CANARY", "text CANARY",
    "cast -o CANARY",
    "--version", "help", "brief --help", "brief --linear", "exec touch CANARY", "cat CANARY",
  ]

  @Test func `hostile commands are refused with 64, nothing is run and nothing is touched`() throws {
    let desk = try SSHDesk()
    let before = try desk.everything()
    let commands = GateTests.hostile.map { $0.replacingOccurrences(of: "CANARY", with: desk.canary) }
    #expect(commands.count >= 60)
    // Four lines at a time; the arguments are passed as they are.
    let outcome = try Shell.run(
      "/usr/bin/xargs",
      [
        "-0", "-n", "1", "-P", "4", "bash", "-c",
        "\(desk.ssh()) -- \"$1\" >/dev/null 2>&1; echo \"$? $(printf %s \"$1\" | od -An -c | tr -d '\\n ')\"", "bash",
      ],
      environment: ["HOME": "/nonexistent"], input: Data(commands.joined(separator: "\0").utf8))
    let lines = outcome.text.split(separator: "\n")
    #expect(lines.count == commands.count)
    for line in lines { #expect(line.hasPrefix("64 "), "\(line)") }
    #expect(try desk.everything() == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.root + "/.last").isEmpty)
  }

  @Test func `there is no file transfer, no forwarding and no other command`() throws {
    let desk = try SSHDesk()
    let sftp = try Shell.run(
      "/bin/bash", ["-c", "\(desk.ssh("ann", "-s")) sftp < /dev/null"], environment: ["HOME": "/nonexistent"])
    #expect(sftp.status != 0)
    #expect(sftp.output.isEmpty)
    let forward = try Shell.run(
      "/bin/bash", ["-c", "\(desk.ssh("ann", "-o ExitOnForwardFailure=yes -W 127.0.0.1:\(desk.port)")) < /dev/null"],
      environment: ["HOME": "/nonexistent"])
    #expect(!forward.text.contains("SSH-2.0"))
  }

  @Test func `a link out of the desk is refused, and the rest is read`() throws {
    let desk = try SSHDesk()
    try "Officials said 4242 people were held.\n".write(
      toFile: desk.folder.path + "/secret.txt", atomically: false, encoding: .utf8)
    try FileManager.default.createSymbolicLink(atPath: desk.root + "/a.txt", withDestinationPath: "../secret.txt")
    try FileManager.default.createSymbolicLink(
      atPath: desk.root + "/b.txt", withDestinationPath: desk.folder.path + "/secret.txt")
    try FileManager.default.createSymbolicLink(atPath: desk.root + "/.led/x.sock", withDestinationPath: "/tmp/x.sock")
    let outcome = try desk.ask("brief")
    #expect(outcome.errorText.contains("a.txt: a link that leads out of the folder"))
    #expect(outcome.errorText.contains("b.txt: a link that leads out of the folder"))
    #expect(!outcome.text.contains("4242"))
    #expect(outcome.text.contains("SITUATION BRIEFING"))
  }

  @Test(.enabled("strace is not installed") { try Requirement.isMet(program: "/usr/bin/strace") })
  func `the gate starts no program and writes nothing but the mark, whatever it is asked`() throws {
    let desk = try SSHDesk()
    let program = desk.folder.path + "/sitboard"
    for command in ["brief; touch \(desk.canary)", "brief --since last", "$(id)", "claims"] {
      let outcome = try Shell.run(
        "/usr/bin/strace",
        [
          "-f", "-qq", "-o", desk.folder.path + "/trace", "-e",
          "trace=execve,execveat,openat,openat2,open,creat,connect,rename,renameat,renameat2,unlinkat",
          program, "gate", "--root", desk.root, "--reader", "ann",
        ],
        environment: ["SSH_ORIGINAL_COMMAND": command])
      let trace = (try? String(contentsOfFile: desk.folder.path + "/trace", encoding: .utf8)) ?? ""
      let calls = trace.split(separator: "\n")
      try #require(
        calls.contains { $0.contains("execve(") }, "strace cannot trace here: \(outcome.errorText.prefix(300))")
      #expect(calls.count { $0.contains("execve(") || $0.contains("execveat(") } == 1)
      let writing = calls.filter {
        $0.contains("O_WRONLY") || $0.contains("O_RDWR") || $0.contains("O_CREAT") || $0.contains("creat(")
      }
      let allowed = command == "brief --since last"
      for call in writing { #expect(allowed && call.contains("\".ann\""), "\(command): \(call)") }
      #expect(writing.isEmpty != allowed)
      #expect(!calls.contains { $0.contains("connect(") && !$0.contains("nscd") })
      // Articles are opened beneath the folder only.
      let articles = calls.filter { $0.contains(".txt\"") }
      for call in articles { #expect(call.contains("openat2(") && call.contains("RESOLVE_BENEATH"), "\(call)") }
      #expect(articles.isEmpty == (command != "brief --since last" && command != "claims"))
    }
  }
}
