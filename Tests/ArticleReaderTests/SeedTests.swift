import Foundation
import Situation
import Testing

@testable import ArticleReader

/// What a seed dispatch says in counts, written by hand from its words: status, bounds, subject class, who says it.
struct SeedExpectation: CustomTestStringConvertible, Sendable {
  let file: String
  /// "killed 30… attackers | sources": every count with a number, in any order; "background", "superseded" where it
  /// is not current; the speaker's surname, role's last word or organisation, "-" for nobody.
  let counts: [String]

  var testDescription: String { file }
}

let seedExpectations: [SeedExpectation] = [
  SeedExpectation(
    file: "01-train-stopped-at-tunnel.txt",
    counts: ["aboard 500 people | official", "injured 1 people | -", "injured 3… people | -"]),
  SeedExpectation(
    file: "02-group-claims-attack.txt",
    counts: ["held 100… people | BLA", "killed 6 security-forces | BLA", "aboard 500 people | Kashif"]),
  SeedExpectation(
    file: "03-hostages-and-first-rescued.txt",
    counts: [
      "held 450… people | official", "rescued 80 people | Rind", "rescued 43 people | Rind", "rescued 26 people | Rind",
      "rescued 11 people | Rind", "held 100… people | BLA", "aboard 500 people | Kashif",
    ]),
  SeedExpectation(
    file: "04-deadline-for-prisoners.txt",
    counts: [
      "held 214 people | BLA", "held 100… people | BLA", "rescued 26 people | Rind", "rescued 11 people | Rind",
      "rescued 80 people | Rind", "held 450… people | Kashif",
    ]),
  SeedExpectation(
    file: "05-rescued-pass-one-hundred.txt",
    counts: [
      "rescued 104 people | sources", "rescued 58 people | -", "rescued 31 people | -", "rescued 15 people | -",
      "rescued 80 people | government", "killed 16 attackers | sources", "injured 17 people | sources",
      "held 214 people | BLA", "killed 26… people background | -", "injured 62 people background | -",
    ]),
  SeedExpectation(
    file: "06-railway-reports-ten-dead.txt",
    counts: [
      "killed 10 people | superintendent", "killed 1 people | superintendent",
      "killed 8 security-forces | superintendent", "killed 6 security-forces | BLA", "injured 1 people | -",
      "injured 17 people | sources",
    ]),
  SeedExpectation(
    file: "07-rescued-reach-quetta.txt",
    counts: [
      "rescued 57 people | officials", "rescued 23 people | -", "rescued 80 people | Rind",
      "rescued 104 people | sources",
    ]),
  SeedExpectation(
    file: "08-second-day-of-operation.txt",
    counts: [
      "rescued 155 people | sources", "killed 27 attackers | sources", "rescued 104 people superseded | sources",
      "killed 16 attackers superseded | sources", "aboard 500 people | Kashif", "held 450… people | Kashif",
      "killed 10 people | Hayat",
    ]),
  SeedExpectation(
    file: "09-vests-among-hostages.txt",
    counts: ["strength 70-80 attackers | Chaudhry", "killed 27 attackers | sources", "held 214 people | BLA"]),
  SeedExpectation(
    file: "10-tunnel-surrounded.txt",
    counts: [
      "aboard 4-5 people | Dilawar", "killed 30 security-forces | BLA", "killed 27 attackers | sources",
      "killed 10 people | Hayat", "killed 8 security-forces | Hayat",
    ]),
  SeedExpectation(
    file: "11-midday-count.txt",
    counts: [
      "rescued 190 people | source", "killed 30 attackers | source", "rescued 155 people | sources",
      "killed 27 attackers | sources", "held 450… people | Kashif", "injured 17 people | -",
    ]),
  SeedExpectation(
    file: "12-coffins-by-train.txt",
    counts: [
      "killed 3 people | paramedic", "killed 1 people | paramedic", "killed 1 security-forces | paramedic",
      "killed 10 people | Hayat", "killed 30 attackers | source", "rescued 190 people | source",
    ]),
  SeedExpectation(
    file: "13-fifty-hostages-claim.txt",
    counts: [
      "killed 50 people | BLA", "held 214 people | BLA", "killed 30 security-forces | BLA",
      "killed 30 attackers | source", "killed 3 people | Farooq", "rescued 190 people | -",
    ]),
  SeedExpectation(
    file: "14-operation-declared-over.txt",
    counts: [
      "killed 33 attackers | spokesman", "killed 21 people | Chaudhry", "killed 4 security-forces | Chaudhry",
      "aboard 440 people | Chaudhry", "injured 0 people | Chaudhry", "aboard 500 people | Kashif",
      "held 450… people | Kashif", "strength 70-80 attackers | Chaudhry", "killed 50 people | BLA",
    ]),
  SeedExpectation(
    file: "15-more-than-300-freed.txt",
    counts: [
      "rescued 300… people | military", "rescued 346 people | military", "rescued 168 people | military",
      "rescued 178 people | military", "rescued 190 people | source", "aboard 440 people | Chaudhry",
      "killed 21 people | Chaudhry",
    ]),
  SeedExpectation(
    file: "16-bodies-taken-to-mach.txt",
    counts: [
      "killed 25 people | official", "killed 19 people | official", "killed 1 security-forces | -",
      "killed 1 people | -", "killed 4 people | -", "killed 28 security-forces | official",
      "killed 27 security-forces | official", "killed 21 people | Chaudhry", "killed 4 security-forces | Chaudhry",
    ]),
  SeedExpectation(
    file: "17-chief-minister-on-freed.txt",
    counts: [
      "rescued 340… people | Bugti", "rescued 346 people | -", "killed 25 people | official",
      "killed 28 security-forces | official", "killed 26… people background | -",
      "injured 62 people background | -",
    ]),
  SeedExpectation(
    file: "18-toll-raised-to-31.txt",
    counts: [
      "killed 31 people | Chaudhry", "killed 25 people superseded | Chaudhry", "killed 23 security-forces | Chaudhry",
      "killed 3 people | Chaudhry", "killed 5 people | Chaudhry", "killed 18 people | -", "killed 5 people | -",
      "rescued 354 people | Chaudhry", "killed 33 attackers | Chaudhry", "aboard 440 people | Chaudhry",
      "killed 28 security-forces | official", "killed 1 people | Hayat", "killed 8 security-forces | Hayat",
    ]),
  SeedExpectation(
    file: "19-rival-accounts-of-214.txt",
    counts: [
      "killed 214 people | BLA", "held 214 people | BLA", "held 0 people | military", "killed 50 people | BLA",
      "killed 31 people | military",
      "killed 18 security-forces | military", "rescued 354 people | military", "killed 33 attackers | military",
    ]),
]

