import ArgumentParser

extension BoardCommand {
  /// The board on paths and nothing else, as most starts ask for it. The argument parser gives the same, and takes a
  /// fifth of the start to look up what every option can be.
  ///
  /// - Returns: `nil` where there may be more to the arguments: an option, or the name of a command.
  init?(plain arguments: [String]) {
    guard arguments.isEmpty || BoardCommand.arePaths(arguments) else { return nil }
    self.init()
    (paths, linear) = (arguments, false)
    (live, hand, screen, options) = (.standard, .standard, .standard, .standard)
  }

  private static func arePaths(_ arguments: [String]) -> Bool {
    guard arguments.allSatisfy({ !$0.isEmpty && !$0.hasPrefix("-") }) else { return false }
    let names = Set(["help"] + Sitboard.configuration.subcommands.compactMap { $0.configuration.commandName })
    return names.isDisjoint(with: arguments)
  }
}
