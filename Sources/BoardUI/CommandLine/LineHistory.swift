/// The lines that were entered, oldest first, and how far back in them the operator is.
package struct LineHistory: Hashable, Sendable {
  package private(set) var lines: [String] = []
  /// How many lines back; 0 is the line being typed.
  private var back = 0
  /// What was typed before going back.
  private var draft = ""
  /// The text that a search through earlier lines looks for; `nil` while there is no search.
  private var sought: String?

  package static let limit = 200

  package init(_ lines: [String] = []) { self.lines = lines.suffix(LineHistory.limit) }

  /// Keeps a line, once where it was entered twice in a row.
  mutating func add(_ line: String) {
    back = 0
    guard !line.isEmpty, line != lines.last else { return }
    lines = (lines + [line]).suffix(LineHistory.limit)
  }

  /// The line so many entries back from where the operator is.
  ///
  /// - Returns: `nil` where there is none.
  mutating func move(_ entries: Int, from current: String) -> String? {
    let next = back + entries
    guard (0...lines.count).contains(next) else { return nil }
    if back == 0 { draft = current }
    back = next
    return next == 0 ? draft : lines[lines.count - next]
  }

  /// The next line back that has in it what was typed when the search began.
  ///
  /// - Returns: `nil` where no earlier one has.
  mutating func search(from current: String) -> String? {
    let needle = sought ?? current
    if sought == nil { (sought, draft, back) = (current, current, 0) }
    let earlier = lines.count - back
    guard let index = lines[..<earlier].lastIndex(where: { $0.contains(needle) && $0 != current }) else { return nil }
    back = lines.count - index
    return lines[index]
  }

  /// Typing again begins a new line.
  mutating func restart() { (back, sought) = (0, nil) }
}
