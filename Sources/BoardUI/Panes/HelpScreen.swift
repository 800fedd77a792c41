/// The keys that work where help was asked for, made from the keymap.
enum HelpScreen {
  private struct Line {
    var keys = ""
    var text: String
    var isTitle = false
  }

  static func draw(_ model: Model, top: Int, _ place: KeyBinding.Place, _ canvas: inout Canvas) {
    let width = canvas.size.columns
    canvas.fill(canvas.glyphs.horizontal, columns: 0..<width, row: 0, style: Style(.rule, dim: true))
    let lines = lines(model.keymap, place, width: width)
    let height = max(1, canvas.size.rows - 2)
    let top = min(max(0, top), max(0, lines.count - height))
    let shown = top..<min(lines.count, top + height)
    canvas.put(" HELP: KEYS ", column: 1, row: 0, style: Style(.title, bold: true), limit: width)
    if lines.count > height {
      canvas.putRight(
        " \(shown.lowerBound + 1)-\(shown.upperBound) of \(lines.count) ", from: 14, row: 0, style: Style(.key),
        limit: width - 1)
    }
    let indent = keyColumns(width) + 3
    for (row, index) in zip(1...height, shown) {
      let line = lines[index]
      canvas.put(line.keys, column: 2, row: row, style: Style(.key, bold: true), limit: width)
      canvas.put(
        line.text, column: line.isTitle ? 1 : indent, row: row,
        style: Style(line.isTitle ? .title : .text, bold: line.isTitle),
        limit: width)
    }
    FootLines.keys(model, .help, row: canvas.size.rows - 1, &canvas)
  }

  static func lineCount(_ keymap: Keymap, place: KeyBinding.Place, width: Int) -> Int {
    lines(keymap, place, width: width).count
  }

  private static func keyColumns(_ width: Int) -> Int { width < 60 ? 12 : 24 }

  private static func lines(_ keymap: Keymap, _ place: KeyBinding.Place, width: Int) -> [Line] {
    var lines: [Line] = []
    for (title, bindings) in keymap.bindings(in: place) {
      if !lines.isEmpty { lines.append(Line(text: "")) }
      lines.append(Line(text: title, isTitle: true))
      for binding in bindings {
        let keys = wrapped(binding.keyNames, width: keyColumns(width))
        let words = wrapped(binding.description, width: width - keyColumns(width) - 4)
        for index in 0..<max(keys.count, words.count) {
          lines.append(
            Line(keys: index < keys.count ? keys[index] : "", text: index < words.count ? words[index] : ""))
        }
      }
    }
    guard place == .board else { return lines }
    lines.append(Line(text: ""))
    lines.append(Line(text: "Speeds", isTitle: true))
    lines += wrapped(Replay.explanation, width: width - keyColumns(width) - 4).map { Line(text: $0) }
    return lines
  }

  /// Words in lines of a width; none of our own is longer than the narrowest.
  private static func wrapped(_ text: String, width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if line.count + 1 + word.count <= width {
        lines[lines.count - 1] = line + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
