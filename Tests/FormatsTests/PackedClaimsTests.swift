import LineExamples
import Situation
import Testing

@testable import Formats

@Suite struct PackedClaimsTests {
  private static let article = Article(
    id: ArticleID(digest: String(repeating: "a", count: 64), story: 3), path: "a.txt",
    text: Array("Zwölf were freed, and 30 to 40 are held.".utf8))

  /// A claim of each kind, with every field that may be missing once there and once not.
  private static let claims: [Claim] = {
    func receipt(_ span: Range<Int>) -> Receipt { Receipt(article: article.id, span: span, rule: "by hand") }
    let speaker = Speaker(name: "Adel", role: "governor", organisation: nil, isAnonymous: false, side: .state)
    let day = Moment.parse("2025-03-12", defaultOffset: .zero) ?? .unknown
    let instant = Moment.parse("2025-03-12T14:10+05:00", defaultOffset: .zero) ?? .unknown
    return [
      Claim(
        .count(Count(.rescued, "people", .people, .exactly(12), scope: .part, cause: "gunfire")), speaker: speaker,
        happened: day.by, reported: instant, place: "Mach", partOf: 1, doubt: .scope, receipt: receipt(0..<17)),
      Claim(
        .count(Count(.held, "passengers", nil, .between(30, 40))), standing: .denied,
        happened: .weekday(.tuesday, text: "Tuesday"), receipt: receipt(23..<40)),
      Claim(
        .count(Count(.killed, "people", .attackers, .undisclosed("an undisclosed number"))), receipt: receipt(0..<1)),
      Claim(.condition(Condition(object: "engine", state: nil, number: nil)), receipt: receipt(1..<4)),
      Claim(.condition(Condition(object: "coaches", state: "empty", number: 9)), receipt: receipt(0..<4)),
      Claim(
        .movement(Movement(subject: "train", action: "sent", figure: .atLeast(4), to: "Mach", distanceKilometres: 70)),
        receipt: receipt(0..<4)),
      Claim(
        .deployment(Deployment(side: .attackers, unit: "fighters", action: "set", equipment: "vests")),
        speaker: speaker, receipt: receipt(0..<4)),
      Claim(.statement(Statement(act: .demand, by: nil, content: "a swap")), receipt: receipt(0..<41)),
    ]
  }()

  @Test func `two spellings of one character come back each as it was`() throws {
    // One character, and a letter with a combining accent.
    let spellings = ["caf\u{E9}", "cafe\u{301}"]
    let claims = spellings.map { name in
      Claim(
        .statement(Statement(act: .label, by: name, content: name)), speaker: Speaker(name: name, side: .other),
        happened: .weekday(.tuesday, text: name), place: Place(name),
        receipt: Receipt(article: Self.article.id, span: 0..<4, rule: "by hand"))
    }
    let read = try PackedClaims.claims(PackedClaims.bytes(claims)[...], of: Self.article)
    for (claim, spelling) in zip(read, spellings) {
      let texts = [claim.speaker?.name, claim.happened.text, claim.place?.name]
      #expect(texts.map { Array(($0 ?? "").utf8) } == Array(repeating: Array(spelling.utf8), count: 3))
    }
  }

  @Test func `what was packed is read as it was`() throws {
    let bytes = PackedClaims.bytes(Self.claims)
    #expect(try PackedClaims.claims(bytes[...], of: Self.article) == Self.claims)
    #expect(bytes.count < 50 * Self.claims.count)
  }

  @Test func `bytes that are cut anywhere are refused`() {
    let bytes = PackedClaims.bytes(Self.claims)
    for end in 0..<bytes.count {
      #expect(throws: FormatError.self) { try PackedClaims.claims(bytes[..<end], of: Self.article) }
    }
    #expect(throws: FormatError.self) { try PackedClaims.claims(bytes + [0], of: Self.article) }
  }

