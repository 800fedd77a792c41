import LineExamples
import Situation
import Testing

/// Which evidence puts reports together, and that neither a crowd nor an order of coming does.
@Suite struct IncidentSortingTests {
  private typealias Report = IncidentDeskTests.Report

  private static func groups(_ reports: [Report]) -> [Set<String>] {
    IncidentDeskTests.desk(reports).incidents.map { Set($0.articles.map(\.digest)) }
  }

  // MARK: Evidence

  @Test func `two shootings in one country and week are two incidents`() {
    let lahore = [
      "Three men were shot dead in Lahore, Pakistan, said Inspector Tariq Gill. The shooting was at the Anarkali bazaar in Lahore.",
      "Police in Lahore seek the gunmen of the Anarkali shooting. Tariq Gill spoke of two shooters, in Pakistan's second city.",
      "Lahore mourns the three who were shot in Anarkali. Pakistan has seen other shootings, Tariq Gill said.",
    ]
    let karachi = [
      "Five people were shot at a tea house in Karachi, Pakistan, said Superintendent Nadia Soomro. The shooting was in Clifton.",
      "Karachi police hold a man over the Clifton shooting, said Nadia Soomro. Pakistan's port saw no other gunfire.",
      "The shooting in Clifton took a sixth life, a doctor in Karachi said. Nadia Soomro named the shooter in Pakistan.",
    ]
    let reports =
      IncidentDeskTests.reports("lahore", lahore, from: 11) + IncidentDeskTests.reports("karachi", karachi, from: 13)
    #expect(
      Set(Self.groups(reports)) == [["lahore 0", "lahore 1", "lahore 2"], ["karachi 0", "karachi 1", "karachi 2"]])
  }

  @Test func `a flood that a country is in the news for stays one incident whatever town is told of`() {
    let towns = [
      "Manica", "Tete", "Chimoio", "Quelimane", "Nampula", "Lichinga", "Xai-Xai", "Inhambane", "Pemba", "Dondo",
    ]
    let people = ["Rui Matos", "Ana Bila", "Jose Nunda", "Carla Sitoe", "Abel Cossa"]
    let flood = towns.enumerated().map { number, town in
      IncidentDeskTests.report(
        "flood \(number)",
        "Floods in Mozambique have reached \(town), said \(people[number % 5]). The floodwater stands in streets of \(town).",
        date: "2025-03-\(10 + 2 * number)")
    }
    let strike = IncidentDeskTests.report(
      "strike", "Teachers in Mozambique strike for pay, said Ines Duarte of the Union of Schools in Maputo.",
      date: "2025-03-15")
    let crash = IncidentDeskTests.report(
      "crash", "A bus crashed near Maputo in Mozambique, said Captain Joao Teles. The crash was on the Matola road.",
      date: "2025-03-16")
    let groups = Self.groups(flood + [crash, strike])
    #expect(groups[0].isSuperset(of: Set(flood.map(\.article.id.digest))))
    #expect(!groups[0].contains("crash"))
  }

  @Test func `names that stand in reports of everything put nothing together`() {
    let places = ["Amaro", "Selim", "Nasca", "Dorval", "Kestrel", "Ulmo", "Brenn", "Tavira", "Oksa", "Pelago"]
    let kinds = [
      "crash", "fire", "robbery", "shooting", "flood", "quake", "kidnapping", "murder", "epidemic", "protest",
    ]
    let reports = places.enumerated().map { number, place in
      IncidentDeskTests.report(
        "r\(number)",
        "By Dana Whitlock\nThis is Walt Crane of Channel Nine. A \(kinds[number]) was told of in \(place), said Doctor "
          + "\(place)son. Walt Crane, Channel Nine.", date: "2025-03-11")
    }
    let desk = IncidentDeskTests.desk(reports)
    #expect(desk.incidents.allSatisfy { $0.articles.count <= 2 })
  }

  @Test func `a text that several outlets carry is about one incident though it has hardly a name`() {
    let text =
      "a boat with forty people aboard went down in heavy seas off the southern cape and eleven of them were pulled out by fishermen who heard them shout in the night"
    let reports = (0..<3).map { number in
      IncidentDeskTests.report("wire \(number)", text + (number == 0 ? "." : " and later, too."), date: "2025-03-12")
    }
    let desk = IncidentDeskTests.desk(IncidentDeskTests.both + reports)
    let numbers = Set(reports.compactMap { desk.incident(of: $0.article.id) })
    #expect(numbers.count == 1)
  }

  @Test func `a report that is as much about one incident as about another is not sure`() {
    let both = IncidentDeskTests.report(
      "both",
      "The Karun Express at the Selim Tunnel and the ferry Santa Lucia off Port Amaro: two weeks of grief, Adel Rahmani "
        + "and Joao Teles said. The train and the ferry, the Northern Front and the Coast Guard.", date: "2025-03-13")
    #expect(!IncidentDeskTests.desk(IncidentDeskTests.both + [both]).isSure(ArticleID(digest: "both")))
  }

  // MARK: Streams

  /// Reports of some incidents, each of which has its own names, and names that stand in all.
  private static func stream(_ count: Int, incidents: Int, seed: UInt64) -> [Report] {
    var generator = SeededGenerator(seed: seed)
    let parts = ["ka", "ro", "mi", "ten", "bas", "lor", "vi", "que", "dan", "shu", "pel", "gor", "nim", "tas"]
    func word(_ number: Int) -> String {
      let (a, b, c) = (number % 14, number / 14 % 14, number / 196 % 14)
      let word = parts[a] + parts[b] + parts[c]
      return word.prefix(1).uppercased() + word.dropFirst()
    }
    let kinds = ["bomb", "flood", "crash", "fire", "shooting", "siege", "hijack", "quake"]
    return (0..<count).map { number in
      let incident = number % incidents
      let own = (0..<4).map { word(1000 + incident * 5 + Int.random(in: 0..<5, using: &generator) + $0) }
      let place = word(1000 + incident * 5)
      let kind = kinds[incident % kinds.count]
      let text =
        "The \(kind) in \(place) goes on, said \(own[0]) \(own[1]). In \(place) the \(kind) was told by \(own[2]). "
        + "The Associated Press and President \(word(7)) spoke of \(own[3]). Report \(number)."
      return IncidentDeskTests.report(
        "r\(number)", text, date: "2025-03-\(10 + Int.random(in: 0..<4, using: &generator))")
    }
  }

  @Test(arguments: [UInt64(1), 2, 3]) func `whatever order reports come in, sorting gives the same incidents`(
    seed: UInt64
  ) {
    var generator = SeededGenerator(seed: seed)
    let reports = Self.stream(60, incidents: 12, seed: seed)
    let expected = IncidentDeskTests.desk(reports).incidents
    for _ in 0..<2 {
      var desk = IncidentDesk()
      for report in reports.shuffled(using: &generator) {
        desk.add([IncidentDesk.Card(report.article, claims: report.claims)])
        desk.update()
      }
      desk.sort()
      #expect(desk.incidents == expected)
    }
  }

  @Test func `reports that come one by one are sorted as afresh, but for at most one in four`() {
    let reports = Self.stream(260, incidents: 26, seed: 4)
    let first = 130
    var desk = IncidentDeskTests.desk(Array(reports.prefix(first)))
    for (number, report) in reports.enumerated().dropFirst(first) {
      desk.add([IncidentDesk.Card(report.article, claims: report.claims)])
      desk.update()
      guard number % 25 == 0 else { continue }
      let afresh = IncidentDeskTests.desk(Array(reports.prefix(number + 1)))
      // A report is elsewhere if it is with others than those it is with afresh: each of those that came since.
      let known = Set(afresh.incidents.map { Set($0.articles) })
      let moved = desk.incidents.filter { !known.contains(Set($0.articles)) }
      #expect(moved.count <= (number + 1) / 4)
    }
  }

  @Test func `an incident is numbered and found the same way however its reports came`() {
    let reports = Self.stream(200, incidents: 60, seed: 5)
    var desk = IncidentDeskTests.desk(Array(reports.prefix(130)))
    for report in reports.dropFirst(130) {
      desk.add([IncidentDesk.Card(report.article, claims: report.claims)])
      desk.update()
      #expect(
        desk.incident(of: report.article.id).map { desk.incidents[$0].articles.contains(report.article.id) } ?? false
          || !desk.isSure(report.article.id))
    }
    for (number, incident) in desk.incidents.enumerated() {
      #expect(incident.articles.allSatisfy { desk.incident(of: $0) == number })
    }
    #expect(desk.incidents.map(\.articles.count) == desk.incidents.map(\.articles.count).sorted(by: >))
  }
}
