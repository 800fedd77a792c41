import Foundation
import Situation

/// A story with what each figure in it is, as people have read it.
struct GoldStory {
  struct Fact: Decodable {
    struct Who: Decodable {
      var name, role, organisation: String?
    }

    let status: String
    let low, high: Int?
    let quote: String
    let scope: String
    let standing: String
    let speaker: Who?

    /// A number of people whom something befell.
    var isCounted: Bool { status != "strength" && (low != nil || high != nil) }

    /// The words of the speaker; empty for nobody.
    var speakerWords: [String] { [speaker?.name, speaker?.role, speaker?.organisation].compactMap(\.self) }
  }

  let article: Article
  let facts: [Fact]

  private static let folder = ReaderFixture.root.appending(path: "Tests/Accuracy")

  private struct Damaged: Error {
    let line: String
  }

  /// The dispatches of `seeds`, by the facts in `Tests/Accuracy/seeds.jsonl`.
  static func dispatches() throws -> [GoldStory] {
    struct Line: Decodable {
      let file: String
      let facts: [Fact]
    }
    return try String(contentsOf: folder.appending(path: "seeds.jsonl"), encoding: .utf8).split(separator: "\n").map {
      let line = try JSONDecoder().decode(Line.self, from: Data($0.utf8))
      return GoldStory(article: try ReaderFixture.seed(line.file), facts: line.facts)
    }
  }

  /// The invented stories of `Tests/Accuracy/invented.txt`, whose head describes the form.
  static func invented() throws -> [GoldStory] {
    let lines = try String(contentsOf: folder.appending(path: "invented.txt"), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("#") }
    let stories = ("\n" + lines.joined(separator: "\n")).components(separatedBy: "\n= ").dropFirst()
    return try stories.enumerated().map { try story($1, number: $0) }
  }

  private static func story(_ text: String, number: Int) throws -> GoldStory {
    let parts = text.split(separator: "\n", maxSplits: 1)
    guard parts.count == 2 else { throw Damaged(line: text) }
    let head = parts[0].components(separatedBy: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    var facts: [Fact] = []
    let body = try parts[1].trimmingCharacters(in: .newlines).replacing(/{([^{}]*)}/) { match in
      let fact = try fact(String(match.1))
      facts.append(fact)
      return fact.quote
    }
    let title = head.count > 1 ? "Title: \(head[1])\n" : ""
    let article = ReaderFixture.article(
      Array("\(title)Date: \(head[0])\n\n\(body)\n".utf8), path: "invented-\(number).txt")
    return GoldStory(article: article, facts: facts)
  }

  /// "seven people|killed 7 total by police"
  private static func fact(_ marked: String) throws -> Fact {
    guard
      let told = marked.wholeMatch(
        of: /(.*)\|([a-z]+) (-?)([0-9]+)(\+?) (total|part|increment|other)(?: by (.+))?/)?.output,
      let number = Int(told.4)
    else { throw Damaged(line: marked) }
    return Fact(
      status: String(told.2), low: told.3.isEmpty ? number : nil, high: told.5.isEmpty ? number : nil,
      quote: String(told.1), scope: String(told.6), standing: told.6 == "other" ? "background" : "current",
      speaker: told.7.map { Fact.Who(role: String($0)) })
  }
}
