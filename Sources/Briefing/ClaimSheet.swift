package import Situation

/// The claims as comma-separated values (RFC 4180), a row a claim, for spreadsheets: numbers in cells of their own, what
/// is not known an empty cell.
package enum ClaimSheet {
  private static let columns = [
    "file", "line", "outlet", "standing", "happened", "reported", "speaker", "side", "claim", "status", "subject",
    "figure", "low", "high", "scope", "place", "rule", "quote",
  ]

  /// Rows that end as the format has it.
  package static func text(_ store: EventStore) -> String {
    let words = Words(marks: .unicode)
    var places = References(store)
    var text = row(columns)
    for event in store.events where event.act == nil {
      let claim = event.claim
      guard let article = store.article(claim.receipt.article) else { continue }
      let count = claim.count
      text += row([
        words.clean(article.path), String(places.line(of: claim.receipt)), words.clean(article.outlet ?? ""),
        claim.standing.rawValue, time(claim.happened, words), time(claim.reported, words),
        words.clean(store.speakerName(of: event.id)?.labels.first ?? ""), claim.speaker?.side.word ?? "",
        words.phrase(claim, in: article),
        count?.status.rawValue ?? "", words.clean(count?.subject ?? ""), count.map { words.figure($0.figure) } ?? "",
        count?.figure.low.map(String.init) ?? "",
        count?.figure.high.map(String.init) ?? "", count?.scope.rawValue ?? "",
        place(claim), words.clean(claim.receipt.rule), words.clean(article.quote(claim.receipt.span)),
      ])
    }
    return text
  }

  /// The same with the mark by which spreadsheets know UTF-8.
  package static func file(_ store: EventStore) -> String { "\u{FEFF}" + text(store) }

  private static func time(_ moment: Moment, _ words: Words) -> String {
    moment.isUnknown ? "" : words.full(moment)
  }

  private static func place(_ claim: Claim) -> String { claim.place.map { SafeText.line($0.name) } ?? "" }

  private static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  /// What a spreadsheet would carry out comes with an apostrophe before it, so that no article can bring a formula in.
  private static func cell(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    let harmless = isFormula ? "'" + text : text
    guard harmless.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return harmless }
    return "\"" + harmless.replacing("\"", with: "\"\"") + "\""
  }
}
