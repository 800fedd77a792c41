/// The topics of the events, and the events of each topic on each clock.
struct TopicIndex: Sendable {
  /// A topic's number in the order in which they were first met.
  private(set) var topics: [Topic] = []
  private var numbers: [Topic: Int] = [:]
  private var happened = ClockIndex()
  private var reported = ClockIndex()
  /// The parts and breakdowns of each figure, by the number of its key.
  private(set) var partsOfFigure: [[Int]] = Array(repeating: [], count: FigureKey.count)
  private(set) var breakdownsOfFigure: [[Int]] = Array(repeating: [], count: FigureKey.count)
  /// Groups of people under a verb.
  private(set) var verbs: [Int] = []
  /// Topics that are neither figures nor parts of them.
  private(set) var others: [Int] = []
  /// Where claims go by what they share, told anew only where that is new.
  private var known: [Variant: Int] = [:]
  private var shared: [Shared] = []

  /// What decides the topics of a claim.
  private struct Variant: Hashable {
    var content: UInt32
    var place: UInt32
    var standing: UInt8
    var isSure: Bool
    var isPart: Bool
    var isClassTotal: Bool
  }

  private struct Shared {
    var destinations: [Destination]
    /// True if what a claim breaks down, or who says it, adds to them.
    var asksForMore: Bool
  }

  /// Where a claim goes.
  fileprivate enum Destination {
    case topic(Int)
    /// With the number of its figure.
    case timeline(FigureKey, UInt32)
    case replaced(FigureKey)
  }

  struct ClockIndex: Sendable {
    var series: [Series] = []
    var timelines: [FigureTimeline] = {
      var timelines = Array(repeating: FigureTimeline(.held), count: FigureKey.count)
      for key in FigureKey.all { timelines[key.number] = FigureTimeline(key.status) }
      return timelines
    }()
  }

  subscript(clock: Clock) -> ClockIndex { clock == .happened ? happened : reported }

  func number(of topic: Topic) -> Int? { numbers[topic] }

  // MARK: Adding

  /// Adds rows of the table to their topics on both clocks.
  ///
  /// - Parameter marks: The marks of the events on each clock.
  mutating func add(_ events: Range<Int>, _ marks: (happened: [ReplayKey], reported: [ReplayKey]), _ table: EventTable)
  {
    let classTotals = TopicIndex.classTotals(events, table)
    for (place, event) in events.enumerated() {
      for destination in destinations(of: UInt32(event), classTotals, table) {
        happened.add(marks.happened[place], to: destination, on: .happened, table)
        reported.add(marks.reported[place], to: destination, on: .reported, table)
      }
    }
  }

  /// Tells the claims for each figure apart, where there are new ones.
  mutating func settle(_ table: EventTable) {
    let told = SettleContext(table, table.figures)
    happened.settle(on: .happened, told)
    reported.settle(on: .reported, told)
  }

  /// Where an event goes; nowhere, if it says nothing of the incident.
  private mutating func destinations(
    of event: UInt32, _ classTotals: Set<UInt32>, _ table: EventTable
  ) -> [Destination] {
    if let entry = table.entry(event), !entry.addsClaim { return [] }
    let row = table.rows[Int(event)]
    let whole = table.whole(of: event)
    let variant = Variant(
      content: row.content, place: row.place, standing: row.standing, isSure: row.doubt == StoredEvent.noDoubt,
      isPart: whole != nil, isClassTotal: classTotals.contains(event))
    let number = known[variant] ?? learn(variant, of: event, table)
    guard shared[number].asksForMore else { return shared[number].destinations }
    return shared[number].destinations
      + ownDestinations(of: event, table.content(event), table.standing(event), table)
  }

  /// Where a claim goes because of what it breaks down, or of who says it.
  private mutating func ownDestinations(
    of event: UInt32, _ content: Claim.Content, _ standing: Claim.Standing, _ table: EventTable
  ) -> [Destination] {
    guard standing == .current, case .count(let count) = content else { return [] }
    var topics: [Topic] = []
    if let whole = table.whole(of: event), case .count(let wholeCount) = table.content(whole) {
      topics.append(.partsOf(count.key, wholeCount.figure.interval))
    }
    if VerbMentions.tells(count) {
      let camp = Camp(table.side(event))
      if camp != .neither { topics += VerbMentions.groups(count.subject).map { .verb(count.status, people: $0, camp) } }
    }
    return topics.map { .topic(number(adding: $0)) }
  }

