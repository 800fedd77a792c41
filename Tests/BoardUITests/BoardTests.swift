import BoardUI
import LineExamples
import Situation
import Testing

/// What the screen says of the incident, read as an operator reads it.
@Suite struct BoardTests {
  @Test func `one screen of 120 by 40 tells the whole incident`() {
    let screen = Driver(120, 40).screen
    for words in [
      "ENGINE !", "[9 !]", "tunnel: train partly inside", "track blown up", "where along the train: not reported",
      "driver critical, gunfire", "guards attacked", "~450", "~300", "190", "~350", "Rana Dilawar", "≥30",
      "three security officials", "helicopters", "relief train", "explosive vests", "BLA", "prisoner swap",
      "no response so far", "over by ~40", "rescued 190", "held ~300", "= ~490", "but aboard ~450", "people by coach",
      "security personnel killed", "injured", "Quetta", "Peshawar", "undated: give --date to resolve",
    ] {
      #expect(screen.contains(words), "\(words) is not on the screen")
    }
  }

  @Test func `what nobody reports is a question mark and never a zero`() {
    let lines = Driver(120, 40).lines
    let killed = lines.first { $0.hasPrefix(" killed") } ?? ""
    #expect(killed.contains("?") && killed.contains("not reported"))
    #expect(!killed.prefix(60).contains("0"))
  }

