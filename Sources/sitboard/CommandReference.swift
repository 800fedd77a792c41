import ArgumentParser

/// Prints the help of every command as Markdown, from which `docs/commands.md` is made.
struct CommandReference: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "command-reference", abstract: "Print docs/commands.md.", shouldDisplay: false)

  func run() throws {
    var output = Output.standard
    try output.write(CommandReference.markdown)
    try output.finish()
  }

  static var markdown: String {
    let commands: [any ParsableCommand.Type] = Sitboard.configuration.subcommands.filter {
      $0.configuration.shouldDisplay
    }
    let parts = commands.map { command in
      "## sitboard \(command.configuration.commandName ?? "")\n\n"
        + block(Sitboard.helpMessage(for: command, columns: 100))
    }
    return """
      # Commands

      Made from the command line's own help: `sitboard command-reference > docs/commands.md`. A test fails when it is old.

      \(block(Sitboard.helpMessage(columns: 100)))
      \(parts.joined(separator: "\n"))
      """
  }

  private static func block(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(\.withoutTrailingSpaces)
    return "```\n" + lines.joined(separator: "\n").trimmingNewlines + "\n```\n"
  }
}

extension StringProtocol {
  /// As a line stands in a page of the documentation.
  var withoutTrailingSpaces: String { String(reversed().drop { $0 == " " }.reversed()) }
}

extension String {
  fileprivate var trimmingNewlines: String {
    String(drop { $0 == "\n" }.reversed().drop { $0 == "\n" }.reversed())
  }
}
