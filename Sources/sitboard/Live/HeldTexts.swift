import Situation

/// What a board holds of the texts of what came together.
///
/// A feed that is asked again has its new items first, and nothing is shown of those that were there before: the text is
/// held up to where the last new one ends, so that no place in it moves, and no further.
struct HeldTexts {
  private var ends: [String: Int] = [:]
  private var texts: [String: [UInt8]] = [:]

  init(_ articles: [Article]) {
    for article in articles { ends[article.id.digest] = max(article.end, ends[article.id.digest] ?? 0) }
  }

  mutating func held(_ article: Article) -> Article {
    guard let end = ends[article.id.digest], end <= article.text.count / 2 else { return article }
    let text = texts[article.id.digest] ?? Array(article.text[..<end])
    texts[article.id.digest] = text
    var held = article
    held.text = text
    return held
  }
}