  @Test func `conflicts are the only red on the screen`() {
    let frame = Driver(120, 40).frame
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns where frame[column, row].style.role == .conflict {
        let cell = frame[column, row]
        #expect(cell.style.isBold)
        // The tally of the title, the names of conflicts at the left, the marks at the right edge of a pane.
        let line = frame.lines[row]
        #expect(line.contains("!"), "\(line)")
      }
    }
    #expect(frame.cells.contains { $0.style.role == .conflict })
    var start = Driver(120, 40)
    start.type("g")
    #expect(!start.frame.cells.contains { $0.style.role == .conflict })
  }

  @Test func `figures end in one column`() {
    let frame = Driver(80, 24).frame
    var ends: Set<Int> = []
    for line in frame.lines where [">held", " rescued", " safe", " aboard"].contains(where: { line.hasPrefix($0) }) {
      let figure = line.split(separator: " ")[1]
      if let range = line.firstRange(of: figure) {
        ends.insert(line.distance(from: line.startIndex, to: range.upperBound))
      }
    }
    #expect(ends.count == 1)
  }

  @Test func `nothing loaded looks like a board and says so`() {
    for (columns, rows) in [(40, 10), (80, 24), (120, 40)] {
      let driver = Driver(columns, rows, store: EventStore())
      #expect(driver.title.contains("nothing loaded") || driver.title.contains("empty"))
      #expect(driver.screen.contains("not reported") || driver.screen.contains("nothing loaded"))
    }
    var driver = Driver(80, 24, store: EventStore())
    for binding in Keymap.standard.groups.flatMap(\.bindings) { for (key, _) in binding.keys { driver.press(key) } }
    #expect(driver.lines.count == 24)
  }

  @Test func `a train whose coaches nobody counted says so`() {
    var store = EventStore()
    store.append(
      Fixture.article,
      claims: [
        Fixture.claim(
          "The engine and its nine coaches cannot move", .condition(Condition(object: "engine", state: "stopped")), nil,
          .unknown, "condition")
      ])
    for (columns, rows) in [(80, 24), (120, 40)] {
      let driver = Driver(columns, rows, store: store)
      #expect(driver.screen.contains("coaches: not reported"))
      #expect(driver.screen.contains("ENGINE !"))
    }
  }

  @Test func `without a claim of a vehicle or a site the first pane gives its rows to the others`() {
    var store = EventStore()
    store.append(
      Fixture.article,
      claims: [
        Fixture.claim(
          "190 people are free", Fixture.count(.rescued, "people", .people, .exactly(190)), nil, .unknown, "r")
      ])
    let driver = Driver(80, 24, store: store)
    #expect(!driver.screen.contains("1 TRAIN"))
    #expect(!driver.screen.contains("ENGINE"))
    #expect(driver.screen.contains("2 PEOPLE"))
  }

  @Test func `an offer that nobody answered is not called unanswered`() {
    var store = EventStore()
    store.append(
      Fixture.article,
      claims: [
        Fixture.claim(
          "It would swap prisoners", .statement(Statement(act: .offer, by: "BLA", content: "prisoner swap")),
          Fixture.bla, .unknown, "statement")
      ])
    let driver = Driver(120, 40, store: store)
    #expect(driver.screen.contains("prisoner swap"))
    #expect(driver.screen.contains("no answer reported"))
    #expect(!driver.screen.contains("unanswered"))
  }

  @Test func `more coaches than fit are told at the edge and come into sight when selected`() {
    var store = EventStore()
    store.append(
      Fixture.article,
      claims: [
        Fixture.claim(
          "its nine coaches cannot move", .condition(Condition(object: "coaches", state: "stopped", number: 40)), nil,
          .unknown, "condition")
      ])
    var driver = Driver(80, 24, store: store)
    #expect(driver.screen.contains(">"))
    let row = driver.lines.first { $0.contains("[E│1!") } ?? ""
    #expect(row.contains("+"))
    driver.type("1")
    for _ in 0..<40 { driver.type("j") }
    let moved = driver.lines.first { $0.contains("40!") } ?? ""
    #expect(moved.contains("<"))
  }

  @Test func `a problem stays in sight and the rest is still there`() {
    for (columns, rows) in [(40, 10), (80, 24), (120, 40)] {
      var driver = Driver(columns, rows)
      driver.send(.problem("empty.txt: the file is empty: give a file with text"))
      driver.type("j")
      #expect(driver.screen.contains("NOT LOADED"))
      #expect(driver.screen.contains("empty.txt"))
      #expect(driver.title.contains("! 2 CONFLICTS"))
    }
  }

  @Test func `what is only to be known is no loss and yields to one`() {
    var driver = Driver(120, 40)
    driver.send(.notice("a.txt: the date names no time zone"))
    #expect(driver.screen.contains("NOTE: a.txt: the date names no time zone"))
    #expect(!driver.screen.contains("NOT LOADED"))
    driver.send(.problem("empty.txt: the file is empty"))
    #expect(driver.screen.contains("NOT LOADED: empty.txt") && !driver.screen.contains("NOTE"))
  }

  @Test func `a status is told until the next key`() {
    var driver = Driver()
    driver.send(.status("read 3 articles"))
    #expect(driver.keyLine.contains("read 3 articles"))
    driver.type("j")
    #expect(!driver.keyLine.contains("read 3 articles"))
  }

  @Test func `below 38 by 10 the screen says so and recovers when it is enlarged`() {
    var driver = Driver(80, 24)
    let before = driver.frame
    driver.send(.resized(Size(columns: 37, rows: 24)))
    #expect(driver.screen.contains("too small"))
    #expect(driver.screen.contains("38×10"))
    driver.send(.resized(Size(columns: 80, rows: 9)))
    #expect(driver.screen.contains("too small"))
    driver.send(.resized(Size(columns: 3, rows: 1)))
    #expect(driver.lines.count == 1)
    driver.send(.resized(Size(columns: 80, rows: 24)))
    #expect(driver.frame == before)
  }

  @Test func `articles that come later keep the playhead at its event unless it is at the end`() {
    var random = SeededGenerator(seed: 5)
    let later = Article(id: ArticleID(digest: "00"), path: "later.txt", text: Array(Fixture.text.utf8))
    var claims = Fixture.claims
    for index in claims.indices { claims[index].receipt.article = later.id }
    claims.shuffle(using: &random)
    var driver = Driver()
    driver.type(",,,")
    let event = driver.model.board.latest(in: driver.model.store)?.id
    driver.send(.loaded([LoadedArticle(later, claims: claims)]))
    #expect(driver.model.board.latest(in: driver.model.store)?.id == event)
    driver.type("L")
    #expect(driver.title.contains("newest"))
    let last = Article(id: ArticleID(digest: "ff"), path: "last.txt", text: Array("Nothing.\n".utf8))
    driver.send(.loaded([LoadedArticle(last, claims: [])]))
    #expect(driver.title.contains("newest"))
  }

  @Test func `nothing that an article holds reaches the screen as anything but characters`() {
    let text = "About 300 hostages\u{1B}]0;owned\u{7} were \u{202E}inside\u{9B}2J.\n"
    let article = Article(id: Fixture.id, path: "evil\u{1B}[2J.txt", title: "\u{1B}c title", text: Array(text.utf8))
    let claim = Claim(
      Fixture.count(.held, "hostages", .people, .about(300)), speaker: Speaker(name: "\u{1B}[31mEve", side: .other),
      receipt: Receipt(article: Fixture.id, span: 0..<text.utf8.count - 1, rule: "count"))
    var store = EventStore()
    store.append(article, claims: [claim])
    for tier in GlyphTier.allCases {
      var driver = Driver(80, 24, store: store, options: Options(tier: tier))
      for _ in 0..<2 {
        #expect(driver.frame.cells.allSatisfy { $0.isContinuation || SafeText.replacement(for: $0.scalar) == nil })
        driver.press(.enter)
      }
    }
  }

  @Test func `in the ASCII tier what is not ASCII is a question mark a column`() {
    let text = "Señor 達 spoke.\n"
    let article = Article(id: Fixture.id, path: "a.txt", text: Array(text.utf8))
    let claim = Claim(
      Fixture.count(.held, "hostages", .people, .about(300)),
      receipt: Receipt(article: Fixture.id, span: 0..<6, rule: "count"))
    var store = EventStore()
    store.append(article, claims: [claim])
    let driver = Driver(80, 24, store: store, options: Options(tier: .ascii))
    #expect(driver.screen.contains("<<Se?or>> ?? spoke."))
  }
}
