import BoardUI
import Intake
import TOMLKit

/// What the operator has set for every board, in `sitboard/config` under `$XDG_CONFIG_HOME` or `~/.config`.
///
/// ```toml
/// [keys]
/// "ctrl-n" = "match-next"
/// "h" = "none"
/// ```
enum ConfigFile {
  /// The keys as they are set; those of old where there is no config.
  static func keymap() throws(Failure) -> Keymap {
    guard let path = path(HandOptions.environment) else { return .standard }
    let bytes: [UInt8]
    do throws(Problem) {
      bytes = try Intake.bytes(of: path)
    } catch {
      if error.kind == .missing { return .standard }
      throw Failure(SystemExit(error.category), error.message)
    }
    do throws(ConfigError) {
      return try keymap(String(decoding: bytes, as: UTF8.self))
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

  static func keymap(_ text: String) throws(ConfigError) -> Keymap {
    let table = try table(text)
    if let other = table.keys.first(where: { $0 != "keys" }) {
      throw ConfigError(reason: "\(line(of: other, in: text))\(other): not known here; the only table is [keys]")
    }
    var keymap = Keymap.standard
    guard let keys = table["keys"] else { return keymap }
    guard let keys = keys.table else {
      throw ConfigError(
        reason: "\(line(of: "keys", in: text))keys: make it a table: [keys], and below it \"F3\" = \"search\"")
    }
    for key in keys.keys {
      let place = line(of: key, in: text)
      guard let command = keys[key]?.string else {
        throw ConfigError(reason: "\(place)\(key): give the name of a command in quotation marks, or \"none\"")
      }
      do throws(KeymapError) {
        try keymap.rebind(key, to: command)
      } catch {
        throw ConfigError(reason: "\(place)\(key) = \"\(command)\": \(error.message)")
      }
    }
    guard keymap.hasWayOut else {
      throw ConfigError(reason: "[keys]: no key is left that leads back or quits; give one to \"back\" or \"quit\"")
    }
    return keymap
  }

  private static func table(_ text: String) throws(ConfigError) -> TOMLTable {
    do {
      return try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw ConfigError(reason: "line \(error.source.begin.line): \(error.description)")
    } catch {
      throw ConfigError(reason: "it is no TOML: \(error)")
    }
  }

  /// "line 3: ", of the first line that begins with a key or with a table of its name.
  private static func line(of key: String, in text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let beginnings = ["\"\(key)\"", "'\(key)'", key, "[\(key)"]
    let number = lines.firstIndex { line in
      let line = line.drop { $0 == " " || $0 == "\t" }
      return beginnings.contains { beginning in
        line.hasPrefix(beginning)
          && [" ", "\t", "=", ".", "]", nil].contains(line.dropFirst(beginning.count).first)
      }
    }
    return number.map { "line \($0 + 1): " } ?? ""
  }
}
