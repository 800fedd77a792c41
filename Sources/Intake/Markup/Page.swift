/// A saved web page: the story in it, and what the page says of it.
struct Page {
  private(set) var fields: [ArticleHeader.Field: String] = [:]
  /// One line each.
  private(set) var paragraphs: [[UInt8]] = []
  private(set) var notices: [String] = []

  init(_ text: [UInt8]) {
    let (reader, damage) = Page.read(text)
    let story = PageStory(reader)
    let chosen = story.paragraphs
    paragraphs = chosen.map { Array(reader.bytes[$0.range]) }
    if let damage { notices.append(damage) }
    takeData(reader.sayings["json"])
    let left = story.leftOut
    if left > 0 { notices.append("\(left) other \(left == 1 ? "block" : "blocks") of text on the page left out") }
    takeFields(reader.sayings)
    let date = PageDate(reader.sayings, shown: ShownDates(reader, story: story))
    fields[.date] = date.text
    if date.isGuess { notices.append("dated by a date that stands on the page, at some distance from the headline") }
  }

  /// The text of a piece of HTML, such as a feed gives for an item: all of it is story.
  static func paragraphs(ofPiece text: [UInt8]) -> (paragraphs: [[UInt8]], damage: String?) {
    let (reader, damage) = read(text, believesNames: false)
    return (PageStory.all(reader).map { Array(reader.bytes[$0.range]) }, damage)
  }

  /// All text of a piece of HTML, links and loose words included.
  static func everything(_ text: [UInt8]) -> [[UInt8]] {
    let reader = read(text, believesNames: false).0
    return reader.paragraphs.map { Array(reader.bytes[$0.range]) }
  }

  private static func read(_ text: [UInt8], believesNames: Bool = true) -> (PageReader, String?) {
    let reader = PageReader(believesNames: believesNames)
    let damage = MarkupReader.read(text, as: .html, into: reader)
    reader.finish()
    return (reader, damage?.words)
  }

  /// A page whose text is put together by scripts has its story in the data for search engines.
  private mutating func takeData(_ json: String?) {
    guard let json, let body = PageData(json).string("articleBody", longest: Page.longestData) else { return }
    let shown = paragraphs.reduce(0) { $0 + $1.count }
    guard body.utf8.count > Page.muchMore * max(shown, 100) else { return }
    let isMarkup = body.contains("</")
    let lines =
      isMarkup
      ? Page.everything(Array(body.utf8)) : body.utf8.split(separator: 0x0A).map { PageReader.collapsed(Array($0)) }
    paragraphs = lines.filter { !$0.isEmpty }
  }

  private static let longestData = 256 << 10
  /// So many times the text that is shown must the data have.
  private static let muchMore = 2

  private mutating func takeFields(_ sayings: [String: String]) {
    fields[.title] = sayings["og:title"] ?? sayings["h1"] ?? sayings["title"]
    fields[.outlet] = sayings["og:site_name"]
    fields[.url] = sayings["canonical"] ?? sayings["og:url"]
  }
}
