import Briefing
import Formats
import Situation
import Testing

@Suite struct HostileBriefingTests {
  static let poison = "\u{1B}[2J\u{7}\u{9B}31m\u{202E}evil\u{2066}\u{200B}\u{FEFF}\u{E0041}\r\n\u{85}\u{2028}x"

  /// Every field that a stranger can fill is filled with what a terminal would obey.
  static func store(_ poison: String = poison) -> EventStore {
    var store = EventStore()
    let id = ArticleID(digest: String(repeating: "a", count: 64))
    let text = Array("Title: \(poison)\n\n\(poison)".utf8)
    var article = Article(id: id, path: poison, title: poison, outlet: poison, url: poison, text: text)
    article.notices = [poison]
    let speaker = Speaker(name: poison, role: poison, organisation: poison, isAnonymous: true, side: .other)
    let moment = Moment.weekday(.monday, text: poison)
    let figures: [Figure] = [
      .about(300, poison), Figure(low: 2, high: nil, form: .vague, qualifier: poison), .undisclosed(poison),
    ]
    var contents: [Claim.Content] = figures.flatMap { figure in
      Count.SubjectClass.allCases.map { .count(Count(.killed, poison, $0, figure, cause: poison)) }
    }
    contents += figures.map { .count(Count(.killed, "people", .people, $0)) }
    contents.append(.count(Count(.aboard, "people", .people, .exactly(5))))
    for act in Statement.Act.allCases { contents.append(.statement(Statement(act: act, by: poison, content: poison))) }
    for object in ["train", "track", "tunnel", "coach 2", poison] {
      contents.append(.condition(Condition(object: object, state: poison, number: 3)))
    }
    for subject in ["train", poison] {
      contents.append(
        .movement(Movement(subject: subject, action: poison, figure: figures[1], from: poison, to: poison, by: poison)))
    }
    for side in Deployment.Side.allCases {
      contents.append(.deployment(Deployment(side: side, unit: poison, action: poison, equipment: poison)))
    }
    store.append(
      article,
      claims: contents.enumerated().map { index, content in
        Claim(
          content, standing: index % 7 == 6 ? .background : .current, speaker: speaker, happened: moment,
          reported: moment, place: Place(poison),
          receipt: Receipt(article: id, span: 7..<7 + poison.utf8.count, rule: poison))
      })
    return store
  }

