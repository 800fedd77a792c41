import BoardUI
import Foundation
import Situation
import Testing

/// Every status that is read is also drawn and documented; that each is aged stands in StaleTimeTests, that each is told
/// in BriefingTests.
@Suite struct StatusTests {
  private static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: Count.Status.allCases)
  func `a status has a row with its figure on the board`(_ status: Count.Status) {
    let id = ArticleID(digest: "57a705")
    var store = EventStore()
    let subject: Count.SubjectClass = status == .strength ? .attackers : .people
    store.append(
      Article(id: id, path: "status.txt", text: Array("an invented story".utf8)),
      claims: [
        Claim(
          .count(Count(status, status == .strength ? "attackers" : "people", subject, .exactly(4321))),
          receipt: Receipt(article: id, span: 0..<2, rule: "test"))
      ])
    for (columns, rows) in [(80, 24), (120, 40)] {
      let driver = Driver(columns, rows, store: store)
      #expect(
        driver.lines.contains { $0.contains(status.rawValue) && $0.contains("4321") }, "\(status) at \(columns)×\(rows)"
      )
    }
  }

  @Test(arguments: Count.Status.allCases)
  func `a status is documented where it is written and aged`(_ status: Count.Status) throws {
    func lines(_ name: String) throws -> [Substring] {
      try String(contentsOf: StatusTests.repository.appendingPathComponent("docs/\(name)"), encoding: .utf8)
        .split(separator: "\n")
    }
    let formats = try lines("formats.md")
    let claim = try #require(formats.first { $0.hasPrefix("A **count**") })
    #expect(claim.contains("`\(status.rawValue)`"))
    let ages = try lines("disagreement.md").drop { !$0.hasPrefix("| status | is old after") }.prefix(7)
    #expect(ages.contains { $0.contains(status.rawValue) })
  }
}
