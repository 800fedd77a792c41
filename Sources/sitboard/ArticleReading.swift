import ArticleReader
import Intake
import Situation

/// Gives the claims of articles, on every processor at once: those that are kept of an earlier reading, and where there
/// are none it reads. Reading is pure: neither the order of the work nor what is kept changes anything of it.
final class ArticleReading: Sendable {
  private let reader: LazyReader
  /// `nil` where nothing is kept.
  private let cache: ClaimCache?

  init(_ options: CommonOptions) throws(Failure) {
    reader = try ReaderLoading.lazyReader(options)
    cache = options.usesCache ? ClaimCache(OperatorOptions.environment, words: reader.identity) : nil
  }

  /// The claims of each article, in the order of the articles.
  ///
  /// - Parameter meter: Told of every article that is read.
  func claims(of articles: [Article], meter: ProgressMeter? = nil) -> [[Claim]] {
    Threads.map(articles.indices) { index in
      defer { meter?.advance() }
      return self.claims(of: articles[index])
    }
  }

  private func claims(of article: Article) -> [Claim] {
    if let kept = cache?.claims(of: article) { return kept }
    let claims = reader.reader.read(article)
    cache?.add(claims, of: article)
    return claims
  }

  /// Every entry with its claims: those that it has, as an event file brings them, or those that are read.
  func claims(of entries: [Intake.Entry], told: Bool = false) -> [(article: Article, claims: [Claim])] {
    let unread = entries.filter { $0.claims == nil }.map(\.article)
    let meter = told ? ProgressMeter(total: unread.count) : nil
    var claims = self.claims(of: unread, meter: meter)[...]
    meter?.end()
    return entries.map { ($0.article, $0.claims ?? claims.popFirst() ?? []) }
  }

  /// The fingerprint of each entry, by which it is sorted to an incident: that which it has, or that which is kept of
  /// an earlier reading, or a new one.
  ///
  /// - Parameter read: The article and the claims of each entry.
  func fingerprints(
    of entries: [Intake.Entry], _ read: [(article: Article, claims: [Claim])]
  ) -> [IncidentFingerprint] {
    Threads.map(entries.indices) { index in
      entries[index].fingerprint ?? self.fingerprint(of: entries[index], read[index].claims)
    }
  }

  private func fingerprint(of entry: Intake.Entry, _ claims: [Claim]) -> IncidentFingerprint {
    // Claims that an event file brought need not be those that are read here.
    guard entry.claims == nil, let cache else { return IncidentFingerprint(entry.article, claims: claims) }
    if let kept = cache.fingerprint(of: entry.article) { return kept }
    let fingerprint = IncidentFingerprint(entry.article, claims: claims)
    cache.add(fingerprint, of: entry.article)
    return fingerprint
  }

  /// Keeps what was read for the next time, once that is so many claims or fingerprints of articles.
  func keep(from least: Int = 1) { cache?.keep(from: least) }
}
