import BoardUI
import Formats
import Intake
import Situation
import Terminal

/// The operator's settings for every board and briefing, in `sitboard/config` under `$XDG_CONFIG_HOME` or `~/.config`.
///
/// ```toml
/// theme = "light"
///
/// [keys]
/// "ctrl-n" = "match-next"
/// "H" = "none"
/// ```
enum ConfigFile {
  /// The settings; the standard ones where there is no config.
  static func settings() throws(Failure) -> Settings {
    guard let path = path(OperatorOptions.environment) else { return Settings() }
    let bytes: [UInt8]
    do throws(Problem) {
      bytes = try Intake.bytes(of: path)
    } catch {
      if error.kind == .missing { return Settings() }
      throw Failure(SystemExit(error.category), error.message)
    }
    do throws(ConfigError) {
      return try settings(String(decoding: bytes, as: UTF8.self))
    } catch {
      throw Failure(.config, "\(path): \(error.reason)")
    }
  }

  /// A relative path in XDG_CONFIG_HOME counts as none, as the base directory specification has it.
  static func path(_ environment: (String) -> String?) -> String? {
    if let config = environment("XDG_CONFIG_HOME"), config.hasPrefix("/") { return config + "/sitboard/config" }
    return environment("HOME").map { $0 + "/.config/sitboard/config" }
  }

  struct ConfigError: Error, Equatable {
    /// The line and what is wrong with it.
    var reason: String
  }

  static func settings(_ text: String) throws(ConfigError) -> Settings {
    let file: TOMLFile
    do throws(TOMLError) {
      file = try TOMLFile(text)
    } catch {
      throw ConfigError(reason: "line \(error.line): \(error.reason)")
    }
    var settings = Settings()
    for entry in file.entries {
      if entry.path.first == "keys" {
        try take(key: entry, into: &settings)
      } else {
        try take(setting: entry, into: &settings)
      }
    }
    guard settings.keymap.hasWayOut else {
      throw ConfigError(reason: "[keys]: no key is left that leads back or quits; give one to \"back\" or \"quit\"")
    }
    return settings
  }

  private static func take(setting entry: TOMLFile.Entry, into settings: inout Settings) throws(ConfigError) {
    let name = entry.path.last ?? ""
    guard entry.path.count == 1, case .pair(_, let value, let line) = entry, let setting = Setting(rawValue: name)
    else {
      let known = Setting.allCases.map(\.rawValue).joined(separator: ", ")
      throw ConfigError(reason: "line \(entry.line): \(name): not known here; there are \(known), and the table [keys]")
    }
    guard let value, setting.takes(value) else {
      let given = value.map { " = \"\($0)\"" } ?? ""
      throw ConfigError(
        reason: "line \(line): \(name)\(given): give, in quotation marks, \(setting.allowed)")
    }
    settings.values[setting] = Settings.Value(text: value, line: line)
  }

  private static func take(key entry: TOMLFile.Entry, into settings: inout Settings) throws(ConfigError) {
    let name = entry.path.last ?? ""
    func error(_ reason: String) -> ConfigError { ConfigError(reason: "line \(entry.line): \(name)\(reason)") }
    switch entry {
    case .table where entry.path.count == 1: break
    case .pair where entry.path.count == 1:
      throw error(": make it a table: [keys], and below it \"F3\" = \"search\"")
    case .pair(_, let command?, let line) where entry.path.count == 2:
      do throws(KeymapError) {
        try settings.keymap.rebind(name, to: command)
      } catch let problem {
        throw error(" = \"\(command)\": \(problem.message)")
      }
      settings.keys.append((name, Settings.Value(text: command, line: line)))
    case .pair where entry.path.count == 2:
      throw error(": give the name of a command in quotation marks, or \"none\"")
    default: throw error(": not known here; there is no table in [keys]")
    }
  }
}
