import ArgumentParser
import Briefing
import Formats
import Situation

struct DiffCommand: TakesPaths {
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
      "The earlier time, \(TimeArgument.help). Without it, before everything.", valueName: "time"))
  var from: TimeArgument?

  @Option(help: ArgumentHelp("The later time. Without it, the end of the replay.", valueName: "time"))
  var to: TimeArgument?

  @Option(help: "The clock to cut by: happened (when it was so) or reported (when it was said).")
  var clock: BriefCommand.ClockChoice = .happened

  @Option(help: ArgumentHelp("Columns, \(BriefingWidth.words).", valueName: "columns"))
  var width = BriefingWidth.standard

  @Option(help: ArgumentHelp(stringLiteral: BriefingFormat.help))
  var format: BriefingFormat = .text

  @OptionGroup var journal: BoardJournalOptions

  @OptionGroup var options: CommonOptions

  func validate() throws {
    guard BriefingWidth.range.contains(width) else {
      throw ValidationError("--width is \(width); give a number \(BriefingWidth.words).")
    }
  }

  func run() throws {
    let loading = try Loading(paths, options, journal: journal.opened(for: paths, options))
    loading.report()
    if !loading.hasArticles { try loading.conclude() }
    let (store, clock, offset) = (loading.store, clock.clock, options.timezone?.offset)
    let from = try from?.moment(in: store, on: clock, offset, option: "--from")
    let to = try to?.moment(in: store, on: clock, offset, option: "--to")
    if let from { try Failure.refuse(from, laterThan: to, "--from is later than --to") }
    let briefing = BriefingOptions(
      asOf: to, clock: clock, width: width, marks: options.marks, since: from.map { .moment($0) } ?? .beginning,
      journal: loading.journalHeading
    ).about(loading.desk)
    var output = Output.standard
    try output.write(Briefing.changes(loading.store, briefing, as: format))
    try output.finish()
    try loading.conclude()
  }
}
