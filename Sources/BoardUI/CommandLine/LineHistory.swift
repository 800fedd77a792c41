/// The lines that were entered, oldest first, and how far back in them the operator is.
package struct LineHistory: Hashable, Sendable {
  package private(set) var lines: [String] = []
  /// How many lines back; 0 is the line being typed.
  private var back = 0
  /// What was typed before going back.
  private var draft = ""

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

  /// Typing again begins a new line.
  mutating func restart() { back = 0 }
}
