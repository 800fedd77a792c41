package import Situation

/// An incident for measuring: twenty thousand articles over a week, fifty speakers on all sides, two hundred figures
/// (forty ladders and a hundred and sixty named parts), and whatever else reports tell. A tenth of the events happened
/// up to a day before they were reported, and so come in late on the clock of what happened.
package struct SyntheticIncident: Sequence, IteratorProtocol {
  static let articleCount = 20_000
  package static let week: Int64 = 7 * 86_400
  package static let start = Instant(seconds: 1_741_651_200)

  /// How many there are.
  package let articles: Int
  private let claimsPerArticle: Int
  private var number = 0
  private var random = BenchmarkGenerator(state: 42)
  private let text = Array("Officials said that the figures of the day before no longer stood.".utf8)

  /// - Parameter events: How many events there are: fifty an article as far as twenty thousand articles go.
  package init(events: Int) {
    articles = Swift.min(SyntheticIncident.articleCount, events / 50)
    claimsPerArticle = events / articles
  }

  static let speakers: [Speaker?] = (0..<50).map { number in
    let sides: [Speaker.Side] = [.state, .state, .attackers, .railwayAndMedical, .other]
    let side = sides[number % sides.count]
    return number % 10 == 9 ? nil : Speaker(name: "Speaker Number\(number)", role: "official", side: side)
  }

  private static let statuses = Array(Count.Status.allCases.prefix(10))
  private static let classes: [Count.SubjectClass?] = [.people, .attackers, .securityForces, nil]

  package mutating func next() -> (article: Article, claims: [Claim])? {
    guard number < articles else { return nil }
    let seconds = SyntheticIncident.week * Int64(number) / Int64(articles)
    let date = Moment.instant(SyntheticIncident.start.advanced(by: seconds), at: .zero)
    let article = Article(
      id: ArticleID(digest: "synthetic-" + String(number + 1_000_000)), path: "synthetic",
      outlet: "Outlet \(number % 60)",
      date: date, text: text)
    let claims = (0..<claimsPerArticle).map { place in
      claim(at: place % 60, in: article, seconds: seconds)
    }
    number += 1
    return (article, claims)
  }

  private mutating func claim(at place: Int, in article: Article, seconds: Int64) -> Claim {
    var happened = article.date.by
    var seconds = seconds
    if random.below(10) == 0 {
      // What was so some hours ago is told with the figures of that hour.
      seconds = Swift.max(0, seconds - Int64(random.below(24 * 60)) * 60) / 60 * 60
      happened = .instant(SyntheticIncident.start.advanced(by: seconds), at: .zero)
    }
    return Claim(
      random.below(10) == 0 ? thing() : count(progress: seconds), speaker: SyntheticIncident.speakers[random.below(50)],
      happened: happened, reported: article.date,
      receipt: Receipt(article: article.id, span: place..<place + 4, rule: "synthetic"))
  }

  private mutating func count(progress seconds: Int64) -> Claim.Content {
    let status = SyntheticIncident.statuses[random.below(10)]
    let subjectClass = SyntheticIncident.classes[random.below(4)]
    let number = Int(seconds / 3600) + random.below(20)
    let figures: [Figure] = [.exactly(number), .exactly(number), .about(number), .atLeast(number)]
    // One count in five is of a named part: four names to each of the forty ladders.
    let isPart = random.below(5) == 0
    let subject = isPart ? "group \(random.below(4))" : "people"
    return .count(
      Count(status, subject, subjectClass, figures[random.below(4)], scope: .total))
  }

  private mutating func thing() -> Claim.Content {
    let number = random.below(60)
    switch random.below(5) {
    case 0: return .condition(Condition(object: "coach \(number % 9 + 1)", state: "state \(number)"))
    case 1: return .movement(Movement(subject: "people \(number)", action: "taken", to: "Quetta"))
    case 2: return .deployment(Deployment(side: .state, unit: "unit \(number)", action: "surrounding the train"))
    case 3: return .deployment(Deployment(side: .attackers, unit: "unit \(number)", action: "holding the train"))
    default: return .statement(Statement(act: .demand, by: "group", content: "demand \(number)"))
    }
  }
}

/// A linear congruential generator with the constants of Knuth's MMIX: the same incident on every run.
package struct BenchmarkGenerator {
  var state: UInt64

  package init(state: UInt64) { self.state = state }

  package mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
