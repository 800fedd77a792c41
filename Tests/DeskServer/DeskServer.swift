package import Desk
package import Foundation
import Synchronization

/// A PostgreSQL server of the tests' own, run by an account without rights on a socket in a temporary folder and on the
/// loopback. It ends with the process of the tests, whatever ends that: its keeper waits at a pipe that closes then.
package final class DeskServer: Sendable {
  package struct Trouble: Error, CustomStringConvertible {
    package var description: String
  }

  /// Where the programs of the newest server are; `nil` where none is installed.
  private static let programs: String? = {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    let newest = versions.compactMap { name in Int(name).map { ($0, name) } }.filter { $0.0 >= 15 }.max { $0.0 < $1.0 }
    guard let newest else { return nil }
    let path = "\(root)/\(newest.1)/bin"
    return FileManager.default.isExecutableFile(atPath: path + "/initdb") ? path : nil
  }()

  /// Why there can be none here; `nil` when there can.
  package static let obstacle: String? = {
    guard programs != nil else { return "PostgreSQL 15 or later is not installed here" }
    guard getuid() == 0 else { return nil }
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv") else { return "there is no setpriv here" }
    return getpwnam(account) == nil ? "there is no account \(account) here" : nil
  }()

  /// As whom the server runs where the tests run as root, which it refuses.
  private static let account = "postgres"

  package let folder: String
  package let port: Int
  /// Settings beside the tests' own, one a line.
  private let settings: String
  private let keeper = Mutex<(pid: pid_t, rope: Int32)?>(nil)

  /// One server that many tests share, each with a desk of its own.
  package static func shared() throws -> DeskServer { try sharedServer.get() }

  private static let sharedServer = Result { try DeskServer() }

  /// - Parameters:
  ///   - rules: Lines of `pg_hba.conf` that come before the one that trusts who is on this machine.
  ///   - isDurable: True if every commit is on the disk when it is confirmed; a server that is killed loses nothing either way.
  package init(settings: String = "", rules: String = "", isDurable: Bool = false) throws {
    if let obstacle = DeskServer.obstacle { throw Trouble(description: obstacle) }
    folder = "/tmp/sitboard-pg-\(getpid())-\(UInt32.random(in: 0..<1_000_000))"
    port = Int.random(in: 20_000...60_000)
    self.settings =
      """
      unix_socket_directories = '\(folder)'
      listen_addresses = '127.0.0.1'
      port = \(port)
      max_connections = 60
      shared_buffers = 32MB
      fsync = \(isDurable ? "on" : "off")
      log_min_messages = warning

      """ + settings
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    chmod(folder, 0o755)
    if getuid() == 0, let account = getpwnam(DeskServer.account) {
      chown(folder, account.pointee.pw_uid, account.pointee.pw_gid)
    }
    let code = try run("initdb", ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"])
    guard code == 0 else { throw Trouble(description: "initdb ended with \(code): \(log)") }
    try self.settings.write(toFile: data + "/postgresql.auto.conf", atomically: false, encoding: .utf8)
    let trust = "local all all trust\nhost all all 127.0.0.1/32 trust\n"
    try (rules + trust).write(toFile: data + "/pg_hba.conf", atomically: false, encoding: .utf8)
    try start()
  }

  deinit {
    stop()
    try? FileManager.default.removeItem(atPath: folder)
  }

  package var data: String { folder + "/data" }

  /// The server's messages.
  package var log: String { (try? String(contentsOfFile: folder + "/log", encoding: .utf8)) ?? "" }

  /// How the server is reached over its socket.
  package func connection(_ user: String = "postgres") -> String {
    "host=\(folder) port=\(port) dbname=postgres user=\(user)"
  }

  package func address(_ desk: String, user: String = "postgres") throws -> DeskAddress {
    try DeskAddress(connection(user) + "#" + desk)
  }

  /// The process that all others of the server come from.
  package var postmaster: pid_t? {
    (try? String(contentsOfFile: data + "/postmaster.pid", encoding: .utf8))?.split(separator: "\n").first
      .flatMap { pid_t($0) }
  }

  /// Starts a server that is not running, and returns when it answers.
  package func start() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Trouble(description: "no pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let script = """
      "$0"/postgres -D "$1" & read word; kill -QUIT $!; wait $!
      if [ -z "$word" ]; then rm -rf "$2"; fi
      """
    let pid = try spawn(
      ["/bin/sh", "-c", script, DeskServer.programs ?? "", data, folder], input: ends[0])
    close(ends[0])
    keeper.withLock { $0 = (pid, ends[1]) }
    try DeskServer.until("the server answers", { self.log }) { (try? Database(self.address("none"))) != nil }
  }

  /// Ends the server at once, as a fault would.
  package func kill() throws {
    guard let pid = postmaster else { throw Trouble(description: "the server does not run") }
    Foundation.kill(pid, SIGKILL)
    stop()
    // The processes that serve connections end when they see that the first one is gone.
    try DeskServer.until("the server has ended") { !self.hasProcesses }
    unlink(data + "/postmaster.pid")
  }

  private var hasProcesses: Bool {
    let pids = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { Int($0) } ?? []
    return pids.contains { pid in
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/cwd")) == data
    }
  }

  /// Ends the server, and returns when it has ended.
  package func stop() {
    guard
      let (pid, rope) = keeper.withLock({ state in
        defer { state = nil }
        return state
      })
    else { return }
    // A process that says nothing is gone, and leaves the folder to the keeper.
    var word = UInt8(ascii: "x")
    _ = write(rope, &word, 1)
    close(rope)
    if (try? DeskServer.ended(pid, seconds: 20)) == nil {
      Foundation.kill(pid, SIGKILL)
      waitpid(pid, nil, 0)
    }
  }

  // MARK: - Processes

  /// Runs one of the server's programs to its end.
  @discardableResult
  package func run(_ program: String, _ arguments: [String]) throws -> Int32 {
    let null = open("/dev/null", O_RDONLY | O_CLOEXEC)
    defer { close(null) }
    let pid = try spawn([(DeskServer.programs ?? "") + "/" + program] + arguments, input: null)
    return try DeskServer.ended(pid, seconds: 60)
  }

  /// Starts a program as the account of the server, with nothing open but its input and the log.
  private func spawn(_ command: [String], input: Int32) throws -> pid_t {
    var command = command
    if getuid() == 0 {
      command =
        ["/usr/bin/setpriv", "--reuid=\(DeskServer.account)", "--regid=\(DeskServer.account)", "--clear-groups", "--"]
        + command
    }
    return try DeskServer.spawn(
      command, ["PATH=/usr/bin:/bin", "LC_ALL=C"], input: input, output: folder + "/log")
  }

  /// Starts a program with nothing open but its input and a file for what it says.
  package static func spawn(
    _ command: [String], _ environment: [String], input: Int32, output: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o644)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    // A descriptor that another thread has open at this moment would stay open as long as the server runs.
    let closing = #"for file in /proc/$$/fd/*; do [ ${file##*/} -le 2 ] || eval "exec ${file##*/}>&-"; done; exec "$@""#
    let command = ["/bin/bash", "-c", closing, "bash"] + command
    let arguments = command.map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, command[0], &actions, nil, arguments, variables)
    guard code == 0 else { throw Trouble(description: "\(command[0]): \(String(cString: strerror(code)))") }
    return pid
  }

  /// The code that a process ends with, or 128 and the signal that ended it.
  package static func ended(_ pid: pid_t, seconds: Int) throws -> Int32 {
    var status: Int32 = 0
    try until("process \(pid) has ended", seconds: seconds) { waitpid(pid, &status, WNOHANG) != 0 }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  /// Returns when something is so; fails where it is not so in time.
  package static func until(
    _ what: String, seconds: Int = 20, _ more: () -> String = { "" }, _ condition: () throws -> Bool
  ) throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while try !condition() {
      guard ContinuousClock.now < deadline else {
        throw Trouble(description: "not so in \(seconds) s: \(what) \(more().suffix(2000))")
      }
      usleep(2000)
    }
  }
}
