import Desk
import DeskServer
import Foundation
import LineExamples
import Testing

/// A desk over the network: TLS that is verified, and a password that stands in no address.
@Suite(
  .enabled("\(DeskServer.obstacle ?? "")") { try Requirement.isMet(DeskServer.obstacle) },
  .enabled("openssl is not installed") { try Requirement.isMet(program: "/usr/bin/openssl") })
struct NetworkTests {
  /// A certificate that vouches for itself, as the server and as what is trusted.
  private func certificate(_ folder: TemporaryFolder, _ name: String) throws -> (certificate: String, key: String) {
    let (certificate, key) = (folder.path + "/\(name).crt", folder.path + "/\(name).key")
    let null = open("/dev/null", O_RDONLY | O_CLOEXEC)
    defer { close(null) }
    let pid = try DeskServer.spawn(
      [
        "/usr/bin/openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out",
        certificate,
      ], ["PATH=/usr/bin:/bin", "HOME=/nonexistent"], input: null, output: folder.path + "/openssl-log")
    #expect(try DeskServer.ended(pid, seconds: 30) == 0)
    // The server takes a key that nobody else can read.
    chmod(key, 0o600)
    if getuid() == 0, let account = getpwnam("postgres") { chown(key, account.pointee.pw_uid, account.pointee.pw_gid) }
    return (certificate, key)
  }

  @Test func `a desk is reached over TLS that is verified, with a password from the password file, and not otherwise`()
    throws
  {
    let folder = try TemporaryFolder()
    let (own, other) = (try certificate(folder, "server"), try certificate(folder, "other"))
    let server = try DeskServer(
      settings: "ssl = on\nssl_cert_file = '\(own.certificate)'\nssl_key_file = '\(own.key)'\n",
      rules: "hostssl all ann 127.0.0.1/32 scram-sha-256\nhost all ann 127.0.0.1/32 reject\n")
    let desk = try TestDesk(server, hasRoles: true)
    try desk.database().perform(
      "CREATE ROLE ann LOGIN PASSWORD 'tr0ut-river'; GRANT \(desk.name)_operator TO ann")
    func address(_ trusted: String, _ mode: String = "verify-full", password: String = "tr0ut-river") throws
      -> DeskAddress
    {
      let file = try folder.file("pass-\(password.utf8.count)", "127.0.0.1:\(server.port):*:ann:\(password)\n")
      chmod(file, 0o600)
      return try DeskAddress(
        "host=127.0.0.1 port=\(server.port) dbname=postgres user=ann sslmode=\(mode) sslrootcert=\(trusted) "
          + "passfile=\(file)#\(desk.name)")
    }
    let log = try DeskLog(address(own.certificate))
    #expect(try log.append([Example.line(Example.note("over the network"))]) == 1)
    #expect(try desk.records().map(\.author) == ["ann"])
    for wrong in [
      try address(other.certificate), try address(own.certificate, "disable"),
      try address(own.certificate, password: "wrong-by-far-river"),
    ] {
      let error = #expect(throws: DeskError.self) { try DeskLog(wrong) }
      #expect(error?.isOfConnection == true)
      #expect(error?.message.contains("river") == false)
    }
  }
}
