import Foundation
import Testing

/// A desk behind a real sshd on a loopback port. The keeper, as whom the gate runs, and the reader at the other end are
/// accounts without rights, made for the test and removed with it.
final class SSHDesk {
  /// Why it cannot be had here; `nil` when it can.
  static let obstacle: String? = {
    for program in ["/usr/sbin/sshd", "/usr/bin/ssh", "/usr/bin/setpriv", "/usr/sbin/useradd"]
    where !FileManager.default.isExecutableFile(atPath: program) {
      return "there is no \(program) here"
    }
    return getuid() == 0 ? nil : "only root can make the accounts"
  }()

  let folder: URL
  /// The account that the readers log in to.
  let keeper: String
  /// The account at the other end of the line.
  let reader: String
  let port: Int
  private var server: pid_t = 0

  var root: String { folder.appending(path: "desk").path }
  /// Something outside the desk that nobody may touch.
  var canary: String { folder.appending(path: "canary").path }
  private var program: String { folder.appending(path: "sitboard").path }

  init() throws {
    let name = String(UUID().uuidString.prefix(8).lowercased())
    (keeper, reader) = ("sbk\(name)", "sbr\(name)")
    port = Int.random(in: 20_000...60_000)
    folder = URL(filePath: "/tmp/sitboard-ssh-\(name)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try run(
      """
      cd \(folder.path)
      for user in \(keeper) \(reader); do useradd --system --no-create-home --home-dir /nonexistent --shell /bin/sh --password '*' $user; done
      mkdir -p desk/.last desk/.led server client
      # Copied by a process of its own: a child that another test starts meanwhile would hold the file open for writing,
      # and what is being written cannot be run.
      cp \(Shell.sitboard) sitboard
      cp \(Shell.root.appending(path: "seeds").path)/*.txt desk/
      echo untouched > canary
      chmod 755 . desk sitboard; chmod 644 desk/*.txt canary
      ssh-keygen -q -t ed25519 -N '' -f server/host; ssh-keygen -q -t ed25519 -N '' -f client/ann; ssh-keygen -q -t ed25519 -N '' -f client/ben
      for key in ann ben; do
        echo "restrict,pty,command=\\"\(program) gate --root \(root) --reader $key\\" $(cat client/$key.pub)"
      done > server/keys
      cat > server/config <<END
      ListenAddress 127.0.0.1
      Port \(port)
      HostKey \(folder.path)/server/host
      AuthorizedKeysFile \(folder.path)/server/keys
      PidFile none
      UsePAM no
      StrictModes no
      PasswordAuthentication no
      KbdInteractiveAuthentication no
      AllowTcpForwarding no
      X11Forwarding no
      PermitUserRC no
      MaxStartups 100
      MaxSessions 100
      Subsystem sftp internal-sftp
      END
      printf '[127.0.0.1]:%s %s\\n' \(port) "$(cut -d' ' -f1,2 server/host.pub)" > client/hosts
      chown -R \(keeper): desk/.last desk/.led server; chown -R \(reader): client; chmod 700 desk/.last desk/.led server client
      """)
    try start()
  }

  deinit {
    if server > 0 {
      kill(server, SIGKILL)
      waitpid(server, nil, 0)
    }
    // Sessions of the account end with it.
    _ = try? run("pkill -KILL -u \(keeper); pkill -KILL -u \(reader); userdel \(keeper); userdel \(reader)")
    try? FileManager.default.removeItem(at: folder)
  }

  @discardableResult
  private func run(_ line: String) throws -> Outcome {
    try Shell.run("/bin/bash", ["-c", line], environment: ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin"])
  }

  /// The line that runs a command as an account.
  func line(as user: String, _ command: String) -> String {
    "setpriv --reuid=\(user) --regid=\(user) --clear-groups -- \(command)"
  }

  private func start() throws {
    // Only root can give a terminal away; every session, and with it the gate, runs as the keeper.
    let started = try run(
      "mkdir -p /run/sshd; /usr/sbin/sshd -D -e -f \(folder.path)/server/config > \(folder.path)/server/log 2>&1 & echo $!"
    )
    server = pid_t(started.text.split(separator: "\n").first ?? "") ?? 0
    let deadline = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < deadline {
      let log = (try? String(contentsOfFile: folder.path + "/server/log", encoding: .utf8)) ?? ""
      if log.contains("Server listening") { return }
      if kill(server, 0) != 0 { break }
    }
    Issue.record(
      "sshd did not start: \((try? String(contentsOfFile: folder.path + "/server/log", encoding: .utf8)) ?? "")")
  }

  /// The ssh client as the reader, with a key of his.
  func ssh(_ key: String = "ann", _ options: String = "") -> String {
    let client = folder.path + "/client"
    return line(
      as: reader,
      "ssh -F /dev/null -i \(client)/\(key) -o IdentitiesOnly=yes -o BatchMode=yes -o UserKnownHostsFile=\(client)/hosts "
        + "-o ControlPath=none -p \(port) \(options) \(keeper)@127.0.0.1")
  }

  /// Asks for something over the line.
  func ask(_ command: String, key: String = "ann") throws -> Outcome {
    try Shell.run("/bin/bash", ["-c", "\(ssh(key)) -- \"$1\"", "bash", command], environment: ["HOME": "/nonexistent"])
  }

  /// Everything in the desk and beside it, with its bytes.
  func everything() throws -> String {
    try run(
      "cd \(folder.path); find desk canary -type f ! -path 'desk/.last/*' -exec sha256sum {} + | sort; find desk | sort"
    ).text
  }
}
