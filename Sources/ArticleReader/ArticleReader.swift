package import Situation

/// Turns an article into attributed claims with receipts.
///
/// The way: bytes → tokens → sentences → terms → chunks → clauses → rules → findings; then speakers, times and
/// standings make claims of them. One pass, linear in the text.
package struct ArticleReader: Sendable {
  let lexicon: Lexicon
  let rules: [Rule]

  package init(lexicon: Lexicon) {
    self.lexicon = lexicon
    self.rules = Rule.all
  }

  /// The claims of an article in the order of its text.
  package func read(_ article: Article) -> [Claim] {
    var session = ReadingSession(article: article, lexicon: lexicon, rules: rules)
    return ScopeSettling.settle(session.read())
  }

  /// How each sentence was read: all, or those that touch a line of the canonical text (counted from 1).
  package func explain(_ article: Article, line: Int? = nil) -> [Explanation] {
    var session = ReadingSession(article: article, lexicon: lexicon, rules: rules)
    session.keepsExplanations = true
    _ = session.read()
    guard let line else { return session.explanations }
    return session.explanations.filter { $0.lines.contains(line) }
  }
}
