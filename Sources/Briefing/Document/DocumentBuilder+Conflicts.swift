import Situation

extension DocumentBuilder {
  mutating func conflicts() -> Document.Section {
    // The number is that of those that are open, as on the board.
    var section = Document.Section(heading: "CONFLICTS (\(board.openConflicts.count))")
    if board.conflicts.isEmpty { section.items.append(.paragraph("None found among the figures.")) }
    for (index, conflict) in board.conflicts.enumerated() {
      section.items.append(.entry(tag: InlineText(markOf: index + 1), text: told(conflict)))
      if let act = conflict.setAside {
        let note = store[act].act.map { ": " + words.quotation($0.text) } ?? ""
        section.items.append(.note("set aside by \(attribution([act]))\(note)"))
      }
    }
    return section
  }

  /// "OVER BY ~40, at odds: rescued 190 (officials, Wed [1]) + held ~300 (police, Wed [2]) = ~490, but aboard ~450 …".
  mutating func told(_ conflict: Conflict) -> InlineText {
    var conflict = conflict
    conflict.subject = words.plain(conflict.subject)
    var text: InlineText = "\(conflict.title(options.marks)): "
    for piece in conflict.sentencePieces(options.marks) {
      switch piece {
      case .words(let words): text += "\(words)"
      case .source(let term): text += " (\(attribution(term.rung.events))\(entered(term.rung)))"
      }
    }
    return text + "."
  }
}
