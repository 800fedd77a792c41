import Foundation
import Testing

/// Parts of a briefing, the forms that others expect, and the claims for a spreadsheet: of the built-in incident, against
/// what was reported in March 2025.
@Suite struct FormTests {
  private static func flowing(_ arguments: String...) throws -> String {
    try Program.run(arguments).text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  private static func headings(_ arguments: String...) throws -> [String] {
    try Program.run(arguments).text.split(separator: "\n").filter { $0.hasPrefix("─ ") }.map { line in
      line.split { $0 == "─" }.joined().trimming()
    }
  }

  @Test func `a section alone is printed in the order that it is asked for, with its sources`() throws {
    #expect(
      try FormTests.headings("brief", "--section", "conflicts", "--section", "figures") == [
        "CONFLICTS (4)", "FIGURES", "SOURCES",
      ])
    let text = try FormTests.flowing("brief", "--section", "figures")
    #expect(text.contains("rescued 354 A. Chaudhry, military spokesman"))
    #expect(!text.contains("deadline"))
  }

  @Test func `a section of which no claim tells says so, and so does one that needs a time`() throws {
    let text = try FormTests.flowing("brief", "--section", "changes", "--section", "checks")
    #expect(text.contains("CHANGES ─") && text.contains("Nothing to compare with: --since gives a time, or last."))
    let background = try FormTests.flowing(
      "brief", "--section", "background", "--as-of", "2025-03-11T15:30+05:00")
    #expect(background.contains("No claim tells of this."), "\(background)")
  }

  @Test func `the situation report has the order that humanitarian reports have`() throws {
    #expect(
      try FormTests.headings("brief", "--form", "sitrep") == [
        "HIGHLIGHTS", "SITUATION OVERVIEW", "PEOPLE AFFECTED AND NEEDS", "RESPONSE", "GAPS AND CONSTRAINTS",
        "COORDINATION",
        "SOURCES",
      ])
    let text = try FormTests.flowing("brief", "--form", "sitrep")
    #expect(text.contains("No claim tells who coordinates the response."))
    #expect(text.contains("relief train on the way (Rana Muhammad Dilawar"))
  }

  @Test func `METHANE has its seven fields, each with who says so or that no claim answers it`() throws {
    let headings = try FormTests.headings("brief", "--form", "methane")
    #expect(headings.dropLast().map { $0.prefix(1) }.joined() == "METHANE", "\(headings)")
    let text = try FormTests.flowing("brief", "--form", "methane")
    for words in [
      "No claim says that a major incident was declared.", "No claim gives coordinates.",
      "attackers strength 70–80 T. Chaudhry",
      "threat: execute hostages (BLA", "No claim tells which ways in and out are safe.",
      "killed 31 A. Chaudhry, military spokesman", "or 214 BLA", "attackers killed 33 military spokesman",
      "helicopters backing the forces (Shahid Rind",
    ] { #expect(text.contains(words), "\(words)") }
    #expect(!text.contains("aboard 440"), "who was aboard is not a casualty")
  }

  @Test func `five W ask who, what, where, when and why`() throws {
    #expect(
      try FormTests.headings("brief", "--form", "5w") == ["WHO", "WHAT", "WHERE", "WHEN", "WHY", "SOURCES"])
    let text = try FormTests.flowing("brief", "--form", "5w")
    #expect(text.contains("WHY ─") && text.contains("demand: release of prisoners (BLA"))
    #expect(text.contains("14 Mar 19:30 last report filed"))
  }

  @Test func `a form of an article that tells nothing of it is all unanswered`() throws {
    let outcome = try Program.run(["brief", "--form", "5w", "-"], input: Array("Nothing is known yet.\n".utf8))
    let text = outcome.text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(text.components(separatedBy: "No claim answers this.").count >= 5, "\(text)")
  }

  @Test(arguments: [
    ["--form", "sitrep", "--full"], ["--form", "5w", "--section", "figures"], ["--section", "figures", "--line"],
  ])
  func `what does not go together is refused`(_ arguments: [String]) throws {
    #expect(try Program.run(["brief"] + arguments).code == 64)
  }

  @Test func `claims for a spreadsheet have a row each, numbers in cells of their own, and the mark of UTF-8`() throws {
    let text = try Program.run(["claims", "--format", "csv"]).text
    #expect(text.hasPrefix("\u{FEFF}file,line,outlet,"))
    let rows = text.components(separatedBy: "\r\n")
    let lines = try Program.run(["claims", "--format", "jsonl"]).text.split(separator: "\n")
    #expect(rows.count == lines.count + 2, "the heading, and nothing after the last line")
    let freed = try #require(rows.first { $0.contains("354 people rescued") })
    #expect(freed.contains(",rescued,") && freed.contains(",354,354,354,total,"), "\(freed)")
    let aboard = try #require(rows.first { $0.contains("~500 passengers aboard") })
    #expect(aboard.contains(",~500,500,500,"), "about is not exactly: \(aboard)")
  }

  @Test func `no article brings a formula into a spreadsheet`() throws {
    let article =
      "=HYPERLINK(1), said Dawn. Ten people were killed, said \"=cmd\", a witness.\n@SUM(1) 12 people were killed.\n"
    let text = try Program.run(["claims", "--format", "csv", "-"], input: Array(article.utf8)).text
    for cell in text.split(whereSeparator: { $0 == "," || $0.isNewline }) {
      #expect(!["=", "+", "@"].contains(cell.drop { $0 == "\"" }.prefix(1)), "\(cell)")
    }
  }
}

extension String {
  fileprivate func trimming() -> String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
