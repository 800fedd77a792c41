import BoardUI
import Formats
import Intake

/// What the operator has set for every board, in `sitboard/config` under `$XDG_CONFIG_HOME` or `~/.config`.
///
/// ```toml
/// desk = "service=desk"
/// [keys]
/// "ctrl-n" = "match-next"
/// "h" = "none"
/// ```
enum ConfigFile {
  /// What is set.
  struct Settings {
    var keymap = Keymap.standard
    /// The desk that the commands of 'sitboard desk' are about where none is given.
    var desk: String?
  }

  /// As it is set; all as of old where there is no config.
  static func settings() throws(Failure) -> Settings {
    guard let path = path(HandOptions.environment) else { return Settings() }
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

  static func keymap(_ text: String) throws(ConfigError) -> Keymap { try settings(text).keymap }

  static func settings(_ text: String) throws(ConfigError) -> Settings {
    let file: TOMLFile
    do throws(TOMLError) {
      file = try TOMLFile(text)
    } catch {
      throw ConfigError(reason: "line \(error.line): \(error.reason)")
    }
    var settings = Settings()
    for entry in file.entries {
      let name = entry.path.last ?? ""
      func error(_ reason: String) -> ConfigError { ConfigError(reason: "line \(entry.line): \(name)\(reason)") }
      if case .pair(["desk"], let address?, _) = entry {
        settings.desk = address
        continue
      }
      guard entry.path.first == "keys" else { throw error(": not known here; the only table is [keys]") }
      switch entry {
      case .table where entry.path.count == 1: break
      case .pair where entry.path.count == 1:
        throw error(": make it a table: [keys], and below it \"F3\" = \"search\"")
      case .pair(_, let command?, _) where entry.path.count == 2:
        do throws(KeymapError) {
          try settings.keymap.rebind(name, to: command)
        } catch let problem {
          throw error(" = \"\(command)\": \(problem.message)")
        }
      case .pair where entry.path.count == 2:
        throw error(": give the name of a command in quotation marks, or \"none\"")
      default: throw error(": not known here; there is no table in [keys]")
      }
    }
    guard settings.keymap.hasWayOut else {
      throw ConfigError(reason: "[keys]: no key is left that leads back or quits; give one to \"back\" or \"quit\"")
    }
    return settings
  }
}
