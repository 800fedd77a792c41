import Situation
import Testing

/// Reports of several incidents, each a few sentences with the names that such reports have.
@Suite struct IncidentDeskTests {
  private static let siege = [
    "Gunmen hold the passengers of the Karun Express near the Selim Tunnel. Governor Adel Rahmani said talks had begun.",
    "The Karun Express still stands at the Selim Tunnel, the Railways Board said. The Northern Front claims the attack.",
    "Troops freed passengers of the Karun Express, said Governor Adel Rahmani. The Northern Front denied it.",
  ]
  private static let ferry = [
    "The ferry Santa Lucia sank off Port Amaro with its passengers. Captain Joao Teles was saved.",
    "Divers search the ferry Santa Lucia, the Coast Guard of Amaro said. Captain Joao Teles was heard.",
  ]

  private static func report(
    _ name: String, _ text: String, day: Int = 11, thing: String? = nil
  ) -> (article: Article, claims: [Claim]) {
    let date = Moment.parse("2025-03-\(day)T12:00", defaultOffset: .zero) ?? .unknown
    let id = ArticleID(digest: name)
    let claims = [thing].compactMap { $0 }.map { object in
      Claim(
        .condition(Condition(object: object, state: "stopped")),
        receipt: Receipt(article: id, span: 0..<4, rule: "test"))
    }
    return (Article(id: id, path: name, date: date, text: Array(text.utf8)), claims)
  }

  private static func desk(_ reports: [(article: Article, claims: [Claim])]) -> IncidentDesk {
    var desk = IncidentDesk()
    desk.add(reports.map { IncidentDesk.Card($0.article, claims: $0.claims) })
    desk.sort()
    return desk
  }

  private static let both =
    siege.enumerated().map { report("siege \($0.offset)", $0.element, day: 11 + $0.offset) }
    + ferry.enumerated().map { report("ferry \($0.offset)", $0.element, day: 12 + $0.offset) }

  private static func digests(_ incident: Incident) -> [String] { incident.articles.map(\.digest) }

  @Test func `reports that share their names are about one incident and the largest comes first`() {
    let desk = IncidentDeskTests.desk(IncidentDeskTests.both)
    #expect(
      desk.incidents.map(IncidentDeskTests.digests) == [["siege 0", "siege 1", "siege 2"], ["ferry 0", "ferry 1"]])
    // The first in all three; the second, with the tunnel, in two, and before it in the alphabet.
    #expect(desk.incidents[0].name == "Karun Express, Northern Front")
    #expect(desk.incidents[0].days == "2025-03-11 to 2025-03-13")
    #expect(desk.chosen == 0)
    #expect(desk.admits(ArticleID(digest: "siege 2")))
    #expect(!desk.admits(ArticleID(digest: "ferry 0")))
    #expect(desk.asideCount == 2)
  }

  @Test func `a report that is dated and gives no time is filed on its day`() throws {
    let day = try #require(Moment.parse("2025-03-11", defaultOffset: .zero))
    let id = ArticleID(digest: "a")
    let article = Article(id: id, path: "a", date: day, text: Array(IncidentDeskTests.siege[0].utf8))
    #expect(IncidentDeskTests.desk([(article, [])]).incidents.map(\.days) == ["2025-03-11"])
  }

  @Test func `the order in which reports come changes nothing`() {
    let expected = IncidentDeskTests.desk(IncidentDeskTests.both).incidents
    #expect(IncidentDeskTests.desk(IncidentDeskTests.both.reversed()).incidents == expected)
    var late = IncidentDesk()
    for report in IncidentDeskTests.both.reversed() {
      late.add([IncidentDesk.Card(report.article, claims: report.claims)])
      late.sort()
    }
    #expect(late.incidents == expected)
  }

  @Test func `a report with a name in common is of another incident where it speaks of another thing`() {
    let train = IncidentDeskTests.siege.enumerated().map {
      IncidentDeskTests.report("siege \($0.offset)", $0.element, thing: "train")
    }
    let text =
      "A bomb struck a bus in Port Amaro, Mayor Ines Duarte said. The Northern Front was blamed by Colonel Rui Matos."
    let bus = IncidentDeskTests.report("bus", text, thing: "bus")
    let desk = IncidentDeskTests.desk(train + [bus])
    #expect(desk.incidents.count == 2)
    #expect(desk.reasons(against: ArticleID(digest: "bus")) == [.names(shared: 2, of: 10), .things(["bus"])])
    // The same words without a thing, on the same day: a fifth of the names is not hardly any.
    #expect(IncidentDeskTests.desk(train + [IncidentDeskTests.report("unclear", text)]).incidents.count == 1)
  }

  @Test func `a later report with the names of the incident is of it however late`() {
    let later = IncidentDeskTests.report(
      "later", "A court heard how the Karun Express was seized at the Selim Tunnel by the Northern Front.", day: 30)
    let desk = IncidentDeskTests.desk(IncidentDeskTests.both + [later])
    #expect(desk.incident(of: ArticleID(digest: "later")) == 0)
  }

  @Test func `another siege in the same country a fortnight on is another incident`() {
    let other =
      "Pirates boarded a tanker, said Governor Omar Rahmani. The Northern Front is strong at Cape Saba, Ras Ali says."
    let near = Self.desk(Self.siege.map { Self.report($0, $0) } + [Self.report("other", other, day: 12)])
    let far = Self.desk(Self.siege.map { Self.report($0, $0) } + [Self.report("other", other, day: 28)])
    #expect(near.incidents.count == 1, "four of its nine names are names of the siege")
    #expect(far.incidents.count == 2)
  }

  @Test func `a report without names is about what it does not speak against`() {
    let bare = IncidentDeskTests.report("bare", "officials say that some were freed and nobody knows how many.")
    let desk = IncidentDeskTests.desk(IncidentDeskTests.both + [bare])
    #expect(desk.incident(of: ArticleID(digest: "bare")) == 0)
    #expect(desk.reasons(against: ArticleID(digest: "bare")).isEmpty)
  }

  @Test func `what begins a sentence or names a day is no name`() {
    let gist = Gist(
      Article(
        id: ArticleID(digest: "a"), path: "a",
        text: Array(
          "Officials met on Monday. However, General Amin spoke. \"People wait\", said Amin's aide. In March the Front left; the front moved."
            .utf8)), claims: [])
    #expect(gist.names == ["general", "amin"])
    #expect(gist.phrases == ["General Amin", "Amin"])
  }

  @Test func `what the operator pulls in or pushes out outranks the words and can be undone`() {
    var desk = IncidentDeskTests.desk(IncidentDeskTests.both)
    let (ferry, siege) = (ArticleID(digest: "ferry 0"), ArticleID(digest: "siege 0"))
    func entry(_ number: Int, _ act: OperatorAct) -> OperatorEntry {
      OperatorEntry(
        id: ArticleID(digest: "journal", story: number), author: "watch", at: Instant(seconds: 0), offset: .zero,
        act: act)
    }
    var entries = [entry(1, .assign(ferry, isIn: true)), entry(2, .assign(siege, isIn: false))]
    desk.assign(entries)
    #expect(desk.admits(ferry) && !desk.admits(siege))
    entries.append(entry(3, .undo(2)))
    desk.assign(entries)
    #expect(desk.admits(ferry) && desk.admits(siege))
  }

  @Test func `an incident is found by words of its name or by its number`() {
    let desk = IncidentDeskTests.desk(IncidentDeskTests.both)
    #expect(desk.incidents(called: "karun") == [0])
    #expect(desk.incidents(called: "2") == [1])
    #expect(desk.incidents(called: "zeppelin").isEmpty)
  }
}
