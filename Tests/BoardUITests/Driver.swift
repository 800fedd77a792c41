import BoardUI
import Situation

/// Presses keys and reads the screen, as an operator does.
struct Driver {
  var model: Model
  var effects: [Effect] = []

  init(_ columns: Int = 80, _ rows: Int = 24, store: EventStore = Fixture.store, options: Options = Options()) {
    model = Model(store: store, size: Size(columns: columns, rows: rows), options: options)
  }

  mutating func send(_ message: Message) { effects = update(&model, message) }

  mutating func press(_ keys: Key...) { for key in keys { send(.key(key)) } }

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
