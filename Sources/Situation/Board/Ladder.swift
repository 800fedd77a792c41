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
  private let contents: Contents
  private var pinned: UInt32?

  /// Held once for all copies of a ladder.
  fileprivate final class Contents: Sendable {
    let key: FigureKey
    let parts: Evidence
    let undisclosed: Evidence
    let timeline: FigureTimeline
    let tables: RungTables
    /// How many claims are in, and how many rungs they make.
    let entered: Int
    let born: Int
    /// The numbers of the rungs that their speakers stand by, newest first.
    let standing: [UInt32]
    /// Those of them that are not past their time, or all where all are.
    let live: [UInt32]
    let isAllOld: Bool
    /// The instant that ages are counted to.
    let asOf: Instant?

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
      self.standing = standing
      live = current.isEmpty ? standing : current
      isAllOld = current.isEmpty
    }

    func isStanding(_ number: UInt32) -> Bool {
      // Newest first is by descending number.
      let place = standing.partitioningIndex { $0 <= number }
      return place < standing.count && standing[place] == number
    }
  }

  init(
    _ key: FigureKey, _ timeline: FigureTimeline, in cut: ReplayCut, _ table: EventTable, _ tables: RungTables,
    parts: Evidence, undisclosed: Evidence, asOf: Instant?
  ) {
    contents = Contents(key, timeline, in: cut, table, tables, parts: parts, undisclosed: undisclosed, asOf: asOf)
  }

  package var key: FigureKey { contents.key }
  /// Claims for a part of the figure, and claims that mention it and give no number, newest first.
  package var parts: Evidence { contents.parts }
  package var undisclosed: Evidence { contents.undisclosed }

  /// Newest first, by the first time each was said.
  package var rungs: RungList { RungList(ladder: self, numbers: nil, count: contents.born) }
  /// Those that their speakers stand by, however old.
  package var standing: RungList { RungList(ladder: self, numbers: contents.standing, count: contents.standing.count) }
  /// Those that their speakers stand by and that are not past their time. Where all are past it, nobody has said
  /// anything newer: then the old ones are what is known.
  package var live: RungList { RungList(ladder: self, numbers: contents.live, count: contents.live.count) }
  /// Whether every rung that its speaker stands by is past its time.
  package var isAllOld: Bool { contents.isAllOld }
  /// What the board's cell shows.
  package var newest: Rung? { live.first }
  /// The figure to go by: there is one only where the operator pinned it.
  package var best: Rung? { pinned.map { rung($0) } }

  /// Whether any claim for it has a time. What has none comes last in the replay.
  package var hasTimes: Bool { contents.entered > 0 && contents.timeline.series.marks[0].to != ReplayKey.undated }

  /// The figure that was the newest by an instant of the board's clock; `nil` before the first that has a time.
  package func figure(by instant: Instant) -> Figure? {
    let said = contents.timeline.series.marks.partitioningIndex { $0.to > instant.seconds }
    return figure(contents.timeline.bornCount(entered: min(said, contents.entered)) - 1)
  }

  /// The figure that the newest one took the place of.
  package var previous: Figure? { contents.live.first.flatMap { figure(Int($0) - 1) } }

  private func figure(_ number: Int) -> Figure? {
    number < 0 ? nil : contents.tables.figures[contents.timeline.rungs[number].figure]
  }

  /// What the live rungs span, or `nil` when they agree.
  package var range: Interval? {
    guard let first = contents.live.first else { return nil }
    let bounds = bounds(first)
    var (low, high, differs) = (bounds.low, bounds.high, false)
    for number in contents.live.dropFirst() {
      let other = self.bounds(number)
      differs = differs || other.low != bounds.low || other.high != bounds.high
      (low, high) = (min(low, other.low), max(high, other.high))
    }
    return differs ? Interval(low: low == .min ? nil : low, high: high == .max ? nil : high) : nil
  }

  /// The claims of all rungs.
  var claims: (marks: [Mark], count: Int) { (contents.timeline.series.marks, contents.entered) }

  /// The live rungs as whole numbers, newest first.
  var rivalFigures: some Sequence<RivalFigure> {
    contents.live.lazy.map { RivalFigure(bounds($0), camp($0)) }
  }

  /// The live rungs by what tells whether two give the same figure: equal numbers stand for equal intervals on all
  /// ladders of a board. Newest first.
  var liveIntervals: [(interval: UInt32, camp: Camp)] {
    contents.live.map { (bounds($0).interval, camp($0)) }
  }

  private func bounds(_ number: UInt32) -> FigureTable.Bounds {
    contents.tables.figures.bounds[Int(contents.timeline.rungs[Int(number)].figure)]
  }

  private func camp(_ number: UInt32) -> Camp {
    Camp(contents.tables.identities.side(of: contents.timeline.rungs[Int(number)].speaker))
  }

  /// The rung that a claim stands on, by its mark's place; a claim that stands on none pins none.
  mutating func pin(at place: Int, _ event: UInt32) {
    if let number = rungNumber(at: place, event) { pinned = number }
  }

  /// The number of the rung that a claim stands on, by its mark's place.
  func rungNumber(at place: Int, _ event: UInt32) -> UInt32? {
    let marks = contents.timeline.series.marks
    guard place < contents.entered, marks[place].event == event else { return nil }
    return marks[place].rung
  }

  /// The number of the rung that a claim stands on; `nil` for a claim that stands on none.
  func rungNumber(of id: EventID) -> UInt32? {
    let event = UInt32(id.sequence)
    return contents.timeline.series.marks[..<contents.entered].last { $0.event == event }?.rung
  }

  /// The number of the newest live rung.
  var newestNumber: UInt32? { contents.live.first }

  /// The place of a rung's first claim among the claims.
  func birth(_ number: UInt32) -> Int { Int(contents.timeline.rungs[Int(number)].birth) }

  fileprivate func rung(_ number: UInt32) -> Rung {
    let rung = contents.timeline.rungs[Int(number)]
    let reported = contents.timeline.reported(number, entered: contents.entered)
    return Rung(
      ladder: key, Rung.Numbers(figure: rung.figure, speaker: rung.speaker, outlet: rung.outlet), in: contents.tables,
      first: EventID(Int(rung.first)), reported: reported, isLive: contents.isStanding(number),
      isOld: StaleTimes.isPast(key.status, reported: reported, at: contents.asOf), isPinned: number == pinned,
      claims: .marked(contents.timeline.series.marks, entered: contents.entered, number: number))
  }
}

extension Ladder: Hashable {
  package static func == (a: Ladder, b: Ladder) -> Bool {
    a.key == b.key && a.parts == b.parts && a.undisclosed == b.undisclosed && a.rungs.elementsEqual(b.rungs)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(contents.born)
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
