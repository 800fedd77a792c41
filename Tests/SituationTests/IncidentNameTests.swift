import Situation
import Testing

/// What an incident is called by: what, where and when.
@Suite struct IncidentNameTests {
  private static func name(_ texts: [String], titles: [String] = []) -> IncidentName? {
    let reports = texts.enumerated().map { number, text in
      IncidentDeskTests.report(
        "\(number)", text, title: titles.indices.contains(number) ? titles[number] : nil,
        date: "2025-03-\(11 + number)")
    }
    return IncidentDeskTests.desk(reports).incidents.first?.title
  }

  @Test func `a hijacked train is a train hijacking at its place on its day`() throws {
    let name = try #require(
      Self.name([
        "Gunmen hijacked a train in Bolan, said Adel Rahmani. The train was hijacked at noon, Sara Nouri said.",
        "The hijackers of the train in Bolan gave a deadline, Adel Rahmani said. The hijacked train stands still.",
      ]))
    #expect(name.kind?.name == "hijacking")
    #expect(name.thing == "train")
    #expect(name.place == "Bolan")
    #expect(name.day == CivilDate(year: 2025, month: 3, day: 11))
    #expect(name.words == "train hijacking, Bolan, 11 Mar 2025")
  }

  @Test func `an event of a region is called by its country and one of a site by its town`() {
    let quake =
      "An earthquake struck Peru. In Nasca, Peru, houses fell in the quake, said Luis Ortega. More quakes shook Peru."
    #expect(Self.name([quake])?.words == "earthquake, Peru, 11 Mar 2025")
    let shooting =
      "Three people were shot in Nasca, Peru. The shooting began at a bank in Nasca, said Luis Ortega of Peru."
    #expect(Self.name([shooting])?.words == "shooting, Nasca, 11 Mar 2025")
  }

  @Test func `neither an anchor nor a byline nor an agency names an incident`() {
    let texts = (1...3).map { number in
      "By Dana Whitlock\nI am Walt Crane, Channel Nine News. A ferry sank off Port Amaro, said Captain Joao Teles. "
        + "The ferry sank fast. Walt Crane, Channel Nine News, with part \(number)."
    }
    #expect(Self.name(texts)?.words == "ferry sinking, Port Amaro, 11 Mar 2025")
  }

  @Test func `an incident of several days is called by the first of them, though most reports tell of a later one`() {
    let days = [[11], [11, 12], [12], [12], [12]]
    let reports = days.indices.map { number -> IncidentDeskTests.Report in
      var report = IncidentDeskTests.report("\(number)", IncidentDeskTests.siege[number % 3], date: "2025-03-12")
      report.claims = days[number].compactMap { day in
        CivilDate(year: 2025, month: 3, day: day).map {
          Claim(
            .condition(Condition(object: "train", state: "seized")), happened: .day($0, at: .zero),
            receipt: Receipt(article: report.article.id, span: 0..<4, rule: "test"))
        }
      }
      return report
    }
    let title = IncidentDeskTests.desk(reports).incidents[0].title
    #expect(title.day == CivilDate(year: 2025, month: 3, day: 11))
  }

  @Test func `the day is the one on which it happened by most claims near the first report`() {
    let reports = (0..<3).map { number -> IncidentDeskTests.Report in
      var report = IncidentDeskTests.report("\(number)", IncidentDeskTests.siege[number], date: "2025-03-13")
      let days = number == 2 ? [1, 9] : [10]
      report.claims = days.compactMap { day in
        guard let date = CivilDate(year: 2025, month: 3, day: day) else { return nil }
        return Claim(
          .condition(Condition(object: "train", state: "seized")), happened: .day(date, at: .zero),
          receipt: Receipt(article: report.article.id, span: 0..<4, rule: "test"))
      }
      return report
    }
    let title = IncidentDeskTests.desk(reports).incidents[0].title
    #expect(title.day == CivilDate(year: 2025, month: 3, day: 10))
  }

  @Test func `an incident without an event or a place that is known has no name`() {
    #expect(Self.name(["Adel Rahmani met Sara Nouri and Joao Teles."])?.words == nil)
  }
}
