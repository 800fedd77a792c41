/// The stories of a saved web page or of a feed.
enum MarkupStories {
  static func page(_ text: [UInt8], path: String) throws(Problem) -> StoryList {
    let page = Page(text)
    let parts = page.parts()
    guard !parts.isEmpty else {
      throw Problem(path, .noStory("a web page without a story" + (page.notices.first.map { " (\($0))" } ?? "")))
    }
    var writer = StoryWriter()
    for (index, part) in parts.prefix(StoryDivision.mostStories).enumerated() {
      writer.append(
        number: index + 1, fields: part.fields, paragraphs: part.paragraphs, notices: index == 0 ? page.notices : [],
        origin: part.origin)
    }
    writer.tell(count: parts.count)
    return writer.list
  }

  static func feed(_ text: [UInt8], path: String) throws(Problem) -> StoryList {
    let feed = Feed(text)
    let damage = feed.damage.isEmpty ? "" : " (\(feed.damage.joined(separator: "; ")))"
    guard feed.isFeed else { throw Problem(path, .noStory("XML that is no feed in RSS or Atom" + damage)) }
    var writer = StoryWriter()
    for damage in feed.damage { writer.note(damage) }
    return try FeedStories.list(feed.items, count: feed.count, outlet: feed.title, into: writer, path: path)
  }
}
