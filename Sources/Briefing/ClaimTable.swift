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
    eachRow(store, marks) { row in
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], min(Columns.count(cell), widest)) }
    }
    try write(laid(heading, widths))
    try eachRow(store, marks) { row throws(Failure) in try write(laid(row, widths)) }
  }

  /// The whole table.
  package static func text(_ store: EventStore, marks: GlyphSet) -> String {
    var text = ""
    write(store, marks: marks) { text += $0 }
    return text
  }

  private static func eachRow<Failure: Error>(
    _ store: EventStore, _ marks: GlyphSet, _ body: ([String]) throws(Failure) -> Void
  ) throws(Failure) {
    var places = References(store)
    let words = Words(marks: marks)
    for event in store.events {
      if let row = row(event, store, words, &places) { try body(row) }
    }
  }

  private static func row(_ event: Event, _ store: EventStore, _ words: Words, _ places: inout References) -> [String]?
  {
    let claim = event.claim
    guard event.act == nil, let article = store.article(claim.receipt.article) else { return nil }
    return [
      "\(words.clean(article.path)):\(places.line(of: event.id))", claim.standing.rawValue,
      words.column(claim.happened), words.column(claim.reported),
      words.clean(store.speakerLabels(of: event.id).first ?? ""),
      words.phrase(claim, in: article), words.clean(claim.receipt.rule),
      words.clean(article.quote(claim.receipt.span)),
    ]
  }

  private static func laid(_ row: [String], _ widths: [Int]) -> String {
    var text = ""
    for (column, cell) in row.enumerated() {
      text += cell
      guard column < row.count - 1 else { continue }
      for _ in Columns.count(cell)..<max(Columns.count(cell), widths[column]) + 2 { text += " " }
    }
    return text + "\n"
  }
}
