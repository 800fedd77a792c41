/// What a ladder counts.
package struct FigureKey: Hashable, Sendable {
  package var status: Count.Status
  /// `nil` for people of mixed classes counted together.
  package var subjectClass: Count.SubjectClass?

  package init(_ status: Count.Status, _ subjectClass: Count.SubjectClass?) {
    self.status = status
    self.subjectClass = subjectClass
  }
}

/// Every rival claim for one figure, as of an instant.
package struct Ladder: Sendable {
  package let key: FigureKey
  /// Claims for a part of the figure, and claims that mention it and give no number, newest first.
  package let parts: Evidence
  package let undisclosed: Evidence
  private let timeline: FigureTimeline
  private let tables: RungTables
  /// How many claims are in, and how many rungs they make.
  private let entered: Int
  private let born: Int
  /// The numbers of the rungs that their speakers stand by, newest first.
  private let standingNumbers: [UInt32]
  /// Those of them that are not past their time, or all where all are.
  private let liveNumbers: [UInt32]
  /// The instant that ages are counted to.
  private let asOf: Instant?
  private var pinned: UInt32?

  /// What the numbers of a rung stand for.
  struct RungTables: Sendable {
    var figures: FigureTable
    var speakers: [Speaker]
    var identities: [SpeakerIdentity]
    var sources: [EventSource]
  }

  init(
    _ key: FigureKey, _ timeline: FigureTimeline, in cut: ReplayCut, _ table: EventTable, _ tables: RungTables,
    parts: Evidence, undisclosed: Evidence, asOf: Instant?
  ) {
    self.key = key
    self.asOf = asOf
    self.parts = parts
    self.undisclosed = undisclosed
    self.timeline = timeline
    self.tables = tables
    entered = timeline.series.count(in: cut, table)
    born = timeline.bornCount(entered: entered)
    let (entered, standing) = (entered, timeline.live(entered: entered, in: cut, table))
    let current = standing.filter {
      !StaleTimes.isPast(key.status, reported: timeline.reported($0, entered: entered), at: asOf)
    }
    standingNumbers = standing
    liveNumbers = current.isEmpty ? standing : current
    isAllOld = current.isEmpty
  }

  /// Newest first, by the first time each was said.
  package var rungs: RungList { RungList(ladder: self, numbers: nil, count: born) }
  /// Those that their speakers stand by, however old.
  package var standing: RungList { RungList(ladder: self, numbers: standingNumbers, count: standingNumbers.count) }
  /// Those that their speakers stand by and that are not past their time. Where all are past it, nobody has said
  /// anything newer: then the old ones are what is known.
  package var live: RungList { RungList(ladder: self, numbers: liveNumbers, count: liveNumbers.count) }
  /// Whether every rung that its speaker stands by is past its time.
  package let isAllOld: Bool
  /// What the board's cell shows.
  package var newest: Rung? { live.first }
  /// The figure to go by: there is one only where the operator pinned it.
  package var best: Rung? { pinned.map { rung($0) } }

  /// What the live rungs span, or `nil` when they agree.
  package var range: Interval? {
    guard let first = liveNumbers.first else { return nil }
    let bounds = bounds(first)
    var (low, high, differs) = (bounds.low, bounds.high, false)
    for number in liveNumbers.dropFirst() {
      let other = self.bounds(number)
      differs = differs || other.low != bounds.low || other.high != bounds.high
      (low, high) = (min(low, other.low), max(high, other.high))
    }
    return differs ? Interval(low: low == .min ? nil : low, high: high == .max ? nil : high) : nil
  }

  /// The claims of all rungs.
  var claims: (marks: [Mark], count: Int) { (timeline.series.marks, entered) }

  /// The live rungs as whole numbers, newest first.
  var rivalFigures: some Sequence<RivalFigure> {
    liveNumbers.lazy.map { number in
      let speaker = timeline.rungs[Int(number)].speaker
      return RivalFigure(
        bounds(number), Camp(speaker == StoredEvent.none ? .unknown : tables.identities[Int(speaker)].side))
    }
  }

  func bounds(_ number: UInt32) -> FigureTable.Bounds {
    tables.figures.bounds[Int(timeline.rungs[Int(number)].figure)]
  }

  /// The rung that a claim stands on, by its mark's place; a claim that stands on none pins none.
  mutating func pin(at place: Int, _ event: UInt32) {
    guard place < entered, timeline.series.marks[place].event == event else { return }
    pinned = timeline.series.marks[place].rung
  }

  /// The number of the rung that a claim stands on, by its mark's place.
  func rungNumber(at place: Int, _ event: UInt32) -> UInt32? {
    guard place < entered, timeline.series.marks[place].event == event else { return nil }
    return timeline.series.marks[place].rung
  }

  /// The number of the newest live rung.
  var newestNumber: UInt32? { liveNumbers.first }

  /// The place of a rung's first claim among the claims.
  func birth(_ number: UInt32) -> Int { Int(timeline.rungs[Int(number)].birth) }

  fileprivate func rung(_ number: UInt32) -> Rung {
    let rung = timeline.rungs[Int(number)]
    let reported = timeline.reported(number, entered: entered)
    return Rung(
      ladder: key, figure: tables.figures[rung.figure],
      speaker: rung.speaker == StoredEvent.none ? nil : tables.speakers[Int(rung.speaker)],
      outlet: tables.sources[Int(rung.source)].outlet, first: EventID(Int(rung.first)), reported: reported,
      isLive: isStanding(number), isOld: StaleTimes.isPast(key.status, reported: reported, at: asOf),
      isPinned: number == pinned, claims: .marked(timeline.series.marks, entered: entered, number: number))
  }

  private func isStanding(_ number: UInt32) -> Bool {
    // Newest first is by descending number.
    let place = standingNumbers.partitioningIndex { $0 <= number }
    return place < standingNumbers.count && standingNumbers[place] == number
  }
}

extension Ladder: Hashable {
  package static func == (a: Ladder, b: Ladder) -> Bool {
    a.key == b.key && a.parts == b.parts && a.undisclosed == b.undisclosed && a.rungs.elementsEqual(b.rungs)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(born)
  }
}

/// Rungs of a ladder, newest first, each put together when it is asked for.
package struct RungList: RandomAccessCollection, Sendable {
  fileprivate let ladder: Ladder
  /// `nil` for all rungs.
  fileprivate let numbers: [UInt32]?
  package let count: Int

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  package subscript(position: Int) -> Rung {
    ladder.rung(numbers.map { $0[position] } ?? UInt32(count - 1 - position))
  }
}

extension Ladder: CustomReflectable {
  package var customMirror: Mirror {
    Mirror(self, children: ["key": key, "rungs": Array(rungs), "parts": parts, "undisclosed": undisclosed])
  }
}
