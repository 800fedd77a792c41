/// Where a claim stands: the passage of an article, and the rule that read it. What has no receipt is not drawn.
package struct Receipt: Hashable, Sendable {
  package var article: ArticleID
  /// Byte offsets into the article's canonical text, end excluded; never empty and always on scalar boundaries.
  package var span: Range<Int>
  /// The name of the reader's rule, or the operator's act.
  package var rule: String

  package init(article: ArticleID, span: Range<Int>, rule: String) {
    self.article = article
    self.span = span
    self.rule = rule
  }
}
