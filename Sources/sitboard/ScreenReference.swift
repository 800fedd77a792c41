import ArgumentParser
import BoardUI

/// Prints the built-in incident at several sizes and instants as Markdown, from which `docs/screens.md` is made.
struct ScreenReference: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen-reference", abstract: "Print docs/screens.md.", shouldDisplay: false)

  private static let sizes = [(40, 10), (80, 24), (120, 40), (200, 60)].map { Size(columns: $0.0, rows: $0.1) }
  /// Keys that lead from the end to an instant, and what it is.
  private static let instants: [(title: String, keys: [Key])] = [
    ("in the first hours", ["g", "}"]), ("in the middle", ["g", "}", "}", "}", "}", "}"]), ("at the end", []),
  ]

  func run() throws {
    let loading = try Loading([], CommonOptions.parse([]))
    var page = """
      # Screens

      The built-in incident as the board draws it. This page is made by `sitboard screen-reference > docs/screens.md`. A test fails when it is old.

      ## What yields first


      """
    for (number, line) in Layout.yielding.enumerated() { page += "\(number + 1). \(line)\n" }
    func add(_ title: String, _ size: Size, _ keys: [Key]) {
      var model = Model(store: loading.store, size: size, options: BoardUI.Options(example: BuiltInIncident.labels))
      if keys.isEmpty { model.begin() }
      _ = update(&model, .opened(lastLook: nil))
      for key in keys { _ = update(&model, .key(key)) }
      // The receipt pane follows once the keys rest.
      _ = update(&model, .tick)
      let lines = view(model, size: size).lines.map(\.withoutTrailingSpaces)
      page += "\n## \(title)\n\n```\n" + lines.joined(separator: "\n") + "\n```\n"
    }
    for size in ScreenReference.sizes {
      for (title, keys) in ScreenReference.instants { add("\(size.columns)×\(size.rows), \(title)", size, keys) }
    }
    for pane in Pane.allCases {
      let number = Key.character(Unicode.Scalar(UInt8(0x30 + pane.rawValue)))
      add("\(pane.title.lowercased()), zoomed, 120×40", Size(columns: 120, rows: 40), [number, "z"])
    }
    add("what waits to be reviewed, 80×24", Size(columns: 80, rows: 24), ["R"])
    var output = Output.standard
    try output.write(page)
    try output.finish()
  }
}
