/// Stories in the formats of XML that agencies and authorities send: NITF, NewsML-G2, CAP.
enum XMLStories {
  /// The roots of what is read here, in small letters.
  static let roots: Set<String> = ["nitf", "newsitem", "newsmessage", "packageitem", "alert"]

  static func read(_ text: [UInt8], path: String) throws(Problem) -> StoryList {
    let tree = MarkupTree(text)
    var writer = StoryWriter()
    if let fault = tree.fault { writer.note(fault.words) }
    guard let root = tree.root else {
      throw Problem(path, .noStory("XML without an element" + (tree.fault.map { " (\($0.words))" } ?? "")))
    }
    if let why = withheld(root) { throw Problem(path, .noStory(why)) }
    let items: [Feed.Item] =
      switch root.name.lowercased() {
      case "nitf": [nitf(root)]
      case "alert": [alert(root)]
      case "newsitem": [newsItem(root)]
      default: root.all("newsItem").filter { withheld($0) == nil }.map(newsItem)
      }
    return try FeedStories.list(
      Array(items.prefix(StoryDivision.mostStories)), count: items.count, outlet: nil, into: writer, path: path)
  }

  /// Why what an item says is not so, in words; `nil` for what is meant as it stands. Exercises and tests of warnings are
  /// written as if they were real.
  private static func withheld(_ root: MarkupTree.Element) -> String? {
    switch root.name.lowercased() {
    case "alert":
      let status = root.text(of: "status") ?? "Actual"
      return ["Exercise", "Test", "Draft", "System"].contains(status)
        ? "a warning that is none (status \(status))" : nil
    case "newsitem":
      let status = root.first("pubStatus")?.attributes["qcode"]?.split(separator: ":").last.map(String.init) ?? ""
      return ["withheld", "canceled"].contains(status) ? "a news item that its agency took back (\(status))" : nil
    default: return nil
    }
  }

  /// The paragraphs of an element, without those of its pictures, a line each; all of its text where it has none.
  private static func lines(_ element: MarkupTree.Element?) -> [UInt8] {
    guard let element else { return [] }
    let paragraphs = element.all("p", outside: "media").compactMap(\.line)
    return Array((paragraphs.isEmpty ? [element.line ?? ""] : paragraphs).joined(separator: "\n").utf8)
  }

  // MARK: - NITF

  private static func nitf(_ root: MarkupTree.Element) -> Feed.Item {
    var item = Feed.Item()
    let data = root.first("docdata")
    item.guid = data?.first("doc-id")?.attributes["id-string"]
    item.fields[.title] = root.first("hedline")?.text(of: "hl1") ?? root.text(of: "title")
    item.fields[.date] =
      (data?.first("date.issue")?.attributes["norm"] ?? root.first("story.date")?.attributes["norm"])
      .map(PublishedDate.written)
    item.source =
      root.text(of: "distributor") ?? data?.first("doc.copyright")?.attributes["holder"]
      ?? data?.first("doc-id")?.attributes["regsrc"]
    item.plain = lines(root.first("body.content") ?? root.first("body"))
    return item
  }

  // MARK: - NewsML-G2

  private static func newsItem(_ root: MarkupTree.Element) -> Feed.Item {
    let content = root.first("contentSet")
    var item = Feed.Item()
    if let inner = content?.first("nitf") {
      item = nitf(inner)
    } else if let html = content?.first("html") {
      item.plain = lines(html.first("body") ?? html)
    } else if let data = content?.first("inlineData") {
      item.plain = lines(data)
    }
    let (meta, management) = (root.first("contentMeta"), root.first("itemMeta"))
    item.guid = root.attributes["guid"] ?? item.guid
    item.fields[.title] = meta?.text(of: "headline") ?? item.fields[.title]
    item.fields[.date] =
      (management?.text(of: "versionCreated") ?? meta?.text(of: "contentCreated")).map(PublishedDate.written)
      ?? item.fields[.date]
    let provider = management?.first("provider") ?? meta?.first("infoSource")
    item.source = provider?.text(of: "name") ?? provider?.attributes["literal"] ?? item.source
    if item.plain.isEmpty { item.plain = lines(meta?.first("description")) }
    return item
  }

  // MARK: - CAP

  /// A warning: of its languages the one that is English, else the first.
  private static func alert(_ root: MarkupTree.Element) -> Feed.Item {
    let infos = root.all("info")
    let info = infos.first { $0.text(of: "language")?.lowercased().hasPrefix("en") ?? true } ?? infos.first
    var item = Feed.Item()
    item.guid = root.text(of: "identifier")
    item.fields[.title] = info?.text(of: "headline") ?? info?.text(of: "event")
    item.fields[.date] = root.text(of: "sent").map(PublishedDate.written)
    item.fields[.url] = info?.text(of: "web")
    item.source = info?.text(of: "senderName") ?? root.text(of: "sender")
    let areas = info?.all("area").compactMap { $0.text(of: "areaDesc") } ?? []
    let texts = ["description", "instruction"].compactMap { info?.text(of: $0) }
    item.plain = Array((texts + (areas.isEmpty ? [] : [areas.joined(separator: "; ")])).joined(separator: "\n").utf8)
    return item
  }
}
