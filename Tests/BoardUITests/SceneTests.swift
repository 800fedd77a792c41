@testable import BoardUI
import LineExamples
import Situation
import Testing

/// The first pane is named and drawn by what the claims speak of.
@Suite struct SceneTests {
  private static let police = Speaker(role: "police", side: .state)

  /// A store of one invented article whose claims are these, all by the police.
  private static func store(_ contents: [Claim.Content]) -> EventStore {
    let id = ArticleID(digest: "5ce7e")
    var store = EventStore()
    store.append(
      Article(id: id, path: "scene.txt", text: Array("an invented story".utf8)),
      claims: contents.map {
        Claim($0, speaker: police, receipt: Receipt(article: id, span: 0..<2, rule: "test"))
      })
    return store
  }

  private static func condition(_ object: String, _ state: String) -> Claim.Content {
    .condition(Condition(object: object, state: state))
  }

  private static let killed = Claim.Content.count(Count(.killed, "people", .people, .exactly(1)))

  static let stories: [(title: String, store: EventStore, drawn: [String])] = [
    (
      "BUS", store([condition("bus", "hijacked"), condition("road", "blocked"), killed]),
      ["[BUSo-o]", "hijacked", "road blocked (police)"]
    ),
    (
      "FERRY", store([condition("ferry", "capsized"), condition("car deck", "flooded"), killed]),
      ["\\_FERRY_/", "capsized", "car deck flooded (police)"]
    ),
    (
      "AIRCRAFT", store([condition("plane", "crashed"), condition("wing", "burning"), killed]),
      ["<=AIRCRAFT=+", "crashed", "wing burning (police)"]
    ),
    ("MINE", store([condition("mine", "flooded"), condition("shaft", "closed"), killed]), ["/MINE\\", "flooded"]),
    ("HOTEL", store([condition("hotel", "seized"), condition("roof", "burning"), killed]), ["|HOTEL|", "seized"]),
    ("BRIDGE", store([condition("bridge", "collapsed"), killed]), ["/BRIDGE\\", "collapsed"]),
    ("TRAIN", store([condition("train", "hijacked"), condition("bus", "stopped"), killed]), ["[ENGINE]", "hijacked"]),
  ]

  static let sizes = [(80, 24), (120, 40), (40, 10), (38, 20)]

