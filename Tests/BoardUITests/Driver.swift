import BoardUI
import Situation

/// Presses keys and reads the screen, as an operator does.
struct Driver {
  var model: Model
  var effects: [Effect] = []

  /// What a journal would hold.
  private(set) var entries: [OperatorEntry] = []
  /// What the journal answers in the place of saving.
  var trouble: String?
  /// Whether there is a pause after each key, long enough for the receipt pane to follow the playhead.
  var rests = true

  init(
    _ columns: Int = 80, _ rows: Int = 24, store: EventStore = Fixture.store,
    journal: JournalAccess = .writable(identity: nil), options: Options = Options(),
    keymap: Keymap = .standard
  ) {
    model = Model(
      store: store, journal: journal, size: Size(columns: columns, rows: rows), options: options, keymap: keymap)
    model.desk = IncidentDesk(store)
  }

  /// Sends a message; what is to be journaled is, as the loop does it.
  mutating func send(_ message: Message) {
    effects = update(&model, message)
    let pause = Effect.wake(after: .milliseconds(150))
    if rests, !model.replay.isPlaying, effects.contains(pause) {
      effects = effects.filter { $0 != pause } + update(&model, .tick)
    }
    for case .journal(let act, let text) in effects {
      if let trouble {
        effects += update(&model, .notSaved(trouble))
        continue
      }
      let entry = OperatorEntry(
        id: ArticleID(digest: Driver.identity, story: entries.count + 1), author: "watch",
        at: Driver.start.advanced(by: Int64(entries.count)), offset: .zero, text: text, act: act)
      entries.append(entry)
      effects += update(&model, .saved(entry))
    }
  }

  static let identity = String(repeating: "0123456789abcdef", count: 4)
  /// 2025-03-14T12:00Z.
  static let start = Instant(seconds: 1_741_953_600)

  mutating func press(_ keys: Key...) { for key in keys { send(.key(key)) } }

  /// Enters a line on the command line.
  mutating func command(_ line: String) {
    type(":" + line)
    press(.enter)
  }

  /// Every character a key of its own.
  mutating func type(_ text: String) { for scalar in text.unicodeScalars { press(.character(scalar)) } }

  var frame: Frame { view(model, size: model.size) }
  var lines: [String] { frame.lines }
  var screen: String { lines.joined(separator: "\n") }
  var title: String { lines[0] }
  var keyLine: String { lines[lines.count - 1] }

  /// The first line that begins with the mark of a selected row.
  var selectedLine: String? { lines.first { $0.hasPrefix(">") } }

  /// What is written from a heading's column on, below it, wrapped lines joined.
  func pane(_ heading: String) -> String {
    let rows = lines.drop { !$0.contains(heading) }
    guard let first = rows.first, let range = first.firstRange(of: heading) else { return "" }
    let column = first.distance(from: first.startIndex, to: range.lowerBound)
    return rows.joined(from: max(0, column - 3))
  }

  /// The whole screen, wrapped lines joined.
  var flowing: String { lines[...].joined(from: 0) }
}

extension ArraySlice<String> {
  fileprivate func joined(from column: Int) -> String {
    map { $0.dropFirst(column) }.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }
}
