import ArgumentParser
import Briefing
import Situation
import Terminal

/// What `sitboard` does without a subcommand.
struct BoardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "board",
    abstract: "Open the board.",
    discussion: """
      This is what 'sitboard PATH' does; the word 'board' is needed only for a path that is named like a command. \
      When standard output is no terminal, or with --linear, the briefing is printed instead.
      """)

  @Argument(help: "Articles, folders, event files, or - for standard input.")
  var paths: [String] = []

  @Flag(help: "Print lines and never move the cursor.")
  var linear = false

  @OptionGroup var hand: HandOptions

  @OptionGroup var screen: ScreenOptions

  @OptionGroup var options: CommonOptions

  func run() throws {
    var loading = try Loading(paths, options)
    if !loading.hasArticles {
      loading.report()
      try loading.conclude()
    }
    if linear || !Output.isTerminal {
      if let journal = try hand.opened() { loading.add(journal) }
      loading.report()
      try printBriefing(loading, options)
    } else {
      let handle = try hand.handle(for: paths)
      loading.add(handle)
      try runBoard(loading, handle, options, screen, PlaceFile(for: paths.map(OperatorHandle.absolute)))
    }
    try loading.conclude()
  }
}

/// Opens the board on a terminal; one that cannot show it gets the briefing, and is told so.
func runBoard(
  _ loading: Loading, _ hand: OperatorHandle, _ options: CommonOptions, _ screen: ScreenOptions, _ place: PlaceFile
) throws(Failure) {
  do throws(TerminalError) {
    try BoardLoop.run(loading, hand, options, screen, place)
  } catch .cannotMoveCursor(let name) {
    Diagnostics.say(TerminalError.cannotMoveCursor(name).description)
    loading.report()
    try printBriefing(loading, options)
  } catch {
    throw Failure(.unavailable, error.description)
  }
}

/// The briefing at the end of the replay.
private func printBriefing(_ loading: Loading, _ options: CommonOptions) throws(Failure) {
  var output = Output.standard
  try output.write(
    Briefing.text(loading.store, BriefingOptions(marks: options.marks)))
  try output.finish()
}
