import BoardUI
import LineExamples
import Situation

/// Stores of claims that nobody would write, drawn from a seed: rivals by the dozen, wide and hostile characters, dates
/// and no dates, trains longer than any screen.
enum RandomIncident {
  private static let words = [
    "train", "hostages", "達拉克", "Ünïcode", "مسافر", "e\u{301}tat", "👩‍🚒", "\u{1B}[2J", "a\u{202E}b", "\u{7}", "🇵🇰",
    String(repeating: "long", count: 40), "passengers", "가나다", "Δημος", "“quoted”",
  ]

  static func store(seed: UInt64) -> EventStore {
    var random = SeededGenerator(seed: seed)
    var store = EventStore()
    for number in 0..<Int.random(in: 0...4, using: &random) {
      let text = (0..<Int.random(in: 1...80, using: &random)).map { _ in
        (words.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? " " : "\n")
      }.joined()
      let bytes = Array(text.utf8)
      let id = ArticleID(digest: "\(seed)-\(number)")
      let date: Moment = Bool.random(using: &random) ? .unknown : moment(&random)
      let article = Article(id: id, path: "\(words.randomElement(using: &random) ?? "").txt", date: date, text: bytes)
      let claims = (0..<Int.random(in: 0...25, using: &random)).map { _ in claim(article, &random) }
      store.append(article, claims: claims)
    }
    return store
  }

  private static func moment(_ random: inout SeededGenerator) -> Moment {
    let day = CivilDate(daysSinceEpoch: 20_158 + Int.random(in: 0...3, using: &random))
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return .unknown
    case 1: return .weekday(.wednesday, text: "Wednesday")
    case 2: return .day(day, at: .zero)
    case 3: return Moment.day(day, at: .zero).by
    default: return .instant(day.start(at: .zero).advanced(by: Int64.random(in: 0..<86_400, using: &random)), at: .zero)
    }
  }

  private static func claim(_ article: Article, _ random: inout SeededGenerator) -> Claim {
    // On the boundaries of characters, as every receipt is.
    let bounds = (0...article.text.count).filter { $0 == article.text.count || article.text[$0] & 0xC0 != 0x80 }
    let first = Int.random(in: 0..<bounds.count - 1, using: &random)
    let last = Int.random(in: first + 1..<bounds.count, using: &random)
    let word = words.randomElement(using: &random) ?? ""
    let speaker: Speaker? =
      Bool.random(using: &random)
      ? nil
      : Speaker(
        name: Bool.random(using: &random) ? word : nil, role: words.randomElement(using: &random),
        isAnonymous: Bool.random(using: &random), side: Speaker.Side.allCases.randomElement(using: &random) ?? .other)
    return Claim(
      content(word, &random), standing: Bool.random(using: &random) ? .current : .background, speaker: speaker,
      happened: moment(&random), reported: moment(&random), place: Bool.random(using: &random) ? Place(word) : nil,
      receipt: Receipt(article: article.id, span: bounds[first]..<bounds[last], rule: "random"))
  }

  private static func content(_ word: String, _ random: inout SeededGenerator) -> Claim.Content {
    switch Int.random(in: 0..<8, using: &random) {
    case 0:
      return .condition(Condition(object: "coaches", state: word, number: Int.random(in: 0...120, using: &random)))
    case 1:
      let things = ["engine", "coach \(Int.random(in: 1...30, using: &random))", "track", "tunnel", "train", "driver"]
      return .condition(Condition(object: things.randomElement(using: &random) ?? "train", state: word))
    case 2:
      return .movement(
        Movement(
          subject: Bool.random(using: &random) ? "train" : word, action: "sent", from: word, to: word, by: word))
    case 3:
      let side = Deployment.Side.allCases.randomElement(using: &random) ?? .state
      return .deployment(
        Deployment(side: side, unit: word, action: word, equipment: Bool.random(using: &random) ? word : nil))
    case 4:
      let act = Statement.Act.allCases.randomElement(using: &random) ?? .offer
      return .statement(Statement(act: act, by: word, content: word))
    default:
      let number = Int.random(in: 0...600, using: &random)
      let figures: [Figure] = [
        .exactly(number), .about(number), .atLeast(number), .atMost(number), .between(number, number + 20),
        .undisclosed(), .exactly(Int.max),
      ]
      return .count(
        Count(
          Count.Status.allCases.randomElement(using: &random) ?? .held, Bool.random(using: &random) ? "people" : word,
          Count.SubjectClass.allCases.randomElement(using: &random),
          figures.randomElement(using: &random) ?? figures[0],
          scope: Bool.random(using: &random) ? .total : .part))
    }
  }
}
