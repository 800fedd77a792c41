/// What a ladder counts.
package struct FigureKey: Hashable, Sendable {
  package var status: Count.Status
  package var subjectClass: Count.SubjectClass

  package init(_ status: Count.Status, _ subjectClass: Count.SubjectClass) {
    self.status = status
    self.subjectClass = subjectClass
  }
}

extension Count {
  /// The ladder that the count belongs to. Soldiers and civilians counted together are people: the figure of all.
  package var key: FigureKey { FigureKey(status, subjectClass ?? .people) }
}

/// Every rival claim for one figure, as of an instant.
package struct Ladder: Sendable {
  private let contents: Contents
  private var pinned: UInt32?
  /// Rungs that make no head: a weaker label for people whom the same speaker counts under a graver one.
  private var leftOut: Set<UInt32> = []
  private var chosen: Heads

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
    /// Of each live rung, what decides on the heads.
    let candidates: [Heads.Candidate]
    let precedence: Precedence
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
      let precedence = Precedence(table)
      self.precedence = precedence
      let (entered, standing) = (entered, timeline.live(entered: entered, in: cut, table))
      let status = key.status
      let current = Contents.current(standing, of: key.status, timeline, entered: entered, at: asOf)
      self.standing = standing
      let live = current.isEmpty ? standing : current
      self.live = live
      isAllOld = current.isEmpty
      candidates = live.map { number in
        let rung = timeline.rungs[Int(number)]
        let voice = rung.voice(entered: entered)
        let side = tables.identities.side(of: voice)
        let word = precedence.word(timeline.standingEvent(number, entered: entered))
        return Heads.Candidate(
          number: number, word: word, figure: RivalFigure(tables.figures.bounds[Int(rung.figure)], Camp(side)),
          side: side, hasVoice: voice != StoredEvent.none, group: table.group(word.event),
          isOfAnotherTime: precedence.isOfAnotherTime(word),
          reported: status.traits.course == .moves ? timeline.reported(number, entered: entered) : nil)
      }
    }

    /// Those of the rungs that are not past their time.
    private static func current(
      _ standing: [UInt32], of status: Count.Status, _ timeline: FigureTimeline, entered: Int, at asOf: Instant?
    ) -> [UInt32] {
      guard let limit = StaleTimes.seconds(status), asOf != nil else { return standing }
      return standing.filter { StaleTimes.age(of: timeline.reported($0, entered: entered), at: asOf) ?? 0 <= limit }
    }

    /// How many articles give a rung, among the latest claims for the figure.
    func support(_ number: UInt32) -> Int {
      var articles: Set<UInt32> = []
      for mark in timeline.series.marks[..<entered].suffix(Contents.mostLookedThrough) where mark.rung == number {
        articles.insert(precedence.table.rows[Int(mark.event)].source)
      }
      return articles.count
    }

    private static let mostLookedThrough = 512

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
    chosen = Heads(contents.candidates, on: key.status, contents.precedence, support: contents.support)
  }

  /// Chooses the heads anew after the operator or the board has had a say.
  private mutating func choose() {
    chosen = Heads(
      leftOut.isEmpty ? contents.candidates : contents.candidates.filter { !leftOut.contains($0.number) },
      on: key.status, pinned: pinned, contents.precedence, support: contents.support)
  }

  /// Takes rungs off the head, as long as they are not pinned: they stay on the ladder.
  mutating func leaveOut(_ numbers: [UInt32]) {
    leftOut.formUnion(numbers)
    choose()
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
  /// True if every rung that its speaker stands by is past its time.
  package var isAllOld: Bool { contents.isAllOld }
  /// The figures that stand at the head of the row: one, or where accounts exclude one another, one for each.
  package var heads: [Rung] { chosen.numbers.map { rung($0) } }
  /// The first of the heads.
  package var newest: Rung? { chosen.numbers.first.map { rung($0) } }
  /// Returns true for a rung that is neither history nor a part as it seems: the range spans those.
  package func isContender(_ rung: Rung) -> Bool { rung.number.map { chosen.contenders.contains($0) } ?? false }
  /// Returns true for a rung that the board took off the head, as a weaker label for people counted under another.
  package func isWeaker(_ rung: Rung) -> Bool { rung.number.map { leftOut.contains($0) } ?? false }
  /// The newest word outside the attackers' account.
  var newestOutsideAttackers: Rung? { chosen.outsideAttackers.map { rung($0) } }
  /// The pairs of heads that cannot both be true.
  var rivalries: [Heads.Pair] { chosen.conflicts }
  /// The figure to go by: there is one only where the operator pinned it.
  package var best: Rung? { pinned.map { rung($0) } }

  /// True if any claim for it has a time. What has none comes last in the replay.
  package var hasTimes: Bool { contents.entered > 0 && contents.timeline.series.marks[0].to != ReplayKey.undated }

  /// The figure that was the newest by an instant of the board's clock; `nil` before the first that has a time.
  package func figure(by instant: Instant) -> Figure? {
    let said = contents.timeline.series.marks.partitioningIndex { $0.to > instant.seconds }
    return figure(contents.timeline.bornCount(entered: min(said, contents.entered)) - 1)
  }

  /// The figure that the newest one took the place of.
  package var previous: Figure? { chosen.numbers.first.flatMap { figure(Int($0) - 1) } }

  private func figure(_ number: Int) -> Figure? {
    number < 0 ? nil : contents.tables.figures[contents.timeline.rungs[number].figure]
  }

  /// What the figures span that nobody has replaced and that no later word of their own side has, or `nil` where they
  /// agree.
  package var range: Interval? {
    guard let first = chosen.contenders.first else { return nil }
    let bounds = bounds(first)
    var (low, high, differs) = (bounds.low, bounds.high, false)
    for number in chosen.contenders.dropFirst() {
      let other = self.bounds(number)
      differs = differs || other.low != bounds.low || other.high != bounds.high
      (low, high) = (min(low, other.low), max(high, other.high))
    }
    return differs ? Interval(low: low == .min ? nil : low, high: high == .max ? nil : high) : nil
  }

  /// The claims of all rungs.
  var claims: (marks: [ReplayKey], count: Int) { (contents.timeline.series.marks, contents.entered) }

  /// The live rungs by what tells whether two give the same figure: equal numbers stand for equal intervals on all
  /// ladders of a board. Newest first.
  var liveIntervals: [(interval: UInt32, camp: Camp)] {
    contents.live.map { (bounds($0).interval, camp($0)) }
  }

  private func bounds(_ number: UInt32) -> FigureTable.Bounds {
    contents.tables.figures.bounds[Int(contents.timeline.rungs[Int(number)].figure)]
  }

  private func camp(_ number: UInt32) -> Camp {
    Camp(contents.tables.identities.side(of: contents.timeline.rungs[Int(number)].voice(entered: contents.entered)))
  }

  mutating func pin(_ number: UInt32) {
    pinned = number
    choose()
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

  /// The number of the first head.
  var newestNumber: UInt32? { chosen.numbers.first }

  /// The place of a rung's first claim among the claims.
  func birth(_ number: UInt32) -> Int { Int(contents.timeline.rungs[Int(number)].birth) }

  func rung(_ number: UInt32) -> Rung {
    let rung = contents.timeline.rungs[Int(number)]
    let reported = contents.timeline.reported(number, entered: contents.entered)
    return Rung(
      ladder: key,
      Rung.Numbers(figure: rung.figure, speaker: rung.voice(entered: contents.entered), outlet: rung.outlet),
      in: contents.tables,
      first: EventID(Int(rung.first)), reported: reported, isLive: contents.isStanding(number),
      isOld: StaleTimes.isPast(key.status, reported: reported, at: contents.asOf), isPinned: number == pinned,
      claims: .marked(
        contents.timeline.series.marks, from: Int(rung.birth), entered: contents.entered, number: number))
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
