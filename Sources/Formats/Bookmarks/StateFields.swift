package import Situation

/// The fields of what a presenter sends of where the lead stands.
package struct StateFields: Sendable {
  package let number: Int
  package let events: Int
  package let playhead: Int
  package let clock: Clock
  package let pointer: (pane: Int, row: String)?
  package let words: String?

  package init(reading bytes: [UInt8]) throws(FormatError) {
    let reader = try FieldReader(parsing: bytes, called: "state", limits: JSONLimits(depth: 3, bytes: 64 * 1024))
    number = try reader.integer("number")
    events = try reader.integer("events")
    playhead = try reader.integer("playhead")
    clock = try reader.word("clock", Clock.self)
    words = try reader.optionalString("words")
    if let given = try reader.optionalObject("pointer") {
      pointer = (try given.integer("pane"), try given.string("row"))
    } else {
      pointer = nil
    }
  }
}

/// What either side of a led briefing says first.
package struct HelloFields: Sendable {
  package let version: Int
  /// Of the presenter; `nil` from a follower.
  package let name: String?
  /// Drawn at random by a presenter when it starts; `nil` from a follower.
  package let session: String?

  package init(version: Int, name: String? = nil, session: String? = nil) {
    self.version = version
    self.name = name
    self.session = session
  }

  package init(reading bytes: [UInt8]) throws(FormatError) {
    let reader = try FieldReader(parsing: bytes, called: "hello", limits: JSONLimits(depth: 2, bytes: 4096))
    guard try reader.string("sitboard") == "led" else { throw FormatError("not of a led briefing") }
    version = try reader.integer("version")
    name = try reader.optionalString("name")
    session = try reader.optionalString("session")
  }

  package var bytes: [UInt8] {
    JSONWriter.bytes(
      .object([
        .init("sitboard", .string("led")), .init("version", .integer(version)), .init("name", JSONValue(name)),
        .init("session", JSONValue(session)),
      ]))
  }
}

extension FieldReader {
  init(parsing bytes: [UInt8], called name: String, limits: JSONLimits) throws(FormatError) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONParser.parse(bytes, limits: limits)
    } catch {
      throw FormatError("\(error.reason) at byte \(error.offset)")
    }
    try self.init(value, called: name)
  }
}
