import Formats
import Situation

/// Stories in the formats of JSON that news comes in.
enum JSONStories {
  /// What a text of JSON begins like; `nil` for data of no kind that is read.
  static func read(_ text: [UInt8], path: String) throws(Problem) -> StoryList {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONParser.parse(text.starts(with: [0xEF, 0xBB, 0xBF]) ? text[3...] : text[...])
    } catch {
      throw Problem(path, .noStory("data in JSON that is damaged at line \(error.line): \(error.reason)"))
    }
    let writer = StoryWriter()
    if let feed = JSONFields(value) {
      if feed.text("version")?.hasPrefix("https://jsonfeed.org/version/") ?? false {
        return try list(feed.list("items").compactMap(feedItem), feed.line("title"), writer, path)
      }
      if feed["messages"] != nil || feed["chats"] != nil { return try telegram(feed, writer, path) }
      if let item = newsItem(feed) { return try list([item], nil, writer, path) }
    } else if case .array(let values) = value {
      let items = values.compactMap { JSONFields($0).flatMap(newsItem) }
      if !items.isEmpty { return try list(items, nil, writer, path) }
    }
    throw Problem(path, .foreign("data in JSON of a kind that is not known here"))
  }

  private static func list(
    _ items: [Feed.Item], _ outlet: String?, _ writer: StoryWriter, _ path: String
  ) throws(Problem) -> StoryList {
    try FeedStories.list(
      Array(items.prefix(StoryDivision.mostStories)), count: items.count, outlet: outlet, into: writer, path: path)
  }

  // MARK: - JSON Feed

  private static func feedItem(_ value: JSONValue) -> Feed.Item? {
    guard let fields = JSONFields(value) else { return nil }
    var item = Feed.Item()
    item.guid = fields.line("id")
    item.fields[.title] = fields.line("title")
    item.fields[.url] = fields.line("url", "external_url")
    item.fields[.date] = fields.date("date_published", "date_modified")
    if let html = fields.text("content_html") { item.texts[.content] = Array(html.utf8) }
    if item.text.isEmpty { item.plain = Array((fields.text("content_text") ?? fields.text("summary") ?? "").utf8) }
    return item
  }

  // MARK: - Telegram

  /// An export of a chat, or of all chats, by Telegram Desktop: each message is a story.
  private static func telegram(_ export: JSONFields, _ writer: StoryWriter, _ path: String) throws(Problem) -> StoryList
  {
    var items: [Feed.Item] = []
    let chats = [export] + (export.object("chats")?.list("list").compactMap { JSONFields($0) } ?? [])
    for chat in chats {
      for value in chat.list("messages") {
        guard let fields = JSONFields(value), fields.text("type") == "message" else { continue }
        let words = words(fields["text"])
        guard words.utf8.contains(where: { !ArticleText.isSpace($0) }) else { continue }
        var item = Feed.Item()
        item.guid = fields.line("id").map { "\(chat.line("id") ?? "") \($0)" }
        item.source = fields.line("forwarded_from") ?? chat.line("name") ?? fields.line("from")
        item.fields[.date] = seconds(fields.line("date_unixtime")) ?? fields.date("date")
        item.plain = Array(words.utf8)
        items.append(item)
      }
    }
    return try list(items, nil, writer, path)
  }

  /// A text, or a list of texts and of those that look other than the rest.
  private static func words(_ value: JSONValue?) -> String {
    switch value {
    case .string(let text): text
    case .array(let pieces): pieces.map(words).joined()
    case .object: words(JSONFields(value)?["text"])
    default: ""
    }
  }

  private static func seconds(_ text: String?) -> String? {
    guard let seconds = text.flatMap(Int64.init), (0...4_000_000_000).contains(seconds) else { return nil }
    return CivilTime(Instant(seconds: seconds), at: .zero).text
  }

  // MARK: - ninjs

  /// A news item of the IPTC in JSON (ninjs 1 and 2); `nil` for what is none.
  private static func newsItem(_ fields: JSONFields) -> Feed.Item? {
    let headlines = fields.list("headlines").compactMap { JSONFields($0)?.line("value") }
    let bodies = fields.list("bodies").compactMap { JSONFields($0) }
    guard fields["uri"] != nil, let headline = fields.line("headline") ?? headlines.first else { return nil }
    var item = Feed.Item()
    item.guid = fields.line("uri", "altids", "guid")
    item.fields[.title] = headline
    item.fields[.date] = fields.date(
      "versioncreated", "versionCreated", "contentcreated", "contentCreated", "firstcreated")
    item.source =
      fields.line("source", "provider", "copyrightholder", "copyrightHolder")
      ?? fields.object("infosource")?.line("name")
    let html = fields.text("body_xhtml") ?? fields.text("body_html")
    let body = bodies.first { $0.line("contenttype", "contentType")?.contains("html") ?? false } ?? bodies.first
    if let html {
      item.texts[.content] = Array(html.utf8)
    } else if let value = body?.text("value") {
      let isHTML = body?.line("contenttype", "contentType")?.contains("html") ?? value.contains("<p>")
      if isHTML { item.texts[.content] = Array(value.utf8) } else { item.plain = Array(value.utf8) }
    } else {
      item.plain = Array((fields.text("body_text") ?? fields.text("description_text") ?? "").utf8)
    }
    return item
  }
}
