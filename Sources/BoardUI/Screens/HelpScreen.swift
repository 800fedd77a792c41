/// The keys that work where help was asked for, and on the board the commands, made from the keymap and the table of
/// commands.
struct HelpScreen: Hashable, Sendable {
  /// Where help was asked for.
  let place: KeyBinding.Context
  /// The pane it was asked for in; `nil` away from the board.
  let pane: Pane?
  /// The first line that is shown.
  private var top = 0

  init(_ place: KeyBinding.Context, pane: Pane?) {
    self.place = place
    self.pane = pane
  }

  private struct Line {
    var keys = ""
    var text: String
    var isTitle = false
  }

  mutating func move(_ command: Command, in model: Model) {
    let page = max(1, model.size.rows - 2)
    top = scrolled(top, by: command, page: page, lines: lines(model.keymap, width: model.size.columns).count)
  }

  func draw(_ model: Model, _ canvas: inout Canvas) {
    let width = canvas.size.columns
    canvas.fill(canvas.glyphs.horizontal, columns: 0..<width, row: 0, style: Style(.rule, dim: true))
    let lines = lines(model.keymap, width: width)
    let height = max(1, canvas.size.rows - 2)
    let top = min(max(0, top), max(0, lines.count - height))
    let shown = top..<min(lines.count, top + height)
    let title = " HELP: KEYS" + (pane.map { ", \($0.title)" } ?? "") + " "
    let end = canvas.put(title, column: 1, row: 0, style: Style(.title, bold: true), limit: width)
    if lines.count > height {
      canvas.putRight(
        " \(shown.lowerBound + 1)-\(shown.upperBound) of \(lines.count) ", from: end, row: 0, style: Style(.key),
        limit: width - 1)
    }
    let indent = HelpScreen.keyColumns(width) + 3
    for (row, index) in zip(1...height, shown) {
      let line = lines[index]
      canvas.put(line.keys, column: 2, row: row, style: Style(.key, bold: true), limit: indent - 1)
      canvas.put(
        line.text, column: line.isTitle ? 1 : indent, row: row,
        style: Style(line.isTitle ? .title : .text, bold: line.isTitle), limit: width)
    }
    FootLines.keys(model, .help, row: canvas.size.rows - 1, &canvas)
  }

  private static func keyColumns(_ width: Int) -> Int { width < 60 ? 12 : 24 }

  private func lines(_ keymap: Keymap, width: Int) -> [Line] {
    let columns = HelpScreen.keyColumns(width)
    var lines: [Line] = []
    func title(_ text: String) {
      if !lines.isEmpty { lines.append(Line(text: "")) }
      lines.append(Line(text: text, isTitle: true))
    }
    func pair(_ keys: String, _ words: String) {
      let keys = wrappedWords(keys, width: columns)
      let words = wrappedWords(words, width: width - columns - 4)
      for index in 0..<max(keys.count, words.count) {
        lines.append(Line(keys: index < keys.count ? keys[index] : "", text: index < words.count ? words[index] : ""))
      }
    }
    for (name, bindings) in keymap.bindings(in: place, pane) {
      title(name)
      for binding in bindings { pair(binding.keyNames, binding.description) }
    }
    guard place == .board else { return lines }
    for (name, commands) in LineCommand.groups {
      title("Commands: " + name.lowercased())
      for command in commands { pair(command.usage, command.description) }
    }
    title("Speeds")
    lines += wrappedWords(Replay.explanation, width: width - columns - 4).map { Line(text: $0) }
    return lines
  }
}
