import Situation
import Testing

/// Reports of several incidents, each a few sentences with the names that such reports have.
@Suite struct IncidentDeskTests {
  typealias Report = (article: Article, claims: [Claim])

  static let siege = [
    "Gunmen hold the passengers of the Karun Express near the Selim Tunnel. Governor Adel Rahmani said talks had begun.",
    "The train, the Karun Express, still stands at the Selim Tunnel, the Railways Board said. The Northern Front claims the attack.",
    "Troops freed passengers of the Karun Express at the Selim Tunnel, said Adel Rahmani. The Northern Front denied it.",
  ]
  static let ferry = [
    "The ferry Santa Lucia sank off Port Amaro with its passengers. Captain Joao Teles was saved.",
    "Divers search the sunken ferry Santa Lucia, the Coast Guard of Amaro said. Captain Joao Teles was heard.",
  ]

  static func report(
    _ name: String, _ text: String, title: String? = nil, date: String? = "2025-03-11", place: String? = nil
  ) -> Report {
    let date = date.flatMap { Moment.parse($0, defaultOffset: .zero) } ?? .unknown
    let id = ArticleID(digest: name)
    let claims = [place].compactMap { $0 }.map { place in
      Claim(
        .condition(Condition(object: "train", state: "stopped")), place: place.map { Place($0) },
        receipt: Receipt(article: id, span: 0..<4, rule: "test"))
    }
    return (Article(id: id, path: name, title: title, date: date, text: Array(text.utf8)), claims)
  }

  static func reports(_ name: String, _ texts: [String], from day: Int) -> [Report] {
    texts.enumerated().map { report("\(name) \($0.offset)", $0.element, date: "2025-03-\(day + $0.offset)") }
  }

  static func desk(_ reports: [Report]) -> IncidentDesk {
    var desk = IncidentDesk()
    desk.add(reports.map { IncidentDesk.Card($0.article, claims: $0.claims) })
    desk.sort()
    return desk
  }

  static let both = reports("siege", siege, from: 11) + reports("ferry", ferry, from: 12)

  static func digests(_ incident: Incident) -> [String] { incident.articles.map(\.digest) }

  @Test func `reports that share their names are about one incident and the largest comes first`() {
    let desk = Self.desk(Self.both)
    #expect(desk.incidents.map(Self.digests) == [["siege 0", "siege 1", "siege 2"], ["ferry 0", "ferry 1"]])
    #expect(desk.incidents[0].days == "2025-03-11 to 2025-03-13")
    #expect(desk.chosen == 0)
    #expect(desk.admits(ArticleID(digest: "siege 2")))
    #expect(!desk.admits(ArticleID(digest: "ferry 0")))
    #expect(desk.asideCount == 2)
  }

  @Test func `a report that is dated and gives no time is filed on its day`() {
    #expect(Self.desk([Self.report("a", Self.siege[0])]).incidents.map(\.days) == ["2025-03-11"])
  }

  @Test func `the order in which reports come changes nothing`() {
    let expected = Self.desk(Self.both).incidents
    #expect(Self.desk(Self.both.reversed()).incidents == expected)
    var late = IncidentDesk()
    for report in Self.both.reversed() {
      late.add([IncidentDesk.Card(report.article, claims: report.claims)])
      late.update()
    }
    #expect(late.incidents == expected)
  }

  @Test func `a later report with the names of the incident is about it however late`() {
    let later = Self.report(
      "later", "A court heard how the Karun Express was seized at the Selim Tunnel by the Northern Front.",
      date: "2025-03-30")
    #expect(Self.desk(Self.both + [later]).incident(of: ArticleID(digest: "later")) == 0)
  }

  @Test func `a report without names is not sure where there are several incidents`() {
    let bare = Self.report("bare", "officials say that some were freed and nobody knows how many.", date: "2025-03-12")
    let id = ArticleID(digest: "bare")
    var desk = Self.desk(Self.both + [bare])
    #expect(desk.incident(of: id) == 0)
    #expect(!desk.isSure(id) && !desk.admits(id))
    #expect(desk.unsure == [id])
    #expect(desk.incidents[0].articles.count == 3 && desk.incidents[0].unsure == [id])
    // The operator says that it is about the incident on the board.
    desk.assign([Self.entry(1, .assign(id, isIn: true))])
    #expect(desk.isSure(id) && desk.admits(id) && desk.unsure.isEmpty)
    // With one incident alone nothing else can be meant.
    #expect(Self.desk(Array(Self.both.prefix(3)) + [bare]).admits(id))
  }

  @Test func `a report without names about another kind of event is not taken for the only incident`() {
    let flood = Self.report(
      "flood", "floods and more flooding are feared where the floodwater rose.", date: "2025-03-12")
    let desk = Self.desk(Array(Self.both.prefix(3)) + [flood])
    #expect(!desk.admits(ArticleID(digest: "flood")))
  }

  static func entry(_ number: Int, _ act: OperatorAct) -> OperatorEntry {
    OperatorEntry(
      id: ArticleID(digest: "journal", story: number), author: "watch", at: Instant(seconds: 0), offset: .zero,
      act: act)
  }

  @Test func `what the operator pulls in or pushes out outranks the words and can be undone`() {
    var desk = Self.desk(Self.both)
    let (ferry, siege) = (ArticleID(digest: "ferry 0"), ArticleID(digest: "siege 0"))
    var entries = [Self.entry(1, .assign(ferry, isIn: true)), Self.entry(2, .assign(siege, isIn: false))]
    desk.assign(entries)
    #expect(desk.admits(ferry) && !desk.admits(siege))
    entries.append(Self.entry(3, .undo(2)))
    desk.assign(entries)
    #expect(desk.admits(ferry) && desk.admits(siege))
  }

  @Test func `an incident is found by words of its name, of its reports or by its number`() {
    let desk = Self.desk(Self.both)
    #expect(desk.incidents(called: "ferry sinking") == [1])
    #expect(desk.incidents(called: "karun") == [0])
    #expect(desk.incidents(called: "2") == [1])
    #expect(desk.incidents(called: "zeppelin").isEmpty)
  }

  @Test func `why a report is aside is told by its names, its days and its things`() {
    let text = "A bus was struck in Port Amaro, said Mayor Ines Duarte. The bus had left Cape Saba."
    let desk = Self.desk(Self.both + [Self.report("bus", text, date: "2025-04-11")])
    #expect(
      desk.reasons(against: ArticleID(digest: "bus")) == [.names(shared: 0, of: 7), .days(29), .things(["bus"])])
  }
}
