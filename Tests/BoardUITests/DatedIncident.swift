import Situation

/// Three dated dispatches on the same days, with times, sides and a progression: for whatever needs instants.
enum DatedIncident {
  static let pakistan = UTCOffset.zero

  static func instant(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
    guard let date = CivilDate(year: 2025, month: 3, day: day) else { return Instant(seconds: 0) }
    return date.start(at: pakistan).advanced(by: Int64(hour * 3600 + minute * 60))
  }

  struct Line {
    let text: String
    let content: Claim.Content
    let speaker: Speaker?
    let happened: Moment
    var standing = Claim.Standing.current
  }

  static let bla = Speaker(organisation: "BLA", side: .attackers)
  static let military = Speaker(role: "spokesman", organisation: "military", side: .state)
  static let railway = Speaker(
    name: "Imran Hayat", role: "superintendent", organisation: "railways", side: .railwayAndMedical)

  static func at(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Moment {
    .instant(instant(day, hour, minute), at: pakistan)
  }

  static func count(_ status: Count.Status, _ figure: Figure, _ subject: Count.SubjectClass = .people) -> Claim.Content
  {
    .count(Count(status, subject == .people ? "people" : "attackers", subject, figure))
  }

  static let dispatches: [(outlet: String, filed: (Int, Int), lines: [Line])] = [
    (
      "Dawn", (11, 18),
      [
        Line(
          text: "The train was hijacked in Bolan at one o'clock.",
          content: .condition(Condition(object: "train", state: "hijacked")), speaker: nil, happened: at(11, 13)),
        Line(
          text: "About 450 people were on board, the railways say.", content: count(.aboard, .about(450)),
          speaker: railway, happened: at(11, 13)),
        Line(
          text: "The BLA says that it holds 214 people.", content: count(.held, .exactly(214)), speaker: bla,
          happened: at(11, 17)),
      ]
    ),
    (
      "Geo", (12, 15),
      [
        Line(
          text: "The military has rescued 155 people.", content: count(.rescued, .exactly(155)), speaker: military,
          happened: at(12, 10)),
        Line(
          text: "Twenty-seven attackers were killed.", content: count(.killed, .exactly(27), .attackers),
          speaker: military, happened: at(12, 14)),
      ]
    ),
    (
      "Samaa", (13, 9),
      [
        Line(
          text: "Thirty-three attackers are dead, says the military.",
          content: count(.killed, .exactly(33), .attackers), speaker: military, happened: at(12, 21)),
        Line(
          text: "All 300 who were held are free, it says.", content: count(.rescued, .exactly(300)), speaker: military,
          happened: at(12, 21, 30)),
        Line(
          text: "The BLA says that it killed 50 hostages.", content: count(.killed, .exactly(50)), speaker: bla,
          happened: at(13, 8)),
        Line(
          text: "The military counts 21 dead passengers.", content: count(.killed, .exactly(21)), speaker: military,
          happened: at(13, 8, 30)),
      ]
    ),
  ]

  static let loaded: [(article: Article, claims: [Claim])] = dispatches.enumerated().map { number, dispatch in
    let id = ArticleID(digest: String(repeating: "\(number + 1)", count: 64))
    let filed = at(dispatch.filed.0, dispatch.filed.1)
    let text = dispatch.lines.map(\.text).joined(separator: "\n") + "\n"
    let article = Article(
      id: id, path: "\(number + 1).txt", title: "Dispatch \(number + 1)", outlet: dispatch.outlet, date: filed,
      text: Array(text.utf8))
    var start = 0
    let claims = dispatch.lines.map { line in
      defer { start += line.text.utf8.count + 1 }
      return Claim(
        line.content, standing: line.standing, speaker: line.speaker, happened: line.happened, reported: filed,
        receipt: Receipt(article: id, span: start..<start + line.text.utf8.count, rule: "test"))
    }
    return (article, claims)
  }

  static let store: EventStore = {
    var store = EventStore()
    store.append(contentsOf: loaded)
    return store
  }()
}
