internal import Situation

/// A list over the whole screen, above the receipt of its selected row, above the keys.
struct ListLayout: Hashable, Sendable {
  let list: Range<Int>
  /// The rule over the receipt, and the rows of it; empty where there is no room.
  let receipt: Range<Int>

  /// - Parameter rows: How many the list would take.
  init(_ size: Size, rows: Int) {
    let body = 1..<max(2, size.rows - 1)
    let least = body.count < 8 ? 0 : body.count < 16 ? 4 : body.count < 30 ? 7 : 11
    let receiptRows = least == 0 ? 0 : max(least, body.count - max(1, rows))
    list = body.lowerBound..<body.upperBound - receiptRows
    receipt = list.upperBound..<body.upperBound
  }
}

extension Range<Int> {
  /// "11-20 of 57", for the rows of a list that are in sight; empty where they are all of it.
  func inSight(of count: Int) -> String { self.count < count ? "\(lowerBound + 1)-\(upperBound) of \(count)" : "" }
}

extension Canvas {
  /// The rule over a screen: what it shows, and on the right how much of it is in sight.
  mutating func screenTitle(_ title: String, _ notes: [String], _ place: KeyBinding.Context, page: String = "") {
    let width = size.columns
    fill(glyphs.horizontal, columns: 0..<width, row: 0, style: Style(.rule, dim: true))
    let end = page.isEmpty ? width - 1 : width - 3 - columns(page)
    if !page.isEmpty { put(" \(page) ", column: end, row: 0, style: Style(.key), limit: width) }
    var at = put(" " + title + " ", column: 1, row: 0, style: Style(.title, bold: true), limit: end)
    for note in notes where at + columns(note) + 2 <= end {
      at = put(" \(note) ", column: at, row: 0, style: Style(.secondary), limit: end)
    }
  }

  /// The rule over the receipt below a list.
  mutating func receiptRule(_ words: String, row: Int) {
    fill(glyphs.horizontal, columns: 0..<size.columns, row: row, style: Style(.rule, dim: true))
    putRight(" \(words) ", from: 1, row: row, style: Style(.secondary), limit: size.columns - 1)
  }

  /// The mark of the selected row of a list.
  mutating func selectionMark(row: Int) {
    set(glyphs.selected, column: 0, row: row, style: Style(.key, bold: true))
    placeCursor(column: 0, row: row)
  }
}

extension Model {
  /// "article 4, line 5", or whose entry it is.
  func place(of event: EventID) -> String {
    let receipt = store[event].claim.receipt
    if let entry = store[event].act { return "entry \(entry.id.story) of \(entry.author)" }
    guard let article = store.article(receipt.article) else { return "?" }
    let number = store.articleIndex(receipt.article).map { "article \($0 + 1), " } ?? ""
    return "\(number)line \(article.line(of: receipt.span.lowerBound))"
  }

  /// Who published what a claim stands in; where that is not told, the name of its file.
  func outlet(of event: EventID) -> String { store.outlet(of: event) }

  /// How long before the instant of the board something was said: "35m", "6h", "2d"; empty where either is not known.
  func age(_ reported: Instant?) -> String {
    guard let reported, let now = board.asOf else { return "" }
    let seconds = now.seconds.subtractingReportingOverflow(reported.seconds).partialValue
    switch seconds {
    case ..<0: return ""
    case ..<3600: return "\(seconds / 60)m"
    case ..<172_800: return "\(seconds / 3600)h"
    default: return "\(seconds / 86_400)d"
    }
  }
}
