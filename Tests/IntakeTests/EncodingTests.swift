import Intake
import Situation
import Testing

@Suite struct EncodingTests {
  static func sixteen(_ text: String, bigEndian: Bool) -> [UInt8] {
    (bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE])
      + text.utf16.flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return bigEndian ? [high, low] : [low, high]
      }
  }

  @Test(arguments: [true, false])
  func `a text in UTF-16 is read in either order of bytes, and the canonical text is UTF-8`(bigEndian: Bool) throws {
    let text = "Title: Überfall\n\nZehn – 𝟏𝟎 – Geiseln.\n"
    let result = ArticleTextTests.load(EncodingTests.sixteen(text, bigEndian: bigEndian))
    let article = try #require(result.entries.first).article
    #expect(article.text == Array(text.utf8))
    #expect(article.title == "Überfall")
    #expect(article.titleSpan == 7..<16)
    #expect(article.notices == ["in UTF-16: read as UTF-8"])
  }

  @Test func `the identity is that of the raw bytes`() throws {
    let little = try #require(ArticleTextTests.load(EncodingTests.sixteen("A", bigEndian: false)).entries.first)
    let big = try #require(ArticleTextTests.load(EncodingTests.sixteen("A", bigEndian: true)).entries.first)
    #expect(little.article.text == big.article.text)
    #expect(little.article.id != big.article.id)
  }

  @Test func `half a pair and an odd byte are replaced and counted`() throws {
    // A high half before "A", a low half alone, a byte too many.
    let bytes: [UInt8] = [0xFE, 0xFF, 0xD8, 0x00, 0x00, 0x41, 0xDC, 0x00, 0x42]
    let article = try #require(ArticleTextTests.load(bytes).entries.first).article
    #expect(article.quote(article.body) == "\u{FFFD}A\u{FFFD}\u{FFFD}")
    #expect(article.notices == ["in UTF-16: read as UTF-8", "not UTF-16 throughout: 3 places were replaced"])
  }

  @Test func `UTF-16 without text, and with NUL characters, is refused`() {
    #expect(ArticleTextTests.load([0xFF, 0xFE]).problems.map(\.kind) == [.empty])
    #expect(ArticleTextTests.load([0xFF, 0xFE, 0, 0, 0x41, 0]).problems.map(\.kind) == [.binary])
  }

  @Test func `bytes that are no UTF-8 and look like Windows-1252 are read as that`() throws {
    // "The café’s owner said “ten” – €5."
    let bytes =
      Array("The caf".utf8) + [0xE9, 0x92] + Array("s owner said ".utf8) + [0x93] + Array("ten".utf8) + [0x94]
      + Array(" ".utf8) + [0x96] + Array(" ".utf8) + [0x80] + Array("5.".utf8)
    let article = try #require(ArticleTextTests.load(bytes).entries.first).article
    #expect(article.quote(article.body) == "The café’s owner said “ten” – €5.")
    #expect(article.notices == ["not UTF-8: read as Windows-1252"])
  }

  @Test(arguments: [
    // A cut character of UTF-8, UTF-8 with one bad byte, another alphabet, a hole in the set, a control character.
    Array("caf".utf8) + [0xC3], Array("café".utf8) + [0x20, 0xE9, 0x74], [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2],
    Array("na".utf8) + [0x81], Array("caf".utf8) + [0xE9, 0x01],
  ])
  func `what does not look like Windows-1252 is not read as that`(bytes: [UInt8]) throws {
    let article = try #require(ArticleTextTests.load(bytes).entries.first).article
    #expect(article.quote(article.body).contains("\u{FFFD}"))
    #expect(article.notices.first?.hasPrefix("not UTF-8 throughout: ") == true)
  }
}
