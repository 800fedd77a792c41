import Desk
import DeskServer
import Formats
import Foundation
import LineExamples
import Situation
import Testing

/// The rights of each role, and that the server enforces them.
@Suite(.enabled("\(DeskServer.obstacle ?? "")") { try Requirement.isMet(DeskServer.obstacle) })
struct RightsTests {
  private func refuses(_ desk: TestDesk, _ user: String, _ statement: String) throws -> Bool {
    let database = try desk.database(user)
    do {
      try database.perform(statement.replacing("DESK", with: "\"\(desk.name)\""))
      return false
    } catch {
      return error.isOfRights
    }
  }

  @Test func `a reader sees every event and adds none`() throws {
    let desk = try TestDesk(hasRoles: true)
    try desk.log().append([Example.line(Example.note("seen"))])
    let reader = try desk.account(.reader, "rea")
    var count = 0
    let log = try desk.log(reader)
    try log.read(after: 0) { _ in count += 1 }
    #expect(count == 1)
    let error = #expect(throws: DeskError.self) { try log.append([Example.line(Example.note("no", entry: 2))]) }
    #expect(error?.isOfRights == true)
  }

  @Test func `an operator adds acts, in the name by which the server knows them`() throws {
    let desk = try TestDesk(hasRoles: true)
    let ann = try desk.account(.operator, "ann")
    try desk.log(ann).append([Example.line(Example.note("act", author: "somebody else"))])
    let record = try #require(try desk.records().first)
    #expect(record.author == ann)
    var reader = LogReader()
    #expect(reader.take(record).acts.map(\.author) == [ann])
  }

  @Test(arguments: [
    "INSERT INTO DESK.event (id, kind, line, author) VALUES (gen_random_uuid(), 'act', 'x', 'ben')",
    "INSERT INTO DESK.event (id, kind, line, position) VALUES (gen_random_uuid(), 'act', 'x', 1)",
    "INSERT INTO DESK.event (id, kind, line, at) VALUES (gen_random_uuid(), 'act', 'x', '2001-01-01')",
    "INSERT INTO DESK.event (id, kind, line, digest, generation) VALUES (gen_random_uuid(), 'article', 'x', 'y', 1)",
    "INSERT INTO DESK.event (id, kind, line) VALUES (gen_random_uuid(), 'source', 'x')",
    "INSERT INTO DESK.article (digest, bytes, path) VALUES (encode(sha256('x'), 'hex'), 'x', 'x')",
    "UPDATE DESK.event SET line = 'x'", "DELETE FROM DESK.event", "TRUNCATE DESK.event",
    "DELETE FROM DESK.article", "UPDATE DESK.reading SET state = 'read'", "UPDATE DESK.version SET number = 9",
    "ALTER TABLE DESK.event DISABLE TRIGGER ALL", "DROP SCHEMA DESK CASCADE",
    "INSERT INTO DESK.reader (name) VALUES ('mine')",
  ])
  func `an operator who means harm is refused`(_ statement: String) throws {
    let desk = try TestDesk(hasRoles: true)
    try desk.log().append([Example.line(Example.note("stays", journal: 9))])
    let ann = try desk.account(.operator, "ann")
    #expect(try refuses(desk, ann, statement))
    #expect(try desk.records().count == 1)
  }

  @Test func `a source adds articles and what was read of them, and no acts`() throws {
    let desk = try TestDesk(hasRoles: true)
    let feed = try desk.account(.source, "feed")
    let log = try desk.log(feed)
    #expect(try ArticleShelf(log).add(ReceivedArticle(digest: sha256OfHello, bytes: Array("hello".utf8), path: "a")))
    let error = #expect(throws: DeskError.self) { try log.append([Example.line(Example.note("no"))]) }
    #expect(error?.isOfRights == true)
  }

  @Test func `bytes that do not have their digest are refused`() throws {
    let desk = try TestDesk()
    let shelf = ArticleShelf(try desk.log())
    #expect(throws: DeskError.self) {
      try shelf.add(ReceivedArticle(digest: sha256OfHello, bytes: Array("other".utf8), path: "a"))
    }
  }

  @Test func `an admin adds in the names of others`() throws {
    let desk = try TestDesk(hasRoles: true)
    let admin = try desk.account(.admin, "adm")
    var line = Example.line(Example.note("of old"))
    line.author = "ben"
    try desk.log(admin).append([line])
    #expect(try desk.records().map(\.author) == ["ben"])
  }

  @Test func `who has no role of a desk does not see that it is there`() throws {
    let (desk, other) = (try TestDesk(hasRoles: true), try TestDesk(hasRoles: true))
    let ann = try desk.account(.operator, "ann")
    let address = try other.address(ann)
    let error = #expect(throws: DeskError.self) { try DeskLog(address) }
    #expect(error?.reason == .noDesk)
  }

  private let sha256OfHello = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
}
