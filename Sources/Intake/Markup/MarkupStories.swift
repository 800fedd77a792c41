/// The stories of a saved web page or of a feed.
enum MarkupStories {
  /// - Returns: `nil` for a text that is neither.
  static func read(_ text: [UInt8], path: String) throws(Problem) -> StoryList? {
    let mayBePage = Page.isOne(path: path, text: text)
    if !mayBePage, Feed.isOne(path: path, text: text) { return try feed(text, path: path) }
    return mayBePage ? try page(text, path: path) : nil
  }

  private static func page(_ text: [UInt8], path: String) throws(Problem) -> StoryList {
    let page = Page(text)
    guard !page.paragraphs.isEmpty else {
      throw Problem(path, .noStory("a web page without a story" + (page.notices.first.map { " (\($0))" } ?? "")))
    }
    var writer = StoryWriter()
    writer.append(number: 1, fields: page.fields, paragraphs: page.paragraphs, notices: page.notices, origin: .page)
    return writer.list
  }

  private static func feed(_ text: [UInt8], path: String) throws(Problem) -> StoryList {
    let feed = Feed(text)
    let damage = feed.damage.map { " (\($0))" } ?? ""
    guard feed.isFeed else { throw Problem(path, .noStory("XML that is no feed in RSS or Atom" + damage)) }
    var writer = StoryWriter()
    if let damage = feed.damage { writer.note(damage) }
    var empty = 0
    let (guids, links) = (feed.items.map(\.guid), feed.items.map { $0.fields[.url] })
    for (index, item) in feed.items.enumerated() {
      let piece = item.content.contains { !ArticleText.isSpace($0) } ? item.content : item.summary
      let (paragraphs, damage) = Page.paragraphs(ofPiece: piece)
      guard !paragraphs.isEmpty else {
        empty += 1
        continue
      }
      var fields = item.fields
      fields[.outlet] = feed.title
      writer.append(
        number: index + 1, fields: fields, paragraphs: paragraphs,
        notices: damage.map { ["story \(index + 1): " + $0] } ?? [],
        origin: .feed(
          StoryIdentity.distinguishing(guids[index], among: guids),
          StoryIdentity.distinguishing(links[index], among: links)))
    }
    guard !writer.list.stories.isEmpty else { throw Problem(path, .noStory("a feed without a story" + damage)) }
    if empty > 0 {
      writer.note(
        "\(empty) \(empty == 1 ? "item has" : "items have") no text and \(empty == 1 ? "was" : "were") passed over")
    }
    writer.tell(count: feed.count)
    return writer.list
  }
}
