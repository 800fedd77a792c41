import Foundation
import LoopbackServer
import Synchronization
import Testing

/// The real program on addresses, and a server of them on the loopback.
@Suite struct AddressTests {
  private final class Desk: Sendable {
    let items = Mutex<[(title: String, text: String)]>([])
    let status = Mutex(200)

    func add(_ title: String, _ text: String) { items.withLock { $0.insert((title, text), at: 0) } }

    func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Answer {
      let status = status.withLock { $0 }
      guard status == 200 else { return .init(status, [], "") }
      let items = items.withLock { $0 }.map { item in
        "<item><title>\(item.title)</title><link>http://example.org/\(item.title)</link>"
          + "<pubDate>Wed, 12 Mar 2025 10:00:00 +0500</pubDate><description>\(item.text)</description></item>"
      }
      return .init(
        200, ["ETag: \"\(items.joined().hashValue)\""],
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Desk</title>\(items.joined())</channel></rss>")
    }
  }

  private func home() throws -> URL {
    let home = FileManager.default.temporaryDirectory.appending(path: "sitboard-home-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    return home
  }

  @Test func `an address gives a briefing, and again without the network what it gave before`() throws {
    let home = try home()
    defer { try? FileManager.default.removeItem(at: home) }
    let desk = Desk()
    desk.add("First", "Officials said 182 people were held on the train.")
    let server = try LoopbackServer { desk.answer($0) }
    func brief() throws -> Outcome {
      try Shell.run(Shell.sitboard, ["brief", server.address("/feed")], environment: ["HOME": home.path])
    }
    let first = try brief()
    #expect(first.status == 0, "\(first.errorText)")
    #expect(first.text.contains("182"))
    desk.status.withLock { $0 = 503 }
    let second = try brief()
    #expect(second.text == first.text)
    #expect(second.status == 74)
    #expect(second.errorText.contains("HTTP 503; check the address and the network"))
    // Every edition is kept, and an edited one counts once.
    desk.status.withLock { $0 = 200 }
    desk.items.withLock { $0[0].text = "Officials said 214 people were held on the train." }
    let third = try brief()
    #expect(third.text.contains("214"))
    #expect(!third.text.contains("182"))
    #expect(third.errorText.contains("1 earlier edition of a story is not counted"))
    let kept = try FileManager.default.subpathsOfDirectory(atPath: home.path).filter { $0.contains("articles/bodies/") }
    #expect(kept.count(where: { $0.split(separator: "/").last?.count == 64 }) == 2)
  }

  @Test func `a page that is edited counts as it is now, though it names no address of its own`() throws {
    let home = try home()
    defer { try? FileManager.default.removeItem(at: home) }
    let killed = Mutex("12")
    let server = try LoopbackServer { _ in
      let number = killed.withLock { $0 }
      return .init(
        200, [],
        "<html><title>Quake kills \(number)</title><body><p>Police said \(number) people died.</p></body></html>")
    }
    func brief() throws -> String {
      try Shell.run(Shell.sitboard, ["brief", server.address("/quake")], environment: ["HOME": home.path]).text
    }
    #expect(try brief().contains("12"))
    killed.withLock { $0 = "14" }
    let second = try brief()
    #expect(second.contains("killed") && second.contains("14") && !second.contains("12 "))
  }

  @Test func `what is printed of an address can be looked up again, also while nobody answers there`() throws {
    let home = try home()
    defer { try? FileManager.default.removeItem(at: home) }
    let desk = Desk()
    desk.add("First", "Officials said 182 people were held on the train.")
    desk.add("Second", "Police said 12 people died.")
    let server = try LoopbackServer { desk.answer($0) }
    func run(_ arguments: [String]) throws -> Outcome {
      try Shell.run(Shell.sitboard, arguments, environment: ["HOME": home.path])
    }
    let address = server.address("/feed")
    let none = try run(["text", address])
    #expect(none.status == 66 && none.errorText.contains("nothing of this address was kept here"))
    let claims = try run(["claims", address]).text
    let place = try #require(claims.split(separator: "\n").first { $0.contains("182") }?.split(separator: " ").first)
    desk.status.withLock { $0 = 503 }
    #expect(try run(["text", address]).text.contains("Police said 12 people died."))
    let told = try run(["explain", String(place)])
    #expect(told.status == 0 && told.text.contains("182") && !told.text.contains("12 people died"), "\(told.errorText)")
  }

  @Test func `a date without a zone is that of its source, and of the options where the source has none`() throws {
    let home = try home()
    defer { try? FileManager.default.removeItem(at: home) }
    let server = try LoopbackServer { _ in
      .init(
        200, [],
        "<rss version=\"2.0\"><channel><title>Desk</title><item><title>Toll</title><guid>1</guid>"
          + "<pubDate>Wed, 12 Mar 2025 10:00:00</pubDate><description>Police said 12 people died.</description>"
          + "</item></channel></rss>")
    }
    func reported(_ timezone: String, _ arguments: [String]) throws -> Bool {
      let file = home.appending(path: "sources.toml")
      let lines = ["[source.desk]", "url = \"\(server.address("/feed"))\"", timezone]
      try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
      let outcome = try Shell.run(
        Shell.sitboard, ["claims", "--format", "jsonl", file.path] + arguments, environment: ["HOME": home.path])
      return outcome.text.contains("2025-03-12T10:00+05:00")
    }
    #expect(try reported("", ["--timezone", "+05:00"]))
    #expect(try reported("timezone = \"+05:00\"", ["--timezone", "+01:00"]))
    #expect(try !reported("", []))
  }

  @Test func `an address opens the board, which says when the last article came and how each source is doing`() throws {
    let desk = Desk()
    desk.add("First", "Officials said 182 people were held on the train.")
    let server = try LoopbackServer { desk.answer($0) }
    let terminal = try Tmux(columns: 110)
    try terminal.type("\(Shell.sitboard) \(server.address("/feed"))")
    try terminal.wait("the held") { $0.contains { $0.contains("held") && $0.contains("182") } }
    try terminal.wait(forText: "last article 0 s ago")
    try terminal.press("S")
    try terminal.wait("the source") { $0.joined().contains("127.0.0.1  answered") }
    try terminal.press("q")
    try terminal.press("q")
    try terminal.wait("the prompt") { $0.last { !$0.isEmpty }?.hasPrefix("$") == true }
    // What was kept is there at once, also while the server is away.
    desk.status.withLock { $0 = 500 }
    try terminal.type("clear; \(Shell.sitboard) \(server.address("/feed"))")
    try terminal.wait("the held again") { $0.contains { $0.contains("held") && $0.contains("182") } }
    try terminal.press("S")
    try terminal.wait("what is wrong") { $0.joined().contains("HTTP 500, has not answered yet") }
    try terminal.press("Q")
    try terminal.wait("the prompt") { $0.last { !$0.isEmpty }?.hasPrefix("$") == true }
  }

  /// What the first round gives is how things stand; what comes after it is told by its title.
  @Test func `a board that is opened for the first time has no alerts, and waits for no source that does not answer`()
    throws
  {
    let desk = Desk()
    desk.add("First", "Officials said 182 people were held on the train, and 31 killed.")
    let server = try LoopbackServer { request in
      request.path == "/silent" ? .init(200, [], "a").paused(40) : desk.answer(request)
    }
    let terminal = try Tmux(columns: 110)
    try terminal.type("\(Shell.sitboard) \(server.address("/feed"))")
    let screen = try terminal.wait("the board") { screen in
      screen.contains { $0.contains("held") && $0.contains("182") }
        && screen.last { !$0.isEmpty }?.contains("help") == true
    }
    #expect(
      !screen.joined().contains("alert") && !screen.joined().contains("NOTE") && !screen.joined().contains("new:"))
    try terminal.press("q")
    try terminal.wait("the prompt") { $0.last { !$0.isEmpty }?.hasPrefix("$") == true }
    try terminal.type("clear; \(Shell.sitboard) \(server.address("/other")) \(server.address("/silent"))")
    try terminal.wait(forText: "ASKING 2 SOURCES")
    try terminal.wait("the keys") { $0.last { !$0.isEmpty }?.contains("help") == true }
  }

