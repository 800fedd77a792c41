import ArticleReader
import Intake
import Situation
import Synchronization

/// Gives the claims of articles, on every processor at once: those that are kept of an earlier reading, and where there
/// are none it reads. Reading is pure: neither the order of the work nor what is kept changes anything of it.
final class ArticleReading: Sendable {
  private let reader: LazyReader
  /// `nil` where nothing is kept.
  private let cache: ClaimCache?

  init(_ options: CommonOptions) throws(Failure) {
    reader = try ReaderLoading.lazyReader(options)
    cache = options.usesCache ? ClaimCache(HandOptions.environment, words: reader.identity) : nil
  }

  /// The claims of each article, in the order of the articles.
  ///
  /// - Parameter meter: Told of every article that is read.
  func claims(of articles: [Article], meter: ProgressMeter? = nil) -> [[Claim]] {
    let results = Mutex<[[Claim]]>(Array(repeating: [], count: articles.count))
    Threads.perform(articles.count) { index in
      let claims = self.claims(of: articles[index])
      results.withLock { $0[index] = claims }
      meter?.advance()
    }
    return results.withLock { $0 }
  }

  private func claims(of article: Article) -> [Claim] {
    if let kept = cache?.claims(of: article) { return kept }
    let claims = reader.reader.read(article)
    cache?.add(claims, of: article)
    return claims
  }

  /// Keeps what was read for the next time, once that is so many articles.
  func keep(fromArticles least: Int = 1) { cache?.keep(fromArticles: least) }
}
