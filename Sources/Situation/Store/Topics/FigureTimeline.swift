/// The claims for one figure in the replay order of one clock, told apart into rungs, and when each rung was live.
///
/// A rung's number is its place in the order in which rungs began. Since what a claim is (a new rung, or an echo of
/// one) depends on the claims before it alone, everything up to a claim that comes in late stays as it is.
struct FigureTimeline: Sendable {
  struct Rung: Hashable, Sendable {
    /// The number of its figure in the table.
    var figure: UInt32
    /// `StoredEvent.none` where nobody is named.
    var speaker: UInt32
    /// What its first claim stands in.
    var source: UInt32
    /// The claim that gave it first.
    var first: UInt32
    /// Where its first claim stands among the claims.
    var birth: UInt32
    /// The place of the claim that ended it; `alive` while none did. A rung whose figure was replaced before anybody
    /// gave it ends where it begins.
    var death = FigureTimeline.alive
    /// Where it ended by being replaced, the event from which on it is, which lies between the claims before and at
    /// `death`.
    var replacedAfter = StoredEvent.none
    /// The rung before it with the same interval.
    var sameInterval: UInt32
    /// By when its first claim was said; `ReplayKey.undated` where no time is known.
    var reported: Int64
    /// Its last renewal.
    var renewal = StoredEvent.none
  }

  /// A rung given anew by its speaker.
  struct Renewal: Hashable, Sendable {
    var rung: UInt32
    /// The place of the claim that says so.
    var place: UInt32
    /// By when it was said.
    var reported: Int64
    /// The renewal of the same rung before this one.
    var earlier: UInt32
  }

  /// A figure that an article names as replaced.
  struct Replacement: Hashable, Sendable {
    /// The claim that names it.
    var named: UInt32
    /// The claim that gives the new figure. The old one stands until it is in.
    var given: UInt32
    /// The later of the two on this clock.
    var effective: Mark
  }

  static let alive = UInt32.max
  /// How many claims lie between two lists of the live rungs.
  static let stride = 64

  private(set) var series = Series()
  private(set) var rungs: [Rung] = []
  private(set) var replacements: [Replacement] = []
  private var renewals: [Renewal] = []
  /// The live rungs before every 64th claim, one list after another, and where each list begins.
  private var checkpoints: [UInt32] = []
  private var checkpointStarts: [Int] = []
  /// The newest rung of each interval.
  private var newestOfInterval: [UInt32: UInt32] = [:]
  /// The live rungs after the last claim, in the order they began.
  private var live: [UInt32] = []
  /// The first claim that is to be told apart, and all after it; `nil` where none is.
  private var unsettled: Int?
  /// How many claims were told apart, with nothing replaced after them.
  private var told = 0

  mutating func insert(_ mark: Mark, on clock: Clock, _ table: EventTable) {
    unsettle(series.insert(mark, on: clock, table))
  }

  mutating func insert(_ replacement: Replacement, on clock: Clock, _ table: EventTable) {
    let index = replacements.partitioningIndex {
      !Series.precedes($0.effective, replacement.effective, clock, table)
    }
    replacements.insert(replacement, at: index)
    unsettle(series.place(of: replacement.effective, on: clock, table))
  }

  mutating func remove(_ mark: Mark, on clock: Clock, _ table: EventTable) {
    if let place = series.remove(mark, on: clock, table) { unsettle(place) }
  }

  /// Takes out what a claim replaces, by naming it or by giving another figure.
  mutating func removeReplacement(by event: UInt32, on clock: Clock, _ table: EventTable) {
    while let index = replacements.firstIndex(where: { $0.named == event || $0.given == event }) {
      unsettle(series.place(of: replacements[index].effective, on: clock, table))
      replacements.remove(at: index)
    }
  }

  private mutating func unsettle(_ place: Int) { unsettled = min(unsettled ?? place, place) }

  /// How many rungs have begun when so many claims are in.
  func bornCount(entered: Int) -> Int { rungs.partitioningIndex { Int($0.birth) >= entered } }