  @Test func `fetch puts what is new into a folder, and a board on the folder counts each story once`() throws {
    let home = try home()
    defer { try? FileManager.default.removeItem(at: home) }
    let folder = home.appending(path: "desk").path
    let desk = Desk()
    let server = try LoopbackServer { desk.answer($0) }
    func fetch() throws -> Outcome {
      try Shell.run(
        Shell.sitboard, ["fetch", server.address("/feed"), "--to", folder], environment: ["HOME": home.path])
    }
    #expect(try fetch().status == 66)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for number in 1...3 {
      desk.add("Report \(number)", "Officials said \(number)\(number) people were held at milestone \(number).")
      #expect(try fetch().status == 0)
      #expect(try fetch().status == 0)
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }
    #expect(files.count == 3)
    #expect(files.allSatisfy { $0.contains("-127.0.0.1-") && $0.hasSuffix(".xml") })
    let claims = try Shell.run(Shell.sitboard, ["claims", folder])
    for number in 1...3 {
      #expect(claims.text.split(separator: "\n").count(where: { $0.contains("\(number)\(number) people held") }) == 1)
    }
    let wrong = try Shell.run(Shell.sitboard, ["fetch", "ftp://example.org/", "--to", folder])
    #expect(wrong.status == 64)
  }

  @Test func `a proxy of the environment is asked, but for what the environment excepts`() throws {
    let home = try home()
    defer { try? FileManager.default.removeItem(at: home) }
    let desk = Desk()
    desk.add("First", "Officials said 182 people were held on the train.")
    let proxy = try LoopbackServer { desk.answer($0) }
    let direct = try LoopbackServer { desk.answer($0) }
    func brief(_ address: String, _ environment: [String: String]) throws -> Outcome {
      try Shell.run(
        Shell.sitboard, ["brief", address], environment: environment.merging(["HOME": home.path]) { $1 })
    }
    // Nobody answers to that name: only the proxy can have given it.
    let through = try brief("http://desk.invalid/feed", ["http_proxy": proxy.address("")])
    #expect(through.text.contains("182"), "\(through.errorText)")
    #expect(proxy.requests.map(\.path) == ["http://desk.invalid/feed"])
    let around = try brief(
      direct.address("/feed"), ["http_proxy": proxy.address(""), "no_proxy": "127.0.0.1"])
    #expect(around.text.contains("182"), "\(around.errorText)")
    #expect(direct.requests.map(\.path) == ["/feed"])
    // What is encrypted goes through a tunnel; a proxy that opens none is told.
    desk.status.withLock { $0 = 403 }
    let refused = try brief("https://desk.invalid/other", ["https_proxy": proxy.address("")])
    #expect(refused.status != 0 && refused.errorText.contains("https://desk.invalid/other"))
    #expect(proxy.requests.last?.path == "desk.invalid:443")
  }

