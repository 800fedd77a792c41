extension Check {
  /// What is wrong, in capitals: "WRONG SUM", "SAME NUMBER TWICE".
  package var headline: String { kind.rawValue.uppercased() }

  /// The whole of it in one sentence: "58 men + 31 women + 16 children = 105, but 104 people rescued"; "30 soldiers
  /// killed (BLA) and 30 attackers killed (security source)".
  ///
  /// - Parameters:
  ///   - claim: A claim as the board takes it.
  ///   - naming: Who says a claim; `nil` adds nothing.
  package func sentence(
    _ marks: GlyphSet = .unicode, claim: (EventID) -> Claim, naming: (EventID) -> String? = { _ in nil }
  ) -> String {
    func told(_ event: EventID, hasStatus: Bool) -> String {
      guard let count = claim(event).count else { return "?" }
      let subject = count.subject.isEmpty ? "people" : count.subject
      let words = [count.figure.short(marks), subject] + (hasStatus ? [count.status.rawValue] : [])
      return words.joined(separator: " ") + (naming(event).map { " (\($0))" } ?? "")
    }
    switch kind {
    case .wrongSum, .shortSum:
      let parts = events.dropFirst().map { told($0, hasStatus: false) }.joined(separator: " + ")
      return parts + " = " + sum.short(marks) + ", but " + (events.first.map { told($0, hasStatus: true) } ?? "?")
    case .sameNumber: return events.map { told($0, hasStatus: true) }.joined(separator: " and ")
    }
  }
}
