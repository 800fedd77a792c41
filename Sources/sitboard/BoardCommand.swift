import ArgumentParser
import BoardUI
import Briefing
import Glibc
import Situation
import Terminal

/// What `sitboard` does without a subcommand.
struct BoardCommand: TakesPaths {
  static let configuration = CommandConfiguration(
    commandName: "board",
    abstract: "Open the board.",
    discussion: """
      This is what 'sitboard PATH' does; the word 'board' is needed only for a path that is named like a command. \
      When standard output is not a terminal, the briefing is printed instead. With --linear the replay is printed as \
      plain lines: each event, then every row of the board that it changes. On a terminal it waits after each: enter \
      goes on, a and enter goes on to the end, q and enter ends.
      """)

  @Argument(help: "Articles, folders, event files, or - for standard input.")
  var paths: [String] = []

  @Flag(help: "Print each step of the replay as plain lines, and never move the cursor.")
  var linear = false

  @OptionGroup var live: LiveOptions

  @OptionGroup var hand: OperatorOptions

  @OptionGroup var screen: ScreenOptions

  @OptionGroup var options: CommonOptions

  func run() throws {
    if linear {
      try BoardOpening.stepped(paths, hand, options)
      return
    }
    if !Output.isTerminal {
      try BoardOpening.printed(paths, hand, options)
      return
    }
    var setup = BoardSetup()
    live.apply(to: &setup)
    try BoardOpening.run(paths, setup, hand, screen, options)
  }
}

/// Opens a board on paths.
enum BoardOpening {
  /// Runs until the operator quits; a terminal that cannot show a board gets the briefing, and is told so.
  static func run(
    _ paths: [String], _ setup: BoardSetup, _ hand: OperatorOptions, _ screen: ScreenOptions, _ options: CommonOptions
  ) throws {
    var setup = setup
    setup.settings = try ConfigFile.settings()
    setup.keymap = setup.settings.keymap
    let desk = try DeskOpening(paths, options)
    let places = options.places(paths)
    let handle = try hand.handle(for: places, as: desk?.author, isShared: desk != nil)
    // Of the one journal that is open: opened twice, it would be locked against itself.
    setup.takeCues(of: handle.entries)
    setup.hand = desk?.takesActs == false ? nil : handle
    setup.place = SessionFile(for: places.map(OperatorJournal.absolute))
    setup.notices = handle.notices
    let feed: ArticleFeed?
    let given = try ReadingPaths(paths, list: options.sources)
    if let desk {
      feed = nil
      try open(desk, handle, &setup, options)
    } else if given.isEmpty {
      feed = nil
      let loading = try Loading(paths, options, Loading.Entered(handle))
      (setup.store, setup.desk) = (loading.store, loading.desk)
      setup.example = BuiltInIncident.labels
      setup.problems = loading.problems.map(\.message)
      setup.notices = loading.notices
      setup.messages = [.progress(nil)]
    } else {
      setup.store.reliabilities = given.reliabilities
      let opened = try ArticleFeed(given, options)
      feed = opened
      setup.messages = opened.begin()
      // What was entered comes after what it is about, as in every other command, and before anything counts as news.
      if !handle.entries.isEmpty {
        setup.messages.insert(.acted(handle.entries), at: setup.messages.count - 1)
      }
      if opened.isCaughtUp, !opened.hasArticles, !opened.isLive {
        for message in setup.messages {
          switch message {
          case .problem(let text), .notice(let text): Diagnostics.say(text)
          default: break
          }
        }
        try opened.conclude()
      }
      setup.follow(opened)
    }
    do throws(TerminalError) {
      try BoardLoop.run(setup, options, screen)
    } catch .cannotMoveCursor(let name) {
      Diagnostics.say(TerminalError.cannotMoveCursor(name).description)
      try printed(paths, hand, options)
      return
    } catch {
      throw Failure(.unavailable, error.description)
    }
    try feed?.conclude()
  }

  /// Opens a board on a desk. What was done here and is not at the desk yet shows all the same.
  private static func open(
    _ desk: DeskOpening, _ handle: OperatorJournal, _ setup: inout BoardSetup, _ options: CommonOptions
  ) throws(Failure) {
    let feed = try DeskFeed(desk.address, options, hand: setup.hand, isPresent: setup.isPresent)
    setup.messages = feed.begin()
    if setup.hand != nil, !handle.entries.isEmpty {
      setup.messages.insert(.acted(handle.entries), at: setup.messages.count - 1)
    }
    setup.follow(feed)
  }

  /// Prints the briefing at the end of the replay.
  static func printed(_ paths: [String], _ hand: OperatorOptions, _ options: CommonOptions) throws {
    let loading = try Loading(paths, options, journal: hand.opened(for: paths, options))
    loading.report()
    if !loading.hasArticles { try loading.conclude() }
    var output = Output.standard
    let briefing = BriefingOptions(
      marks: options.marks, extent: .page, journal: loading.journalHeading, example: loading.example
    ).about(loading.desk)
    try output.write(Briefing.text(loading.store, briefing))
    try output.finish()
    try loading.conclude()
  }

  /// Prints the replay as lines.
  static func stepped(_ paths: [String], _ hand: OperatorOptions, _ options: CommonOptions) throws {
    let loading = try Loading(paths, options, journal: hand.opened(for: paths, options))
    loading.report()
    if !loading.hasArticles { try loading.conclude() }
    var replay = LinearReplay(loading.store, tier: options.isASCII ? .ascii : .unicode)
    var output = Output.standard
    var waits = Output.isTerminal && isatty(STDIN_FILENO) == 1
    try output.write(lines: [replay.heading])
    while !output.isClosed, let lines = replay.next() {
      try output.write(lines: lines)
      guard waits else { continue }
      switch readLine() {
      case nil, "q": return try output.finish()
      case "a": waits = false
      default: break
      }
    }
    if !output.isClosed { try output.write(lines: replay.conclusion) }
    try output.finish()
    try loading.conclude()
  }
}
