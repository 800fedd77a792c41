/// One line of the keymap: the keys that ask for one thing, what they do, and where they work.
package struct KeyBinding: Sendable {
  /// What fills the screen while the keys are pressed.
  package enum Place: String, Hashable, Sendable, CaseIterable {
    case board, article, help
  }

  package var keys: [(key: Key, command: Command)]
  /// One line, for help and documentation.
  package var description: String
  package var places: Set<Place>
  /// The panes in which it does something; empty for all of them.
  package var panes: Set<Pane>
  /// A word for the key line; `nil` keeps the binding off it.
  package var word: String?
}

/// Which key does what. The key line, the help and the documentation are made from it.
package struct Keymap: Sendable {
  package var groups: [(title: String, bindings: [KeyBinding])]

  /// What a key asks for where the operator is.
  package func command(for key: Key, in place: KeyBinding.Place) -> Command? {
    for (_, bindings) in groups {
      for binding in bindings where binding.places.contains(place) {
        if let match = binding.keys.first(where: { $0.key == key }) { return match.command }
      }
    }
    return nil
  }

  /// The bindings that work in a place, under their titles.
  func bindings(in place: KeyBinding.Place) -> [(title: String, bindings: [KeyBinding])] {
    groups.compactMap { title, bindings in
      let here = bindings.filter { $0.places.contains(place) }
      return here.isEmpty ? nil : (title, here)
    }
  }
}

extension Keymap {
  package static let standard: Keymap = {
    let board: Set<KeyBinding.Place> = [.board]
    let reading: Set<KeyBinding.Place> = [.board, .article, .help]
    func binding(
      _ keys: [(Key, Command)], _ description: String, _ places: Set<KeyBinding.Place>, panes: Set<Pane> = [],
      word: String? = nil
    ) -> KeyBinding {
      KeyBinding(
        keys: keys.map { ($0.0, $0.1) }, description: description, places: places, panes: panes, word: word)
    }
    let replay = [
      binding(
        [(" ", .playOrPause)], "play the incident, or pause; at the end, from the first event", board, word: "play"),
      binding([(",", .step(-1)), (".", .step(1))], "one event back, one event forward", board, word: "step"),
      binding(
        [(.left, .stepTime(-1)), (.right, .stepTime(1))],
        "back, forward to the next time that a claim gives; in a text without dates, to the next line of it", board),
      binding([("{", .stepTenth(-1)), ("}", .stepTenth(1))], "a tenth of all events back, forward", board),
      binding([("g", .goToFirst), ("G", .goToLast)], "before the first event; to the last event", board),
      binding([("L", .goLive)], "live: to the last event, and on with whatever comes", board),
      binding([("-", .slower), ("+", .faster), ("=", .normalSpeed)], "play slower, faster, at normal speed", board),
      binding(
        [("t", .swapClock)], "swap the clock: when it was so, when it was said; the instant is kept", board,
        word: "clock"),
    ]
    let looking = [
      binding(
        [("e", .moveConflict(1)), ("E", .moveConflict(-1))], "next, previous conflict, with its receipts", board,
        word: "conflict"),
      binding([(.enter, .openArticle)], "the receipt: the article at the passage", board, word: "receipt"),
      binding(
        [("(", .moveReceipt(-1)), (")", .moveReceipt(1))],
        "previous, next receipt: of the selected row on the board, of the article where one is open",
        [.board, .article], word: "receipts"),
      binding([("?", .help), (.function(1), .help)], "help: these keys", [.board, .article], word: "help"),
    ]
    let moving = [
      binding([(.tab, .movePane(1)), (.backTab, .movePane(-1))], "next, previous pane", board, word: "pane"),
      binding(
        Pane.allCases.map { (.character(Unicode.Scalar(UInt8(0x30 + $0.rawValue))), .focus($0)) },
        "pane by number: " + Pane.allCases.map { $0.title.lowercased() }.joined(separator: ", "), board),
      binding(
        [("j", .moveRow(1)), ("k", .moveRow(-1)), (.down, .moveRow(1)), (.up, .moveRow(-1))],
        "down, up: a row of the pane, a line of the article", reading, word: "move"),
      binding(
        [(.control("d"), .moveHalfPage(1)), (.control("u"), .moveHalfPage(-1))], "half a page down, up", reading),
      binding([(.pageDown, .movePage(1)), (.pageUp, .movePage(-1))], "a page down, up", reading),
      binding([(.home, .moveToStart), (.end, .moveToEnd)], "to the first row, to the last row", reading),
    ]
    let leaving = [
      binding(
        [(.escape, .cancel)], "cancel: close what is open; on the board, back to the event at the playhead", reading),
      binding([(.control("l"), .redraw)], "draw the screen afresh", reading),
      binding([(.control("z"), .suspend)], "suspend; the shell's fg comes back", reading),
      binding([("q", .back), (.control("c"), .back)], "back; on the board, quit", reading, word: "quit"),
      binding([("Q", .quit)], "quit from anywhere", reading),
    ]
    return Keymap(groups: [
      ("Replay", replay), ("Looking closer", looking), ("Moving", moving), ("Leaving", leaving),
    ])
  }()
}

extension Key: ExpressibleByUnicodeScalarLiteral {
  package init(unicodeScalarLiteral value: Unicode.Scalar) { self = .character(value) }
}

extension Key {
  /// As it is printed on the keyboard: "space", "ctrl-d", "PgDn".
  package var name: String {
    switch self {
    case .character(" "): "space"
    case .character(let scalar): String(scalar)
    case .control(let scalar): "ctrl-" + String(scalar)
    case .enter: "enter"
    case .escape: "esc"
    case .tab: "tab"
    case .backTab: "shift-tab"
    case .backspace: "backspace"
    case .delete: "delete"
    case .up: "up"
    case .down: "down"
    case .left: "left"
    case .right: "right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    default: "paste"
    }
  }
}

extension KeyBinding {
  /// The keys as they are listed: ", .", "tab shift-tab", "1 2 3".
  package var keyNames: String { keys.map(\.key.name).joined(separator: " ") }
}
