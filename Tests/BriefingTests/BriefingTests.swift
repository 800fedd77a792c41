import Briefing
import Formats
import LineExamples
import Situation
import Testing

@Suite struct BriefingTests {
  static func text(_ options: BriefingOptions = BriefingOptions()) throws -> String {
    Briefing.text(try TwoDispatches.store(), options)
  }

  /// The lines of a section, its heading left out.
  static func section(_ heading: String, of text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("─ \(heading)") }) else { return "" }
    return lines[(start + 1)...].prefix { !$0.hasPrefix("─ ") && !$0.isEmpty }.joined(separator: "\n")
  }

  @Test func `the title, the number, the as-of, the clock and the period come first`() throws {
    let lines = try BriefingTests.text().split(separator: "\n").prefix(7)
    #expect(
      Array(lines) == [
        "SITUATION BRIEFING: train hijacked, Bolan district, Balochistan",
        "Number: 22, the events that are in",
        "As of: the end of the text, which gives no date",
        "Clock: happened (when it was so)",
        "Period covered: Tue, Wed, of a week that is not given",
        "Read: 1 article, 23 of 23 claims, 22 current, 1 background; the article is",
        "  undated, its weekdays stand as written",
      ])
  }

  @Test(arguments: Count.Status.allCases)
  func `every status that is read is told with its figure`(_ status: Count.Status) {
    let id = ArticleID(digest: "57a705")
    var store = EventStore()
    let isStrength = status == .strength
    store.append(
      Article(id: id, path: "status.txt", text: Array("an invented story".utf8)),
      claims: [
        Claim(
          .count(
            Count(
              status, isStrength ? "attackers" : "people", isStrength ? .attackers : .people, .exactly(4321))),
          receipt: Receipt(article: id, span: 0..<2, rule: "test"))
      ])
    let text = Briefing.text(store, BriefingOptions())
    let told = text.split(separator: "\n").filter { $0.contains(status.rawValue) && $0.contains("4321") }
    #expect(!told.isEmpty, "\(status)")
  }

  @Test func `the scene has the name of what the claims speak of`() {
    let id = ArticleID(digest: "5ce7e")
    var store = EventStore()
    store.append(
      Article(id: id, path: "scene.txt", text: Array("an invented story".utf8)),
      claims: [("ferry", "capsized"), ("car deck", "flooded")].map { object, state in
        Claim(
          .condition(Condition(object: object, state: state)), receipt: Receipt(article: id, span: 0..<2, rule: "test"))
      })
    let text = Briefing.text(store, BriefingOptions())
    #expect(text.hasPrefix("SITUATION BRIEFING: ferry capsized"))
    let scene = BriefingTests.section("FERRY", of: text)
    #expect(scene.contains("ferry") && scene.contains("capsized"))
    #expect(scene.contains("car deck") && scene.contains("flooded"))
  }

  @Test func `highlights stand above everything else, and conflicts have their terms, speakers and lines`() throws {
    let text = try BriefingTests.text()
    let conflicts = BriefingTests.section("CONFLICTS (2)", of: text)
    #expect(
      conflicts.contains(
        """
         !2  OVER BY ~40, at odds: rescued 190 (unattributed, by Wed [4]) + held ~300
             (officials, Wed [1]) = ~490, but aboard ~450 (unattributed, Tue [4]).
        """))
    #expect(conflicts.contains("= ~650, but aboard ~450"))
    let highlights = BriefingTests.section("HIGHLIGHTS", of: text)
    #expect(highlights.contains(" !2  OVER BY ~40: rescued 190 + held ~300 = ~490 but aboard ~450\n"))
    #expect(highlights.contains(" ?   2 things mentioned without a figure\n"))
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("─ ") }.map { $0.split(separator: " ")[1] }
    #expect(
      headings == [
        "BOTTOM", "HIGHLIGHTS", "PEOPLE", "TRAIN", "FORCES", "ON", "STATEMENTS", "CONFLICTS", "WITHOUT", "TIMELINE",
        "BACKGROUND,",
        "SOURCES", "MARKS",
      ])
  }

  @Test
  func `people are told with figure, speaker, day, line and conflicts, and what nobody reports is a question mark`()
    throws
  {
    let people = BriefingTests.section("PEOPLE", of: try BriefingTests.text())
    for line in [
      " held           ~300  officials, Wed [1] !1 !2",
      " rescued         190  unattributed, by Wed [4] !2",
      " safe           ~350  Rana Dilawar, district police officer, day not",
      "                      given [8] !1",
      " aboard         ~450  unattributed, Tue [4] !1 !2",
      " killed            ?  not reported",
      " injured           ?  not reported",
      " critical          1  the officials, day not given [11]",
      "                      driver only; no total is reported",
      "   of them driver  1  the officials, day not given [11]",
    ] {
      #expect(people.split(separator: "\n").contains(Substring(line)), "\(line)\n\(people)")
    }
    #expect(people.contains("Ledger: 190 rescued + ~300 held = ~490 of ~450 aboard: ~40 over [1, 4]."))
    let flowing = people.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
    #expect(flowing.contains("Figures by state and unattributed; killed not given."))
    #expect(flowing.contains("every \"about\" widened by a tenth: from 115 over to 35 unaccounted for."))
  }

  @Test func `the train, the forces, what was said and what is not reported are all told`() throws {
    let text = try BriefingTests.text()
    let train = BriefingTests.section("TRAIN", of: text)
    for part in [
      "from Quetta to Peshawar", " coaches  9 (the officials", "hijacked (unattributed, Tue [4])", "blown up",
      "part of the train inside", "critical, gunfire", "Where along the train these lie is not reported.",
    ] { #expect(train.contains(part), "\(part)") }
    let forces = BriefingTests.section("FORCES", of: text)
    for part in [
      "SECURITY FORCES", "ATTACKERS", "killed           ?  mentioned without a number: three security officials,",
      "strength  hundreds  officials, Wed [1]", "killed         ≥30  unattributed, by Wed [4]",
      "helicopters backing the forces (Shahid Rind, government spokesman, Wed [3])", "equipment: explosive vests",
    ] { #expect(forces.contains(part), "\(part)\n\(forces)") }
    let said = BriefingTests.section("STATEMENTS", of: text)
    for part in [
      "responsibility: claims the attack (BLA", "offer: prisoner swap (BLA",
      "answer by government: no response so far (unattributed, by Wed [6])",
      "label: “an act of terrorism” (Shahid Rind, government spokesman, Wed [3])",
    ] { #expect(said.contains(part), "\(part)") }
    let gaps = BriefingTests.section("WITHOUT A NUMBER", of: text)
    #expect(gaps.contains("security personnel killed: mentioned without a figure"))
    #expect(gaps.contains("people by coach"))
    #expect(gaps.contains("nobody gives a number of: killed, injured"))
  }

  @Test func `each number in brackets is a line of an article under the sources`() throws {
    let text = try BriefingTests.text()
    let sources = BriefingTests.section("SOURCES", of: text)
    #expect(sources.hasPrefix(" seeds/undated/two-dispatches.txt: undated\n    [1] line 1, [2] line 2,"))
    let cited = Set(
      text.matches(of: /\[(\d+(?:, \d+)*)\]/).flatMap { $0.1.split(separator: ", ") }.compactMap { Int($0) })
    let listed = sources.matches(of: /\[(\d+)\] line \d+/).compactMap { Int($0.1) }
    #expect(listed == Array(1...listed.count))
    #expect(cited == Set(listed))
  }

  @Test func `what one side calls the other is told in the board's own words`() throws {
    let text = try BriefingTests.text().lowercased()
    // The claim's subject is "terrorists"; the label stands in quotation marks.
    #expect(!text.contains("terrorists"))
    #expect(text.contains("strength: hundreds of attackers"))
    #expect(text.contains("“an act of terrorism”"))
  }

  @Test func `the same claims give the same bytes`() throws {
    let first = try BriefingTests.text()
    for _ in 0..<5 { #expect(try BriefingTests.text() == first) }
  }

  @Test func `a briefing of events that were loaded is the briefing of the store that wrote them`() throws {
    let store = try TwoDispatches.store()
    var bytes: [UInt8] = []
    EventLines.write(store) { bytes += $0 }
    var loaded = EventStore()
    for entry in EventLines.read(bytes).entries { loaded.append(entry.article, claims: entry.claims) }
    for clock in Clock.allCases {
      let options = BriefingOptions(clock: clock)
      #expect(Briefing.text(loaded, options) == Briefing.text(store, options))
      #expect(Briefing.json(loaded, options) == Briefing.json(store, options))
      for included in 0...store.replayCount {
        #expect(
          Board(loaded, included: included, clock: clock) == Board(store, included: included, clock: clock))
      }
    }
  }

  @Test func `no line is wider than asked at any width, and nothing is lost but in words longer than a line`() throws {
    let store = try TwoDispatches.store()
    let words = { (text: String) in text.split { $0 == " " || $0 == "\n" }.filter { !$0.allSatisfy { $0 == "─" } } }
    let reference = words(Briefing.text(store, BriefingOptions(width: 200)))
    for width in BriefingWidth.range {
      let text = Briefing.text(store, BriefingOptions(width: width))
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= width })
      #expect(words(text) == reference)
    }
    #expect(BriefingOptions(width: 1000).width == 200)
    #expect(BriefingOptions(width: 1).width == 40)
  }

  @Test func `with ASCII marks there is nothing but ASCII`() throws {
    let text = try BriefingTests.text(BriefingOptions(marks: .ascii))
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(text.contains("killed        >=30"))
    #expect(text.contains("<=Wed"))
    #expect(text.contains("\"an act of terrorism\""))
  }

  @Test func `nothing read is told as nothing`() {
    let text = Briefing.text(EventStore(), BriefingOptions())
    #expect(text.hasPrefix("SITUATION BRIEFING: no claims\nNumber: 0, the events that are in\nAs of: no claim\n"))
    #expect(text.contains("Read: 0 articles, 0 of 0 claims\n"))
    #expect(text.contains(" held     ?  not reported\n"))
  }

  @Test func `as JSON a figure that nobody gives is null`() throws {
    let json = Briefing.json(try TwoDispatches.store(), BriefingOptions())
    _ = try JSONParser.parse(Array(json.utf8))
    #expect(
      json.contains(
        #"{"kind":"figure","label":"killed","part":false,"low":null,"high":null,"form":null,"qualifier":null"#))
    #expect(json.contains(#"{"kind":"figure","label":"held","part":false,"low":300,"high":300,"form":"about""#))
    #expect(json.contains(#"{"number":1,"file":"seeds/undated/two-dispatches.txt","line":1}"#))
  }

  @Test func `as Markdown no sign is taken for markup`() throws {
    let markdown = Briefing.markdown(try TwoDispatches.store(), BriefingOptions())
    #expect(markdown.hasPrefix("# SITUATION BRIEFING: train hijacked, Bolan district, Balochistan\n"))
    #expect(markdown.contains("- held **\\~300**\n  - officials, Wed \\[1\\] \\!1 \\!2\n"))
  }
}
