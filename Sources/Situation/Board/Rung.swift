/// One figure that a speaker gave, with every claim that repeats it.
package struct Rung: Sendable {
  /// The ladder that it stands on; `nil` for a mention of a group that has no ladder.
  package var ladder: FigureKey?
  package var figure: Figure
  /// Who gave it first; `nil` where nobody is named.
  package var speaker: Speaker?
  /// The outlet that gave it first, which stands for the speaker where nobody is named.
  package var outlet: String
  /// The first claim that gave it, in replay order.
  package var first: EventID
  /// By when its speaker last gave it; `nil` where no time is known.
  package var reported: Instant?
  /// Whether its speaker still stands by it: no other figure came from the same speaker later, and no claim named it
  /// superseded.
  package var isLive = true
  /// Whether it is past its stale time as of the board's instant.
  package var isOld = false
  /// Whether the operator pinned it.
  package var isPinned = false
  var claims: Claims

  /// Where the claims that give it are found.
  enum Claims: Sendable {
    case listed([EventID])
    /// Those marked with its number among the claims for the figure that are in.
    case marked([Mark], entered: Int, number: UInt32)
  }

  init(
    ladder: FigureKey?, figure: Figure, speaker: Speaker?, outlet: String, first: EventID, reported: Instant? = nil,
    isLive: Bool = true, isOld: Bool = false, isPinned: Bool = false, claims: Claims
  ) {
    self.ladder = ladder
    self.figure = figure
    self.speaker = speaker
    self.outlet = outlet
    self.first = first
    self.reported = reported
    self.isLive = isLive
    self.isOld = isOld
    self.isPinned = isPinned
    self.claims = claims
  }

  /// A figure with its claims, on no ladder.
  init(figure: Figure, speaker: Speaker?, outlet: String, events: [EventID], first: EventID) {
    self.init(
      ladder: nil, figure: figure, speaker: speaker, outlet: outlet, first: first, claims: .listed(events))
  }

  package var side: Speaker.Side { speaker?.side ?? .unknown }

  /// Every claim that gives it or repeats it, in replay order: looked for among all claims for the figure.
  package var events: [EventID] {
    switch claims {
    case .listed(let events): events
    case .marked(let marks, let entered, let number):
      marks[..<entered].lazy.filter { $0.rung == number }.map { EventID(Int($0.event)) }
    }
  }

  /// Whether it was said in one breath with another: by the same speaker at the same time, and where no time is known,
  /// to the same outlet.
  func isSaidWith(_ other: Rung) -> Bool {
    guard reported == other.reported, reported != nil || outlet == other.outlet else { return false }
    guard let speaker, let rival = other.speaker else {
      return self.speaker == nil && other.speaker == nil && outlet == other.outlet
    }
    return speaker.isSame(as: rival)
  }
}

extension Rung: Hashable {
  package static func == (a: Rung, b: Rung) -> Bool {
    a.ladder == b.ladder && a.figure == b.figure && a.speaker == b.speaker && a.outlet == b.outlet
      && a.first == b.first && a.reported == b.reported && a.isLive == b.isLive && a.isOld == b.isOld
      && a.isPinned == b.isPinned && a.events == b.events
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
      "figure": figure, "speaker": speaker as Any, "outlet": outlet, "reported": reported as Any, "isLive": isLive,
      "isOld": isOld, "isPinned": isPinned, "events": events,
    ]
    return Mirror(self, children: children)
  }
}
