import ArgumentParser
import Formats

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print what is set, and where each value comes from.",
    discussion: """
      What is printed is a config itself. A line of the config that is wrong is named with what may stand there. An \
      option on the command line outranks what is set.
      """)

  func run() throws {
    let settings = try ConfigFile.settings()
    let path = ConfigFile.path(OperatorOptions.environment) ?? "config"
    var lines: [String] = []
    func add(_ name: String, _ value: String, _ origin: String) {
      lines.append("\(name) = \(ConfigCommand.quoted(value))  # \(origin)")
    }
    for setting in Setting.allCases {
      if setting == .color, settings.values[.color] == nil, OperatorOptions.environment("NO_COLOR") != nil {
        add(setting.rawValue, "never", "NO_COLOR is set")
      } else if let value = settings.values[setting] {
        add(setting.rawValue, value.text, "\(path), line \(value.line)")
      } else if let standard = setting.standard {
        add(setting.rawValue, standard, "as it is without a config; \(setting.allowed)")
      } else {
        lines.append("# \(setting.rawValue) is not set: \(setting.allowed)")
      }
    }
    lines += ["", "[keys]"]
    if settings.keys.isEmpty {
      lines.append("# as docs/keys.md has them; \"F3\" = \"search\" gives a key to a command")
    }
    for (name, command) in settings.keys {
      add(ConfigCommand.quoted(name), command.text, "\(path), line \(command.line)")
    }
    var output = Output.standard
    try output.write(lines: lines)
    try output.finish()
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
