package import Situation

/// The claims as a table, a line a claim, columns apart by two spaces.
///
/// It is made twice, a row at a time: first for how wide its columns are, then to be written. What is held does not grow
/// with the number of claims.
package enum ClaimTable {
  private static let heading = ["WHERE", "STANDING", "HAPPENED", "REPORTED", "SPEAKER", "CLAIM", "RULE", "QUOTE"]
  /// A column that needs more is not made wider for all rows.
  private static let widest = 60

  /// Gives the table to `write`, a line at a time, each with its line feed.
  package static func write<Failure: Error>(
    _ store: EventStore, marks: GlyphSet, to write: (String) throws(Failure) -> Void
  ) throws(Failure) {
    var widths = heading.map(Columns.count)
    var places = References(store)
    let words = Words(marks: marks)
    eachRow(store) { event, article in
      // The last column needs no width, and one that is as wide as any may be is not looked at further.
      for column in widths.indices.dropLast() where widths[column] < widest {
        let cell = cell(column, event, article, store, words, &places)
        widths[column] = max(widths[column], min(Columns.count(cell), widest))
      }
    }
    try write(laid(heading, widths))
    try eachRow(store) { event, article throws(Failure) in
      try write(laid(heading.indices.map { cell($0, event, article, store, words, &places) }, widths))
    }
  }

  /// The whole table.
  package static func text(_ store: EventStore, marks: GlyphSet) -> String {
    var text = ""
    write(store, marks: marks) { text += $0 }
    return text
  }

  private static func eachRow<Failure: Error>(
    _ store: EventStore, _ body: (Event, Article) throws(Failure) -> Void
  ) throws(Failure) {
    var last: Article?
    for event in store.events where event.act == nil {
      // Claims that came together stand in one article.
      let id = event.claim.receipt.article
      let article = last?.id == id ? last : store.article(id)
      last = article
      if let article { try body(event, article) }
    }
  }

  private static func cell(
    _ column: Int, _ event: Event, _ article: Article, _ store: EventStore, _ words: Words, _ places: inout References
  ) -> String {
    let claim = event.claim
    return switch column {
    case 0: "\(words.clean(article.path)):\(places.line(of: claim.receipt))"
    case 1: claim.standing.rawValue
    case 2: words.column(claim.happened)
    case 3: words.column(claim.reported)
    case 4: words.clean(store.speakerLabels(of: event.id).first ?? "")
    case 5: words.phrase(claim, in: article)
    case 6: words.clean(claim.receipt.rule)
    default: words.clean(article.quote(claim.receipt.span))
    }
  }

  private static func laid(_ row: [String], _ widths: [Int]) -> String {
    var text = ""
    for (column, cell) in row.enumerated() {
      text += cell
      guard column < row.count - 1 else { continue }
      text += String(repeating: " ", count: max(0, widths[column] - Columns.count(cell)) + 2)
    }
    return text + "\n"
  }
}
