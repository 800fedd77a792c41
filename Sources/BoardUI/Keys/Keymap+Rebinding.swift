/// Why a key cannot be given to a command.
package struct KeymapError: Error, Hashable, Sendable {
  package let message: String
}

extension Keymap {
  /// Gives a key to a command, and takes it from any other that works in the same places.
  ///
  /// - Parameters:
  ///   - name: The key as help writes it: "ctrl-n", "F3".
  ///   - command: Its name; "none" takes the key from all.
  package mutating func rebind(_ name: String, to command: String) throws(KeymapError) {
    guard let key = Key(named: name) else {
      throw KeymapError(message: "no key is called \"\(name)\"; write one character, or ctrl-n, F3, space, PgDn")
    }
    if command == "none" {
      remove(key) { _ in true }
      return
    }
    guard let wanted = Command(named: command) else {
      throw KeymapError(
        message: "no command is called \"\(command)\"; docs/keys.md and sitboard key-reference list them")
    }
    // Where it stands of old: its last key may have been taken from it.
    guard let (group, binding) = Keymap.standard.place(of: wanted) else {
      throw KeymapError(message: "\"\(command)\" works nowhere")
    }
    let places = groups[group].bindings[binding].places
    if places.contains(.line), places.count == 1, case .character = key {
      throw KeymapError(message: "\"\(name)\" is typed into the line, and cannot be a key there")
    }
    remove(key) { !$0.places.isDisjoint(with: places) }
    groups[group].bindings[binding].keys.append((key, wanted))
  }

  /// True if some key leads out of every place.
  package var hasWayOut: Bool {
    KeyBinding.Context.allCases.allSatisfy { place in
      groups.flatMap(\.bindings).filter { $0.places.contains(place) }.flatMap(\.keys).contains { key, command in
        [.back, .quit].contains(command) || command == .cancel && place != .board
      }
    }
  }

  private func place(of command: Command) -> (group: Int, binding: Int)? {
    for group in groups.indices {
      for binding in groups[group].bindings.indices
      where groups[group].bindings[binding].keys.contains(where: { $0.command == command }) {
        return (group, binding)
      }
    }
    return nil
  }

  /// A binding that loses its last key stays, so that the command can be given another.
  private mutating func remove(_ key: Key, where isAffected: (KeyBinding) -> Bool) {
    for group in groups.indices {
      for binding in groups[group].bindings.indices where isAffected(groups[group].bindings[binding]) {
        groups[group].bindings[binding].keys.removeAll { $0.key == key }
      }
    }
  }
}