  private mutating func learn(_ variant: Variant, of event: UInt32, _ table: EventTable) -> Int {
    let content = table.content(event)
    guard variant.isSure else {
      known[variant] = shared.count
      shared.append(Shared(destinations: [.topic(self.number(adding: .unsure))], asksForMore: false))
      return shared.count - 1
    }
    var asksForMore = false
    if case .count(let count) = content { asksForMore = variant.isPart || VerbMentions.tells(count) }
    let destinations = destinations(
      of: content, figure: table.figure(event), standing: table.standing(event), place: table.place(event),
      isPart: variant.isPart, isClassTotal: variant.isClassTotal)
    known[variant] = shared.count
    shared.append(Shared(destinations: destinations, asksForMore: asksForMore))
    return shared.count - 1
  }

  private mutating func destinations(
    of content: Claim.Content, figure: UInt32, standing: Claim.Standing, place: Place?, isPart: Bool,
    isClassTotal: Bool
  ) -> [Destination] {
    if standing == .superseded, case .count(let count) = content {
      return [.replaced(count.key)]
    }
    return Topic.topics(
      of: content, standing: standing, place: place, isPart: isPart, isClassTotal: isClassTotal
    ).map { topic in
      if case .figure(let key) = topic { .timeline(key, figure) } else { .topic(number(adding: topic)) }
    }
  }

  /// The parts of a source that stand for all of their class: those of a breakdown that comes to its whole ("the 31 dead
  /// are 23 soldiers, three railway staff and five civilians": of the forces, 23). One soldier is one of many.
  private static func classTotals(_ events: Range<Int>, _ table: EventTable) -> Set<UInt32> {
    /// What a breakdown divides: the claim it names, or where it names none what one voice tells of a status.
    enum Whole: Hashable {
      case claim(Int32)
      case status(Count.Status, speaker: UInt32)
    }
    struct Part: Hashable {
      var key: FigureKey
      var subject: String
      var number: Int
    }
    var parts: [Whole: [Part: [UInt32]]] = [:]
    var totals: [Count.Status: Set<Int>] = [:]
    for event in events.lazy.map({ UInt32($0) }) {
      let row = table.rows[Int(event)]
      guard row.doubt == StoredEvent.noDoubt, table.standing(event) == .current, let count = table.count(event),
        let number = count.figure.low, number == count.figure.high
      else { continue }
      let part = Part(key: count.key, subject: count.subject, number: number)
      switch count.scope {
      case .total where row.partOf < 0:
        // What divides the dead of the forces is no count of all of them.
        if count.key.subjectClass == .people { totals[count.status, default: []].insert(number) }
      case .part, .total:
        let whole = row.partOf < 0 ? Whole.status(count.status, speaker: row.speaker) : .claim(row.partOf)
        parts[whole, default: [:]][part, default: []].append(event)
      case .increment, .other: break
      }
    }
    var found: Set<UInt32> = []
    for (whole, parts) in parts {
      let sum = parts.keys.reduce(0) { $0.addingReportingOverflow($1.number).partialValue }
      let isComplete =
        switch whole {
        case .claim(let place):
          table.count(UInt32(events.lowerBound + Int(place)))?.figure.interval.isExactly(sum) ?? false
        case .status(let status, _): totals[status]?.contains(sum) ?? false
        }
      guard isComplete else { continue }
      for (key, own) in Dictionary(grouping: parts, by: \.key.key) where key.subjectClass != .people {
        if own.count == 1, let only = own.first, only.key.number > 1 { found.formUnion(only.value) }
      }
    }
    return found
  }

  private func classTotals(around event: UInt32, _ table: EventTable) -> Set<UInt32> {
    TopicIndex.classTotals(table.source(of: event).events, table)
  }

