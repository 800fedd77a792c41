import Briefing
import Situation
import Testing

@Suite struct OnePageTests {
  private static func page(_ store: EventStore, since: Since? = nil, width: Int = 80) -> String {
    Briefing.text(store, BriefingOptions(width: width, extent: .page, since: since))
  }

  /// The words of a page, however its lines are broken.
  private static func flowing(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  @Test func `the bottom line comes first and gives each account its figure with who says so`() throws {
    let text = OnePageTests.page(try DatedBriefingTests.store())
    let lines = text.split(separator: "\n")
    #expect(lines.dropFirst(2).first?.hasPrefix("─ BOTTOM LINE ─") == true)
    let flowing = OnePageTests.flowing(text)
    #expect(flowing.contains("killed 21 (military) against 10 (BLA, 41h old)"), "\(text)")
    #expect(flowing.contains("disputed killed 21 (military), but 10 (BLA)"), "\(text)")
    #expect(flowing.contains("not known how many people were injured"), "\(text)")
    #expect(flowing.contains("next last report 13 Mar 08:00"), "\(text)")
  }

  @Test func `each figure of the page leads to the line of the article that it was printed in`() throws {
    let text = OnePageTests.page(try DatedBriefingTests.store())
    #expect(text.contains(" killed   21  military, 13 Mar 08:00 [4] !1\n"), "\(text)")
    #expect(text.contains("   or     10  BLA, 11 Mar 15:00 [1] !1\n"), "\(text)")
    #expect(text.contains("[1] early.txt:2; [2, 3] middle.txt:1,2; [4] late.txt:1"), "\(text)")
  }

  @Test func `what changed is told where the page is compared with an earlier time`() throws {
    let store = try DatedBriefingTests.store()
    let flowing = OnePageTests.flowing(
      OnePageTests.page(store, since: .moment(try DatedBriefingTests.moment("2025-03-12"))))
    #expect(flowing.contains("─ WHAT CHANGED ─"))
    #expect(flowing.contains("contradicted CONTRADICTION: killed 21 (military"), "\(flowing)")
    #expect(!OnePageTests.page(store).contains("WHAT CHANGED"))
  }

  @Test func `in one line stand the dead, who counts them, and how many figures contradict one another`() throws {
    let line = Briefing.line(try DatedBriefingTests.store(), BriefingOptions())
    #expect(line.hasSuffix("\n") && line.dropLast().allSatisfy { $0 != "\n" })
    #expect(line.contains("killed 21 (military) against 10 (BLA)"), "\(line)")
    #expect(line.contains("2 contradictions; last report 13 Mar 08:00"), "\(line)")
  }

  @Test(arguments: [1, 40, 5000])
  func `the one line is never longer than two hundred characters, whatever names are in it`(length: Int) throws {
    let name = String(repeating: "x\u{202E}é", count: length)
    let id = ArticleID(digest: String(repeating: "f", count: 64))
    var store = EventStore()
    let statuses: [Count.Status] = [.held, .killed, .missing, .rescued, .injured, .aboard]
    store.append(
      Article(id: id, path: name, title: name, outlet: name, text: Array("text".utf8)),
      claims: [
        Claim(
          .condition(Condition(object: "train", state: name)), receipt: Receipt(article: id, span: 0..<4, rule: "r"))
      ]
        + statuses.enumerated().map { index, status in
          Claim(
            .count(Count(status, "people", .people, .exactly(index + 3))),
            speaker: Speaker(name: name, role: name, side: .other), place: Place(name),
            receipt: Receipt(article: id, span: 0..<4, rule: "r"))
        })
    let line = Briefing.line(store, BriefingOptions())
    #expect(line.dropLast().count <= 200)
    #expect(!line.unicodeScalars.contains("\u{202E}"))
    #expect(line.dropLast().allSatisfy { $0 != "\n" })
  }

  @Test func `with nothing read the page says that nothing is known`() {
    let text = OnePageTests.page(EventStore())
    #expect(text.contains("No figure is reported."))
    #expect(Briefing.line(EventStore(), BriefingOptions()).hasPrefix("no incident is told of"))
  }

  @Test func `a number in brackets that an article has is not taken for a reference`() throws {
    let id = ArticleID(digest: String(repeating: "a", count: 64))
    var store = EventStore()
    store.append(
      Article(id: id, path: "a.txt", text: Array("text".utf8)),
      claims: [
        Claim(
          .count(Count(.killed, "people", .people, .exactly(3))), speaker: Speaker(role: "officer [1]", side: .state),
          receipt: Receipt(article: id, span: 0..<4, rule: "r"))
      ])
    #expect(OnePageTests.page(store).contains("officer \\[1]"))
  }
}
