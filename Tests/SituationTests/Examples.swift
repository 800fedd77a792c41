import Situation

/// Claims and articles by hand, for tests of the store and the board.
enum Examples {
  static let karachi = UTCOffset(minutes: 300) ?? .zero

  static func moment(_ text: String) -> Moment { Moment.parse(text, defaultOffset: karachi) ?? .unknown }

  static func instant(_ text: String) -> Instant { moment(text).to ?? Instant(seconds: 0) }

  static func article(_ name: String, date: Moment = .unknown, outlet: String? = nil) -> Article {
    Article(
      id: ArticleID(digest: name), path: name + ".txt", outlet: outlet, date: date,
      text: Array("A text that claims are made from by hand, long enough for every span.".utf8))
  }

  static func claim(
    _ content: Claim.Content, in article: Article, at place: Int = 0, by speaker: Speaker? = nil,
    happened: Moment? = nil, standing: Claim.Standing = .current, partOf: Int? = nil
  ) -> Claim {
    Claim(
      content, standing: standing, speaker: speaker, happened: happened ?? article.date.by, reported: article.date,
      partOf: partOf, receipt: Receipt(article: article.id, span: place..<place + 1, rule: "by-hand"))
  }

  static func count(
    _ status: Count.Status, _ figure: Figure, of subject: String = "passengers",
    class subjectClass: Count.SubjectClass? = .people
  ) -> Claim.Content {
    .count(Count(status, subject, subjectClass, figure))
  }

  static let bla = Speaker(organisation: "BLA", side: .attackers)
  static let military = Speaker(name: "Ahmed Sharif Chaudhry", role: "military spokesman", side: .state)
  static let officials = Speaker(role: "officials", side: .state)
  static let police = Speaker(name: "Rana Dilawar", role: "district police officer", side: .state)

  /// A store of one article a claim, each filed at the time given.
  static func store(_ said: [(at: String, content: Claim.Content, by: Speaker?)]) -> EventStore {
    var store = EventStore()
    for (index, entry) in said.enumerated() {
      let article = article("article-\(index)", date: moment(entry.at), outlet: "Desk \(index)")
      store.append(article, claims: [claim(entry.content, in: article, by: entry.by)])
    }
    return store
  }
}

extension EventStore {
  /// The board with everything in.
  func board(_ clock: Clock = .reported) -> Board { Board(self, included: replayCount, clock: clock) }
}

extension Board {
  func row(_ label: String) -> BoardRow? { people.first { $0.label == label } }
}
