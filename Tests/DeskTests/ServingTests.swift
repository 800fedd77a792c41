import DeskServer
import Foundation
import LineExamples
import LoopbackServer
import Synchronization
import Testing

/// What goes onto a desk from a feed, and what goes out to readers.
@Suite(.enabled("\(DeskServer.obstacle ?? "")") { try Requirement.isMet(DeskServer.obstacle) })
struct ServingTests {
  private static let first = item(
    "Train attacked", "Gunmen attacked a train near Sibi on Tuesday and killed 10 people, police said.")
  private static let second = item(
    "Forces arrive", "Security forces rescued 20 passengers from the train on Wednesday, officials said.")

  private static func item(_ title: String, _ words: String) -> String {
    "<item><title>\(title)</title><guid>\(title)</guid><description>\(words)</description></item>"
  }

  private static func feed(_ items: [String]) -> LoopbackServer.Answer {
    LoopbackServer.Answer(
      200, ["Content-Type: application/rss+xml"],
      "<rss version=\"2.0\"><channel><title>News</title>\(items.joined())</channel></rss>")
  }

  private func articles(_ desk: TestDesk) throws -> Int {
    _ = try Program.run(["desk", "read", "--once"] + desk.options())
    let lines = try Program.run(["events"] + desk.options()).text.split(separator: "\n")
    return lines.count { $0.hasPrefix(#"{"event":"article""#) }
  }

  @Test func `a source fetches a feed onto a desk, each item once however often it is asked`() throws {
    let items = Mutex([ServingTests.first])
    let server = try LoopbackServer { _ in ServingTests.feed(items.withLock { $0 }) }
    let (desk, home) = (try TestDesk(hasRoles: true), try TemporaryFolder())
    let feed = try desk.account(.source, "feed")
    let fetch = ["fetch", "http://127.0.0.1:\(server.port)/feed"] + desk.options(feed)
    for _ in 1...2 {
      let fetched = try Program.run(fetch, home: home)
      #expect(fetched.code == 0, "\(fetched.errors)")
      #expect(try articles(desk) == 1)
    }
    items.withLock { $0 = [ServingTests.second, ServingTests.first] }
    #expect(try Program.run(fetch, home: home).code == 0)
    #expect(try articles(desk) == 2)
    // A desk that has not what came before gets it, though the feed has nothing new.
    let other = try TestDesk()
    #expect(try Program.run(["fetch", "http://127.0.0.1:\(server.port)/feed"] + other.options(), home: home).code == 0)
    #expect(try articles(other) == 2)
  }

  @Test func `who may only read a desk fetches nothing onto it`() throws {
    let server = try LoopbackServer { _ in ServingTests.feed([ServingTests.first]) }
    let desk = try TestDesk(hasRoles: true)
    let reader = try desk.account(.reader, "rea")
    let fetched = try Program.run(["fetch", "http://127.0.0.1:\(server.port)/feed"] + desk.options(reader))
    #expect(fetched.code == 77)
    #expect(fetched.errors.contains("the server refuses"), "\(fetched.errors)")
    #expect(try articles(desk) == 0)
  }

  @Test func `the gate serves a desk as an account that may only read`() throws {
    let (desk, root) = (try TestDesk(hasRoles: true), try TemporaryFolder())
    _ = try Program.run(["desk", "import", "seeds"] + desk.options())
    _ = try Program.run(["desk", "read", "--once"] + desk.options())
    let reader = try desk.account(.reader, "rea")
    try FileManager.default.createDirectory(atPath: root.path + "/.last", withIntermediateDirectories: true)
    func ask(_ words: String) throws -> Program.Outcome {
      try Program.run(
        ["gate", "--root", root.path, "--reader", "ann"] + desk.options(reader), ["SSH_ORIGINAL_COMMAND=\(words)"])
    }
    let briefing = try ask("brief --width 80")
    #expect(briefing.code == 0, "\(briefing.errors)")
    #expect(briefing.output == (try Program.run(["brief", "--width", "80"] + desk.options())).output)
    #expect(try ask("brief --since last").code == 0)
    #expect(try ask("brief --since last").text.contains("Nothing is told otherwise."))
    #expect(try ask("desk export").code == 64)
    #expect(try desk.log().count() == 19)
  }

  @Test func `the last briefing of an account is remembered at the desk, for nobody else`() throws {
    let desk = try TestDesk(hasRoles: true)
    _ = try Program.run(["desk", "import", "seeds"] + desk.options())
    _ = try Program.run(["desk", "read", "--once"] + desk.options())
    let (ann, ben) = (try desk.account(.reader, "ann"), try desk.account(.operator, "ben"))
    let brief = ["brief", "--since", "last"]
    let first = try Program.run(brief + desk.options(ann))
    #expect(first.code == 0, "\(first.errors)")
    #expect(!first.text.contains("Nothing is told otherwise."))
    // From another machine, which has nothing of the first.
    #expect(try Program.run(brief + desk.options(ann)).text.contains("Nothing is told otherwise."))
    #expect(try Program.run(brief + desk.options(ben)).output == first.output)
  }
}
