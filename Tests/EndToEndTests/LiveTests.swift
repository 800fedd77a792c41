import Foundation
import LineExamples
import Testing

/// The real program on a folder that changes while the board is open.
@Suite struct LiveTests {
  private func article(_ title: String, _ text: String) -> String {
    "Title: \(title)\nOutlet: Desk\nDate: 2025-03-12T10:00+05:00\n\n\(text)\n"
  }

  private func write(_ text: String, _ path: String) throws {
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }

  private func open(_ terminal: Tmux, _ arguments: String, as user: String = "", mode: String = "755") throws {
    try terminal.type("mkdir -p -m \(mode) \(terminal.path("desk")); \(user) \(Shell.sitboard) \(arguments)")
    try waitForKeys(terminal)
  }

  private func waitForKeys(_ terminal: Tmux) throws {
    try terminal.wait("the key line") { screen in screen.last(where: { !$0.isEmpty })?.contains("help") == true }
  }

  /// Takes away what the board says at its foot. A key that the board has not read yet would take away the next
  /// message, unseen; so it is waited for.
  private func dismiss(_ terminal: Tmux) throws {
    try terminal.press("Escape")
    try waitForKeys(terminal)
  }

  @Test func `an article that lands in the folder is on the board, and one that is taken away is marked`() throws {
    let terminal = try Tmux()
    let desk = terminal.path("desk")
    try open(terminal, desk)
    try write(article("First", "Officials said 182 people were held on the train."), desk + "/a.txt")
    try terminal.wait("the held") { $0.contains { $0.contains("held") && $0.contains("182") } }
    try write(article("Second", "Officials said 214 people were held on the train."), desk + "/.b")
    #expect(rename(desk + "/.b", desk + "/b.txt") == 0)
    try terminal.wait("the other figure") { $0.contains { $0.contains("held") && $0.contains("214") } }
    // The receipt is of one of the two, and says so for as long as it is shown; a message goes with the next one.
    for name in ["a.txt", "b.txt"] { try FileManager.default.removeItem(atPath: desk + "/" + name) }
    try terminal.wait("the mark") { $0.contains { $0.contains("RECEIPT") && $0.contains("file deleted") } }
    try dismiss(terminal)
    try terminal.press("q")
    try terminal.wait("the prompt") { $0.last { !$0.isEmpty }?.hasPrefix("$") == true }
  }

  @Test func `the row of keys comes back after every event, also after a file that is refused`() throws {
    let terminal = try Tmux()
    let desk = terminal.path("desk")
    try open(terminal, "\(desk)")
    try write("\u{0}\u{0}", desk + "/refused.txt")
    try terminal.wait(forText: "NOT LOADED")
    try waitForKeys(terminal)
    try write(article("First", "Officials said 182 people were held on the train."), desk + "/a.txt")
    try terminal.wait(forText: "new: First")
    try dismiss(terminal)
    try write(article("First", "Officials said 183 people were held on the train."), desk + "/a.txt")
    try terminal.wait("the new figure") { $0.contains { $0.contains("held") && $0.contains("183") } }
    try dismiss(terminal)
  }

  @Test(
    .enabled("no user namespaces here") {
      try Requirement.isMet(canLimitWatches ? nil : "there are no user namespaces here")
    }, arguments: [("instances", 0), ("watches", 0), ("watches", 1)])
  func `with no inotify left everything is read, and what is not watched is named`(_ limit: String, _ left: Int)
    throws
  {
    let terminal = try Tmux(columns: 200)
    let desk = terminal.path("desk")
    try FileManager.default.createDirectory(atPath: desk + "/inner", withIntermediateDirectories: true)
    try write(article("First", "Officials said 182 people were held on the train."), desk + "/a.txt")
    try write(article("Second", "Officials said 214 people were held on the train."), desk + "/inner/b.txt")
    try terminal.type(
      "unshare -Ur bash -c 'echo \(left) > /proc/sys/user/max_inotify_\(limit); \(Shell.sitboard) \(desk) \(desk)/inner'"
    )
    try terminal.wait("both figures") { $0.joined().contains("214") && $0.joined().contains("182") }
    try terminal.wait(forText: "not watched: too many inotify \(limit); raise fs.inotify.max_user_\(limit)")
    if left == 1 { try terminal.wait(forText: "desk/inner: not watched") }
    try waitForKeys(terminal)
  }

  static let canLimitWatches: Bool = {
    let script = "echo 0 > /proc/sys/user/max_inotify_watches"
    return (try? Shell.run("/usr/bin/unshare", ["-Ur", "bash", "-c", script]).status) == 0
  }()

  @Test func `a pipe that never ends pushes back`() throws {
    let terminal = try Tmux()
    // As much as the board may take is a few megabytes; without a bound it would be gigabytes in this time.
    try terminal.type("(ulimit -v 2000000; yes 'Officials said 182 people were held.' | \(Shell.sitboard) -)")
    try terminal.wait(forText: "bytes (16 MiB)")
    try terminal.press("q")
    try terminal.wait("the prompt") { $0.last { !$0.isEmpty }?.hasPrefix("$") == true }
  }