  static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || SafeText.replacement(for: scalar) == nil
  }

  @Test func `no control character and no bidirectional control of an article is in any form of the briefing`() {
    let store = HostileBriefingTests.store()
    for marks in GlyphSet.allCases {
      for width in [40, 41, 80, 200] {
        let options = BriefingOptions(width: width, marks: marks)
        let text = Briefing.text(store, options)
        #expect(text.unicodeScalars.allSatisfy(HostileBriefingTests.isHarmless))
        #expect(text.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= width })
        #expect(marks == .unicode || text.utf8.allSatisfy { $0 < 0x80 })
      }
      let options = BriefingOptions(marks: marks)
      #expect(Briefing.markdown(store, options).unicodeScalars.allSatisfy(HostileBriefingTests.isHarmless))
      #expect(Briefing.json(store, options).unicodeScalars.allSatisfy(HostileBriefingTests.isHarmless))
    }
  }

  @Test func `nor in the table of claims, where each claim stays on its line`() {
    let store = HostileBriefingTests.store()
    for marks in GlyphSet.allCases {
      let table = ClaimTable.text(store, marks: marks)
      #expect(table.unicodeScalars.allSatisfy(HostileBriefingTests.isHarmless))
      #expect(table.split(separator: "\n").count == store.events.count + 1)
    }
  }

  @Test func `words longer than a line and wide characters keep to the width`() {
    for poison in [
      String(repeating: "x", count: 500), String(repeating: "漢", count: 300),
      "e" + String(repeating: "\u{301}", count: 50),
    ] {
      let store = HostileBriefingTests.store(poison)
      for width in [40, 63, 80, 200] {
        let text = Briefing.text(store, BriefingOptions(width: width))
        for line in text.split(separator: "\n") {
          let columns = line.unicodeScalars.reduce(0) { sum, scalar in
            sum + (scalar.value == 0x301 ? 0 : (0x4E00...0x9FFF).contains(scalar.value) ? 2 : 1)
          }
          #expect(columns <= width, "\(line)")
        }
      }
    }
  }

  /// The only line that is cited is the third; the forged references have its number.
  @Test(arguments: [
    "zz [1] zz", "zz [1, 1] zz", "zz [ 1 ] zz", "zz [\u{A0}1] zz", "zz \u{FF3B}1\u{FF3D} zz", "zz [l] zz",
  ]) func `a number in brackets that an article holds neither looks like a reference nor is one`(_ poison: String) {
    let store = HostileBriefingTests.store(poison)
    // "zz" stands before the bracket in every field of an article.
    func isForged(_ text: String, by marks: [String]) -> Bool {
      let text = text.replacing("&nbsp;", with: " ").replacing("\u{A0}", with: " ").replacing("\n", with: " ")
      return marks.contains { text.contains("zz " + $0) }
    }
    let options = BriefingOptions(width: 200, since: .beginning)
    for text in [Briefing.text(store, options), Briefing.changes(store, options, as: .text)] {
      #expect(text.contains(" [1]"), "a reference of our own")
      #expect(!isForged(text, by: ["[", "\u{FF3B}"]), "\(text)")
      #expect(isForged(text, by: ["\\[", "\\\u{FF3B}"]), "\(text)")
    }
    // In Markdown "\\\[" is read as "\[".
    let markdown = Briefing.markdown(store, options)
    #expect(markdown.contains(" \\[1\\]"))
    #expect(!isForged(markdown, by: ["[", "\\[", "\u{FF3B}", "\\\u{FF3B}"]), "\(markdown)")
    let page = Briefing.html(store, options)
    #expect(page.contains("[<a href=\"#r1\">1</a>]"))
    #expect(!isForged(page, by: ["[", "\u{FF3B}", "\\[<", "\\[ <"]), "\(page)")
  }

  @Test(arguments: ["zz !1 zz", "zz !12 zz", "zz ! 1 zz", "zz \u{FF01}1 zz", "zz \u{01C3}1 zz"])
  func `an exclamation mark before a number that an article holds does not look like a conflict`(_ poison: String) {
    let store = HostileBriefingTests.store(poison)
    let options = BriefingOptions(width: 200, since: .beginning)
    for extent in BriefingExtent.allCases where extent != .line {
      var options = options
      options.extent = extent
      let text = Briefing.text(store, options).replacing("\u{A0}", with: " ").replacing("\n", with: " ")
      #expect(text.contains("zz \\"), "\(text)")
      #expect(!text.contains(poison), "\(text)")
    }
  }

  @Test func `in JSON the references are numbers beside the words`() throws {
    let store = HostileBriefingTests.store("zz [7] zz")
    let json = Briefing.json(store, BriefingOptions())
    guard case .object(let briefing) = try JSONParser.parse(Array(json.utf8)),
      case .array(let sections)? = briefing.first(where: { $0.name == "sections" })?.value
    else {
      Issue.record("not an object with sections: \(json)")
      return
    }
    func members(_ value: JSONValue, _ name: String) -> [JSONValue] {
      guard case .object(let members) = value,
        case .array(let values)? = members.first(where: { $0.name == name })?.value
      else { return [] }
      return values
    }
    let items = sections.flatMap { members($0, "items") }
    let numbers = items.flatMap { item -> [JSONValue] in
      let details = members(item, "detail_references").flatMap { value -> [JSONValue] in
        guard case .array(let numbers) = value else { return [] }
        return numbers
      }
      return members(item, "references") + details
    }
    #expect(numbers.count > 20)
    #expect(Set(numbers) == [.integer(1)])
    #expect(json.contains(#"zz \\[7] zz"#))
    #expect(!json.contains(#""text":"zz [7]"#))
  }

  @Test func `a word of an article is no markup in the Markdown`() {
    let store = HostileBriefingTests.store("<script>alert(1)</script> [x](javascript:y) **b** `c` |d| # e")
    let markdown = Briefing.markdown(store, BriefingOptions())
    #expect(!markdown.contains(/(^|[^\\])</))
    #expect(!markdown.contains(/(^|[^\\])\]\(/))
    #expect(!markdown.contains(/(^|[^\\])`/))
  }
}
