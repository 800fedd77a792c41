import ArgumentParser
import ArticleReader

/// Prints the reader's rules as Markdown, from which `docs/rules.md` is made.
struct RuleReference: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule-reference", abstract: "Print docs/rules.md.", shouldDisplay: false)

  func run() throws {
    var output = Output.standard
    try output.write(ArticleReader.rulesInMarkdown)
    try output.finish()
  }
}
