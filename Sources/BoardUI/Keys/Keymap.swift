internal import Situation

/// One line of the keymap: the keys that ask for one thing, what they do, and where they work.
package struct KeyBinding: Sendable {
  /// What fills the screen while the keys are pressed.
  package enum Context: String, Hashable, Sendable, CaseIterable {
    case board, article, ladder, conflicts, changes, incidents, review, sources, alerts, help
    case bottomLine = "bottom line"
    case line = "command line"
  }

  package var keys: [(key: Key, command: Command)]
  /// One line, for help and documentation.
  package var description: String
  package var places: Set<Context>
  /// The panes in which it does something; empty for all of them.
  package var panes: Set<Pane>
  /// A word for the key line; `nil` keeps the binding off it.
  package var word: String?
}

/// Which key does what. The key line, the help and the documentation are made from it.
package struct Keymap: Sendable {
  package var groups: [(title: String, bindings: [KeyBinding])]

  /// What a key asks for where the operator is.
  package func command(for key: Key, in place: KeyBinding.Context) -> Command? {
    for (_, bindings) in groups {
      for binding in bindings where binding.places.contains(place) {
        if let match = binding.keys.first(where: { $0.key == key }) { return match.command }
      }
    }
    return nil
  }

  /// The key that asks for something; `nil` where none does.
  func name(of command: Command) -> String? {
    groups.lazy.flatMap(\.bindings).flatMap(\.keys).first { $0.command == command }?.key.name
  }

  /// The bindings that work in a place, and in a pane of it, under their titles.
  func bindings(in place: KeyBinding.Context, _ pane: Pane? = nil) -> [(title: String, bindings: [KeyBinding])] {
    groups.compactMap { title, bindings in
      let here = bindings.filter { binding in
        binding.places.contains(place) && !binding.keys.isEmpty
          && (binding.panes.isEmpty || pane.map(binding.panes.contains) ?? true)
      }
      return here.isEmpty ? nil : (title, here)
    }
  }
}

