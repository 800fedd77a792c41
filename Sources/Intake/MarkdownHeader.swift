/// The opening of a Markdown file: front matter between lines of three hyphens, and a first heading.
///
/// Nothing is changed in the text: only where its title, its fields and its story stand is taken from the marks.
enum MarkdownHeader {
  /// Front matter of more lines is none.
  private static let mostLines = 256

  static func read(_ text: [UInt8], in range: Range<Int>) -> ArticleHeader {
    var header = frontMatter(text, in: range) ?? ArticleHeader.read(text, in: range)
    takeHeading(text, limit: range.upperBound, &header)
    return header
  }

  private static func frontMatter(_ text: [UInt8], in range: Range<Int>) -> ArticleHeader? {
    var lines = Lines(text, in: range)
    guard let first = lines.next(), text[first].elementsEqual("---".utf8) else { return nil }
    var header = ArticleHeader(end: range.lowerBound)
    var others = 0
    for _ in 0..<mostLines {
      guard let line = lines.next() else { return nil }
      if text[line].elementsEqual("---".utf8) || text[line].elementsEqual("...".utf8) {
        if others > 0 { header.note("front matter: \(others) other \(others == 1 ? "line" : "lines") passed over") }
        header.end = lines.position
        header.dateText = header.value(.date, in: text)
        return header
      }
      if !line.isEmpty, !header.takeField(text, line, unquoted: true) { others += 1 }
    }
    return nil
  }

  /// "# Heading" before any other text is the title; one that repeats the title is no part of the story.
  private static func takeHeading(_ text: [UInt8], limit: Int, _ header: inout ArticleHeader) {
    var lines = Lines(text, in: header.end..<limit)
    while let line = lines.next() {
      if line.isEmpty { continue }
      guard text[line].starts(with: "# ".utf8) else { return }
      var words = ArticleHeader.trimmed(text, line.lowerBound + 2..<line.upperBound)
      while let last = text[words].last, last == UInt8(ascii: "#") { words = words.lowerBound..<words.upperBound - 1 }
      words = ArticleHeader.trimmed(text, words)
      guard !words.isEmpty else { return }
      if let title = header.spans[.title] {
        guard text[title].elementsEqual(text[words]) else { return }
      } else {
        header.setTitle(words)
      }
      header.end = lines.position
      return
    }
  }

  /// The lines of a text, each without the space around it.
  private struct Lines {
    let text: [UInt8]
    let limit: Int
    var position: Int

    init(_ text: [UInt8], in range: Range<Int>) {
      self.text = text
      limit = range.upperBound
      position = range.lowerBound
    }

    mutating func next() -> Range<Int>? {
      guard position < limit else { return nil }
      let end = text[position..<limit].firstIndex(of: 0x0A) ?? limit
      let line = ArticleHeader.trimmed(text, position..<end)
      position = min(end + 1, limit)
      return line
    }
  }
}
