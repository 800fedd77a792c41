import Situation

/// Explanations told while an article is read for the second time: whom they are told to, and what became of the
/// claims when it was read for the first.
struct ExplanationTelling {
  private let article: Article
  private let claims: [Claim]
  private let evidence: [ClaimEvidence]
  private let weights: Weights
  /// The claims by their place in the text.
  private let order: [Int]
  private let index: LineIndex
  /// The line that is asked for; `nil` for all of them.
  private let line: Int?
  private let listener: (Explanation) -> Bool
  /// Set once no more is wanted.
  private(set) var isOver = false

  init(of settled: ReadingSession, line: Int?, _ listener: @escaping (Explanation) -> Bool) {
    (article, weights) = (settled.article, settled.weights)
    let (claims, evidence) = (settled.claims, settled.evidence)
    (self.claims, self.evidence) = (claims, evidence)
    self.line = line
    self.listener = listener
    index = LineIndex(settled.article.text)
    order = claims.indices.sorted {
      (claims[$0].receipt.span.lowerBound, $0) < (claims[$1].receipt.span.lowerBound, $1)
    }
  }

  mutating func tell(_ explanation: Explanation) { isOver = !listener(explanation) }

  /// The lines that a sentence stands on; `nil` where it is not asked for.
  func lines(of span: Range<Int>) -> ClosedRange<Int>? {
    let lines = index.line(of: span.lowerBound)...index.line(of: max(span.lowerBound, span.upperBound - 1))
    return line.map(lines.contains) ?? true ? lines : nil
  }

  /// The claims that begin in a sentence, with their weighings.
  func claims(in span: Range<Int>) -> [(claim: Claim, weighed: [Explanation.Weighed])] {
    order[firstClaim(from: span.lowerBound)..<firstClaim(from: span.upperBound)].map { index in
      (claims[index], weighings(of: index))
    }
  }

  /// How many claims begin before a byte.
  private func firstClaim(from start: Int) -> Int {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if claims[order[middle]].receipt.span.lowerBound < start { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The decisions on a claim, with the cues that weighed most.
  private func weighings(of index: Int) -> [Explanation.Weighed] {
    guard let count = claims[index].count, !count.figure.isUndisclosed else { return [] }
    let known = evidence[index]
    let text = article.quote(claims[index].receipt.span)
    return [
      .init(
        text: text, decision: "incident", answer: known.incidentWeight > 0 ? "another" : "the article's own",
        weight: known.incidentWeight, cues: weights.incident.strongest(known.incident)),
      .init(
        text: text, decision: "scope", answer: count.scope.rawValue, weight: known.partWeight - weights.partLeast,
        cues: weights.part.strongest(known.scope)),
      .init(
        text: text, decision: "certainty", answer: claims[index].doubt.map { "not sure, \($0)" } ?? "sure",
        weight: known.certaintyWeight - weights.sure, cues: weights.strongestOfCertainty(known)),
    ]
  }
}
