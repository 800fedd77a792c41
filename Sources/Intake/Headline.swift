/// The headline that a plain text opens with, where no header names one: a short line without a full stop, above an empty
/// line and the story.
enum Headline {
  /// No headline is longer, in bytes; the longest of wire services have some 120.
  private static let longest = 160
  /// A text that goes on with less than this is a note, and its first line is a line of it.
  private static let leastStory = 160

  /// - Returns: The headline without the space around it, and where the story begins; `nil` where there is none.
  static func read(_ text: [UInt8], in body: Range<Int>) -> (title: Range<Int>, story: Int)? {
    guard let start = text[body].firstIndex(where: { !ArticleText.isSpace($0) }),
      let lineEnd = text[start..<body.upperBound].prefix(longest + 1).firstIndex(of: 0x0A)
    else { return nil }
    let title = ArticleHeader.trimmed(text, start..<lineEnd)
    guard isHeadline(text, title) else { return nil }
    let nextEnd = text[lineEnd + 1..<body.upperBound].firstIndex(of: 0x0A) ?? body.upperBound
    guard ArticleHeader.trimmed(text, lineEnd + 1..<nextEnd).isEmpty else { return nil }
    let story = ArticleHeader.trimmed(text, nextEnd..<body.upperBound)
    guard story.count >= leastStory, isProse(text, story) else { return nil }
    return (title, story.lowerBound)
  }

  /// Three words or more, the first with a capital or a figure, and no mark at the end or label within that tells of
  /// prose, lists and tables.
  private static func isHeadline(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    guard let first = line.first.map({ text[$0] }), let last = line.last.map({ text[$0] }) else { return false }
    let opens = (0x41...0x5A).contains(first) || (0x30...0x39).contains(first) || first >= 0x80 || first == 0x22
    guard opens, !".!:;,|".utf8.contains(last), !text[line].contains(where: { "|\t".utf8.contains($0) }) else {
      return false
    }
    // "Dead: 31" is a label with its value.
    for colon in line where text[colon] == UInt8(ascii: ":") {
      let value = ArticleHeader.trimmed(text, colon + 1..<line.upperBound)
      if value.allSatisfy({ (0x30...0x39).contains(text[$0]) || text[$0] == UInt8(ascii: ",") }) { return false }
    }
    return text[line].split(separator: 0x20).count >= 3
  }

  /// Returns true if a paragraph of the text that follows is longer than a line of a list and ends like a sentence.
  private static func isProse(_ text: [UInt8], _ story: Range<Int>) -> Bool {
    text[story].prefix(4096).split(separator: 0x0A).contains { $0.count > 80 && $0.contains(UInt8(ascii: ".")) }
  }
}
