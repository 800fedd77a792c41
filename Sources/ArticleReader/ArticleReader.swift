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
    return session.read()
  }

  /// How each sentence was read: all, or those that touch a line of the canonical text (counted from 1).
  package func explain(_ article: Article, line: Int? = nil) -> [Explanation] {
    var explanations: [Explanation] = []
    explain(article, line: line) { explanations.append($0) }
    return explanations
  }

  /// The same, each told as soon as its sentence is read, so that a long text is not held twice.
  package func explain(_ article: Article, line: Int? = nil, tell: (Explanation) -> Void) {
    withoutActuallyEscaping(tell) { tell in
      var session = ReadingSession(article: article, lexicon: lexicon, rules: rules)
      session.explaining = Explaining(lines: LineIndex(article.text), only: line, tell: tell)
      _ = session.read()
    }
  }
}
