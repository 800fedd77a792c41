import Foundation
import Situation
import Testing

/// The sentences of `words.txt`: to add a word and hold it takes a line in the lexicon and a line there.
struct WordTests {
  struct Line: CustomTestStringConvertible, Sendable {
    let number: Int
    let sentence: String
    let readings: [String]

    var testDescription: String { "\(number): \(sentence)" }
  }

  private static let lines: [Line] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "words.txt")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
      let parts = line.components(separatedBy: " | ")
      let readings = parts.count == 2 ? parts[1].components(separatedBy: "; ") : ["no bar in this line"]
      return Line(number: index + 1, sentence: parts[0], readings: readings == ["nothing"] ? [] : readings)
    }
  }()

  @Test func `the file of sentences is there`() { #expect(WordTests.lines.count > 5) }

  @Test(arguments: lines) func `a sentence is read as its line says, and nothing else in it`(_ line: Line) throws {
    let read = try ReaderFixture.claims(line.sentence).map { claim in
      summary(claim.content) + (claim.standing == .current ? "" : " " + claim.standing.rawValue)
    }
    #expect(read == line.readings, "words.txt:\(line.number)")
  }
}
