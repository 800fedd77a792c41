/// One line of text as it is typed, and the place where the next character goes.
struct LineEditor: Hashable, Sendable {
  private(set) var characters: [Character] = []
  /// How many characters stand before the cursor.
  private(set) var cursor = 0

  /// No line that means anything is longer; the rest of a paste is left out.
  static let limit = 1000

  init(_ text: String = "") { set(text) }

  var text: String { String(characters) }
  var beforeCursor: String { String(characters[..<cursor]) }
  var isEmpty: Bool { characters.isEmpty }

  /// Replaces the line; the cursor goes behind it.
  mutating func set(_ text: String) {
    characters = Array(text.prefix(LineEditor.limit))
    cursor = characters.count
  }

  /// Puts text at the cursor. A mark that joins the character before it does so.
  mutating func insert(_ text: String) {
    let room = max(0, LineEditor.limit - characters.count)
    let before = Array(beforeCursor + text.prefix(room))
    characters = before + characters[cursor...]
    cursor = before.count
  }

  /// Puts text in the place of what stands between two places, and the cursor behind it.
  mutating func replace(_ range: Range<Int>, with text: String) {
    let range = range.clamped(to: 0..<characters.count)
    characters.replaceSubrange(range, with: Array(text))
    cursor = range.lowerBound + text.count
  }

  mutating func edit(_ edit: LineEdit) {
    switch edit {
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .start: cursor = 0
    case .end: cursor = characters.count
    case .deleteBack: delete(max(0, cursor - 1)..<cursor)
    case .deleteForward: delete(cursor..<min(characters.count, cursor + 1))
    case .deleteWord: delete(startOfWord..<cursor)
    case .deleteToStart: delete(0..<cursor)
    case .deleteToEnd: delete(cursor..<characters.count)
    }
  }

  private mutating func delete(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  /// Where the word before the cursor begins, spaces after it included.
  private var startOfWord: Int {
    var at = cursor
    while at > 0, characters[at - 1] == " " { at -= 1 }
    while at > 0, characters[at - 1] != " " { at -= 1 }
    return at
  }
}

/// What an editing key does to the line.
package enum LineEdit: Hashable, Sendable {
  case left, right, start, end
  case deleteBack, deleteForward, deleteWord, deleteToStart, deleteToEnd
}
