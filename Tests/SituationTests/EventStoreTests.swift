import LineExamples
import Situation
import Testing

@Suite struct EventStoreTests {
  /// Histories of random articles and moments of every precision, in a random order of arrival.
  private func randomStore(_ seed: UInt64) -> EventStore {
    var random = SeededGenerator(seed: seed)
    var store = EventStore()
    for number in 0..<Int.random(in: 1...12, using: &random) {
      let dated = Int.random(in: 0..<4, using: &random) > 0
      let article = Examples.article("\(random.next())", date: dated ? moment(&random, precise: true) : .unknown)
      let claims = (0..<Int.random(in: 0...8, using: &random)).map { place in
        Examples.claim(
          Examples.count(.killed, .exactly(number)), in: article, at: place,
          happened: dated ? moment(&random, precise: false) : .weekday(.tuesday))
      }
      store.append(article, claims: claims)
    }
    return store
  }

  private func moment(_ random: inout SeededGenerator, precise: Bool) -> Moment {
    let date = CivilDate(daysSinceEpoch: 20_000 + Int.random(in: 0..<4, using: &random))
    switch precise ? 0 : Int.random(in: 0..<6, using: &random) {
    case 0:
      return .instant(
        date.start(at: Examples.karachi).advanced(by: Int64.random(in: 0..<86_400, using: &random)),
        at: Examples.karachi)
    case 1: return .day(date, at: Examples.karachi)
    case 2: return .part(of: date, hours: 6..<12, at: Examples.karachi)
    case 3: return Moment.day(date, at: Examples.karachi).by
    case 4: return .weekday(date.weekday)
    default: return .unknown
    }
  }

  private func moment(of event: Event, in store: EventStore, _ clock: Clock) -> Moment {
    event.claim.moment(on: clock, filed: store.article(event.claim.receipt.article)?.date ?? .unknown)
  }

  @Test func `two who share a surname are not called by it alone, and one who is named twice is`() {
    func shortest(_ names: [String]) -> [String?] {
      let article = Examples.article("names")
      var store = EventStore()
      store.append(
        article,
        claims: names.enumerated().map { place, name in
          Examples.claim(
            Examples.count(.killed, .exactly(place + 1)), in: article, at: place, by: Speaker(name: name))
        })
      return store.events.map { store.speakerLabels(of: $0.id).last }
    }
    #expect(shortest(["Ahmed Rind", "Talal Rind"]) == ["A. Rind", "T. Rind"])
    #expect(shortest(["Ahmed Rind", "Ahmed Ali Rind"]) == ["Rind", "Rind"])
    #expect(shortest(["Ahmed Rind", "Talal Bugti"]) == ["Rind", "Bugti"])
    #expect(shortest(["Ahmed Rind", "Ali Rind"]) == ["Ahmed Rind", "Ali Rind"])
  }

  @Test func `what was said on a morning was said before the dispatch was filed that morning`() throws {
    let article = Examples.article("early", date: Examples.moment("2025-03-12T07:40"))
    let date = try #require(CivilDate(year: 2025, month: 3, day: 12))
    var claim = Examples.claim(Examples.count(.killed, .exactly(27)), in: article)
    claim.reported = .part(of: date, hours: 6..<12, at: Examples.karachi)
    var store = EventStore()
    store.append(article, claims: [claim])
    #expect(store.asOf(Examples.instant("2025-03-12T07:40"), on: .reported).included == 1)
    #expect(store.asOf(Examples.instant("2025-03-12T07:39"), on: .reported).included == 0)
  }

  @Test func `background takes no place in the replay, on the clock or among what has no time, and stays in the store`()
  {
    let article = Examples.article("a", date: Examples.moment("2025-03-12T07:40"))
    var claims = (0..<3).map { Examples.claim(Examples.count(.killed, .exactly(27 + $0)), in: article, at: $0) }
    claims[1].standing = .background
    claims[1].happened = Examples.moment("2031-01-01")
    var store = EventStore()
    store.append(article, claims: claims)
    #expect(store.events.count == 3)
    #expect(store.replayCount == 2)
    for clock in Clock.allCases {
      #expect(store.order(on: clock) == [EventID(0), EventID(2)])
      #expect(store.asOf(Examples.instant("2040-01-01T00:00"), on: clock).undated == 0)
    }
    #expect(store.board().asOf == Examples.instant("2025-03-12T07:40"))
  }

