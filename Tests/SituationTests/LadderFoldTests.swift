import Foundation
import LineExamples
import Situation
import Testing

/// The ladders that the store keeps as claims come are those that a fold of the claims in replay order gives.
@Suite struct LadderFoldTests {
  /// A rung as the decision on rungs has it, by the plainest fold there is.
  private struct Rung: Equatable {
    var figure: Figure
    /// Who gives it: the first who is named.
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

  /// A figure that an article names as replaced, in force from the later of the two claims on.
  private struct Replacement {
    var named: Event
    var given: EventID
    var effective: EventID

    func ends(_ rung: Rung) -> Bool {
      let side = named.claim.speaker?.side ?? .unknown
      return rung.figure.interval == named.claim.count?.figure.interval
        && !side.opposes(rung.speaker?.side ?? .unknown)
    }
  }

  /// The ends of a moment as numbers; what has no end has no time at all.
  private static func ends(_ id: EventID, _ store: EventStore, _ clock: Clock) -> (from: Int64, to: Int64)? {
    let moment = store.moment(of: id, on: clock)
    return moment.to.map { (moment.from?.seconds ?? .min, $0.seconds) }
  }

  private static func follows(_ a: EventID, _ b: EventID, _ store: EventStore, _ clock: Clock) -> Bool {
    guard let one = ends(a, store, clock), let other = ends(b, store, clock) else { return false }
    return one.from > other.to
  }

  private static func isLater(_ a: EventID, _ b: EventID, _ store: EventStore) -> Bool {
    if follows(a, b, store, .reported) { return true }
    let isOneArticle = store[a].claim.receipt.article == store[b].claim.receipt.article
    return isOneArticle && !follows(b, a, store, .reported) && follows(a, b, store, .happened)
  }

  /// Which of two claims of one voice is its word.
  private static func outranks(_ a: EventID, _ b: EventID, _ store: EventStore) -> Bool {
    if isLater(a, b, store) { return true }
    if isLater(b, a, store) { return false }
    let (one, other) = (store[a].claim, store[b].claim)
    if one.receipt.article == other.receipt.article {
      // What one voice tells of the dead in one article: the higher figure counts all of them.
      if one.speaker != nil, let first = one.count?.figure.point, let second = other.count?.figure.point,
        first != second
      {
        return first > second
      }
      return (one.receipt.span.lowerBound, a) < (other.receipt.span.lowerBound, b)
    }
    let (endA, endB) = (ends(a, store, .reported)?.to, ends(b, store, .reported)?.to)
    if endA != endB { return endB == nil || endA != nil && (endA ?? 0) > (endB ?? 0) }
    if let first = one.count?.figure.point, let second = other.count?.figure.point, first != second {
      return first > second
    }
    return store.position(of: a, on: .reported) > store.position(of: b, on: .reported)
  }

  private static func isTotal(_ event: Event, _ key: FigureKey) -> Bool {
    event.claim.standing == .current && event.claim.count?.key == key
  }

  private static func replacements(_ events: [Event], _ store: EventStore, _ clock: Clock, _ key: FigureKey)
    -> [Replacement]
  {
    events.compactMap { event in
      guard event.claim.standing == .superseded, event.claim.count?.key == key else { return nil }
      let others = store.events(of: event.claim.receipt.article).filter { isTotal($0, key) }
      guard let given = others.min(by: { store.position(of: $0.id, on: clock) < store.position(of: $1.id, on: clock) })
      else { return nil }
      let isGivenLater = store.position(of: given.id, on: clock) > store.position(of: event.id, on: clock)
      return Replacement(named: event, given: given.id, effective: isGivenLater ? given.id : event.id)
    }
  }

