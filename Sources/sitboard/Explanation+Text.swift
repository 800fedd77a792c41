import ArticleReader
import Situation

extension Explanation {
  /// The explanation as lines to print: the sentence first, then how it was read from its words to its claims.
  func text(of article: Article) -> [String] {
    let place =
      lines.lowerBound == lines.upperBound
      ? "line \(lines.lowerBound)" : "lines \(lines.lowerBound) to \(lines.upperBound)"
    var text = ["\(place), bytes \(span.lowerBound)..<\(span.upperBound): \(article.quote(span))"]
    text +=
      ["  words"]
      + words.map { word in
        "    " + word.text + (word.tags.isEmpty ? "" : "  [" + word.tags.joined(separator: ", ") + "]")
      }
    text += section("quantities", quantities.map(\.line)) + section("parts", chunks.map(\.line))
    text += section("speakers", speakers.map(\.line))
    for rule in fired {
      text.append("  read by \(rule.rule): \(rule.text)")
      text += rule.tree.map { "    " + $0 }
      text.append("    = \(rule.reading)")
    }
    for rule in refused { text.append("  refused by \(rule.rule): \(rule.text): \(rule.reason)") }
    for each in weighed {
      let sum = each.cues.map { "\($0.name) \($0.weight > 0 ? "+" : "")\($0.weight)" }.joined(separator: ", ")
      text.append("  weighed \(each.decision): \(each.text): \(each.answer) (\(each.weight): \(sum))")
    }
    if claims.isEmpty { text.append("  no claim") }
    return text
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["  " + title] + lines.map { "    " + $0 }
  }
}

extension Explanation.Part {
  fileprivate var line: String { "\(kind): \(text)" + (detail.isEmpty ? "" : "  [\(detail)]") }
}
