import LineExamples
import Situation
import Testing

@testable import BoardUI

@Suite struct AlertTests {
  private let id = ArticleID(digest: String(repeating: "a", count: 64))

  private func article(_ digit: String, _ counts: [(Count.Status, Count.SubjectClass?, Figure)]) -> LoadedArticle {
    let id = ArticleID(digest: String(repeating: digit, count: 64))
    let claims = counts.map { status, subject, figure in
      Claim(
        .count(Count(status, subject == .attackers ? "attackers" : "people", subject, figure)),
        speaker: Speaker(name: "Speaker \(digit)", side: .state),
        receipt: Receipt(article: id, span: 0..<4, rule: "r"))
    }
    return LoadedArticle(
      Article(id: id, path: digit, title: "Dispatch \(digit)", text: Array("text".utf8)), claims: claims)
  }

  private func model(_ alerts: [String]) throws -> Model {
    var model = Model(size: Size(columns: 80, rows: 24))
    model.alerts = AlertWatch(try alerts.map { try Alert($0) })
    _ = update(&model, .progress(nil))
    return model
  }

  private func lines(_ effects: [Effect]) -> [String] {
    effects.compactMap { if case .alert(let words, _) = $0 { words } else { nil } }
  }

  /// Those that were asked for.
  private func asked(_ effects: [Effect], _ alerts: [String]) -> [String] {
    lines(effects).filter { line in alerts.contains { line.hasPrefix($0 + ": ") } && !line.contains("; ") }
  }

  @Test func `an alert is told with the bottom line in one line`() throws {
    var model = try model(["killed"])
    let effects = update(&model, .loaded([article("b", [(.killed, .people, .exactly(7))])]))
    let told = effects.compactMap {
      if case .alert(let words, let bottomLine) = $0 { "\(words) | \(bottomLine)" } else { nil }
    }
    // What was asked for, and the new total, which nobody has to ask for.
    #expect(told.count == 2 && told[0].hasPrefix("killed: killed 7, Speaker b | "), "\(told)")
    #expect(told[0].contains("killed 7 (b)"), "\(told)")
  }

  @Test func `a figure that reaches its mark is told once, with who gives it`() throws {
    var model = try model(["attackers killed >= 50"])
    let alerts = ["attackers killed >= 50"]
    #expect(asked(update(&model, .loaded([article("b", [(.killed, .attackers, .exactly(49))])])), alerts) == [])
    let effects = update(&model, .loaded([article("c", [(.killed, .attackers, .atLeast(50))])]))
    #expect(asked(effects, alerts) == ["attackers killed >= 50: attackers killed ≥50, Speaker c"])
    #expect(effects.contains(.bell))
    #expect(model.status?.hasPrefix("ALERT attackers killed >= 50") == true)
    #expect(asked(update(&model, .loaded([article("d", [(.killed, .attackers, .exactly(60))])])), alerts) == [])
  }

