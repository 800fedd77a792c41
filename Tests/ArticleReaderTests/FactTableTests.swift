import Foundation
import Situation
import Testing

/// One row of the fact table: a claim that must be read, wherever in the text it stands.
struct Fact: CustomTestStringConvertible, Sendable {
  let row: Int
  /// The claim in one line, as `summary` gives it; each of these must be met by a claim whose line contains it.
  let reading: String
  /// The surname, role or organisation of the speaker; "" for nobody.
  var speaker = ""
  var isAnonymous = false
  var standing = Claim.Standing.current
  /// The weekday on which it was so or said, and whether the text says only "by then"; `nil` where the table has none.
  var when: Weekday?
  /// Words that the receipt must hold; any of them.
  var receipt: [String]
  /// How often it is said.
  var times = 1
  var place: String?

  var testDescription: String { "row \(row): \(reading)" }
}

let facts: [Fact] = [
  Fact(row: 1, reading: "security forces exchanging fire", speaker: "officials", when: .wednesday, receipt: ["unfire"]),
  Fact(row: 1, reading: "strength 200…", speaker: "officials", when: .wednesday, receipt: ["hundreds of"]),
  Fact(row: 2, reading: "held 300 about", speaker: "officials", when: .wednesday, receipt: ["about 300"]),
  Fact(
    row: 3, reading: "surrounding the hostages explosive vests", speaker: "officials", when: .wednesday,
    receipt: ["vests"]),
  Fact(row: 3, reading: "forces cautious", speaker: "officials", when: .wednesday, receipt: ["cauti"]),
  Fact(
    row: 4, reading: "state helicopters backing the forces", speaker: "Rind", when: .wednesday, receipt: ["elicopters"]),
  Fact(row: 5, reading: "label an act of terrorism", speaker: "Rind", receipt: ["an act of terrorism"]),
  Fact(row: 6, reading: "killed 30…", when: .wednesday, receipt: ["t least 30"]),
  Fact(row: 7, reading: "rescued 190", when: .wednesday, receipt: ["190"]),
  Fact(row: 8, reading: "aboard 450 about people people", when: .tuesday, receipt: ["approximately 450 people"]),
  Fact(row: 9, reading: "train hijacked", when: .tuesday, receipt: ["hijacked"], place: "Bolan"),
  Fact(row: 9, reading: "tunnel entering", when: .tuesday, receipt: ["a tunnel"], place: "Bolan"),
  Fact(row: 10, reading: "history", standing: .background, receipt: ["first time", "of this kind"]),
  Fact(row: 11, reading: "responsibility BLA", speaker: "BLA", receipt: ["esponsibility"]),
  Fact(row: 12, reading: "offer BLA", speaker: "BLA", receipt: ["open to negotiations", "prisoner swap"]),
  Fact(row: 13, reading: "answer government", when: .wednesday, receipt: ["no response", "no answer"]),
  Fact(row: 14, reading: "history", standing: .background, receipt: ["in the past", "In years past"]),
  Fact(
    row: 15, reading: "aboard undisclosed women and children", speaker: "TRT Global", receipt: ["omen and children"]),
  Fact(row: 16, reading: "train travelling from Quetta to Peshawar", receipt: ["Quetta"], times: 2),
  Fact(row: 17, reading: "safe 350 about passengers people", speaker: "Dilawar", receipt: ["around 350"]),
  Fact(row: 18, reading: "relief train on the way", speaker: "Dilawar", receipt: ["relief train"]),
  Fact(
    row: 19, reading: "rescued undisclosed women and children", speaker: "authorities", receipt: ["women and children"]),
  Fact(
    row: 20, reading: "killed undisclosed security personnel security-forces", speaker: "officials", isAnonymous: true,
    receipt: ["security personnel"]),
  Fact(row: 21, reading: "train partly inside a tunnel", speaker: "officials", receipt: ["inside a tunnel"]),
  Fact(row: 22, reading: "track blown up", speaker: "officials", receipt: ["the tracks"]),
  Fact(row: 23, reading: "engine immobilised", speaker: "officials", receipt: ["engine"]),
  Fact(row: 23, reading: "coaches immobilised 9", speaker: "officials", receipt: ["nine coaches"]),
  Fact(row: 24, reading: "critical 1 driver people", speaker: "officials", receipt: ["driver"]),
  Fact(row: 25, reading: "guards attacked", speaker: "officials", receipt: ["uards"]),
  Fact(row: 25, reading: "aboard undisclosed guards security-forces", speaker: "officials", receipt: ["uards"]),
  Fact(row: 26, reading: "passengers sent to home towns", receipt: ["home towns"]),
  Fact(row: 27, reading: "injured undisclosed", receipt: ["injured"], place: "Mach district"),
  Fact(row: 28, reading: "others taken|moved to Quetta 100 km", receipt: ["100 k"]),
  Fact(row: 29, reading: "history", standing: .background, receipt: ["typically", "usually"]),
  Fact(row: 30, reading: "history", standing: .background, receipt: ["trains in the past", "trains before"]),
]

