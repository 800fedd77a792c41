import Foundation
import LineExamples
import Testing

@Suite struct CastTests {
  private func cast(_ arguments: [String]) throws -> [[Any]] {
    let outcome = try Program.run(["cast", "--width", "80", "--height", "24"] + arguments)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let lines = outcome.text.split(separator: "\n").map { Data($0.utf8) }
    let header = try JSONSerialization.jsonObject(with: try #require(lines.first)) as? [String: Any]
    #expect(header?["version"] as? Int == 2)
    #expect(header?["width"] as? Int == 80)
    #expect(header?["height"] as? Int == 24)
    return try lines.dropFirst().map { try #require(try JSONSerialization.jsonObject(with: $0) as? [Any]) }
  }

  @Test func `a cast is output and markers in the order of their times`() throws {
    let events = try cast(["seeds/undated/two-dispatches.txt"])
    let times = events.compactMap { ($0[0] as? NSNumber)?.doubleValue }
    #expect(times.count == events.count)
    #expect(times.first == 0)
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(Set(events.compactMap { $0[1] as? String }) == ["o", "m"])
    let markers = events.filter { $0[1] as? String == "m" }.compactMap { $0[2] as? String }
    #expect(markers.contains { $0.hasPrefix("OVER BY ~40: rescued 190 + held ~300") })
    #expect(markers.contains { $0.hasPrefix("SAFE OR HELD") })
  }

  @Test func `a faster cast shows the same in less time, and the same cast has the same bytes`() throws {
    let slow = try cast(["seeds/undated/two-dispatches.txt"])
    let fast = try cast(["seeds/undated/two-dispatches.txt", "--speed", "10"])
    #expect(slow.compactMap { $0[2] as? String } == fast.compactMap { $0[2] as? String })
    let ends = [slow, fast].compactMap { ($0.last?[0] as? NSNumber)?.doubleValue }
    // The last picture stands for three seconds at any speed.
    #expect(abs((ends[0] - 3) / 10 - (ends[1] - 3)) < 0.01)
    let once = try Program.run(["cast"]).output
    #expect(try Program.run(["cast"]).output == once)
  }

  @Test(.enabled("asciinema is not installed") { try Requirement.isMet(program: "/usr/bin/asciinema") })
  func `asciinema takes it`() throws {
    let outcome = try Program.shell(
      """
      export HOME=$(mktemp -d) && folder=$HOME && $SITBOARD cast -o $folder/a.cast --speed 100 --width 80 --height 24 &&
      script -qec "asciinema cat $folder/a.cast" /dev/null < /dev/null | tail -c 200; rm -r $folder
      """)
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("\u{1B}[0m"), "\(outcome.text) \(outcome.errors)")
    #expect(!outcome.text.contains("Traceback"))
  }

  @Test func `a recording is replaced by a whole one or stays, and no other file is touched`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.cast"
    let article = "seeds/undated/two-dispatches.txt"
    #expect(try Program.run(["cast", "-o", path, article]).code == 0)
    let first = try Data(contentsOf: URL(filePath: path))
    // A file of no more than 8 KiB, as on a full disk.
    let full = try Program.shell(
      "ulimit -f 8; trap '' XFSZ; $SITBOARD cast -o \"$1\" --speed 2 \"$2\"", [path, article])
    #expect(full.code == 74)
    #expect(full.errors.contains("\(path): file too large"))
    #expect(try Data(contentsOf: URL(filePath: path)) == first)
    #expect(try Program.run(["cast", "-o", path, "--speed", "2", article]).code == 0)
    #expect(try Data(contentsOf: URL(filePath: path)) != first)
    let notes = try folder.file("notes.txt", "Notes of the night\n")
    let other = try Program.run(["cast", "-o", notes, article])
    #expect(other.code == 64)
    #expect(
      other.errors == "sitboard: \(notes): is there, and not a recording of sitboard; give another name, or remove it\n"
    )
    #expect(try String(contentsOfFile: notes, encoding: .utf8) == "Notes of the night\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.cast", "notes.txt"])
  }

  @Test func `a link to a recording stays a link, and a pipe takes it as it comes`() throws {
    let folder = try TemporaryFolder()
    let (real, link) = (try folder.file("real.cast", ""), folder.path + "/link.cast")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: real)
    #expect(try Program.run(["cast", "-o", link, "seeds/undated/two-dispatches.txt"]).code == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == real)
    #expect(try String(contentsOfFile: real, encoding: .utf8).hasPrefix("{\"version\":2,"))
    let piped = try Program.shell(
      "mkfifo \"$1/p\"; $SITBOARD cast -o \"$1/p\" seeds/undated/two-dispatches.txt & cat \"$1/p\"", [folder.path])
    #expect(piped.text == (try String(contentsOfFile: real, encoding: .utf8)))
  }

  @Test func `a file that cannot be written is named`() throws {
    let outcome = try Program.run(["cast", "-o", "/nowhere/a.cast"])
    #expect(outcome.code == 74)
    #expect(outcome.errors.contains("/nowhere/a.cast: no such file or directory"))
  }
}
