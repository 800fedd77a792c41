package import Foundation
package import Situation

/// The undated article of `seeds/undated` with claims made by hand, so that what is told of them is tested without
/// the reader.
package enum TwoDispatches {
  package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  package static func article() throws -> Article {
    let path = "seeds/undated/two-dispatches.txt"
    let text = try Data(contentsOf: root.appending(path: path))
    return Article(id: ArticleID(digest: String(repeating: "ab", count: 32)), path: path, text: Array(text))
  }

  package static func store() throws -> EventStore {
    let article = try article()
    var store = EventStore()
    store.append(article, claims: try claims(article))
    return store
  }

  private struct QuoteIsMissing: Error {
    let quote: String
  }

  private static func claims(_ article: Article) throws -> [Claim] {
    let officials = Speaker(role: "officials", side: .state)
    let theOfficials = Speaker(role: "the officials", side: .state)
    let rind = Speaker(name: "Shahid Rind", role: "government spokesman", side: .state)
    let dilawar = Speaker(name: "Rana Dilawar", role: "district police officer", side: .state)
    let group = Speaker(organisation: "BLA", side: .attackers)
    let three = Speaker(role: "three security officials", isAnonymous: true, side: .state)
    let (tuesday, wednesday) = (
      Moment.weekday(.tuesday, text: "Tuesday"), Moment.weekday(.wednesday, text: "Wednesday")
    )
    let byWednesday = wednesday.by
    func claim(
      _ quote: String, _ content: Claim.Content, _ speaker: Speaker?, _ happened: Moment = .unknown,
      standing: Claim.Standing = .current, place: Place? = nil
    ) throws -> Claim {
      guard let range = article.text.firstRange(of: Array(quote.utf8)) else { throw QuoteIsMissing(quote: quote) }
      return Claim(
        content, standing: standing, speaker: speaker, happened: happened, place: place,
        receipt: Receipt(article: article.id, span: range, rule: "by-hand"))
    }
    return [
      try claim(
        "hundreds of attackers",
        .count(
          Count(.strength, "terrorists", .attackers, Figure(low: 200, high: nil, form: .vague, qualifier: "hundreds"))),
        officials, wednesday),
      try claim("at about 300", .count(Count(.held, "hostages", .people, .about(300))), officials, wednesday),
      try claim(
        "attackers in vests packed with explosives",
        .deployment(
          Deployment(side: .attackers, unit: "attackers", action: "among the hostages", equipment: "explosive vests")),
        officials, wednesday),
      try claim(
        "Helicopters are supporting the forces",
        .deployment(Deployment(side: .state, unit: "helicopters", action: "backing the forces")), rind, wednesday),
      try claim(
        "\"an act of terrorism\"",
        .statement(Statement(act: .label, by: "Shahid Rind", content: "an act of terrorism")), rind, wednesday),
      try claim(
        "at least 30 of the attackers had been killed", .count(Count(.killed, "attackers", .attackers, .atLeast(30))),
        nil, byWednesday),
      try claim(
        "190 people had been rescued", .count(Count(.rescued, "people", .people, .exactly(190))), nil, byWednesday),
      try claim(
        "approximately 450 people", .count(Count(.aboard, "people", .people, .about(450, "approximately"))), nil,
        tuesday),
      try claim(
        "it was hijacked", .condition(Condition(object: "train", state: "hijacked")), nil, tuesday,
        place: "Bolan district, Balochistan"),
      try claim(
        "No attack of this kind had been seen before",
        .statement(Statement(act: .history, by: nil, content: "first attack of its kind")), nil, standing: .background),
      try claim(
        "Responsibility was claimed by the Baloch Liberation Army (BLA)",
        .statement(Statement(act: .responsibility, by: "BLA", content: "claims the attack")), group),
      try claim("a prisoner swap", .statement(Statement(act: .offer, by: "BLA", content: "prisoner swap")), group),
      try claim(
        "had given no answer", .statement(Statement(act: .answer, by: "government", content: "no response so far")),
        nil,
        byWednesday),
      try claim(
        "bound from Quetta for Peshawar",
        .movement(Movement(subject: "train", action: "travelling", from: "Quetta", to: "Peshawar")), nil),
      try claim("around 350", .count(Count(.safe, "passengers", .people, .about(350, "around"))), dilawar),
      try claim(
        "a relief train is on its way", .movement(Movement(subject: "relief train", action: "on the way")), dilawar),
      try claim(
        "security personnel had been killed, an undisclosed number",
        .count(Count(.killed, "security personnel", .securityForces, .undisclosed("an undisclosed number"))), three),
      try claim(
        "Part of the train was inside a tunnel",
        .condition(Condition(object: "tunnel", state: "part of the train inside")),
        theOfficials),
      try claim("the tracks were blown up", .condition(Condition(object: "track", state: "blown up")), theOfficials),
      try claim(
        "The engine and nine coaches were immobilised", .condition(Condition(object: "engine", state: "immobilised")),
        theOfficials),
      try claim(
        "nine coaches were immobilised", .condition(Condition(object: "coaches", state: "immobilised", number: 9)),
        theOfficials),
      try claim(
        "the driver critically wounded",
        .count(Count(.critical, "driver", .people, .exactly(1), scope: .part, cause: "gunfire")), theOfficials),
      try claim(
        "moved to Quetta, about 100 km",
        .movement(Movement(subject: "injured", action: "taken", to: "Quetta", distanceKilometres: 100)),
        nil),
    ]
  }
}
