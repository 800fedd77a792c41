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

/// One figure that a speaker gave, with every claim that repeats it.
package struct Rung: Hashable, Sendable {
  package var figure: Figure
  /// Who gave it first; `nil` where nobody is named.
  package var speaker: Speaker?
  /// The outlet that gave it first, which stands for the speaker where nobody is named.
  package var outlet: String
  /// The first claim that gave it, in replay order.
  package var first: EventID
  /// Every claim that gives it or repeats it, in replay order.
  package var events: [EventID]
  /// By when its speaker last gave it; `nil` where no time is known.
  package var reported: Instant?
  /// Whether its speaker still stands by it: no other figure came from the same speaker later, and no claim named it
  /// superseded.
  package var isLive: Bool
  /// Whether it is past its stale time as of the board's instant.
  package var isOld = false
  /// Whether the operator pinned it.
  package var isPinned = false
}

extension Rung {
  package var side: Speaker.Side { speaker?.side ?? .unknown }

  /// Whether a claim for the same figure echoes this one: said by the same side, or by nobody in particular. What the
  /// opponents or outsiders say of their own is a rung of its own.
  fileprivate func isRepeated(by other: Speaker?, _ figure: Figure) -> Bool {
    guard self.figure.interval == figure.interval else { return false }
    guard let speaker, let other, speaker.side != .unknown, other.side != .unknown else { return true }
    return speaker.side == other.side
  }

  /// Takes a repetition by the same speaker as a new statement only where the text says that it was made later ("said
  /// on Friday"). A dispatch that recalls what was said before gives no time, or the earlier one.
  fileprivate mutating func renew(_ moment: Moment) {
    guard moment.text != nil, let from = moment.from, let to = moment.to, let reported, from > reported else { return }
    self.reported = to
  }

  /// Whether it was said in one breath with another: by the same speaker at the same time, and where no time is known,
  /// to the same outlet.
  func isSaidWith(_ other: Rung) -> Bool {
    reported == other.reported && (reported != nil || outlet == other.outlet)
      && isBy(other.speaker, outlet: other.outlet)
  }

  /// Whether the same speaker gives it; where nobody is named, the same outlet.
  fileprivate func isBy(_ other: Speaker?, outlet: String) -> Bool {
    guard let speaker, let other else { return speaker == nil && other == nil && self.outlet == outlet }
    return speaker.isSame(as: other)
  }
}

/// Every rival claim for one figure.
package struct Ladder: Hashable, Sendable {
  package var key: FigureKey
  /// Newest first, by the first time each was said.
  package var rungs: [Rung]
  /// Claims for a part of the figure, and claims that mention it and give no number, in replay order.
  package var parts: [EventID]
  package var undisclosed: [EventID]

  /// Those that their speakers stand by and that are not past their time. Where all are past it, nobody has said
  /// anything newer: then the old ones are what is known.
  package var live: [Rung] { rungs.filter { $0.isLive && ($0.isOld ? isAllOld : true) } }
  /// What the board's cell shows: the newest that is live.
  package var newest: Rung? { rungs.first { $0.isLive && !$0.isOld } ?? rungs.first(where: \.isLive) }
  /// Whether every rung that its speaker stands by is past its time.
  package var isAllOld: Bool { rungs.allSatisfy { !$0.isLive || $0.isOld } }
  /// The figure to go by: there is one only where the operator pinned it.
  package var best: Rung? { rungs.first(where: \.isPinned) }

  /// What the live rungs span, or `nil` when they agree.
  package var range: Interval? {
    let intervals = live.map(\.figure.interval)
    guard let first = intervals.first, intervals.contains(where: { $0 != first }) else { return nil }
    return intervals.dropFirst().reduce(first) { $0.union($1) }
  }
}

extension Ladder {
  /// Builds all ladders from claims in replay order.
  ///
  /// A rung is a current total for a whole class; a claim for a named part of it (the driver, women and children, one
  /// unit) is a part, and an increment is no rung.
  ///
  /// - Parameter reported: When an event was said, as far as its article's filing time bounds it.
  static func build(
    _ events: some Collection<Event>, outlet: (ArticleID) -> String?, reported: (Event) -> Moment
  ) -> [FigureKey: Ladder] {
    var ladders: [FigureKey: Ladder] = [:]
    var replaced: [(key: FigureKey, figure: Figure, by: Claim)] = []
    for event in events {
      guard let count = event.claim.count else { continue }
      let key = FigureKey(count.status, count.subjectClass)
      switch event.claim.standing {
      case .current: break
      case .superseded:
        replaced.append((key, count.figure, event.claim))
        continue
      case .background, .forecast, .denied: continue
      }
      var ladder = ladders[key] ?? Ladder(key: key, rungs: [], parts: [], undisclosed: [])
      if count.figure.isUndisclosed {
        ladder.undisclosed.append(event.id)
      } else if count.scope != .total || event.claim.partOf != nil || event.claim.coach != nil
        || !PeopleNouns.isWhole(count)
      {
        ladder.parts.append(event.id)
      } else {
        ladder.add(event, count, outlet: outlet(event.claim.receipt.article), reported: reported(event))
      }
      ladders[key] = ladder
    }
    // An article that names a figure as replaced gives the one that replaces it: until that is in, the old one stands.
    let given = Set(
      events.filter { $0.claim.standing == .current }.compactMap { event in
        event.claim.count.map { Replacement(article: event.claim.receipt.article, status: $0.status) }
      })
    for (key, figure, claim) in replaced
    where given.contains(Replacement(article: claim.receipt.article, status: key.status)) {
      ladders[key]?.retire(figure, by: claim.speaker)
    }
    return ladders
  }

  private struct Replacement: Hashable {
    let article: ArticleID
    let status: Count.Status
  }

  private mutating func add(_ event: Event, _ count: Count, outlet: String?, reported: Moment) {
    let speaker = event.claim.speaker
    let outlet = outlet ?? event.claim.receipt.article.digest
    if let index = rungs.firstIndex(where: { $0.isRepeated(by: speaker, count.figure) }) {
      rungs[index].events.append(event.id)
      if rungs[index].isBy(speaker, outlet: outlet) { rungs[index].renew(reported) }
      return
    }
    for index in rungs.indices where rungs[index].isBy(speaker, outlet: outlet) { rungs[index].isLive = false }
    let rung = Rung(
      figure: count.figure, speaker: speaker, outlet: outlet, first: event.id, events: [event.id],
      reported: reported.to, isLive: true)
    rungs.insert(rung, at: 0)
  }

  /// Marks the rungs that are past their time at an instant.
  mutating func age(to instant: Instant?) {
    for index in rungs.indices {
      rungs[index].isOld = StaleTimes.isPast(key.status, reported: rungs[index].reported, at: instant)
    }
  }

  /// Pins the rung of a claim, and no other; a claim that stands on no rung pins none.
  mutating func pin(_ claim: EventID) {
    guard let pinned = rungs.firstIndex(where: { $0.events.contains(claim) }) else { return }
    for index in rungs.indices { rungs[index].isPinned = index == pinned }
  }

  /// Nobody retires the figure of the side he fights.
  private mutating func retire(_ figure: Figure, by speaker: Speaker?) {
    for index in rungs.indices
    where rungs[index].figure.interval == figure.interval
      && !(speaker.map { $0.side.opposes(rungs[index].side) } ?? false)
    {
      rungs[index].isLive = false
    }
  }
}
