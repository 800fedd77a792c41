import Briefing
import Situation
import Testing

@Suite struct DatedBriefingTests {
  static let karachi = UTCOffset(minutes: 300) ?? .zero

  static func moment(_ text: String) throws -> Moment {
    try #require(Moment.parse(text, defaultOffset: karachi))
  }

  /// Three dispatches in which officials and attackers give rival figures and one speaker replaces his own.
  static func store() throws -> EventStore {
    var store = EventStore()
    func add(_ digit: String, _ path: String, _ date: String, _ claims: [(Int, Speaker?, Count.Status)]) throws {
      let id = ArticleID(digest: String(repeating: digit, count: 64))
      let filed = try moment(date)
      let article = Article(
        id: id, path: path, title: "Dispatch \(digit)", outlet: "Desk", date: filed,
        text: Array("one\ntwo\nthree\n".utf8))
      store.append(
        article,
        claims: claims.enumerated().map { index, claim in
          Claim(
            .count(Count(claim.2, "passengers", .people, .exactly(claim.0))), speaker: claim.1, happened: filed,
            reported: filed, receipt: Receipt(article: id, span: index * 4..<index * 4 + 3, rule: "r"))
        })
    }
    let railway = Speaker(name: "Muhammad Kashif", role: "railway official", side: .railwayAndMedical)
    let army = Speaker(organisation: "military", side: .state)
    let group = Speaker(organisation: "BLA", side: .attackers)
    try add("c", "late.txt", "2025-03-13T08:00", [(21, army, .killed)])
    try add("a", "early.txt", "2025-03-11T15:00", [(500, railway, .aboard), (10, group, .killed)])
    try add("b", "middle.txt", "2025-03-12T22:00", [(450, railway, .aboard), (440, army, .aboard)])
    return store
  }

  @Test func `the period, the as-of and the sources have their dates and their zone`() throws {
    let text = Briefing.text(try DatedBriefingTests.store(), BriefingOptions(width: 120))
    #expect(text.contains("As of: the last claim, 13 Mar 2025 08:00 +05:00\n"))
    #expect(text.contains("Period covered: 11 Mar 2025 15:00 +05:00 to 13 Mar 2025 08:00 +05:00\n"))
    #expect(text.contains(" early.txt: Dispatch a. Desk, 11 Mar 2025 15:00 +05:00\n    [1] line 1, [2] line 2\n"))
    // In the order of their dates, though they came in another.
    #expect(text.contains("    [5] line 1\n"))
  }

  @Test func `rival figures keep their speakers and give the range, and a replaced one is told as before`() throws {
    let text = Briefing.text(try DatedBriefingTests.store(), BriefingOptions(width: 120))
    #expect(text.contains(" aboard  450  Muhammad Kashif, railway official, 12 Mar 22:00 [3]"))
    #expect(text.contains("range 440–450\n              also 440 military, 12 Mar 22:00 [4]\n"))
    #expect(text.contains("before 500 Muhammad Kashif, railway official, 11 Mar 15:00 [1]"))
    #expect(text.contains(" killed   21  military, 13 Mar 08:00 [5] !1\n"))
    #expect(text.contains("also 10 BLA, 11 Mar 15:00 [2]\n"))
    #expect(
      text.contains(
        "CONTRADICTION: killed 21 (military, 13 Mar 08:00 [5]), but 10 (BLA, 11 Mar 15:00 [2])."))
    // The military's dead are held against its own count of those aboard; the attackers' ten are no part of the sum.
    let flowing = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(flowing.contains("Ledger: 21 killed of 440 aboard: 419 unaccounted for [4, 5]."), "\(text)")
    #expect(flowing.contains("Figures by state; held, rescued not given."))
  }

  @Test func `as of a day is the end of that day, by the clock that is asked for`() throws {
    let options = BriefingOptions(asOf: try DatedBriefingTests.moment("2025-03-11"), clock: .reported)
    let text = Briefing.text(try DatedBriefingTests.store(), options)
    #expect(text.contains("As of: the end of 11 Mar 2025\nClock: reported (when it was said)\n"))
    #expect(text.contains("Read: 3 articles, 2 of 5 claims\n"))
    #expect(text.contains(" aboard  500  Muhammad Kashif"))
    #expect(!text.contains("440"))
    #expect(text.contains(" Not cited above: middle.txt, late.txt\n"))
    let before = BriefingOptions(asOf: try DatedBriefingTests.moment("2025-03-11T14:59"))
    #expect(Briefing.text(try DatedBriefingTests.store(), before).contains("Read: 3 articles, 0 of 5 claims\n"))
    let at = BriefingOptions(asOf: try DatedBriefingTests.moment("2025-03-11T15:00"))
    #expect(Briefing.text(try DatedBriefingTests.store(), at).contains("As of: 11 Mar 2025 15:00 +05:00\n"))
    #expect(Briefing.text(try DatedBriefingTests.store(), at).contains("Read: 3 articles, 2 of 5 claims\n"))
  }

  @Test func `what has no time on the clock is in at no instant, and that is said`() throws {
    var store = try DatedBriefingTests.store()
    let id = ArticleID(digest: String(repeating: "d", count: 64))
    let wholeDay = try DatedBriefingTests.moment("2025-03-11")
    store.append(
      Article(id: id, path: "undated.txt", text: Array("text".utf8)),
      claims: [
        Claim(
          .count(Count(.held, "people", .people, .exactly(7))), happened: .weekday(.tuesday),
          receipt: Receipt(article: id, span: 0..<4, rule: "r")),
        Claim(
          .count(Count(.held, "people", .people, .exactly(8))), happened: wholeDay,
          receipt: Receipt(article: id, span: 0..<4, rule: "r")),
      ])
    let noon = BriefingOptions(asOf: try DatedBriefingTests.moment("2025-03-11T12:00"))
    #expect(
      Briefing.text(store, noon).contains(
        "Not in: 1 claim that may have been so by then; 1 claim without a time on this\n  clock\n"))
    let end = Briefing.text(store, BriefingOptions(width: 160))
    #expect(end.contains("1 article undated, weekdays stand as written"))
    #expect(end.contains("and after it what has no date"))
    #expect(end.contains("Period covered: 11 Mar 2025"))
    #expect(end.contains("Tue, of a week that is not given"))
  }

  @Test func `JSON says what the incident is called, where and on which day, and null for what is not known`() throws {
    let store = try DatedBriefingTests.store()
    let day = try #require(CivilDate(year: 2025, month: 3, day: 11))
    let name = IncidentName(kind: EventKind(named: "hijacking"), thing: "train", place: "Bolan", day: day)
    #expect(
      Briefing.json(store, BriefingOptions(incident: name)).contains(
        #""incident":{"name":"train hijacking, Bolan, 11 Mar 2025","kind":"hijacking","place":"Bolan","day":"2025-03-11"}"#
      ))
    #expect(
      Briefing.json(store, BriefingOptions()).contains(
        #""incident":{"name":null,"kind":null,"place":null,"day":null}"#))
  }
}