  /// The rungs that are live when so many claims are in, newest first.
  func live(entered: Int, in cut: ReplayCut, _ table: EventTable) -> [UInt32] {
    guard entered > 0 else { return [] }
    let checkpoint = (entered - 1) / FigureTimeline.stride
    let end = checkpoint + 1 < checkpointStarts.count ? checkpointStarts[checkpoint + 1] : checkpoints.count
    let listed = checkpoints[checkpointStarts[checkpoint]..<end]
    let begun = bornCount(entered: checkpoint * FigureTimeline.stride)
    var live: [UInt32] = []
    live.reserveCapacity(listed.count + 8)
    for rung in (begun..<bornCount(entered: entered)).reversed() where isLive(rung, entered, cut, table) {
      live.append(UInt32(rung))
    }
    for rung in listed.reversed() where isLive(Int(rung), entered, cut, table) { live.append(rung) }
    return live
  }

  /// By when a rung's speaker last gave it, when so many claims are in; `nil` where no time is known.
  func reported(_ number: UInt32, entered: Int) -> Instant? {
    var renewal = rungs[Int(number)].renewal
    while renewal != StoredEvent.none, renewals[Int(renewal)].place >= entered {
      renewal = renewals[Int(renewal)].earlier
    }
    let reported = renewal == StoredEvent.none ? rungs[Int(number)].reported : renewals[Int(renewal)].reported
    return reported == ReplayKey.undated ? nil : Instant(seconds: reported)
  }

  private func isLive(_ number: Int, _ entered: Int, _ cut: ReplayCut, _ table: EventTable) -> Bool {
    let rung = rungs[number]
    guard rung.death <= entered else { return true }
    // The claim at the place where it ended is not in, but what replaced it before that claim may be.
    return rung.death == entered
      && !(rung.replacedAfter != StoredEvent.none && cut.contains(rung.replacedAfter, in: table))
  }
}

extension FigureTimeline {
  /// Tells apart the claims that are not yet; where one came in late, all those after it anew.
  ///
  /// - Parameters:
  ///   - figures: The figures that the numbers stand for.
  ///   - figure: The number of a claim's figure.
  mutating func settle(on clock: Clock, _ table: EventTable, figures: FigureTable, figure: (UInt32) -> UInt32) {
    guard let from = unsettled else { return }
    rewind(to: from, figures)
    var next = replacements.partitioningIndex { series.place(of: $0.effective, on: clock, table) >= from }
    for place in from..<series.marks.count {
      let mark = series.marks[place]
      if place % FigureTimeline.stride == 0 {
        checkpointStarts.append(checkpoints.count)
        checkpoints += live
      }
      while next < replacements.count, !Series.precedes(mark, replacements[next].effective, clock, table) {
        replace(replacements[next], at: place, table, figures)
        next += 1
      }
      settle(mark, at: place, replaced: next, table, figures, figure)
    }
    // What is replaced after the last claim is replaced anew when another comes.
    told = next < replacements.count ? 0 : series.marks.count
    for replacement in replacements[next...] { replace(replacement, at: series.marks.count, table, figures) }
    unsettled = nil
  }

  /// Forgets what depended on the claims from a place on, and on what replaces figures there.
  private mutating func rewind(to place: Int, _ figures: FigureTable) {
    while let rung = rungs.last, Int(rung.birth) >= place {
      let interval = figures.bounds[Int(rung.figure)].interval
      newestOfInterval[interval] = rung.sameInterval == StoredEvent.none ? nil : rung.sameInterval
      rungs.removeLast()
    }
    guard place < told else { return }
    while let renewal = renewals.last, renewal.place >= place {
      if Int(renewal.rung) < rungs.count { rungs[Int(renewal.rung)].renewal = renewal.earlier }
      renewals.removeLast()
    }
    for number in rungs.indices where rungs[number].death != FigureTimeline.alive && Int(rungs[number].death) >= place {
      rungs[number].death = FigureTimeline.alive
      rungs[number].replacedAfter = StoredEvent.none
    }
    let kept = (place + FigureTimeline.stride - 1) / FigureTimeline.stride
    if kept < checkpointStarts.count {
      checkpoints.removeSubrange(checkpointStarts[kept]...)
      checkpointStarts.removeSubrange(kept...)
    }
    let last = checkpointStarts.count - 1
    let listed = last >= 0 ? checkpoints[checkpointStarts[last]...] : []
    let begun = bornCount(entered: max(0, last) * FigureTimeline.stride)
    live =
      listed.filter { rungs[Int($0)].death == FigureTimeline.alive }
      + (begun..<rungs.count).filter { rungs[$0].death == FigureTimeline.alive }.map { UInt32($0) }
  }