  @Test func `a thousand articles at once, written and renamed, are all on the board once`() throws {
    let terminal = try Tmux(columns: 120, rows: 40)
    let desk = terminal.path("desk")
    try open(terminal, desk)
    let outcome = try Shell.run(
      "/bin/bash",
      [
        "-c",
        """
        cd \(desk); for i in $(seq 1000); do
          name=$i.txt; [ $((i % 2)) = 0 ] && name=.$i
          printf 'Title: Report %d\\nDate: 2025-03-12\\n\\nOfficials said %d people were held on the train.\\n' $i $i > $name
          [ $((i % 2)) = 0 ] && mv .$i $i.txt
        done; true
        """,
      ])
    #expect(outcome.status == 0)
    // A claim each, and neither more nor fewer.
    try terminal.wait("a thousand claims") { $0.first?.contains("1000/1000") == true }
  }

  @Test func `articles come through a pipe while keys come from the terminal`() throws {
    let terminal = try Tmux()
    #expect(mkfifo(terminal.path("pipe"), 0o600) == 0)
    try terminal.type("\(Shell.sitboard) - < \(terminal.path("pipe"))")
    let pipe = try #require(FileHandle(forWritingAtPath: terminal.path("pipe")))
    try terminal.wait("the key line") { screen in screen.last(where: { !$0.isEmpty })?.contains("help") == true }
    try pipe.write(
      contentsOf: Data((article("Piped", "Officials said 182 people were held on the train.") + "\u{0C}").utf8))
    try terminal.wait("the held") { $0.contains { $0.contains("held") && $0.contains("182") } }
    try terminal.press("g")
    try terminal.wait("the start") { $0.first?.contains("0/1") == true }
    try pipe.write(
      contentsOf: Data((article("Later", "Officials said 214 people were held on the train.") + "\u{0C}").utf8))
    // The playhead stays where it is.
    try terminal.wait("the start of two") { $0.first?.contains("0/2") == true }
    try pipe.close()
    try terminal.press("q")
    try terminal.wait("the prompt") { $0.last { !$0.isEmpty }?.hasPrefix("$") == true }
  }

