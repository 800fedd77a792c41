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

  @Test func `a pinned figure is marked with who pinned it, where it is told and in the conflicts`() throws {
    let text = try text([(21, { .pin($0) })])
    let people = BriefingTests.section("PEOPLE", of: text)
    #expect(people.contains("21  military, 13 Mar 08:00 [5], pinned by ann !1"), "\(people)")
    #expect(people.contains("Ledger: 21 killed (pinned by ann) of 440 aboard"), "\(people)")
    #expect(text.contains("killed 21 (military, 13 Mar 08:00 [5], pinned by ann), but 10 (BLA"))
  }
}
