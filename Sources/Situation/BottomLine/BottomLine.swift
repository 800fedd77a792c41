/// What an officer must know first, made once of a board and told the same everywhere: at the top of the screen and of
/// the briefing, in one line, and to who logs in.
///
/// These are values; `lines` puts them in words.
package struct BottomLine: Hashable, Sendable {
  /// A figure with who gives it, when, and where it was printed.
  package struct SourcedFigure: Hashable, Sendable {
    package var figure: Figure
    package var source: Source
  }

  /// Who says something, and when.
  package struct Source: Hashable, Sendable {
    /// `nil` where nobody is named.
    package var speaker: SpeakerName?
    package var when: Moment
    /// Every claim that says it, in replay order.
    package var events: [EventID]
    /// How many seconds before the board's instant it was last said; `nil` where no time is known.
    package var age: Int64?

    package init(speaker: SpeakerName?, when: Moment, events: [EventID], age: Int64? = nil) {
      self.speaker = speaker
      self.when = when
      self.events = events
      self.age = age
    }
  }

  /// So many of some of the people, and who says so.
  package struct SourcedPart: Hashable, Sendable {
    package var part: BoardRow.Part
    package var source: Source
  }

  /// What is known of the people whom one status befell.
  package struct People: Hashable, Sendable {
    package enum Known: Hashable, Sendable {
      /// One figure for each account that excludes the others.
      case totals([SourcedFigure])
      /// Nobody gives a total. The parts are told with what they cover; several are added up nowhere.
      case parts([SourcedPart])
      /// Mentioned without a number, by whom; the last number that somebody gave and nobody took back, where there is one.
      case unnumbered(last: SourcedFigure?, by: Source)
      /// What was last told, by each account: the incident is over since, or all of it is too old to speak for the
      /// present.
      case past([SourcedFigure])
    }

    /// A total of those aboard that is less than the last number: both cannot be true.
    package var below: SourcedFigure?

    package var key: FigureKey
    /// What the status is called.
    package var name: String
    package var known: Known
    /// A part that is more than every total: none of them is of all, whatever it was given for.
    package var beyond: SourcedPart?
  }

  /// What nobody tells of the people caught in the incident, and of which of those who fight it is told.
  package struct Untold: Hashable, Sendable {
    package var status: Count.Status
    package var besides: [Count.SubjectClass]
  }

  /// The state that the incident is in.
  package struct State: Hashable, Sendable {
    package var thing: String
    package var state: String
    package var source: Source
  }

  package struct Deadline: Hashable, Sendable {
    package var statement: Statement
    package var source: Source
    /// How much of it is left at the board's instant, or how long ago it passed; `nil` where no number of hours is given.
    package var note: DeadlineNote?
  }

  package var state: State?
  package var place: String?
  /// When the first is told of what the incident is about.
  package var since: Moment?
  package var people: [People] = []
  /// The gravest conflict that nobody set aside.
  package var disputed: Conflict?
  /// How many more there are.
  package var furtherConflicts = 0
  /// Statuses of which nobody tells anything, though every incident is asked for them.
  package var untold: [Untold] = []
  /// What is mentioned and given no figure.
  package var unnumbered: [String] = []
  /// The deadline that was set last.
  package var deadline: Deadline?
  /// When the newest report up to the board's instant was filed; `nil` where none has a date.
  package var lastReport: Moment?
  /// The board's instant.
  package var asOf: Instant?

  /// - Parameter store: The events that the board is of.
  package init(_ board: Board, _ store: EventStore) {
    let maker = Maker(board: board, store: store)
    if let row = board.incident.what, case .words(let words) = row.value, let event = row.newest {
      state = State(thing: row.label, state: words, source: maker.source(Array(row.events), first: event))
    }
    place = board.place
    since = maker.since
    asOf = board.asOf
    people = Count.Status.ofPeople.compactMap { maker.people(FigureKey($0, .people)) }
    let open = board.openConflicts
    disputed = open.first
    furtherConflicts = max(0, open.count - 1)
    let given = Set(people.map(\.key.status))
    untold = BottomLine.alwaysAsked.filter { !given.contains($0) }.map { status in
      Untold(
        status: status,
        besides: Count.SubjectClass.allCases.filter {
          $0 != .people && board.ladders[FigureKey(status, $0)]?.newest != nil
        })
    }
    unnumbered = board.gaps.map(\.label)
    let statements = board.forces.statements
    if let index = statements.lastIndex(where: { $0.statement.act == .deadline }) {
      let said = statements[index]
      deadline = Deadline(
        statement: said.statement, source: maker.source([said.event], first: said.event),
        note: DeadlineNote(said, among: statements[...index], store: store))
    }
    lastReport = maker.lastReport
  }

  /// What is said to be unknown where nobody tells of it.
  static let alwaysAsked: [Count.Status] = [.killed, .injured]
}

