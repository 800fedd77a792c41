import ArgumentParser
import Briefing
import Formats
import Situation

struct ClaimsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "List every claim that was read, in the order of the articles.",
    discussion: """
      As a table for people, or as JSON lines, one object a claim, for programs. What a text does not say is null in \
      JSON and ? in the table; a count that is mentioned without a number is never 0.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, jsonl
  }

  @Argument(help: "Articles, folders, event files, or - for standard input.")
  var paths: [String] = []

  @Option(help: "table or jsonl.")
  var format: Format = .table

  @OptionGroup var options: CommonOptions

  func run() throws {
    let loading = try Loading(paths, options, scope: .everything)
    loading.report()
    var output = Output.standard
    try ClaimsCommand.write(loading.store, asLines: format == .jsonl, marks: options.marks, to: &output)
    try output.finish()
    try loading.conclude()
  }

  /// Writes every claim of a store, as JSON lines or as a table.
  static func write(
    _ store: EventStore, asLines: Bool, marks: MarkSet, to output: inout Output
  ) throws(Failure) {
    guard asLines else {
      try output.write(ClaimTable.text(store, marks: marks))
      return
    }
    var indices: [ArticleID: Int] = [:]
    for event in store.events where event.act == nil && !output.isClosed {
      guard let article = store.article(event.claim.receipt.article) else { continue }
      let index = indices[article.id, default: 0]
      indices[article.id] = index + 1
      try output.write(exactly: JSONWriter.bytes(ClaimLine.value(event.claim, in: article, index: index)) + [0x0A])
    }
  }
}
