/// A saved web page: the story in it, and what the page says of it.
struct Page {
  private(set) var fields: [ArticleHeader.Field: String] = [:]
  /// One line each.
  private(set) var paragraphs: [[UInt8]] = []
  private(set) var notices: [String] = []

  init(_ text: [UInt8]) {
    var (reader, damage) = Page.read(text, passesAsides: true)
    var chosen = Page.story(reader)
    if chosen.isEmpty {
      (reader, damage) = Page.read(text, passesAsides: false)
      chosen = Page.story(reader)
    }
    if chosen.isEmpty {
      (reader, damage) = Page.read(text, passesAsides: false, opensLastResorts: true)
      chosen = Page.story(reader)
    }
    paragraphs = chosen.map { Array(reader.bytes[$0.range]) }
    if let damage { notices.append(damage) }
    let left = reader.paragraphs.count - chosen.count
    if left > 0 { notices.append("\(left) other \(left == 1 ? "block" : "blocks") of text on the page left out") }
    takeFields(reader.sayings)
  }

  /// The text of a piece of HTML, such as a feed gives for an item: all of it is story.
  static func paragraphs(ofPiece text: [UInt8]) -> (paragraphs: [[UInt8]], damage: String?) {
    let (reader, damage) = read(text, passesAsides: false)
    return (reader.paragraphs.filter { !isLinks($0) }.map { Array(reader.bytes[$0.range]) }, damage)
  }

  /// All text of a piece of HTML, links and loose words included.
  static func everything(_ text: [UInt8]) -> [[UInt8]] {
    let reader = read(text, passesAsides: false).0
    return reader.paragraphs.map { Array(reader.bytes[$0.range]) }
  }

  private static func read(
    _ text: [UInt8], passesAsides: Bool, opensLastResorts: Bool = false
  ) -> (PageReader, String?) {
    let reader = PageReader(passesAsides: passesAsides, opensLastResorts: opensLastResorts)
    let damage = MarkupReader.read(text, as: .html, into: reader)
    reader.finish()
    return (reader, damage?.words)
  }

  private mutating func takeFields(_ sayings: [String: String]) {
    fields[.title] = sayings["og:title"] ?? sayings["h1"] ?? sayings["title"]
    fields[.outlet] = sayings["og:site_name"]
    fields[.url] = sayings["canonical"] ?? sayings["og:url"]
    fields[.date] = Page.date(sayings)
  }

  /// The names by which pages call the date of their publication, in small letters, the surest first.
  static let dateNames = [
    "article:published_time", "og:article:published_time", "datepublished", "date_published", "rnews:datepublished",
    "parsely-pub-date", "sailthru.date", "originalpublicationdate", "article_date_original", "publish-date",
    "publish_date", "publishdate", "published-date", "publication_date", "article.published", "dc.date.issued",
    "dcterms.issued", "dc.date.created", "dcterms.created", "cxenseparse:recs:publishtime", "pubdate", "datecreated",
    "date", "dc.date", "dcterms.date", "time",
  ]

  /// The first that can be read; else the first as it is, so that it is told.
  private static func date(_ sayings: [String: String]) -> String? {
    var candidates = dateNames.compactMap { sayings[$0] }
    // A page's own data is surer than its oldest names.
    if let json = sayings["json"].flatMap(published) {
      candidates.insert(json, at: sayings[dateNames[0]] == nil ? 0 : 1)
    }
    return candidates.lazy.compactMap(PublishedDate.recognised).first
      ?? (sayings["canonical"] ?? sayings["og:url"]).flatMap(dateInAddress) ?? candidates.first
  }

  /// "2025-03-12" of "https://example.org/2025/03/12/train".
  private static func dateInAddress(_ address: String) -> String? {
    let parts = address.split(separator: "/")
    for index in parts.indices.dropLast(2) {
      let (year, month, day) = (parts[index], parts[index + 1], parts[index + 2])
      guard year.utf8.count == 4, month.utf8.count == 2, day.utf8.count == 2,
        year.hasPrefix("19") || year.hasPrefix("20")
      else { continue }
      if let date = PublishedDate.recognised("\(year)-\(month)-\(day)") { return date }
    }
    return nil
  }

  /// The value of "datePublished" in a description as JSON; only where it is a plain string.
  private static func published(_ json: String) -> String? {
    let text = Array(json.utf8)
    let key = Array("\"datePublished\"".utf8)
    var position = 0
    while position + key.count < text.count {
      if text[position] == 0x22, text[position...].starts(with: key) {
        position += key.count
        while position < text.count, ArticleText.isSpace(text[position]) || text[position] == 0x3A { position += 1 }
        guard position < text.count, text[position] == 0x22 else { return nil }
        let value = text[(position + 1)...].prefix(64).prefix { $0 != 0x22 && $0 != 0x5C }
        return String(decoding: value, as: UTF8.self)
      }
      position += 1
    }
    return nil
  }

  // MARK: Which paragraphs are the story

  /// What the page marks as the body of its story; else its longest article; else its main part; else the part with
  /// the most text.
  private static func story(_ reader: PageReader) -> [PageReader.Paragraph] {
    let candidates = reader.paragraphs.filter { !isLinks($0) && (!$0.isLoose || isProse($0, reader.bytes)) }
    var story = candidates.filter(\.isInStoryBody)
    if story.isEmpty { story = longestArticle(candidates) }
    if story.isEmpty { story = candidates.filter(\.isInMain) }
    if story.isEmpty { story = densest(candidates, reader.parents) }
    // A heading with nothing under it announces what is not in the story.
    while story.last?.isHeading == true { story.removeLast() }
    return story
  }

  private static func longestArticle(_ paragraphs: [PageReader.Paragraph]) -> [PageReader.Paragraph] {
    var lengths: [Int: Int] = [:]
    for paragraph in paragraphs {
      if let article = paragraph.article { lengths[article, default: 0] += paragraph.range.count }
    }
    guard let best = lengths.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return [] }
    return paragraphs.filter { $0.article == best.key }
  }

  /// A paragraph counts for its container whole and for the one around it by half.
  private static func densest(_ paragraphs: [PageReader.Paragraph], _ parents: [Int]) -> [PageReader.Paragraph] {
    var scores = [Int](repeating: 0, count: parents.count)
    for paragraph in paragraphs where !paragraph.isHeading {
      scores[paragraph.container] += 2 * (paragraph.range.count - paragraph.linked)
      scores[parents[paragraph.container]] += paragraph.range.count - paragraph.linked
    }
    guard let best = scores.indices.max(by: { (scores[$0], $1) < (scores[$1], $0) }) else { return [] }
    // A container stands after the one that it is in.
    var isInside = [Bool](repeating: false, count: parents.count)
    for index in parents.indices { isInside[index] = index == best || index != 0 && isInside[parents[index]] }
    return paragraphs.filter { isInside[$0.container] }
  }

  private static func isLinks(_ paragraph: PageReader.Paragraph) -> Bool {
    paragraph.linked * 2 > paragraph.range.count
  }

  /// Loose text is of the story only if it is sentences.
  private static func isProse(_ paragraph: PageReader.Paragraph, _ bytes: [UInt8]) -> Bool {
    guard paragraph.range.count >= 40, let last = bytes[paragraph.range].last else { return false }
    // A full stop, or what may stand after one: ASCII marks, or the last byte of a curved quotation mark.
    return last == 0x2E || last == 0x21 || last == 0x3F || last == 0x22 || last == 0x29 || last == 0x9D || last == 0x99
  }
}
