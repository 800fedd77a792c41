/// Gathers the items of a feed in RSS or Atom.
///
/// Elements go by the names that feeds give them in practice, in capitals or not. A prefix that a feed declares for one of
/// the namespaces of RSS and Atom is no part of a name.
final class FeedReader: MarkupReceiver {
  private(set) var items: [Feed.Item] = []
  /// All items, those past the limit included.
  private(set) var count = 0
  private(set) var isFeed = false
  private(set) var title: String?
  /// "feed" in Atom, else "channel" or what RDF has.
  private(set) var isAtom = false

  private enum Part: Hashable {
    case title, spareTitle, link, guid, source
    case date(DateKind)
    case text(Feed.Item.Text)

    /// True for what may be markup.
    var isText: Bool {
      switch self {
      case .title, .spareTitle, .text: true
      default: false
      }
    }
  }

  /// What a date is of, the surest to be that of publication first.
  private enum DateKind: Int, Comparable {
    case publication, issue, creation, change

    static func < (a: DateKind, b: DateKind) -> Bool { a.rawValue < b.rawValue }
  }

  private static let parts: [String: Part] = [
    "title": .title, "dc:title": .title, "media:title": .spareTitle, "pubdate": .date(.publication),
    "published": .date(.publication), "issued": .date(.issue), "dcterms:issued": .date(.issue),
    "dc:date": .date(.creation), "dcterms:created": .date(.creation), "created": .date(.creation),
    "updated": .date(.change), "modified": .date(.change), "dcterms:modified": .date(.change),
    "link": .link, "guid": .guid, "id": .guid, "source": .source,
    "content:encoded": .text(.content), "content": .text(.content), "body": .text(.content),
    "xhtml:body": .text(.content), "fullitem": .text(.content), "description": .text(.summary),
    "summary": .text(.summary), "dc:description": .text(.summary), "tagline": .text(.summary),
    "abstract": .text(.summary), "itunes:summary": .text(.briefSummary), "itunes:subtitle": .text(.mediaSummary),
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
  private var spareTitle = ""
  private var date: (kind: DateKind, isRead: Bool)?
  private var part: (kind: Part, depth: Int)?
  private var form = TextForm.markup
  private var text: [UInt8] = []

  /// How a text is written.
  private enum TextForm {
    /// As HTML.
    case markup
    /// As it is to be read, unless it looks like HTML all the same.
    case plain
    /// As elements, so that what looks like a tag in the text between them is none.
    case elements
    /// As HTML behind the code of mails; no text where it decodes to none.
    case base64
  }

  init() {}

  /// Reads further items of a feed whose beginning another reader has read.
  init(continuing other: FeedReader) { (title, prefixes) = (other.title, other.prefixes) }

  func start(_ name: String, _ attributes: MarkupAttributes) {
    depth += 1
    if let part {
      // Elements of XHTML inside a text.
      if part.kind.isText { append("<\(local(name))>".utf8) }
      return
    }
    if prefixes.count < FeedReader.mostPrefixes { takePrefixes(attributes) }
    let name = plain(name)
    switch name {
    case "rss", "rdf:rdf", "rdf": isFeed = depth == 1 || isFeed
    case "feed" where depth == 1: (isFeed, isAtom, channelDepth) = (true, true, depth)
    // The root itself in CDF.
    case "channel" where itemDepth == nil: (isFeed, channelDepth) = (depth == 1 || isFeed, depth)
    case "item" where isFeed && itemDepth == nil, "entry" where isFeed && itemDepth == nil: startItem(attributes)
    default: startPart(name, attributes)
    }
  }

  private func startItem(_ attributes: MarkupAttributes) {
    (itemDepth, item, spareTitle, date) = (depth, Feed.Item(), "", nil)
    // CDF has them as attributes.
    if let address = attributes["HREF"] ?? attributes["href"] { set(.url, address) }
    if let changed = attributes["LASTMOD"] ?? attributes["lastmod"] { take(date: changed, .change) }
  }

  private func takePrefixes(_ attributes: MarkupAttributes) {
    attributes.forEach(where: { $0.hasPrefix("xmlns:") }) { name, value in
      if let usual = FeedReader.namespaces[value.lowercased()] { prefixes[name.dropFirst(6) + ":"] = usual }
    }
  }

  /// The name in small letters, with the usual prefix of its namespace.
  private func plain(_ name: String) -> String {
    guard let colon = name.firstIndex(of: ":") else { return name.lowercased() }
    let local = name[name.index(after: colon)...]
    return ((prefixes[String(name[...colon])] ?? String(name[...colon])) + local).lowercased()
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
    let type = attributes["type"] ?? "text"
    if attributes["mode"] == "base64" { return .base64 }
    if type == "xhtml" { return .elements }
    guard isAtom, type != "html", type != "text/html" else { return .markup }
    let isXML = type.hasSuffix("+xml") || type.hasSuffix("/xml")
    if attributes["mode"] == "escaped" { return isXML ? .markup : .plain }
    if isXML { return .elements }
    return type.contains("/") && !type.hasPrefix("text/") ? .base64 : .plain
  }

  func end(_ name: String) {
    if let part {
      if part.depth == depth {
        take(part.kind)
        self.part = nil
      } else if part.kind.isText {
        append("</\(local(name))>".utf8)
      }
    } else if itemDepth == depth {
      if count < StoryDivision.mostStories {
        set(.title, spareTitle)
        items.append(item)
      }
      count += 1
      itemDepth = nil
    }
    depth -= 1
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard part != nil else { return }
    if form == .elements { append(FeedReader.escaped(bytes)) } else { append(bytes) }
  }

  /// Adds to what the item has of the part that is read.
  private func append(_ bytes: some Collection<UInt8>) {
    guard case .text? = part?.kind else {
      if text.count + bytes.count <= MarkupAttributes.mostBytes { text += bytes }
      return
    }
    text += bytes
  }

  private static func escaped(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    for byte in bytes {
      switch byte {
      case 0x26: text += "&amp;".utf8
      case 0x3C: text += "&lt;".utf8
      default: text.append(byte)
      }
    }
    return text
  }

  /// Text that is said to be none of HTML and has an end tag or a reference in it was meant as HTML all the same.
  private static func looksLikeMarkup(_ text: [UInt8]) -> Bool {
    text.indices.contains { index in
      let rest = text[(index + 1)...].prefix(12)
      if text[index] == 0x3C { return rest.first == 0x2F && rest.dropFirst().first.map(isLetter) ?? false }
      guard text[index] == 0x26, let end = rest.firstIndex(of: 0x3B), end > index + 1 else { return false }
      let name = rest[..<end].first == 0x23 ? rest[..<end].dropFirst() : rest[..<end]
      return !name.isEmpty && name.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private func take(_ kind: Part) {
    switch form {
    case .base64: text = Base64Text.decoded(text).map { DecodedText($0)?.text ?? [] } ?? text
    case .plain where kind.isText && !FeedReader.looksLikeMarkup(text): text = FeedReader.escaped(text)
    default: break
    }
    guard itemDepth != nil else {
      title = FeedReader.line(text)
      return
    }
    switch kind {
    case .title: set(.title, FeedReader.line(text))
    case .spareTitle: spareTitle = FeedReader.line(text)
    case .date(let kind): take(date: FeedReader.line(text), kind)
    case .link: set(.url, FeedReader.address(text))
    case .guid: item.guid = item.guid ?? FeedReader.address(text)
    case .source: item.source = item.source ?? FeedReader.line(text)
    case .text(let kind): if item.texts[kind, default: []].isEmpty { item.texts[kind] = text }
    }
  }

  /// The surest date stands that can be read, and of those that are alike the last, as other programs have it.
  private func take(date text: String, _ kind: DateKind) {
    guard !text.isEmpty else { return }
    let read = PublishedDate.recognised(text)
    if let former = date {
      let isBetter = (read != nil) == former.isRead ? kind <= former.kind : read != nil
      guard isBetter else { return }
    }
    date = (kind, read != nil)
    item.fields[.date] = read ?? text
  }

  /// The first value stands.
  private func set(_ field: ArticleHeader.Field, _ value: String) {
    if item.fields[field] == nil, !value.isEmpty { item.fields[field] = value }
  }

  /// A title may hold HTML.
  private static func line(_ text: [UInt8]) -> String {
    let isMarkup = text.contains { $0 == 0x26 || $0 == 0x3C }
    return String(decoding: PageReader.collapsed(isMarkup ? MarkupLine.text(text) : text), as: UTF8.self)
  }

  /// Nothing of an address is HTML, "&copy=1" no less than the rest; some programs escape it once too often.
  private static func address(_ text: [UInt8]) -> String {
    let parts = String(decoding: PageReader.collapsed(text), as: UTF8.self).split(
      separator: "&amp;", omittingEmptySubsequences: false)
    return parts.joined(separator: "&")
  }
}
