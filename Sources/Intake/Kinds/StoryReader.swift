/// Makes stories of a file's bytes, by what kind of file it is.
enum StoryReader {
  /// - Parameter charset: The character set that whoever sent the bytes says they are in.
  static func read(_ bytes: [UInt8], path: String, charset: String? = nil) throws(Problem) -> StoryList {
    let kind = FileKind.of(FileBeginning(bytes), path: path)
    switch kind?.reading ?? .plain {
    case .refused: throw Problem(path, .foreign(kind?.name ?? "another format"))
    case .page:
      return try text(bytes, path, charset) { text throws(Problem) in try MarkupStories.page(text, path: path) }
    case .feed:
      return try text(bytes, path, charset) { text throws(Problem) in try MarkupStories.feed(text, path: path) }
    case .markdown:
      return try text(bytes, path, charset) { text throws(Problem) in
        try PlainStories.read(text, path: path, isMarkdown: true)
      }
    case .plain, .events:
      return try text(bytes, path, charset) { text throws(Problem) in
        try PlainStories.read(text, path: path, isMarkdown: false)
      }
    }
  }

  private static func text(
    _ bytes: [UInt8], _ path: String, _ charset: String?, _ read: ([UInt8]) throws(Problem) -> StoryList
  ) throws(Problem) -> StoryList {
    guard let decoded = DecodedText(bytes, declared: charset) else { throw Problem(path, .binary) }
    let start = decoded.text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard decoded.text[start...].contains(where: { !ArticleText.isSpace($0) }) else { throw Problem(path, .empty) }
    var list = try read(decoded.text)
    list.notices = decoded.notices + list.notices
    return list
  }
}
