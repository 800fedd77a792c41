import Foundation
import Glibc
import LineExamples
import Sharing
import Testing

/// Marks that are kept whole, whatever ends those who keep them.
@Suite struct BookmarkFolderTests {
  private let folder: TemporaryFolder
  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  init() throws { folder = try TemporaryFolder() }

  @Test func `what processes that were killed had half written does not pile up and goes with the next mark`() throws {
    try folder.file(".ann", "half of an earlier mark, which was longer than the next")
    let marks = try BookmarkFolder(folder.path)
    try marks.keep(Array("whole".utf8), of: "ann")
    #expect(try marks.bytes(of: "ann", most: 100) == Array("whole".utf8))
    #expect(try names == ["ann"])
    // Whoever is killed leaves a file of this name, and of no other.
    #expect(BookmarkFolder.beside("ann") == ".ann")
  }

  @Test func `marks that are kept at once are each whole, and one of them stays`() async throws {
    let path = folder.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          let marks = try BookmarkFolder(path)
          for _ in 0..<20 { try marks.keep(Array(repeating: UInt8(number), count: 5000 + number), of: "ann") }
        }
      }
      try await group.waitForAll()
    }
    let kept = try #require(try BookmarkFolder(path).bytes(of: "ann", most: 10_000))
    #expect(Set(kept).count == 1 && kept.count == 5000 + Int(kept[0]))
    #expect(try names == ["ann"])
  }

  @Test func `what is not a file of its own making is not written over`() throws {
    let notes = try folder.file("notes", "Notes of the night\n")
    let marks = try BookmarkFolder(folder.path)
    let beside = folder.path + "/.ann"
    try FileManager.default.createSymbolicLink(atPath: beside, withDestinationPath: notes)
    #expect(throws: BookmarkError.self) { try marks.keep([1], of: "ann") }
    try FileManager.default.removeItem(atPath: beside)
    try FileManager.default.linkItem(atPath: notes, toPath: beside)
    #expect(throws: BookmarkError.self) { try marks.keep([1], of: "ann") }
    try FileManager.default.removeItem(atPath: beside)
    try #require(mkfifo(beside, 0o600) == 0)
    #expect(throws: BookmarkError.self) { try marks.keep([1], of: "ann") }
    #expect(try String(contentsOfFile: notes, encoding: .utf8) == "Notes of the night\n")
  }
}
