import Situation

extension DocumentBuilder {
  mutating func conflicts() -> Document.Section {
    var section = Document.Section(heading: "CONFLICTS (\(board.conflicts.count))")
    if board.conflicts.isEmpty { section.items.append(.paragraph("None found among the figures.")) }
    for (index, conflict) in board.conflicts.enumerated() {
      section.items.append(.entry(tag: "!\(index + 1)", text: told(conflict)))
    }
    return section
  }

  mutating func told(_ conflict: Conflict) -> String {
    let severity =
      switch conflict.severity {
      case .contradiction: "contradiction"
      case .atOdds: "at odds"
      case .unexplained: "unexplained"
      }
    let isRivalry = conflict.kind == .rival
    let against = term(conflict.against, isNamed: !isRivalry)
    let terms = conflict.terms.map { term($0, isNamed: !isRivalry) }
    switch conflict.kind {
    case .over, .safeOrHeld:
      let isApproximate = conflict.isSumApproximate || conflict.against.rung.figure.isApproximate
      let name =
        conflict.kind == .safeOrHeld
        ? "SAFE OR HELD" : "OVER" + (conflict.excess.map { " BY \(isApproximate ? "~" : "")\($0)" } ?? "")
      let sum = (conflict.isSumApproximate ? "~" : "") + conflict.sum.short(options.marks)
      let parts = terms.joined(separator: " + ")
      return "\(name), \(severity): \(parts)\(terms.count > 1 ? " = \(sum)" : ""), but \(against)."
    case .rival:
      return
        "RIVAL FIGURES, \(severity), \(words.clean(conflict.subject)): \(terms.joined(separator: ", ")) against \(against)."
    case .unexplainedGap:
      return "UNEXPLAINED GAP: \(terms.joined(separator: ", ")) is above \(against)."
    }
  }

  /// "held ~300 (officials, Wed [1])", without the "held" where the sentence has named it.
  private mutating func term(_ term: Ledger.Term, isNamed: Bool) -> String {
    "\(isNamed ? term.label + " " : "")\(words.figure(term.rung.figure)) (\(attribution(term.rung.events)))"
  }
}
