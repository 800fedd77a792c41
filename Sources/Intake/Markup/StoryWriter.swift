/// Writes the canonical text of pages and feeds: the fields that were found, an empty line, a paragraph a line.
///
/// A form feed stands between stories, so that the text, saved as a file, gives the same stories again.
struct StoryWriter {
  private(set) var list = StoryList(text: [])

  /// - Parameters:
  ///   - fields: Values of one line each, without space around them.
  ///   - paragraphs: Of one line each. Without any the title is the story: a headline alone says something too.
  mutating func append(
    number: Int, fields: [ArticleHeader.Field: String], paragraphs: [[UInt8]], notices: [String],
    origin: StoryIdentity.Origin? = nil
  ) {
    if !list.text.isEmpty { list.text += "\n\u{0C}\n".utf8 }
    var spans: [ArticleHeader.Field: Range<Int>] = [:]
    for field in ArticleHeader.Field.allCases {
      guard let value = fields[field], !value.isEmpty, field != .title || !paragraphs.isEmpty else { continue }
      list.text += (field.rawValue.prefix(1).uppercased() + field.rawValue.dropFirst() + ": ").utf8
      let start = list.text.count
      list.text += value.utf8
      spans[field] = start..<list.text.count
      list.text.append(0x0A)
    }
    list.text.append(0x0A)
    let start = list.text.count
    if paragraphs.isEmpty, let title = fields[.title] {
      spans[.title] = start..<start + title.utf8.count
      list.text += title.utf8
      list.text.append(0x0A)
    }
    for paragraph in paragraphs {
      list.text += paragraph
      list.text.append(0x0A)
    }
    var header = ArticleHeader(spans, end: start, in: list.text)
    for notice in notices { header.note(notice) }
    list.stories.append(Story(number: number, header: header, body: start..<list.text.count, origin: origin))
  }

  mutating func note(_ notice: String) { list.notices.append(notice) }

  /// Says that some of the stories were not read, if so.
  mutating func tell(count: Int) { list.tell(count: count, isExpected: true) }
}
