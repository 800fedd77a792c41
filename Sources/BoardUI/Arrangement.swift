/// Which panes the operator wants on the board.
package struct Arrangement: Hashable, Sendable {
  /// Their room goes to the others. Conflicts are never hidden.
  package var hidden: Set<Pane> = []
  /// True if the focused pane has the screen to itself.
  package var isZoomed = false

  package init(hidden: Set<Pane> = [], isZoomed: Bool = false) {
    self.hidden = hidden
    self.isZoomed = isZoomed
  }
}

extension Model {
  mutating func toggleZoom() -> [Effect] {
    arrangement.isZoomed.toggle()
    return []
  }

  /// Takes the focused pane off the board; its number brings it back.
  mutating func hideFocusedPane() -> [Effect] {
    let hidden = focus
    guard hidden != .conflicts else {
      tell("conflicts are never hidden")
      return [.bell]
    }
    var next = hidden
    repeat {
      next = next.moved(by: 1)
    } while next != hidden && (arrangement.hidden.contains(next) || next == .conflicts)
    guard next != hidden else {
      tell("the last pane stays")
      return [.bell]
    }
    arrangement.hidden.insert(hidden)
    arrangement.isZoomed = false
    let effects = focusPane(next)
    tell("\(title(of: hidden).lowercased()) hidden; \(hidden.rawValue) brings it back")
    return effects
  }
}
