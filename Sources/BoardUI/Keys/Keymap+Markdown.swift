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
      page += "\n## \(title)\n\n| keys | does | works on |\n|---|---|---|\n"
      for binding in bindings {
        let keys = binding.keys.map { "`" + ($0.key.name == "|" ? "\\|" : $0.key.name) + "`" }.joined(separator: " ")
        page += "| \(keys) | \(binding.description) | \(binding.whereItWorks) |\n"
      }
    }
    for (title, commands) in LineCommand.groups {
      page += "\n## Commands: \(title.lowercased())\n\n| command | does |\n|---|---|\n"
      for command in commands { page += "| `\(command.usage)` | \(command.description) |\n" }
    }
    page += "\n## Panes\n\n| number | pane |\n|---|---|\n"
    for pane in Pane.allCases { page += "| `\(pane.rawValue)` | \(pane.title.lowercased()) |\n" }
    page += "\n## Speeds\n\n" + Replay.explanation + "\n"
    return page
  }
}

extension KeyBinding {
  var whereItWorks: String {
    let places = Place.allCases.filter(self.places.contains).map(\.rawValue).joined(separator: ", ")
    guard !panes.isEmpty else { return places }
    return places + ": " + Pane.allCases.filter(panes.contains).map { $0.title.lowercased() }.joined(separator: ", ")
  }
}
