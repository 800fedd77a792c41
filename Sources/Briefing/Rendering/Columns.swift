import Situation

/// How many columns of a terminal text takes.
enum Columns {
  static func count(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + CharacterWidths.standard.columns(of: $1) }
  }

  /// The text with spaces after it, to a number of columns.
  static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - count(text)))
  }

  /// The text with spaces before it, to a number of columns.
  static func rightAligned(_ text: String, to columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - count(text))) + text
  }
}
