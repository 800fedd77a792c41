extension Keymap {
  /// The whole keymap as the page `docs/keys.md`.
  package static var markdown: String { standard.markdown }

  private var markdown: String {
    var page = """
      # Keys

      The board is worked from the keyboard. This page, the help (`?`) and the line at the foot of the screen are made
      from one keymap.

      """
    for (title, bindings) in groups {
      page += "\n## \(title)\n\n| keys | does | works on | names |\n|---|---|---|---|\n"
      for binding in bindings {
        let keys = binding.keys.map { "`" + ($0.key.name == "|" ? "\\|" : $0.key.name) + "`" }.joined(separator: " ")
        page += "| \(keys) | \(binding.description) | \(binding.whereItWorks) | \(binding.commandNames) |\n"
      }
    }
    for (title, commands) in LineCommand.groups {
      page += "\n## Commands: \(title.lowercased())\n\n| command | does |\n|---|---|\n"
      for command in commands { page += "| `\(command.usage)` | \(command.description) |\n" }
    }
    page += "\n## Panes\n\n| number | pane |\n|---|---|\n"
    for pane in Pane.allCases { page += "| `\(pane.rawValue)` | \(pane.title.lowercased()) |\n" }
    page += "\n" + Keymap.changing
    page += "\n## Filters\n\n" + Filter.explanation + "\n\n| before the colon | what it asks for |\n|---|---|\n"
    for (key, meaning) in Filter.keys { page += "| `\(key)` | \(meaning) |\n" }
    page += "\n## Speeds\n\n" + Replay.explanation + "\n"
    return page
  }
}

extension Keymap {
  private static let changing = """
    ## Changing keys

    A file `sitboard/config` under `$XDG_CONFIG_HOME` (or `~/.config`) gives keys to commands by their names, in TOML.
    Before its tables it may set `theme`, `color`, `clock` and `width`; `sitboard config` prints what is in force.

    ```toml
    [keys]
    "ctrl-n" = "match-next"
    "F3" = "search"
    "H" = "none"
    ```

    A key that is given to a command is taken from any other that works in the same places. A line that is wrong is an
    error that names it, and the board does not open.

    """
}

extension KeyBinding {
  /// The names of its commands, each once.
  fileprivate var commandNames: String {
    var names: [String] = []
    for name in keys.compactMap(\.command.name) where !names.contains(name) { names.append(name) }
    return names.map { "`\($0)`" }.joined(separator: " ")
  }

  var whereItWorks: String {
    let places = Context.allCases.filter(self.places.contains).map(\.rawValue).joined(separator: ", ")
    guard !panes.isEmpty else { return places }
    return places + ": " + Pane.allCases.filter(panes.contains).map { $0.title.lowercased() }.joined(separator: ", ")
  }
}
