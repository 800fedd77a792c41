import BoardUI
import LineExamples
import Situation
import Testing

@Suite struct SessionTests {
  private static let keys: [Key] = [
    ".", ",", "{", "}", "g", "t", "z", "H", "1", "2", "3", "4", "5", "6", "7", "j", "k", "e", "(", ")", .tab, .enter,
    .escape, .pageDown, .function(2), "v",
  ]

  /// What is told until the next key is not part of a place, nor what is underlined in an article.
  @Test(arguments: 0..<40)
  func `a board that is opened again at a saved place shows the same screen`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let store =
      seed.isMultiple(of: 4)
      ? DatedIncident.store : seed == 1 ? Fixture.store : RandomIncident.store(seed: UInt64(seed))
    var driver = Driver(120, 40, store: store)
    for _ in 0..<30 { driver.press(SessionTests.keys.randomElement(using: &random) ?? .tab) }
    driver.send(.resized(driver.model.size))
    driver.model.status = nil
    var again = Driver(120, 40, store: store)
    again.model.restore(driver.model.savedPlace)
    #expect(again.lines == driver.lines, "\(driver.screen)\n\(again.screen)")
    #expect(again.model.savedPlace == driver.model.savedPlace)
  }

  @Test func `the event is found again when others came before it`() {
    var driver = Driver(120, 40, store: DatedIncident.store)
    driver.type("g....")
    #expect(driver.title.contains("4/9"))
    let place = driver.model.savedPlace
    var store = DatedIncident.store
    let id = ArticleID(digest: "early")
    store.append(
      Article(id: id, path: "early.txt", date: DatedIncident.at(11, 9), text: Array("Early.".utf8)),
      claims: [
        Claim(
          .condition(Condition(object: "train", state: "late")), happened: DatedIncident.at(11, 8),
          receipt: Receipt(article: id, span: 0..<5, rule: "test"))
      ])
    var again = Driver(120, 40, store: store)
    again.model.restore(place)
    #expect(again.title.contains("5/10"))
    #expect(again.pane("RECEIPT").contains("The military has rescued 155 people."))
  }

  @Test func `lines that were typed are there again, each kind by itself, and after them those typed since`() {
    var driver = Driver(80, 24, store: DatedIncident.store)
    for line in [":goto 12 Mar", ":baseline 1h", "/freed", "fspeaker:BLA", "f"] {
      driver.type(line)
      driver.press(.enter)
      driver.press(.escape)
    }
    #expect(driver.model.savedPlace.commands == ["goto 12 Mar", "baseline 1h"])
    #expect(driver.model.savedPlace.searches == ["freed"])
    #expect(driver.model.savedPlace.filters == ["speaker:BLA"])
    var again = Driver(80, 24, store: DatedIncident.store)
    again.type(":goto 13 Mar")
    again.press(.enter)
    again.model.restore(driver.model.savedPlace)
    again.type(":")
    for line in ["goto 13 Mar", "baseline 1h", "goto 12 Mar"] {
      again.press(.up)
      #expect(again.keyLine.contains(":" + line), "\(again.keyLine)")
    }
  }

  @Test func `of the lines that were typed the last thirty are kept, and none that was pasted`() {
    var driver = Driver(80, 24, store: DatedIncident.store)
    for number in 1...40 {
      driver.type("/word\(number)")
      driver.press(.enter)
      driver.press(.escape)
    }
    driver.type("/" + String(repeating: "x", count: 500))
    driver.press(.enter)
    #expect(driver.model.savedPlace.searches.count == 30 && driver.model.savedPlace.searches.first == "word11")
    #expect(driver.model.savedPlace.searches.last == "word40")
  }

  @Test func `a place on articles that are gone is the end`() {
    var driver = Driver(80, 24, store: DatedIncident.store)
    driver.type("g..z")
    var other = Driver(80, 24)
    other.model.restore(driver.model.savedPlace)
    #expect(other.title.contains("newest"))
  }
}
