import Fetching
import Glibc
import Intake
import Situation

/// The one article that a command is about.
struct SingleArticle {
  let article: Article
  private let notices: [String]

  /// - Parameters:
  ///   - path: A file, the name of a built-in dispatch where no such file is, or an address of which something was kept.
  ///   - line: A line of it: of several stories the one that it stands in is meant.
  ///   - takesStories: Whether the first of several stories of one file stands for all, since they share their text.
  init(
    _ path: String, _ options: CommonOptions, line: Int? = nil, takesStories: Bool = false
  ) throws(Failure) {
    var result = try SingleArticle.kept(path, options) ?? Intake.load([path], options: options.intake)
    if result.problems.first?.kind == .missing, let dispatch = BuiltInFiles.dispatches.first(where: { $0.name == path })
    {
      result = Intake.load([dispatch], options: options.intake)
    }
    if let problem = result.problems.first { throw Failure(SystemExit(problem.category), problem.message) }
    if let line, result.entries.count > 1 { SingleArticle.keep(line, of: &result.entries) }
    guard let first = result.entries.first,
      result.entries.count == 1
        || takesStories && result.entries.allSatisfy({ $0.article.id.digest == first.article.id.digest })
    else {
      throw Failure(.usage, "\(path): holds \(result.entries.count) articles; give one of them")
    }
    article = first.article
    notices = result.entries.flatMap(\.article.notices).map { "\(path): \($0)" }
  }

  /// Keeps the stories that a line of their text stands in.
  private static func keep(_ line: Int, of entries: inout [Intake.Entry]) {
    var index = LineIndex([])
    entries.removeAll { entry in
      let article = entry.article
      // Stories of one file share their text, whose lines are counted once.
      if !index.isOf(article.text) { index = LineIndex(article.text) }
      let start = min(article.body.lowerBound, article.titleSpan?.lowerBound ?? .max)
      return !(index.line(of: start)...index.line(of: article.end)).contains(line)
    }
  }

  /// The body that an address gave last; `nil` if the path is not an address.
  private static func kept(_ path: String, _ options: CommonOptions) throws(Failure) -> Intake.Result? {
    guard !exists(path), let address = WebAddress(path) else { return nil }
    let evidence = EvidenceFolder.standard
    guard let entry = evidence?.latest(of: address.text), let body = evidence?.body(entry.digest)
    else { throw Failure(.noInput, "\(path): nothing of this address was kept here; open a board on it, or fetch it") }
    return entry.load(body, page: entry.page, options.intake)
  }

  /// Returns true if something goes by that name, so that a colon in it is a part of it.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  func report() {
    for notice in notices { Diagnostics.say(notice) }
  }
}
