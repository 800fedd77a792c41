/// One figure that a speaker gave, with every claim that repeats it.
package struct Rung: Hashable, Sendable {
  package var figure: Figure
  /// Who gave it first; `nil` where nobody is named.
  package var speaker: Speaker?
  /// The outlet that gave it first, which stands for the speaker where nobody is named.
  package var outlet: String
  /// The first claim that gave it, in replay order.
  package var first: EventID
  /// Whether its speaker still stands by it: no other figure came from the same speaker later, and no claim named it
  /// superseded.
  package var isLive: Bool
  /// Whether the operator pinned it.
  package var isPinned: Bool
  private let number: UInt32
  /// The claims for the figure that are in.
  private let marks: [Mark]
  private let entered: Int

  init(
    figure: Figure, speaker: Speaker?, outlet: String, first: EventID, isLive: Bool, isPinned: Bool, number: UInt32,
    marks: [Mark], entered: Int
  ) {
    self.figure = figure
    self.speaker = speaker
    self.outlet = outlet
    self.first = first
    self.isLive = isLive
    self.isPinned = isPinned
    self.number = number
    self.marks = marks
    self.entered = entered
  }

  package var side: Speaker.Side { speaker?.side ?? .unknown }

  /// Every claim that gives it or repeats it, in replay order: looked for among all claims for the figure.
  package var events: [EventID] {
    marks[..<entered].lazy.filter { $0.rung == number }.map { EventID(Int($0.event)) }
  }

  /// The last claim that gives it or repeats it.
  package var latest: EventID {
    marks[..<entered].last { $0.rung == number }.map { EventID(Int($0.event)) } ?? first
  }

  package static func == (a: Rung, b: Rung) -> Bool {
    a.figure == b.figure && a.speaker == b.speaker && a.outlet == b.outlet && a.first == b.first
      && a.isLive == b.isLive && a.isPinned == b.isPinned && a.events == b.events
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(figure)
    hasher.combine(first)
    hasher.combine(isLive)
  }
}

extension Rung: CustomReflectable {
  package var customMirror: Mirror {
    let children: KeyValuePairs<String, Any> = [
      "figure": figure, "speaker": speaker as Any, "outlet": outlet, "isLive": isLive, "isPinned": isPinned,
      "events": events,
    ]
    return Mirror(self, children: children)
  }
}
