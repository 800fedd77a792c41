import BoardUI
import Situation
import Testing

/// A script for every key of `docs/keys.md`: what is pressed to get somewhere, the key, and what the screen then shows
/// that it did not show before. A key without one fails.
@Suite struct KeyScriptTests {
  enum Outcome: Sendable {
    /// The screen shows it, and did not before.
    case shows(String)
    /// The screen is another, in its letters, their look, or where the cursor stands.
    case changes
    /// The loop is asked for it.
    case asks(Effect)
    /// The loop is asked to copy a line with these words.
    case copies(String)
  }

  struct Script: Sendable, CustomStringConvertible {
    let key: String
    let command: String
    /// Keys by their names, and words that are typed, with "_" for a space.
    let start: String
    let outcome: Outcome

    init(_ key: String, _ command: String, _ start: String = "", _ outcome: Outcome) {
      self.key = key
      self.command = command
      self.start = start
      self.outcome = outcome
    }

    var description: String { "\(start) \(key): \(command)" }
  }

  /// On the dated incident: nine events, of which the last is of 13 March 08:30.
  static let scripts: [Script] =
    [
      // Replay.
      Script("space", "play", .shows("playing")), Script(",", "step-back", .shows("8/9")),
      Script(".", "step", "g", .shows("1/9")), Script("left", "time-back", .shows("8/9")),
      // Two events are of 13:00.
      Script("right", "time", "g", .shows("2/9")), Script("{", "tenth-back", .shows("8/9")),
      Script("}", "tenth", "g", .shows("1/9")),
      Script("[", "marker-back", "g . . . m enter G", .shows("3/10")),
      Script("]", "marker-next", "g . . . m enter g", .shows("3/10")),
      Script("<", "change-back", "2 Home j j j", .shows("7/9")),
      Script(">", "change-next", "2 Home j j j g", .shows("4/9")),
      Script("g", "first", .shows("as of the start")), Script("G", "last", "g", .shows("9/9")),
      Script("L", "live", "g", .shows("live: the board goes on")), Script("-", "slower", "space", .shows("½×")),
      Script("'", "former", .shows("no place further back was kept")),
      Script("A", "step-all", .shows("each event is stepped to")),
      Script("+", "faster", "space", .shows("2×")), Script("=", "normal-speed", "space +", .shows("1×")),
      Script("I", "squeeze", .shows("idle time plays in full")), Script("t", "clock", .shows("clock reported")),
      // Looking closer.
      Script("e", "conflict-next", .shows(">!1 CONTRADICTION")),
      Script("E", "conflict-back", .shows(">!1 CONTRADICTION")),
      Script("enter", "receipt", "2 Home", .shows("receipt 3 of 3")),
      Script("r", "ladder", "2 Home", .shows("LADDER: held")), Script("c", "conflicts", .shows("CONFLICTS 1 open")),
      Script("b", "bottom-line", .shows("disputed")),
      // From 07:30 to 08:30 the dead of either side came, and that they contradict one another.
      Script("d", "changes", .shows("CHANGES in the last hour")),
      Script("D", "changes-hour", .shows("CHANGES since 1h")),
      Script("R", "review", .shows("TO REVIEW 0 claims")), Script("S", "sources", .shows("SOURCES")),
      Script("B", "alerts", .shows("ALERTS")), Script("a", "seen", "B", .shows("no alert waits")),
      Script("A", "all-seen", "B", .shows("no alert waits")),
      Script("i", "incidents", .shows("INCIDENTS")), Script("enter", "receipt", "i", .shows("on the board:")),
      Script("(", "receipt-back", "e", .shows("2 of 2")), Script(")", "receipt-next", "e", .shows("2 of 2")),
      Script("/", "search", .shows("searches events, articles and notes")),
      // From the last event on, the first that is found is the last of four.
      Script("n", "match-next", "/ killed enter", .shows("/killed: 1 of 4")),
      Script("N", "match-back", "/ killed enter", .shows("/killed: 3 of 4")),
      Script("f", "filter", .shows("A filter is words that must all fit")),
      Script("v", "read", "2 Home enter", .changes), Script("y", "copy", "2 Home", .copies("214")),
      Script("?", "help", .shows("HELP: KEYS, PEOPLE")), Script("h", "help", .shows("HELP: KEYS, PEOPLE")),
      Script("F1", "help", .shows("HELP: KEYS, PEOPLE")),
      // On a board that nobody leads they do nothing; what they do on one that is led is in LeadTests.
      Script("o", "lead", .asks(.bell)), Script("w", "cue-next", .asks(.bell)), Script("W", "cue-back", .asks(.bell)),
      // Moving.
      Script("tab", "pane-next", .changes), Script("shift-tab", "pane-back", .changes),
      Script("1", "pane-1", .changes), Script("2", "pane-2", "3", .changes), Script("3", "pane-3", .changes),
      Script("4", "pane-4", .changes), Script("5", "pane-5", .changes), Script("6", "pane-6", .changes),
      Script("7", "pane-7", .changes), Script("z", "zoom", .changes), Script("H", "hide", .changes),
      Script("F2", "mouse", .asks(.reportMouse(false))), Script("j", "down", "2 Home", .shows(">killed")),
      Script("k", "up", "2 Home j", .shows(">held")), Script("down", "down", "2 Home", .shows(">killed")),
      Script("up", "up", "2 Home j", .shows(">held")), Script("ctrl-d", "half-page-down", "4 Home", .changes),
      Script("ctrl-u", "half-page-up", "4 End", .changes), Script("PgDn", "page-down", "4 Home", .changes),
      Script("PgUp", "page-up", "4 End", .changes), Script("Home", "start", "4 End", .changes),
      Script("End", "end", "4 Home", .changes),
      // The operator's hand.
      Script("p", "pin", "2 Home", .shows("saved, entry 1: pins a figure")), Script("a", "note", .shows(":note")),
      Script("x", "retract", .shows("retract 214 held, BLA? y/n")), Script("s", "aside", "e", .shows(":aside")),
      Script("m", "marker", .shows(":marker")),
      Script("u", "undo", "2 Home p", .shows("saved, entry 2: undoes entry 1")),
      // The command line.
      Script(":", "command", .shows("tab lists the commands")),
      Script("enter", "enter", ": goto_#4", .shows("4/9")), Script("tab", "complete", ": cor", .changes),
      Script("shift-tab", "complete-back", ": re backspace tab tab", .changes),
      Script("up", "earlier", ": goto_#4 enter :", .shows(":goto #4")),
      Script("ctrl-p", "earlier", ": goto_#4 enter :", .shows(":goto #4")),
      Script("down", "later", ": goto_#4 enter : up", .shows("tab lists the commands")),
      Script("ctrl-n", "later", ": goto_#4 enter : up", .shows("tab lists the commands")),
      Script("ctrl-r", "search-history", ": goto_#4 enter : note_x esc : #4", .shows(":goto #4")),
      Script("left", "left", ": ab", .changes), Script("ctrl-b", "left", ": ab", .changes),
      Script("right", "right", ": ab left", .changes), Script("ctrl-f", "right", ": ab left", .changes),
      Script("Home", "line-start", ": ab", .changes), Script("ctrl-a", "line-start", ": ab", .changes),
      Script("End", "line-end", ": ab Home", .changes), Script("ctrl-e", "line-end", ": ab Home", .changes),
      Script("backspace", "delete-back", ": abx", .shows(":ab ")),
      Script("delete", "delete", ": xab Home", .shows(":ab ")),
      Script("ctrl-d", "delete", ": xab Home", .shows(":ab ")),
      Script("ctrl-w", "delete-word", ": ab_cd", .changes),
      Script("ctrl-u", "delete-to-start", ": cdab left left", .shows(":ab ")),
      Script("ctrl-k", "delete-to-end", ": abcd left left", .shows(":ab ")),
      Script("x", "reassign", "i j", .shows("pushed out")),
      // Leaving.
      Script("esc", "cancel", "?", .shows("9/9")), Script("ctrl-l", "redraw", .asks(.redraw)),
      Script("ctrl-z", "suspend", .asks(.suspend)), Script("q", "back", .asks(.quit)),
      Script("ctrl-c", "back", .asks(.quit)), Script("Q", "quit", "?", .asks(.quit)),
    ]