  @Test func `a deadline that lies ahead is not in before it comes`() throws {
    let article = Examples.article("demand", date: Examples.moment("2025-03-11T20:40"))
    var claim = Examples.claim(
      .statement(Statement(act: .deadline, by: "BLA", content: "48 hours")), in: article)
    claim.happened = Examples.moment("2025-03-13T20:40")
    var store = EventStore()
    store.append(article, claims: [claim])
    #expect(store.asOf(Examples.instant("2025-03-12T00:00"), on: .happened).included == 0)
    #expect(store.asOf(Examples.instant("2025-03-12T00:00"), on: .reported).included == 1)
  }

  @Test(arguments: 1...40) func `as-of on either clock equals filtering from scratch`(seed: UInt64) {
    let store = randomStore(seed)
    for clock in Clock.allCases {
      let order = store.order(on: clock)
      #expect(Set(order).count == store.events.count)
      for hour in stride(from: -3, through: 100, by: 7) {
        let instant = CivilDate(daysSinceEpoch: 20_000).start(at: Examples.karachi).advanced(by: Int64(hour) * 3600)
        let cut = store.asOf(instant, on: clock)
        let relations = store.events.map { moment(of: $0, in: store, clock).relation(to: instant) }
        #expect(cut.included == relations.count { $0 == .past })
        #expect(cut.mayHaveHappened == relations.count { $0 == .possible })
        #expect(cut.undated == relations.count { $0 == .undated })
        let included = Set(order.prefix(cut.included))
        #expect(
          included
            == Set(store.events.filter { moment(of: $0, in: store, clock).relation(to: instant) == .past }.map(\.id)))
      }
    }
  }

  @Test(arguments: 1...20) func `replay does not depend on the order in which articles came`(seed: UInt64) {
    let store = randomStore(seed)
    var random = SeededGenerator(seed: seed &+ 99)
    var shuffled = EventStore()
    for article in store.articles.shuffled(using: &random) {
      shuffled.append(article, claims: store.events.map(\.claim).filter { $0.receipt.article == article.id })
    }
    for clock in Clock.allCases {
      #expect(
        store.order(on: clock).map { store[$0].claim.receipt }
          == shuffled.order(on: clock).map { shuffled[$0].claim.receipt })
    }
  }

  @Test(arguments: 1...20) func `every event is found at its place in the replay`(seed: UInt64) {
    let store = randomStore(seed)
    for clock in Clock.allCases {
      for (position, id) in store.order(on: clock).enumerated() {
        #expect(store.position(of: id, on: clock) == position)
      }
    }
  }

  @Test func `the same article twice is in once`() {
    let article = Examples.article("one")
    var store = EventStore()
    let claims = [Examples.claim(Examples.count(.held, .exactly(3)), in: article)]
    let first = store.append(article, claims: claims)
    let second = store.append(article, claims: claims)
    #expect(first && !second)
    #expect(store.events.count == 1)
  }

  @Test func `a wholly undated text replays in the order of its text`() {
    let article = Examples.article("undated")
    var store = EventStore()
    store.append(
      article,
      claims: [
        Examples.claim(Examples.count(.held, .exactly(1)), in: article, at: 10, happened: .weekday(.wednesday)),
        Examples.claim(Examples.count(.aboard, .exactly(2)), in: article, at: 20, happened: .weekday(.tuesday)),
        Examples.claim(Examples.count(.killed, .exactly(3)), in: article, at: 5, happened: .unknown),
      ])
    #expect(store.order(on: .happened).map { store[$0].claim.receipt.span.lowerBound } == [5, 10, 20])
  }
}
