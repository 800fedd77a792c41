import ArgumentParser
import Intake
import Situation
import Terminal

/// Options of every command that reads articles.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      The date of articles whose header gives none, such as 2025-03-12 or 2025-03-12T14:10+05:00. With it the \
      weekdays of an undated text resolve to days; without it they stay as they are written.
      """, valueName: "date"))
  var date: DateArgument?

  @Option(
    help: ArgumentHelp(
      "The time zone of dates that name none, such as +05:00. Without it they are read in UTC.", valueName: "offset"))
  var timezone: OffsetArgument?

  @Option(
    help: ArgumentHelp(
      "A file of words that the reader is to know beside its own, in the form of its word lists.", valueName: "file"))
  var lexicon: String?

  @Option(
    help: ArgumentHelp(
      "A file of weights for the reader's decisions, in place of its own.", valueName: "file", visibility: .hidden))
  var weights: String?

  @Option(
    help: ArgumentHelp(
      """
      A file that says how far sources are to be believed, by the Admiralty code: TOML with a table [reliability] of \
      lines such as "Dawn" = "B"; and which feeds and pages are fetched, with a table such as [source.dawn] for each. \
      The same file can be given as a PATH.
      """, valueName: "file"))
  var sources: String?

  @Option(
    help: ArgumentHelp(
      """
      Which incident, where the articles are about several: words of its name, or its number in the list of sitboard \
      incidents. Without it the one that most of them are about.
      """, valueName: "name"))
  var incident: String?

  @Option(help: DeskOptions.help)
  var desk: String?

  @Flag(
    help: """
      Neither use nor keep what was read of articles before. Without it that is kept under $XDG_CACHE_HOME/sitboard (or \
      ~/.cache/sitboard), so that the same articles open faster the next time; that folder can be removed at any time.
      """)
  var noCache = false

  @Flag(help: "Draw with ASCII only: ~300, >=30, <=Wed.")
  var ascii = false

  @Option(
    help: """
      Colour on the board: auto (where the terminal has it and NO_COLOR is not set), always or never; auto unless the \
      config sets another.
      """)
  var color: ColorChoice?

  var usesCache: Bool { !noCache }

  /// True if articles are read by the reader's own words and weights alone.
  var hasReaderAsBuilt: Bool { lexicon == nil && weights == nil }

  /// True if lines are written in ASCII: as asked for, or because the terminal they go to has nothing else.
  var isASCII: Bool { ascii || Output.isPlainTerminal }

  var marks: GlyphSet { isASCII ? .ascii : .unicode }

  /// As they are where nothing is given.
  static var standard: CommonOptions {
    var options = CommonOptions()
    (options.date, options.timezone, options.lexicon, options.weights) = (nil, nil, nil, nil)
    (options.sources, options.incident, options.desk, options.color) = (nil, nil, nil, nil)
    (options.noCache, options.ascii) = (false, false)
    return options
  }

  /// The paths of a command, or its desk: what is remembered is filed under them.
  func places(_ paths: [String]) -> [String] { desk.map { ["desk \($0)"] } ?? paths }

  /// Returns true if a desk is to be read in place of paths, of which there must then be none.
  func isOfDesk(_ paths: [String]) throws(Failure) -> Bool {
    guard desk != nil else { return false }
    guard let first = paths.first else { return true }
    throw Failure(.usage, "\(first): give paths or --desk; 'sitboard desk import' puts what is at a path on a desk")
  }

  var intake: IntakeOptions {
    IntakeOptions(date: date?.moment(in: timezone?.offset), timezone: timezone?.offset)
  }
}

extension ColorChoice: ExpressibleByArgument {}

/// A date or an instant; the zone of one that names none is known only when all options are.
struct DateArgument: ExpressibleByArgument {
  let text: String

  init?(argument: String) {
    guard Moment.parse(argument, defaultOffset: .zero) != nil else { return nil }
    text = argument
  }

  func moment(in offset: UTCOffset?) -> Moment? { Moment.parse(text, defaultOffset: offset ?? .zero) }
}

struct OffsetArgument: ExpressibleByArgument {
  let offset: UTCOffset

  init?(argument: String) {
    guard let offset = UTCOffset(parsing: argument) else { return nil }
    self.offset = offset
  }
}
