import ArgumentParser
import BoardUI
import Glibc
import Sharing
import Situation
import Terminal

struct PresentCommand: TakesPaths {
  static let configuration = CommandConfiguration(
    commandName: "present",
    abstract: "Open the board and lead others through it.",
    discussion: """
      Whoever runs 'sitboard follow NAME' on this machine sees where you are, at their own size and theme: the events \
      and the place of the replay are sent, never the picture. :point points at the selected row on every screen, :say \
      puts a line on it, w steps through the cues. Those who are slow wait for nobody and nobody waits for them.
      """)

  @Argument(help: "Articles, folders, event files, or - for standard input.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("What the briefing is called; others follow it by this name.", valueName: "name"))
  var name = "desk"

  @Option(
    help: ArgumentHelp(
      "The socket. Without it $XDG_RUNTIME_DIR/sitboard/NAME.sock. For readers over ssh DIR/.led/NAME.sock.",
      valueName: "path"))
  var socket: String?

  @Option(help: ArgumentHelp("Let members of this group follow; without it only you.", valueName: "group"))
  var group: String?

  @Option(
    help: ArgumentHelp(
      """
      Prepared places: a line each, a time and what to say there. Without it the markers of the journal, with their \
      names.
      """, valueName: "file"))
  var cues: String?

  @OptionGroup var live: LiveOptions

  @OptionGroup var hand: OperatorOptions

  @OptionGroup var screen: ScreenOptions

  @OptionGroup var options: CommonOptions

  func run() throws {
    guard Output.isTerminal else { throw Failure(.usage, "present leads from a terminal; standard output is none") }
    let cueList = try cues.map { path throws(Failure) in try CueFile.read(path, options.timezone?.offset) }
    let presenter: Presenter
    do throws(SharingError) {
      let path = try LeadSocket.path(socket, name)
      presenter = try Presenter(hand.operator ?? OperatorOptions.environment("USER") ?? name, at: path, group: group)
    } catch {
      throw Failure(.unavailable, error.message)
    }
    let link = PresenterLink(presenter)
    var setup = BoardSetup()
    setup.partners = [link]
    live.apply(to: &setup)
    setup.lead = .leading(Leading(name: name, cues: cueList ?? []))
    setup.takesCuesOfJournal = cueList == nil
    defer { link.end() }
    try BoardOpening.run(paths, setup, hand, screen, options)
  }
}

struct FollowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow",
    abstract: "Follow a board that another leads.",
    discussion: """
      You see what the presenter sees, at your own size, theme and character set, and can open receipts and look at \
      other panes. o leaves the lead to look around, and comes back to it. Nothing you do reaches the presenter. While \
      nobody leads, the board waits.
      """)

  @Argument(help: "What the briefing is called.")
  var name = "desk"

  @Option(help: ArgumentHelp("The socket. Without it $XDG_RUNTIME_DIR/sitboard/NAME.sock.", valueName: "path"))
  var socket: String?

  @OptionGroup var screen: ScreenOptions

  @OptionGroup var options: CommonOptions

  func run() throws {
    guard Output.isTerminal else { throw Failure(.usage, "follow shows a board; standard output is not a terminal") }
    let path: String
    do throws(SharingError) {
      path = try LeadSocket.path(socket, name)
    } catch {
      throw Failure(.usage, error.message)
    }
    try FollowCommand.follow(name, at: path, options, screen)
  }

  static func follow(
    _ name: String, at path: String, _ options: CommonOptions, _ screen: ScreenOptions
  ) throws(Failure) {
    let link = FollowerLink { () throws(SharingError) in try Follower(path) }
    var setup = BoardSetup()
    setup.partners = [link]
    setup.lead = .following(Following(name: name))
    setup.isReadOnly = true
    setup.messages = link.begin()
    do throws(TerminalError) {
      try BoardLoop.run(setup, options, screen)
    } catch {
      throw Failure(.unavailable, error.description)
    }
  }
}

extension Leading {
  /// Takes the markers of a journal that are not taken back, in the order of their times.
  mutating func takeCues(of entries: [OperatorEntry]) {
    var undone: Set<Int> = []
    for entry in entries { if case .undo(let number) = entry.act { undone.insert(number) } }
    cues = entries.compactMap { entry in
      guard case .marker(let name, let instant) = entry.act, !undone.contains(entry.id.story) else { return nil }
      return Cue(instant: instant, note: name)
    }.sorted { $0.instant < $1.instant }
  }
}

extension LeadSocket {
  /// The socket that was given, or the one that goes by a name.
  fileprivate static func path(_ given: String?, _ name: String) throws(SharingError) -> String {
    if let given { return given }
    return try standard(name, OperatorOptions.environment)
  }
}
