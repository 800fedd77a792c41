import Formats
import Foundation
import LineExamples
import Testing

/// What a reader was told last, remembered between runs.
@Suite struct LastBriefingTests {
  private struct Desk {
    let folder: TemporaryFolder
    let state: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
      state = try TemporaryFolder()
    }

    func add(_ seed: String) throws {
      let text = try Data(contentsOf: TwoDispatches.root.appending(path: "seeds/\(seed)"))
      try folder.file(seed, [UInt8](text))
    }

    func run(_ line: String) throws -> Program.Outcome {
      try Program.shell("export XDG_STATE_HOME=$2; cd $1; \(line)", [folder.path, state.path])
    }

    /// The memories, by what is in them.
    func bookmarks() throws -> [Data] {
      let path = state.path + "/sitboard/last"
      return try FileManager.default.contentsOfDirectory(atPath: path).sorted().map {
        try Data(contentsOf: URL(filePath: path + "/" + $0))
      }
    }
  }

  @Test func `the second briefing tells what came since the first, and a kept one tells it again`() throws {
    let desk = try Desk()
    try desk.add("01-train-stopped-at-tunnel.txt")
    let first = try desk.run("$SITBOARD brief . --since last")
    #expect(first.text.contains("Number: 1, counted for this reader\n"))
    try desk.add("18-toll-raised-to-31.txt")
    let kept = try desk.run("$SITBOARD brief . --since last --keep-last")
    #expect(kept.text.contains("Number: 2, counted for this reader\n"))
    #expect(kept.text.contains("from 1 further article."))
    let again = try desk.run("$SITBOARD brief . --since last")
    #expect(again.output == kept.output)
    let third = try desk.run("$SITBOARD brief . --since last")
    #expect(third.text.contains("Number: 3, counted for this reader\n"))
    #expect(third.text.contains(" Nothing is told otherwise.\n"))
  }

  @Test func `a briefing that was not written to its end does not count`() throws {
    let desk = try Desk()
    try desk.add("01-train-stopped-at-tunnel.txt")
    _ = try desk.run("$SITBOARD brief . --since last")
    let before = try desk.bookmarks()
    // A disk without room.
    #expect(try desk.run("$SITBOARD brief . --since last > /dev/full").code == 74)
    #expect(try desk.bookmarks() == before)
  }

  @Test func `each set of paths has a memory of its own`() throws {
    let desk = try Desk()
    try desk.add("01-train-stopped-at-tunnel.txt")
    _ = try desk.run("$SITBOARD brief . --since last; $SITBOARD brief $1 --since last")
    #expect(try desk.bookmarks().count == 1)
    _ = try desk.run("$SITBOARD brief 01-train-stopped-at-tunnel.txt --since last")
    #expect(try desk.bookmarks().count == 2)
  }

  @Test func `a damaged memory is named and left as it is`() throws {
    let desk = try Desk()
    try desk.add("01-train-stopped-at-tunnel.txt")
    _ = try desk.run("$SITBOARD brief . --since last; echo x > $2/sitboard/last/*")
    let outcome = try desk.run("$SITBOARD brief . --since last")
    #expect(outcome.code == 74)
    #expect(outcome.errors.contains("damaged"))
    #expect(outcome.output.isEmpty)
  }

  @Test func `options that do not go together are refused`() throws {
    #expect(try Program.run(["brief", "--keep-last"]).code == 64)
    #expect(try Program.run(["brief", "--since", "the other day"]).code == 64)
    #expect(try Program.run(["brief", "--since", "2025-03-13", "--as-of", "2025-03-12"]).code == 64)
    #expect(try Program.run(["diff", "--from", "2025-03-13", "--to", "2025-03-12"]).code == 64)
  }

  @Test func `the changes between two days are told in every form`() throws {
    for format in BriefingFormat.allCases.map(\.rawValue) {
      let arguments = ["diff", "--from", "2025-03-11", "--to", "2025-03-12", "--format", format]
      let outcome = try Program.run(arguments)
      #expect(outcome.code == 0)
      #expect(outcome.text.contains("WHAT CHANGED"))
      #expect(try Program.run(arguments).output == outcome.output)
    }
  }
}
