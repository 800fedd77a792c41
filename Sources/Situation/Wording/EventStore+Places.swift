/// Where a claim was printed, as lines of the screen tell it.
extension EventStore {
  /// How much room a line has for where something was printed.
  package enum PlaceLength: Hashable, Sendable { case long, short }

  /// Where a claim stands, for a line that is short of room: "[19] line 5", "[19]", the number as briefings have it.
  /// Two numbers with a colon would look like a time of day. `nil` for what an operator entered, and
  /// for texts in which lines are not quickly counted.
  package func shortPlace(of event: EventID, _ length: PlaceLength) -> String? {
    guard self[event].act == nil, let article = article(self[event].claim.receipt.article),
      article.text.count < 1 << 20, let index = articleIndex(article.id)
    else { return nil }
    let line = article.line(of: self[event].claim.receipt.span.lowerBound)
    return switch length {
    case .long: "[\(index + 1)] line \(line)"
    case .short: "[\(index + 1)]"
    }
  }

  /// Who published what a claim stands in; where that is not told, the name of its file.
  package func outlet(of event: EventID) -> String {
    guard let article = article(self[event].claim.receipt.article) else { return "?" }
    let file = article.path.split(separator: "/").last.map(String.init) ?? article.path
    return SafeText.line(article.outlet ?? file)
  }

  /// "Karachi Desk [19] line 5", for a line that is short of room; `nil` as with `shortPlace`.
  package func sourcedPlace(of event: EventID, _ length: PlaceLength = .long) -> String? {
    shortPlace(of: event, length).map { outlet(of: event) + " " + $0 }
  }
}
