import ArgumentParser
import BoardUI

/// Prints the keymap as Markdown, from which `docs/keys.md` is made.
struct KeyReference: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key-reference", abstract: "Print docs/keys.md.", shouldDisplay: false)

  func run() throws {
    var output = Output.standard
    try output.write(Keymap.markdown)
    try output.finish()
  }
}
