import Briefing
import Formats
import Situation
import Testing

@Suite struct ChangeTests {
  private func moment(_ text: String) throws -> Moment { try DatedBriefingTests.moment(text) }

  /// The lines of a section, joined, so that where they break does not matter.
  private func section(_ heading: String, _ text: String) -> String {
    BriefingTests.section(heading, of: text).split(separator: "\n").map { $0.drop { $0 == " " } }
      .joined(separator: " ")
  }

  @Test func `what nobody had said is new, another figure is revised with the one before, a rivalry is contradicted`()
    throws
  {
    let options = BriefingOptions(
      asOf: try moment("2025-03-13"), width: 120, since: .moment(try moment("2025-03-11")))
    let text = Briefing.changes(try DatedBriefingTests.store(), options, as: .text)
    #expect(
      text.hasPrefix(
        "WHAT CHANGED\nFrom: the end of 11 Mar 2025\nTo: the end of 13 Mar 2025\nClock: happened (when it was so)\n"))
    #expect(
      section("REVISED", text)
        == "killed 21 (military, 13 Mar 08:00 [5]), beside 10 (BLA, 11 Mar 15:00 [2]) "
        + "aboard 450 (Muhammad Kashif, railway official, 12 Mar 22:00 [3]), before 500 (Muhammad Kashif, railway "
        + "official, 11 Mar 15:00 [1]), replaced by its speaker")
    #expect(
      section("NEW", text)
        == "aboard, also 440 (military, 12 Mar 22:00 [4])")
    #expect(section("NO LONGER CURRENT", text) == "None.")
    #expect(
      section("CONTRADICTED", text)
        == "CONTRADICTION: killed 21 (military, 13 Mar 08:00 [5]), but 10 (BLA, 11 Mar 15:00 [2]). !1 "
        + "CONTRADICTION: aboard 450 (Muhammad Kashif, railway official, 12 Mar 22:00 [3]), but 440 (military, "
        + "12 Mar 22:00 [4]). !2")
  }

  @Test func `without a beginning everything is new, and between one instant and itself nothing changes`() throws {
    let store = try DatedBriefingTests.store()
    let all = Briefing.changes(store, BriefingOptions(width: 120, since: .beginning), as: .text)
    #expect(section("NEW", all).contains("killed 21 (military"))
    #expect(section("NEW", all).contains("killed, also 10 (BLA"))
    #expect(section("REVISED", all) == "None.")
    let noon = try moment("2025-03-12T12:00")
    let none = Briefing.changes(store, BriefingOptions(asOf: noon, since: .moment(noon)), as: .text)
    for kind in ["NEW", "REVISED", "NO LONGER CURRENT", "CONTRADICTED"] { #expect(section(kind, none) == "None.") }
  }

  @Test func `a figure that the operator retracts is told with who retracted it`() throws {
    var store = try DatedBriefingTests.store()
    let toll = try #require(store.events.first { $0.claim.count?.figure == .exactly(21) }).id
    let later = try #require(try moment("2025-03-13T09:00").to)
    let entry = OperatorEntry(
      id: ArticleID(digest: String(repeating: "9", count: 64)), author: "watch", at: later,
      offset: DatedBriefingTests.karachi, act: .retract(store.reference(to: toll)))
    store.append([entry])
    let options = BriefingOptions(width: 120, since: .moment(try moment("2025-03-13T08:30")))
    let text = Briefing.changes(store, options, as: .text)
    #expect(section("REVISED", text).contains("killed 10 (BLA, 11 Mar 15:00 [1]), before 21 (military"))
    #expect(
      section("NO LONGER CURRENT", text) == "conflict CONTRADICTION, killed 21 but 10: 21 retracted by watch")
    #expect(section("REVISED", text).hasSuffix(", before 21 (military, 13 Mar 08:00 [2]), retracted by watch"))
  }

  /// Officials counted 300 held on the 12th, the military 21 killed, the police 10; on the 14th the military 31.
  @Test func `nobody is said to have withdrawn what they replaced, what another overtook, or what is old`() throws {
    var store = EventStore()
    let army = Speaker(organisation: "military", side: .state)
    let group = Speaker(organisation: "BLA", side: .attackers)
    let officials = Speaker(role: "officials", side: .state)
    let hospital = Speaker(organisation: "hospital", side: .railwayAndMedical)
    typealias Said = (figure: Int, status: Count.Status, by: Speaker, standing: Claim.Standing)
    let reports: [(at: String, said: [Said])] = [
      ("2025-03-12T10:00", [(300, .held, officials, .current)]),
      ("2025-03-13T08:00", [(21, .killed, army, .current)]),
      ("2025-03-13T09:00", [(10, .killed, hospital, .current)]),
      ("2025-03-14T12:00", [(214, .held, group, .current)]),
      ("2025-03-14T13:00", [(10, .killed, army, .superseded), (31, .killed, army, .current)]),
    ]
    for (index, report) in reports.enumerated() {
      let id = ArticleID(digest: String(repeating: "\(index)", count: 64))
      let filed = try moment(report.at)
      let claims = report.said.enumerated().map { place, said in
        Claim(
          .count(Count(said.status, "passengers", .people, .exactly(said.figure))), standing: said.standing,
          speaker: said.by, happened: filed, reported: filed,
          receipt: Receipt(article: id, span: place..<place + 1, rule: "r"))
      }
      store.append(
        Article(id: id, path: "\(index).txt", outlet: "Desk \(index)", date: filed, text: Array("one\n".utf8)),
        claims: claims)
    }
    let options = BriefingOptions(width: 160, since: .moment(try moment("2025-03-13T12:00")))
    let text = Briefing.changes(store, options, as: .text)
    #expect(
      section("REVISED", text)
        == "held 214 (BLA, 14 Mar 12:00 [4]), before 300 (officials, 12 Mar 10:00 [1]), out of date "
        + "killed 31 (military, 14 Mar 13:00 [5]), before 10 (hospital, 13 Mar 09:00 [3]), overtaken by another speaker"
    )
    #expect(
      section("NO LONGER CURRENT", text)
        == "killed 21 (military, 13 Mar 08:00 [2]): replaced by its speaker "
        + "conflict CONTRADICTION, killed 10 but 21: 10 overtaken by another speaker, 21 replaced by its speaker")
    #expect(!text.lowercased().contains("withdrawn"))
  }

  @Test func `a conflict of the same voices with other figures is told by the figure that was revised`() throws {
    var store = EventStore()
    let army = Speaker(organisation: "military", side: .state)
    let group = Speaker(organisation: "BLA", side: .attackers)
    for (index, said) in [(21, army), (50, group), (60, group)].enumerated() {
      let id = ArticleID(digest: String(repeating: "\(index)", count: 64))
      let filed = try moment("2025-03-13T1\(index):00")
      let claim = Claim(
        .count(Count(.killed, "passengers", .people, .exactly(said.0))), speaker: said.1, happened: filed,
        reported: filed, receipt: Receipt(article: id, span: 0..<3, rule: "r"))
      store.append(
        Article(id: id, path: "\(index).txt", date: filed, text: Array("one\n".utf8)), claims: [claim])
    }
    let options = BriefingOptions(width: 160, since: .moment(try moment("2025-03-13T11:30")))
    let text = Briefing.changes(store, options, as: .text)
    #expect(
      section("REVISED", text) == "killed 60 (BLA, 13 Mar 12:00 [2]), before 50 (BLA, 13 Mar 11:00 [1])", "\(text)")
    #expect(section("CONTRADICTED", text) == "None.")
    #expect(section("NO LONGER CURRENT", text) == "None.")
  }

  @Test func `the highlights tell what changed since a time`() throws {
    let store = try DatedBriefingTests.store()
    let options = BriefingOptions(width: 120, since: .moment(try moment("2025-03-11")))
    let text = Briefing.text(store, options)
    #expect(text.contains("Compared with: the end of 11 Mar 2025\n"))
    let highlights = BriefingTests.section("HIGHLIGHTS: WHAT HAS CHANGED", of: text)
    #expect(highlights.hasPrefix(" contradicted  CONTRADICTION: killed 21"))
    #expect(highlights.contains(" revised       aboard 450"))
    #expect(highlights.hasSuffix(" 3 further events in."))
  }

  @Test func `a reader is told what is new to him, by the articles that he knew`() throws {
    let whole = try DatedBriefingTests.store()
    var early = EventStore()
    let first = try #require(whole.articles.first { $0.path == "early.txt" })
    early.append(first, claims: whole.events.map(\.claim).filter { $0.receipt.article == first.id })
    let told = Briefing.text(early, BriefingOptions(width: 120, since: .last(nil)))
    #expect(told.contains("Number: 1, counted for this reader\n"))
    #expect(told.contains("Compared with: nothing: this is the reader's first briefing\n"))
    let mark = try BriefingBookmark(reading: BriefingBookmark(number: 1, of: early, asOf: nil).bytes)
    let second = Briefing.text(whole, BriefingOptions(width: 120, since: .last(mark)))
    #expect(second.contains("Number: 2, counted for this reader\n"))
    let highlights = BriefingTests.section("HIGHLIGHTS: WHAT HAS CHANGED", of: second)
    #expect(
      highlights.contains("revised       aboard 450 (Muhammad Kashif, railway official, 12 Mar 22:00 [3]), before 500"))
    #expect(highlights.hasSuffix(" 3 further events in, from 2 further articles."))
    let unchanged = Briefing.text(
      whole, BriefingOptions(since: .last(BriefingBookmark(number: 2, of: whole, asOf: nil))))
    #expect(unchanged.contains(" Nothing is told otherwise.\n 0 further events in.\n"))
  }

  @Test func `a mark is read back as it was written, and a damaged one is refused`() throws {
    let id = ArticleID(digest: String(repeating: "a", count: 64), story: 2)
    let mark = BriefingBookmark(number: 7, asOf: Instant(seconds: 1_741_762_800), articles: [id], entries: ["j": 3])
    #expect(try BriefingBookmark(reading: mark.bytes) == mark)
    for text in [
      "", "{}", "[]", #"{"sitboard":"last","version":2,"number":1,"articles":[],"entries":[]}"#,
      #"{"sitboard":"last","version":1,"number":0,"articles":[],"entries":[]}"#,
    ] {
      #expect(throws: FormatError.self) { try BriefingBookmark(reading: Array(text.utf8)) }
    }
    for count in 0..<mark.bytes.count - 1 {
      #expect(throws: FormatError.self) { try BriefingBookmark(reading: Array(mark.bytes[..<count])) }
    }
  }
}
