/// A feed in RSS or Atom: each item is a story.
///
/// Elements go by the names that feeds give them in practice, prefix included.
final class Feed: MarkupReceiver {
  struct Item {
    var fields: [ArticleHeader.Field: String] = [:]
    /// What the feed calls the item.
    var guid: String?
    /// The text of the item, whole and in short, as HTML.
    var content: [UInt8] = []
    var summary: [UInt8] = []
  }

  private(set) var items: [Item] = []
  /// All items, those past the limit included.
  private(set) var count = 0
  private(set) var isFeed = false
  private(set) var title: String?
  private(set) var damage: String?

  private enum Part { case title, date, updated, link, guid, content, summary }

  private static let parts: [String: Part] = [
    "title": .title, "pubDate": .date, "published": .date, "dc:date": .date, "updated": .updated, "link": .link,
    "guid": .guid,
    "id": .guid,
    "content:encoded": .content, "content": .content, "description": .summary, "summary": .summary,
  ]

  private var depth = 0
  /// The depth of the item, and of the feed's own title, link and so on.
  private var itemDepth: Int?
  private var channelDepth: Int?
  private var item = Item()
  private var updated: String?
  private var part: (kind: Part, depth: Int)?
  /// Whether the text of the part is plain and no HTML.
  private var isPlain = false
  private var text: [UInt8] = []

  /// By its name, or by how it begins.
  static func isOne(path: String, text: [UInt8]) -> Bool {
    let name = path.lowercased()
    return name.hasSuffix(".xml") || name.hasSuffix(".rss") || name.hasSuffix(".atom")
      || MarkupBeginning.holds(["<rss", "<feed", "<rdf:rdf"], text)
  }

  init(_ bytes: [UInt8]) {
    // The library takes a declaration of XML only at the very beginning.
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].firstIndex { !ArticleText.isSpace($0) } ?? bytes.count
    damage = MarkupReader.read(Array(bytes[first...]), as: .xml, into: self)
  }

  func start(_ name: String, _ attributes: MarkupAttributes) {
    depth += 1
    if let part {
      // Elements of XHTML inside a text.
      if part.kind == .content || part.kind == .summary { text += "<\(name)>".utf8 }
      return
    }
    switch name {
    case "rss", "rdf:RDF": isFeed = depth == 1 || isFeed
    case "feed" where depth == 1: (isFeed, channelDepth) = (true, depth)
    case "channel" where itemDepth == nil: channelDepth = depth
    case "item" where isFeed && itemDepth == nil, "entry" where isFeed && itemDepth == nil:
      (itemDepth, item, updated) = (depth, Item(), nil)
    default: startPart(name, attributes)
    }
  }

  private func startPart(_ name: String, _ attributes: MarkupAttributes) {
    guard let kind = Feed.parts[name] else { return }
    if let itemDepth {
      guard depth == itemDepth + 1, count < StoryDivision.mostStories else { return }
    } else {
      guard kind == .title, title == nil, depth == channelDepth.map({ $0 + 1 }) else { return }
    }
    if kind == .link, let address = attributes["href"] {
      if (attributes["rel"] ?? "alternate") == "alternate" { set(.url, address) }
      return
    }
    part = (kind, depth)
    // Only Atom says what its texts are; those of RSS are HTML.
    isPlain =
      channelDepth == 1 && (attributes["type"] ?? "text").hasPrefix("text") && attributes["type"] != "text/html"
      || attributes["type"] == "xhtml"
    text = []
  }

  func end(_ name: String) {
    if let part {
      if part.depth == depth {
        take(part.kind)
        self.part = nil
      } else if part.kind == .content || part.kind == .summary {
        text += "</\(name)>".utf8
      }
    } else if itemDepth == depth {
      if count < StoryDivision.mostStories {
        if let updated { set(.date, PublishedDate.written(updated)) }
        items.append(item)
      }
      count += 1
      itemDepth = nil
    }
    depth -= 1
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let part else { return }
    guard part.kind == .content || part.kind == .summary else {
      if text.count + bytes.count <= MarkupAttributes.mostBytes { text += bytes }
      return
    }
    guard isPlain else {
      text += bytes
      return
    }
    for byte in bytes {
      switch byte {
      case 0x26: text += "&amp;".utf8
      case 0x3C: text += "&lt;".utf8
      default: text.append(byte)
      }
    }
  }

  private func take(_ kind: Part) {
    guard itemDepth != nil else {
      title = Feed.line(text)
      return
    }
    switch kind {
    case .title: set(.title, Feed.line(text))
    case .date: set(.date, PublishedDate.written(Feed.line(text)))
    case .updated: updated = Feed.line(text)
    case .link: set(.url, Feed.line(text))
    case .guid: item.guid = item.guid ?? Feed.line(text)
    case .content: if item.content.isEmpty { item.content = text }
    case .summary: if item.summary.isEmpty { item.summary = text }
    }
  }

  /// The first value stands.
  private func set(_ field: ArticleHeader.Field, _ value: String) {
    if item.fields[field] == nil, !value.isEmpty { item.fields[field] = value }
  }

  /// A title may hold HTML.
  private static func line(_ text: [UInt8]) -> String {
    guard text.contains(where: { $0 == 0x26 || $0 == 0x3C }) else {
      return String(decoding: PageReader.collapsed(text), as: UTF8.self)
    }
    let joined = Page.everything(text).joined(separator: [0x20])
    return String(decoding: Array(joined), as: UTF8.self)
  }
}
