extension Key: ExpressibleByUnicodeScalarLiteral {
  package init(unicodeScalarLiteral value: Unicode.Scalar) { self = .character(value) }
}

extension Key {
  private static let named: [(key: Key, name: String)] =
    [
      (.character(" "), "space"), (.enter, "enter"), (.escape, "esc"), (.tab, "tab"), (.backTab, "shift-tab"),
      (.backspace, "backspace"), (.delete, "delete"), (.up, "up"), (.down, "down"), (.left, "left"), (.right, "right"),
      (.home, "Home"), (.end, "End"), (.pageUp, "PgUp"), (.pageDown, "PgDn"),
    ] + (1...12).map { (.function($0), "F\($0)") }

  /// As it is printed on the keyboard: "space", "ctrl-d", "PgDn".
  package var name: String {
    if let known = Key.named.first(where: { $0.key == self }) { return known.name }
    return switch self {
    case .character(let scalar): String(scalar)
    case .control(let scalar): "ctrl-" + String(scalar)
    default: "paste"
    }
  }

  /// The key of a name; `nil` where there is no such key.
  package init?(named name: String) {
    let plain = name.lowercased()
    if let known = Key.named.first(where: { $0.name.lowercased() == plain }) {
      self = known.key
    } else if plain.hasPrefix("ctrl-"), let letter = plain.dropFirst(5).unicodeScalars.first, plain.count == 6,
      ("a"..."z").contains(letter)
    {
      // What a terminal sends for these is the key itself.
      guard !["h", "i", "j", "m"].contains(letter) else { return nil }
      self = .control(letter)
    } else if let scalar = name.unicodeScalars.first, name.unicodeScalars.count == 1,
      scalar.properties.generalCategory != .control
    {
      self = .character(scalar)
    } else {
      return nil
    }
  }
}
