import Intake
import Situation
import Testing

@testable import sitboard

@Suite struct HeldTextTests {
  private func feed(_ numbers: some Sequence<Int>) -> [Article] {
    let items = numbers.map { "<item><title>Report \($0)</title><description>Coach \($0) stands.</description></item>" }
    let text = "<rss><channel><title>Desk</title>\(items.joined())</channel></rss>"
    return Intake.load([(name: "feed.xml", bytes: Array(text.utf8))]).entries.map(\.article)
  }

  @Test func `of a feed that has one new item first no more is held than that item, at its place`() throws {
    let new = try #require(feed((0..<100).reversed()).first)
    var texts = HeldTexts([new])
    let held = texts.held(new)
    #expect(held.text.count < new.text.count / 50)
    #expect(held.body == new.body && held.titleSpan == new.titleSpan && held.id == new.id)
    #expect(held.quote(held.body) == "Coach 99 stands.\n")
    #expect(held.titleSpan.map(held.quote) == "Report 99")
    #expect(held.line(of: held.body.lowerBound) == new.line(of: new.body.lowerBound))
  }

  @Test func `what came together shares one text, and a new item at the end keeps the whole`() throws {
    let all = feed(0..<100)
    let new = Array(all.prefix(2))
    var texts = HeldTexts(new)
    let held = new.map { texts.held($0) }
    #expect(held[0].text == held[1].text)
    #expect(held.map { $0.quote($0.body) } == ["Coach 0 stands.\n", "Coach 1 stands.\n"])
    let last = try #require(all.last)
    var whole = HeldTexts([last])
    #expect(whole.held(last).text == last.text)
  }
}
