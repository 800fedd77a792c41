import ArticleReader
import Situation
import Synchronization

/// Reads articles on every processor at once. Reading is pure: the order of the work changes nothing of what is read.
enum ParallelReading {
  /// The claims of each article, in the order of the articles.
  ///
  /// - Parameter meter: Told of every article that is read.
  static func claims(
    of articles: [Article], _ reader: ArticleReader, meter: ProgressMeter? = nil
  ) -> [[Claim]] {
    let results = Mutex<[[Claim]]>(Array(repeating: [], count: articles.count))
    Threads.perform(articles.count) { index in
      let claims = reader.read(articles[index])
      results.withLock { $0[index] = claims }
      meter?.advance()
    }
    return results.withLock { $0 }
  }
}
