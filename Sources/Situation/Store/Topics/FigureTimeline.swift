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
    /// Where its first claim stands.
    var outlet: UInt32
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
    /// Where nobody was named by its first claim, the first speaker who was named by an echo of it, and the place of
    /// that echo: "22 were killed" at the head of a report whose text says that the police say so.
    var namedSpeaker = StoredEvent.none
    var namedAt = FigureTimeline.alive

    /// Who gives it when so many claims are in; `StoredEvent.none` where nobody is named.
    func voice(entered: Int) -> UInt32 {
      speaker == StoredEvent.none && Int(namedAt) < entered ? namedSpeaker : speaker
    }
  }

  /// A rung given anew by its speaker.
  struct Renewal: Hashable, Sendable {
    var rung: UInt32
    /// The claim that says so, and its place.
    var event: UInt32
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
    var effective: ReplayKey
  }

  /// What a claim is told apart by, beside its mark.
  private struct Said {
    var figure: UInt32
    /// `StoredEvent.none` where nobody is named.
    var speaker: UInt32
  }

  static let alive = UInt32.max
  /// After how many claims the live rungs are listed again.
  static let stride = 64

  /// What the figure is of.
  let status: Count.Status
  private(set) var series = Series()
  /// Of each claim of the series.
  private var said: [Said] = []
  private(set) var rungs: [Rung] = []
  private(set) var replacements: [Replacement] = []
  private var renewals: [Renewal] = []
  /// The live rungs before some claims, one list after another; where each list begins, and at which claim it stands.
  private var checkpoints: [UInt32] = []
  private var checkpointStarts: [Int] = []
  private var checkpointPlaces: [Int] = []
  /// The newest rung of each interval, by its number, as far as this figure has had it.
  private var newestOfInterval: [UInt32] = []
  /// The live rungs after the last claim, in the order they began.
  private var live: [UInt32] = []
  /// The first claim that is to be told apart, and all after it; `nil` where none is.
  private var unsettled: Int?
  /// Up to which place what follows was settled: one past the last claim where figures were replaced after it.
  private var told = 0

  init(_ status: Count.Status) { self.status = status }

  /// - Parameter figure: The number of the claim's figure.
  mutating func insert(_ mark: ReplayKey, _ figure: UInt32, on clock: Clock, _ table: EventTable) {
    let place = series.insert(mark, on: clock, table)
    let said = Said(figure: figure, speaker: table.rows[Int(mark.event)].speaker)
    if place == self.said.count {
      self.said.append(said)
      unsettle(place)
    } else {
      self.said.insert(said, at: place)
      if !takeEcho(mark, said, at: place, table) { unsettle(place) }
    }
  }

  /// Takes a claim that came in late as an echo of a rung that had begun by then, which changes nothing after it.
  ///
  /// - Returns: Whether it is one; what it is may not be known before the claims ahead of it are told apart.
  private mutating func takeEcho(_ mark: ReplayKey, _ said: Said, at place: Int, _ table: EventTable) -> Bool {
    guard unsettled ?? .max > place, replacements.isEmpty, !table.hasWordsOfTime(mark.event) else { return false }
    let interval = table.figures.bounds[Int(said.figure)].interval
    guard let rung = rung(of: interval, before: place, echoedBy: said.speaker, table.identities) else { return false }
    // It may be the first to name who gives the figure.
    guard said.speaker == StoredEvent.none || rungs[Int(rung)].speaker != StoredEvent.none else { return false }
    series.setRung(rung, at: place)
    makeRoom(at: place)
    return true
  }

  /// The newest rung of an interval that had begun by a place and that what a speaker says echoes.
  private func rung(
    of interval: UInt32, before place: Int, echoedBy speaker: UInt32, _ identities: [SpeakerIdentity]
  ) -> UInt32? {
    let side = identities.side(of: speaker)
    var number = newest(of: interval)
    while number != StoredEvent.none {
      let rung = rungs[Int(number)]
      if rung.birth < place, FigureTimeline.isEcho(of: identities.side(of: rung.voice(entered: place)), by: side) {
        return number
      }
      number = rung.sameInterval
    }
    return nil
  }

  /// Moves what stands at a place or after it by one.
  private mutating func makeRoom(at place: Int) {
    let begun = bornCount(entered: place)
    // What had begun and has not ended before: those that the list before the place names, and those begun since.
    let checkpoint = checkpointPlaces.partitioningIndex { $0 > place } - 1
    if checkpoint >= 0 {
      for number in list(checkpoint) { moveDeath(Int(number), from: place) }
      for number in bornCount(entered: checkpointPlaces[checkpoint])..<begun { moveDeath(number, from: place) }
    }
    for number in begun..<rungs.count {
      rungs[number].birth += 1
      moveDeath(number, from: place)
    }
    for index in checkpointPlaces.indices[(checkpoint + 1)...] { checkpointPlaces[index] += 1 }
    for index in renewals.indices.reversed() {
      guard renewals[index].place >= place else { break }
      renewals[index].place += 1
    }
    if let unsettled { self.unsettled = unsettled + 1 }
    told += 1
  }

  private mutating func moveDeath(_ number: Int, from place: Int) {
    let (death, namedAt) = (rungs[number].death, rungs[number].namedAt)
    if namedAt != FigureTimeline.alive, namedAt >= place { rungs[number].namedAt = namedAt + 1 }
    if death != FigureTimeline.alive, death >= place { rungs[number].death = death + 1 }
  }

  private func list(_ checkpoint: Int) -> ArraySlice<UInt32> {
    let end = checkpoint + 1 < checkpointStarts.count ? checkpointStarts[checkpoint + 1] : checkpoints.count
    return checkpoints[checkpointStarts[checkpoint]..<end]
  }

  mutating func insert(_ replacement: Replacement, on clock: Clock, _ table: EventTable) {
    let index = replacements.partitioningIndex {
      !Series.precedes($0.effective, replacement.effective, clock, table)
    }
    replacements.insert(replacement, at: index)
    unsettle(series.place(of: replacement.effective, on: clock, table))
  }

  mutating func remove(_ mark: ReplayKey, on clock: Clock, _ table: EventTable) {
    guard let place = series.remove(mark, on: clock, table) else { return }
    said.remove(at: place)
    unsettle(place)
  }

  /// Takes out what a claim replaces, by naming it or by giving another figure.
  mutating func removeReplacement(by event: UInt32, on clock: Clock, _ table: EventTable) {
    while let index = replacements.firstIndex(where: { $0.named == event || $0.given == event }) {
      unsettle(series.place(of: replacements[index].effective, on: clock, table))
      replacements.remove(at: index)
    }
  }

  private func newest(of interval: UInt32) -> UInt32 {
    interval < newestOfInterval.count ? newestOfInterval[Int(interval)] : StoredEvent.none
  }

  private mutating func setNewest(of interval: UInt32, _ rung: UInt32) {
    while newestOfInterval.count <= interval { newestOfInterval.append(StoredEvent.none) }
    newestOfInterval[Int(interval)] = rung
  }

  var isUnsettled: Bool { unsettled != nil }

  private mutating func unsettle(_ place: Int) { unsettled = min(unsettled ?? place, place) }

  /// How many rungs have begun when so many claims are in.
  func bornCount(entered: Int) -> Int { rungs.partitioningIndex { Int($0.birth) >= entered } }

  /// The rungs that are live when so many claims are in, newest first.
  func live(entered: Int, in cut: ReplayCut, _ table: EventTable) -> [UInt32] {
    guard entered > 0 else { return [] }
    let checkpoint = checkpointPlaces.partitioningIndex { $0 >= entered } - 1
    let listed = list(checkpoint)
    let begun = bornCount(entered: checkpointPlaces[checkpoint])
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
    let reported = renewal(of: number, entered: entered)?.reported ?? rungs[Int(number)].reported
    return reported == ReplayKey.undated ? nil : Instant(seconds: reported)
  }

  /// The claim by which a rung's speaker last gave it, when so many claims are in.
  func standingEvent(_ number: UInt32, entered: Int) -> UInt32 {
    renewal(of: number, entered: entered)?.event ?? rungs[Int(number)].first
  }

  private func renewal(of number: UInt32, entered: Int) -> Renewal? {
    var renewal = rungs[Int(number)].renewal
    while renewal != StoredEvent.none, renewals[Int(renewal)].place >= entered {
      renewal = renewals[Int(renewal)].earlier
    }
    return renewal == StoredEvent.none ? nil : renewals[Int(renewal)]
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
  mutating func settle(on clock: Clock, _ told: SettleContext) {
    guard let from = unsettled else { return }
    let table = told.table
    rewind(to: from, told)
    var next = replacements.partitioningIndex { series.place(of: $0.effective, on: clock, table) >= from }
    for place in from..<series.marks.count {
      let mark = series.marks[place]
      if checkpointPlaces.last.map({ place - $0 >= FigureTimeline.stride }) ?? true {
        checkpointPlaces.append(place)
        checkpointStarts.append(checkpoints.count)
        checkpoints += live
      }
      while next < replacements.count, !Series.precedes(mark, replacements[next].effective, clock, table) {
        replace(replacements[next], at: place, told)
        next += 1
      }
      settle(mark, at: place, replaced: next, told)
    }
    // What is replaced after the last claim is replaced anew when another comes.
    self.told = series.marks.count + (next < replacements.count ? 1 : 0)
    for replacement in replacements[next...] { replace(replacement, at: series.marks.count, told) }
    unsettled = nil
  }

  /// Forgets what depended on the claims from a place on, and on what replaces figures there.
  private mutating func rewind(to place: Int, _ told: SettleContext) {
    while let rung = rungs.last, Int(rung.birth) >= place {
      setNewest(of: told.bounds[Int(rung.figure)].interval, rung.sameInterval)
      rungs.removeLast()
    }
    guard place < self.told else { return }
    for number in rungs.indices where rungs[number].namedAt != FigureTimeline.alive && rungs[number].namedAt >= place {
      rungs[number].namedAt = FigureTimeline.alive
      rungs[number].namedSpeaker = StoredEvent.none
    }
    while let renewal = renewals.last, renewal.place >= place {
      if Int(renewal.rung) < rungs.count { rungs[Int(renewal.rung)].renewal = renewal.earlier }
      renewals.removeLast()
    }
    for number in rungs.indices where rungs[number].death != FigureTimeline.alive && rungs[number].death >= place {
      rungs[number].death = FigureTimeline.alive
      rungs[number].replacedAfter = StoredEvent.none
    }
    let kept = checkpointPlaces.partitioningIndex { $0 >= place }
    if kept < checkpointStarts.count {
      checkpoints.removeSubrange(checkpointStarts[kept]...)
      checkpointStarts.removeSubrange(kept...)
      checkpointPlaces.removeSubrange(kept...)
    }
    let listed = kept > 0 ? list(kept - 1) : []
    let begun = bornCount(entered: checkpointPlaces.last ?? 0)
    live =
      listed.filter { rungs[Int($0)].death == FigureTimeline.alive }
      + (begun..<rungs.count).filter { rungs[$0].death == FigureTimeline.alive }.map { UInt32($0) }
  }

  /// One claim: an echo of a rung, or a rung of its own that ends the earlier one of the same speaker.
  private mutating func settle(_ mark: ReplayKey, at place: Int, replaced: Int, _ told: SettleContext) {
    let said = said[place]
    let interval = told.bounds[Int(said.figure)].interval
    if let earlier = rung(of: interval, before: place, echoedBy: said.speaker, told.identities) {
      series.setRung(earlier, at: place)
      name(earlier, said.speaker, at: place)
      renew(earlier, by: said.speaker, mark, at: place, told)
      return
    }
    let number = UInt32(rungs.count)
    var rung = Rung(
      figure: said.figure, speaker: said.speaker, outlet: told.outlet(mark.event), first: mark.event,
      birth: UInt32(place), sameInterval: newest(of: interval),
      reported: told.table.bounds(mark.event, on: .reported).to)
    var isOutranked = false
    for other in live where told.isSaid(by: said.speaker, mark.event, rungs[Int(other)], entered: place) {
      if told.outranks(mark.event, standingEvent(other, entered: place), on: status) {
        rungs[Int(other)].death = UInt32(place)
      } else {
        isOutranked = true
      }
    }
    live.removeAll { rungs[Int($0)].death == UInt32(place) }
    let isReplaced =
      isOutranked
      || replaced > 0
        && replacements[..<replaced].contains { $0.given != mark.event && replaces($0, rung, at: place, told) }
    if isReplaced { rung.death = rung.birth } else { live.append(number) }
    rungs.append(rung)
    setNewest(of: interval, number)
    series.setRung(number, at: place)
  }

  /// Takes up who gives a figure from the first echo that names somebody.
  private mutating func name(_ number: UInt32, _ speaker: UInt32, at place: Int) {
    guard speaker != StoredEvent.none, rungs[Int(number)].speaker == StoredEvent.none,
      rungs[Int(number)].namedAt == FigureTimeline.alive
    else { return }
    rungs[Int(number)].namedSpeaker = speaker
    rungs[Int(number)].namedAt = UInt32(place)
  }

  /// Takes a repetition by the same speaker as a new statement only where the text says that it was made later ("said
  /// on Friday"). A dispatch that recalls what was said before gives no time, or the earlier one.
  private mutating func renew(
    _ number: UInt32, by speaker: UInt32, _ mark: ReplayKey, at place: Int, _ told: SettleContext
  ) {
    let rung = rungs[Int(number)]
    guard told.isSaid(by: speaker, mark.event, rung, entered: place), told.table.hasWordsOfTime(mark.event) else {
      return
    }
    let bounds = told.table.bounds(mark.event, on: .reported)
    let last = rung.renewal == StoredEvent.none ? rung.reported : renewals[Int(rung.renewal)].reported
    guard last != ReplayKey.undated, bounds.to != ReplayKey.undated, bounds.from > last else { return }
    rungs[Int(number)].renewal = UInt32(renewals.count)
    renewals.append(
      Renewal(rung: number, event: mark.event, place: UInt32(place), reported: bounds.to, earlier: rung.renewal))
  }

  private mutating func replace(
    _ replacement: Replacement, at place: Int, _ told: SettleContext
  ) {
    for number in live where replaces(replacement, rungs[Int(number)], at: place, told) {
      rungs[Int(number)].death = UInt32(place)
      rungs[Int(number)].replacedAfter = replacement.effective.event
    }
    live.removeAll { rungs[Int($0)].death != FigureTimeline.alive }
  }

  /// Returns true if a claim for the same figure echoes another: said by the same side, or by nobody in particular. What the
  /// opponents or outsiders say of their own is a rung of its own.
  private static func isEcho(of earlier: Speaker.Side, by side: Speaker.Side) -> Bool {
    earlier == .unknown || side == .unknown || earlier == side
  }

  /// Nobody retires the figure of the side that they fight.
  private func replaces(
    _ replacement: Replacement, _ rung: Rung, at place: Int, _ told: SettleContext
  ) -> Bool {
    let named = told.bounds[Int(told.table.figure(replacement.named))].interval
    guard told.bounds[Int(rung.figure)].interval == named else { return false }
    return !told.table.side(replacement.named).opposes(told.identities.side(of: rung.voice(entered: place)))
  }
}
