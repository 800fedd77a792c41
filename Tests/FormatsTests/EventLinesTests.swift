import Formats
import LineExamples
import Situation
import Testing

@Suite struct EventLinesTests {
  static func lines(_ store: EventStore) -> [UInt8] {
    var bytes: [UInt8] = []
    EventLines.write(store) { bytes += $0 }
    return bytes
  }

  static func store(_ entries: [EventLines.Entry]) -> EventStore {
    var store = EventStore()
    for entry in entries { store.append(entry.article, claims: entry.claims) }
    return store
  }

  /// Two articles with four claims in the first, of which the fourth is part of the second, and one in the second.
  static func small() -> EventStore {
    func article(_ digit: String, _ text: String) -> Article {
      Article(id: ArticleID(digest: String(repeating: digit, count: 64)), path: "\(digit).txt", text: Array(text.utf8))
    }
    func claim(_ article: Article, _ span: Range<Int>, partOf: Int? = nil) -> Claim {
      Claim(
        .count(Count(.held, "people", .people, .exactly(span.lowerBound))), partOf: partOf,
        receipt: Receipt(article: article.id, span: span, rule: "r"))
    }
    let (a, b) = (article("a", "abcdefgh"), article("b", "ABCDEFGH"))
    var store = EventStore()
    store.append(a, claims: [claim(a, 0..<2), claim(a, 1..<2), claim(a, 2..<4), claim(a, 3..<4, partOf: 1)])
    store.append(b, claims: [claim(b, 4..<5)])
    return store
  }

  static func textLines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  static func read(_ lines: [String]) -> (
    entries: [EventLines.Entry], acts: [OperatorEntry], damage: [EventLines.Damage]
  ) {
    let read = EventLines.read(Array(lines.map { $0 + "\n" }.joined().utf8))
    return (read.entries, read.acts, read.damage)
  }

  @Test func `events that are written and loaded give an equal store, and the same bytes again`() throws {
    for store in [try TwoDispatches.store(), EventLinesTests.small(), EventStore()] {
      let bytes = EventLinesTests.lines(store)
      let (entries, _, damage, _) = EventLines.read(bytes)
      #expect(damage.isEmpty)
      let again = EventLinesTests.store(entries)
      #expect(again.articles == store.articles)
      #expect(again.events == store.events)
      #expect(EventLinesTests.lines(again) == bytes)
    }
  }

