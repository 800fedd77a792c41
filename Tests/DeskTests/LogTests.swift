import Desk
import DeskServer
import Formats
import Foundation
import LineExamples
import Situation
import Synchronization
import Testing

@Suite(.enabled("\(DeskServer.obstacle ?? "")") { try Requirement.isMet(DeskServer.obstacle) })
struct LogTests {
  @Test func `what was added is read back in its order, with who added it`() throws {
    let desk = try TestDesk()
    let log = try desk.log()
    let lines = (1...3).map { Example.line(Example.note("note \($0) \"ü\\\n", entry: $0)) }
    #expect(try log.append(lines) == 3)
    let records = try desk.records()
    #expect(records.map(\.id) == lines.map(\.id))
    #expect(records.map(\.text) == lines.map { Array($0.text.utf8) })
    #expect(Set(records.map(\.author)) == ["postgres"])
    #expect(records.map(\.position) == records.map(\.position).sorted())
    #expect(try desk.records(after: records[1].position) == [records[2]])
  }

  @Test func `what is sent again is there once`() throws {
    let desk = try TestDesk()
    let log = try desk.log()
    let lines = (1...3).map { Example.line(Example.note("note", entry: $0)) }
    #expect(try log.append(Array(lines.prefix(2))) == 2)
    #expect(try log.append(lines) == 1)
    #expect(try desk.records().map(\.id) == lines.map(\.id))
  }

  @Test func `a reader by position misses nothing that eight clients add at once`() throws {
    let desk = try TestDesk()
    let address = try desk.address()
    let isOver = Atomic(false)
    let seen = Mutex<[LogIdentity]>([])
    let failures = Mutex<[String]>([])
    onThreads(9) { number in
      do {
        let log = try DeskLog(address)
        guard number < 8 else {
          var (position, isLast) = (Int64(0), false)
          while !isLast {
            isLast = isOver.load(ordering: .acquiring)
            try log.read(after: position) { record in
              position = record.position
              seen.withLock { $0.append(record.id) }
            }
          }
          return
        }
        for entry in 1...250 {
          try log.append([Example.line(Example.note("act", journal: number, entry: entry))])
        }
        if try log.count() == 2000 { isOver.store(true, ordering: .releasing) }
      } catch {
        failures.withLock { $0.append("\(error)") }
        isOver.store(true, ordering: .releasing)
      }
    }
    #expect(failures.withLock { $0 } == [])
    let expected = Set(
      (0..<8).flatMap { journal in
        (1...250).map { LogIdentity(Example.note("act", journal: journal, entry: $0)) }
      })
    #expect(seen.withLock { $0.count } == 2000)
    #expect(Set(seen.withLock { $0 }) == expected)
  }

  @Test func `who listens is woken by what another adds, and not before`() throws {
    let desk = try TestDesk()
    let (reader, writer) = (try desk.log(), try desk.log())
    try reader.listen()
    try #expect(!reader.database.hear())
    try writer.append([Example.line(Example.note("news"))])
    try reader.wait(or: -1, milliseconds: 10_000)
    var texts: [String] = []
    try reader.read(after: 0) { texts.append(String(decoding: $0.text, as: UTF8.self)) }
    #expect(texts.count == 1)
    // Nothing more came with it.
    try #expect(!reader.database.hear())
  }

  @Test func `what was added before one listens is found by position`() throws {
    let desk = try TestDesk()
    try desk.log().append([Example.line(Example.note("before"))])
    let reader = try desk.log()
    try reader.listen()
    var count = 0
    try reader.read(after: 0) { _ in count += 1 }
    #expect(count == 1)
  }

