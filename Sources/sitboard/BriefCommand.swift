import ArgumentParser
import Briefing
import Situation

struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Print the situation as text.",
    discussion: """
      What does not add up first, then the train, the people, the forces, what was said, what nobody reports, the \
      course of events, and the sources: [n] beside a figure stands for a line of an article. The same claims give \
      the same bytes on every run.
      """)

  @Argument(help: "Articles, folders, event files, or - for standard input.")
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      The situation at this time, such as 2025-03-12 (the end of that day) or 2025-03-12T14:10+05:00: a claim is in \
      when it was so, or was said, by then. Without it everything is in.
      """, valueName: "time"))
  var asOf: DateArgument?

  @Option(help: "The clock to order and cut by: happened (when it was so) or reported (when it was said).")
  var clock: ClockChoice = .happened

  @Option(help: ArgumentHelp("Columns, from 40 to 200.", valueName: "columns"))
  var width = 80

  @Option(help: "text, markdown or json.")
  var format: Format = .text

  @OptionGroup var options: CommonOptions

  enum ClockChoice: String, ExpressibleByArgument, CaseIterable {
    case happened, reported
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json
  }

  func validate() throws {
    guard BriefingOptions.widths.contains(width) else {
      throw ValidationError("--width is \(width); give a number from 40 to 200.")
    }
  }

  func run() throws {
    let loading = try Loading(paths, options)
    loading.report()
    if !loading.hasArticles { try loading.conclude() }
    let briefing = BriefingOptions(
      asOf: asOf?.moment(in: options.timezone?.offset), clock: clock == .happened ? .happened : .reported,
      width: width, marks: options.marks)
    var output = Output.standard
    switch format {
    case .text: try output.write(Briefing.text(loading.store, briefing))
    case .markdown: try output.write(Briefing.markdown(loading.store, briefing))
    case .json: try output.write(Briefing.json(loading.store, briefing))
    }
    try output.finish()
    try loading.conclude()
  }
}
