import Formats
import Situation
import Testing

@Suite struct ClaimLineTests {
  static let text = Array("Officials said at least 30 terrorists were killed in Bolan on Wednesday.".utf8)
  static let id = ArticleID(digest: String(repeating: "0", count: 64))
  static let karachi = UTCOffset(minutes: 300) ?? .zero

  static func article() throws -> Article {
    Article(
      id: id, path: "dir/a \"b\".txt",
      date: try #require(Moment.parse("2025-03-12T14:10+05:00", defaultOffset: .zero)), text: text)
  }

  @Test func `a count has the fields of the format in their order, and null where the text says nothing`() throws {
    let day = try #require(Moment.parse("2025-03-12", defaultOffset: ClaimLineTests.karachi)).said(as: "Wednesday")
    let claim = Claim(
      .count(Count(.killed, "terrorists", .attackers, .atLeast(30))),
      speaker: Speaker(role: "officials", side: .state), happened: day, reported: try ClaimLineTests.article().date,
      receipt: Receipt(article: ClaimLineTests.id, span: 15..<49, rule: "count-of-people"))
    let line = String(
      decoding: JSONWriter.bytes(ClaimLine.value(claim, in: try ClaimLineTests.article(), index: 7)), as: UTF8.self)
    #expect(
      line == #"{"article":"dir/a \"b\".txt","kind":"count","status":"killed","subject":"terrorists","#
        + #""subject_class":"attackers","low":30,"high":null,"qualifier":"at least","standing":"current","#
        + #""speaker":{"name":null,"role":"officials","organisation":null,"anonymous":false,"side":"state"},"#
        + #""happened":{"text":"Wednesday","from":"2025-03-12","to":"2025-03-12","precision":"day","by":false,"#
        + #""weekday":"Wed","offset":"+05:00"},"#
        + #""reported":{"text":null,"from":"2025-03-12T14:10+05:00","to":"2025-03-12T14:10+05:00","#
        + #""precision":"instant","by":false,"weekday":"Wed","offset":"+05:00"},"#
        + #""place":null,"part_of":null,"sure":true,"doubt":null,"span":{"start":15,"end":49},"quote":"at least 30 terrorists were killed","#
        + #""rule":"count-of-people","form":"atLeast","scope":"total","cause":null,"#
        + #""digest":"0000000000000000000000000000000000000000000000000000000000000000","story":1,"index":7}"#)
  }

  @Test func `in a text without a date the ends are null and the weekday stays`() throws {
    let claim = Claim(
      .count(Count(.killed, "passengers", .people, .undisclosed())),
      happened: .weekday(.wednesday, text: "Wednesday").by,
      receipt: Receipt(article: ClaimLineTests.id, span: 0..<9, rule: "r"))
    let line = String(
      decoding: JSONWriter.bytes(ClaimLine.value(claim, in: try ClaimLineTests.article(), index: 7)), as: UTF8.self)
    #expect(line.contains(#""low":null,"high":null,"qualifier":null"#))
    #expect(line.contains(#""speaker":null"#))
    #expect(
      line.contains(
        #""happened":{"text":"Wednesday","from":null,"to":null,"precision":"weekday","by":true,"weekday":"Wed","#))
  }
}