  @Test(arguments: stories.indices)
  func `the pane has the name, the drawing and the states of what the claims speak of`(_ index: Int) {
    let story = SceneTests.stories[index]
    for (columns, rows) in [(80, 24), (120, 40)] {
      let driver = Driver(columns, rows, store: story.store)
      #expect(driver.screen.contains("1 \(story.title)"), "\(columns)×\(rows)")
      for words in story.drawn { #expect(driver.screen.contains(words), "\(words) at \(columns)×\(rows)") }
      #expect(!driver.screen.contains("no claim speaks of a"))
    }
    var small = Driver(40, 10, store: story.store)
    small.type("1")
    #expect(small.screen.contains("1 \(story.title)"))
    #expect(small.screen.contains(story.drawn[0]))
    let narrow = Driver(38, 20, store: story.store)
    #expect(narrow.lines.count == 20 && narrow.screen.contains("2 PEOPLE"))
    let tooSmall = Driver(37, 20, store: story.store)
    #expect(tooSmall.lines.count == 20 && tooSmall.screen.contains("too small"))
  }

  @Test func `where no claim speaks of a vehicle or site the other panes have its rows`() {
    let store = SceneTests.store([SceneTests.killed])
    for (columns, rows) in [(80, 24), (120, 40), (60, 30), (90, 18)] {
      var driver = Driver(columns, rows, store: store)
      #expect(driver.lines.count == rows)
      #expect(!driver.screen.contains("1 SCENE") && !driver.screen.contains("1 TRAIN"), "\(columns)×\(rows)")
      #expect(driver.screen.contains("2 PEOPLE"))
      driver.type("1")
      #expect(driver.lines.count == rows)
    }
    var split = Driver(80, 24, store: store)
    split.type("1")
    #expect(split.screen.contains("no claim speaks of a vehicle or site"))
  }

  @Test func `the parts of what is drawn are selected with the keys`() throws {
    var driver = Driver(80, 24, store: SceneTests.stories[0].store)
    driver.type("1")
    var labels: [String] = []
    for _ in 0..<2 {
      labels.append(try #require(driver.model.selectedItem(in: .train)).label)
      driver.type("j")
    }
    #expect(Set(labels) == ["bus", "road"])
  }

  /// The plane is still a wreck when its fire is out; a siege that is over is the end of what happened.
  @Test func `a fire that is out does not stand for what happened, and a siege that is over does`() {
    let crash = SceneTests.store([SceneTests.condition("plane", "crashed"), SceneTests.condition("blaze", "out")])
    #expect(Driver(80, 24, store: crash).title.contains("PLANE CRASHED"))
    #expect(Driver(80, 24, store: crash).screen.contains("blaze out (police)"))
    let siege = SceneTests.store([SceneTests.condition("hotel", "seized"), SceneTests.condition("siege", "over")])
    #expect(Driver(120, 40, store: siege).title.contains("SIEGE OVER (police, ?)"))
    let fire = SceneTests.store([SceneTests.condition("fire", "contained")])
    #expect(Driver(80, 24, store: fire).title.contains("FIRE CONTAINED"))
  }

  @Test func `where nothing is told of the whole, the gravest part is beside its drawing and in the title`() {
    let mine = SceneTests.store([
      .condition(Condition(object: "mine", state: nil)), SceneTests.condition("shaft", "collapsed"),
    ])
    for (columns, rows) in [(80, 24), (120, 40), (40, 10)] {
      var driver = Driver(columns, rows, store: mine)
      driver.type("1")
      #expect(driver.screen.contains("/MINE\\   shaft collapsed"), "\(columns)×\(rows)")
    }
    #expect(Driver(80, 24, store: mine).title.contains("SHAFT COLLAPSED"))
    let train = SceneTests.store([
      .condition(Condition(object: "coaches", state: nil, number: 2)), SceneTests.condition("track", "blown up"),
    ])
    #expect(Driver(80, 24, store: train).title.contains("TRACK BLOWN UP"))
    for (columns, rows) in [(80, 24), (120, 40)] {
      let screen = Driver(columns, rows, store: train).screen
      let pane = screen.split(separator: "1 TRAIN").dropFirst().joined().split(separator: "2 PEOPLE")[0]
      #expect(pane.ranges(of: "track blown up").count == 1, "told once at \(columns)×\(rows)")
    }
  }

  @Test func `the title tells where any vehicle or site is`() {
    let id = ArticleID(digest: "5ce7e")
    var store = EventStore()
    store.append(
      Article(id: id, path: "scene.txt", text: Array("an invented story".utf8)),
      claims: [
        Claim(
          SceneTests.condition("bus", "hijacked"), speaker: SceneTests.police, place: "Caldera",
          receipt: Receipt(article: id, span: 0..<2, rule: "test"))
      ])
    #expect(Driver(80, 24, store: store).title.contains("BUS HIJACKED  Caldera"))
  }

  @Test func `the linear replay calls the scene by its name`() {
    let driver = Driver(80, 24, store: SceneTests.stories[1].store)
    #expect(driver.model.title(of: .train) == "FERRY")
  }

  @Test func `a coach that no claim speaks of carries no mark, and one that a claim speaks of carries it`() {
    let contents: [Claim.Content] = [
      .condition(Condition(object: "coaches", state: nil, number: 3)), SceneTests.condition("engine", "stopped"),
      SceneTests.condition("coach 2", "burning"),
    ]
    let screen = Driver(80, 24, store: SceneTests.store(contents)).screen
    #expect(screen.contains("[ENGINE !]─[1]─[2 !]─[3]"))
    // Claims that tell one coach from another are worth boxes, others are not.
    #expect(Driver(120, 40, store: SceneTests.store(contents)).screen.contains("┤ 2 ! ├"))
    let same = Driver(120, 40, store: SceneTests.store(Array(contents.prefix(2)))).screen
    #expect(same.contains("[ENGINE !]─[1]─[2]─[3]"))
  }

  @Test func `what more claims speak of is the subject, and every other thing is told beside it`() {
    let truckAndBus = SceneTests.store([
      SceneTests.condition("truck", "overturned"), SceneTests.condition("bus", "burning"),
      SceneTests.condition("bus", "crashed"), SceneTests.condition("hotel", "closed"),
    ])
    let driver = Driver(120, 40, store: truckAndBus)
    #expect(driver.screen.contains("1 BUS"))
    #expect(driver.screen.contains("truck overturned"))
    #expect(driver.screen.contains("hotel closed"))
  }
}
