import Desk
import DeskServer
import LineExamples
import Testing

/// Who looks at a desk.
@Suite(.enabled("\(DeskServer.obstacle ?? "")") { try Requirement.isMet(DeskServer.obstacle) })
struct PresenceTests {
  @Test func `who looks sees the others and as of which instant they are, until they leave or are lost`() throws {
    let desk = try TestDesk(hasRoles: true)
    let (ann, ben) = (try desk.account(.reader, "ann"), try desk.account(.operator, "ben"))
    let log = try desk.log(ann)
    let own = try Presence(log)
    try own.look(at: nil)
    #expect(try own.others() == [])
    var lost: DeskLog? = try desk.log(ben)
    try #require(lost.map { try Presence($0) }).look(at: "12 Mar 10:00")
    let leaving = try Presence(desk.log(ben))
    try leaving.look(at: nil)
    // Woken by who came.
    try log.wait(or: -1, milliseconds: 10_000)
    #expect(try own.others().map(\.name) == [ben, ben])
    #expect(Set(try own.others().map(\.instant)) == ["12 Mar 10:00", nil])
    try leaving.look(at: "11 Mar 09:00")
    #expect(Set(try own.others().map(\.instant)) == ["12 Mar 10:00", "11 Mar 09:00"])
    try leaving.leave()
    #expect(try own.others().map(\.name) == [ben])
    #expect(try own.others().map(\.instant) == ["12 Mar 10:00"])
    // A board that is lost says nothing; the server knows that its connection is gone.
    lost = nil
    try DeskServer.until("the lost board is gone") { try own.others().isEmpty }
  }

  @Test func `nobody says of another that they look`() throws {
    let desk = try TestDesk(hasRoles: true)
    let (ann, eve) = (try desk.account(.reader, "ann"), try desk.account(.reader, "eve"))
    try Presence(desk.log(ann)).look(at: nil)
    for statement in [
      "INSERT INTO \(desk.name).presence (reader, board) VALUES ('\(ann)', gen_random_uuid())",
      "UPDATE \(desk.name).presence SET reader = '\(ann)'",
    ] {
      let database = try desk.database(eve)
      let error = #expect(throws: DeskError.self) { try database.perform(statement) }
      #expect(error?.isOfRights == true)
    }
    // What is not one's own is not there to be taken out.
    try desk.database(eve).perform("DELETE FROM \(desk.name).presence")
    #expect(try desk.database().first("SELECT count(*) FROM \(desk.name).presence") == "1")
  }
}
