/// One figure that a speaker gave, with every claim that repeats it.
///
/// Boards hold thousands: it is a handful of numbers, and its words are looked up when they are asked for.
package struct Rung: Sendable {
  /// The ladder that it stands on; `nil` for a mention of a group that has no ladder.
  package let ladder: FigureKey?
  /// The first claim that gave it, in replay order.
  package let first: EventID
  /// By when its speaker last gave it; `nil` where no time is known.
  package let reported: Instant?
  /// True if its speaker still stands by it: no other figure came from the same speaker later, and no claim named it
  /// superseded.
  package let isLive: Bool
  /// True if it is past its stale time as of the board's instant.
  package let isOld: Bool
  /// True if the operator pinned it.
  package let isPinned: Bool
  private let numbers: Numbers
  private let tables: RungTables
  private var claims: Claims

  /// Of its figure, its speaker (`StoredEvent.none` where nobody is named) and its outlet.
  struct Numbers: Sendable {
    var figure: UInt32
    var speaker: UInt32
    var outlet: UInt32
  }

  /// Where the claims that give it are found.
  enum Claims: Sendable {
    case listed([EventID])
    /// Those marked with its number among the claims for the figure that are in, of which its first is at a place.
    case marked([ReplayKey], from: Int, entered: Int, number: UInt32)
  }

  init(
    ladder: FigureKey? = nil, _ numbers: Numbers, in tables: RungTables, first: EventID, reported: Instant? = nil,
    isLive: Bool = true, isOld: Bool = false, isPinned: Bool = false, claims: Claims
  ) {
    self.ladder = ladder
    self.numbers = numbers
    self.tables = tables
    self.first = first
    self.reported = reported
    self.isLive = isLive
    self.isOld = isOld
    self.isPinned = isPinned
    self.claims = claims
  }

  package var figure: Figure { tables.figures[numbers.figure] }

  /// Who gave it first; `nil` where nobody is named.
  package var speaker: Speaker? { speakerName?.speaker }

  /// What they are called among all who speak.
  package var speakerName: SpeakerName? {
    numbers.speaker == StoredEvent.none ? nil : tables.names[Int(numbers.speaker)]
  }

  /// The outlet that gave it first, which stands for the speaker where nobody is named.
  package var outlet: String { tables.outlets[Int(numbers.outlet)] }

  package var side: Speaker.Side { tables.identities.side(of: numbers.speaker) }

  /// Its number on its ladder; `nil` for one that stands on none.
  var number: UInt32? { if case .marked(_, _, _, let number) = claims { number } else { nil } }

  var bounds: FigureTable.Bounds { tables.figures.bounds[Int(numbers.figure)] }

  /// Every claim that gives it or repeats it, in replay order: looked for among the claims for the figure from its first on.
  package var events: [EventID] {
    switch claims {
    case .listed(let events): events
    case .marked(let marks, let first, let entered, let number):
      marks[..<entered][first...].lazy.filter { $0.rung == number }.map { EventID(Int($0.event)) }
    }
  }

  /// Takes up another claim of the same kind.
  mutating func add(_ event: EventID) {
    if !events.contains(event) { claims = .listed(events + [event]) }
  }

  /// Returns true if it was said in one breath with another: by the same speaker at the same time, and where no time is known,
  /// to the same outlet.
  func isSaidWith(_ other: Rung) -> Bool {
    guard reported == other.reported, reported != nil || outlet == other.outlet else { return false }
    return isSaid(by: other)
  }

  /// Returns true if the same speaker gives both; where nobody is named, the same outlet.
  package func isSaid(by other: Rung) -> Bool {
    if tables === other.tables {
      // Numbers tell as much as the words, and sooner.
      guard numbers.speaker != StoredEvent.none, other.numbers.speaker != StoredEvent.none else {
        return numbers.speaker == other.numbers.speaker && numbers.outlet == other.numbers.outlet
      }
      return numbers.speaker == other.numbers.speaker
        || tables.identities[Int(numbers.speaker)].isSame(as: tables.identities[Int(other.numbers.speaker)])
    }
    guard let speaker, let rival = other.speaker else {
      return self.speaker == nil && other.speaker == nil && outlet == other.outlet
    }
    return speaker.isSame(as: rival)
  }
}

extension Rung: Hashable {
  package static func == (a: Rung, b: Rung) -> Bool {
    a.ladder == b.ladder && a.first == b.first && a.figure == b.figure && a.speaker == b.speaker && a.outlet == b.outlet
      && a.reported == b.reported && a.isLive == b.isLive && a.isOld == b.isOld && a.isPinned == b.isPinned
      && a.events == b.events
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
