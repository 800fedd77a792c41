import Formats
import Situation
import Testing

@Suite struct MomentRestoringTests {
  static func restored(
    _ precision: Moment.Precision, by: Bool = false, _ from: String?, _ to: String?, _ weekday: Weekday? = nil
  ) -> Moment? {
    Moment.restored(
      precision: precision, isBy: by, text: nil, from: from, to: to, weekday: weekday, offset: .zero)
  }

  @Test func `parts that contradict one another make no moment`() {
    #expect(MomentRestoringTests.restored(.day, nil, nil) == nil)
    #expect(MomentRestoringTests.restored(.day, nil, "2025-03-12") == nil)
    #expect(MomentRestoringTests.restored(.day, by: true, "2025-03-12", "2025-03-12") == nil)
    #expect(MomentRestoringTests.restored(.days, "2025-03-13", "2025-03-12") == nil)
    #expect(MomentRestoringTests.restored(.day, "2025-03-12T10:00Z", "2025-03-12T10:00Z") == nil)
    #expect(MomentRestoringTests.restored(.instant, "2025-03-12", "2025-03-12") == nil)
    #expect(MomentRestoringTests.restored(.instant, "2025-03-12T10:00Z", "2025-03-12T11:00Z") == nil)
    #expect(MomentRestoringTests.restored(.partOfDay, "2025-03-12T11:00Z", "2025-03-12T10:00Z") == nil)
    #expect(MomentRestoringTests.restored(.weekday, nil, nil) == nil)
    #expect(MomentRestoringTests.restored(.weekday, nil, "2025-03-12", .wednesday) == nil)
    #expect(MomentRestoringTests.restored(.unknown, nil, nil, .wednesday) == nil)
    #expect(MomentRestoringTests.restored(.unknown, by: true, nil, nil) == nil)
  }

  @Test func `an instant without a zone is no instant`() {
    #expect(MomentRestoringTests.restored(.instant, "2025-03-12T10:00", "2025-03-12T10:00") == nil)
    #expect(MomentRestoringTests.restored(.instant, "2025-03-12T10:00-03:30", "2025-03-12T10:00-03:30") != nil)
  }

  @Test(arguments: [
    (#"{"from":"2025-03-12","to":"2025-03-12","offset":"+05:00"}"#, "day"),
    (#"{"from":"2025-03-11","to":"2025-03-12"}"#, "days"),
    (#"{"from":"2025-03-12T10:00Z","to":"2025-03-12T10:00Z"}"#, "instant"),
    (#"{"from":"2025-03-12T06:00Z","to":"2025-03-12T12:00Z"}"#, "part of day"),
    (#"{"to":"2025-03-12","by":true}"#, "day"),
    (#"{"text":"Wednesday","weekday":"Wed"}"#, "weekday"),
    (#"{}"#, "unknown"),
  ])
  func `the ends tell the precision where it is left out`(moment: String, precision: String) throws {
    let digest = String(repeating: "a", count: 64)
    let identity = #""article_id":{"digest":"\#(digest)","story":1}"#
    let lines = [
      #"{"sitboard":"events","version":1}"#,
      #"{"event":"article",\#(identity),"path":"p","date":{},"body":{"start":0,"end":2},"text":"ab"}"#,
      #"{"event":"claim",\#(identity),"index":0,"kind":"condition","object":"train","standing":"current","#
        + #""happened":\#(moment),"reported":{},"span":{"start":0,"end":1},"quote":"a","rule":"r"}"#,
    ]
    let (entries, _, damage, _) = EventLines.read(Array(lines.joined(separator: "\n").utf8))
    #expect(damage.isEmpty)
    #expect(entries.first?.claims.first?.happened.precision.rawValue == precision)
  }
}