extension Keymap {
  package static let standard: Keymap = {
    let board: Set<KeyBinding.Context> = [.board]
    let lists: Set<KeyBinding.Context> = [.ladder, .conflicts, .changes]
    let claims = lists.union([.board, .article])
    let reading = claims.union([.help, .incidents, .review, .sources, .alerts, .bottomLine])
    let replaying = board.union(lists).union([.bottomLine])
    let first: Set<KeyBinding.Context> = [.board, .bottomLine]
    let everywhere = Set(KeyBinding.Context.allCases)
    func binding(
      _ keys: [(Key, Command)], _ description: String, _ places: Set<KeyBinding.Context>, panes: Set<Pane> = [],
      word: String? = nil
    ) -> KeyBinding {
      KeyBinding(
        keys: keys.map { ($0.0, $0.1) }, description: description, places: places, panes: panes, word: word)
    }
    let replay = [
      binding(
        [(" ", .playOrPause)], "play the incident, or pause; at the end, from the first event", first, word: "play"),
      binding(
        [(",", .step(-1)), (".", .step(1))],
        "one event back, one event forward; those that change nothing on the board are passed over", replaying,
        word: "step"),
      binding([("A", .stepAll)], "step to each event, or past those that change nothing on the board", replaying),
      binding(
        [(.left, .stepTime(-1)), (.right, .stepTime(1))],
        "back, forward to the next time that a claim gives; in a text without dates, to the next line of it", replaying),
      binding([("{", .stepTenth(-1)), ("}", .stepTenth(1))], "a tenth of all events back, forward", replaying),
      binding([("[", .goToMarker(-1)), ("]", .goToMarker(1))], "previous, next marker", replaying),
      binding(
        [("<", .goToChange(-1)), (">", .goToChange(1))], "previous, next change of the selected figure", replaying),
      binding([("g", .goToFirst), ("G", .goToLast)], "before the first event; to the last event", replaying),
      binding(
        [("L", .goLive)], "live: to the last event, and on with whatever comes; again: back to where you were", first),
      binding([("'", .goToFormer)], "back to the place that was kept when the board was left", first),
      binding([("-", .slower), ("+", .faster), ("=", .normalSpeed)], "play slower, faster, at normal speed", board),
      binding([("I", .squeeze)], "squeeze idle time, or play it in full", board),
      binding(
        [("t", .swapClock)], "swap the clock: when it was so, when it was said; the instant is kept", replaying,
        word: "clock"),
    ]
    let reviewing = [
      binding(
        [("a", .amend(.accepting))], "accept: the claim is as it was read; the report is about this incident",
        [.review],
        word: "accept"),
      binding([("x", .reject)], "reject: leave the claim, or the report, out of the board", [.review], word: "reject"),
      binding(
        [("t", .amend(Amendment(scope: .total))), ("p", .amend(Amendment(scope: .part)))],
        "accept it as a total, as a part of one", [.review], word: "total/part"),
      binding([("+", .amend(Amendment(scope: .increment)))], "accept it as an addition to a figure", [.review]),
      binding(
        [("o", .amend(Amendment(scope: .other)))], "it is of another incident: it is kept, and counted nowhere",
        [.review], word: "other"),
      binding(
        [
          ("b", .amend(Amendment(standing: .background))), ("f", .amend(Amendment(standing: .forecast))),
          ("d", .amend(Amendment(standing: .denied))),
        ], "accept it as background, as a forecast, as denied", [.review]),
      binding(
        [("s", .commandLine("take "))], "accept it with another status, group, scope or standing; asks which",
        [.review],
        word: "status"),
    ]
    let looking = [
      binding(
        [("e", .moveConflict(1)), ("E", .moveConflict(-1))], "next, previous conflict, with its receipts",
        [.board, .conflicts], word: "conflict"),
      binding(
        [(.enter, .openArticle)], "the receipt: the article at the passage", board.union(lists).union([.review]),
        word: "receipt"),
      binding(
        [("r", .ladder)], "the ladder: every claim for the selected figure, newest first",
        [.board, .article, .conflicts, .changes], word: "rungs"),
      binding(
        [("b", .bottomLine)], "the bottom line whole, and back to the board", first, word: "bottom line"),
      binding(
        [("c", .conflicts)], "all conflicts, those set aside too", [.board, .ladder, .bottomLine], word: "conflicts"),
      binding(
        [("d", .changes(.baseline)), ("D", .changes(.hour))],
        "what changed since you last looked, at a first look lately, or since the baseline; D: in the last hour, and back",
        [.board, .changes, .bottomLine],
        word: "changed"),
      binding([("i", .incidents)], "the incidents that reports are about, and what is set aside", board),
      binding(
        [("R", .review)], "review: what waits until somebody has looked at it, and is counted nowhere", board,
        word: "review"),
      binding([("S", .sources)], "the addresses that are asked: when each answered, what is wrong", board),
      binding(
        [("B", .alerts)], "alerts: what came up since the board opened, the newest and gravest first", first),
      binding([("a", .seeAlerts(all: false))], "seen: the alert is no longer counted", [.alerts], word: "seen"),
      binding([("A", .seeAlerts(all: true))], "all alerts are seen", [.alerts], word: "all seen"),
      binding([(.enter, .openArticle)], "put the selected incident on the board", [.incidents], word: "choose"),
      binding(
        [("(", .moveReceipt(-1)), (")", .moveReceipt(1))],
        "previous, next receipt: of the selected row on the board, of the article where one is open",
        [.board, .article, .conflicts], word: "receipts"),
      binding(
        [("/", .search)], "search events, articles and notes; in an article, its text", [.board, .article], word: "find"
      ),
      binding([("n", .moveMatch(1)), ("N", .moveMatch(-1))], "next, previous match", [.board, .article]),
      binding([("f", .filter)], "filter what the timeline lists and what is stepped to", board),
      binding(
        [("v", .toggleRead)], "what was read: underline every passage that a claim was read from, or none", [.article],
        word: "read"),
      binding(
        [("y", .copy)], "copy the selected line with who says it and its receipt, to the clipboard or a file",
        [.board, .article]),
      binding(
        [("?", .help), ("h", .help), (.function(1), .help)], "help: the keys that work where you are",
        claims.union([.incidents, .review, .sources, .alerts, .bottomLine]),
        word: "help"),
    ]
    let leading = [
      binding([("o", .leaveOrRejoin)], "where another leads: look around on your own, and back to the lead", board),
      binding([("w", .stepCue(1)), ("W", .stepCue(-1))], "where you lead: the next, the previous cue", board),
    ]
    let moving = [
      binding([(.tab, .movePane(1)), (.backTab, .movePane(-1))], "next, previous pane", board, word: "pane"),
      binding(
        Pane.allCases.map { (.character(Unicode.Scalar(UInt8(0x30 + $0.rawValue))), .focus($0)) },
        "pane by number: " + Pane.allCases.map { $0.title.lowercased() }.joined(separator: ", "), first),
      binding(
        [("z", .zoom)], "zoom: the pane alone, with what is behind its selected row; again: all panes", board,
        word: "zoom"),
      binding([("H", .hidePane)], "hide the pane; its number brings it back", board),
      binding(
        [(.function(2), .toggleMouse)],
        "mouse off, on: a click selects, the wheel scrolls, a drag on the timeline's strip moves the playhead", board),
      binding(
        [("j", .moveRow(1)), ("k", .moveRow(-1)), (.down, .moveRow(1)), (.up, .moveRow(-1))],
        "down, up: a row of the pane, a line of the article", reading, word: "move"),
      binding(
        [(.control("d"), .moveHalfPage(1)), (.control("u"), .moveHalfPage(-1))], "half a page down, up", reading),
      binding([(.pageDown, .movePage(1)), (.pageUp, .movePage(-1))], "a page down, up", reading),
      binding([(.home, .moveToStart), (.end, .moveToEnd)], "to the first row, to the last row", reading),
    ]
    let hand = [
      binding([("p", .pin)], "pin: the figure of the selected claim is the one to go by", claims),
      binding([("a", .commandLine("note "))], "annotate: your own words on the selected claim", claims),
      binding([("x", .retract)], "retract the selected claim; names it and asks, y or n", claims),
      binding([("s", .commandLine("aside "))], "set the selected conflict aside; asks why", [.board, .conflicts]),
      binding([("m", .commandLine("marker "))], "a marker at the time that the board is as of", board),
      binding([("x", .reassign)], "pull the selected report in, or push it out", [.incidents], word: "in/out"),
      binding([("u", .undo)], "undo your last entry", claims.union([.incidents, .review])),
    ]
    let line: Set<KeyBinding.Context> = [.line]
    let typing = [
      binding(
        [(":", .commandLine(""))], "the command line", claims.union([.review, .bottomLine]), word: "command"),
      binding([(.enter, .enterLine)], "carry the line out", line),
      binding(
        [(.tab, .completeLine(1)), (.backTab, .completeLine(-1))], "complete the word, go on to the next way", line),
      binding(
        [
          (.up, .moveInHistory(1)), (.down, .moveInHistory(-1)), (.control("p"), .moveInHistory(1)),
          (.control("n"), .moveInHistory(-1)),
        ], "earlier lines, and back", line),
      binding(
        [(.control("r"), .searchHistory)], "the last line that has in it what is typed; again: the one before", line),
      binding(
        [
          (.left, .editLine(.left)), (.right, .editLine(.right)), (.control("b"), .editLine(.left)),
          (.control("f"), .editLine(.right)),
        ], "a character left, right", line),
      binding(
        [
          (.home, .editLine(.start)), (.end, .editLine(.end)), (.control("a"), .editLine(.start)),
          (.control("e"), .editLine(.end)),
        ], "to the beginning, to the end", line),
      binding(
        [
          (.backspace, .editLine(.deleteBack)), (.delete, .editLine(.deleteForward)),
          (.control("d"), .editLine(.deleteForward)),
        ],
        "delete the character before, after; in an empty line backspace leaves", line),
      binding(
        [
          (.control("w"), .editLine(.deleteWord)), (.control("u"), .editLine(.deleteToStart)),
          (.control("k"), .editLine(.deleteToEnd)),
        ], "delete a word, all before, all after", line),
    ]
    let leaving = [
      binding(
        [(.escape, .cancel)], "cancel: close what is open; on the board, back to the event at the playhead",
        everywhere),
      binding([(.control("l"), .redraw)], "draw the screen afresh", everywhere),
      binding([(.control("z"), .suspend)], "suspend; the shell's fg comes back", everywhere),
      binding([("q", .back)], "back; on the board, quit", reading, word: "quit"),
      binding([(.control("c"), .back)], "back; on the board, quit", everywhere),
      binding([("Q", .quit)], "quit from anywhere; asks while you lead a briefing", reading),
    ]
    return Keymap(groups: [
      ("Replay", replay), ("Reviewing", reviewing), ("Looking closer", looking), ("Moving", moving),
      ("Led briefings", leading),
      ("The operator's hand", hand), ("The command line", typing), ("Leaving", leaving),
    ])
  }()
}

extension KeyBinding {
  /// The keys as they are listed: ", .", "tab shift-tab", "1 2 3".
  package var keyNames: String { keys.map(\.key.name).joined(separator: " ") }
}
