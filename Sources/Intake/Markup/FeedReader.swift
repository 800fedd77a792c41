/// Gathers the items of a feed in RSS or Atom.
///
/// Elements go by the names that feeds give them in practice. A prefix that a feed declares for one of the namespaces of
/// RSS and Atom is no part of a name.
final class FeedReader: MarkupReceiver {
  private(set) var items: [Feed.Item] = []
  /// All items, those past the limit included.
  private(set) var count = 0
  private(set) var isFeed = false
  private(set) var title: String?
  /// "feed" in Atom, else "channel" or what RDF has.
  private(set) var isAtom = false

  private enum Part: Hashable {
    case title, date, updated, link, guid, source
    case text(Feed.Item.Text)

    var isText: Bool { if case .text = self { true } else { false } }
  }

  private static let parts: [String: Part] = [
    "title": .title, "dc:title": .title, "pubDate": .date, "pubdate": .date, "published": .date, "issued": .date,
    "dc:date": .date, "dcterms:issued": .date, "dcterms:created": .date, "created": .date, "updated": .updated,
    "modified": .updated, "dcterms:modified": .updated, "link": .link, "guid": .guid, "id": .guid, "source": .source,
    "content:encoded": .text(.content), "content": .text(.content), "body": .text(.content),
    "xhtml:body": .text(.content), "fullitem": .text(.content), "description": .text(.summary),
    "summary": .text(.summary), "dc:description": .text(.summary), "tagline": .text(.summary),
    "itunes:summary": .text(.briefSummary), "itunes:subtitle": .text(.mediaSummary),
    "media:description": .text(.mediaSummary),
  ]

  /// The usual prefix of a namespace, whatever a feed calls it; empty for those that items are written in.
  private static let namespaces: [String: String] = [
    "http://www.w3.org/2005/atom": "", "http://purl.org/atom/ns#": "", "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "", "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "", "http://blogs.law.harvard.edu/tech/rss": "",
    "http://purl.org/net/rss1.1#": "", "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://purl.org/rss/1.0/modules/content/": "content:", "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://search.yahoo.com/mrss/": "media:", "http://search.yahoo.com/mrss": "media:",
    "http://www.w3.org/1999/xhtml": "xhtml:", "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
  ]
  /// Prefixes that a feed may declare.
  private static let mostPrefixes = 64

  private var prefixes: [String: String] = ["atom:": "", "rss:": ""]
  private var depth = 0
  /// The depth of the item, and of the feed's own title, link and so on.
  private var itemDepth: Int?
  private var channelDepth: Int?
  private var item = Feed.Item()
  private var updated: String?
  private var part: (kind: Part, depth: Int)?
  private var form = TextForm.markup
  private var text: [UInt8] = []

  private enum TextForm { case markup, plain, base64 }

  init() {}

  /// Reads further items of a feed whose beginning another reader has read.
  init(continuing other: FeedReader) { (title, prefixes) = (other.title, other.prefixes) }

  func start(_ name: String, _ attributes: MarkupAttributes) {
    depth += 1
    if let part {
      // Elements of XHTML inside a text.
      if part.kind.isText { text += "<\(local(name))>".utf8 }
      return
    }
    if prefixes.count < FeedReader.mostPrefixes { takePrefixes(attributes) }
    let name = plain(name)
    switch name {
    case "rss", "rdf:RDF", "RDF": isFeed = depth == 1 || isFeed
    case "feed" where depth == 1: (isFeed, isAtom, channelDepth) = (true, true, depth)
    case "channel" where itemDepth == nil, "Channel" where itemDepth == nil: channelDepth = depth
    case "item" where isFeed && itemDepth == nil, "entry" where isFeed && itemDepth == nil:
      (itemDepth, item, updated) = (depth, Feed.Item(), nil)
    default: startPart(name, attributes)
    }
  }

  private func takePrefixes(_ attributes: MarkupAttributes) {
    attributes.forEach(where: { $0.hasPrefix("xmlns:") }) { name, value in
      if let usual = FeedReader.namespaces[value.lowercased()] { prefixes[name.dropFirst(6) + ":"] = usual }
    }
  }

  /// The name with the usual prefix of its namespace.
  private func plain(_ name: String) -> String {
    guard let colon = name.firstIndex(of: ":") else { return name }
    let local = name[name.index(after: colon)...]
    return (prefixes[String(name[...colon])] ?? String(name[...colon])) + local
  }

  private func local(_ name: String) -> Substring { name.split(separator: ":").last ?? "" }

  private func startPart(_ name: String, _ attributes: MarkupAttributes) {
    guard let kind = FeedReader.parts[name] else { return }
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
    form = FeedReader.form(attributes, isAtom: isAtom)
    text = []
  }

  /// Only Atom says what its texts are; those of RSS are HTML.
  private static func form(_ attributes: MarkupAttributes, isAtom: Bool) -> TextForm {
    let type = attributes["type"]
    if attributes["mode"] == "base64" { return .base64 }
    if type == "xhtml" { return .plain }
    guard isAtom else { return .markup }
    if attributes["mode"] == "escaped" { return type == "text/plain" || type == nil ? .plain : .markup }
    return (type ?? "text").hasPrefix("text") && type != "text/html" ? .plain : .markup
  }

  func end(_ name: String) {
    if let part {
      if part.depth == depth {
        take(part.kind)
        self.part = nil
      } else if part.kind.isText {
        text += "</\(local(name))>".utf8
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
    guard part.kind.isText else {
      if text.count + bytes.count <= MarkupAttributes.mostBytes { text += bytes }
      return
    }
    guard form == .plain else {
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
      title = FeedReader.line(text)
      return
    }
    if form == .base64 { text = Base64Text.decoded(text) ?? text }
    switch kind {
    case .title: set(.title, FeedReader.line(text))
    case .date: set(.date, PublishedDate.written(FeedReader.line(text)))
    case .updated: updated = updated ?? FeedReader.line(text)
    case .link: set(.url, FeedReader.line(text))
    case .guid: item.guid = item.guid ?? FeedReader.line(text)
    case .source: item.source = item.source ?? FeedReader.line(text)
    case .text(let kind): if item.texts[kind, default: []].isEmpty { item.texts[kind] = text }
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
