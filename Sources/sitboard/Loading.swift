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
  private let scope: Scope
  private(set) var problems: [Problem] = []
  /// "FILE: what the operator should know", in the order of the articles; of many files alike, the first with a count.
  private(set) var notices: [String] = []
  /// What a briefing says of the journal; `nil` without one.
  private(set) var journalHeading: String?
  /// That what was read is an example; `nil` where it is not.
  private(set) var example: String?

  /// Which reports a command is about.
  enum Scope {
    case oneIncident
    /// Every report; which incident each is about is told as well.
    case allIncidents
    /// Every report, whatever it is about.
    case everything
  }

  /// What an operator entered before, and what there is to say of it.
  struct Entered {
    var entries: [OperatorEntry] = []
    var notices: [String] = []
    /// What a briefing says of the journal; `nil` without one.
    var heading: String?

    init() {}

    init(_ hand: OperatorJournal) { (entries, notices) = (hand.entries, hand.notices) }

    /// - Parameter journal: `nil` where there is none.
    init(_ journal: ReadJournal?) {
      guard let journal else { return }
      heading = journal.heading
      guard let opened = journal.journal else {
        notices = ["the board's journal is \(journal.heading)"]
        return
      }
      (entries, notices) = (opened.entries, opened.notices.map { "\(opened.path): \($0.message)" })
    }
  }

  /// Reads paths, or the built-in incident when there are none.
  ///
  /// - Parameters:
  ///   - journal: Whose acts are applied to what is read.
  ///   - intake: How paths are read, where the options do not say it all.
  init(
    _ paths: [String], _ options: CommonOptions, journal: ReadJournal?, intake: IntakeOptions? = nil,
    scope: Scope = .oneIncident
  ) throws(Failure) {
    try self.init(paths, options, Entered(journal), intake: intake, scope: scope)
  }

  init(
    _ paths: [String], _ options: CommonOptions, _ entered: Entered = Entered(), intake: IntakeOptions? = nil,
    scope: Scope = .oneIncident
  ) throws(Failure) {
    let intake = intake ?? options.intake
    let given = try ReadingPaths(paths, list: options.sources)
    let shared = try Loading.shared(paths, options)
    if given.isEmpty, shared == nil { example = BuiltInIncident.labels.first }
    var result =
      shared?.loaded()
      ?? (given.isEmpty ? BuiltInIncident.load(options, intake) : Intake.load(given.local, options: intake))
    if !given.sources.isEmpty {
      let fetched = try FetchedOnce.load(given.sources, intake)
      result.entries += fetched.entries
      result.problems += fetched.problems
      result.notices += fetched.notices
    }
    self.scope = scope
    problems = result.problems
    let entries = newEntries(of: result)
    notices += result.notices + entered.notices + (shared?.notices ?? [])
    journalHeading = entered.heading
    let reading = try ArticleReading(options)
    var read = reading.claims(of: entries, told: true)
    let fingerprints = scope == .everything ? nil : reading.fingerprints(of: entries, read)
    reading.keep()
    let acts = result.acts + entered.entries
    if let fingerprints {
      desk.add(zip(entries, fingerprints).map { IncidentDesk.Card($0.article, $1) })
      desk.assign(acts)
      desk.sort()
      try choose(options.incident)
    }
    if scope == .oneIncident { read.removeAll { !desk.admits($0.article.id) } }
    store.append(moving: &read)
    store.append(acts)
    store.reliabilities = result.reliabilities.overlaid(by: given.reliabilities)
  }

  /// The contents of the desk that is asked for; `nil` where none is.
  private static func shared(_ paths: [String], _ options: CommonOptions) throws(Failure) -> DeskLoading? {
    guard try options.isOfDesk(paths), let desk = options.desk else { return nil }
    return try DeskLoading(DeskAccess.log(DeskAccess.address(desk)))
  }

  /// The articles of a result, each once, in the edition that counts; what is to be known of them is noted.
  private mutating func newEntries(of result: Intake.Result) -> [Intake.Entry] {
    var paths: [ArticleID: String] = [:]
    var told = Notices()
    var entries: [Intake.Entry?] = []
    var places: [ArticleID: Int] = [:]
    var stories = StoryRegister()
    var replaced = 0
    for entry in result.entries {
      let article = entry.article
      switch stories.take(entry) {
      case .new: break
      case .known: continue
      case .edition(let former):
        if let place = places[former] { entries[place] = nil }
        // It may come back as it was.
        paths[former] = nil
        replaced += 1
      }
      for notice in article.notices { told.add(notice, of: article.path) }
      if let first = paths[article.id] {
        told.add("the same bytes as \(first); read once", of: article.path)
        continue
      }
      paths[article.id] = article.path
      places[article.id] = entries.count
      entries.append(entry)
    }
    notices = told.lines
    if replaced > 0 {
      notices.append(
        "\(replaced) earlier \(replaced == 1 ? "edition of a story is" : "editions of stories are") not counted")
    }
    return entries.compactMap { $0 }
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

  /// True if anything was read. Where every path failed there is no picture to give: it would read as a calm
  /// situation.
  var hasArticles: Bool { !store.articles.isEmpty }

  /// Ends a command that has done all that could be done.
  func conclude() throws(Failure) {
    if let first = problems.first { throw .silent(SystemExit(first.category)) }
  }
}