  @Test func `a file of sources is read where a path is`() throws {
    let home = try home()
    defer { try? FileManager.default.removeItem(at: home) }
    let desk = Desk()
    desk.add("First", "Officials said 182 people were held on the train.")
    let server = try LoopbackServer { desk.answer($0) }
    let list = home.appending(path: "sources.toml").path
    try "[source.desk]\nurl = \"\(server.address("/feed"))\"\n".write(toFile: list, atomically: true, encoding: .utf8)
    for arguments in [["brief", list], ["brief", "--sources", list]] {
      let outcome = try Shell.run(Shell.sitboard, arguments, environment: ["HOME": home.path])
      #expect(outcome.text.contains("182"))
    }
  }

  @Test func `a character set that only the response declares is heeded`() throws {
    let home = try home()
    defer { try? FileManager.default.removeItem(at: home) }
    // "Убито", in Windows-1251.
    let word: [UInt8] = [0xD3, 0xE1, 0xE8, 0xF2, 0xEE]
    let page =
      Array("<html><body><p>Officials said 31 people were killed; \"".utf8) + word + Array(".\"</p></body></html>".utf8)
    let server = try LoopbackServer { _ in .init(200, ["Content-Type: text/html; charset=\"Windows-1251\""], body: page)
    }
    let outcome = try Shell.run(
      Shell.sitboard, ["events", server.address("/page")], environment: ["HOME": home.path])
    #expect(outcome.text.contains("Убито."))
  }
}
