import ArgumentParser
import Briefing
import Situation

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell what changed between two times.",
    discussion: """
      New: what nobody had said. Revised: another figure stands where one stood. No longer current: what was told \
      and no longer is, with what happened: replaced by its speaker, overtaken by another speaker, retracted by \
      somebody at the board, not repeated since, or old. Contradicted: what does not add up and did before, or did \
      not come up.
      """)

  @Argument(help: "Articles, folders, event files, or - for standard input.")
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "The earlier time, such as 2025-03-12 (the end of that day) or 2025-03-12T14:10+05:00. Without it, before everything.",
      valueName: "time"))
  var from: DateArgument?

  @Option(help: ArgumentHelp("The later time. Without it, the end of the replay.", valueName: "time"))
  var to: DateArgument?

  @Option(help: "The clock to cut by: happened (when it was so) or reported (when it was said).")
  var clock: BriefCommand.ClockChoice = .happened

  @Option(help: ArgumentHelp("Columns, from 40 to 200.", valueName: "columns"))
  var width = 80

  @Option(help: "text, markdown, json, or html: one page that needs nothing else.")
  var format: Briefing.Format = .text

  @OptionGroup var journal: BoardJournalOptions

  @OptionGroup var options: CommonOptions

  func validate() throws {
    guard BriefingOptions.widths.contains(width) else {
      throw ValidationError("--width is \(width); give a number from 40 to 200.")
    }
    let offset = options.timezone?.offset
    if let from = from?.moment(in: offset)?.to, let to = to?.moment(in: offset)?.to, from > to {
      throw ValidationError("--from is later than --to.")
    }
  }

  func run() throws {
    let loading = try Loading(paths, options, journal: journal.opened(for: paths))
    loading.report()
    if !loading.hasArticles { try loading.conclude() }
    let offset = options.timezone?.offset
    let briefing = BriefingOptions(
      asOf: to?.moment(in: offset), clock: clock == .happened ? .happened : .reported, width: width,
      marks: options.marks, since: from?.moment(in: offset).map { .moment($0) } ?? .beginning,
      setAside: loading.desk.asideCount, journal: loading.journalHeading)
    var output = Output.standard
    try output.write(Briefing.changes(loading.store, briefing, as: format))
    try output.finish()
    try loading.conclude()
  }
}
