import Situation
import Testing

/// Running reports: the head of an entry tells when it was reported.
struct LiveEntryTests {
  /// Figures with when they were reported, on the clock of the article.
  private func reported(_ body: String, date: String = "2025-06-24") throws -> [String] {
    try ReaderFixture.claims(body, date: date).filter { $0.count?.status == .killed }.map { claim in
      let time = claim.reported.precision == .instant ? claim.reported.to : nil
      let clock = time.map { CivilTime($0, at: .zero) }
      let number = claim.count?.figure.point ?? -1
      return clock.map { "\(number) \($0.date.day) \($0.hour):\($0.minute)" } ?? "\(number) -"
    }
  }

  @Test func `a time on a line of its own dates what follows it`() throws {
    let text = """
      The latest on the flood (all times local):

      5 p.m.

      The mayor says 14 people have died.

      ———

      9:15 a.m.

      An official says four people have died.
      """
    #expect(try reported(text) == ["14 24 17:0", "4 24 9:15"])
  }

  @Test func `heads that stand in the line count where the newest comes first`() throws {
    let text =
      "The latest on the flood (all times local): 2:40 p.m. The mayor says 14 people have died. ___ 1:05 p.m. "
      + "Officials say seven people have died."
    #expect(try reported(text) == ["14 24 14:40", "7 24 13:5"])
  }

  @Test func `an update has its time before its headline`() throws {
    let text = """
      The river rose again on Tuesday.

      Updated at 7:18 p.m. ET Bridge Is Closed

      The mayor says 14 people have died.

      Update at 10:06 a.m. ET. A Dam Breaks:

      An official says four people have died.
      """
    #expect(try reported(text) == ["14 24 19:18", "4 24 10:6"])
    // A sentence that begins with a time is none.
    let told =
      "Rain fell at 7:18 p.m. ET. Fourteen people have died.\n\nFire broke out at 10:06 a.m. ET. Nine people died."
    #expect(try reported(told).allSatisfy { $0.hasSuffix("-") || !$0.hasSuffix("19:18") })
  }

  @Test func `over midnight the older entry is of the day before`() throws {
    let text = "1:10 a.m.\n\nPolice say 36 people died.\n\n11:50 p.m.\n\nPolice say 28 people died."
    #expect(try reported(text) == ["36 24 1:10", "28 23 23:50"])
  }

  @Test func `a chronology of what happened is no running report`() throws {
    let text =
      "6:15 p.m. A gunman enters the bar.\n\n6:40 p.m. Two people are killed at the door.\n\n7:05 p.m. Police storm it."
    #expect(try reported(text) == ["2 -"])
  }

  @Test func `without a date no time is placed`() throws {
    let text = "5 p.m.\n\nThe mayor says 14 people have died.\n\n3 p.m.\n\nOfficials say four people have died."
    #expect(try ReaderFixture.claims(text).allSatisfy { $0.reported.isUndated })
  }

  @Test func `the newest entry is the word to go by`() throws {
    let text =
      "5 p.m.\n\nThe mayor says 14 people have died.\n\n9 a.m.\n\nA state official says four people have died."
    var store = EventStore()
    let article = Article(
      id: ArticleID(digest: "live"), path: "live", date: Moment.parse("2025-06-24", defaultOffset: .zero) ?? .unknown,
      text: Array(text.utf8))
    store.append(article, claims: try ReaderFixture.reader.get().read(article))
    let board = Board(store, included: store.replayCount, clock: .reported)
    #expect(board.conflicts.isEmpty)
    #expect(board.people.first { $0.label == "killed" }?.value == .figure(.exactly(14)))
  }
}
