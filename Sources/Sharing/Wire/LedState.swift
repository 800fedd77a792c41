import Formats
package import Situation

/// Where the lead stands. It travels whole: whoever misses some loses nothing with the next.
package struct LedState: Hashable, Sendable {
  /// A row of a pane that the presenter points at.
  package struct Pointer: Hashable, Sendable {
    /// The pane's number, as on the keyboard.
    package var pane: Int
    /// What the row is about, as the pane names it.
    package var row: String

    package init(pane: Int, row: String) {
      self.pane = pane
      self.row = row
    }
  }

  /// Rises with every state; a follower tells it back when it shows it.
  package var number: Int
  /// How many events of the store there were; the state is of a store with as many.
  package var events: Int
  /// How many events of the replay order are in.
  package var playhead: Int
  package var clock: Clock
  package var pointer: Pointer?
  /// A line of text for every screen.
  package var words: String?

  package init(
    number: Int = 0, events: Int, playhead: Int, clock: Clock, pointer: Pointer? = nil, words: String? = nil
  ) {
    self.number = number
    self.events = events
    self.playhead = playhead
    self.clock = clock
    self.pointer = pointer
    self.words = words
  }
}

extension LedState {
  /// Longer ones are cut when they are sent, and refused when they come.
  package static let longestWords = 500
  private static let longestRow = 2000

  package var bytes: [UInt8] {
    JSONWriter.bytes(
      .object([
        .init("number", .integer(number)), .init("events", .integer(events)), .init("playhead", .integer(playhead)),
        .init("clock", .string(clock.rawValue)),
        .init(
          "pointer",
          pointer.map {
            .object([.init("pane", .integer($0.pane)), .init("row", .string(String($0.row.prefix(400))))])
          } ?? .null),
        .init("words", JSONValue(words.map { String($0.prefix(LedState.longestWords)) })),
      ]))
  }

  /// Reads a state as strictly as a stranger's: every number within its bounds, every text within its length.
  package init(reading bytes: [UInt8]) throws(WireError) {
    do throws(FormatError) {
      let fields = try StateFields(reading: bytes)
      self.init(
        number: fields.number, events: fields.events, playhead: fields.playhead, clock: fields.clock,
        pointer: fields.pointer.map { Pointer(pane: $0.pane, row: $0.row) }, words: fields.words)
    } catch {
      throw WireError("a state that cannot be read: \(error.reason)")
    }
    guard number >= 0, events >= 0, (0...events).contains(playhead) else { throw WireError("a state out of bounds") }
    guard (words?.count ?? 0) <= LedState.longestWords, (pointer?.row.utf8.count ?? 0) <= LedState.longestRow,
      (0...9).contains(pointer?.pane ?? 0)
    else { throw WireError("a state out of bounds") }
  }
}
