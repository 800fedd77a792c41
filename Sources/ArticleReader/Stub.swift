package import Situation

/// Stands in until the reader is merged.
package struct LexiconError: Error, Hashable, Sendable, CustomStringConvertible {
  package let file: String
  package let line: Int
  package let message: String
  package var description: String { "\(file):\(line): \(message)" }
}

package struct Lexicon: Sendable {
  package init(files: [(name: String, text: [UInt8])]) throws(LexiconError) {}
}

package struct Explanation: Hashable, Sendable {
  package var line: Int
  package var lines: [String]
}

package struct ArticleReader: Sendable {
  package init(lexicon: Lexicon) {}
  package func read(_ article: Article) -> [Claim] { [] }
  package func explain(_ article: Article, line: Int?) -> [Explanation] {
    article.quote(article.body).split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      let number = article.line(of: article.body.lowerBound) + $0.offset
      guard line == nil || line == number, !$0.element.isEmpty else { return nil }
      return Explanation(line: number, lines: [String($0.element)])
    }
  }
}
