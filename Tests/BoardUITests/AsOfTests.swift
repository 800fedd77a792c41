import Situation
import Testing

@testable import BoardUI

@Suite struct AsOfTests {
  /// What will be on 18 March was announced on the 15th: the board is as of the 15th.
  @Test func `what is announced does not move the present`() throws {
    var store = EventStore()
    let text = "40 people are missing. 20 are to be released on 18 March."
    let id = ArticleID(digest: String(repeating: "e", count: 64))
    func moment(_ text: String) throws -> Moment { try #require(Moment.parse(text, defaultOffset: .zero)) }
    func claim(_ status: Count.Status, _ number: Int, _ happened: Moment, _ standing: Claim.Standing) throws -> Claim {
      Claim(
        .count(Count(status, "people", .people, .exactly(number))), standing: standing, happened: happened,
        reported: try moment("2025-03-15"), receipt: Receipt(article: id, span: 0..<9, rule: "test"))
    }
    store.append(
      Article(id: id, path: "e.txt", date: try moment("2025-03-15"), text: Array(text.utf8)),
      claims: [
        try claim(.missing, 40, moment("2025-03-15"), .current),
        try claim(.released, 20, moment("2025-03-18"), .forecast),
      ])
    #expect(AsOf(store, position: store.replayCount, clock: .happened).text == "15 Mar")
  }

  @Test(arguments: 1...40) func `a step knows as of when it is as a look at everything before it does`(seed: Int) {
    let store = RandomIncident.store(seed: UInt64(seed))
    for clock in Clock.allCases {
      var known: (position: Int, asOf: AsOf)?
      for position in 0...store.replayCount {
        let fresh = AsOf(store, position: position, clock: clock)
        let next = AsOf(store, position: position, clock: clock, after: known)
        #expect(next == fresh)
        known = (position, next)
      }
      // From a later position nothing is known of an earlier one.
      #expect(AsOf(store, position: 0, clock: clock, after: known) == AsOf(store, position: 0, clock: clock))
    }
  }
}