  private mutating func number(adding topic: Topic) -> Int {
    if let number = numbers[topic] { return number }
    let number = topics.count
    topics.append(topic)
    numbers[topic] = number
    happened.series.append(Series())
    reported.series.append(Series())
    switch topic {
    case .part(let key, _, _): partsOfFigure[key.number].append(number)
    case .breakdown(let key, _): breakdownsOfFigure[key.number].append(number)
    case .verb: verbs.append(number)
    case .figure, .mention, .unnamedPart, .partsOf, .unsure: break
    default: others.append(number)
    }
    return number
  }
}

extension TopicIndex {
  // MARK: The operator's hand

  /// Takes events out of their topics on a clock.
  mutating func remove(_ events: some Sequence<UInt32>, on clock: Clock, _ table: EventTable) {
    for event in events {
      let mark = table.mark(event, on: clock)
      let destinations = destinations(of: event, classTotals(around: event, table), table)
      change(clock) { $0.remove(mark, from: destinations, on: clock, table) }
    }
  }

  /// Puts events into the topics of what the operator takes them to say.
  mutating func replace(_ taken: [UInt32: TakenClaim], on clock: Clock, _ table: EventTable) {
    remove(taken.keys, on: clock, table)
    for (event, taken) in taken {
      let mark = table.mark(event, on: clock)
      // A total is no part, whatever it was read as.
      let isPart = table.whole(of: event) != nil && !(taken.isTotal && table.count(event)?.scope != .total)
      let destinations =
        destinations(
          of: taken.content, figure: taken.figure, standing: taken.standing, place: table.place(event),
          isPart: isPart, isClassTotal: classTotals(around: event, table).contains(event))
        + ownDestinations(of: event, taken.content, taken.standing, table)
      change(clock) { clockIndex in
        for destination in destinations { clockIndex.add(mark, to: destination, on: clock, table) }
      }
    }
  }

  mutating func settle(on clock: Clock, _ told: SettleContext) { change(clock) { $0.settle(on: clock, told) } }

  private mutating func change(_ clock: Clock, _ body: (inout ClockIndex) -> Void) {
    if clock == .happened { body(&happened) } else { body(&reported) }
  }
}

extension TopicIndex.ClockIndex {
  fileprivate mutating func add(
    _ mark: ReplayKey, to destination: TopicIndex.Destination, on clock: Clock, _ table: EventTable
  ) {
    switch destination {
    case .topic(let number): series[number].insert(mark, on: clock, table)
    case .timeline(let key, let figure): timelines[key.number].insert(mark, figure, on: clock, table)
    case .replaced(let key):
      guard let replacement = replacement(mark.event, key, on: clock, table) else { return }
      timelines[key.number].insert(replacement, on: clock, table)
    }
  }

  fileprivate mutating func remove(
    _ mark: ReplayKey, from destinations: [TopicIndex.Destination], on clock: Clock, _ table: EventTable
  ) {
    for destination in destinations {
      switch destination {
      case .topic(let number): series[number].remove(mark, on: clock, table)
      case .timeline(let key, _): timelines[key.number].remove(mark, on: clock, table)
      case .replaced: break
      }
    }
    for key in timelines.indices { timelines[key].removeReplacement(by: mark.event, on: clock, table) }
  }

  fileprivate mutating func settle(on clock: Clock, _ told: SettleContext) {
    for key in timelines.indices where timelines[key].isUnsettled { timelines[key].settle(on: clock, told) }
  }

  /// A figure named as replaced is so from the claim of the same article on that gives another for the same people.
  private func replacement(
    _ event: UInt32, _ key: FigureKey, on clock: Clock, _ table: EventTable
  ) -> FigureTimeline.Replacement? {
    let candidates = table.source(of: event).events.lazy.map { UInt32($0) }.filter { other in
      guard table.standing(other) == .current, case .count(let count) = table.content(other) else { return false }
      return count.status == key.status && count.scope == .total
    }
    let own = candidates.filter { table.count($0)?.key == key }
    let first = { (a: UInt32, b: UInt32) in table.precedes(a, b, on: clock) }
    guard let given = own.min(by: first) ?? candidates.min(by: first) else { return nil }
    let later = table.precedes(event, given, on: clock) ? given : event
    return FigureTimeline.Replacement(
      named: event, given: given, effective: ReplayKey(to: table.bounds(later, on: clock).to, event: later))
  }
}
