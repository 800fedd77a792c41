internal import Situation

extension Model {
  /// Opens the line at the foot of the screen.
  mutating func openLine(_ purpose: CommandLine.Purpose, text: String = "") -> [Effect] {
    commandLine = CommandLine(purpose, text: text)
    return []
  }

  /// A key while the line is open: what is no editing key is typed.
  mutating func typeKey(_ key: Key) -> [Effect] {
    if let command = keymap.command(for: key, in: .line) { return editLine(command) }
    switch key {
    case .character(let scalar): return insert(String(Character(scalar)))
    case .paste(let text): return insert(SafeText.line(text))
    default: return [.bell]
    }
  }

  private mutating func insert(_ text: String) -> [Effect] {
    guard let line = commandLine else { return [] }
    histories[line.purpose, default: LineHistory()].restart()
    commandLine?.insert(text)
    lineChanged()
    return []
  }

  /// A search goes along with what is typed.
  private mutating func lineChanged() {
    if let line = commandLine, line.purpose == .search { searchTyped(line.editor.text) }
  }

  private mutating func editLine(_ command: Command) -> [Effect] {
    guard let line = commandLine else { return [] }
    switch command {
    case .editLine(.deleteBack) where line.editor.isEmpty: return closeLine()
    case .editLine(let edit):
      histories[line.purpose, default: LineHistory()].restart()
      commandLine?.edit(edit)
      lineChanged()
    case .moveInHistory(let entries):
      let text = histories[line.purpose, default: LineHistory()].move(entries, from: line.editor.text)
      guard let text else { return [.bell] }
      commandLine?.set(text)
      lineChanged()
    case .searchHistory:
      let text = histories[line.purpose, default: LineHistory()].search(from: line.editor.text)
      guard let text else { return [.bell] }
      commandLine?.set(text)
      lineChanged()
    case .completeLine(let places):
      var completed = line
      let isFound = completed.complete(places) { completions(of: $0, line.purpose) }
      commandLine = completed
      return isFound ? [] : [.bell]
    case .enterLine: return enterLine()
    case .cancel, .back: return closeLine()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    default: break
    }
    return []
  }

  private func completions(of text: String, _ purpose: CommandLine.Purpose) -> (start: Int, candidates: [String]) {
    switch purpose {
    case .command: LineCommand.completions(of: text, self)
    case .filter: Filter.completions(of: text, self)
    case .search: (text.count, [])
    }
  }

  private mutating func closeLine() -> [Effect] {
    if let line = commandLine {
      histories[line.purpose, default: LineHistory()].restart()
      if line.purpose == .search { restoreOrigin() }
    }
    searchOrigin = nil
    commandLine = nil
    return []
  }

  /// Carries the line out; one that is wrong stays open and says why.
  private mutating func enterLine() -> [Effect] {
    guard let line = commandLine else { return [] }
    let text = line.editor.text
    histories[line.purpose, default: LineHistory()].add(text)
    commandLine = nil
    do throws(LineError) {
      switch line.purpose {
      case .command: return try run(text)
      case .search: return try enterSearch(text)
      case .filter: return try setFilter(text)
      }
    } catch {
      commandLine = line
      commandLine?.error = error.message
      return [.bell]
    }
  }

  private mutating func run(_ line: String) throws(LineError) -> [Effect] {
    let (name, rest) = LineCommand.parts(of: line)
    if name.isEmpty {
      if rest.isEmpty { return [] }
      throw LineError("a command begins with its name; tab lists them")
    }
    if let slip = LineSlip(name) { return try answer(slip) }
    let command = try LineCommand.named(name)
    if command.arguments.isEmpty, !rest.isEmpty { throw LineError("\(command.usage): nothing follows it") }
    return try command.run(&self, rest)
  }
}
