import BoardUI
import Situation

/// One undated article with thirty claims on a train that was seized, so that every pane has something to show.
enum Fixture {
  static let lines = [
    "Soldiers traded fire on Wednesday with hundreds of gunmen around a stopped train, officials said.",
    "About 300 hostages were inside, ringed by men in vests packed with explosives, said the officials.",
    "Helicopters support the troops, said Shahid Rind, a government spokesman, who spoke of an act of terrorism.",
    "At least 30 gunmen are dead and 190 people are free; approximately 450 were on the train on Tuesday.",
    "It had been hijacked at the mouth of a tunnel in Bolan, Balochistan.",
    "Nothing like it was seen before.",
    "The BLA says that it did it. It would swap prisoners. The government had not replied by Wednesday.",
    "In other years the BLA hit soldiers, civilians and Chinese workers.",
    "",
    "Women and children rode on the train from Quetta to Peshawar.",
    "Around 350 passengers are safe, said Rana Dilawar, a district police officer; a relief train is coming.",
    "Women and children are among the freed, authorities said.",
    "Security men died, three security officials said on condition of anonymity; how many they would not tell.",
    "The train is partly inside the tunnel and the tracks were blown up, according to the officials.",
    "The engine and its nine coaches cannot move. The driver is critical after gunfire, and guards were attacked.",
    "The rescued went to their home towns, the injured to hospitals in Mach, others to Quetta, 100 km off.",
    "The service had left Quetta for Peshawar.",
    "Soldiers often ride on such trains.",
    "Trains were attacked in the past, and none was ever hijacked.",
  ]

  static let text = lines.joined(separator: "\n") + "\n"
  static let id = ArticleID(digest: String(repeating: "ab", count: 32))
  static let article = Article(id: id, path: "stopped-train.txt", text: Array(text.utf8))

  /// The bytes of a passage, which must stand in the text just once.
  static func span(_ quote: String) -> Range<Int> {
    let (haystack, needle) = (Array(text.utf8), Array(quote.utf8))
    let starts = haystack.indices.filter { haystack[$0...].starts(with: needle) }
    precondition(starts.count == 1, "\(quote) stands in the text \(starts.count) times")
    return starts[0]..<starts[0] + needle.count
  }

  static let officials = Speaker(role: "officials", side: .state)
  static let theOfficials = Speaker(role: "the officials", side: .state)
  static let rind = Speaker(name: "Shahid Rind", role: "spokesman", organisation: "government", side: .state)
  static let dilawar = Speaker(name: "Rana Dilawar", role: "district police officer", side: .state)
  static let bla = Speaker(organisation: "BLA", side: .attackers)
  static let authorities = Speaker(role: "authorities", side: .state)
  static let anonymous = Speaker(role: "three security officials", isAnonymous: true, side: .state)
  static let wednesday = Moment.weekday(.wednesday, text: "Wednesday")
  static let tuesday = Moment.weekday(.tuesday, text: "Tuesday")

  static func claim(
    _ quote: String, _ content: Claim.Content, _ speaker: Speaker?, _ happened: Moment, _ rule: String,
    standing: Claim.Standing = .current, place: Place? = nil
  ) -> Claim {
    Claim(
      content, standing: standing, speaker: speaker, happened: happened, place: place,
      receipt: Receipt(article: id, span: span(quote), rule: rule))
  }

  static func count(
    _ status: Count.Status, _ subject: String, _ subjectClass: Count.SubjectClass?, _ figure: Figure,
    scope: Count.Scope = .total, cause: String? = nil
  ) -> Claim.Content {
    .count(Count(status, subject, subjectClass, figure, scope: scope, cause: cause))
  }