  /// Newest first.
  private static func fold(_ store: EventStore, included: Int, clock: Clock, _ key: FigureKey) -> [Rung] {
    var rungs: [Rung] = []
    let order = store.order(on: clock)
    let known = replacements(order.map { store[$0] }, store, clock, key)
    var inForce: [Replacement] = []
    for event in order.prefix(included).map({ store[$0] }) {
      for replacement in known where replacement.effective == event.id {
        inForce.append(replacement)
        for index in rungs.indices where replacement.ends(rungs[index]) { rungs[index].isLive = false }
      }
      guard isTotal(event, key), let count = event.claim.count else { continue }
      let outlet = store.article(event.claim.receipt.article)?.outlet ?? ""
      if let echoed = rungs.firstIndex(where: { $0.isEcho(by: event.claim.speaker, count.figure) }) {
        rungs[echoed].events.append(event.id)
        rungs[echoed].speaker = rungs[echoed].speaker ?? event.claim.speaker
        continue
      }
      var rung = Rung(figure: count.figure, speaker: event.claim.speaker, outlet: outlet, events: [event.id])
      for index in rungs.indices where rungs[index].isLive && rungs[index].isBy(event.claim.speaker, outlet) {
        if outranks(event.id, rungs[index].events[0], store) {
          rungs[index].isLive = false
        } else {
          rung.isLive = false
        }
      }
      if inForce.contains(where: { $0.given != event.id && $0.ends(rung) }) { rung.isLive = false }
      rungs.insert(rung, at: 0)
    }
    return rungs
  }

  /// Few numbers and many claims, so that most are echoes; articles come in any order, each by itself.
  private static func incident(
    _ random: inout SeededGenerator, standings: [Claim.Standing] = [.current], articles: Int = 60
  ) -> EventStore {
    var store = EventStore()
    let speakers: [Speaker?] = [
      nil, Examples.bla, Examples.military, Examples.officials, Examples.police, Speaker(role: "witness"),
    ]
    for number in 0..<articles {
      let day = Int.random(in: 11...14, using: &random)
      let hour = Int.random(in: 10...23, using: &random)
      let isDated = standings.count == 1 || Int.random(in: 0..<5, using: &random) > 0
      let article = Examples.article(
        "article-\(number)", date: isDated ? Examples.moment("2025-03-\(day)T\(hour):00") : .unknown,
        outlet: "Desk \(number % 4)")
      let claims = (0..<Int.random(in: 1...6, using: &random)).map { place in
        let earlier = "2025-03-\(Int.random(in: 10...day, using: &random))"
        return Examples.claim(
          Examples.count(.killed, .exactly(Int.random(in: 2...16, using: &random))), in: article, at: place,
          by: speakers.randomElement(using: &random) ?? nil,
          happened: standings.count > 1 && Bool.random(using: &random) ? Examples.moment(earlier) : nil,
          standing: standings.randomElement(using: &random) ?? .current)
      }
      store.append(article, claims: claims)
    }
    return store
  }

  /// More for a long run: `SITBOARD_FOLD_SEEDS=5000`, which is some six million claims settled.
  private static let seeds = 1...(ProcessInfo.processInfo.environment["SITBOARD_FOLD_SEEDS"].flatMap(Int.init) ?? 25)

  @Test(arguments: LadderFoldTests.seeds) func `claims of all standings in any order give the fold of the claims`(
    seed: Int
  ) {
    var random = SeededGenerator(seed: UInt64(seed) + 1_000)
    let standings: [Claim.Standing] = [.current, .current, .current, .superseded, .background, .forecast, .denied]
    let store = LadderFoldTests.incident(&random, standings: standings, articles: 24)
    let key = FigureKey(.killed, .people)
    for clock in Clock.allCases {
      for included in stride(from: store.replayCount, through: 1, by: -7) {
        let board = Board(store, included: included, clock: clock)
        let kept = board.ladders[key]?.rungs.map {
          Rung(figure: $0.figure, speaker: $0.speaker, outlet: $0.outlet, events: $0.events, isLive: $0.isLive)
        }
        #expect((kept ?? []) == LadderFoldTests.fold(store, included: included, clock: clock, key))
      }
    }
  }

  @Test(arguments: 1...25) func `a ladder kept as claims come is the fold of the claims`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let store = LadderFoldTests.incident(&random)
    let key = FigureKey(.killed, .people)
    for clock in Clock.allCases {
      for included in stride(from: store.replayCount, through: 1, by: -13) {
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
