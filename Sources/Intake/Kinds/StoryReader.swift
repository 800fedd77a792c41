/// Makes stories of a file's bytes, by what kind of file it is.
enum StoryReader {
  /// Files inside one another, such as a compressed document that is attached to a mail in a mailbox.
  private static let mostDepth = 6

  /// - Parameters:
  ///   - charset: The character set that whoever sent the bytes says they are in.
  ///   - depth: How many files this one is inside of.
  static func read(
    _ bytes: [UInt8], path: String, charset: String? = nil, limit: Int64 = IntakeLimits.standard.article,
    depth: Int = 0
  ) throws(Problem) -> StoryList {
    guard depth < mostDepth else { throw Problem(path, .noStory("more than \(mostDepth) files inside one another")) }
    guard !bytes.isEmpty else { throw Problem(path, .empty) }
    let kind = FileKind.of(FileBeginning(bytes), path: path)
    switch kind?.reading ?? .plain {
    case .refused: throw Problem(path, .foreign(kind?.name ?? "another format"))
    case .mail: return try MailStories.read(bytes, path: path, isBox: false, limit: limit, depth: depth)
    case .mailbox: return try MailStories.read(bytes, path: path, isBox: true, limit: limit, depth: depth)
    case .portableDocument: return try PortableDocument.read(bytes, path: path, limit: limit)
    case .wordDocument: return try WordDocument.read(bytes, path: path, limit: limit)
    case .compressed:
      let inner = try Compressed.content(bytes, path: path, kind: "a compressed file", limit: limit) ?? []
      return try read(inner, path: uncompressed(path), charset: charset, limit: limit, depth: depth + 1)
    case .page:
      let written = InlinedData.removed(bytes)
      guard Int64(written.count) <= limit else {
        throw Problem(path, .tooLarge(size: Int64(written.count), limit: limit))
      }
      return try text(written, path, charset) { text throws(Problem) in try MarkupStories.page(text, path: path) }
    case .feed:
      return try text(bytes, path, charset) { text throws(Problem) in try MarkupStories.feed(text, path: path) }
    case .newsXML:
      return try text(bytes, path, charset) { text throws(Problem) in try XMLStories.read(text, path: path) }
    case .dataJSON:
      return try text(bytes, path, charset) { text throws(Problem) in try JSONStories.read(text, path: path) }
    case .plain, .markdown, .events:
      let isMarkdown = kind?.reading == .markdown
      return try text(bytes, path, charset) { text throws(Problem) in
        try PlainStories.read(text, path: path, isMarkdown: isMarkdown)
      }
    }
  }

  /// "report.html" of "report.html.gz".
  private static func uncompressed(_ path: String) -> String {
    let ending = FileKind.ending(of: path.utf8)
    return FileKind.of(name: path.utf8)?.reading == .compressed ? String(path.dropLast(ending.count)) : path
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
