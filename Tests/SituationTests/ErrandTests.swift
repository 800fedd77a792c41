import Testing

@testable import Situation

@Suite struct ErrandTests {
  @Test(arguments: [
    ("relief train", Errand.help), ("ambulances", .help), ("12 paramedics", .help), ("fire engines", .help),
    ("helicopter with the wounded", .help), ("bodies of 12 soldiers", .casualties), ("injured", .casualties),
    ("the dead", .casualties),
  ])
  func `what somebody is on the way for is told by whole words of the subject`(_ subject: String, _ errand: Errand) {
    #expect(Errand(subject: subject) == errand)
  }

  @Test(arguments: ["train", "passengers", "nursery teachers", "bodyguards", "deadline", ""])
  func `other subjects have no errand`(_ subject: String) { #expect(Errand(subject: subject) == nil) }
}

@Suite struct TimeSpanTests {
  @Test func `a span is told in one unit, rounded down, and changes it where its table says`() {
    func words(_ span: TimeSpan, _ seconds: [Int64]) -> [String] { seconds.map(span.words) }
    #expect(words(.age, [-5, 0, 3599, 3600, 172_799, 172_800]) == ["0m", "0m", "59m", "1h", "47h", "2d"])
    #expect(words(.deadline, [0, 5399, 5400, 259_199, 259_200]) == ["0m", "89m", "1h", "71h", "3d"])
    #expect(
      words(.elapsed, [0, 59, 60, 7199, 7200, 172_799, 172_800])
        == ["0 s", "59 s", "1 min", "119 min", "2 h", "47 h", "2 d"])
  }
}
