import Testing

/// The built-in incident on a page, against what was reported in March 2025: written by hand from the reports.
@Suite struct OnePageCommandTests {
  private static func flowing(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  @Test func `the page has at most sixty lines of eighty columns`() throws {
    let page = try Program.run(["brief"]).text
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 60)
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `the page has every head figure with its speaker, and every contradiction between accounts`() throws {
    let page = OnePageCommandTests.flowing(try Program.run(["brief"]).text)
    let figures = [
      "rescued 354 A. Chaudhry, military spokesman", "killed 31 A. Chaudhry, military spokesman", "or 214 BLA",
      "aboard 440 A. Chaudhry, spokesman", "or ~500 senior railway official",
      "security forces killed 23 A. Chaudhry, military spokesman", "or 30 BLA",
      "attackers killed 33 military spokesman",
      "injured 17 security sources",
    ]
    for figure in figures { #expect(page.contains(figure), "\(figure)") }
    #expect(page.contains("killed 31 (military spokesman, 4h old) against 214 (BLA)"))
    #expect(page.contains("!1 contradiction: killed 214 (BLA), but 31 (military spokesman)"))
    #expect(page.contains("!2 contradiction: security forces killed 23 (military spokesman), but 30 (BLA)"))
    #expect(page.contains("deadline 48-hour (BLA"))
    #expect(page.contains("not known no figure for women and children released"))
  }

  @Test func `on the evening of the first day the page has the held first, by railway and by the attackers`() throws {
    let page = OnePageCommandTests.flowing(try Program.run(["brief", "--as-of", "2025-03-11T21:00+05:00"]).text)
    #expect(page.contains("people held ≥450 (senior railway official"), "\(page)")
    #expect(page.contains("against 214 (BLA"), "\(page)")
    #expect(page.contains("rescued 80 ("), "\(page)")
  }

  @Test func `the line alone is one line of at most two hundred characters, and names both counts of the dead`() throws
  {
    let outcome = try Program.run(["brief", "--line"])
    #expect(outcome.code == 0)
    let lines = outcome.text.split(separator: "\n")
    #expect(lines.count == 1)
    #expect(lines.allSatisfy { $0.count <= 200 })
    #expect(outcome.text.contains("killed 31 (military spokesman) against 214 (BLA)"))
    #expect(outcome.text.contains("4 contradictions; last report 14 Mar 19:30"))
  }

  @Test func `all that the board has stands in the full briefing, and JSON is always full`() throws {
    let full = try Program.run(["brief", "--full"]).text
    #expect(full.contains("─ TIMELINE ─") && full.contains("─ BOTTOM LINE ─"))
    #expect(try Program.run(["brief", "--format", "json"]).text.contains(#""heading":"TIMELINE""#))
    #expect(try Program.run(["brief", "--full", "--line"]).code == 64)
  }

  @Test(arguments: [
    ("12 Mar 12:30", "12 Mar 2025 12:30 +05:00"), ("12:30", "14 Mar 2025 12:30 +05:00"),
    ("yesterday 18:00", "13 Mar 2025 18:00 +05:00"), ("yesterday", "the end of 13 Mar 2025"),
    ("2025-03-12T08:00Z", "12 Mar 2025 08:00 Z"), ("2h", "14 Mar 2025 17:30 +05:00"),
  ])
  func `a time is given as on the board, in the zone of the incident`(typed: String, meant: String) throws {
    let page = try Program.run(["brief", "--as-of", typed]).text
    #expect(page.contains("\nAs of: \(meant); "), "\(page.prefix(120))")
    let changes = try Program.run(["diff", "--from", typed]).text
    #expect(
      changes.contains("\nFrom: \(meant)\n") || changes.contains("\nFrom: \(meant.dropFirst(11))"),
      "\(changes.prefix(200))")
  }

  @Test func `a briefing that is compared with nothing tells what the last hour changed`() throws {
    let page = OnePageCommandTests.flowing(try Program.run(["brief"]).text)
    // At 19:30 the attackers said that they had executed 214; until then they had said 50.
    #expect(page.contains("changed 4 in the last hour before 14 Mar 19:30: killed 214 (BLA ["), "\(page)")
    #expect(page.contains("]), before 50 (BLA ["), "\(page)")
    // On 12 March the military declared it over at 22:10; its dead, 21, are the first that the state gives but for the ten of
    // the railway.
    let second = OnePageCommandTests.flowing(
      try Program.run(["brief", "--as-of", "2025-03-12T22:15+05:00", "--clock", "reported"]).text)
    #expect(second.contains("in the last hour before 12 Mar 22:10"), "\(second)")
  }

  @Test func `what changed in the last hour is one option`() throws {
    let page = OnePageCommandTests.flowing(try Program.run(["brief", "--since", "1h"]).text)
    #expect(page.contains("Compared with: 14 Mar 2025 18:30 +05:00"))
    // At 19:30 the attackers said that they had executed 214; until then they had said 50.
    #expect(page.contains("revised killed 214 (BLA, by 14 Mar 19:30"), "\(page)")
    #expect(page.contains("before 50 (BLA, 12 Mar 17:00–22:00"), "\(page)")
    #expect(!page.contains("new rescued 354"))
  }
}
