import Testing

@testable import Intake

/// The line above a story that has no header.
struct HeadlineTests {
  private static let story =
    "A ferry sank off Selm on Friday with 40 people on board, the coast guard said, and all but three of them were saved. "
    + "The search for those three went on through the night."

  /// The headline that is read, and the text from where the story begins.
  private func read(_ text: String) -> (title: String, story: String)? {
    let bytes = Array(text.utf8)
    return Headline.read(bytes, in: 0..<bytes.count).map { found in
      (String(decoding: bytes[found.title], as: UTF8.self), String(decoding: bytes[found.story...], as: UTF8.self))
    }
  }

  @Test func `a short line above an empty one and a story is its headline`() throws {
    let found = try #require(read("\n  Ferry sinks off Selm, 3 missing \n\n\(Self.story)\n"))
    #expect(found.title == "Ferry sinks off Selm, 3 missing")
    #expect(found.story == Self.story + "\n")
  }

  @Test(arguments: [
    "A ferry sank off Selm on Friday.", "Dead in Selm: 31", "Selm:", "Ferry sinks", "| place | dead |",
    "and three people were missing",
  ])
  func `a sentence, a label, a row of a table or a piece of a sentence is no headline`(_ line: String) {
    #expect(read("\(line)\n\n\(Self.story)\n") == nil)
  }

  @Test func `a line that runs into its text, and a note of few words, have no headline`() {
    #expect(read("Ferry sinks off Selm, 3 missing\n\(Self.story)\n") == nil)
    #expect(read("Ferry sinks off Selm\n\nThree are missing.\n") == nil)
    #expect(read("") == nil)
  }
}
