import BoardUI
import Fetching
import Foundation
import LineExamples
import Situation
import Testing

@testable import sitboard

/// Every file of `docs/examples` is taken by the program, and does what its first line says.
@Suite struct ExampleTests {
  private static let folder = TwoDispatches.root.appending(path: "docs/examples").path

  private static func text(_ name: String) throws -> String {
    try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
  }

  @Test func `every example is tried by a test`() throws {
    // The example of a desk is run by DeskTests, which have a server.
    let tried = [
      "config", "cues.txt", "desk.sh", "feeds.toml", "jaffar.conf", "jaffar.keys", "lexicon.txt", "report.txt",
      "sources.toml",
    ]
    #expect(try FileManager.default.contentsOfDirectory(atPath: ExampleTests.folder).sorted() == tried)
  }

  @Test func `the words of the lexicon are read in the report, and not without it`() throws {
    let report = ExampleTests.folder + "/report.txt"
    let plain = try Program.run(["claims", report])
    #expect(plain.text.contains("12 trackwalkers rescued"))
    #expect(!plain.text.contains("winched up"))
    #expect(!plain.text.contains("The railbus had stopped"))
    let own = try Program.run(["claims", report, "--lexicon", ExampleTests.folder + "/lexicon.txt"])
    #expect(own.errors.isEmpty)
    #expect(own.text.contains("3 people rescued"))
    #expect(own.text.contains("train stopped"))
  }

  @Test func `the sources grade an outlet and a speaker`() throws {
    let content = try SourcesFile.content(of: ExampleTests.text("sources.toml"))
    #expect(content.sources.isEmpty)
    #expect(content.reliabilities["Dawn"] == .usually)
    #expect(content.reliabilities["Shahid Rind"] == .fairly)
    let outcome = try Program.run(["brief", "seeds", "--sources", ExampleTests.folder + "/sources.toml"])
    #expect(outcome.code == 0)
    #expect(outcome.errors.isEmpty)
  }

  @Test func `the feeds are asked every ten and every five minutes`() throws {
    let content = try SourcesFile.content(of: ExampleTests.text("feeds.toml"))
    #expect(content.sources.map(\.name) == ["Example Wire", "Example Paper"])
    #expect(content.sources.map(\.every) == [600, 300])
    #expect(content.sources.map(\.followsPages) == [false, true])
    #expect(content.reliabilities["Example Wire"] == .usually)
  }

  @Test func `the cues are three instants, each with what is said there`() throws {
    let cues = try CueFile.read(ExampleTests.folder + "/cues.txt", UTCOffset(minutes: 300))
    #expect(
      cues.map(\.instant.seconds)
        == [
          "2025-03-11T15:20+05:00", "2025-03-12T14:10+05:00", "2025-03-14T00:00+05:00",
        ].map { Moment.parse($0, defaultOffset: .zero)?.to?.seconds })
    #expect(cues.map { $0.note.prefix(9) } == ["The train", "First res", "Over, say"])
  }

  @Test func `the config sets a theme and a width, gives one key to a command and takes one away`() throws {
    let settings = try ConfigFile.settings(ExampleTests.text("config"))
    #expect(settings.theme.name == "light")
    #expect(settings.width == 100)
    #expect(settings.keymap.command(for: .control("n"), in: .board) == .moveMatch(1))
    #expect(settings.keymap.command(for: "H", in: .board) == nil)
  }

  @Test func `a unit's list of sources is addresses, and its keys have a line that gets no shell`() throws {
    let lines = try ExampleTests.text("jaffar.conf").split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.count == 1)
    let value = try #require(lines.first?.wholeMatch(of: /SOURCES="(.*)"/)?.1)
    let addresses = value.split(separator: " ").map { WebAddress(String($0)) }
    #expect(addresses.count == 2)
    #expect(addresses.allSatisfy { $0 != nil })
    #expect(try ExampleTests.text("jaffar.keys").contains("\n# restrict,pty ssh-ed25519 "))
  }
}
