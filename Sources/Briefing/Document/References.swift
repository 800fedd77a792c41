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
  /// The passages that claims were read from in each cited line, as bytes of its article.
  private var spans: [Reference: Set<Range<Int>>] = [:]
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
      let reference = Reference(article: article, line: line(of: receipt.span.lowerBound, in: article))
      found.insert(reference)
      spans[reference, default: []].insert(receipt.span)
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

  /// So many bytes of a line are told before the first that is cited, and after the last.
  private static let context = 240

  /// A line, or the text around the passages in it that claims were read from, with those passages marked; empty for an
  /// operator's entry.
  func passage(_ article: Article, line: Int) -> [Document.Reference.Piece] {
    guard let rank = ranks[article.id], let spans = spans[Reference(article: rank, line: line)],
      let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max()
    else { return [] }
    let text = article.text
    let isBreak = { (index: Int) in text[index] == UInt8(ascii: "\n") }
    var start = min(first, text.count)
    while start > 0, !isBreak(start - 1), first - start < References.context { start -= 1 }
    var end = min(last, text.count)
    while end < text.count, !isBreak(end), end - last < References.context { end += 1 }
    // A character is told whole or not at all.
    while start < end, text[start] & 0xC0 == 0x80 { start += 1 }
    while end > start, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    var isCited = [Bool](repeating: false, count: end - start)
    for span in spans {
      for index in span.clamped(to: start..<end) { isCited[index - start] = true }
    }
    var pieces: [Document.Reference.Piece] = []
    var at = start
    while at < end {
      let mark = isCited[at - start]
      let next = (at..<end).first { isCited[$0 - start] != mark } ?? end
      pieces.append(
        Document.Reference.Piece(text: String(decoding: text[at..<next], as: UTF8.self), isCited: mark))
      at = next
    }
    return pieces
  }

  /// The line of its article that a claim stands in.
  mutating func line(of receipt: Receipt) -> Int {
    ranks[receipt.article].map { line(of: receipt.span.lowerBound, in: $0) } ?? 1
  }

  private mutating func line(of offset: Int, in article: Int) -> Int {
    let (digest, text) = (articles[article].id.digest, articles[article].text)
    if let index = lines[digest], index.isOf(text) { return index.line(of: offset) }
    let index = LineIndex(text)
    lines[digest] = index
    return index.line(of: offset)
  }
}
