import ArgumentParser
import BoardUI

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
    help: ArgumentHelp("Also write each alert, with the time, to this file or named pipe.", valueName: "file"))
  var alertFile: String?

  @Flag(help: "Ring for every article that comes while the board is open.")
  var bell = false

  /// Lays the options on what a board is opened with.
  func apply(to setup: inout BoardSetup) {
    setup.alerts = alert.map(\.alert)
    setup.ringsForNews = bell
    if let alertFile { setup.partners.append(AlertOutlet(alertFile)) }
  }
}

struct AlertArgument: ExpressibleByArgument {
  let alert: Alert

  init?(argument: String) {
    guard let alert = try? Alert(argument) else { return nil }
    self.alert = alert
  }
}
