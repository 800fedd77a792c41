import LineExamples
import Situation
import Testing

/// However many outlets repeat an utterance, it is one origin.
@Suite struct OriginTests {
  private static let filler =
    "The train had left Quetta in the morning and was bound for Peshawar when it came to a halt in the pass."

  private func article(_ name: String, _ outlet: String, _ text: String) -> Article {
    Article(
      id: ArticleID(digest: name), path: name, outlet: outlet, date: Examples.moment("2025-03-12T12:00"),
      text: Array(text.utf8))
  }

  /// 190 rescued, as each outlet words it.
  private func origins(_ told: [(outlet: String, text: String, speaker: Speaker?)]) -> Origins {
    var store = EventStore()
    for (index, entry) in told.enumerated() {
      let article = article("a\(index)", entry.outlet, entry.text)
      let start = entry.text.utf8.count - entry.text.drop { $0 != "1" }.utf8.count
      let claim = Claim(
        .count(Count(.rescued, "people", .people, .exactly(190))), speaker: entry.speaker,
        reported: article.date, receipt: Receipt(article: article.id, span: start..<start + 3, rule: "by-hand"))
      store.append(article, claims: [claim])
    }
    return Origins(store.events.map(\.id), in: store)
  }

  @Test func `one speaker in three outlets is one origin`() {
    let source = Speaker(role: "security source", side: .state)
    let found = origins([
      ("One", "190 people are safe.", source), ("Two", "By noon 190 were out, it was said.", source),
      ("Three", "Some 190 people have been brought away.", source),
    ])
    #expect(found.words == "3 outlets, 1 origin")
  }

  @Test func `two speakers of one side are two origins, though one outlet quotes both`() {
    let found = origins([
      ("One", "Officials said 190 people were rescued in the course of the morning.", Examples.officials),
      ("One", "The district police officer counts as many as 190 who were brought to him.", Examples.police),
    ])
    #expect(found.words == "1 outlet, 2 origins")
    #expect(found.groups == [[EventID(0)], [EventID(1)]])
  }

  @Test func `two men of one surname are two`() {
    let minister = Speaker(name: "Talal Chaudhry", role: "minister", side: .state)
    let found = origins([
      ("One", "The general counted 190 rescued people at his briefing.", Examples.military),
      ("Two", "For the minister it is 190 whom the soldiers have freed.", minister),
    ])
    #expect(found.count == 2)
  }

  @Test func `the same sentence under two speakers' names is one utterance`() {
    let found = origins([
      ("One", "Security forces have rescued 190 passengers and killed 30 attackers.", Examples.officials),
      ("Two", "Security forces have rescued 190 passengers and killed 30 attackers, sources said.", Examples.police),
    ])
    #expect(found.words == "2 outlets, 1 origin")
  }

  @Test func `a new edition of a dispatch is no second origin`() {
    let story =
      OriginTests.filler + " Many families were waiting at the station for news of those aboard. "
      + "Helicopters were seen over the hills through the day and the road was closed to traffic. "
    let found = origins([
      ("One", story + "190 were out by noon.", Examples.officials),
      ("One", story + "At midday the number of those brought to safety stood at 190.", Examples.police),
    ])
    #expect(found.words == "1 outlet, 1 origin")
  }

  @Test func `who names nobody repeats the first that names somebody, and alone stands for himself`() {
    #expect(
      origins([("One", "He said 190 were out.", Examples.police), ("Two", "There are 190 at the station.", nil)]).count
        == 1)
    #expect(
      origins([("One", "There are 190 at the station now.", nil), ("Two", "A count of the freed gives 190.", nil)])
        .count
        == 2)
  }

  @Test(.timeLimit(.minutes(1))) func `two thousand claims made to look alike cost little`() {
    var store = EventStore()
    let line = String(repeating: "190 ", count: 2000)
    store.append(
      contentsOf: (0..<2_000).map { number in
        let text = Array((number.isMultiple(of: 2) ? line : "\(number) " + line).utf8.prefix(3000))
        let article = Article(
          id: ArticleID(digest: "\(number)"), path: "", outlet: "Desk \(number)", text: text)
        let speaker = Speaker(name: "N\(number) Same", role: "officer", side: .state)
        let claim = Claim(
          .count(Count(.rescued, "people", .people, .exactly(190))), speaker: speaker,
          receipt: Receipt(article: article.id, span: 1000..<1003, rule: "by-hand"))
        return (article, [claim])
      })
    #expect(Origins(store.events.map(\.id), in: store).outlets == 2_000)
  }
}