struct SeedTests {
  @Test(arguments: seedExpectations)
  func `a seed dispatch is read whole and no further`(_ seed: SeedExpectation) throws {
    let article = try ReaderFixture.seed(seed.file)
    let claims = try ReaderFixture.reader.get().read(article)
    var read: Set<String> = []
    for claim in claims {
      guard let count = claim.count, !count.figure.isUndisclosed else { continue }
      let subject = count.subjectClass?.rawValue ?? "mixed"
      let standing = claim.standing == .current ? "" : " " + claim.standing.rawValue
      read.insert("\(count.status.rawValue) \(bounds(count.figure)) \(subject)\(standing) | \(voice(claim.speaker))")
    }
    #expect(Set(seed.counts).subtracting(read) == [], "not read")
    #expect(read.subtracting(seed.counts) == [], "read and not there")
  }

  @Test func `a breakdown is linked to its whole`() throws {
    let article = try ReaderFixture.seed("12-coffins-by-train.txt")
    let claims = try ReaderFixture.reader.get().read(article)
    let parts = claims.filter { $0.count?.figure == .exactly(1) }
    #expect(parts.count == 3)
    for part in parts {
      let whole = try #require(part.partOf)
      #expect(claims[whole].count?.figure == .exactly(3))
      #expect(part.count?.scope == .part)
    }
  }

  @Test(arguments: ["05-rescued-pass-one-hundred.txt", "17-chief-minister-on-freed.txt"])
  func `the blast of another year is background`(_ file: String) throws {
    let claims = try ReaderFixture.reader.get().read(try ReaderFixture.seed(file))
    let blast = claims.filter { [26, 62].contains($0.count?.figure.low) }
    #expect(blast.count == 2)
    #expect(blast.allSatisfy { $0.standing == .background && $0.happened.text == "November 2024" })
  }

  @Test(arguments: seedExpectations)
  func `every receipt is a passage of its dispatch`(_ seed: SeedExpectation) throws {
    let article = try ReaderFixture.seed(seed.file)
    for claim in try ReaderFixture.reader.get().read(article) {
      let span = claim.receipt.span
      #expect(!span.isEmpty && span.lowerBound >= 0 && span.upperBound <= article.text.count)
      #expect(String(validating: article.text[span], as: UTF8.self) != nil)
      #expect(Rule.all.contains { $0.name == claim.receipt.rule })
    }
  }

  private func voice(_ speaker: Speaker?) -> String {
    guard let speaker else { return "-" }
    func last(_ text: String) -> String { text.split(separator: " ").last.map(String.init) ?? text }
    if let name = speaker.name { return last(name) }
    if let role = speaker.role { return last(role) }
    return speaker.organisation ?? "-"
  }
}
