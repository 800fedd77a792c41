/// The line at the foot of the screen in which something is typed.
struct CommandLine: Hashable, Sendable {
  /// What becomes of the line.
  enum Purpose: Hashable, Sendable, CaseIterable {
    case command, search, filter

    /// What stands before the line.
    var sign: String {
      switch self {
      case .command: ":"
      case .search: "/"
      case .filter: "filter: "
      }
    }
  }

  let purpose: Purpose
  var editor: LineEditor
  /// Why the line was not taken, until it is changed.
  var error: String?
  private(set) var completion: Completion?

  /// Ways to go on from what is typed, one after another.
  struct Completion: Hashable, Sendable {
    let candidates: [String]
    /// Which of them stands in the line; `nil` while none does.
    var shown: Int?
    /// Where in the line the candidates go, in characters.
    let start: Int
    /// What was typed there.
    let typed: String
  }

  init(_ purpose: Purpose, text: String = "") {
    self.purpose = purpose
    editor = LineEditor(text)
  }

  mutating func insert(_ text: String) {
    editor.insert(text)
    changed()
  }

  mutating func edit(_ edit: LineEdit) {
    editor.edit(edit)
    changed()
  }

  mutating func set(_ text: String) {
    editor.set(text)
    changed()
  }

  private mutating func changed() {
    error = nil
    completion = nil
  }

  /// Goes on to the next or previous way to complete what stands before the cursor.
  ///
  /// One that fits alone is put in; of several, first what they have in common, then one after another.
  ///
  /// - Parameter find: Where the ways begin in the text before the cursor, and whole words that may stand there.
  /// - Returns: Whether there was any.
  mutating func complete(_ places: Int, find: (String) -> (start: Int, candidates: [String])) -> Bool {
    error = nil
    if var completion {
      let count = completion.candidates.count
      let next = completion.shown.map { ($0 + places + count) % count } ?? (places > 0 ? 0 : count - 1)
      editor.replace(completion.start..<editor.cursor, with: completion.candidates[next])
      completion.shown = next
      self.completion = completion
      return true
    }
    let before = editor.beforeCursor
    let (start, all) = find(before)
    let typed = String(before.dropFirst(start))
    let candidates = all.filter { $0.lowercased().hasPrefix(typed.lowercased()) }
    guard let first = candidates.first else { return false }
    let common = candidates.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    if candidates.count == 1 {
      editor.replace(start..<editor.cursor, with: first)
      return true
    }
    if common.count > typed.count { editor.replace(start..<editor.cursor, with: common) }
    completion = Completion(candidates: candidates, shown: nil, start: start, typed: typed)
    return true
  }
}

extension String {
  /// What both begin with, whatever the case of their letters; spelled as here.
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0.lowercased() == $1.lowercased() }.map(\.0))
  }
}
