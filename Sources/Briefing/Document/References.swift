import Situation

/// Numbers for the lines of articles that a briefing cites, in the order of its list of sources.
struct References {
  private let store: EventStore
  /// Where an article comes in the sources: by date, then by path.
  private let ranks: [ArticleID: Int]
  /// The articles in that order, and the entries of the operator among them.
  let articles: [Article]
  /// The lines of the file that each cited article is a story of, by its digest.
  private var lines: [String: LineIndex] = [:]
  private var cited: Set<Reference> = []
  private var numbers: [Reference: Int] = [:]

  /// A line of an article.
  struct Reference: Hashable, Comparable {
    /// Index into `articles`.
    let article: Int
    /// Counted from 1.
    let line: Int

    static func < (a: Reference, b: Reference) -> Bool { (a.article, a.line) < (b.article, b.line) }
  }

  init(_ store: EventStore) {
    self.store = store
    func key(_ article: Article) -> (Int64, Int64, String, ArticleID) {
      (article.date.to?.seconds ?? .max, article.date.from?.seconds ?? .max, article.path, article.id)
    }
    // By their places: an article is large.
    let all = store.articles + store.acts.map(\.article)
    articles = all.indices.sorted { key(all[$0]) < key(all[$1]) }.map { all[$0] }
    ranks = Dictionary(articles.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
  }

  /// Fixes the numbers; what is cited later is not numbered.
  mutating func number() {
    for (index, reference) in cited.sorted().enumerated() { numbers[reference] = index + 1 }
  }

  /// A reference to where claims stand; the numbers are 0 until they are fixed.
  mutating func cite(_ events: some Sequence<EventID>) -> InlineText {
    var found: Set<Reference> = []
    for id in events {
      let receipt = store[id].claim.receipt
      guard let article = ranks[receipt.article] else { continue }
      found.insert(Reference(article: article, line: line(of: receipt.span.lowerBound, in: article)))
    }
    cited.formUnion(found)
    return InlineText(citing: found.sorted().map { numbers[$0] ?? 0 })
  }

  /// What was cited, article by article, with the numbers.
  var byArticle: [(article: Article, lines: [(number: Int, line: Int)])] {
    var lines: [Int: [(number: Int, line: Int)]] = [:]
    for reference in cited.sorted() {
      lines[reference.article, default: []].append((numbers[reference] ?? 0, reference.line))
    }
    return articles.indices.compactMap { index in lines[index].map { (articles[index], $0) } }
  }

  /// The line of its article that a claim stands in.
  mutating func line(of event: EventID) -> Int {
    let receipt = store[event].claim.receipt
    return ranks[receipt.article].map { line(of: receipt.span.lowerBound, in: $0) } ?? 1
  }

  private mutating func line(of offset: Int, in article: Int) -> Int {
    let (digest, text) = (articles[article].id.digest, articles[article].text)
    if let index = lines[digest], index.isOf(text) { return index.line(of: offset) }
    let index = LineIndex(text)
    lines[digest] = index
    return index.line(of: offset)
  }
}
