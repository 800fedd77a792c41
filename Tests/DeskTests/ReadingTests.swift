import Desk
import DeskServer
import Foundation
import LineExamples
import Synchronization
import Testing

/// Workers that share the reading of a desk.
@Suite(.enabled("\(DeskServer.obstacle ?? "")") { try Requirement.isMet(DeskServer.obstacle) })
struct ReadingTests {
  /// How often workers are killed; more often in the soak.
  static let kills = ProcessInfo.processInfo.environment["SITBOARD_DESK_KILLS"].flatMap { Int($0) } ?? 10

  /// Adds so many texts.
  private func fill(_ desk: TestDesk, _ count: Int, _ text: (Int) -> String = { "{\($0)}\n" }) throws {
    let shelf = ArticleShelf(try desk.log())
    for number in 0..<count {
      let bytes = Array(text(number).utf8)
      let digest = Example.digest(of: bytes)
      try shelf.add(ReceivedArticle(digest: digest, bytes: bytes, path: "text \(number)"))
    }
  }

  private func queue(_ desk: TestDesk, reader: String = "by hand") throws -> ReadingQueue {
    try ReadingQueue(desk.log(), reader: reader, worker: "test")
  }

  private func readAll(_ queue: ReadingQueue) throws -> Int {
    var count = 0
    while true {
      let read = try queue.work { articles in
        articles.map { .read(String(decoding: $0.bytes, as: UTF8.self)) }
      }
      if read == 0 { return count }
      count += read
    }
  }

  private func texts(_ desk: TestDesk) throws -> [String] {
    try desk.records().map { String(decoding: $0.text, as: UTF8.self) }
  }

  @Test func `every text is read once, also one that comes later`() throws {
    let desk = try TestDesk()
    try fill(desk, 40)
    let queue = try queue(desk)
    #expect(try readAll(queue) == 40)
    try fill(desk, 41)
    #expect(try readAll(queue) == 1)
    #expect(try texts(desk) == (0...40).map { "{\($0)}\n" })
  }

  @Test func `four workers at once read every text once`() throws {
    let desk = try TestDesk()
    try fill(desk, 200)
    let failures = Mutex<[String]>([])
    onThreads(4) { _ in
      do {
        let queue = try self.queue(desk)
        repeat { _ = try self.readAll(queue) } while try queue.isUnfinished()
      } catch {
        failures.withLock { $0.append("\(error)") }
      }
    }
    #expect(failures.withLock { $0 } == [])
    #expect(try texts(desk).sorted() == (0..<200).map { "{\($0)}\n" }.sorted())
  }

  @Test func `a reader that reads otherwise reads everything again, and an older one is refused`() throws {
    let desk = try TestDesk()
    try fill(desk, 3)
    let old = try queue(desk, reader: "old")
    #expect(try readAll(old) == 3)
    let new = try queue(desk, reader: "new")
    #expect(new.generation > old.generation)
    #expect(try readAll(new) == 3)
    #expect(try desk.records().map { $0.reading?.generation } == [1, 1, 1, 2, 2, 2])
    #expect(throws: DeskError(desk: desk.name, reason: .newerReader)) { try queue(desk, reader: "old") }
  }

  @Test func `a text that holds no article is set aside with the reason`() throws {
    let desk = try TestDesk()
    try fill(desk, 1)
    let queue = try queue(desk)
    #expect(try queue.work { $0.map { _ in .unreadable("it is a picture") } } == 1)
    let status = try DeskSchema.status(desk.database())
    #expect(status.setAside.map(\.path) == ["text 0"])
    #expect(status.setAside.map(\.trouble) == ["it is a picture"])
    #expect(status.waiting == 0)
  }

  @Test func `a worker is woken by a text that comes`() throws {
    let desk = try TestDesk()
    let queue = try queue(desk)
    try queue.listen()
    try fill(desk, 1)
    try queue.wait()
    #expect(try readAll(queue) == 1)
  }

  @Test func `what a worker had not ended when the server lost it is read by another`() throws {
    let desk = try TestDesk()
    try fill(desk, 5)
    let address = try desk.address()
    let first = try ReadingQueue(DeskLog(address), reader: "by hand", worker: "first")
    #expect(throws: DeskError.self) {
      try first.work { articles in
        // The server drops the connection while the worker reads.
        try? desk.database().perform(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%\(desk.name)%' AND pid <> pg_backend_pid()"
        )
        return articles.map { .read(String(decoding: $0.bytes, as: UTF8.self)) }
      }
    }
    let second = try queue(desk)
    try DeskServer.until("the second worker has read all") {
      _ = try readAll(second)
      return try !second.isUnfinished()
    }
    #expect(try texts(desk).sorted() == (0..<5).map { "{\($0)}\n" })
  }

  @Test func `workers that are killed lose no text and double none`() throws {
    let desk = try TestDesk()
    let count = 40 * ReadingTests.kills
    try fill(desk, count)
    var kills = 0
    var generator = SeededGenerator(seed: 19)
    while kills < ReadingTests.kills {
      let before = try desk.log().count()
      let pid = try worker(desk)
      // Killed somewhere in a batch: when it has read some more, and a moment of no fixed length later.
      try DeskServer.until("a worker reads") { try desk.log().count() > before || waitpid(pid, nil, WNOHANG) == pid }
      usleep(UInt32.random(in: 0..<3000, using: &generator))
      kill(pid, SIGKILL)
      waitpid(pid, nil, 0)
      kills += 1
    }
    let last = try queue(desk)
    try DeskServer.until("everything is read", seconds: 60) {
      _ = try readAll(last)
      return try !last.isUnfinished()
    }
    let read = try texts(desk)
    #expect(read.count == count)
    #expect(Set(read).count == count)
    #expect(try DeskSchema.status(desk.database()).setAside == [])
  }

  @Test func `a text that ends its worker three times is set aside, and the others are read`() throws {
    let desk = try TestDesk()
    try fill(desk, 8) { $0 == 3 ? "poison" : "{\($0)}\n" }
    var ends: [Int32] = []
    while try DeskSchema.status(desk.database()).setAside.isEmpty, ends.count < 6 {
      ends.append(try DeskServer.ended(try worker(desk), seconds: 20))
    }
    // Killed with the whole batch, then twice alone; the fourth sets it aside and ends by itself.
    #expect(ends == [137, 137, 137, 0])
    let status = try DeskSchema.status(desk.database())
    #expect(status.setAside.map(\.path) == ["text 3"])
    #expect(status.waiting == 0)
    #expect(try texts(desk).sorted() == (0..<8).filter { $0 != 3 }.map { "{\($0)}\n" })
  }

  private func worker(_ desk: TestDesk) throws -> pid_t {
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "DeskWorker").path
    let null = open("/dev/null", O_RDONLY | O_CLOEXEC)
    defer { close(null) }
    return try DeskServer.spawn(
      [program, desk.server.connection() + "#" + desk.name], ["PATH=/usr/bin:/bin"], input: null,
      output: desk.server.folder + "/worker-log")
  }
}
