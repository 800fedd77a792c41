import ArgumentParser
import Testing

@testable import sitboard

/// The board on paths alone is opened without the argument parser, and is the one that the parser would open.
@Suite struct PlainBoardTests {
  private func told(_ value: Any) -> String {
    var text = ""
    dump(value, to: &text)
    return text
  }

  @Test(arguments: [[], ["reports"], ["reports", "more.txt", "https://example.org/feed"], ["Brief", "board.txt"]])
  func `every option is as the parser leaves it`(_ arguments: [String]) throws {
    let plain = try #require(BoardCommand(plain: arguments))
    #expect(plain.paths == arguments)
    let parsed = try #require(try Sitboard.parseAsRoot(arguments) as? BoardCommand)
    #expect(told(plain) == told(parsed))
  }

  @Test(arguments: [
    ["--linear"], ["reports", "--ascii"], ["-"], ["-h"], ["brief"], ["help"], ["reports", "brief"], [""],
    ["gate", "--root", "x"], ["built-in-claims"],
  ])
  func `whatever may be more than paths is the parser's`(_ arguments: [String]) {
    #expect(BoardCommand(plain: arguments).map { _ in true } == nil)
  }

  @Test func `every command has a name that no path is taken for`() {
    for command in Sitboard.configuration.subcommands {
      #expect(command.configuration.commandName != nil, "\(command)")
      #expect(command.configuration.aliases.isEmpty, "\(command)")
    }
  }
}
