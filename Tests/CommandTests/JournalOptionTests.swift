import Journal
import LineExamples
import Situation
import Testing

@Suite struct JournalOptionTests {
  /// The two dispatches as events, and a journal that retracts the 190 rescued and adds 20 held on coach 4.
  private func files() throws -> (events: String, journal: String) {
    let folder = try TemporaryFolder()
    let store = try TwoDispatches.store()
    let rescued = try #require(store.events.first { $0.claim.count?.status == .rescued })
    let path = folder.path + "/journal.jsonl"
    let journal = try Journal(path)
    let (time, count) = (Instant(seconds: 1_741_838_400), Count(.held, "people", .people, .exactly(20)))
    try journal.append(
      .retract(store.reference(to: rescued.id)), text: "of another train", author: "watch", at: time, offset: .zero)
    try journal.append(
      .add(AddedClaim(.count(count), place: "coach 4")), text: "coach 4: 20 held", author: "watch", at: time,
      offset: .zero)
    return (try folder.file("events.jsonl", try Fixture.events()), path)
  }

  @Test func `a briefing heeds the journal and tells what the operator did`() throws {
    let (events, journal) = try files()
    let with = try Program.run(["brief", "--width", "200", events, "--journal", journal])
    #expect(with.code == 0)
    #expect(with.text.contains("2 acts of the operator"))
    #expect(with.text.contains("retracts a claim: of another train (watch, operator)"))
    #expect(with.text.contains("journal entry 2"))
    let json = try Program.run(["brief", "--format", "json", events, "--journal", journal])
    #expect(json.text.contains(#""label":"rescued","part":false,"low":null"#))
    #expect(json.text.contains(#""label":"of them coach 4","part":true,"low":20,"high":20"#))
  }

  @Test func `events carry the journal, and give the same briefing without it`() throws {
    let (events, journal) = try files()
    let written = try Program.run(["events", events, "--journal", journal])
    #expect(written.text.split(separator: "\n").count { $0.hasPrefix(#"{"event":"act""#) } == 2)
    let both = try TemporaryFolder().file("both.jsonl", written.output)
    #expect(
      try Program.run(["brief", both]).output == Program.run(["brief", events, "--journal", journal]).output)
    #expect(try Program.run(["events", both]).output == written.output)
  }

  @Test func `a journal that is not there is an error and is not made`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/none.jsonl"
    let outcome = try Program.run(["brief", "--journal", path])
    #expect(outcome.code == 66)
    #expect(outcome.errors == "sitboard: \(path): cannot open the journal: No such file or directory\n")
    #expect(try Program.run(["brief", "--journal", path]).code == 66)
  }
}
