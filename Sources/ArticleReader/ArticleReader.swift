package import Situation

/// Turns an article into attributed claims with receipts.
///
/// The way: bytes → tokens → sentences → terms → chunks → clauses → rules → findings; then speakers, times and
/// standings make claims of them. One pass, linear in the text; last, what only the whole story tells is weighed: which
/// figures are parts, and which claims are sure.
package struct ArticleReader: Sendable {
  let lexicon: Lexicon
  let weights: Weights
  let rules: [Rule]

  package init(lexicon: Lexicon, weights: Weights) {
    self.lexicon = lexicon
    self.weights = weights
    self.rules = Rule.all
  }

  /// The claims of an article in the order of its text.
  package func read(_ article: Article) -> [Claim] {
    var session = ReadingSession(article: article, reader: self)
    return session.read()
  }

  /// Tells how each sentence was read, one after the other: all, or those that touch a line of the canonical text
  /// (counted from 1). It ends early where `tell` gives false.
  ///
  /// What becomes of a claim is known only at the end of the story, so that the article is read twice; only its claims
  /// are held, and one explanation at a time.
  package func explain(_ article: Article, line: Int? = nil, _ tell: (Explanation) -> Bool) {
    var settled = ReadingSession(article: article, reader: self)
    _ = settled.read()
    withoutActuallyEscaping(tell) { tell in
      var session = ReadingSession(article: article, reader: self)
      session.telling = ExplanationTelling(of: settled, line: line, tell)
      _ = session.read()
    }
  }

  /// The claims of an article with the cues that each was weighed by, for training.
  package func evidence(_ article: Article) -> [(claim: Claim, evidence: Evidence)] {
    var session = ReadingSession(article: article, reader: self)
    let claims = session.read()
    return zip(claims, session.evidence).map { ($0, Evidence($1)) }
  }
}