  /// On two claims that wait to be reviewed, with their list open.
  static let reviewing: [Script] = [
    Script("a", "accept", .shows("saved, entry 1: accepts a claim")),
    Script("x", "reject", .shows("saved, entry 1: retracts a claim")),
    Script("t", "take-total", .shows("takes a claim as total")),
    Script("p", "take-part", .shows("takes a claim as part")),
    Script("+", "take-addition", .shows("takes a claim as addition")),
    Script("o", "take-other", .shows("takes a claim as another incident")),
    Script("b", "take-background", .shows("takes a claim as background")),
    Script("f", "take-forecast", .shows("takes a claim as forecast")),
    Script("d", "take-denied", .shows("takes a claim as denied")), Script("s", "take", .shows(":take")),
  ]

  @Test func `every key has a script, and no script is of a key that is gone`() {
    let keys = Keymap.standard.groups.flatMap(\.bindings).flatMap(\.keys).map { key, command in
      "\(key.name): \(command.name ?? "?")"
    }
    let scripts = KeyScriptTests.scripts + KeyScriptTests.reviewing
    #expect(Set(keys) == Set(scripts.map { "\($0.key): \($0.command)" }))
    #expect(scripts.count == keys.count)
  }

  @Test(arguments: scripts) func `a key does what the page of the keys says`(_ script: Script) throws {
    try play(script, Driver(120, 40, store: DatedIncident.store))
  }

  @Test(arguments: reviewing) func `a key of the review does what the page of the keys says`(_ script: Script) throws {
    var driver = Driver(120, 40, store: ReviewTests.store)
    driver.type("R")
    try play(script, driver)
  }

  private func play(_ script: Script, _ driver: Driver) throws {
    var driver = driver
    for word in script.start.split(separator: " ").map(String.init) {
      if let key = Key(named: word) { driver.press(key) } else { driver.type(word.replacing("_", with: " ")) }
    }
    let before = (driver.frame, driver.frame.cursor?.column, driver.shown)
    driver.press(try #require(Key(named: script.key)))
    switch script.outcome {
    case .shows(let text):
      #expect(!before.2.contains(text), "it was there before the key")
      #expect(driver.shown.contains(text), "\(driver.screen)")
    case .changes: #expect(driver.frame != before.0 || driver.frame.cursor?.column != before.1)
    case .asks(let effect): #expect(driver.effects.contains(effect))
    case .copies(let text):
      #expect(driver.effects.contains { if case .copy(let line) = $0 { line.contains(text) } else { false } })
    }
  }
}

extension KeyScriptTests.Script {
  init(_ key: String, _ command: String, _ outcome: KeyScriptTests.Outcome) { self.init(key, command, "", outcome) }
}

extension Driver {
  /// The screen with single spaces, and the line at the foot as it is.
  fileprivate var shown: String { flowing + "\n" + keyLine }
}
