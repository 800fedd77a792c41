/// What the present is told against for somebody who sees it for the first time: how the incident stood an hour before
/// the newest report, or, where that hour brought nothing else, at the report before.
package struct RecentPast: Hashable, Sendable {
  package enum Start: Hashable, Sendable {
    /// An hour before the newest report, which came at this time.
    case hour(before: Moment)
    /// All reports up to this time; the first of them, where there are no earlier ones.
    case report(Moment, isFirst: Bool)
  }

  package let start: Start
  /// How it stood then.
  package let board: Board

  /// How many times of reports are tried until one is found since which something changed.
  private static let most = 6
  /// More events than these are not taken out of a board one by one.
  private static let mostEvents = 4096

  /// - Parameter board: How it stands; what was reported after its instant is no part of the comparison.
  /// - Returns: `nil` where no report of a known time came before the newest.
  package init?(before board: Board, _ store: EventStore) {
    let end = board.included == store.replayCount ? nil : board.asOf
    let filed = store.articles.compactMap { article -> Filed? in
      guard let to = article.date.to, end.map({ to <= $0 }) ?? true else { return nil }
      return Filed(id: article.id, date: article.date, at: to)
    }
    guard let newest = filed.max(by: { $0.at < $1.at }) else { return nil }
    var first: RecentPast?
    for (start, at) in RecentPast.starts(filed, newest) {
      let past = RecentPast(
        start: start, board: RecentPast.board(board, store, without: filed.filter { $0.at > at }, from: at))
      if past.board.told != board.told {
        self = past
        return
      }
      first = first ?? past
    }
    guard let first else { return nil }
    self = first
  }

  private init(start: Start, board: Board) {
    self.start = start
    self.board = board
  }

  private struct Filed {
    let id: ArticleID
    let date: Moment
    let at: Instant
  }

  /// The hour where the newest report tells the hour it came, then the times of the reports before it, the latest first.
  private static func starts(_ filed: [Filed], _ newest: Filed) -> [(Start, Instant)] {
    var starts: [(Start, Instant)] = []
    func latest(before end: Instant) -> Filed? { filed.filter { $0.at < end }.max { $0.at < $1.at } }
    let hourAgo = newest.at.advanced(by: -3600)
    if newest.date.precision == .instant, filed.contains(where: { $0.at <= hourAgo }) {
      starts.append((.hour(before: newest.date), hourAgo))
    }
    var earlier = latest(before: newest.at)
    while let report = earlier, starts.count < most {
      earlier = latest(before: report.at)
      starts.append((.report(report.date, isFirst: earlier == nil), report.at))
    }
    return starts
  }

  private static func board(_ board: Board, _ store: EventStore, without late: [Filed], from start: Instant) -> Board {
    let events = late.flatMap { store.events(of: $0.id).map(\.id) }.filter { store.isReplayed($0) }
    if events.count <= mostEvents {
      return Board(store, included: board.included, clock: board.clock, without: Set(events))
    }
    // Of so many the replay order tells nearly the same.
    return Board(
      store, included: min(board.included, store.asOf(start, on: board.clock).included), clock: board.clock)
  }
}

extension Board {
  /// What it shows, without the claims behind it.
  fileprivate var told: Told {
    let sides = [forces.security, forces.attackers, forces.others]
    let rows = people + sides.flatMap { $0.figures + $0.actions + $0.equipment } + train.rows
    return Told(
      rows: rows.map { Told.Row(label: $0.label, value: $0.value, figures: $0.heads.map(\.figure)) },
      statements: forces.statements.map(\.statement), conflicts: openConflicts.map { $0.brief(hasTerms: true) },
      gaps: gaps.map(\.label))
  }

  fileprivate struct Told: Hashable {
    struct Row: Hashable {
      let label: String
      let value: BoardRow.Value
      let figures: [Figure]
    }

    let rows: [Row]
    let statements: [Statement]
    let conflicts: [String]
    let gaps: [String]
  }
}

extension RecentPast.Start {
  /// "in the last hour before 14 Mar 19:30", "since the report of 14 Mar 15:05", and shorter ways.
  package func words(_ marks: GlyphSet = .unicode) -> [String] {
    func label(_ date: Moment) -> String { date.labels(marks).first ?? "?" }
    switch self {
    case .hour(let newest): return ["in the last hour before " + label(newest), "in the last hour"]
    case .report(let date, let isFirst):
      let isOne = date.precision == .instant
      return [
        isFirst
          ? "since the first report\(isOne ? "," : "s of") \(label(date))"
          : "since the report\(isOne ? "" : "s") of \(label(date))", "since \(label(date))",
      ]
    }
  }
}
