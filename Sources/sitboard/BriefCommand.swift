import ArgumentParser
import Briefing
import Formats
import Situation

struct BriefCommand: TakesPaths {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Print the situation as text.",
    discussion: """
      One page: the bottom line, the figures with who gives them, what does not add up, what was asked and \
      threatened, the turning points, and where each was printed: [n] beside a figure stands for a line of an article. \
      --full tells all that the board has and every claim, --line only the bottom line, --section a part, --form what \
      others expect. What was entered on the board of the same paths is heeded, and its journal is named. \
      The same claims as of the same instant give the same bytes on every run.
      """)

  @Argument(help: "Articles, folders, event files, or - for standard input.")
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      """
      The situation at this time, \(TimeArgument.help): a claim is in when it was so, or was said, by then. Without it \
      everything is in.
      """, valueName: "time"))
  var asOf: TimeArgument?

  @Option(help: "The clock to order and cut by: happened (when it was so) or reported (when it was said).")
  var clock: ClockChoice?

  @Option(
    help: ArgumentHelp(
      "Columns, \(BriefingWidth.words); \(BriefingWidth.standard) unless the config sets another.",
      valueName: "columns"))
  var width: Int?

  @Option(help: ArgumentHelp(stringLiteral: BriefingFormat.help))
  var format: BriefingFormat = .text

  @Option(
    help: ArgumentHelp(
      """
      Tell what has changed since this time (1h, yesterday 18:00), or since your last briefing of these paths (last). What was told \
      last is remembered once the briefing is written to its end.
      """, valueName: "time|last"))
  var since: SinceArgument?

  @Flag(help: "How much is told: --full for everything, --line for one line of at most 200 characters.")
  var extent: BriefingExtent = .page

  @Option(
    help: ArgumentHelp(
      """
      Only this section; give it again for another. One of \(BriefingSection.allCases.map(\.rawValue).joined(separator: ", ")). \
      With --full conflicts, statements and sources are told in full.
      """, valueName: "section"))
  var section: [BriefingSection] = []

  @Option(
    help: """
      A form that others expect: sitrep (the order of OCHA's situation reports), methane (major incident, exact \
      location, type, hazards, access, number of casualties, emergency services), or 5w (who, what, where, when, why). \
      What no claim answers is said to be unanswered.
      """)
  var form: BriefingForm?

  @Flag(help: "With --since last: do not move on, so that the next one tells the same again.")
  var keepLast = false

  @OptionGroup var journal: BoardJournalOptions

  @OptionGroup var options: CommonOptions

  enum ClockChoice: String, ExpressibleByArgument, CaseIterable {
    case happened, reported

    var clock: Clock { self == .happened ? .happened : .reported }
  }

  func validate() throws {
    if let width, !BriefingWidth.range.contains(width) {
      throw ValidationError("--width is \(width); give a number \(BriefingWidth.words).")
    }
    if form != nil, !section.isEmpty || extent != .page {
      throw ValidationError("--form is a briefing of its own: leave out --section, --full and --line.")
    }
    if !section.isEmpty, extent == .line {
      throw ValidationError("--line is one line: leave out --section.")
    }
    if keepLast {
      guard case .last? = since else { throw ValidationError("--keep-last goes with --since last.") }
    }
  }

  func run() throws {
    let loading = try Loading(paths, options, journal: journal.opened(for: paths, options))
    loading.report()
    if !loading.hasArticles { try loading.conclude() }
    let settings = try ConfigFile.settings()
    let (store, clock) = (loading.store, clock?.clock ?? settings.clock)
    let offset = options.timezone?.offset
    var briefing = BriefingOptions(
      asOf: try asOf?.moment(in: store, on: clock, offset, option: "--as-of"), clock: clock,
      width: width ?? settings.width,
      marks: options.marks, extent: extent, journal: loading.journalHeading, example: loading.example
    ).about(loading.desk)
    (briefing.sections, briefing.form) = (section, form)
    var memory: ReaderMemory?
    switch since {
    case nil: break
    case .last?: memory = try ReaderMemory(of: paths, options)
    case .time(let time)?:
      let from = try time.moment(in: store, on: clock, offset, option: "--since")
      try Failure.refuse(from, laterThan: briefing.asOf, "--since is later than --as-of")
      briefing.since = .moment(from)
    }
    try BriefingOutput.write(loading.store, briefing, as: format, memory: memory, keepsLast: keepLast)
    try loading.conclude()
  }
}

extension BriefingFormat: ExpressibleByArgument {}

extension BriefingSection: ExpressibleByArgument {}

extension BriefingForm: ExpressibleByArgument {}

extension BriefingExtent: EnumerableFlag {}
