import Situation

extension DocumentBuilder {
  mutating func conflicts() -> Document.Section {
    // The number is that of those that are open, as on the board.
    var section = Document.Section(heading: "CONFLICTS (\(board.openConflicts.count))")
    if board.conflicts.isEmpty { section.items.append(.paragraph("None found among the figures.")) }
    for (index, conflict) in board.conflicts.enumerated() {
      section.items.append(.entry(tag: "!\(index + 1)", text: told(conflict)))
      if let act = conflict.setAside {
        let note = store[act].act.map { ": " + words.quotation($0.text) } ?? ""
        let attribution = attribution([act])
        section.items.append(.note("set aside by \(attribution)\(note)"))
      }
    }
    return section
  }

  /// "OVER BY ~40, at odds: rescued 190 (officials, Wed [1]) + held ~300 (police, Wed [2]) = ~490, but aboard ~450 …".
  mutating func told(_ conflict: Conflict) -> String {
    var conflict = conflict
    conflict.subject = words.plain(conflict.subject)
    let names = attributions(conflict.terms + [conflict.against])
    let sentence = conflict.sentence(options.marks) { names[$0.rung.first] }
    return "\(conflict.title(options.marks)): \(sentence)."
  }

  /// Who says each figure, when and where, by the first claim of its rung.
  mutating func attributions(_ terms: [Ledger.Term]) -> [EventID: String] {
    var names: [EventID: String] = [:]
    for term in terms { names[term.rung.first] = attribution(term.rung.events) }
    return names
  }
}
