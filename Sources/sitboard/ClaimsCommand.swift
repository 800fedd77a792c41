import ArgumentParser
import Briefing
import Formats
import Situation

struct ClaimsCommand: TakesPaths {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "List every claim that was read, in the order of the articles.",
    discussion: """
      As a table for people, as JSON lines, one object a claim, for programs, or as CSV for spreadsheets. What a text \
      does not say is null in JSON, ? in the table and an empty cell in CSV; a count that is mentioned without a number is never 0.
      """)

  @Argument(help: "Articles, folders, event files, or - for standard input.")
  var paths: [String] = []

  @Option(help: "table, jsonl or csv.")
  var format: ClaimFormat = .table

  @OptionGroup var options: CommonOptions

  func run() throws {
    let loading = try Loading(paths, options, scope: .everything)
    loading.report()
    var output = Output.standard
    try ClaimsCommand.write(loading.store, as: format, marks: options.marks, to: &output)
    try output.finish()
    try loading.conclude()
  }

  /// Writes every claim of a store.
  static func write(
    _ store: EventStore, as format: ClaimFormat, marks: GlyphSet, to output: inout Output
  ) throws(Failure) {
    switch format {
    case .table, .jsonl: try write(store, asLines: format == .jsonl, marks: marks, to: &output)
    case .csv where Output.isTerminal:
      try output.write(ClaimSheet.text(store).replacing("\r\n", with: "\n"))
    case .csv: try output.write(exactly: Array(ClaimSheet.file(store).utf8))
    }
  }

  private static func write(
    _ store: EventStore, asLines: Bool, marks: GlyphSet, to output: inout Output
  ) throws(Failure) {
    guard asLines else {
      try ClaimTable.write(store, marks: marks) { line throws(Failure) in try output.write(line) }
      return
    }
    let events = store.events
    let pieces = (events.count + pieceSize - 1) / pieceSize
    try output.write(pieces: pieces) { number in
      var lines: [UInt8] = []
      var article: Article?
      for event in events[number * pieceSize..<min(events.count, (number + 1) * pieceSize)] where event.act == nil {
        let claim = event.claim
        // Events that came together stand in one article.
        if article?.id != claim.receipt.article { article = store.article(claim.receipt.article) }
        guard let article else { continue }
        let index = event.id.sequence - store.events(of: article.id).startIndex
        ClaimLine.write(claim, in: article, index: index, to: &lines)
      }
      return lines
    }
  }

  /// How many events are put into lines at once by one processor.
  private static let pieceSize = 64
}

extension ClaimFormat: ExpressibleByArgument {}