struct FactTableTests {
  @Test(arguments: facts)
  func `a row of the fact table is read from the undated dispatches`(_ fact: Fact) throws {
    let article = try ReaderFixture.seed("undated/two-dispatches.txt")
    try check(fact, article)
  }

  @Test(
    .enabled(
      if: ReaderFixture.hasRealArticle,
      "the real article lies outside the repository, in shared/seeds beside the package"),
    arguments: facts)
  func `a row of the fact table is read from the real article`(_ fact: Fact) throws {
    try check(fact, try ReaderFixture.article(ReaderFixture.realArticle))
  }

  @Test func `nothing but people is counted in the undated dispatches`() throws {
    let article = try ReaderFixture.seed("undated/two-dispatches.txt")
    try checkForbidden(article)
  }

  @Test(
    .enabled(
      if: ReaderFixture.hasRealArticle,
      "the real article lies outside the repository, in shared/seeds beside the package"))
  func `nothing but people is counted in the real article`() throws {
    try checkForbidden(try ReaderFixture.article(ReaderFixture.realArticle))
  }

  private func check(_ fact: Fact, _ article: Article) throws {
    let claims = try ReaderFixture.reader.get().read(article)
    let wanted = fact.reading.split(separator: "|")
    let readings =
      wanted.count == 2
      ? ["taken", "moved"].map { "others \($0) to Quetta 100 km" } : [fact.reading]
    let matches = claims.filter { claim in
      let line = summary(claim.content)
      return readings.contains { line.contains($0) }
        && fact.receipt.contains { article.quote(claim.receipt.span).contains($0) }
        && claim.standing == fact.standing && speaks(fact, claim.speaker)
    }
    #expect(
      matches.count >= fact.times, "\(claims.filter { c in readings.contains { summary(c.content).contains($0) } })")
    for claim in matches {
      let span = claim.receipt.span
      #expect(!span.isEmpty && span.upperBound <= article.text.count)
      if let place = fact.place { #expect(claim.place?.name.contains(place) == true) }
      #expect(claim.happened.isUndated, "an undated text gives no date")
    }
    if let when = fact.when {
      #expect(matches.contains { $0.happened.weekday == when || $0.reported.weekday == when })
    }
  }

  private func speaks(_ fact: Fact, _ speaker: Speaker?) -> Bool {
    guard !fact.speaker.isEmpty else { return speaker == nil }
    guard let speaker else { return false }
    return [speaker.name, speaker.role, speaker.organisation].contains { $0?.hasSuffix(fact.speaker) == true }
      && (!fact.isAnonymous || speaker.isAnonymous)
  }

  /// Nine coaches, kilometres, miles and the officials who speak are nobody; history counts nobody.
  private func checkForbidden(_ article: Article) throws {
    let claims = try ReaderFixture.reader.get().read(article)
    for claim in claims {
      guard let count = claim.count, !count.figure.isUndisclosed else { continue }
      let numbers = [count.figure.low, count.figure.high].compactMap(\.self)
      #expect(
        numbers.allSatisfy { [1, 30, 190, 200, 300, 350, 450].contains($0) }, "\(article.quote(claim.receipt.span))")
    }
    #expect(claims.filter { $0.count?.figure == .exactly(1) }.count == 1, "only the driver is one")
  }
}
