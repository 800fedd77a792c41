import Foundation
import Situation
import Testing

/// Holds the reader to its accuracy on the stories of this repository, which any clone has.
struct AccuracyTableTests {
  private static let isRecording = ProcessInfo.processInfo.environment["SITBOARD_RECORD_SCORES"] != nil

  private static func scores() throws -> [String: AccuracyScore] {
    let reader = try ReaderFixture.reader.get()
    var scores: [String: AccuracyScore] = [:]
    for (name, stories) in [("dispatches", try GoldStory.dispatches()), ("invented", try GoldStory.invented())] {
      for story in stories { scores[name, default: AccuracyScore()].add(story, reader.read(story.article)) }
    }
    return scores
  }

  @Test func `no figure of the table of scores drops`() throws {
    let scores = try AccuracyTableTests.scores()
    if AccuracyTableTests.isRecording {
      try AccuracyTable(scores).text.write(to: AccuracyTable.file, atomically: false, encoding: .utf8)
    }
    let table = AccuracyTable(reading: try String(contentsOf: AccuracyTable.file, encoding: .utf8))
    #expect(Set(table.scores.keys) == Set(scores.keys))
    for (name, score) in scores {
      let recorded = table.scores[name, default: AccuracyScore()]
      #expect(score[.facts] == recorded[.facts], "\(name): other facts than when the table was written")
      #expect(score.worse(than: recorded).isEmpty, "\(name)")
      let better = score.better(than: recorded)
      if !better.isEmpty { Issue.record("\(name) is better, write it down: \(better)", severity: .warning) }
    }
  }

  @Test func `a table that is written is read back`() throws {
    var score = AccuracyScore()
    for (number, column) in AccuracyScore.Column.allCases.enumerated() { score[column] = number + 7 }
    let table = AccuracyTable(["one": score, "two": AccuracyScore()])
    #expect(AccuracyTable(reading: table.text).scores["one"] == score)
    #expect(AccuracyTable(reading: table.text).scores.count == 2)
  }

  @Test func `a count is found by status, bounds and passage, and what is left over is extra`() throws {
    let story = try #require(
      try GoldStory.invented().first { $0.article.title == "Bomb kills seven in Harran bazaar" })
    #expect(story.facts.count == 7)
    let read = try ReaderFixture.reader.get().read(story.article)
    let seven = try #require(read.first { $0.count?.figure == .exactly(7) && $0.receipt.span.lowerBound > 60 })
    var score = AccuracyScore()
    score.add(story, [seven])
    #expect((score[.facts], score[.found], score[.extra]) == (7, 1, 0))
    #expect((score[.standing], score[.scope], score[.speaker]) == (1, 1, 1))
    var moved = seven
    moved.receipt.span = 0..<3
    var unspoken = seven
    unspoken.speaker = nil
    unspoken.standing = .background
    var worse = AccuracyScore()
    worse.add(story, [moved, unspoken])
    #expect((worse[.found], worse[.extra], worse[.standing], worse[.speaker]) == (1, 1, 0, 0))
    #expect(worse.worse(than: score).count == 3)
  }
}
