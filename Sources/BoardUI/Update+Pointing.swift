internal import Situation

extension Model {
  /// Rows that the wheel moves.
  private static let wheelRows = 3

  /// Answers the mouse by what is drawn where it is.
  mutating func point(_ pointer: Pointer) -> [Effect] {
    if commandLine != nil { return [] }
    switch pointer.action {
    case .wheelUp, .wheelDown: return scroll(pointer)
    case .press, .drag: break
    }
    guard screens.isEmpty, let kind = target(at: pointer)?.kind else { return [] }
    switch (kind, pointer.action) {
    case (.position(let position), _): return position == playhead ? [] : go(to: position)
    case (.instant(let instant), _):
      let position = position(at: instant)
      return position == playhead ? [] : go(to: position)
    case (_, .drag): return []
    case (.item(let pane, let index), _):
      let effects = pane == focus ? [] : focusPane(pane)
      if pane != .receipt { select(index, in: pane) }
      return effects
    case (.pane(let pane), _): return pane == focus ? [] : focusPane(pane)
    }
  }

  /// What is drawn in a cell, the last drawn on top.
  private func target(at pointer: Pointer) -> Target? {
    let targets = targets(in: self)
    return targets.last { $0.contains(column: pointer.column, row: pointer.row) }
  }

  private mutating func scroll(_ pointer: Pointer) -> [Effect] {
    let rows = pointer.action == .wheelUp ? -Model.wheelRows : Model.wheelRows
    guard screens.isEmpty else { return move(.moveRow(rows)) }
    let under: Pane? =
      switch target(at: pointer)?.kind {
      case .item(let pane, _), .pane(let pane): pane
      case .position, .instant: .timeline
      case nil: nil
      }
    if let under, under != focus { _ = focusPane(under) }
    return move(.moveRow(focus == .receipt ? rows.signum() : rows))
  }

  mutating func toggleMouse() -> [Effect] {
    isMouseOn.toggle()
    tell(isMouseOn ? "mouse on: F2 leaves it to the terminal" : "mouse off: the terminal's own selection works")
    return [.reportMouse(isMouseOn)]
  }

  /// The selected cell as one line: what, who, when, and the receipt.
  mutating func copy() -> [Effect] {
    guard let id = selectedClaim else {
      tell("no claim speaks of this: there is nothing to copy")
      return [.bell]
    }
    return [.copy(line(of: id))]
  }

  /// "190 rescued · Chaudhry, military · 12 Mar 14:10 · 04.txt:5 «were rescued»".
  private func line(of id: EventID) -> String {
    let claim = store[id].claim
    let glyphs = glyphs
    let moment = claim.moment(on: clock).labels(glyphs.marks).first ?? "?"
    var parts = [summary(of: id), store.speakerLabels(of: id).first ?? "?", "\(clock.rawValue) \(moment)"]
    if let article = store.article(claim.receipt.article) {
      let quote = SafeText.line(article.quote(claim.receipt.span))
      parts.append(
        "\(article.path):\(article.line(of: claim.receipt.span.lowerBound)) "
          + glyphs.quoteOpen + quote + glyphs.quoteClose)
    }
    return SafeText.line(parts.joined(separator: " \(glyphs.dot) "))
  }
}
