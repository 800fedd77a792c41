import LineExamples
import Situation
import Testing

/// The ladders that the store keeps as claims come are those that a fold of the claims in replay order gives.
@Suite struct LadderFoldTests {
  /// A rung as the decision on rungs has it, by the plainest fold there is.
  private struct Rung: Equatable {
    var figure: Figure
    var speaker: Speaker?
    var outlet: String
    var events: [EventID]
    var isLive = true

    func isEcho(by other: Speaker?, _ figure: Figure) -> Bool {
      guard self.figure.interval == figure.interval else { return false }
      guard let speaker, let other, speaker.side != .unknown, other.side != .unknown else { return true }
      return speaker.side == other.side
    }

    func isBy(_ other: Speaker?, _ outlet: String) -> Bool {
      guard let speaker, let other else { return speaker == nil && other == nil && self.outlet == outlet }
      return speaker.isSame(as: other)
    }
  }

  /// Newest first.
  private static func fold(_ store: EventStore, included: Int, clock: Clock, _ key: FigureKey) -> [Rung] {
    var rungs: [Rung] = []
    for event in store.order(on: clock).prefix(included).map({ store[$0] }) {
      guard let count = event.claim.count, FigureKey(count.status, count.subjectClass) == key else { continue }
      let outlet = store.article(event.claim.receipt.article)?.outlet ?? ""
      if let echoed = rungs.firstIndex(where: { $0.isEcho(by: event.claim.speaker, count.figure) }) {
        rungs[echoed].events.append(event.id)
        continue
      }
      for index in rungs.indices where rungs[index].isBy(event.claim.speaker, outlet) { rungs[index].isLive = false }
      rungs.insert(
        Rung(figure: count.figure, speaker: event.claim.speaker, outlet: outlet, events: [event.id]), at: 0)
    }
    return rungs
  }

  /// Few numbers and many claims, so that most are echoes; articles come in any order, each by itself.
  private static func incident(_ random: inout SeededGenerator) -> EventStore {
    var store = EventStore()
    let speakers: [Speaker?] = [
      nil, Examples.bla, Examples.military, Examples.officials, Examples.police, Speaker(role: "witness"),
    ]
    for number in 0..<60 {
      let day = Int.random(in: 11...14, using: &random)
      let hour = Int.random(in: 10...23, using: &random)
      let article = Examples.article(
        "article-\(number)", date: Examples.moment("2025-03-\(day)T\(hour):00"), outlet: "Desk \(number % 4)")
      let claims = (0..<Int.random(in: 1...6, using: &random)).map { place in
        Examples.claim(
          Examples.count(.killed, .exactly(Int.random(in: 2...16, using: &random))), in: article, at: place,
          by: speakers.randomElement(using: &random) ?? nil)
      }
      store.append(article, claims: claims)
    }
    return store
  }

  @Test(arguments: 1...25) func `a ladder kept as claims come is the fold of the claims`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let store = LadderFoldTests.incident(&random)
    let key = FigureKey(.killed, .people)
    for clock in Clock.allCases {
      for included in stride(from: store.events.count, through: 1, by: -13) {
        let board = Board(store, included: included, clock: clock)
        let kept = board.ladders[key]?.rungs.map {
          Rung(figure: $0.figure, speaker: $0.speaker, outlet: $0.outlet, events: $0.events, isLive: $0.isLive)
        }
        #expect(kept == LadderFoldTests.fold(store, included: included, clock: clock, key))
      }
    }
  }

  @Test(arguments: 1...10) func `what the operator retracts leaves the ladder that there would be without it`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    var store = LadderFoldTests.incident(&random)
    var without = EventStore()
    let event = EventID(Int.random(in: 0..<store.events.count, using: &random))
    for article in store.articles {
      let claims = store.events(of: article.id).filter { $0.id != event }.map(\.claim)
      without.append(article, claims: claims)
    }
    store.append([OperatorTests.entry(1, .retract(store.reference(to: event)), at: "2025-03-15T09:00")])
    for clock in Clock.allCases {
      let key = FigureKey(.killed, .people)
      let (kept, expected) = (store.board(clock).ladders[key], without.board(clock).ladders[key])
      #expect(kept?.rungs.map(\.figure) == expected?.rungs.map(\.figure))
      #expect(kept?.rungs.map(\.isLive) == expected?.rungs.map(\.isLive))
      #expect(kept?.rungs.map(\.events.count) == expected?.rungs.map(\.events.count))
    }
  }
}
