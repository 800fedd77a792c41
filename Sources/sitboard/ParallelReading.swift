import ArticleReader
import Dispatch
import Situation
import Synchronization

/// Reads articles on every processor at once. Reading is pure: the order of the work changes nothing of what is read.
enum ParallelReading {
  /// The claims of each article, in the order of the articles.
  static func claims(of articles: [Article], _ reader: ArticleReader) -> [[Claim]] {
    let results = Mutex<[[Claim]]>(Array(repeating: [], count: articles.count))
    DispatchQueue.concurrentPerform(iterations: articles.count) { index in
      let claims = reader.read(articles[index])
      results.withLock { $0[index] = claims }
    }
    return results.withLock { $0 }
  }
}