  @Test(arguments: ["UPDATE DESK.event SET line = 'x'", "DELETE FROM DESK.event", "TRUNCATE DESK.event CASCADE"])
  func `not even the owner changes or takes out an event`(_ statement: String) throws {
    let desk = try TestDesk()
    try desk.log().append([Example.line(Example.note("stays"))])
    let database = try desk.database()
    let error = #expect(throws: DeskError.self) {
      try database.perform(statement.replacing("DESK", with: desk.name))
    }
    #expect(error?.isOfRights == true)
    #expect(try desk.records().count == 1)
  }

  @Test func `a desk that is made again is as it was`() throws {
    let desk = try TestDesk()
    try desk.log().append([Example.line(Example.note("stays"))])
    let database = try desk.database()
    #expect(try DeskSchema.establish(database) == 1)
    #expect(try desk.records().count == 1)
  }

  @Test func `a desk of a newer program is refused`() throws {
    let desk = try TestDesk()
    try desk.database().perform("UPDATE \(desk.name).version SET number = 1000")
    let address = try desk.address()
    let error = #expect(throws: DeskError.self) { try DeskLog(address) }
    #expect(error?.reason == .newerSchema(1000))
    let database = try desk.database()
    #expect(throws: DeskError(desk: desk.name, reason: .newerSchema(1000))) { try DeskSchema.establish(database) }
  }

  @Test func `a desk that is not there is told from one that cannot be reached`() throws {
    let server = try DeskServer.shared()
    let error = #expect(throws: DeskError.self) { try DeskLog(server.address("nothing_here")) }
    #expect(error?.reason == .noDesk)
    let elsewhere = try DeskAddress("host=\(server.folder) port=1 dbname=postgres#desk")
    let other = #expect(throws: DeskError.self) { try DeskLog(elsewhere) }
    #expect(other?.isOfConnection == true)
    #expect(error?.isOfConnection == false)
  }

  @Test func `several desks on one server do not see one another`() throws {
    let (one, other) = (try TestDesk(), try TestDesk())
    try one.log().append([Example.line(Example.note("here"))])
    #expect(try one.records().count == 1)
    #expect(try other.records().isEmpty)
  }
}

@Suite struct DeskAddressTests {
  @Test func `the name of the desk stands after the number sign`() throws {
    #expect(try DeskAddress("postgresql://host/news#quetta").name == "quetta")
    #expect(try DeskAddress("service=desk").name == "sitboard")
    #expect(try DeskAddress("").name == "sitboard")
  }

  @Test(arguments: ["#Quetta", "#a b", "#", "#pg_desk", "#1", "#a\"b", "#" + String(repeating: "a", count: 41)])
  func `what is no name is refused`(_ text: String) {
    #expect(throws: DeskError.self) { try DeskAddress(text) }
  }

  @Test(
    .enabled("the library that reads addresses comes with the server") {
      try Requirement.isMet(DeskServer.obstacle)
    },
    arguments: ["postgresql://ann:secret@host/news", "host=there password=secret"])
  func `an address with a password is refused, and the password is not told`(_ text: String) {
    let error = #expect(throws: DeskError.self) { try DeskAddress(text) }
    #expect(error?.reason == .passwordInAddress)
    #expect(error?.message.contains("secret") == false)
  }
}

@Suite struct LogIdentityTests {
  @Test func `an entry has one identity, however often it is asked for, and no other has it`() {
    let entry = Example.note("note")
    #expect(LogIdentity(entry) == LogIdentity(entry))
    #expect(LogIdentity(entry) != LogIdentity(Example.note("note", entry: 2)))
    #expect(LogIdentity(entry) != LogIdentity(Example.note("note", journal: 2)))
  }

  @Test func `an identity is a UUID of version 7 with the time in front`() {
    // 1741838407 s are 0x1958DA8D558 ms.
    let text = LogIdentity(Example.note("note")).description
    #expect(text.hasPrefix("01958da8-"))
    #expect(Array(text)[14] == "7")
    #expect("89ab".contains(Array(text)[19]))
    #expect(LogIdentity(Array(text.utf8)) == LogIdentity(Example.note("note")))
    #expect(LogIdentity() != LogIdentity())
  }

  @Test(arguments: ["", "01958d93", String(repeating: "g", count: 32), String(repeating: "0", count: 33)])
  func `what is no identity is none`(_ text: String) {
    #expect(LogIdentity(Array(text.utf8)) == nil)
  }
}
