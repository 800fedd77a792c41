import Briefing
import Situation
import Testing

/// What the operator did to figures is told beside them, with their name.
@Suite struct HandBriefingTests {
  /// The dated dispatches with acts on the claim for a number killed.
  private func text(_ acts: [(killed: Int, act: (ClaimReference) -> OperatorAct)]) throws -> String {
    var store = try DatedBriefingTests.store()
    let at = try #require(try DatedBriefingTests.moment("2025-03-13T09:00").to)
    for (index, (killed, act)) in acts.enumerated() {
      let claim = try #require(
        store.events.first { $0.claim.count?.status == .killed && $0.claim.count?.figure == .exactly(killed) })
      store.append([
        OperatorEntry(
          id: ArticleID(digest: String(repeating: "9", count: 64), story: index + 1), author: "ann", at: at,
          offset: DatedBriefingTests.karachi, act: act(store.reference(to: claim.id)))
      ])
    }
    return Briefing.text(store, BriefingOptions(width: 160))
  }

  @Test func `a corrected figure stands with who corrected it and what the text says`() throws {
    let text = try text([(21, { .correct($0, .exactly(31)) })])
    let people = BriefingTests.section("PEOPLE", of: text)
    #expect(people.contains("31  military, 13 Mar 08:00 [5], corrected by ann; the text says 21 !1"), "\(people)")
    #expect(people.contains("Ledger: 31 killed (corrected by ann; the text says 21) of 440 aboard"), "\(people)")
    let timeline = BriefingTests.section("TIMELINE", of: text)
    #expect(
      timeline.contains("31 passengers killed (corrected by ann; the text says 21) (military) [5]"), "\(timeline)")
    let conflicts = BriefingTests.section("CONFLICTS", of: text)
    #expect(
      conflicts.contains("killed 31 (military, 13 Mar 08:00 [5], corrected by ann; the text says 21), but 10 (BLA"),
      "\(conflicts)")
  }

  @Test func `a claim that was taken otherwise stands with who did so and what it was read as`() throws {
    let text = try text([(21, { .amend($0, Amendment(status: .injured)) })])
    let people = BriefingTests.section("PEOPLE", of: text)
    #expect(people.contains("21  military, 13 Mar 08:00 [5], taken as injured by ann, read as killed"), "\(people)")
    #expect(!people.contains("21 killed"))
  }

  @Test func `an unsure claim waits under a heading of its own until somebody accepts it`() throws {
    let article = Article(
      id: ArticleID(digest: String(repeating: "5", count: 64)), path: "a.txt",
      date: try DatedBriefingTests.moment("2025-03-12T09:00"), text: Array("30 dead. 4 hurt.".utf8))
    func claim(_ status: Count.Status, _ number: Int, _ span: Range<Int>, _ doubt: Claim.Doubt?) -> Claim {
      Claim(
        .count(Count(status, "people", .people, .exactly(number))), happened: article.date, reported: article.date,
        doubt: doubt, receipt: Receipt(article: article.id, span: span, rule: "test"))
    }
    var store = EventStore()
    store.append(article, claims: [claim(.killed, 30, 0..<7, .scope), claim(.injured, 4, 9..<15, nil)])
    var text = Briefing.text(store, BriefingOptions(width: 160))
    #expect(
      text.contains("1 claim of which the reader is not sure; counted nowhere until somebody has looked"), "\(text)")
    let review = BriefingTests.section("TO REVIEW, COUNTED NOWHERE", of: text)
    #expect(
      review.contains("unsure: 30 people killed (unattributed): it may be a part of a figure, or all of it"),
      "\(review)")
    #expect(!BriefingTests.section("PEOPLE", of: text).contains("30"))
    store.append([
      OperatorEntry(
        id: ArticleID(digest: String(repeating: "9", count: 64), story: 1), author: "ann",
        at: try #require(try DatedBriefingTests.moment("2025-03-13T09:00").to), offset: DatedBriefingTests.karachi,
        act: .amend(store.reference(to: EventID(0)), .accepting))
    ])
    text = Briefing.text(store, BriefingOptions(width: 160))
    #expect(!text.contains("TO REVIEW"))
    let people = BriefingTests.section("PEOPLE", of: text)
    #expect(people.contains("30  unattributed, 12 Mar 09:00 [1], accepted by ann"), "\(people)")
  }

  @Test func `a pinned figure is marked with who pinned it, where it is told and in the conflicts`() throws {
    let text = try text([(21, { .pin($0) })])
    let people = BriefingTests.section("PEOPLE", of: text)
    #expect(people.contains("21  military, 13 Mar 08:00 [5], pinned by ann !1"), "\(people)")
    #expect(people.contains("Ledger: 21 killed (pinned by ann) of 440 aboard"), "\(people)")
    #expect(text.contains("killed 21 (military, 13 Mar 08:00 [5], pinned by ann), but 10 (BLA"))
  }
}
