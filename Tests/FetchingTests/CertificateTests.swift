import Fetching
import Foundation
import Intake
import Testing

/// TLS against a server on the loopback, with an authority of our own.
@Suite struct CertificateTests {
  /// openssl's own server, which answers with a file; it ends with the value.
  private final class Server {
    let folder: URL
    private(set) var port = 0
    private var child = pid_t()

    /// - Parameter name: What the certificate is for.
    init(_ name: String) throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "sitboard-tls-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      func openssl(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
      }
      let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
      try openssl(
        "req", "-x509", key[0], key[1], key[2], key[3], key[4], "-keyout", "ca.key", "-out", "ca.pem", "-subj",
        "/CN=Ours")
      try openssl(
        "req", key[0], key[1], key[2], key[3], key[4], "-keyout", "own.key", "-out", "own.csr", "-subj", "/CN=desk")
      try "subjectAltName=\(name)\n".write(to: folder.appending(path: "names"), atomically: false, encoding: .utf8)
      try openssl(
        "x509", "-req", "-in", "own.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out", "own.pem",
        "-extfile", "names")
      try CertificateTests.answer.write(to: folder.appending(path: "feed"), atomically: false, encoding: .utf8)
      child = CertificateTests.spawn(in: folder)
      let deadline = SourceWatch.now + 20
      while port == 0 {
        try #require(SourceWatch.now < deadline, "the server does not start")
        let said = (try? String(contentsOf: folder.appending(path: "said"), encoding: .utf8)) ?? ""
        if let place = said.firstRange(of: "ACCEPT 127.0.0.1:"), said.hasSuffix("\n") {
          port = Int(said[place.upperBound...].prefix { $0.isNumber }) ?? 0
        }
        usleep(10_000)
      }
    }

    deinit {
      // It leads a group of its own, with the server in it.
      kill(-child, SIGKILL)
      waitpid(child, nil, 0)
      try? FileManager.default.removeItem(at: folder)
    }

    var authority: String { folder.appending(path: "ca.pem").path }
    var address: String { "https://127.0.0.1:\(port)/feed" }
  }

  /// Nothing of this process is handed on: what other tests have open they would wait for, and with the signals blocked
  /// that other tests block the server would outlive its time. It ends in two minutes at the latest.
  private static func spawn(in folder: URL) -> pid_t {
    let script = """
      cd "$1"; for file in /proc/self/fd/*; do file=${file##*/}; [ "$file" -gt 2 ] && eval "exec $file>&-"; done
      exec timeout 120 openssl s_server -accept 127.0.0.1:0 -cert own.pem -key own.key -HTTP < /dev/null > said 2> /dev/null
      """
    let arguments: [String] = ["bash", "-c", script, "bash", folder.path]
    let words = arguments.map { strdup($0) }
    defer { for word in words { free(word) } }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var child = pid_t()
    #expect(posix_spawn(&child, "/bin/bash", nil, &attributes, words + [nil], environ) == 0)
    return child
  }

  private static let answer =
    "HTTP/1.0 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss><channel><item><title>First</title></item></channel></rss>"

  private func news(_ server: Server, trusting authority: String?) throws -> SourceWatch.News? {
    var watch = try SourceWatch(
      [LiveSource(try #require(WebAddress(server.address)))], evidence: nil, certificates: authority)
    let deadline = SourceWatch.now + 20
    while SourceWatch.now < deadline {
      if let first = watch.step(atMost: 1).first { return first }
    }
    return nil
  }

  @Test func `a server whose certificate an authority that is trusted has signed is read`() throws {
    let server = try Server("IP:127.0.0.1")
    guard case .arrived(let arrival)? = try news(server, trusting: server.authority) else {
      Issue.record("nothing arrived"); return
    }
    #expect(Intake.isFeed(arrival.body))
  }

  @Test func `a server of an authority that nobody trusts, or with another's certificate, is not read`() throws {
    let own = try Server("IP:127.0.0.1")
    guard case .failed(_, _, let why)? = try news(own, trusting: nil) else { Issue.record("not refused"); return }
    #expect(why.contains("certificate"))
    let other = try Server("DNS:example.org")
    guard case .failed(_, _, let name)? = try news(other, trusting: other.authority) else {
      Issue.record("not refused"); return
    }
    #expect(name.contains("127.0.0.1"))
  }
}