  @Test func `every kind of claim, of moment, of figure and of speaker comes back as it was`() throws {
    let text = Array("\u{FEFF}Ünïcödé \u{202E}text\u{1B}[2J with\ttabs and\r\nlines\u{2028}".utf8)
    var article = Article(id: ArticleID(digest: String(repeating: "c", count: 64), story: 3), path: "", text: text)
    article.title = "A \"title\""
    article.outlet = ""
    article.url = "https://example.org/?a=1&b=\u{202E}"
    article.titleSpan = 3..<5
    article.body = 5..<text.count
    article.notices = ["one", "two\nlines"]
    let newfoundland = try #require(UTCOffset(minutes: -210))
    article.date = try #require(Moment.parse("2025-03-12", defaultOffset: newfoundland))
    var claims: [Claim] = []
    func add(_ content: Claim.Content, _ happened: Moment = .unknown, _ speaker: Speaker? = nil) {
      claims.append(
        Claim(
          content, standing: Claim.Standing.allCases[claims.count % Claim.Standing.allCases.count], speaker: speaker,
          happened: happened, reported: happened.by, place: claims.count % 2 == 0 ? nil : "Mach",
          receipt: Receipt(article: article.id, span: 3..<5, rule: "r\u{1B}")))
    }
    let figures: [Figure] = [
      .exactly(0), .exactly(.max), .about(300, "around"), .atLeast(30, "over"), .atMost(90), .between(25, 30),
      .undisclosed(), .undisclosed("an undisclosed number"),
      Figure(low: 24, high: nil, form: .vague, qualifier: "dozens"),
      Figure(low: 20, high: 30, form: .about, qualifier: "about"),
    ]
    for status in Count.Status.allCases {
      for figure in figures {
        add(.count(Count(status, "crew", nil, figure, scope: .increment, cause: "gunfire")))
      }
    }
    for figure in figures + [nil] {
      add(.movement(Movement(subject: "coffins", action: "taken", figure: figure, from: "A", to: "B", by: "rail")))
    }
    add(.movement(Movement(subject: "people", action: "sent", distanceKilometres: 100)))
    add(.condition(Condition(object: "coach 3", state: nil, number: 9)))
    for side in Deployment.Side.allCases {
      add(.deployment(Deployment(side: side, unit: "unit", action: "act", equipment: nil)))
    }
    for act in Statement.Act.allCases { add(.statement(Statement(act: act, by: nil, content: ""))) }
    let offset = try #require(UTCOffset(minutes: 345))
    let date = try #require(CivilDate(year: 2024, month: 2, day: 29))
    let next = try #require(CivilDate(year: 2024, month: 3, day: 1))
    let moments: [Moment] = [
      .unknown, .unknown.said(as: "earlier"), .weekday(.sunday, text: "Sunday"), .weekday(.sunday).by,
      .day(date, at: offset, text: "today"), .day(date, at: offset).by, .days(date, through: next, at: offset),
      .days(date, through: next, at: offset).by, .part(of: date, hours: 0..<6, at: offset),
      .part(of: date, hours: 18..<24, at: offset, text: "in the evening").by,
      .instant(Instant(seconds: 1_741_770_631), at: offset), .instant(Instant(seconds: -1), at: .zero).by,
    ]
    for moment in moments { add(.condition(Condition(object: "engine", state: "burning")), moment) }
    for side in Speaker.Side.allCases {
      add(
        .condition(Condition(object: "track", state: nil)), .unknown,
        Speaker(name: "N", role: nil, organisation: "O", isAnonymous: side == .other, side: side))
    }
    claims[1].partOf = 0
    claims[2].partOf = 4
    var store = EventStore()
    store.append(article, claims: claims)
    let bytes = EventLinesTests.lines(store)
    let (entries, _, damage, _) = EventLines.read(bytes)
    #expect(damage.isEmpty, "\(damage)")
    #expect(entries.first?.article == article)
    for (before, after) in zip(claims, entries.first?.claims ?? []) { #expect(before == after) }
    #expect(entries.first?.claims.count == claims.count)
    #expect(EventLinesTests.lines(EventLinesTests.store(entries)) == bytes)
    #expect(!bytes.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F })
    #expect(!String(decoding: bytes, as: UTF8.self).unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{2028}" })
  }

  @Test func `a damaged line is told by its number and loses nothing but itself`() {
    var lines = EventLinesTests.textLines(EventLinesTests.lines(EventLinesTests.small()))
    lines[4] = String(lines[4].dropLast(10))
    let (entries, _, damage) = EventLinesTests.read(lines)
    #expect(damage.map(\.line) == [5])
    #expect(entries.map(\.claims.count) == [3, 1])
    // The part still points at its whole, which has not moved; the claim between them is gone.
    #expect(entries.first?.claims.last?.partOf == 1)
  }

  @Test func `a part follows its whole to its new place, and goes with it when it is lost`() {
    var lines = EventLinesTests.textLines(EventLinesTests.lines(EventLinesTests.small()))
    lines[2] = "{}"
    let moved = EventLinesTests.read(lines)
    #expect(moved.damage == [.init(line: 3, reason: "\"event\" is missing")])
    #expect(moved.entries.first?.claims.map(\.partOf) == [nil, nil, 0])
    lines = EventLinesTests.textLines(EventLinesTests.lines(EventLinesTests.small()))
    lines[3] = "?"
    let lost = EventLinesTests.read(lines)
    #expect(
      lost.damage == [
        .init(line: 4, reason: "expected a value at byte 0 of the line"),
        .init(line: 6, reason: "the claim is part of one that is not there"),
      ])
    #expect(lost.entries.first?.claims.count == 2)
  }

