/// Writes the items of a feed, whatever format it came in, as stories.
enum FeedStories {
  /// - Parameters:
  ///   - count: All items, those past the limit included.
  ///   - writer: With what is to be known of the feed.
  static func list(
    _ items: [Feed.Item], count: Int, outlet: String?, into writer: StoryWriter, path: String
  ) throws(Problem) -> StoryList {
    var writer = writer
    var empty = 0
    let (guids, links) = (items.map(\.guid), items.map { $0.fields[.url] })
    for (index, item) in items.enumerated() {
      let (paragraphs, damage) = paragraphs(item)
      var fields = item.fields
      fields[.outlet] = item.source ?? outlet
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
    guard !writer.list.stories.isEmpty else {
      let damage = writer.list.notices.isEmpty ? "" : " (\(writer.list.notices.joined(separator: "; ")))"
      throw Problem(path, .noStory("a feed without a story" + damage))
    }
    if empty > 0 {
      writer.note(
        "\(empty) \(empty == 1 ? "item has" : "items have") no text and \(empty == 1 ? "was" : "were") passed over")
    }
    writer.tell(count: count)
    return writer.list
  }

  private static func paragraphs(_ item: Feed.Item) -> (paragraphs: [[UInt8]], damage: String?) {
    guard item.plain.isEmpty else {
      let lines = item.plain.split(separator: 0x0A).map { PageReader.collapsed(Array($0)) }
      return (lines.filter { !$0.isEmpty }, nil)
    }
    return Page.paragraphs(ofPiece: item.text)
  }
}
