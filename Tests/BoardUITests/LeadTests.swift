import LineExamples
import Situation
import Testing

@testable import BoardUI

@Suite struct LeadTests {
  private func loaded() throws -> [LoadedArticle] {
    let store = try TwoDispatches.store()
    return [LoadedArticle(store.articles[0], claims: store.events.map(\.claim))]
  }

  private func follower(columns: Int = 80, rows: Int = 24) throws -> Model {
    var model = Model(size: Size(columns: columns, rows: rows))
    model.lead = .following(Following(name: "desk"))
    _ = update(&model, .lead(.began(presenter: "watch", try loaded(), [])))
    return model
  }

  private func presenter() throws -> Model {
    var model = Model(store: try TwoDispatches.store(), size: Size(columns: 80, rows: 24))
    model.lead = .leading(Leading(name: "desk"))
    return model
  }

  private func screen(_ model: Model) -> String { view(model, size: model.size).lines.joined(separator: "\n") }

  private func type(_ line: String, _ model: inout Model) {
    for scalar in ":" + line { for unit in scalar.unicodeScalars { _ = update(&model, .key(.character(unit))) } }
    _ = update(&model, .key(.enter))
  }

  @Test func `a follower stands where the lead stands, on its clock`() throws {
    var model = try follower()
    _ = update(&model, .lead(.place(LeadPosition(playhead: 7, clock: .reported))))
    #expect(model.playhead == 7)
    #expect(model.clock == .reported)
    #expect(screen(model).contains("LED BY watch  in step, o looks around"))
  }

  @Test func `in step the playhead is the presenter's, and panes and receipts are one's own`() throws {
    var model = try follower()
    _ = update(&model, .lead(.place(LeadPosition(playhead: 7, clock: .happened))))
    for key: Key in ["g", "G", ",", ".", " ", "{", "}", "t", "L", .left, .right] {
      #expect(update(&model, .key(key)) == [.bell])
      #expect(model.playhead == 7)
      #expect(model.clock == .happened)
    }
    type("goto start", &model)
    #expect(model.playhead == 7)
    _ = update(&model, .key(.escape))
    _ = update(&model, .key("3"))
    #expect(model.focus == .forces)
    _ = update(&model, .key(.enter))
    #expect(model.screens.count == 1)
  }

  @Test func `o leaves the lead, and comes back to where it stands by then`() throws {
    var model = try follower()
    _ = update(&model, .lead(.place(LeadPosition(playhead: 7, clock: .happened))))
    _ = update(&model, .key("o"))
    _ = update(&model, .key("g"))
    #expect(model.playhead == 0)
    _ = update(&model, .lead(.place(LeadPosition(playhead: 9, clock: .reported))))
    #expect(model.playhead == 0)
    #expect(screen(model).contains("ON YOUR OWN: o rejoins"))
    _ = update(&model, .key("o"))
    #expect(model.playhead == 9)
    #expect(model.clock == .reported)
  }

  @Test func `a presenter who is gone leaves the board as it stands, with a line that says so`() throws {
    var model = try follower()
    _ = update(&model, .lead(.place(LeadPosition(playhead: 7, clock: .happened))))
    _ = update(&model, .lead(.gone("the presenter is gone")))
    #expect(model.playhead == 7)
    #expect(screen(model).contains("the presenter is gone; the board stands as it was left"))
    _ = update(&model, .lead(.began(presenter: "watch", [], [])))
    #expect(model.store.events.count == 0)
  }

  @Test func `the pointer selects the row it is on, at any size, and the words stand on the screen`() throws {
    for (columns, rows) in [(80, 24), (40, 10), (120, 40)] {
      var model = try follower(columns: columns, rows: rows)
      let place = LeadPosition(
        playhead: 23, clock: .happened, pointer: RowPointer(pane: .people, row: "rescued"), words: "look at this")
      _ = update(&model, .lead(.place(place)))
      #expect(model.focus == .people)
      #expect(model.selectedItem(in: .people)?.id == "rescued")
      #expect(screen(model).contains("watch: look at this"))
      // One's own selection stays until the pointer moves.
      _ = update(&model, .key("j"))
      let own = model.selectedItem(in: .people)?.id
      _ = update(&model, .lead(.place(place)))
      #expect(model.selectedItem(in: .people)?.id == own)
    }
  }

  @Test func `a pointer at a row that is not there and a playhead past the end do no harm`() throws {
    var model = try follower()
    let place = LeadPosition(
      playhead: 900, clock: .happened, pointer: RowPointer(pane: .gaps, row: "\u{1B}[2J"), words: "\u{1B}]0;x\u{7}")
    _ = update(&model, .lead(.place(place)))
    #expect(model.playhead == 22)
    #expect(!screen(model).unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func `a presenter points, says, and sees who follows`() throws {
    var model = try presenter()
    #expect(screen(model).contains("LEADING desk  nobody follows: sitboard follow desk"))
    _ = update(&model, .lead(.audience(followers: 20, inStep: 18)))
    #expect(screen(model).contains("20 follow, 18 in step"))
    type("point", &model)
    #expect(model.leading?.pointer == RowPointer(pane: .people, row: "held"))
    type("say look at the held", &model)
    #expect(model.leading?.words == "look at the held")
    type("say", &model)
    type("point", &model)
    #expect(model.leading?.words == nil)
    #expect(model.leading?.pointer == nil)
  }

  @Test func `cues are stepped with a key, forward and back, with their notes`() throws {
    var store = EventStore()
    for (digit, hour) in [("a", 1), ("b", 5), ("c", 9)] {
      let id = ArticleID(digest: String(repeating: digit, count: 64))
      let moment = Moment.instant(Instant(seconds: Int64(hour) * 3600), at: .zero)
      store.append(
        Article(id: id, path: digit, date: moment, text: Array("text".utf8)),
        claims: [
          Claim(
            .count(Count(.held, "people", .people, .exactly(hour))), happened: moment, reported: moment,
            receipt: Receipt(article: id, span: 0..<4, rule: "r"))
        ])
    }
    var model = Model(store: store, size: Size(columns: 80, rows: 24))
    #expect(update(&model, .key("w")) == [.bell])
    model.lead = .leading(
      Leading(
        name: "desk",
        cues: [
          Cue(instant: Instant(seconds: 3600), note: "the first"), Cue(instant: Instant(seconds: 6 * 3600), note: ""),
        ]))
    _ = update(&model, .key("w"))
    #expect(model.playhead == 1)
    #expect(model.leading?.words == "the first")
    _ = update(&model, .key("w"))
    #expect(model.playhead == 2)
    #expect(model.leading?.words == nil)
    #expect(update(&model, .key("w")) == [.bell])
    #expect(model.playhead == 2)
    _ = update(&model, .key("W"))
    #expect(model.playhead == 1)
    type("cue 2", &model)
    #expect(model.playhead == 2)
    #expect(screen(model).contains("cue 2 of 2"))
  }

  @Test func `where nobody leads the commands of a presenter say so`() throws {
    var model = Model(store: try TwoDispatches.store(), size: Size(columns: 80, rows: 24))
    type("say hello", &model)
    #expect(model.commandLine?.error == "nobody follows this board; sitboard present opens one that leads")
  }
}
