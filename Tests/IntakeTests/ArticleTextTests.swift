import Intake
import Situation
import Testing

@Suite struct ArticleTextTests {
  static func load(_ bytes: [UInt8], _ options: IntakeOptions = IntakeOptions()) -> Intake.Result {
    Intake.load([(name: "a.txt", bytes: bytes)], options: options)
  }

  static func article(_ text: String, _ options: IntakeOptions = IntakeOptions()) throws -> Article {
    try #require(load(Array(text.utf8), options).entries.first).article
  }

  static let karachi = UTCOffset(minutes: 300) ?? .zero

  @Test func `a header gives title, outlet, date and address, and the story begins after the empty line`() throws {
    let text =
      "Title: Train halted \nOutlet: Quetta Desk\nDate: 2025-03-11T15:20+05:00\nUrl: https://example.org/1\n\nQUETTA - A train.\n"
    let article = try ArticleTextTests.article(text)
    #expect(article.title == "Train halted")
    #expect(article.titleSpan == 7..<19)
    #expect(article.outlet == "Quetta Desk")
    #expect(article.url == "https://example.org/1")
    #expect(article.date.written.to == "2025-03-11T15:20+05:00")
    #expect(article.quote(article.body) == "QUETTA - A train.\n")
    #expect(article.text == Array(text.utf8))
    #expect(article.path == "a.txt")
    #expect(article.notices.isEmpty)
  }

  @Test func `the identity is the SHA-256 of the bytes`() throws {
    // The digest of "abc" is the first example of FIPS 180-4.
    #expect(
      try ArticleTextTests.article("abc").id.digest
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(try ArticleTextTests.article("abc").id.story == 1)
  }

  @Test func `a text without a header is all story and undated`() throws {
    for text in ["A train.\n\nTitle: no header.\n", "Note: this begins with a word.\n\nText.", "10:30 came.\n\nText."] {
      let article = try ArticleTextTests.article(text)
      #expect(article.body == 0..<text.utf8.count)
      #expect(article.title == nil)
      #expect(article.date == .unknown)
      #expect(article.notices.isEmpty)
    }
  }

  @Test func `the names of fields may be in any case, and lines may end with a carriage return`() throws {
    let article = try ArticleTextTests.article("TITLE: T\r\ndate: 2025-03-11\r\n\r\nText.\r\n")
    #expect(article.title == "T")
    #expect(article.titleSpan == 7..<8)
    #expect(article.date.precision == .day)
    #expect(article.quote(article.body) == "Text.\r\n")
  }

  @Test func `a header that no empty line ends is text, and that is said`() throws {
    let article = try ArticleTextTests.article("Title: T\nThe train stopped.\n")
    #expect(article.title == nil)
    #expect(article.body.lowerBound == 0)
    #expect(article.notices == ["begins like a header, but no empty line ends it: read as text without a date"])
  }

  @Test func `a header line that is not known, or given twice, is passed over and named`() throws {
    let article = try ArticleTextTests.article("Title: A\nByline: B\nTitle: C\n\nText.")
    #expect(article.title == "A")
    #expect(
      article.notices == [
        "the header line \"Byline\" is not known and was passed over",
        "a second header line \"Title\" was passed over",
      ])
  }

  @Test func `a field without a value is not there`() throws {
    let article = try ArticleTextTests.article("Title:\nOutlet:  \nDate:\n\nText.")
    #expect(article.title == nil)
    #expect(article.outlet == nil)
    #expect(article.date == .unknown)
  }

  @Test func `a byte order mark is no part of the header or the story`() throws {
    let article = try ArticleTextTests.article("\u{FEFF}Title: T\n\nText.")
    #expect(article.title == "T")
    #expect(article.titleSpan == 10..<11)
    #expect(article.quote(article.body) == "Text.")
    let plain = try ArticleTextTests.article("\u{FEFF}Text.")
    #expect(plain.body == 3..<8)
    #expect(plain.text.count == 8)
  }

  @Test func `invalid bytes are replaced and counted`() throws {
    let result = ArticleTextTests.load(Array("caf".utf8) + [0xE9, 0x20, 0xFF] + Array(" train".utf8))
    let article = try #require(result.entries.first).article
    #expect(article.quote(article.body) == "caf\u{FFFD} \u{FFFD} train")
    #expect(article.notices == ["not UTF-8 throughout: 2 invalid bytes were replaced"])
    let one = ArticleTextTests.load([0x41, 0xFF])
    #expect(one.entries.first?.article.notices == ["not UTF-8 throughout: 1 invalid byte was replaced"])
  }

  @Test func `a date given as an option dates the undated and no other`() throws {
    let options = IntakeOptions(date: Moment.parse("2025-03-13", defaultOffset: .zero))
    #expect(try ArticleTextTests.article("Text.", options).date.written.to == "2025-03-13")
    #expect(try ArticleTextTests.article("Date: 2025-03-11\n\nText.", options).date.written.to == "2025-03-11")
  }

  @Test func `a date without a zone is read in UTC, stays as exact as it was, and says so`() throws {
    let day = try ArticleTextTests.article("Date: 2025-03-11\n\nText.")
    #expect(day.date.precision == .day)
    #expect(day.date.offset == .zero)
    #expect(
      day.notices == [
        "the date names no time zone and is read in UTC; give --timezone if it is another"
      ])
    let zoned = try ArticleTextTests.article(
      "Date: 2025-03-11\n\nText.", IntakeOptions(timezone: ArticleTextTests.karachi))
    #expect(zoned.date.offset == ArticleTextTests.karachi)
    #expect(zoned.notices.isEmpty)
    let named = try ArticleTextTests.article("Date: 2025-03-11T10:00Z\n\nText.")
    #expect(named.notices.isEmpty)
    #expect(
      try ArticleTextTests.article(
        "Date: 2025-03-11T10:00+05:00\n\nText.", IntakeOptions(timezone: .zero)
      ).date.written.to == "2025-03-11T10:00+05:00")
  }

  @Test(arguments: ["yesterday", "2025-02-30", "11 March 2025", "0001-01-01", "9999-12-31", "2025-03-11T25:00Z"])
  func `a date that is none leaves the article undated and is told`(date: String) throws {
    let article = try ArticleTextTests.article("Date: \(date)\n\nText.")
    #expect(article.date == .unknown)
    #expect(
      article.notices == [
        "the date \"\(date)\" was not understood, the article stays undated; write 2025-03-12 or 2025-03-12T14:10+05:00"
      ])
  }

  @Test(arguments: [
    ("", Problem.Kind.empty), (" \n\t\r\n", .empty), ("\u{FEFF}", .empty), ("Title: T\n\n", .noText),
    ("Title: T", .noText), ("Title: T\nDate: 2025-03-11\n\n \n", .noText), ("a\u{0}b", .binary),
  ])
  func `what holds no text is refused`(text: String, kind: Problem.Kind) {
    let result = ArticleTextTests.load(Array(text.utf8))
    #expect(result.entries.isEmpty)
    #expect(result.problems.map(\.kind) == [kind])
  }

  @Test func `a header of thousands of lines is no header`() throws {
    let article = try ArticleTextTests.article(
      "Title: T\n" + String(repeating: "Byline: B\n", count: 5000) + "\nText.")
    #expect(article.title == nil)
    #expect(article.notices.count == 1)
  }
}
