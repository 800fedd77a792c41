/// The topics as of a cut, seen through the operator's hand: what the board reads.
struct BoardTopics {
  let clock: Clock
  let cut: ReplayCut
  let table: EventTable
  private let index: TopicIndex
  private let topics: TopicIndex.ClockIndex
  /// The contents that the operator corrected.
  private let corrected: [UInt32: Claim.Content]
  private let tables: Ladder.RungTables
  /// Claims that the operator retracted or took back.
  let leftOut: Set<EventID>

  /// A topic of which at least one claim is in.
  struct Begun {
    var topic: Topic
    var first: Mark
    var newest: EventID
    var marks: [Mark]
    var count: Int

    var evidence: Evidence {
      var evidence = Evidence()
      evidence.append(marks, count: count)
      return evidence
    }
  }

  /// - Parameter undone: Claims of the operator's own that were taken back.
  init(_ store: EventStore, _ cut: ReplayCut, _ hand: OperatorHand, undone: [EventID]) {
    clock = cut.clock
    self.cut = cut
    table = store.table
    var index = store.index
    var figures = table.figures
    var corrected: [UInt32: Claim.Content] = [:]
    leftOut = Set(hand.retracted.keys).union(undone)
    let leftOut = leftOut
    if !leftOut.isEmpty || !hand.corrected.isEmpty {
      var correctedFigures: [UInt32: UInt32] = [:]
      for (id, correction) in hand.corrected where !leftOut.contains(id) {
        let event = UInt32(id.sequence)
        corrected[event] = table.content(event).corrected(to: correction.figure)
        correctedFigures[event] = figures.intern(correction.figure)
      }
      index.remove(leftOut.map { UInt32($0.sequence) }, on: clock, table)
      index.replace(corrected, on: clock, table)
      index.settle(on: clock, table, figures: figures) { correctedFigures[$0] ?? store.table.figure($0) }
    }
    self.index = index
    self.corrected = corrected
    topics = index[clock]
    tables = Ladder.RungTables(
      figures: figures, speakers: table.speakers.values, identities: table.identities,
      sources: table.sources)
  }

  func content(_ event: EventID) -> Claim.Content {
    let event = UInt32(event.sequence)
    return corrected.isEmpty ? table.content(event) : corrected[event] ?? table.content(event)
  }

  // MARK: Topics

  func begun(_ number: Int) -> Begun? {
    let series = topics.series[number]
    guard let first = series.marks.first, cut.contains(first, in: table) else { return nil }
    let count = series.count(in: cut, table)
    return Begun(
      topic: index.topics[number], first: first, newest: EventID(Int(series.marks[count - 1].event)),
      marks: series.marks, count: count)
  }

  func begun(_ topic: Topic) -> Begun? { index.number(of: topic).flatMap(begun) }

  func hasBegun(_ topic: Topic) -> Bool {
    index.number(of: topic).map { topics.series[$0].hasBegun(in: cut, table) } ?? false
  }

  /// Those that are neither figures nor parts of them, in the order in which each was first spoken of.
  var others: [Begun] { sorted(index.others) }

  /// Groups of people under a verb, in the order in which each was first spoken of.
  var verbs: [Begun] { sorted(index.verbs) }

  func parts(of key: FigureKey) -> [Begun] { sorted(index.partsOfFigure[key.number]) }

  func breakdowns(of key: FigureKey) -> [Begun] { sorted(index.breakdownsOfFigure[key.number]) }

  private func sorted(_ numbers: [Int]) -> [Begun] {
    numbers.compactMap(begun).sorted { precedes($0.first, $1.first) }
  }

  func precedes(_ a: Mark, _ b: Mark) -> Bool { Series.precedes(a, b, clock, table) }

  // MARK: Figures

  /// Whether somebody gives a total.
  func hasFigure(_ key: FigureKey) -> Bool { topics.timelines[key.number].series.hasBegun(in: cut, table) }

  func ladder(_ key: FigureKey, asOf: Instant?) -> Ladder? {
    let timeline = topics.timelines[key.number]
    let mentions = begun(.mention(key))
    let parts = parts(of: key)
    let breakdowns = breakdowns(of: key)
    let unnamed = begun(.unnamedPart(key))
    let hasBegun = timeline.series.hasBegun(in: cut, table)
    guard hasBegun || mentions != nil || unnamed != nil || !parts.isEmpty || !breakdowns.isEmpty else { return nil }
    let (known, unknown) = (parts.filter(\.isKnown), parts.filter { !$0.isKnown })
    return Ladder(
      key, timeline, in: cut, table, tables,
      parts: Evidence(joining: (known + breakdowns + [unnamed].compactMap { $0 }).map(\.evidence)),
      undisclosed: Evidence(joining: ([mentions].compactMap { $0 } + unknown).map(\.evidence)), asOf: asOf)
  }

  /// The place of an event among the claims of a figure, where it is one of them.
  func place(of event: EventID, in key: FigureKey) -> Int {
    let event = UInt32(event.sequence)
    return topics.timelines[key.number].series.place(
      of: Mark(to: table.bounds(event, on: clock).to, event: event), on: clock, table)
  }
}

extension BoardTopics.Begun {
  /// Whether its claims give a value.
  var isKnown: Bool {
    switch topic {
    case .part(_, _, let isKnown), .crew(_, let isKnown), .onCoach(_, _, let isKnown): isKnown
    case .mention: false
    default: true
    }
  }
}
