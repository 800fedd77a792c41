import ArgumentParser
import Formats

struct EventsCommand: TakesPaths {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Write the whole store as JSON lines.",
    discussion: """
      The first line names the version; then comes each article with its text, followed by the claims read from it. \
      Loading the lines back (as a .jsonl file, or with -) gives the same board and the same briefing, byte for byte, \
      and reads nothing again.
      """)

  @Argument(help: "Articles, folders, event files, or - for standard input.")
  var paths: [String] = []

  @OptionGroup var journal: JournalOptions

  @OptionGroup var options: CommonOptions

  func run() throws {
    let loading = try Loading(paths, options, journal: journal.opened(), scope: .everything)
    loading.report()
    var output = Output.standard
    try EventLines.write(loading.store) { line throws(Failure) in
      if !output.isClosed { try output.write(exactly: line) }
    }
    try output.finish()
    try loading.conclude()
  }
}
