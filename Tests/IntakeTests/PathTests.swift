import Formats
import Foundation
import Intake
import LineExamples
import Situation
import Testing

@Suite struct PathTests {
  @Test func `a folder gives its own texts and event files in the order of their names`() throws {
    let folder = try TemporaryFolder()
    for name in ["b.txt", "a.md", "C.txt", "é.txt", ".hidden.txt", "notes.odt", "sub/d.txt", "e.txt/inner.txt"] {
      try folder.file(name, "Text of \(name).")
    }
    let article = Article(id: ArticleID(digest: String(repeating: "f", count: 64)), path: "old.txt", text: [0x41])
    var store = EventStore()
    store.append(article, claims: [])
    var lines: [UInt8] = []
    EventLines.write(store) { lines += $0 }
    try folder.file("d.jsonl", lines)
    let result = Intake.load([folder.path])
    #expect(result.problems.isEmpty)
    #expect(
      result.entries.map(\.article.path) == [
        folder.path + "/C.txt", folder.path + "/a.md", folder.path + "/b.txt", "old.txt", folder.path + "/é.txt",
      ])
    #expect(result.entries.map { $0.claims == nil } == [true, true, true, false, true])
  }

  @Test func `one bad path never loses the others`() throws {
    let folder = try TemporaryFolder()
    let good = try folder.file("good.txt", "Text.")
    let empty = try folder.file("empty.txt", "")
    let result = Intake.load([folder.path + "/none.txt", good, empty, folder.path + "/good.txt/under", good])
    #expect(result.entries.map(\.article.path) == [good, good])
    #expect(result.problems.map(\.kind) == [.missing, .empty, .missing])
  }

  @Test func `a bad file in a folder never loses its neighbours`() throws {
    let folder = try TemporaryFolder()
    try folder.file("1.txt", "")
    try folder.file("2.txt", "Text.")
    try folder.file("3.txt", [0x41, 0x00])
    let result = Intake.load([folder.path + "/"])
    #expect(result.entries.map(\.article.path) == [folder.path + "/2.txt"])
    #expect(result.problems.map(\.path) == [folder.path + "/1.txt", folder.path + "/3.txt"])
  }

  @Test func `a folder without articles is a problem`() throws {
    let folder = try TemporaryFolder()
    try folder.file("sub/a.txt", "Text.")
    #expect(Intake.load([folder.path]).problems == [Problem(folder.path, .noArticles)])
  }

  @Test func `a pipe that is named like a file is refused and never waited for`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/pipe.txt"
    #expect(mkfifo(path, 0o600) == 0)
    #expect(Intake.load([path, folder.path]).problems == [Problem(path, .notAFile), Problem(path, .notAFile)])
    #expect(Intake.load(["/dev/null"]).problems == [Problem("/dev/null", .notAFile)])
  }

  @Test func `a file over the limit is refused without being read`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("big.txt", "A")
    // A hundred million bytes that take no room on the disk.
    #expect(truncate(path, 100_000_000) == 0)
    let result = Intake.load([path])
    #expect(result.problems == [Problem(path, .tooLarge(size: 100_000_000, limit: 16_777_216))])
    let small = try folder.file("small.txt", "12345")
    let limits = IntakeLimits(article: 4, events: 64)
    #expect(
      Intake.load([small], options: IntakeOptions(limits: limits)).problems
        == [Problem(small, .tooLarge(size: 5, limit: 4))])
    #expect(Intake.load([small], options: IntakeOptions(limits: IntakeLimits(article: 5))).problems.isEmpty)
  }

  @Test func `a damaged line of an event file is told with file and line, and the rest is loaded`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file(
      "e.jsonl", "{\"sitboard\":\"events\",\"version\":1}\nnot json\n")
    let result = Intake.load([path])
    #expect(result.problems == [Problem(path, line: 2, .damagedLine("expected a value at byte 0 of the line"))])
    #expect(
      result.problems.first?.message
        == "\(path):2: damaged event line: expected a value at byte 0 of the line; "
        + "write the events again with sitboard events; the other lines were read")
  }

  @Test func `event lines are known by their beginning, whatever the file is called`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("e.txt", "{\"sitboard\":\"events\",\"version\":1}\n")
    let result = Intake.load([path])
    #expect(result.entries.isEmpty)
    #expect(result.problems.isEmpty)
  }

  @Test func `a link to a file is followed, and a link to itself is refused`() throws {
    let folder = try TemporaryFolder()
    let real = try folder.file("real/a.txt", "Text.")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/link.txt", withDestinationPath: real)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/loop.txt", withDestinationPath: folder.path + "/loop.txt")
    let result = Intake.load([folder.path])
    #expect(result.entries.map(\.article.path) == [folder.path + "/link.txt"])
    #expect(result.problems.map(\.path) == [folder.path + "/loop.txt"])
    #expect(result.problems.first?.category == .inputOutput)
  }
}