  static let claims: [Claim] = [
    claim(
      "hundreds of gunmen",
      count(.strength, "attackers", .attackers, Figure(low: 200, high: nil, form: .vague, qualifier: "hundreds")),
      officials, wednesday, "strength"),
    claim(
      "Soldiers traded fire",
      .deployment(Deployment(side: .state, unit: "security forces", action: "exchanging gunfire")), officials,
      wednesday, "deployment"),
    claim(
      "About 300 hostages", count(.held, "hostages", .people, .about(300)), officials, wednesday, "count-of-people"),
    claim(
      "ringed by men in vests packed with explosives",
      .deployment(
        Deployment(
          side: .attackers, unit: "attackers", action: "surrounding hostages", equipment: "explosive vests")),
      officials, wednesday, "deployment"),
    claim(
      "Helicopters support the troops",
      .deployment(Deployment(side: .state, unit: "helicopters", action: "backing the forces")), rind, wednesday,
      "deployment"),
    claim(
      "an act of terrorism",
      .statement(Statement(act: .label, by: "Shahid Rind", content: "an act of terrorism")), rind, wednesday,
      "statement"),
    claim(
      "At least 30 gunmen are dead", count(.killed, "attackers", .attackers, .atLeast(30)), nil, wednesday.by,
      "count-of-attackers"),
    claim(
      "190 people are free", count(.rescued, "people", .people, .exactly(190)), nil, wednesday.by, "count-of-people"),
    claim(
      "approximately 450 were on the train", count(.aboard, "people", .people, .about(450, "approximately")), nil,
      tuesday, "count-of-people"),
    claim(
      "It had been hijacked at the mouth of a tunnel in Bolan",
      .condition(Condition(object: "train", state: "hijacked")), nil, tuesday, "condition", place: "Bolan, Balochistan"),
    claim(
      "Nothing like it was seen before",
      .statement(Statement(act: .history, by: nil, content: "first attack of its kind")), nil, .unknown, "history",
      standing: .background),
    claim(
      "The BLA says that it did it",
      .statement(Statement(act: .responsibility, by: "BLA", content: "claims the attack")), bla, .unknown, "statement"),
    claim(
      "It would swap prisoners", .statement(Statement(act: .offer, by: "BLA", content: "prisoner swap")), bla,
      .unknown, "statement"),
    claim(
      "The government had not replied by Wednesday",
      .statement(Statement(act: .answer, by: "government", content: "no response so far")), nil, wednesday,
      "statement"),
    claim(
      "the BLA hit soldiers, civilians and Chinese workers",
      .statement(Statement(act: .history, by: "BLA", content: "earlier attacks")), nil, .unknown, "history",
      standing: .background),
    claim(
      "Women and children rode on the train",
      count(.aboard, "women and children", .people, .undisclosed(), scope: .part), nil, .unknown, "partitive"),
    claim(
      "from Quetta to Peshawar",
      .movement(Movement(subject: "train", action: "travelling", from: "Quetta", to: "Peshawar")), nil, .unknown,
      "route"),
    claim(
      "Around 350 passengers are safe", count(.safe, "passengers", .people, .about(350, "around")), dilawar, .unknown,
      "count-of-people"),
    claim(
      "a relief train is coming", .movement(Movement(subject: "relief train", action: "on the way")), dilawar, .unknown,
      "movement"),
    claim(
      "Women and children are among the freed",
      count(.rescued, "women and children", .people, .undisclosed(), scope: .part), authorities, .unknown, "partitive"),
    claim(
      "Security men died", count(.killed, "security personnel", .securityForces, .undisclosed("undisclosed")),
      anonymous, .unknown, "count-of-forces"),
    claim(
      "The train is partly inside the tunnel",
      .condition(Condition(object: "tunnel", state: "train partly inside")), theOfficials, .unknown, "condition"),
    claim(
      "the tracks were blown up", .condition(Condition(object: "track", state: "blown up")), theOfficials, .unknown,
      "condition"),
    claim(
      "The engine and its nine coaches cannot move", .condition(Condition(object: "engine", state: "immobilised")),
      theOfficials, .unknown, "condition"),
    claim(
      "its nine coaches cannot move",
      .condition(Condition(object: "coaches", state: "immobilised", number: 9)), theOfficials, .unknown, "condition"),
    claim(
      "The driver is critical after gunfire",
      count(.critical, "driver", .people, .exactly(1), cause: "gunfire"), theOfficials, .unknown, "count-of-crew"),
    claim(
      "guards were attacked", .condition(Condition(object: "guards", state: "attacked")), theOfficials, .unknown,
      "condition"),
    claim(
      "The rescued went to their home towns",
      .movement(Movement(subject: "rescued passengers", action: "sent", to: "their home towns")), nil, .unknown,
      "movement"),
    claim(
      "the injured to hospitals in Mach", count(.injured, "injured", .people, .undisclosed()), nil, .unknown,
      "count-of-people", place: "Mach"),
    claim(
      "others to Quetta, 100 km off",
      .movement(Movement(subject: "others", action: "taken", to: "Quetta", distanceKilometres: 100)), nil, .unknown,
      "movement"),
  ]

  static let store: EventStore = {
    var store = EventStore()
    store.append(article, claims: claims)
    return store
  }()

  static func model(
    _ columns: Int, _ rows: Int, journal: JournalAccess = .closed, options: Options = Options()
  ) -> Model {
    Model(store: store, journal: journal, size: Size(columns: columns, rows: rows), options: options)
  }
}
