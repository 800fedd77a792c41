/// The stories of a saved web page or of a feed.
enum MarkupStories {
  static func page(_ text: [UInt8], path: String) throws(Problem) -> StoryList {
    let page = Page(text)
    guard !page.paragraphs.isEmpty else {
      throw Problem(path, .noStory("a web page without a story" + (page.notices.first.map { " (\($0))" } ?? "")))
    }
    var writer = StoryWriter()
    writer.append(number: 1, fields: page.fields, paragraphs: page.paragraphs, notices: page.notices, origin: .page)
    return writer.list
  }

  static func feed(_ text: [UInt8], path: String) throws(Problem) -> StoryList {
    let feed = Feed(text)
    let damage = feed.damage.isEmpty ? "" : " (\(feed.damage.joined(separator: "; ")))"
    guard feed.isFeed else { throw Problem(path, .noStory("XML that is no feed in RSS or Atom" + damage)) }
    var writer = StoryWriter()
    for damage in feed.damage { writer.note(damage) }
    var empty = 0
    let (guids, links) = (feed.items.map(\.guid), feed.items.map { $0.fields[.url] })
    for (index, item) in feed.items.enumerated() {
      let (paragraphs, damage) = Page.paragraphs(ofPiece: item.text)
      var fields = item.fields
      fields[.outlet] = item.source ?? feed.title
      // An aggregator adds whose it is.
      if let source = item.source, let title = fields[.title], title.hasSuffix(" - " + source) {
        fields[.title] = String(title.dropLast(source.count + 3))
      }
      guard !paragraphs.isEmpty || fields[.title] != nil else {
        empty += 1
        continue
      }
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
