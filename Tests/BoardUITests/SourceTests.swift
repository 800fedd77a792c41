import LineExamples
import Situation
import Testing

@testable import BoardUI

@Suite struct SourceTests {
  private let noon = Instant(seconds: 1_741_770_000)

  private func screen(_ model: Model) -> String { view(model, size: model.size).lines.joined(separator: "\n") }

  private func model(_ sources: [SourceState], minutes: Int64 = 0, columns: Int = 100) throws -> Model {
    var model = Model(store: try TwoDispatches.store(), size: Size(columns: columns, rows: 24))
    _ = update(&model, .progress(nil))
    _ = update(&model, .arrived(at: noon))
    _ = update(&model, .sources(sources, now: noon.advanced(by: minutes * 60)))
    return model
  }

  private func source(_ name: String) -> SourceState {
    SourceState(name: name, address: "http://\(name).example/feed", every: 300, asked: noon)
  }

  @Test func `when the last article came stands on the board, and only where addresses are asked`() throws {
    #expect(screen(try model([source("a")], minutes: 12)).contains("last article 12 min ago"))
    #expect(screen(try model([source("a")], minutes: 12, columns: 80)).contains("last article 12 min ago"))
    #expect(!screen(try model([], minutes: 12)).contains("last article"))
  }

  @Test func `a source that has not answered for four times as long as it is let alone is said to be silent`() throws {
    var late = source("dawn")
    late.trouble = "HTTP 500"
    #expect(!screen(try model([late], minutes: 19)).contains("silent"))
    #expect(screen(try model([late], minutes: 20)).contains("dawn: silent for 20 min (HTTP 500)"))
    late.succeed(at: noon.advanced(by: 1200))
    #expect(!screen(try model([late], minutes: 20)).contains("silent"))
  }

  @Test func `one key shows how each source is doing`() throws {
    var answered = source("north")
    answered.succeed(at: noon)
    answered.next = noon.advanced(by: 300)
    answered.items = 12
    var failed = source("south")
    failed.trouble = "HTTP 500"
    var model = try model([answered, failed], minutes: 2)
    _ = update(&model, .key("S"))
    let lines = view(model, size: model.size).lines
    #expect(lines.contains { $0.contains("north  answered 2 min ago, asked again in 3 min, 12 items") })
    #expect(lines.contains { $0.contains("south  HTTP 500, has not answered yet, being asked") })
    _ = update(&model, .key("q"))
    #expect(!screen(model).contains("SOURCES"))
  }

  @Test func `the same key shows how each folder is watched`() throws {
    var model = try model([])
    _ = update(&model, .places(["desk: live", "far: looked at every 15 s"]))
    _ = update(&model, .key("S"))
    let lines = view(model, size: model.size).lines
    #expect(lines.contains { $0.contains("desk: live") } && lines.contains { $0.contains("far: looked at every 15 s") })
  }

  @Test func `an edition says which figures are others, and how long after publication`() {
    func edition(_ digit: String, _ figures: [(Count.Status, Int)]) -> LoadedArticle {
      let id = ArticleID(digest: String(repeating: digit, count: 64))
      let claims = figures.map { status, number in
        Claim(
          .count(Count(status, "people", .people, .exactly(number))),
          receipt: Receipt(article: id, span: 0..<4, rule: "r"))
      }
      let date = Moment.parse("2025-03-12T09:00Z", defaultOffset: .zero) ?? .unknown
      return LoadedArticle(Article(id: id, path: "f.txt", date: date, text: Array("text".utf8)), claims: claims)
    }
    let later = (edition("a", []).article.date.to ?? noon).advanced(by: 40 * 60)
    func words(_ former: [(Count.Status, Int)], _ newer: [(Count.Status, Int)]) -> String {
      EditedFigures(edition("e", former), edition("f", newer), at: later).words
    }
    #expect(words([(.killed, 12)], [(.killed, 14)]) == ", killed 12, now 14, 40 min after publication")
    #expect(
      words([(.killed, 12), (.held, 5)], [(.killed, 12), (.injured, 3)])
        == ", held 5, now not told, injured 3 added, 40 min after publication")
    #expect(words([(.killed, 12)], [(.killed, 12)]) == ", no figure is another, 40 min after publication")
  }

  @Test func `what is new and what is edited are both told where they come together`() throws {
    func article(_ digit: String, _ title: String, _ killed: Int, former: ArticleID? = nil) -> LoadedArticle {
      let id = ArticleID(digest: String(repeating: digit, count: 64))
      let claim = Claim(
        .count(Count(.killed, "people", .people, .exactly(killed))),
        receipt: Receipt(article: id, span: 0..<4, rule: "r"))
      var loaded = LoadedArticle(
        Article(id: id, path: "f.txt", title: title, text: Array("text".utf8)), claims: [claim])
      loaded.former = former
      return loaded
    }
    var model = try model([], columns: 200)
    let first = article("d", "Toll given", 12)
    _ = update(&model, .loaded([first]))
    _ = update(&model, .superseded([first.article.id]))
    _ = update(
      &model,
      .loaded([article("e", "Toll given", 14, former: first.article.id), article("f", "Road is open", 3)]))
    let words = try #require(model.status)
    #expect(words.hasPrefix("new: Road is open, 1 claim; edited: Toll given, killed 12, now 14"), "\(words)")
  }

  @Test func `a newer edition takes the place of the former one, which can still be read`() throws {
    func edition(_ digit: String, _ killed: Int) -> LoadedArticle {
      let id = ArticleID(digest: String(repeating: digit, count: 64))
      let claim = Claim(
        .count(Count(.killed, "people", .people, .exactly(killed))),
        receipt: Receipt(article: id, span: 0..<4, rule: "r"))
      return LoadedArticle(
        Article(id: id, path: "f.txt", title: "Toll given", text: Array("text".utf8)), claims: [claim])
    }
    var model = try model([])
    let count = model.store.events.count
    let (first, second) = (edition("e", 12), edition("f", 14))
    _ = update(&model, .loaded([first]))
    #expect(model.store.events.count == count + 1)
    _ = update(&model, .superseded([first.article.id]))
    _ = update(&model, .loaded([second]))
    #expect(model.store.events.count == count + 1)
    #expect(model.store.article(first.article.id) == nil)
    #expect(model.report(first.article.id)?.title == "Toll given")
    #expect(model.desk.incident(of: first.article.id) == nil)
    #expect(model.status == "edited: Toll given, killed 12, now 14")
  }
}
