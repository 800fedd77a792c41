internal import Situation

/// The bottom line whole: what an officer must know first, as much of it as the terminal holds, the gravest kept longest.
struct BottomLineScreen: Hashable, Sendable {
  /// The first line that is shown.
  private var top = 0

  /// The topics by what they are worth where there is no room for all.
  private static let worth: [BottomLineText.Topic] = [.people, .disputed, .incident, .changed, .next, .unknown]

  /// A topic in the lines that it takes.
  private struct Entry {
    var topic: BottomLineText.Topic
    var lines: [String]
  }

  mutating func move(_ command: Command, in model: Model) {
    let canvas = Canvas(size: model.size, options: model.options)
    let lines = entries(model, canvas).reduce(0) { $0 + $1.lines.count }
    top = scrolled(top, by: command, page: page(model.size), lines: lines)
  }

  func draw(_ model: Model, _ canvas: inout Canvas) {
    TitleLine.draw(model, &canvas)
    let width = canvas.size.columns
    let column = BottomLineScreen.column(width)
    var row = 1
    var passed = 0
    for entry in entries(model, canvas) {
      for (index, line) in entry.lines.enumerated() {
        passed += 1
        guard passed > top, row < canvas.size.rows - 1 else { continue }
        if index == 0, column > 1 {
          canvas.put(entry.topic.rawValue, column: 1, row: row, style: Style(.secondary), limit: column - 1)
        }
        canvas.put(
          line, column: column, row: row,
          style: entry.topic == .disputed && !model.board.openConflicts.isEmpty
            ? Style(.conflict, bold: true) : Style(bold: entry.topic == .incident),
          limit: width)
        row += 1
      }
      if isSpaced(entry, canvas.size), row > 1 { row += 1 }
    }
    FootLines.keys(model, .bottomLine, row: canvas.size.rows - 1, &canvas)
  }

  private func page(_ size: Size) -> Int { max(1, size.rows - 2) }

  /// A blank line after each topic, where there is room for it.
  private func isSpaced(_ entry: Entry, _ size: Size) -> Bool { size.rows >= 24 && entry.topic != .next }

  private static func column(_ width: Int) -> Int { width < 60 ? 0 : 12 }

  /// The topics in their order, each as full as the rows allow.
  private func entries(_ model: Model, _ canvas: Canvas) -> [Entry] {
    let width = canvas.size.columns - BottomLineScreen.column(canvas.size.columns)
    let room = page(canvas.size) - (canvas.size.rows >= 24 ? BottomLineScreen.worth.count - 1 : 0)
    var ways: [BottomLineText.Topic: [[String]]] = [:]
    for topic in BottomLineScreen.worth {
      // Without a column for it the topic stands before its words, but where they tell it themselves.
      let tag = width == canvas.size.columns && topic.isToldByTag ? topic.rawValue + ": " : ""
      let told = model.bottomLineWays(topic).map { wrappedWords(tag + canvas.shown($0), width: width) }
      if !told.isEmpty { ways[topic] = told }
    }
    // The shortest way of each, as far as there is room, the worthiest first.
    var chosen: [BottomLineText.Topic: [String]] = [:]
    var used = 0
    for topic in BottomLineScreen.worth {
      guard let shortest = ways[topic]?.min(by: { $0.count < $1.count }) else { continue }
      guard used + shortest.count <= room || topic == .people else { continue }
      chosen[topic] = shortest
      used += shortest.count
    }
    // Then each as full as what is left allows; when the last report came is told before names and ages at length.
    for topic in [.next] + BottomLineScreen.worth {
      guard let shortest = chosen[topic] else { continue }
      guard let full = ways[topic]?.first(where: { used - shortest.count + $0.count <= room }) else { continue }
      chosen[topic] = full
      used += full.count - shortest.count
    }
    return BottomLineText.Topic.allCases.compactMap { topic in chosen[topic].map { Entry(topic: topic, lines: $0) } }
  }
}

extension Model {
  /// Opens with the bottom line where the board has no room for it.
  package mutating func begin() {
    if let example = options.example.first, layout.bottomLine.isEmpty, status == nil { tell(example + "  ? help") }
    guard screens.isEmpty, lead == nil, size.columns < 60 || size.rows < 14, !store.events.isEmpty else { return }
    screens = [.bottomLine(BottomLineScreen())]
  }

  /// True if the bottom line fills the screen.
  var isBottomLineOpen: Bool { if case .bottomLine? = screens.last { true } else { false } }

  mutating func toggleBottomLine() -> [Effect] {
    isBottomLineOpen ? cancel() : open(.bottomLine(BottomLineScreen()))
  }
}

extension BottomLineText.Topic {
  /// True if the words of the topic need its name to be understood.
  fileprivate var isToldByTag: Bool {
    switch self {
    case .disputed, .changed, .unknown: true
    case .incident, .people, .next: false
    }
  }
}
