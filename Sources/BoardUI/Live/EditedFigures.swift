internal import Situation

/// What is other in a newer edition of a story: figures, and how long after its publication they were changed.
struct EditedFigures {
  /// Figures that are told; more are counted.
  private static let most = 3

  /// ", killed 12, now 14, 40 min after publication"; that no figure is another, where that is so.
  let words: String

  /// - Parameter now: When the newer edition came.
  init(_ former: LoadedArticle, _ newer: LoadedArticle, at now: Instant) {
    let (before, after) = (EditedFigures.figures(former), EditedFigures.figures(newer))
    let keys = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    let changes = keys.sorted { $0.label < $1.label }.map { key in
      switch (before[key], after[key]) {
      case (let old?, let new?): "\(key.label) \(old), now \(new)"
      case (let old?, nil): "\(key.label) \(old), now not told"
      case (nil, let new): "\(key.label) \(new ?? "?") added"
      }
    }
    var parts = changes.isEmpty ? ["no figure is another"] : Array(changes.prefix(EditedFigures.most))
    if changes.count > EditedFigures.most { parts.append("\(changes.count - EditedFigures.most) more") }
    if let published = newer.article.date.to ?? former.article.date.to, newer.article.date.precision == .instant,
      now.seconds >= published.seconds
    {
      parts.append("\(TimeSpan.elapsed.words(from: published, to: now)) after publication")
    }
    words = parts.map { ", " + $0 }.joined()
  }

  /// Every figure of an article, in its order, by what is counted.
  private static func figures(_ loaded: LoadedArticle) -> [FigureKey: String] {
    var figures: [FigureKey: [String]] = [:]
    for claim in loaded.claims {
      guard case .count(let count) = claim.content, count.scope != .other else { continue }
      let figure = count.figure.short()
      if figures[count.key]?.contains(figure) != true { figures[count.key, default: []].append(figure) }
    }
    return figures.mapValues { $0.joined(separator: " or ") }
  }
}