  @Test func `how things stand when the board opens is no alert`() throws {
    var model = Model(size: Size(columns: 80, rows: 24))
    model.alerts = AlertWatch([try Alert("held > 5"), try Alert("new speaker")])
    _ = update(&model, .progress(Progress(done: 0, total: 2, rate: 0)))
    let alerts = ["held > 5", "new speaker"]
    #expect(lines(update(&model, .loaded([article("b", [(.held, .people, .exactly(9))])]))) == [])
    #expect(lines(update(&model, .progress(nil))) == [])
    #expect(
      asked(update(&model, .loaded([article("c", [(.held, .people, .exactly(9))])])), alerts) == [
        "new speaker: Speaker c says: 9 held"
      ])
  }

  @Test func `a bound says no more than it says`() throws {
    let cases: [(String, Figure, Bool)] = [
      ("held >= 30", .atLeast(30), true), ("held > 30", .atLeast(30), false), ("held <= 90", .atMost(90), true),
      ("held >= 1", .atMost(90), false), ("held < 90", .atLeast(1), false), ("held = 300", .about(300), true),
      ("held = 30", .atLeast(30), false), ("held >= 0", .undisclosed(), false), ("held = 25", .between(25, 30), false),
      ("held<31", .between(25, 30), true), ("held >= 1,000", .exactly(1000), true),
    ]
    for (text, figure, holds) in cases {
      var model = try model([text])
      #expect(
        asked(update(&model, .loaded([article("b", [(.held, .people, figure)])])), [text]).isEmpty == !holds, "\(text)")
    }
  }

  @Test func `conflicts and figures without a mark are told whenever there is another`() throws {
    var model = try model(["conflict", "killed"])
    let alerts = ["conflict", "killed"]
    let first = asked(
      update(&model, .loaded([article("b", [(.aboard, .people, .exactly(100)), (.killed, .people, .exactly(7))])])),
      alerts)
    #expect(first == ["killed: killed 7, Speaker b"])
    let second = asked(update(&model, .loaded([article("c", [(.held, .people, .exactly(170))])])), alerts)
    #expect(second == ["conflict: OVER BY 77: held 170 + killed 7 = 177 but aboard 100"])
  }

  @Test func `what is no alert is refused with what to write`() {
    for text in [
      "", "x", "killed >=", "killed >= many", "killed >= 99999999999", "conflict >= 2", "new speaker = 1",
      "killed attackers",
      "killed ≥ 5", ">= 5", "killed >= 5; id",
    ] {
      #expect(throws: Alert.Failure.self, "\(text)") { try Alert(text) }
    }
  }

  // MARK: What comes up without being asked for

  private func screen(_ model: Model) -> [String] { view(model, size: model.size).lines }

  private func entries(_ model: Model) -> [String] {
    model.alertLog.entries.map { "\($0.kind?.words ?? "asked"): \($0.words)" }
  }

  @Test func `a new total and a head figure that changed are kept until they are seen`() throws {
    var model = try model([])
    _ = update(&model, .loaded([article("b", [(.killed, .people, .exactly(7))])]))
    _ = update(&model, .loaded([article("c", [(.killed, .people, .exactly(9))])]))
    #expect(entries(model).count >= 2)
    #expect(entries(model).last == "new total: killed 7 (b)")
    #expect(entries(model).contains { $0.hasPrefix("changed: killed 9") && $0.hasSuffix("was 7 (b)") })
    #expect(screen(model)[0].contains("\(model.alertLog.unseen) alerts"))
    _ = update(&model, .key("B"))
    #expect(screen(model)[0].contains("ALERTS"))
    #expect(screen(model).last?.contains("a seen") == true)
    let count = model.alertLog.unseen
    _ = update(&model, .key("a"))
    #expect(model.alertLog.unseen == count - 1)
    _ = update(&model, .key("A"))
    _ = update(&model, .key("q"))
    #expect(model.alertLog.unseen == 0 && !screen(model)[0].contains("alert"))
  }

  @Test func `what nobody asked for by name goes out as one, and does not ring`() throws {
    var model = try model([])
    _ = update(&model, .loaded([article("b", [(.killed, .people, .exactly(7))])]))
    let effects = update(
      &model, .loaded([article("c", [(.killed, .people, .exactly(9)), (.held, .people, .exactly(40))])]))
    let told = lines(effects)
    #expect(told.count == 1)
    #expect(told.first?.contains("new total: held 40 (c)") == true)
    #expect(told.first?.contains("killed 9") == true)
    #expect(!effects.contains { if case .bell = $0 { true } else { false } })
  }

  @Test func `of what comes up together the gravest stands first, and what was seen last`() {
    var log = AlertLog()
    log.add([(.deadline, "a"), (.conflict, "b"), (nil, "c")], at: nil)
    log.add([(.silentSource, "d"), (.headFigure, "e")], at: nil)
    #expect(log.entries.map(\.words) == ["e", "d", "c", "b", "a"])
    log.see(log.entries.first { $0.words == "d" }?.number)
    #expect(log.entries.map(\.words) == ["e", "c", "b", "a", "d"])
    for index in 0..<300 { log.add([(.conflict, "\(index)")], at: nil) }
    #expect(log.entries.count == AlertLog.most && log.entries.first?.words == "299")
  }

  @Test func `a source that falls silent comes up once`() throws {
    var model = try model([])
    let noon = Instant(seconds: 1_741_770_000)
    let source = SourceState(name: "dawn", address: "http://dawn.example/feed", every: 300, asked: noon)
    for minutes: Int64 in [1, 21, 22] {
      _ = update(&model, .sources([source], now: noon.advanced(by: minutes * 60)))
    }
    #expect(entries(model) == ["silent: dawn: silent for 21 min"])
  }

  /// Set at 17:00 on 11 March, 48 hours are over at 17:00 on 13 March.
  @Test func `a deadline comes near though nothing else comes, at one instant that is told before`() throws {
    var model = try model([])
    let claim = Claim(
      .statement(Statement(act: .deadline, by: "BLA", content: "48 hours")), speaker: DatedIncident.bla,
      happened: DatedIncident.at(11, 17), reported: DatedIncident.at(11, 17),
      receipt: Receipt(article: id, span: 0..<2, rule: "test"))
    let article = Article(id: id, path: "d", date: DatedIncident.at(11, 17), text: Array("48 hours".utf8))
    _ = update(&model, .loaded([LoadedArticle(article, claims: [claim])]))
    #expect(model.nextAlarm == DatedIncident.instant(13, 15))
    // A moment too early nothing comes up, and the instant stays.
    _ = update(&model, .time(DatedIncident.instant(13, 14, 59)))
    #expect(entries(model) == [])
    #expect(model.nextAlarm == DatedIncident.instant(13, 15))
    _ = update(&model, .time(DatedIncident.instant(13, 15)))
    #expect(entries(model) == ["deadline: deadline 48 hours (BLA) 2h left"])
    #expect(model.nextAlarm == nil)
    _ = update(&model, .time(DatedIncident.instant(13, 16)))
    #expect(entries(model).count == 1)
  }

  @Test func `what comes leaves the keys in sight`() throws {
    var model = try model(["killed"])
    _ = update(&model, .loaded([article("b", [(.killed, .people, .exactly(7))])]))
    let lines = screen(model)
    #expect(lines.dropLast().last?.contains("ALERT killed") == true)
    #expect(lines.last?.contains("q quit") == true)
  }
}
