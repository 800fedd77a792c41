import Foundation
import LineExamples
import Testing

@testable import sitboard

/// Settings, the places where things are kept, and how they are removed.
@Suite struct KeptTests {
  /// Runs a command with every folder of its own below a temporary one.
  private func run(_ arguments: String, in folder: TemporaryFolder) throws -> (code: Int32, text: String) {
    let result = try Program.shell(
      "export HOME=\"$1\" XDG_CONFIG_HOME=\"$1/c\" XDG_STATE_HOME=\"$1/s\" XDG_CACHE_HOME=\"$1/k\" XDG_DATA_HOME=\"$1/d\"; "
        + arguments.replacing("sitboard", with: "$SITBOARD") + " 2>&1", [folder.path])
    return (result.code, result.text)
  }

  @Test func `what is set is printed with the line that it comes from, and is a config itself`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file(
      "c/sitboard/config", "# mine\ntheme = \"light\"\nwidth = \"60\"\n[keys]\nF3 = \"search\"\n")
    let printed = try run("sitboard config", in: folder)
    #expect(printed.code == 0)
    #expect(printed.text.contains("theme = \"light\"  # \(path), line 2\n"), "\(printed.text)")
    #expect(printed.text.contains("width = \"60\"  # \(path), line 3\n"))
    #expect(printed.text.contains("clock = \"happened\"  # as it is without a config; one of happened, reported\n"))
    #expect(printed.text.contains("\"F3\" = \"search\"  # \(path), line 5\n"))
    let again = try ConfigFile.settings(printed.text)
    #expect(again.theme == .light && again.width == 60)
    #expect(again.keymap.command(for: .function(3), in: .board) == .search)
  }

  @Test(arguments: [
    ("theme = \"mauve\"\n", "line 1: theme = \"mauve\": give, in quotation marks, one of standard, dark, light"),
    ("\nwidth = 60\n", "line 2: width: give, in quotation marks, a number from 40 to 200"),
    ("width = \"9\"\n", "line 1: width = \"9\": give, in quotation marks, a number from 40 to 200"),
    (
      "colour = \"red\"\n",
      "line 1: colour: not known here; there are theme, color, clock, width, desk, and the table [keys]"
    ),
  ])
  func `a setting that is wrong is named with its line and what may stand there`(_ text: String, _ words: String) throws
  {
    #expect {
      try ConfigFile.settings(text)
    } throws: { error in
      (error as? ConfigFile.ConfigError)?.reason.contains(words) ?? false
    }
  }

  @Test func `a briefing heeds the config, and an option outranks it`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("c/sitboard/config", "width = \"50\"\n")
    func longest(_ text: String) -> Int { text.split(separator: "\n").map(\.count).max() ?? 0 }
    #expect(longest(try run("sitboard brief seeds/undated", in: folder).text) <= 50)
    let wide = try run("sitboard brief --width 100 seeds/undated", in: folder)
    #expect((51...100).contains(longest(wide.text)))
  }

  @Test func `what is kept of an incident is told and forgotten, and nothing of another`() throws {
    let folder = try TemporaryFolder()
    _ = try run("sitboard brief --since last seeds/undated; sitboard brief --since last seeds", in: folder)
    let before = try run("sitboard paths seeds/undated", in: folder)
    let marks = before.text.split(separator: "\n").filter { $0.hasPrefix("last briefing") }
    #expect(marks.count == 1 && !marks[0].hasSuffix("(not there)"), "\(before.text)")
    #expect(before.text.contains("\(folder.path)/k/sitboard\n"))
    #expect(before.text.contains("\(folder.path)/c/sitboard/config  (not there)\n"))

    let refused = try run("sitboard forget seeds/undated < /dev/null", in: folder)
    #expect(refused.code == 64 && refused.text.contains("--yes removes without asking"), "\(refused.text)")
    let forgotten = try run("sitboard forget --yes seeds/undated", in: folder)
    #expect(
      forgotten.code == 0 && forgotten.text.contains("removed 1 file, and 2 entries of the cache"), "\(forgotten.text)")
    let after = try run("sitboard paths seeds/undated", in: folder)
    #expect(after.text.split(separator: "\n").contains { $0.hasPrefix("last briefing") && $0.hasSuffix("(not there)") })
    let other = try run("sitboard paths seeds", in: folder)
    #expect(
      other.text.split(separator: "\n").contains { $0.hasPrefix("last briefing") && !$0.hasSuffix("(not there)") })
    #expect(try run("sitboard forget --yes built-in", in: folder).text.contains("nothing is kept of this"))
  }

  @Test func `what a board that was killed had half written is forgotten as well`() throws {
    let folder = try TemporaryFolder()
    _ = try run("sitboard brief --since last seeds/undated", in: folder)
    let marks = folder.path + "/s/sitboard/last"
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: marks).first)
    try folder.file("s/sitboard/last/.\(name)", "half of a mark")
    let forgotten = try run("sitboard forget --yes seeds/undated", in: folder)
    #expect(forgotten.text.contains("last briefing: \(marks)/.\(name)\n"), "\(forgotten.text)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: marks).isEmpty)
  }

  @Test func `what was fetched into a folder is forgotten with it, and its articles stay`() throws {
    let folder = try TemporaryFolder()
    let digest = String(repeating: "ab", count: 32)
    try folder.file("desk/a.txt", "Officials said 3 people were killed.\n")
    let body = try folder.file("desk/.sitboard/bodies/ab/\(digest)", "<p>Officials said 3 people were killed.</p>")
    let log = try folder.file(
      "desk/.sitboard/log/x.jsonl",
      "{\"address\":\"https://example.org/feed\",\"page\":null,\"at\":1741680000,\"sha256\":\"\(digest)\","
        + "\"status\":200,\"redirects\":[],\"headers\":[]}\n")
    let forgotten = try run("sitboard forget --yes \"$1/desk\"", in: folder)
    #expect(forgotten.text.contains("when it was fetched: \(log)"), "\(forgotten.text)")
    #expect(forgotten.text.contains("what was fetched: \(body)"), "\(forgotten.text)")
    let left = ["desk/a.txt", "desk/.sitboard/log/x.jsonl", "desk/.sitboard/bodies/ab/\(digest)"].filter {
      FileManager.default.fileExists(atPath: folder.path + "/" + $0)
    }
    #expect(left == ["desk/a.txt"])
  }
}
