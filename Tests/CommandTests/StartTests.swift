import Foundation
import LineExamples
import Testing

/// How the program behaves where it is started in an unusual way: as a forced command, in a chroot, without arguments.
@Suite struct StartTests {
  /// Why a place without /proc cannot be made here; `nil` when it can.
  static let obstacle: String? = {
    guard getuid() == 0 else { return "only root can make a place without /proc" }
    guard let outcome = try? Program.shell("unshare -m mount -t tmpfs none /proc"), outcome.code == 0 else {
      return "unshare cannot hide /proc here"
    }
    return nil
  }()

  /// A desk with one article, and a home that must stay empty.
  private static func desk() throws -> (folder: TemporaryFolder, root: String, home: String) {
    let folder = try TemporaryFolder()
    try folder.file("desk/a.txt", "Title: Desk article\n\nOfficials said 7 people were missing.\n")
    try FileManager.default.createDirectory(atPath: folder.path + "/home", withIntermediateDirectories: true)
    return (folder, folder.path + "/desk", folder.path + "/home")
  }

  private static func contents(_ home: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: home)
  }

  @Test func `a library is loaded only for what needs it`() throws {
    func loaded(_ path: String) throws -> Set<String> {
      let outcome = try Program.shell("LD_DEBUG=files \"$SITBOARD\" claims --no-cache \"$1\"", [path])
      let names = ["libcurl", "libgmime", "libarchive", "libxml2", "libpq"]
      return Set(names.filter { outcome.errors.contains($0 + ".") || outcome.errors.contains($0 + "-") })
    }
    let folder = try TemporaryFolder()
    #expect(try loaded(folder.file("a.txt", "Police said 12 people died.\n")) == [])
    let page = "<html><body><p>Police said 12 people died.</p></body></html>"
    #expect(try loaded(folder.file("a.html", page)) == ["libxml2"])
    let feed =
      "<rss version=\"2.0\"><channel><item><title>Toll</title><description>A.</description></item></channel></rss>"
    #expect(try loaded(folder.file("a.xml", feed)) == ["libxml2"])
    let mail =
      "From: a@example.org\nSubject: Toll\nDate: Wed, 12 Mar 2025 10:00:00 +0500\n\nPolice said 12 people died.\n"
    #expect(try loaded(folder.file("a.eml", mail)) == ["libgmime"])
    // Nothing listens on the port, which is as far as it has to get.
    #expect(try loaded("http://127.0.0.1:9/").contains("libcurl"))
  }

  @Test(.enabled("\(StartTests.obstacle ?? "")") { try Requirement.isMet(StartTests.obstacle) })
  func `without /proc a gate is a gate, and a command is what was asked for`() throws {
    let (_, root, home) = try StartTests.desk()
    let bare = "unshare -m bash -c 'mount -t tmpfs none /proc; exec \"$@\"' bash env HOME=\"$2\""
    #expect(try Program.shell("\(bare) $SITBOARD --version", [root, home]).text == "0.1.0\n")
    for request in ["SSH_ORIGINAL_COMMAND=brief", "SSH_ORIGINAL_COMMAND=board", "IRRELEVANT="] {
      let outcome = try Program.shell("\(bare) \(request) $SITBOARD gate --root \"$1\"", [root, home])
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(outcome.text.contains("a.txt:"))
      #expect(!outcome.text.contains("Jaffar"))
    }
    let other = try Program.shell(
      "\(bare) SSH_ORIGINAL_COMMAND='claims /etc' $SITBOARD gate --root \"$1\"", [root, home])
    #expect(other.code == 64)
    #expect(other.output.isEmpty)
    #expect(try StartTests.contents(home).isEmpty)
  }

  @Test(.enabled("\(StartTests.obstacle ?? "")") { try Requirement.isMet(StartTests.obstacle) })
  func `in a chroot with nothing but the program, its libraries and a shell the gate serves the desk`() throws {
    let (folder, root, home) = try StartTests.desk()
    let made = try Program.shell(
      """
      set -e
      mkdir "$2"; cp -r "$1" "$2/desk"
      for program in "$SITBOARD" /bin/sh; do
        mkdir -p "$2/bin"; cp "$program" "$2/bin/"
        for library in $(ldd "$program" | grep -o '/[^ ]*'); do
          mkdir -p "$2$(dirname "$library")"; cp -L "$library" "$2$library"
        done
      done
      """, [root, folder.path + "/root"])
    #expect(made.code == 0, "\(made.errors)")
    // As sshd runs a forced command: by the account's shell, which finds it in the chroot.
    let forced = "/usr/sbin/chroot \"$1\" /bin/sh -c '/bin/sitboard gate --root /desk'"
    let brief = try Program.shell("env -i HOME=/ SSH_ORIGINAL_COMMAND=brief \(forced)", [folder.path + "/root"])
    #expect(brief.code == 0, "\(brief.errors)")
    #expect(brief.text.contains("a.txt:"))
    let shell = try Program.shell("env -i HOME=/ \(forced)", [folder.path + "/root"])
    #expect(shell.code == 0)
    #expect(shell.text.contains("a.txt:"))
    let asked = try Program.shell("env -i HOME=/ SSH_ORIGINAL_COMMAND='brief /' \(forced)", [folder.path + "/root"])
    #expect(asked.code == 64)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/root/.local"))
    #expect(try StartTests.contents(home).isEmpty)
  }

  @Test(arguments: ["", "board", "brief", "claims /etc", "--linear", "present", "events"])
  func `as a forced command the program is a gate or nothing`(arguments: String) throws {
    let (_, _, home) = try StartTests.desk()
    let outcome = try Program.shell("HOME=\"$1\" SSH_ORIGINAL_COMMAND=brief $SITBOARD \(arguments)", [home])
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("write 'sitboard gate --root FOLDER'"))
    #expect(try StartTests.contents(home).isEmpty)
  }

  @Test func `without arguments, not even a name, nothing is done`() throws {
    let folder = try TemporaryFolder()
    let files = try ["output", "errors"].map { try folder.file($0, "") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (index, file) in files.enumerated() {
      posix_spawn_file_actions_addopen(&actions, Int32(index + 1), file, O_WRONLY, 0)
    }
    var child = pid_t()
    var none: [UnsafeMutablePointer<CChar>?] = [nil]
    #expect(posix_spawn(&child, Program.binary, &actions, nil, &none, environ) == 0)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    #expect(status >> 8 == 64)
    #expect(try String(contentsOfFile: files[0], encoding: .utf8).isEmpty)
    #expect(try String(contentsOfFile: files[1], encoding: .utf8).contains("started without arguments"))
  }

  @Test func `what is opened never takes the place of a closed standard input, output or error`() throws {
    let folder = try TemporaryFolder()
    for closed in 0...2 {
      // It waits at a pipe that nobody reads from, or writes into.
      let waiting = closed == 0 ? "events >&9" : "text - <&9"
      let outcome = try Program.shell(
        """
        mkfifo "$1/\(closed)" && exec 9<> "$1/\(closed)"
        $SITBOARD \(waiting) \(closed)>&- & program=$!
        until [ "$(readlink /proc/$program/fd/\(closed))" = / ]; do
          if ! kill -0 $program || [ $SECONDS -gt 20 ]; then exit 1; fi
        done
        kill -KILL $program
        """, [folder.path])
      #expect(outcome.code == 0, "descriptor \(closed)")
    }
  }

  @Test(arguments: [["incidents", "--format", "jsonl"], ["incidents"]])
  func `every path of a long command line is read, wherever its options stand`(opening: [String]) throws {
    let folder = try TemporaryFolder()
    let paths = try (1...1200).map { try folder.file("\($0).txt", "Officials said \($0) people were missing.\n") }
    let closing = opening.count == 1 ? ["--format", "jsonl"] : []
    let outcome = try Program.run(opening + paths + closing)
    #expect(outcome.code == 0, "\(outcome.errors)")
    for path in [paths[0], paths[499], paths[500], paths[501], paths[1199]] {
      #expect(outcome.text.contains("\"\(path)\""), "\(path) is not there")
    }
    #expect(outcome.text.split(separator: "\n").count == 1200)
  }
}
