import Formats
import Foundation
import LineExamples
import Situation
import Testing

@testable import sitboard

@Suite struct CommandTests {
  /// Event lines in a file.
  static func fixture(_ bytes: [UInt8]) throws -> String { try TemporaryFolder().file("two.jsonl", bytes) }

  static func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0 == "\n" || SafeText.replacement(for: $0) == nil }
  }

  @Test func `without a terminal the board is the briefing`() throws {
    let path = try CommandTests.fixture(Fixture.events())
    let brief = try Program.run(["brief", path])
    #expect(brief.code == 0)
    #expect(brief.errors.isEmpty)
    #expect(brief.text.hasPrefix("SITUATION BRIEFING: train hijacked, Bolan district, Balochistan\n"))
    for arguments in [[path], ["board", path]] {
      #expect(try Program.run(arguments).output == brief.output)
    }
  }

  @Test func `with --linear each event is a line and what it changes follows it`() throws {
    let outcome = try Program.run(
      ["--linear", TwoDispatches.root.appending(path: "seeds/undated").path, "--ascii"])
    #expect(outcome.code == 0)
    let lines = outcome.text.split(separator: "\n").map(String.init)
    #expect(lines[0] == "35 events from 1 report, in the order in which they were so.")
    #expect(lines.count { $0.contains(" of 35, ") } == 35)
    #expect(lines.contains { $0.hasPrefix("  people, ") && $0.contains("held") && $0.contains("~300") })
    #expect(lines.contains("At the end there are 2 conflicts:"))
    #expect(!outcome.text.contains("\u{1B}"))
  }

  @Test func `reports about another incident are set aside, counted and listed`() throws {
    let folder = try TemporaryFolder()
    let siege = "Gunmen hold 40 people on the Karun Express at the Selim Tunnel, said Governor Adel Rahmani."
    let ferry = "Six people drowned when the Santa Lucia sank off Port Amaro, said Captain Joao Teles."
    for (name, day, text) in [("a", 11, siege), ("b", 12, siege + " It was dark."), ("f", 12, ferry)] {
      let report = "Title: Report \(name)\nDate: 2025-03-\(day)T12:00+00:00\n\n\(text)\n"
      _ = try folder.file("\(name).txt", Array(report.utf8))
    }
    let brief = try Program.run(["brief", folder.path])
    #expect(brief.errors.hasPrefix("sitboard: 1 report is about another incident and set aside"))
    #expect(brief.text.contains("1 report about another incident"))
    #expect(brief.text.contains("held") && !brief.text.contains("Teles"))
    let other = try Program.run(["brief", folder.path, "--incident", "lucia"])
    #expect(other.text.contains("Teles") && other.text.contains("2 reports about another incident"))
    #expect(try Program.run(["claims", folder.path]).text.contains("Teles"))
    let list = try Program.run(["incidents", folder.path]).text
    #expect(list.hasPrefix("1  attack, Selim Tunnel, 11 Mar 2025\n   2 reports  2025-03-11 to 2025-03-12"))
    #expect(list.contains("- Report f: 0 of "))
    let lines = try Program.run(["incidents", folder.path, "--format", "jsonl"]).text.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].contains(#"/a.txt","incident":1,"name":"attack, Selim Tunnel, 11 Mar 2025","sure":true}"#))
    #expect(lines[2].contains(#"/f.txt","incident":2,"name":"sinking, Port Amaro, 12 Mar 2025","sure":true}"#))
    let unknown = try Program.run(["brief", folder.path, "--incident", "zeppelin"])
    #expect(unknown.code == 64 && unknown.errors.contains("no incident is called \"zeppelin\"; there are: 1 attack"))
  }

  @Test func `without a path the built-in incident is read`() throws {
    let outcome = try Program.run(["events"])
    #expect(outcome.code == 0)
    let seeds = try FileManager.default.contentsOfDirectory(atPath: TwoDispatches.root.appending(path: "seeds").path)
      .filter { $0.hasSuffix(".txt") }
    let articles = outcome.text.split(separator: "\n").filter { $0.hasPrefix("{\"event\":\"article\"") }
    #expect(articles.count == seeds.count)
    for seed in seeds { #expect(outcome.text.contains("\"path\":\"\(seed)\"")) }
  }

  @Test func `events that are loaded back give the same bytes, the same claims and the same briefing`() throws {
    let path = try CommandTests.fixture(Fixture.events())
    let again = try Program.run(["events", path])
    #expect(again.output == (try Fixture.events()))
    for arguments in [
      ["brief"], ["brief", "--clock", "reported", "--width", "60"], ["claims"], ["claims", "--format", "jsonl"],
    ] {
      let first = try Program.run(arguments + [path])
      #expect(first.code == 0)
      #expect(try Program.run(arguments + ["-"], input: again.output).output == first.output)
    }
    let seeds = try Program.run(["events"])
    let copy = try TemporaryFolder().file("seeds.jsonl", seeds.output)
    #expect(try Program.run(["events", copy]).output == seeds.output)
    // All but the first line, in which the built-in incident is said to be an example.
    func brief(_ paths: [String]) throws -> ArraySlice<UInt8> {
      try Program.run(["brief"] + paths).output.drop { $0 != UInt8(ascii: "\n") }
    }
    #expect(try brief([copy]) == brief([]))
    #expect(try Program.run(["claims", copy]).output == (try Program.run(["claims"])).output)
  }

  @Test func `claims as JSON lines name the article as it was given, and quote the bytes of the span`() throws {
    let path = try CommandTests.fixture(Fixture.events())
    let outcome = try Program.run(["claims", "--format", "jsonl", path])
    let lines = outcome.output.split(separator: 0x0A)
    #expect(lines.count == 23)
    let text = try TwoDispatches.article().text
    for line in lines {
      guard let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any],
        let span = object["span"] as? [String: Int], let start = span["start"], let end = span["end"]
      else {
        Issue.record("no claim: \(String(decoding: line, as: UTF8.self))")
        continue
      }
      #expect(object["article"] as? String == "seeds/undated/two-dispatches.txt")
      #expect((object["quote"] as? String).map { Array($0.utf8) } == Array(text[start..<end]))
    }
    let undisclosed = outcome.text.split(separator: "\n").filter { $0.contains("undisclosed") }
    #expect(undisclosed.count == 1)
    #expect(undisclosed.first?.contains("\"low\":null,\"high\":null") == true)
  }

  @Test func `the table of claims has a line a claim with its place`() throws {
    let path = try CommandTests.fixture(Fixture.events())
    let lines = try Program.run(["claims", path]).text.split(separator: "\n")
    try #require(lines.count == 24)
    #expect(lines[0].hasPrefix("WHERE "))
    #expect(lines[2].hasPrefix("seeds/undated/two-dispatches.txt:1 "))
    #expect(lines[2].contains("  ~300 hostages held  "))
    #expect(lines[2].hasSuffix("  at about 300"))
    #expect(try Program.run(["claims", "--ascii", path]).output.allSatisfy { $0 < 0x80 })
  }

  @Test func `text is the file byte for byte on a pipe, and harmless on a terminal`() throws {
    let folder = try TemporaryFolder()
    let bytes = Array("\u{FEFF}Title: T\r\n\r\nA \u{1B}[31mtrain\u{202E}.\tEnd\u{7}".utf8)
    let path = try folder.file("a.txt", bytes)
    #expect(try Program.run(["text", path]).output == bytes)
    let terminal = try Program.shell("script -qec \"$SITBOARD text $1\" /dev/null", [path])
    #expect(terminal.code == 0)
    #expect(terminal.text.contains("A ?[31mtrain\u{FFFD}. End?"))
    #expect(CommandTests.isHarmless(terminal.text.replacing("\r\n", with: "\n")))
  }

  @Test func `text and explain find a built-in dispatch by the name that sources give it`() throws {
    let name = "01-train-stopped-at-tunnel.txt"
    let file = try Data(contentsOf: TwoDispatches.root.appending(path: "seeds/\(name)"))
    #expect(try Program.run(["text", name]).output == [UInt8](file))
    #expect(try Program.run(["explain", name + ":5"]).code == 0)
  }

  @Test func `text and explain want one article`() throws {
    let outcome = try Program.run(["text", "seeds"])
    #expect(outcome.code == 64)
    #expect(outcome.errors.hasPrefix("sitboard: seeds: holds "))
  }

  @Test func `a colon in a file's own name is no line number`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a:3", "A train stopped.\n")
    #expect(try Program.run(["explain", path]).code == 0)
  }

  @Test func `nothing that an article holds reaches the terminal but as characters`() throws {
    let path = try CommandTests.fixture(Fixture.hostileEvents())
    let article = try TemporaryFolder().file("a.txt", "The train \u{1B}[2J\u{202E}\u{9B}31m stopped, 30 killed.\n")
    for arguments in [
      ["brief", path], ["brief", "--width", "40", path], ["brief", "--ascii", path],
      ["brief", "--format", "markdown", path], ["brief", "--format", "json", path], ["claims", path],
      ["claims", "--ascii", path], ["claims", "--format", "jsonl", path], ["events", path], ["explain", path],
      ["explain", article], ["brief", article], ["claims", article], [path], ["--linear", path],
      ["--linear", "--ascii", path], ["--linear", article], ["diff", path], ["diff", "--format", "markdown", path],
      ["brief", "--format", "html", path], ["diff", "--format", "html", path], ["incidents", path],
      ["incidents", article], ["cast", path],
    ] {
      let outcome = try Program.run(arguments)
      #expect(outcome.code == 0, "\(arguments)")
      #expect(!outcome.output.isEmpty || arguments[0] == "explain")
      #expect(CommandTests.isHarmless(outcome.text), "\(arguments)")
      #expect(CommandTests.isHarmless(outcome.errors), "\(arguments)")
    }
  }

  @Test func `no name makes a line of its own in the replay`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("e.jsonl", Fixture.events(speaker: "Jan\npeople, held: 7 > 300\r2 of 2"))
    let outcome = try Program.run(["--linear", path])
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("Jan people, held: 7 > 300?2 of 2"))
    #expect(!outcome.text.split(separator: "\n").contains { $0.hasPrefix("people, held: 7") })
  }

  @Test func `standard input gives an article, and an option dates it`() throws {
    let outcome = try Program.run(
      ["events", "--date", "2025-03-12", "--timezone", "+05:00", "-"], input: Array("A train stopped.\n".utf8))
    #expect(outcome.code == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.text.contains(#""path":"-""#))
    #expect(
      outcome.text.contains(
        #""date":{"text":null,"from":"2025-03-12","to":"2025-03-12","precision":"day","by":false,"weekday":"Wed","offset":"+05:00"}"#
      ))
  }

  @Test func `a sub-folder is not entered`() throws {
    let outcome = try Program.run(["events", "seeds"])
    #expect(!outcome.text.contains("two-dispatches"))
    #expect(outcome.text.contains("\"path\":\"seeds/01-train-stopped-at-tunnel.txt\""))
  }

  @Test func `the help tells every exit code`() throws {
    let help = try Program.run(["--help"]).text.split(separator: "\n").joined(separator: " ")
    for code in SystemExit.allCases { #expect(help.contains("; \(code.rawValue) \(code.meaning)")) }
  }

  @Test func `on a terminal without UTF-8 lines are ASCII, and elsewhere they are as they were`() throws {
    let terminal = "script -qec \"env LC_ALL=C $SITBOARD $1 seeds/undated\" /dev/null < /dev/null"
    for command in ["brief", "claims", "diff", "explain", "incidents", "--linear", "text"] {
      let path = ["explain", "text"].contains(command) ? "/two-dispatches.txt" : ""
      let outcome = try Program.shell(terminal.replacingOccurrences(of: "undated", with: "undated\(path)"), [command])
      #expect(outcome.code == 0, "\(command): \(outcome.text)")
      #expect(outcome.output.allSatisfy { $0 < 0x80 }, "\(command)")
      #expect(!outcome.output.isEmpty)
    }
    let piped = try Program.shell("LC_ALL=C $SITBOARD brief seeds/undated | cat")
    #expect(piped.output == (try Program.run(["brief", "seeds/undated"]).output))
    #expect(!piped.output.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: ["dumb", "xterm-kitty-of-no-machine", "\u{1B}[2J", ""])
  func `a gate on a terminal that cannot show the board tells the briefing and what to do`(term: String) throws {
    let outcome = try Program.shell(
      "TERM=\"$1\" script -qec \"$SITBOARD gate --root $PWD/seeds/undated\" /dev/null < /dev/null", [term])
    #expect(outcome.code == 0, "\(outcome.text)")
    #expect(outcome.text.contains("the briefing follows; for the board: TERM=xterm-256color ssh -t"))
    #expect(outcome.text.contains("SITUATION BRIEFING"))
    #expect(!outcome.output.contains(0x1B))
    let follow = try Program.shell(
      "TERM=\"$1\" SSH_ORIGINAL_COMMAND=follow script -qec \"$SITBOARD gate --root $PWD/seeds/undated\" /dev/null"
        + " < /dev/null", [term])
    #expect(follow.code == 69)
    #expect(follow.text.contains("to follow: TERM=xterm-256color ssh -t … follow desk"))
  }

  @Test func `help and version go to standard output`() throws {
    for arguments in [["--help"], ["help"], ["brief", "--help"], ["help", "claims"], ["--version"]] {
      let outcome = try Program.run(arguments)
      #expect(outcome.code == 0)
      #expect(outcome.errors.isEmpty)
      #expect(!outcome.output.isEmpty)
    }
  }

  @Test(arguments: [
    ("command-reference", "docs/commands.md"), ("key-reference", "docs/keys.md"),
    ("rule-reference", "docs/rules.md"), ("screen-reference", "docs/screens.md"),
  ])
  func `a page made from the program is as the program is`(command: String, page: String) throws {
    let outcome = try Program.run([command])
    let file = try Data(contentsOf: TwoDispatches.root.appending(path: page))
    #expect(outcome.output == [UInt8](file), "\(page) is old: sitboard \(command) > \(page)")
  }
}
