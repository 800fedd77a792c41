import ArticleReader
import Intake
import Journal
import Situation

/// What the paths gave: the store, and what there is to say of how they were read.
struct Loading {
  private(set) var store = EventStore()
  private(set) var problems: [Problem] = []
  /// "FILE: what the operator should know", in the order of the articles; of many files alike, the first with a count.
  private(set) var notices: [String] = []

  /// Reads paths, or the built-in incident when there are none.
  ///
  /// - Parameters:
  ///   - journal: Whose acts are laid on what is read.
  ///   - intake: How paths are read, where the options do not say it all.
  init(
    _ paths: [String], _ options: CommonOptions, journal: JournalOptions? = nil, intake: IntakeOptions? = nil
  ) throws(Failure) {
    let journal = try journal?.opened()
    let intake = intake ?? options.intake
    try self.init(
      paths.isEmpty ? Intake.load(BuiltInFiles.dispatches, options: intake) : Intake.load(paths, options: intake),
      options)
    if let journal { add(journal) }
  }

  /// Lays what an operator entered before on what was read.
  mutating func add(_ hand: OperatorHandle) {
    store.append(hand.entries)
    notices += hand.notices
  }

  /// Lays a journal's acts on what was read.
  mutating func add(_ journal: Journal) {
    store.append(journal.entries)
    notices += journal.notices.map { "\(journal.path): \($0.message)" }
  }

  private init(_ result: Intake.Result, _ options: CommonOptions) throws(Failure) {
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
    var read = ParallelReading.claims(of: unread, reader, meter: meter)[...]
    meter?.end()
    store.append(contentsOf: entries.map { ($0.article, $0.claims ?? read.popFirst() ?? []) })
    store.append(result.acts)
    store.reliabilities = result.reliabilities
    if let path = options.sources {
      store.reliabilities = store.reliabilities.overlaid(by: try SourcesFile.reliabilities(path))
    }
  }

  /// Says on standard error what was not read, and what should be known of what was.
  func report() {
    for notice in notices { Diagnostics.say(notice) }
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

/// Loads the reader with its words.
enum ReaderLoading {
  static func reader(_ options: CommonOptions) throws(Failure) -> ArticleReader {
    var files = BuiltInFiles.lexicon.map { (name: $0.name, text: $0.bytes) }
    if let path = options.lexicon {
      do throws(Problem) {
        files.append((path, try Intake.bytes(of: path)))
      } catch {
        throw Failure(SystemExit(error.category), error.message)
      }
    }
    do throws(LexiconError) {
      return ArticleReader(lexicon: try Lexicon(files: files))
    } catch {
      throw Failure(.data, error.description)
    }
  }
}