  @Test func `an alert is told on the board and written to the file`() throws {
    let terminal = try Tmux()
    let desk = terminal.path("desk")
    try open(terminal, "\(desk) --alert 'attackers killed >= 50' --alert-file \(terminal.path("alerts"))")
    try write(article("Toll", "Officials said 54 attackers were killed."), desk + "/a.txt")
    try terminal.wait(forText: "ALERT attackers killed >= 50: attackers killed 54")
    let line = try terminal.wait(forFile: "alerts")
    #expect(
      line.hasSuffix(" attackers killed >= 50: attackers killed 54, officials\n")
        || line.contains("attackers killed 54"))
  }

  @Test(
    .enabled("needs user namespaces") {
      try Requirement.isMet(canLimitWatches ? nil : "there are no user namespaces here")
    })
  func `a single file needs no inotify`() throws {
    let terminal = try Tmux(columns: 200)
    try write(article("First", "Officials said 182 people were held on the train."), terminal.path("a.txt"))
    try terminal.type(
      "unshare -Ur bash -c 'echo 0 > /proc/sys/user/max_inotify_instances; \(Shell.sitboard) \(terminal.path("a.txt"))'"
    )
    let screen = try terminal.wait("the figure") { $0.joined().contains("182") && $0.joined().contains("help") }
    #expect(!screen.joined().contains("not watched"))
  }

  @Test(
    .enabled("needs user namespaces") {
      try Requirement.isMet(canLimitWatches ? nil : "there are no user namespaces here")
    })
  func `the gate needs no inotify, and has its keys once everything is read`() throws {
    let terminal = try Tmux(columns: 200)
    let desk = terminal.path("desk")
    try FileManager.default.createDirectory(atPath: desk, withIntermediateDirectories: true)
    try write(article("First", "Officials said 182 people were held on the train."), desk + "/a.txt")
    try write("\u{0}", desk + "/refused.txt")
    try terminal.type(
      "unshare -Ur bash -c 'echo 0 > /proc/sys/user/max_inotify_instances; \(Shell.sitboard) gate --root \(desk)'")
    try terminal.wait("the figure") { $0.joined().contains("182") }
    try waitForKeys(terminal)
  }

  @Test func `a folder that may not be read is said to be denied, and not to be gone`() throws {
    let terminal = try Tmux(columns: 160)
    let desk = terminal.path("desk")
    try open(
      terminal, desk, as: "setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/nonexistent", mode: "700")
    try terminal.wait(forText: "\(desk): permission denied; what was read stays, and it is awaited")
  }

  /// Every thread sleeps in a wait that no time ends.
  @Test func `a board on a folder at rest is woken by nothing`() throws {
    let terminal = try Tmux()
    let desk = terminal.path("desk")
    try FileManager.default.createDirectory(atPath: desk, withIntermediateDirectories: true)
    try write(article("First", "Officials said 182 people were held on the train."), desk + "/a.txt")
    try terminal.type("sh -c 'echo $$ > \(terminal.path("pid")); exec \(Shell.sitboard) \(desk)'")
    try terminal.wait("the figure") { $0.joined().contains("182") && $0.joined().contains("help") }
    let pid = terminal.contents("pid").trimmingCharacters(in: .whitespacesAndNewlines)
    try terminal.wait("threads without a time", seconds: 20) { _ in
      let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")) ?? []
      return !threads.isEmpty && threads.allSatisfy { LiveTests.waitsWithoutEnd("/proc/\(pid)/task/\($0)/syscall") }
    }
  }

  /// It was set so that it is near a few seconds from now; before and after that instant nothing wakes the board.
  @Test func `a deadline that comes near rings on a quiet folder, and the board sleeps again`() throws {
    let terminal = try Tmux(columns: 120)
    let desk = terminal.path("desk")
    try FileManager.default.createDirectory(atPath: desk, withIntermediateDirectories: true)
    let set = Date.now.addingTimeInterval(-46 * 3600 + 8).formatted(.iso8601)
    try write(
      "Title: First\nOutlet: Desk\nDate: \(set)\n\nThe Baloch Liberation Army set a deadline of 48 hours for the release of prisoners.\n",
      desk + "/a.txt")
    try terminal.type("sh -c 'echo $$ > \(terminal.path("pid")); exec \(Shell.sitboard) \(desk)'")
    try waitForKeys(terminal)
    #expect(try terminal.screen().first?.contains("alert") == false)
    try terminal.wait("the alert", seconds: 30) { $0.first?.contains("1 alert") == true }
    try terminal.press("B")
    try terminal.wait(forText: "deadline 48 hours")
    let pid = terminal.contents("pid").trimmingCharacters(in: .whitespacesAndNewlines)
    try terminal.wait("threads without a time", seconds: 20) { _ in
      let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")) ?? []
      return !threads.isEmpty && threads.allSatisfy { LiveTests.waitsWithoutEnd("/proc/\(pid)/task/\($0)/syscall") }
    }
  }

  private static func waitsWithoutEnd(_ path: String) -> Bool {
    let words = (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: " ") ?? []
    guard words.count > 5 else { return false }
    // poll with a time of -1; futex and ppoll with none (x86-64, then arm64).
    switch words[0] {
    case "7": return words[3] == "0xffffffff"
    case "202", "98": return words[4] == "0x0"
    case "271", "73": return words[3] == "0x0"
    default: return false
    }
  }

  @Test func `what nobody asked for by name runs the operator's command too`() throws {
    let terminal = try Tmux()
    let desk = terminal.path("desk")
    try open(terminal, "\(desk) --alert-exec 'tee -a \(terminal.path("told"))'")
    try write(article("Toll", "Officials said 31 people were killed."), desk + "/a.txt")
    #expect(try terminal.wait(forFile: "told").contains("new total: killed 31 (officials)"))
  }

  @Test func `a feed that is written again and again adds only what is new, by its title`() throws {
    let terminal = try Tmux(columns: 120)
    let desk = terminal.path("desk")
    try open(terminal, desk)
    let numbers = ["one", "two", "three", "four", "five", "six"]
    for count in 1...6 {
      let items = numbers.prefix(count).enumerated().map { index, number in
        "<item><title>Report \(number)</title><guid>\(number)</guid><pubDate>Wed, 12 Mar 2025 10:0\(index):00 +0500"
          + "</pubDate><description>Officials said \(index + 21) people were held at stop \(number).</description></item>"
      }
      let feed = "<rss version=\"2.0\"><channel><title>Desk</title>\(items.reversed().joined())</channel></rss>"
      try write(feed, desk + "/.next")
      #expect(rename(desk + "/.next", desk + "/feed.xml") == 0)
      try terminal.wait(forText: "new: Report \(numbers[count - 1]), 1 claim")
      try terminal.press("Escape")
      try terminal.wait("the count, and no message") { screen in
        screen.first?.contains("\(count)/\(count)") == true && !screen.joined().contains("new: Report")
      }
    }
  }

  @Test func `an alert runs the operator's command, and no word of it reaches a shell`() throws {
    let terminal = try Tmux()
    let desk = terminal.path("desk")
    try open(
      terminal, "\(desk) --alert 'new speaker' --alert-exec 'tee -a \(terminal.path("told"))' --alert-notify osc9")
    try write(article("Toll", "Colonel $(touch pwned) Imran; Haidari said 54 attackers were killed."), desk + "/a.txt")
    let line = try terminal.wait(forFile: "told")
    #expect(line.contains("new speaker: ") && line.contains("54"))
    #expect(!FileManager.default.fileExists(atPath: terminal.path("pwned")))
  }

  @Test func `a command that is not there is told with the alert`() throws {
    let terminal = try Tmux(columns: 200)
    let desk = terminal.path("desk")
    try open(terminal, "\(desk) --alert 'attackers killed >= 50' --alert-exec /nonexistent")
    try write(article("Toll", "Officials said 54 attackers were killed."), desk + "/a.txt")
    try terminal.wait(forText: "(/nonexistent not run: no such file or directory)")
  }
}
