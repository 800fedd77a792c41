import LineExamples
import Situation
import Testing

@testable import BoardUI

@Suite struct LiveTests {
  private func model(_ columns: Int = 80, _ rows: Int = 24) throws -> Model {
    var model = Model(store: try TwoDispatches.store(), size: Size(columns: columns, rows: rows))
    _ = update(&model, .progress(nil))
    return model
  }

  private func screen(_ model: Model) -> String { view(model, size: model.size).lines.joined(separator: "\n") }

  private func later(_ digit: String = "f") -> LoadedArticle {
    let id = ArticleID(digest: String(repeating: digit, count: 64))
    let claim = Claim(
      .count(Count(.killed, "people", .people, .exactly(21))), receipt: Receipt(article: id, span: 0..<4, rule: "r"))
    return LoadedArticle(Article(id: id, path: "f.txt", title: "Toll given", text: Array("text".utf8)), claims: [claim])
  }

  @Test func `what comes is told, and a playhead that is not at the end stays where it is`() throws {
    var model = try model()
    #expect(!update(&model, .loaded([later()])).contains(.bell))
    #expect(model.playhead == 23)
    #expect(model.status == "new: Toll given, 1 claim")
    _ = update(&model, .key("g"))
    _ = update(&model, .loaded([later("e")]))
    #expect(model.playhead == 0)
    #expect(model.status == "new: Toll given, 1 claim; L goes to it")
    _ = update(&model, .key("L"))
    #expect(model.playhead == 24)
  }

  @Test func `the bell rings for news only where that is asked for`() throws {
    var model = Model(
      store: try TwoDispatches.store(), size: Size(columns: 80, rows: 24), options: Options(ringsForNews: true))
    _ = update(&model, .progress(nil))
    #expect(update(&model, .loaded([later()])).contains(.bell))
  }

  @Test func `an edited and a deleted file are marked on their receipts, and the claims stay`() throws {
    var model = try model()
    let id = model.store.articles[0].id
    _ = update(&model, .marked([id: .edited], restored: []))
    #expect(model.status == "a file was edited; what was read of them stays, and is marked")
    _ = update(&model, .key(.escape))
    #expect(screen(model).contains("edited since, "))
    #expect(model.store.events.count == 23)
    _ = update(&model, .marked([id: .deleted], restored: []))
    _ = update(&model, .key(.enter))
    #expect(screen(model).contains("FILE DELETED"))
    _ = update(&model, .marked([:], restored: [id]))
    #expect(model.live.marks.isEmpty)
  }

  @Test func `what is wrong with a folder stands on the board as long as it is wrong`() throws {
    var model = try model()
    _ = update(&model, .troubles(["desk: the folder is gone; what was read stays, and it is awaited"]))
    #expect(screen(model).contains("desk: the folder is gone"))
    _ = update(&model, .troubles([]))
    #expect(!screen(model).contains("the folder is gone"))
  }

  @Test func `progress has count, rate and time left, and yields to narrow screens`() throws {
    var model = Model(store: try TwoDispatches.store(), size: Size(columns: 80, rows: 24))
    _ = update(&model, .progress(Progress(done: 2500, total: 10_000, rate: 2000)))
    let line = try #require(view(model, size: model.size).lines.last)
    #expect(line.hasPrefix(" READING 2,500 of 10,000 articles, 2,000 a second, 4 s left ##........."))
    #expect(line.hasSuffix(" q quit "))
    model.size = Size(columns: 40, rows: 10)
    let narrow = try #require(view(model, size: model.size).lines.last)
    #expect(narrow.hasPrefix(" 2500 of 10000 ####"))
    _ = update(&model, .loaded([later()]))
    #expect(model.status == nil)
    _ = update(&model, .progress(nil))
    #expect(view(model, size: model.size).lines.last?.contains("READING") == false)
  }
}
