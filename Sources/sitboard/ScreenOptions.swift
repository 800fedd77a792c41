import ArgumentParser
import BoardUI
import Terminal

/// Options of every command that draws the board on a terminal.
struct ScreenOptions: ParsableArguments {
  @Option(
    help: """
      What it looks like: standard (legible on a dark and on a light background), dark, light, high-contrast or mono; \
      standard unless the config sets another.
      """)
  var theme: ThemeArgument?

  @Option(
    help: ArgumentHelp(
      "Columns of characters that are two wide on East Asian terminals and one wide elsewhere: 1 or 2.",
      valueName: "1|2"))
  var ambiguousWidth: AmbiguousWidth = .one

  /// As they are where nothing is asked for.
  static var standard: ScreenOptions {
    var options = ScreenOptions()
    (options.theme, options.ambiguousWidth) = (nil, .one)
    return options
  }

  enum AmbiguousWidth: Int, CaseIterable, ExpressibleByArgument {
    case one = 1
    case two
  }
}

/// A theme by its name.
struct ThemeArgument: ExpressibleByArgument {
  let theme: Theme

  init(theme: Theme) { self.theme = theme }

  init?(argument: String) {
    guard let theme = Theme(named: argument) else { return nil }
    self.theme = theme
  }

  var defaultValueDescription: String { theme.name }

  static var allValueStrings: [String] { Theme.all.map(\.name) }
}
