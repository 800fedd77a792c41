import ArgumentParser
import BoardUI
import Cast
import Situation
import Terminal

struct CastCommand: TakesPaths {
  static let configuration = CommandConfiguration(
    commandName: "cast",
    abstract: "Write the replay as an asciicast v2, which asciinema plays.",
    discussion: """
      The incident plays from before its first event to its last, as the space bar plays it on the board. Markers \
      stand where a day begins, where a conflict comes up, and where the operator set one.
      """)

  @Argument(help: "Articles, folders, event files, or - for standard input.")
  var paths: [String] = []

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The file to write; standard output without it.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("How many times as fast as the board plays it, from 0.1 to 100.", valueName: "number"))
  var speed = 1.0

  @Option(help: ArgumentHelp("Columns of the terminal, from 40 to 300.", valueName: "columns"))
  var width = 120

  @Option(help: ArgumentHelp("Rows of the terminal, from 10 to 100.", valueName: "rows"))
  var height = 40

  @Option(help: "The clock to play by: happened (when it was so) or reported (when it was said).")
  var clock: BriefCommand.ClockChoice = .happened

  @OptionGroup var journal: JournalOptions

  @OptionGroup var options: CommonOptions

  func validate() throws {
    guard (40...300).contains(width), (10...100).contains(height) else {
      throw ValidationError("--width goes from 40 to 300, --height from 10 to 100.")
    }
    guard (0.1...100).contains(speed) else { throw ValidationError("--speed goes from 0.1 to 100.") }
  }

  func run() throws {
    let loading = try Loading(paths, options, journal: journal.opened())
    loading.report()
    if !loading.hasArticles { try loading.conclude() }
    var cast = Cast(
      loading.store,
      Cast.Options(
        size: Size(columns: width, rows: height), clock: clock == .happened ? .happened : .reported, speed: speed,
        tier: options.ascii ? .ascii : .unicode, theme: .standard))
    func play(_ target: inout Output) throws(Failure) {
      try cast.write { line throws(Failure) in
        if !target.isClosed { try target.write(exactly: line) }
      }
    }
    if let output {
      try OutputFile(output, replacing: Cast.opening).write(play)
    } else {
      var target = Output.standard
      try play(&target)
      try target.finish()
    }
    try loading.conclude()
  }
}
