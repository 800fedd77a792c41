import ArgumentParser
import ArticleReader
import Briefing
import Situation

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell why an article was read as it was.",
    discussion: """
      Line by line: what the words were taken for, which rules were tried, what each claimed, and what was rejected \
      and why. With FILE:LINE only that line, counted from 1 as in the sources of the briefing.
      """)

  @Argument(
    help: """
      An article, an event file with one article, the name of a built-in dispatch, an address of which something was \
      kept, or -; :LINE may follow.
      """)
  var file: String

  @OptionGroup var options: CommonOptions

  func run() throws {
    let (path, line) = place
    let single = try SingleArticle(path, options, line: line)
    single.report()
    if let line {
      let last = single.article.line(of: single.article.text.count)
      guard (1...last).contains(line) else {
        throw Failure(.usage, "\(path): has no line \(line); it has \(last)")
      }
    }
    let reader = try ReaderLoading.reader(options)
    var output = Output.standard
    var failure: Failure?
    reader.explain(single.article, line: line) { explanation in
      let lines = explanation.text(of: single.article)
      do throws(Failure) {
        try output.write(lines: options.isASCII ? lines.map { AsciiText.spelled(SafeText.line($0)) } : lines)
      } catch {
        failure = error
      }
      return failure == nil && !output.isClosed
    }
    if let failure { throw failure }
    try output.finish()
  }

  /// The path and the line. A colon may be part of a name: what exists as a file is one.
  private var place: (path: String, line: Int?) {
    guard let colon = file.lastIndex(of: ":"), let line = Int(file[file.index(after: colon)...]),
      !SingleArticle.exists(file)
    else { return (file, nil) }
    return (String(file[..<colon]), line)
  }
}
