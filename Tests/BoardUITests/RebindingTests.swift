import BoardUI
import Testing

/// Keys that the operator gives to other commands.
@Suite struct RebindingTests {
  private func keymap(_ bindings: [(String, String)]) throws -> Keymap {
    var keymap = Keymap.standard
    for (key, command) in bindings { try keymap.rebind(key, to: command) }
    return keymap
  }

  @Test func `every command that a key asks for has one name, and every key too`() {
    var names: [String: Command] = [:]
    for (key, command) in Keymap.standard.groups.flatMap(\.bindings).flatMap(\.keys) {
      guard let name = command.name else {
        Issue.record("\(command) has no name")
        continue
      }
      #expect(names[name] == nil || names[name] == command, "\(name) is two commands")
      names[name] = command
      #expect(Command(named: name) == command)
      #expect(Key(named: key.name) == key, "\(key.name)")
      #expect(Keymap.markdown.contains("`\(name)`"))
    }
  }

  @Test func `a key given to a command is taken from the other`() throws {
    let keymap = try keymap([("n", "marker-next"), ("F3", "search")])
    #expect(keymap.command(for: "n", in: .board) == .goToMarker(1))
    #expect(keymap.command(for: .function(3), in: .board) == .search)
    #expect(keymap.command(for: "/", in: .board) == .search, "the key of old still works")
    #expect(keymap.command(for: "]", in: .board) == .goToMarker(1))
    #expect(keymap.command(for: "N", in: .board) == .moveMatch(-1))
  }

  @Test func `two keys can change places and none takes a key away`() throws {
    let keymap = try keymap([("n", "match-back"), ("N", "match-next"), ("x", "none")])
    #expect(keymap.command(for: "n", in: .board) == .moveMatch(-1))
    #expect(keymap.command(for: "N", in: .board) == .moveMatch(1))
    #expect(keymap.command(for: "x", in: .board) == nil)
  }

  @Test func `a key of the line is changed in the line alone`() throws {
    let keymap = try keymap([("ctrl-u", "delete-word"), ("ctrl-x", "delete-to-start")])
    #expect(keymap.command(for: .control("u"), in: .line) == .editLine(.deleteWord))
    #expect(keymap.command(for: .control("u"), in: .board) == .moveHalfPage(-1))
  }

  @Test(arguments: [
    ("hyper-x", "search", "no key is called \"hyper-x\""), ("", "search", "no key is called"),
    ("ctrl-i", "search", "no key is called"), ("F13", "search", "no key is called"),
    ("n", "fly", "no command is called \"fly\""), ("k", "delete-word", "is typed into the line"),
  ])
  func `what cannot be is said`(_ key: String, _ command: String, _ words: String) {
    #expect {
      var keymap = Keymap.standard
      try keymap.rebind(key, to: command)
    } throws: { error in
      (error as? KeymapError)?.message.contains(words) ?? false
    }
  }

  @Test func `a keymap that leads nowhere is known`() throws {
    #expect(Keymap.standard.hasWayOut)
    #expect(try !keymap([("q", "none"), ("Q", "none"), ("ctrl-c", "none")]).hasWayOut)
    #expect(try keymap([("q", "none"), ("Q", "none"), ("ctrl-c", "none"), ("X", "quit")]).hasWayOut)
  }

  @Test func `the help and the key line tell the keys as they are`() throws {
    var driver = Driver(
      80, 60, keymap: try keymap([("F3", "help"), ("?", "none"), ("h", "none"), ("F1", "none"), ("w", "receipt")]))
    #expect(driver.keyLine.contains("F3 help"))
    driver.press(.function(3))
    #expect(driver.title.contains("HELP"))
    #expect(driver.screen.contains("enter w"))
  }
}
