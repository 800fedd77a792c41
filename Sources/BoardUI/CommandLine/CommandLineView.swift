internal import Situation

/// The line being typed at the foot of the screen, over a line that says what it will do, or why it will not.
enum CommandLineView {
  static func draw(_ model: Model, _ line: CommandLine, _ canvas: inout Canvas) {
    let row = canvas.size.rows - 1
    let width = canvas.size.columns
    canvas.clear(rows: row..<row + 1)
    var at = canvas.put(line.purpose.sign, column: 0, row: row, style: Style(.key, bold: true), limit: width)
    // What is left of the cursor yields from the left, so that the cursor and what was typed last stay in sight.
    let room = width - at - 1
    var before = line.editor.characters[..<line.editor.cursor]
    var isCut = false
    while canvas.columns(String(before)) + (isCut ? 1 : 0) > room, !before.isEmpty {
      before = before.dropFirst()
      isCut = true
    }
    if isCut { at = canvas.put(canvas.glyphs.cut, column: at, row: row, style: Style(.secondary), limit: width) }
    at = canvas.put(String(before), column: at, row: row, limit: width)
    let after = String(line.editor.characters[line.editor.cursor...])
    canvas.put(after, column: at, row: row, limit: width)
    canvas.placeCursor(column: at, row: row)
    hint(model, line, above: row, &canvas)
  }

  private static func hint(_ model: Model, _ line: CommandLine, above row: Int, _ canvas: inout Canvas) {
    if let error = line.error {
      FootWords.draw(error, above: row, style: Style(.notice, bold: true), &canvas)
    } else if let completion = line.completion {
      canvas.clear(rows: row - 1..<row)
      candidates(completion, row: row - 1, &canvas)
    } else {
      FootWords.draw(model.help(for: line), above: row, style: Style(.secondary), &canvas)
    }
  }

  /// As many of the ways to go on as fit, the one that stands in the line among them.
  private static func candidates(_ completion: CommandLine.Completion, row: Int, _ canvas: inout Canvas) {
    let width = canvas.size.columns
    let names = completion.candidates.map { $0.trimmingSpaces }
    let shown = completion.shown ?? 0
    var first = 0
    while first < shown, names[first...shown].reduce(1, { $0 + canvas.columns($1) + 2 }) + 3 > width { first += 1 }
    var at = 1
    for (index, name) in names.enumerated().dropFirst(first) {
      guard at + canvas.columns(name) + (index == names.count - 1 ? 0 : 4) <= width else {
        canvas.put("+\(names.count - index)", column: at, row: row, style: Style(.secondary), limit: width)
        return
      }
      let style = Style(.key, bold: index == completion.shown, reversed: index == completion.shown)
      at = canvas.put(name, column: at, row: row, style: style, limit: width) + 2
    }
  }
}

/// Words at the foot of the screen, as many lines of it as they take, up to half of it.
enum FootWords {
  static func draw(_ words: String, above row: Int, style: Style, _ canvas: inout Canvas) {
    let lines = wrappedWords(words, width: canvas.size.columns - 2)
    let shown = lines.prefix(max(1, canvas.size.rows / 2))
    let top = max(0, row - shown.count)
    canvas.clear(rows: top..<row)
    for (at, line) in zip(top..<row, shown) {
      let isCut = at == row - 1 && shown.count < lines.count
      canvas.put(
        line + (isCut ? " " + canvas.glyphs.cut : ""), column: 1, row: at, style: style, limit: canvas.size.columns)
    }
  }
}

extension Model {
  /// What the line being typed will do.
  fileprivate func help(for line: CommandLine) -> String {
    switch line.purpose {
    case .command:
      let (name, _) = LineCommand.parts(of: line.editor.text)
      guard !name.isEmpty, let command = try? LineCommand.named(name) else {
        return "tab lists the commands and completes, up goes back to earlier lines, esc leaves"
      }
      let claim = command.isAboutClaim ? claimAtHandWords.map { " [\($0)]" } ?? " [no claim is selected]" : ""
      return command.usage + "  " + command.description + claim
    case .search:
      if case .article(let reading)? = screens.last {
        return reading.foundTally ?? (line.editor.isEmpty ? "searches this article" : "not found in this article")
      }
      if line.editor.isEmpty { return "searches events, articles and notes; enter stays, n and N go on, esc goes back" }
      return search?.tally ?? ""
    case .filter: return line.editor.isEmpty ? Filter.explanation : Filter.hint
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String { String(reversed().drop { $0 == " " }.reversed()) }
}

extension Canvas {
  /// Takes away whatever stands in some rows.
  mutating func clear(rows: Range<Int>) {
    for row in rows { fill(" ", columns: 0..<size.columns, row: row) }
  }
}
