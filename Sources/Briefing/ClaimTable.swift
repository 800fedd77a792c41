package import Situation

/// The claims as a table, a line a claim, columns apart by two spaces.
package enum ClaimTable {
  package static func text(_ store: EventStore, marks: GlyphSet) -> String {
    let words = Words(marks: marks)
    var rows = [["WHERE", "STANDING", "HAPPENED", "REPORTED", "SPEAKER", "CLAIM", "RULE", "QUOTE"]]
    var places = References(store)
    for event in store.events where event.act == nil {
      let claim = event.claim
      guard let article = store.article(claim.receipt.article) else { continue }
      rows.append([
        "\(words.clean(article.path)):\(places.line(of: event.id))", claim.standing.rawValue,
        words.column(claim.happened), words.column(claim.reported),
        words.clean(store.speakerLabels(of: event.id).first ?? ""),
        words.phrase(claim, in: article), words.clean(claim.receipt.rule),
        words.clean(article.quote(claim.receipt.span)),
      ])
    }
    return laid(rows)
  }

  private static func laid(_ rows: [[String]]) -> String {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], min(Columns.count(cell), 60))
      }
    }
    var text = ""
    for row in rows {
      for (column, cell) in row.enumerated() {
        text += cell
        guard column < row.count - 1 else { continue }
        for _ in Columns.count(cell)..<max(Columns.count(cell), widths[column]) + 2 { text += " " }
      }
      text += "\n"
    }
    return text
  }
}
