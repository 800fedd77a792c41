import Glibc
import Intake
import Situation

/// The one article that a command is about.
struct SingleArticle {
  let article: Article
  private let notices: [String]

  /// - Parameters:
  ///   - path: A file, or the name of a built-in dispatch where no such file is.
  ///   - takesStories: Whether the first of several stories of one file stands for all, since they share their text.
  init(_ path: String, _ options: CommonOptions, takesStories: Bool = false) throws(Failure) {
    var result = Intake.load([path], options: options.intake)
    if result.problems.first?.kind == .missing, let dispatch = BuiltInFiles.dispatches.first(where: { $0.name == path })
    {
      result = Intake.load([dispatch], options: options.intake)
    }
    if let problem = result.problems.first { throw Failure(SystemExit(problem.category), problem.message) }
    guard let first = result.entries.first,
      result.entries.count == 1
        || takesStories && result.entries.allSatisfy({ $0.article.id.digest == first.article.id.digest })
    else {
      throw Failure(.usage, "\(path): holds \(result.entries.count) articles; give one of them")
    }
    article = first.article
    notices = result.entries.flatMap(\.article.notices).map { "\(path): \($0)" }
  }

  /// Returns true if something goes by that name, so that a colon in it is a part of it.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  func report() {
    for notice in notices { Diagnostics.say(notice) }
  }
}
