import Foundation
import Formats
import LineExamples
import Situation
import Testing

@Suite struct ActLineTests {
  private func store() -> EventStore {
    var store = EventLinesTests.small()
    store.append(OperatorEntries.all(on: store.reference(to: EventID(1))))
    return store
  }

  private func loaded(_ lines: [UInt8]) -> EventStore {
    let (entries, acts, _, _) = EventLines.read(lines)
    var store = EventLinesTests.store(entries)
    store.append(acts)
    return store
  }

  @Test func `every act that is written and loaded is the same act, and the same bytes again`() {
    let store = store()
    let bytes = EventLinesTests.lines(store)
    #expect(EventLines.read(bytes).damage.isEmpty)
    let again = loaded(bytes)
    #expect(again.acts == OperatorEntries.all(on: store.reference(to: EventID(1))))
    #expect(again.events == store.events)
    #expect(EventLinesTests.lines(again) == bytes)
  }

  @Test func `acts that come before the articles give the same lines`() {
    let store = store()
    var turned = EventStore()
    turned.append(store.acts)
    for article in store.articles {
      turned.append(
        article, claims: store.events.filter { $0.act == nil }.map(\.claim).filter { $0.receipt.article == article.id })
    }
    #expect(EventLinesTests.lines(turned) == EventLinesTests.lines(store))
  }

  @Test func `a retraction is written as the formats say`() {
    let article = ArticleID(digest: String(repeating: "a", count: 64))
    let claim = ClaimReference(article: article, span: 10..<14, rule: "held", ordinal: 1)
    var store = EventStore()
    store.append([OperatorEntries.entry(3, .retract(claim), text: "of another train")])
    let line = EventLinesTests.textLines(EventLinesTests.lines(store))[1]
    #expect(
      line == #"{"event":"act","article_id":{"digest":"\#(OperatorEntries.journal)","story":3},"#
        + #""author":"watch \u202eofficer","at":"2025-03-13T09:00:07+05:00","text":"of another train","#
        + #""act":"retract","claim":{"article_id":{"digest":"\#(article.digest)","story":1},"#
        + #""span":{"start":10,"end":14},"rule":"held","ordinal":1}}"#)
  }

  @Test(arguments: [
    (#""story":3"#, #""story":0"#), (#""at":"2025-03-13T09:00:07+05:00""#, #""at":"2025-03-13T09:00:07""#),
    (#""at":"2025-03-13T09:00:07+05:00""#, #""at":"2025-03-13""#), (#""text":"why""#, #""text":"""#),
    (#""act":"retract""#, #""act":"erase""#), (#""start":10"#, #""start":14"#), (#""ordinal":1"#, #""ordinal":-1"#),
  ]) func `an act that is not what it should be is refused`(right: String, wrong: String) throws {
    let claim = ClaimReference(
      article: ArticleID(digest: String(repeating: "a", count: 64)), span: 10..<14, rule: "held", ordinal: 1)
    var store = EventStore()
    store.append([OperatorEntries.entry(3, .retract(claim), text: "why")])
    var lines = EventLinesTests.textLines(EventLinesTests.lines(store))
    let place = try #require(lines[1].range(of: right))
    lines[1].replaceSubrange(place, with: wrong)
    let read = EventLinesTests.read(lines)
    #expect(read.acts.isEmpty)
    #expect(read.damage.map(\.line) == [2])
  }
}
