/// Finds the stories of a text file that holds several.
///
/// A form feed ends a story. So does an empty line with a header block after it: a title, another known field, no other
/// line, an empty line, and text. A single line such as "Title: …" within a story stays a part of it.
enum StoryDivision {
  /// What is past so many stories is left out, and that is told.
  static let mostStories = 1000

  /// - Parameters:
  ///   - text: The canonical text.
  ///   - range: The part after the header that opens the file, which belongs to the first story.
  /// - Returns: Where the first story ends, the header and the text of each later one, and how many there are in all.
  static func read(
    _ text: [UInt8], in range: Range<Int>
  ) -> (firstEnd: Int, later: [(header: ArticleHeader, body: Range<Int>)], count: Int) {
    let starts = starts(text, in: range)
    var later: [(ArticleHeader, Range<Int>)] = []
    var count = 1
    for (index, division) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].end : range.upperBound
      var start = division.start
      while start < end, ArticleText.isSpace(text[start]) { start += 1 }
      guard start < end else { continue }
      count += 1
      guard count <= mostStories else { continue }
      let header = ArticleHeader.read(text, in: start..<end)
      later.append((header, header.end..<end))
    }
    return (starts.first?.end ?? range.upperBound, later, count)
  }

  /// Where each later story may start, and where what is before it ends.
  private static func starts(_ text: [UInt8], in range: Range<Int>) -> [(end: Int, start: Int)] {
    text.withUnsafeBufferPointer { bytes in
      var starts: [(end: Int, start: Int)] = []
      var isAfterEmpty = false
      var line = range.lowerBound
      while line < range.upperBound {
        if isAfterEmpty, isFieldStart(bytes[line]), isBlock(text, at: line, limit: range.upperBound) {
          starts.append((line, line))
        }
        var position = line
        var isEmpty = true
        while position < range.upperBound, bytes[position] != 0x0A {
          if bytes[position] == 0x0C {
            starts.append((position, position + 1))
            isEmpty = true
          } else if isEmpty, !ArticleText.isSpace(bytes[position]) {
            isEmpty = false
          }
          position += 1
        }
        isAfterEmpty = isEmpty
        line = position + 1
      }
      return starts
    }
  }

  private static func isFieldStart(_ byte: UInt8) -> Bool {
    ArticleHeader.Field.allCases.contains { $0.rawValue.utf8.first == byte | 0x20 }
  }

  private static func isBlock(_ text: [UInt8], at start: Int, limit: Int) -> Bool {
    let header = ArticleHeader.read(text, in: start..<limit)
    return header.end > start && header.spans[.title] != nil && header.spans.count > 1 && header.notices.isEmpty
      && text[header.end..<limit].contains { !ArticleText.isSpace($0) }
  }
}
