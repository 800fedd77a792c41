/// The topics as of a cut, seen through the operator's hand: what the board reads. A class, so that handing it on copies
/// nothing.
final class BoardTopics: Sendable {
  let clock: Clock
  let cut: ReplayCut
  let table: EventTable
  let rungTables: RungTables
  private let topics: TopicsInCut
  /// The parts and the breakdowns of each figure, by the number of its key.
  private let parts: [[ActiveTopic]]
  private let breakdowns: [[ActiveTopic]]
  /// The claims that the operator corrected or amended.
  private let taken: [UInt32: TakenClaim]
  /// Claims that the operator retracted or took back, and what has not come yet.
  let leftOut: Set<EventID>

  /// - Parameter others: What is left out beside what the operator retracted, such as claims of their own that were taken
  ///   back.
  init(_ store: EventStore, _ cut: ReplayCut, _ overrides: OperatorOverrides, leavingOut others: [EventID]) {
    let (clock, table) = (cut.clock, store.table)
    let leftOut = Set(overrides.retracted.keys).union(others)
    var index = store.index
    var figures = table.figures
    var taken: [UInt32: TakenClaim] = [:]
    let changed = overrides.changed
    if !leftOut.isEmpty || !changed.isEmpty {
      for id in changed where !leftOut.contains(id) {
        let claim = overrides.claim(of: id, in: store)
        let figure = claim.count.map { figures.intern($0.figure) } ?? StoredEvent.none
        taken[UInt32(id.sequence)] = TakenClaim(content: claim.content, figure: figure, standing: claim.standing)
      }
      index.remove(leftOut.map { UInt32($0.sequence) }, on: clock, table)
      index.replace(taken, on: clock, table)
      index.settle(on: clock, SettleContext(table, figures))
    }
    let topics = TopicsInCut(cut, index, table)
    self.clock = clock
    self.cut = cut
    self.table = table
    self.leftOut = leftOut
    self.taken = taken
    self.topics = topics
    parts = index.partsOfFigure.map { topics.sorted($0) }
    breakdowns = index.breakdownsOfFigure.map { topics.sorted($0) }
    rungTables = RungTables(
      figures: figures, names: table.names, identities: table.identities, outlets: table.outlets.values)
  }

  func content(_ event: EventID) -> Claim.Content {
    let event = UInt32(event.sequence)
    return taken.isEmpty ? table.content(event) : taken[event]?.content ?? table.content(event)
  }

  // MARK: Topics

  func activeTopic(_ topic: Topic) -> ActiveTopic? { topics.activeTopic(topic) }

  func hasBegun(_ topic: Topic) -> Bool { topics.hasBegun(topic) }

  /// Those that are neither figures nor parts of them, in the order in which each was first spoken of.
  var others: [ActiveTopic] { topics.sorted(topics.index.others) }

  /// Groups of people under a verb, in the order in which each was first spoken of.
  var verbs: [ActiveTopic] { topics.sorted(topics.index.verbs) }

  /// In the order in which each was first spoken of.
  func parts(of key: FigureKey) -> [ActiveTopic] { parts[key.number] }

  /// In the order in which each was first spoken of.
  func breakdowns(of key: FigureKey) -> [ActiveTopic] { breakdowns[key.number] }

  /// Claims of which the reader is not sure and at which nobody has looked, the newest first.
  var unsure: [EventID] {
    guard let unsure = activeTopic(.unsure) else { return [] }
    return unsure.marks[..<unsure.count].reversed().map { EventID(Int($0.event)) }
  }

  func mark(of event: EventID) -> ReplayKey { table.mark(UInt32(event.sequence), on: clock) }

  /// Where in its article a claim stands.
  func start(of event: EventID) -> Int { Int(table.rows[event.sequence].spanStart) }

  func precedes(_ a: ReplayKey, _ b: ReplayKey) -> Bool { Series.precedes(a, b, clock, table) }

  // MARK: Figures

  /// Returns true if somebody gives a total.
  func hasFigure(_ key: FigureKey) -> Bool { topics.timeline(of: key).series.first(in: cut, table) != nil }

