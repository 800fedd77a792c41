/// One line of a pane: what it is about, the value as of the playhead, and every claim behind it.
package struct BoardRow: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case figure(Figure)
    /// A state or an action in the field's plain words: "immobilised", "on the way".
    case words(String)
    /// Mentioned or expected, and nobody reports it.
    case unknown
  }

  package var label: String
  package var value: Value
  /// The claim that the value is taken from; `nil` only for a row that no claim speaks of.
  package var newest: EventID?
  /// Every claim behind the row, newest first, but for the one that the value is taken from, which is at the front.
  package var events: Evidence
  /// Every live figure lies in it; `nil` where fewer than two differ.
  package var range: Interval?
  /// Numbers of the conflicts that the row is part of, as on the screen: the first conflict is 1.
  package var conflicts: [Int] = []
  /// Whether the row tells of a part of the row above it.
  package var isPart = false

  package init(
    label: String, value: Value, newest: EventID? = nil, events: Evidence = Evidence(), range: Interval? = nil,
    isPart: Bool = false
  ) {
    self.label = label
    self.value = value
    self.newest = newest
    self.events = events
    self.range = range
    self.isPart = isPart
  }
}