  @Test func `articles packed by a build with other cases, or the same in another order, are refused`() throws {
    let entry: PackedArticles.Entry = (Self.report, [], Self.fingerprint)
    let bytes = PackedArticles.bytes([entry])
    #expect(try PackedArticles.entries(bytes, texts: [Self.report.text]).first?.fingerprint == Self.fingerprint)
    let held = try #require(bytes.firstRange(of: Array("held".utf8)))
    let killed = try #require(bytes.firstRange(of: Array("killed".utf8)))
    #expect(held.upperBound < killed.lowerBound)
    var other = bytes
    other.replaceSubrange(held.lowerBound..<killed.upperBound, with: Array("killed held".utf8))
    #expect(other.count == bytes.count)
    #expect(throws: FormatError.self) { try PackedArticles.entries(other, texts: [Self.report.text]) }
  }

  @Test func `a passage that is not one of the text is refused`() {
    let bytes = PackedClaims.bytes(Self.claims)
    var shorter = Self.article
    shorter.text.removeLast()
    #expect(throws: FormatError.self) { try PackedClaims.claims(bytes[...], of: shorter) }
    var other = Self.article
    // The first byte after the first receipt is then within a character.
    other.text[17] = 0x80
    #expect(throws: FormatError.self) { try PackedClaims.claims(bytes[...], of: other) }
  }

  private static let report = Article(
    id: ArticleID(digest: String(repeating: "b", count: 64)), path: "b.txt",
    title: "Bomb hits Jaffar Express near Mach",
    date: Moment.parse("2025-03-12", defaultOffset: .zero) ?? .unknown,
    text: Array(
      "Gunmen held the Jaffar Express near Mach after an explosion. Floods and rain reached Sibi. The train stood.".utf8
    ))
  private static let fingerprint = IncidentFingerprint(
    report,
    claims: claims + [
      Claim(
        .count(Count(.killed, "people", .people, .exactly(2))), happened: report.date, place: "Mach",
        receipt: Receipt(article: report.id, span: 0..<6, rule: "by hand"))
    ])

  @Test func `a fingerprint that was packed is read as it was`() throws {
    let bytes = PackedFingerprint.bytes(Self.fingerprint)
    #expect(Self.fingerprint.names.isSuperset(of: ["jaffar", "mach", "sibi"]))
    #expect(Self.fingerprint.happened.count == 1 && !Self.fingerprint.kinds.isEmpty)
    #expect(!Self.fingerprint.things.isEmpty && !Self.fingerprint.regionShares.isEmpty)
    #expect(try PackedFingerprint.fingerprint(bytes[...], of: Self.report) == Self.fingerprint)
  }

  @Test func `a fingerprint that is cut, longer, or of values out of bounds is refused`() throws {
    let bytes = PackedFingerprint.bytes(Self.fingerprint)
    for end in 0..<bytes.count {
      #expect(throws: FormatError.self) { try PackedFingerprint.fingerprint(bytes[..<end], of: Self.report) }
    }
    #expect(throws: FormatError.self) { try PackedFingerprint.fingerprint(bytes + [0], of: Self.report) }
    // No traits, phrases, places, days, kinds or shares; and a sketch of one entry, where there are always sixteen.
    #expect(throws: FormatError.self) {
      try PackedFingerprint.fingerprint([0, 0, 0, 0, 0, 0, 0, 2, 0], of: Self.report)
    }
    var draw = SeededGenerator(seed: 11)
    for _ in 0..<20_000 {
      var changed = bytes
      changed[Int.random(in: 0..<bytes.count, using: &draw)] = UInt8.random(in: .min ... .max, using: &draw)
      guard let read = try? PackedFingerprint.fingerprint(changed[...], of: Self.report) else { continue }
      #expect(read.traits.allSatisfy { (0...1.5).contains($0.salience) } && read.sketch.count == 16)
    }
  }

  @Test func `bytes of chance are refused, or make claims of the text`() throws {
    var draw = SeededGenerator(seed: 7)
    let whole = PackedClaims.bytes(Self.claims)
    for _ in 0..<20_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &draw) {
        bytes[Int.random(in: 0..<bytes.count, using: &draw)] = UInt8.random(in: .min ... .max, using: &draw)
      }
      guard let claims = try? PackedClaims.claims(bytes[...], of: Self.article) else { continue }
      for claim in claims {
        #expect(claim.receipt.span.upperBound <= Self.article.text.count)
        #expect(!claim.receipt.span.isEmpty)
      }
    }
  }
}