  func ladder(_ key: FigureKey, asOf: Instant?) -> Ladder? {
    let (parts, breakdowns) = (parts(of: key), breakdowns(of: key))
    let mentions = activeTopic(.mention(key))
    let unnamed = activeTopic(.unnamedPart(key))
    guard hasFigure(key) || mentions != nil || unnamed != nil || !parts.isEmpty || !breakdowns.isEmpty else {
      return nil
    }
    var (told, undisclosed) = (Evidence(), Evidence())
    mentions.map { undisclosed.append($0) }
    for part in parts { part.isKnown ? told.append(part) : undisclosed.append(part) }
    for breakdown in breakdowns { told.append(breakdown) }
    unnamed.map { told.append($0) }
    return Ladder(
      key, topics.timeline(of: key), in: cut, table, rungTables, parts: told, undisclosed: undisclosed, asOf: asOf)
  }

  /// The figure of a count as the board takes it; `nil` for what counts nobody.
  func figure(of event: EventID) -> Figure? {
    let number = figureNumber(UInt32(event.sequence))
    return number == StoredEvent.none ? nil : rungTables.figures[number]
  }

  /// Who says what an event says; `nil` where nobody is named.
  func speaker(of event: EventID) -> Speaker? { table.speaker(UInt32(event.sequence)) }

  private func figureNumber(_ event: UInt32) -> UInt32 {
    taken.isEmpty ? table.figure(event) : taken[event]?.figure ?? table.figure(event)
  }

  /// The place of an event among the claims of a figure, where it is one of them.
  func place(of event: EventID, in key: FigureKey) -> Int {
    topics.timeline(of: key).series.place(of: mark(of: event), on: clock, table)
  }

  /// A claim for a group of people that has no ladder.
  func mention(_ event: EventID) -> Rung {
    let number = UInt32(event.sequence)
    let row = table.rows[Int(number)]
    return Rung(
      Rung.Numbers(
        figure: figureNumber(number), speaker: row.speaker,
        outlet: table.sources[Int(row.source)].outlet),
      in: rungTables, first: event, claims: .listed([event]))
  }
}

/// A claim as the operator has it taken.
struct TakenClaim: Sendable {
  var content: Claim.Content
  /// The number of its figure; `StoredEvent.none` for what counts nobody.
  var figure: UInt32
  var standing: Claim.Standing

  var isTotal: Bool { if case .count(let count) = content { count.scope == .total } else { false } }
}

/// A topic of which at least one claim is in.
struct ActiveTopic: Sendable {
  var topic: Topic
  var first: ReplayKey
  var newest: EventID
  var marks: [ReplayKey]
  var count: Int

  /// True if its claims give a value.
  var isKnown: Bool {
    switch topic {
    case .part(_, _, let isKnown), .crew(_, let isKnown), .onCoach(_, _, let isKnown): isKnown
    case .mention: false
    default: true
    }
  }

  var evidence: Evidence {
    var evidence = Evidence()
    evidence.append(self)
    return evidence
  }
}

/// The topics of an index of which a claim is in as of a cut.
private struct TopicsInCut: Sendable {
  let cut: ReplayCut
  let index: TopicIndex
  let table: EventTable
  private let topics: TopicIndex.ClockIndex

  init(_ cut: ReplayCut, _ index: TopicIndex, _ table: EventTable) {
    self.cut = cut
    self.index = index
    self.table = table
    topics = index[cut.clock]
  }

  func timeline(of key: FigureKey) -> FigureTimeline { topics.timelines[key.number] }

  func activeTopic(_ topic: Topic) -> ActiveTopic? {
    guard let number = index.number(of: topic), let first = first(of: number) else { return nil }
    return activeTopic(number, first)
  }

  func hasBegun(_ topic: Topic) -> Bool { index.number(of: topic).map { first(of: $0) != nil } ?? false }

  /// In the order in which each was first spoken of.
  func sorted(_ numbers: [Int]) -> [ActiveTopic] {
    guard !numbers.isEmpty else { return [] }
    var topics: [(number: Int, first: ReplayKey)] = []
    topics.reserveCapacity(numbers.count)
    for number in numbers { first(of: number).map { topics.append((number, $0)) } }
    let (clock, table) = (cut.clock, table)
    topics.sort { Series.precedes($0.first, $1.first, clock, table) }
    return topics.map { self.activeTopic($0.number, $0.first) }
  }

  /// The first claim of a topic, if it is in.
  private func first(of number: Int) -> ReplayKey? { topics.series[number].first(in: cut, table) }

  private func activeTopic(_ number: Int, _ first: ReplayKey) -> ActiveTopic {
    let marks = topics.series[number].marks
    let count = topics.series[number].count(in: cut, table)
    return ActiveTopic(
      topic: index.topics[number], first: first, newest: EventID(Int(marks[count - 1].event)), marks: marks,
      count: count)
  }
}