/// Looks up what the values of a bottom line are taken from.
private struct Maker {
  let board: Board
  let store: EventStore

  func source(_ events: [EventID], first: EventID, age: Int64? = nil) -> BottomLine.Source {
    let claim = board.overrides.claim(of: first, in: store)
    return BottomLine.Source(
      speaker: store.speakerName(of: first), when: claim.moment(on: board.clock), events: events, age: age)
  }

  private func told(_ rung: Rung) -> BottomLine.SourcedFigure {
    BottomLine.SourcedFigure(
      figure: rung.figure,
      source: source(rung.events, first: rung.first, age: rung.age(asOf: board.asOf)))
  }

  func people(_ key: FigureKey) -> BottomLine.People? {
    guard let row = board.people.first(where: { $0.key == key && !$0.isPart }), let ladder = board.ladders[key] else {
      return nil
    }
    func known(_ known: BottomLine.People.Known) -> BottomLine.People {
      BottomLine.People(key: key, name: row.label, known: known)
    }
    func sourced(_ part: BoardRow.Part) -> BottomLine.SourcedPart {
      BottomLine.SourcedPart(part: part, source: source([part.event], first: part.event))
    }
    if case .shares(let parts) = row.coverage { return known(.parts(parts.map(sourced))) }
    if case .share(let share) = row.coverage, case .figure(let figure) = row.value, let event = row.newest {
      return known(.parts([sourced(BoardRow.Part(share: share, figure: figure, event: event))]))
    }
    let heads = ladder.heads
    if !heads.isEmpty, isOfThePast(row, ladder) { return known(.past(heads.map(told))) }
    if !heads.isEmpty {
      var people = known(.totals(heads.map(told)))
      people.beyond = board.partBeyond(key).map(sourced)
      return people
    }
    guard let newest = row.newest else { return nil }
    let last = ladder.standing.first { !ladder.isWeaker($0) }
    var people = known(.unnumbered(last: last.map(told), by: source([newest], first: newest)))
    if let low = last?.figure.widened.low {
      people.below = board.ladders[FigureKey(.aboard, .people)]?.heads.first { $0.figure.widened.high ?? .max < low }
        .map(told)
    }
    return people
  }

  /// Returns true for figures of what goes up and down that are all too old, and for those held when it was not over yet.
  private func isOfThePast(_ row: BoardRow, _ ladder: Ladder) -> Bool {
    if ladder.best != nil { return false }
    return ladder.isAllOld && ladder.key.status.traits.course == .moves
      || ladder.key.status == .held && board.isPast(row, in: store)
  }

  /// The first time that a claim gives for a state of what the incident is about.
  var since: Moment? {
    let states = board.train.conditions.flatMap { [$0.events.first, $0.events.last].compactMap { $0 } }
    let dated = states.compactMap { event in store.end(of: event, on: .happened).map { (event, $0) } }
    return dated.min { ($0.1, $0.0.sequence) < ($1.1, $1.0.sequence) }.map { store.told($0.0).happened }
  }

  /// When the newest article up to the board's instant was filed.
  var lastReport: Moment? {
    guard board.included > 0, let asOf = board.asOf else { return nil }
    // At the end all reports are in, also those that tell of what was before they were filed.
    let isAtEnd = board.included == store.replayCount
    let last = isAtEnd ? store.replayCount : store.asOf(asOf, on: .reported).included
    for place in stride(from: last - 1, through: 0, by: -1) {
      let event = store.event(at: place, on: .reported)
      guard event.act == nil, let date = store.article(event.claim.receipt.article)?.date, let to = date.to,
        isAtEnd || to <= asOf
      else { continue }
      return date
    }
    return nil
  }
}
