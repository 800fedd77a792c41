import Desk
import DeskServer
import Foundation
import LineExamples
import Situation
import Testing

/// Faults of the way to the server, of its disk, and of a client's clock: nothing that was confirmed is lost, and nothing
/// is there twice.
@Suite(.enabled("\(DeskServer.obstacle ?? "")") { try Requirement.isMet(DeskServer.obstacle) })
struct FaultTests {
  private func through(_ proxy: CuttingProxy, _ desk: TestDesk) throws -> DeskAddress {
    try DeskAddress("host=127.0.0.1 port=\(proxy.port) dbname=postgres user=postgres sslmode=disable#\(desk.name)")
  }

  @Test(arguments: CuttingProxy.Direction.allCases)
  fileprivate func
    `a batch whose connection is cut in the middle is there whole or not at all, and once when it is sent again`(
      _ direction: CuttingProxy.Direction
    ) throws
  {
    let desk = try TestDesk()
    var generator = SeededGenerator(seed: 7)
    var sent: [LogIdentity] = []
    for round in 1...ReadingTests.kills {
      let lines = (1...200).map { Example.line(Example.note("act \($0)", journal: round, entry: $0)) }
      // Somewhere from the greeting to the end of some 60,000 bytes that go to the server, or of what it says back.
      let most = direction == .toServer ? 70_000 : 1500
      let proxy = try CuttingProxy(
        to: desk.server.port, cutting: direction, after: Int.random(in: 1...most, using: &generator))
      do {
        try DeskLog(through(proxy, desk)).append(lines)
      } catch {
        #expect((error as? DeskError)?.isOfConnection == true, "\(error)")
      }
      let there = try desk.log().count() - sent.count
      #expect(there == 0 || there == 200)
      #expect(try desk.log().append(lines) == 200 - there)
      sent += lines.map(\.id)
    }
    #expect(try desk.records().map(\.id) == sent)
  }

  @Test func `a worker whose connection is cut in the middle of a batch loses no text and doubles none`() throws {
    let desk = try TestDesk()
    let shelf = ArticleShelf(try desk.log())
    let texts = (0..<120).map { "{\($0)} \(String(repeating: "words ", count: 40))\n" }
    for text in texts {
      let bytes = Array(text.utf8)
      try shelf.add(ReceivedArticle(digest: Example.digest(of: bytes), bytes: bytes, path: "text"))
    }
    var generator = SeededGenerator(seed: 11)
    func readAll(_ address: DeskAddress) throws {
      let queue = try ReadingQueue(DeskLog(address), reader: "by hand", worker: "cut")
      repeat {
        while try queue.work({ $0.map { .read(String(decoding: $0.bytes, as: UTF8.self)) } }) > 0 {}
      } while try queue.isUnfinished()
    }
    for _ in 1...ReadingTests.kills {
      let proxy = try CuttingProxy(
        to: desk.server.port, cutting: .toServer, after: Int.random(in: 2000...20_000, using: &generator))
      do { try readAll(through(proxy, desk)) } catch let error as DeskError {
        #expect(error.isOfConnection, "\(error.message)")
      }
    }
    try readAll(desk.address())
    #expect(try desk.records().map { String(decoding: $0.text, as: UTF8.self) }.sorted() == texts.sorted())
    #expect(try DeskSchema.status(desk.database()).setAside == [])
  }

  @Test(.enabled("\(SmallDisk.obstacle ?? "")") { try Requirement.isMet(SmallDisk.obstacle) })
  func `what a server with a full disk does not take is refused for the time being, and taken once there is room`()
    throws
  {
    let server = try DeskServer()
    let owner = (getuid() == 0 ? getpwnam("postgres")?.pointee.pw_uid : nil) ?? getuid()
    let place = server.folder + "/small"
    mkdir(place, 0o700)
    let disk = try SmallDisk(place, megabytes: 4, owner: owner)
    defer { server.stop() }
    let desk = try TestDesk(server)
    try desk.database().perform("CREATE TABLESPACE small LOCATION '\(place)'")
    try desk.database().perform("ALTER TABLE \(desk.name).event SET TABLESPACE small")
    let log = try desk.log()
    var generator = SeededGenerator(seed: 3)
    // Words that do not become shorter when they are kept.
    func line(_ number: Int) -> LogLine {
      let words = String(
        decoding: (0..<20_000).map { _ in UInt8.random(in: 0x21...0x5B, using: &generator) }, as: UTF8.self)
      return Example.line(Example.note(words, entry: number))
    }
    var (confirmed, refused): ([LogIdentity], LogLine?) = ([], nil)
    while refused == nil, confirmed.count < 1000 {
      let next = line(confirmed.count + 1)
      do throws(DeskError) {
        try log.append([next])
        confirmed.append(next.id)
      } catch {
        // A board keeps what was done and sends it again.
        #expect(error.isOfConnection, "\(error.message)")
        refused = next
      }
    }
    let next = try #require(refused)
    #expect(try desk.records().map(\.id) == confirmed)
    try disk.grow(to: 16)
    #expect(try log.append([next]) == 1)
    #expect(try desk.records().map(\.id) == confirmed + [next.id])
  }

  @Test func `an act of a client whose clock is an hour ahead is no later than it came, and one behind is as it says`()
    throws
  {
    let desk = try TestDesk()
    let now = Int64(Date.now.timeIntervalSince1970)
    let (ahead, behind) = (Instant(seconds: now + 3600), Instant(seconds: now - 3600))
    for (journal, at) in [ahead, behind].enumerated() {
      let entry = OperatorEntry(
        id: ArticleID(digest: Example.journal(journal + 1), story: 1), author: "ann", at: at, offset: .zero,
        text: "act",
        act: .note(nil))
      try desk.log().append([Example.line(entry)])
    }
    var reader = LogReader()
    let times = try desk.records().flatMap { reader.take($0).acts }.map(\.at.seconds)
    #expect(times.count == 2)
    #expect(times.first.map { $0 >= now - 60 && $0 <= now + 600 } == true)
    #expect(times.last == behind.seconds)
    #expect(abs(try desk.log().clockLead()) <= 2)
  }

  @Test func `an undo at a desk takes back one's own act and leaves the other's with the same number`() throws {
    let desk = try TestDesk(hasRoles: true)
    let (ann, ben) = (try desk.account(.operator, "ann"), try desk.account(.operator, "ben"))
    try desk.log(ann).append([Example.line(Example.note("of ann", journal: 1))])
    try desk.log(ben).append([Example.line(Example.note("of ben", journal: 2))])
    let undo = OperatorEntry(
      id: ArticleID(digest: Example.journal(1), story: 2), author: "ann", at: Instant(seconds: 1_741_838_500),
      offset: .zero, act: .undo(1))
    try desk.log(ann).append([Example.line(undo)])
    var reader = LogReader()
    var store = EventStore()
    store.append(try desk.records().flatMap { reader.take($0).acts })
    let board = Board(store, included: store.replayCount, clock: .happened)
    #expect(board.overrides.notes.map(\.text) == ["of ben"])
  }
}