  @Test func `claims of a damaged article are not given to another`() {
    var lines = EventLinesTests.textLines(EventLinesTests.lines(EventLinesTests.small()))
    lines[6] = "[]"
    let (entries, _, damage) = EventLinesTests.read(lines)
    #expect(
      damage == [
        .init(line: 7, reason: "the line is an array; an object is expected"),
        .init(line: 8, reason: "the claim's article does not stand before it"),
      ])
    #expect(entries.map(\.claims.count) == [4])
  }

  @Test(arguments: [
    ("\"quote\":\"ab\"", "\"quote\":\"zz\"", "\"quote\" is not what the text has at \"span\""),
    ("\"end\":2},\"quote\"", "\"end\":99},\"quote\"", "\"span\" is 0 to 99; the text has 8 bytes"),
    ("\"start\":0,\"end\":2},\"quote\":\"ab\"", "\"start\":2,\"end\":2},\"quote\":\"\"", "\"span\" is empty"),
    (
      "\"status\":\"held\"", "\"status\":\"taken\"",
      "\"status\" is \"taken\"; it must be one of: "
        + Count.Status.allCases.map(\.rawValue).joined(separator: ", ")
    ),
    ("\"low\":0", "\"low\":\"0\"", "\"low\" is a string; a whole number or null is expected"),
    ("\"low\":0", "\"low\":0.5", "\"low\" is a number; a whole number or null is expected"),
    ("\"low\":0,\"high\":0", "\"low\":-1,\"high\":0", "a count is below zero"),
    ("\"low\":0,\"high\":0", "\"low\":5,\"high\":4", "\"low\" is above \"high\""),
    ("\"low\":0,\"high\":0", "\"low\":4,\"high\":null", "the bounds do not fit the form \"exact\""),
    ("\"index\":0", "\"index\":\"0\"", "\"index\" is a string; a whole number is expected"),
    ("\"rule\":\"r\"", "\"rule\":null", "\"rule\" is null; a string is expected"),
    ("\"standing\":\"current\",", "", "\"standing\" is missing"),
    ("\"precision\":\"unknown\"", "\"precision\":\"day\"", "the parts of \"happened\" do not make a moment"),
    (
      "\"offset\":\"Z\"", "\"offset\":\"PKT\"",
      "the offset \"PKT\" of \"happened\" is not a time zone; write +05:00 or Z"
    ),
  ])
  func `a field that is wrong is named`(old: String, new: String, reason: String) throws {
    var lines = EventLinesTests.textLines(EventLinesTests.lines(EventLinesTests.small()))
    let range = try #require(lines[2].firstRange(of: old))
    lines[2].replaceSubrange(range, with: new)
    let (entries, _, damage) = EventLinesTests.read(lines)
    #expect(damage == [.init(line: 3, reason: reason)])
    #expect(entries.map(\.claims.count) == [3, 1])
  }

  @Test func `a receipt that cuts a character in two is refused`() {
    let id = ArticleID(digest: String(repeating: "a", count: 64))
    let article = Article(id: id, path: "a", text: Array("é".utf8))
    var store = EventStore()
    store.append(
      article,
      claims: [
        Claim(.condition(Condition(object: "o", state: nil)), receipt: Receipt(article: id, span: 0..<1, rule: "r"))
      ])
    #expect(EventLines.read(EventLinesTests.lines(store)).damage.map(\.reason) == ["\"span\" cuts a character in two"])
  }

  @Test func `a second claim of one index, and a claim that is its own part, are refused`() {
    var lines = EventLinesTests.textLines(EventLinesTests.lines(EventLinesTests.small()))
    lines.insert(lines[2], at: 3)
    #expect(EventLinesTests.read(lines).damage == [.init(line: 4, reason: "a second claim with the index 0")])
    lines = EventLinesTests.textLines(EventLinesTests.lines(EventLinesTests.small()))
    lines[5] = lines[5].replacing("\"part_of\":1", with: "\"part_of\":3")
    #expect(
      EventLinesTests.read(lines).damage == [.init(line: 6, reason: "the claim is part of one that is not there")])
  }

  @Test func `lines of a later version are not guessed at`() {
    var lines = EventLinesTests.textLines(EventLinesTests.lines(EventLinesTests.small()))
    lines[0] = #"{"sitboard":"events","version":2}"#
    let (entries, _, damage) = EventLinesTests.read(lines)
    #expect(entries.isEmpty)
    #expect(
      damage == [
        .init(line: 1, reason: "version 2 of the event lines is not known here; this program reads version 1")
      ])
  }

  @Test func `lines without the version line are read, and it is said that it is missing`() {
    let lines = EventLinesTests.textLines(EventLinesTests.lines(EventLinesTests.small()))
    let (entries, _, damage) = EventLinesTests.read(Array(lines.dropFirst()))
    #expect(entries.map(\.claims.count) == [4, 1])
    #expect(
      damage == [
        .init(line: 1, reason: "the version line {\"sitboard\":\"events\",\"version\":1} does not come first")
      ])
  }

  @Test func `carriage returns, empty lines, further fields and a missing last line feed do no harm`() {
    var lines = EventLinesTests.textLines(EventLinesTests.lines(EventLinesTests.small()))
    lines[3] = "{\"extra\":[{\"deep\":null}]," + lines[3].dropFirst()
    let text = lines.joined(separator: "\r\n\r\n")
    let (entries, _, damage, _) = EventLines.read(Array(text.utf8))
    #expect(damage.isEmpty)
    #expect(EventLinesTests.store(entries).events == EventLinesTests.small().events)
  }

  @Test func `no beginning of an event file is taken for more than it holds`() {
    let bytes = EventLinesTests.lines(EventLinesTests.small())
    for end in stride(from: 0, to: bytes.count, by: 7) {
      let (entries, _, _, _) = EventLines.read(Array(bytes[..<end]))
      #expect(entries.flatMap(\.claims).count <= 5)
    }
  }

  @Test func `a changed byte gives no receipt that its text does not bear out`() {
    let bytes = EventLinesTests.lines(EventLinesTests.small())
    for index in stride(from: 0, to: bytes.count, by: 3) {
      var changed = bytes
      changed[index] ^= 0x11
      for entry in EventLines.read(changed).entries {
        for claim in entry.claims {
          let span = claim.receipt.span
          #expect(!span.isEmpty && span.upperBound <= entry.article.text.count)
        }
      }
    }
  }
}
