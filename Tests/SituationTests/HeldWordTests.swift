@testable import Situation
import Testing

/// What those are called who cannot leave, and figures that are of some alone.
@Suite struct HeldWordTests {
  private static func store(_ said: [(text: String, content: Claim.Content)]) -> EventStore {
    var store = EventStore()
    for (index, line) in said.enumerated() {
      let filed = Examples.moment("2025-03-1\(index + 1)T10:00")
      let id = ArticleID(digest: String(repeating: "\(index)", count: 64))
      let receipt = Receipt(article: id, span: 0..<line.text.utf8.count, rule: "test")
      let claim = Claim(
        line.content, speaker: Speaker(organisation: "fire service"), happened: filed, reported: filed,
        receipt: receipt)
      store.append(
        Article(id: id, path: "\(index).txt", outlet: "Desk", date: filed, text: Array(line.text.utf8)),
        claims: [claim])
    }
    return store
  }

  private static func people(_ store: EventStore) -> String {
    BottomLine(store.board(), store).ways(.people, hasAges: false).first ?? ""
  }

  @Test(arguments: [
    (["Two people remain trapped"], HeldWord.trapped), (["people under the rubble of a school"], .trapped),
    (["30 miners are stuck underground"], .trapped), (["214 people"], .held),
    (["hostages are trapped in the train"], .held), (["trapped", "the gunmen hold them"], .held), ([], .held),
  ]) func `a passage tells whether somebody keeps them`(_ passages: [String], _ word: HeldWord) {
    #expect(HeldWord(passages) == word)
  }

  @Test func `those under a fallen building are trapped, on the board, in the bottom line and among what is not known`()
  {
    let counted = Self.store([("Two people remain trapped.", Examples.count(.held, .exactly(2)))])
    #expect(counted.board().people.first?.label == "trapped")
    #expect(Self.people(counted) == "trapped 2 (fire service)")
    let mentioned = Self.store([("People are trapped under rubble.", Examples.count(.held, .undisclosed()))])
    #expect(Self.people(mentioned) == "trapped ? (fire service)")
    #expect(mentioned.board().gaps.map(\.label) == ["people trapped"])
  }

  @Test func `those whom somebody keeps are held`() {
    let store = Self.store([("The gunmen hold 20 people.", Examples.count(.held, .exactly(20)))])
    #expect(Self.people(store) == "held 20 (fire service)")
  }

  @Test func `two rival counts of the trapped are told as trapped`() {
    var store = Self.store([("Two people remain trapped.", Examples.count(.held, .exactly(2)))])
    let text = "The army says nine are trapped."
    let filed = Examples.moment("2025-03-11T10:00")
    let id = ArticleID(digest: String(repeating: "a", count: 64))
    let claim = Claim(
      Examples.count(.held, .exactly(9)), speaker: Speaker(organisation: "army"), happened: filed, reported: filed,
      receipt: Receipt(article: id, span: 0..<text.utf8.count, rule: "test"))
    store.append(Article(id: id, path: "a.txt", date: filed, text: Array(text.utf8)), claims: [claim])
    let sentences = store.board().openConflicts.map { $0.sentence() }
    #expect(sentences.allSatisfy { $0.hasPrefix("trapped ") }, "\(sentences)")
  }

  /// 188 of the staff cannot be among 100 to 150: that count was never of all.
  @Test func `a part that is more than the total is told beside it`() {
    let staff = Count(.missing, "staff", .people, .exactly(188), scope: .part)
    let total = Figure(low: 100, high: 150, form: .range)
    let store = Self.store([
      ("Between 100 and 150 people are missing.", Examples.count(.missing, total)),
      ("188 staff are missing.", .count(staff)),
    ])
    #expect(Self.people(store) == "missing 100–150 (fire service, 11 Mar), 188 staff alone (fire service)")
  }

  @Test func `parts of which nobody gives the whole are told with what they are of`() {
    let store = Self.store([
      ("2 drivers are hurt.", .count(Count(.injured, "drivers", .people, .exactly(2), scope: .part))),
      ("5 nurses are hurt.", .count(Count(.injured, "nurses", .people, .exactly(5), scope: .part))),
    ])
    #expect(Self.people(store) == "injured 2 drivers (fire service, 11 Mar) + 5 nurses (fire service)")
  }
}
