import ArticleReader
import Intake
import Journal
import Situation

/// What the paths gave: the store, and what there is to say of how they were read.
struct Loading {
  /// The claims of the incident that was asked for, or that most reports are about; of all, where all were asked for.
  private(set) var store = EventStore()
  /// Which incidents the reports are about.
  private(set) var desk = IncidentDesk()
  /// Everything that was read.
  private var read: [(article: Article, claims: [Claim])] = []
  private var acts: [OperatorEntry] = []
  private let scope: Scope
  private(set) var problems: [Problem] = []
  /// "FILE: what the operator should know", in the order of the articles; of many files alike, the first with a count.
  private(set) var notices: [String] = []
  /// What a briefing says of the journal; `nil` without one.
  private(set) var journalHeading: String?

  /// Which reports a command is about.
  enum Scope {
    case oneIncident
    /// Every report; which incident each is about is told as well.
    case allIncidents
    /// Every report, whatever it is about.
    case everything
  }

  /// Reads paths, or the built-in incident when there are none.
  ///
  /// - Parameters:
  ///   - journal: Whose acts are applied to what is read.
  ///   - intake: How paths are read, where the options do not say it all.
  init(
    _ paths: [String], _ options: CommonOptions, journal: ReadJournal? = nil, intake: IntakeOptions? = nil,
    scope: Scope = .oneIncident
  ) throws(Failure) {
    let intake = intake ?? options.intake
    try self.init(
      paths.isEmpty ? Intake.load(BuiltInFiles.dispatches, options: intake) : Intake.load(paths, options: intake),
      options, scope)
    if let journal { add(journal) }
    try choose(options.incident)
  }

  /// Lays what an operator entered before on what was read.
  mutating func add(_ hand: OperatorHandle) {
    add(hand.entries)
    notices += hand.notices
  }

  /// Applies a journal's acts to what was read.
  mutating func add(_ journal: ReadJournal) {
    journalHeading = journal.heading
    guard let journal = journal.journal else {
      notices.append("the board's journal is \(journal.heading)")
      return
    }
    add(journal.entries)
    notices += journal.notices.map { "\(journal.path): \($0.message)" }
  }

  private mutating func add(_ entries: [OperatorEntry]) {
    acts += entries
    desk.assign(acts)
    store.append(entries)
    keepOneIncident()
  }

  /// Takes the incident of a name in the place of the one with most reports.
  private mutating func choose(_ name: String?) throws(Failure) {
    guard let name else { return }
    let found = desk.incidents(called: name)
    guard let number = found.first, found.count == 1 else {
      let names = (found.isEmpty ? Array(desk.incidents.indices) : found).map { number in
        "\(number + 1) \(desk.incidents[number].name ?? "without a name")"
      }
      let those = names.isEmpty ? "nothing was read" : "there are: " + names.joined(separator: "; ")
      throw Failure(
        .usage, found.isEmpty ? "no incident is called \"\(name)\"; \(those)" : "\"\(name)\" may be several; \(those)")
    }
    desk.choice = .about(desk.incidents[number].articles[0])
    keepOneIncident()
  }

  /// Takes out of the store what is about other incidents.
  private mutating func keepOneIncident() {
    guard scope == .oneIncident else { return }
    let admitted = read.filter { desk.admits($0.article.id) }
    guard Set(admitted.map(\.article.id)) != Set(store.articles.map(\.id)) else { return }
    let reliabilities = store.reliabilities
    store = EventStore()
    store.append(contentsOf: admitted)
    store.append(acts)
    store.reliabilities = reliabilities
  }

  private init(_ result: Intake.Result, _ options: CommonOptions, _ scope: Scope) throws(Failure) {
    self.scope = scope
    problems = result.problems
    let reader = try ReaderLoading.reader(options)
    var paths: [ArticleID: String] = [:]
    var told = Notices()
    var entries: [Intake.Entry] = []
    for entry in result.entries {
      let article = entry.article
      for notice in article.notices { told.add(notice, of: article.path) }
      if let first = paths[article.id] {
        told.add("the same bytes as \(first); read once", of: article.path)
        continue
      }
      paths[article.id] = article.path
      entries.append(entry)
    }
    notices = told.lines
    let unread = entries.filter { $0.claims == nil }.map(\.article)
    let meter = ProgressMeter(total: unread.count)
    var claims = ParallelReading.claims(of: unread, reader, meter: meter)[...]
    meter?.end()
    read = entries.map { ($0.article, $0.claims ?? claims.popFirst() ?? []) }
    if scope != .everything {
      desk.add(read.map { IncidentDesk.Card($0.article, claims: $0.claims) })
      desk.sort()
    }
    store.append(contentsOf: read)
    store.reliabilities = result.reliabilities
    add(result.acts)
    if let path = options.sources {
      store.reliabilities = store.reliabilities.overlaid(by: try SourcesFile.reliabilities(path))
    }
  }

  /// Says on standard error what was not read, and what should be known of what was.
  func report() {
    for notice in notices { Diagnostics.say(notice) }
    let unsure = desk.unsure.count
    if scope == .oneIncident, unsure > 0 {
      let reports = unsure == 1 ? "1 report" : "\(unsure) reports"
      Diagnostics.say("\(reports) may be about this incident and set aside; sitboard incidents lists them")
    }
    if scope == .oneIncident, desk.asideCount > unsure {
      let count = desk.asideCount - unsure
      let reports = count == 1 ? "1 report is about another incident" : "\(count) reports are about other incidents"
      Diagnostics.say("\(reports) and set aside; sitboard incidents lists them")
    }
    for problem in problems { Diagnostics.say(problem.message) }
  }

  /// Whether anything was read. Where every path failed there is no picture to give: it would read as a calm
  /// situation.
  var hasArticles: Bool { !store.articles.isEmpty }

  /// Ends a command that has done all that could be done.
  func conclude() throws(Failure) {
    if let first = problems.first { throw .silent(SystemExit(first.category)) }
  }
}
