import BoardUI
import LineExamples
import Testing

@testable import sitboard

/// The operator's config: keys by the names of commands.
@Suite struct ConfigTests {
  @Test func `keys are read from a config`() throws {
    let keymap = try ConfigFile.settings("# mine\n[keys]\nF3 = \"search\"\n\"ctrl-n\" = \"match-next\"\n").keymap
    #expect(keymap.command(for: .function(3), in: .board) == .search)
    #expect(keymap.command(for: .control("n"), in: .board) == .moveMatch(1))
    #expect(try ConfigFile.settings("").keymap.command(for: "q", in: .board) == .back)
  }

  @Test(arguments: [
    ("[keys]\nF3 = \"search\"\nF4 = \"fly\"\n", "line 3: F4 = \"fly\": no command is called \"fly\""),
    ("[keys]\n\n  \"hyper-x\" = \"search\"\n", "line 3: hyper-x = \"search\": no key is called"),
    ("[keys]\nn = 3\n", "line 2: n: give the name of a command in quotation marks"),
    ("colour = \"red\"\n", "line 1: colour: not known here"), ("\n[themes]\nx = 1\n", "line 2: themes: not known here"),
    ("keys = 3\n", "line 1: keys: make it a table"), ("[keys]\nF3 = search\n", "line 2: "),
    ("[keys]\nq = \"none\"\nQ = \"none\"\nctrl-c = \"none\"\n", "no key is left that leads back or quits"),
  ])
  func `a line that is wrong is an error that names it`(_ text: String, _ words: String) {
    #expect {
      try ConfigFile.settings(text).keymap
    } throws: { error in
      (error as? ConfigFile.ConfigError)?.reason.contains(words) ?? false
    }
  }

  @Test(arguments: ["[é]", "[(a)]", "[["]) func `no config and no file of sources ends the program but with a message`(
    text: String
  ) throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("sitboard/config", text)
    let board = try Program.shell(
      "XDG_CONFIG_HOME=\"$1\" script -qec \"$SITBOARD seeds/undated\" /dev/null < /dev/null", [folder.path])
    #expect(board.code == 78)
    #expect(board.text.contains("\(path): line 1: "))
    let sources = try Program.run(["brief", "--sources", path, "seeds/undated"])
    #expect(sources.code == 65)
    #expect(sources.errors.contains("\(path): line 1: "))
  }

  @Test func `a config is found where configs belong`() {
    #expect(ConfigFile.path { ["XDG_CONFIG_HOME": "/c", "HOME": "/home/a"][$0] } == "/c/sitboard/config")
    #expect(ConfigFile.path { ["XDG_CONFIG_HOME": "c", "HOME": "/home/a"][$0] } == "/home/a/.config/sitboard/config")
    #expect(ConfigFile.path { _ in nil } == nil)
  }
}