  /// One claim: an echo of a rung, or a rung of its own that ends the earlier one of the same speaker.
  private mutating func settle(
    _ mark: Mark, at place: Int, replaced: Int, _ table: EventTable, _ figures: FigureTable,
    _ figure: (UInt32) -> UInt32
  ) {
    let row = table.rows[Int(mark.event)]
    let figure = figure(mark.event)
    let interval = figures.bounds[Int(figure)].interval
    let newest = newestOfInterval[interval] ?? StoredEvent.none
    var earlier = newest
    while earlier != StoredEvent.none {
      if FigureTimeline.isEcho(of: rungs[Int(earlier)].speaker, by: row.speaker, table) {
        series.setRung(earlier, at: place)
        renew(earlier, by: row, mark, at: place, table)
        return
      }
      earlier = rungs[Int(earlier)].sameInterval
    }
    let number = UInt32(rungs.count)
    var rung = Rung(
      figure: figure, speaker: row.speaker, source: row.source, first: mark.event, birth: UInt32(place),
      sameInterval: newest, reported: table.bounds(mark.event, on: .reported).to)
    for other in live where isBySame(row, rungs[Int(other)], table) { rungs[Int(other)].death = UInt32(place) }
    live.removeAll { rungs[Int($0)].death == UInt32(place) }
    let isReplaced = replacements[..<replaced].contains {
      $0.given != mark.event && replaces($0, rung, table, figures)
    }
    if isReplaced { rung.death = rung.birth } else { live.append(number) }
    rungs.append(rung)
    newestOfInterval[interval] = number
    series.setRung(number, at: place)
  }

  /// Takes a repetition by the same speaker as a new statement only where the text says that it was made later ("said
  /// on Friday"). A dispatch that recalls what was said before gives no time, or the earlier one.
  private mutating func renew(
    _ number: UInt32, by row: StoredEvent, _ mark: Mark, at place: Int, _ table: EventTable
  ) {
    let rung = rungs[Int(number)]
    guard table.hasWordsOfTime(row), isBySame(row, rung, table) else { return }
    let bounds = table.bounds(mark.event, on: .reported)
    let last = rung.renewal == StoredEvent.none ? rung.reported : renewals[Int(rung.renewal)].reported
    guard last != ReplayKey.undated, bounds.to != ReplayKey.undated, bounds.from > last else { return }
    rungs[Int(number)].renewal = UInt32(renewals.count)
    renewals.append(Renewal(rung: number, place: UInt32(place), reported: bounds.to, earlier: rung.renewal))
  }

  private mutating func replace(
    _ replacement: Replacement, at place: Int, _ table: EventTable, _ figures: FigureTable
  ) {
    for number in live where replaces(replacement, rungs[Int(number)], table, figures) {
      rungs[Int(number)].death = UInt32(place)
      rungs[Int(number)].replacedAfter = replacement.effective.event
    }
    live.removeAll { rungs[Int($0)].death != FigureTimeline.alive }
  }

  /// Whether a claim for the same figure echoes another: said by the same side, or by nobody in particular. What the
  /// opponents or outsiders say of their own is a rung of its own.
  private static func isEcho(of earlier: UInt32, by speaker: UInt32, _ table: EventTable) -> Bool {
    guard earlier != StoredEvent.none, speaker != StoredEvent.none else { return true }
    let (side, other) = (table.identities[Int(earlier)].side, table.identities[Int(speaker)].side)
    return side == .unknown || other == .unknown || side == other
  }

  /// Whether the same speaker gives both; where nobody is named, the same outlet.
  private func isBySame(_ a: StoredEvent, _ b: Rung, _ table: EventTable) -> Bool {
    guard a.speaker != StoredEvent.none, b.speaker != StoredEvent.none else {
      return a.speaker == b.speaker
        && table.sources[Int(a.source)].outletNumber == table.sources[Int(b.source)].outletNumber
    }
    return a.speaker == b.speaker || table.identities[Int(a.speaker)].isSame(as: table.identities[Int(b.speaker)])
  }

  /// Nobody retires the figure of the side he fights.
  private func replaces(
    _ replacement: Replacement, _ rung: Rung, _ table: EventTable, _ figures: FigureTable
  ) -> Bool {
    let named = figures.bounds[Int(table.figure(replacement.named))].interval
    guard figures.bounds[Int(rung.figure)].interval == named else { return false }
    let speaker = table.rows[Int(replacement.named)].speaker
    guard speaker != StoredEvent.none else { return true }
    let side = rung.speaker == StoredEvent.none ? .unknown : table.identities[Int(rung.speaker)].side
    return !table.identities[Int(speaker)].side.opposes(side)
  }
}
