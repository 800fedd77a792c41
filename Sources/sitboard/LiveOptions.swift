import ArgumentParser
import BoardUI
import Terminal

/// What the board does about what comes while it is open.
struct LiveOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Ring and say so when this comes up: a figure such as 'attackers killed >= 50' or 'held', 'conflict', or \
      'new speaker'. May be given several times.
      """, valueName: "expression"))
  var alert: [AlertArgument] = []

  @Option(
    help: ArgumentHelp(
      """
      Write each alert, with the time, to this file or named pipe: what was asked for, and without being asked for a \
      new conflict, another head figure, a deadline that is near and a silent source.
      """, valueName: "file"))
  var alertFile: String?

  @Option(
    help: ArgumentHelp(
      """
      Run this command for each alert, as above, with the alert on its standard input. It is run as it is, its words parted \
      at spaces, by no shell.
      """, valueName: "command"))
  var alertExec: AlertCommandArgument?

  @Option(
    help: ArgumentHelp(
      "Have the terminal notify of each alert, as above, in the way that it knows: osc9 or osc777.", valueName: "way"))
  var alertNotify: TerminalNotice?

  @Flag(help: "Ring for every article that comes while the board is open.")
  var bell = false

  @Flag(
    help: """
      On a desk: let the others who say so too see that you look at it, and as of which instant; and see them.
      """)
  var presence = false

  /// As they are where nothing is asked for.
  static var standard: LiveOptions {
    var options = LiveOptions()
    options.alert = []
    (options.alertFile, options.alertExec, options.alertNotify) = (nil, nil, nil)
    (options.bell, options.presence) = (false, false)
    return options
  }

  /// Lays the options on what a board is opened with.
  func apply(to setup: inout BoardSetup) {
    setup.alerts = alert.map(\.alert)
    setup.ringsForNews = bell
    setup.isPresent = presence
    if let command = alertExec?.command { setup.partners.append(command) }
    setup.terminalNotice = alertNotify
    if let alertFile { setup.partners.append(AlertOutlet(alertFile)) }
  }
}

extension TerminalNotice: ExpressibleByArgument {}

struct AlertCommandArgument: ExpressibleByArgument {
  let line: String
  var command: AlertCommand? { AlertCommand(line) }

  init?(argument: String) {
    guard AlertCommand(argument) != nil else { return nil }
    line = argument
  }
}

struct AlertArgument: ExpressibleByArgument {
  let alert: Alert

  init?(argument: String) {
    guard let alert = try? Alert(argument) else { return nil }
    self.alert = alert
  }
}
