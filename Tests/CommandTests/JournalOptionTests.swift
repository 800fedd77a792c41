import Foundation
import Journal
import LineExamples
import Situation
import Testing

@testable import sitboard

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
    let with = try Program.run(["brief", "--full", "--width", "200", events, "--journal", journal])
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
    // A journal that was read beside is named.
    let beside = try Program.run(["brief", "--full", "--width", "200", events, "--journal", journal]).text
    #expect(beside.contains("\nJournal: \(journal), 2 entries\n"))
    #expect(
      try Program.run(["brief", "--full", "--width", "200", both]).text
        == beside.replacing("Journal: \(journal), 2 entries\n", with: ""))
    #expect(try Program.run(["events", both]).output == written.output)
  }

  /// Runs `brief` where the board would keep its journal under a folder.
  private func brief(_ path: String, state: String, _ arguments: String = "") throws -> Program.Outcome {
    try Program.shell("XDG_STATE_HOME=$2 $SITBOARD brief --full --width 200 $1 \(arguments)", [path, state])
  }

  @Test func `a briefing heeds the journal of the board on the same paths, names it and leaves it alone`() throws {
    let (events, journal) = try files()
    let state = try TemporaryFolder().path
    let kept = try JournalPath.standard(
      { $0 == "XDG_STATE_HOME" ? state : nil }, for: [OperatorJournal.absolute(events)])
    let none = try brief(events, state: state)
    #expect(!none.text.contains("Journal:"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: state).isEmpty, "nothing is made by reading")
    try FileManager.default.createDirectory(atPath: state + "/sitboard", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: journal, toPath: kept)
    let bytes = try Data(contentsOf: URL(filePath: kept))
    let with = try brief(events, state: state)
    #expect(with.code == 0)
    #expect(with.text.contains("\nJournal: \(kept), 2 entries\n"), "\(with.text.prefix(600))")
    #expect(with.text.contains("retracts a claim: of another train (watch, operator)"))
    // Another may hold the lock: the board that writes it is open.
    let open = try Journal(kept)
    #expect(try brief(events, state: state).output == with.output)
    #expect(open.access == .writable)
    #expect(try Data(contentsOf: URL(filePath: kept)) == bytes)
    for line in ["$SITBOARD $1", "$SITBOARD diff $1"] {
      let outcome = try Program.shell("XDG_STATE_HOME=$2 \(line)", [events, state])
      #expect(outcome.text.contains("\nJournal:"), "\(line)")
    }
  }

  @Test func `a journal of the board that cannot be read is told and keeps nobody from the briefing`() throws {
    let (events, _) = try files()
    let state = try TemporaryFolder().path
    let kept = try JournalPath.standard(
      { $0 == "XDG_STATE_HOME" ? state : nil }, for: [OperatorJournal.absolute(events)])
    try FileManager.default.createDirectory(atPath: state + "/sitboard", withIntermediateDirectories: true)
    try Data("no journal\n".utf8).write(to: URL(filePath: kept))
    let outcome = try brief(events, state: state)
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("\nJournal: not read: \(kept): "))
    #expect(outcome.errors.hasPrefix("sitboard: the board's journal is not read: \(kept): "))
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
