/// A command of other programs that people type by habit: `:q`, `:w`, `:help`.
enum LineSlip: Hashable, Sendable {
  case quit, save, help

  /// `nil` for a name that no other program has, or that is a command here.
  init?(_ name: String) {
    switch name.lowercased() {
    case "q", "qa", "qall", "quit", "exit": self = .quit
    case "w", "wq", "wa", "wqa", "x", "write", "save": self = .save
    case "h", "help": self = .help
    default: return nil
    }
  }
}

extension Model {
  mutating func answer(_ slip: LineSlip) throws(LineError) -> [Effect] {
    switch slip {
    case .quit: return quit()
    case .save: throw LineError("there is nothing to write: each entry is saved when it is made; q quits")
    case .help: return open(.help(HelpScreen(place, pane: screens.isEmpty ? focus : nil)))
    }
  }
}
