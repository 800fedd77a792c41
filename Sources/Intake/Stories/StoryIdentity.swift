package import Formats
package import Situation

/// What says which story a text of a feed or a page is: what the feed calls it, its link, its title, who publishes it, and
/// its words. Real feeds break each of these, so that none decides alone.
package struct StoryIdentity: Hashable, Sendable {
  /// Where a story was met.
  enum Origin: Hashable, Sendable {
    case page
    /// A post of a live blog, by what the page calls it.
    case post(String)
    /// An item of a feed, with its guid and its link, as far as they tell the items of the feed apart.
    case feed(String?, String?)
  }

  /// Who publishes it: only what one publisher says can take the place of what it said before.
  var publisher: String
  var guid: String?
  private(set) var link: String?
  /// Of the title, word for word.
  let title: UInt64
  /// The words of the text: each run of three, as a number, each once and in the order of the numbers.
  let runs: [UInt32]
  /// Of the title and the text, word for word.
  let content: UInt64
  let length: Int
  /// The series that the text belongs to, in which the last one is the present edition: a feed, or pages.
  let series: String

  /// Words of a text that are compared; what differs after them is still seen by `content`.
  private static let mostWords = 2000

  init(_ origin: Origin, _ article: Article) {
    let publisher = StoryIdentity.host(of: article.url) ?? article.outlet ?? ""
    switch origin {
    case .page:
      let link = StoryIdentity.plain(article.url)
      self.init(StoryKey(publisher: publisher, guid: nil, link: link, series: StoryIdentity.pages), article)
    case .post(let id):
      self.init(
        StoryKey(
          publisher: publisher, guid: id, link: StoryIdentity.link(ofPost: id, on: article.url),
          series: StoryIdentity.posts), article)
    case .feed(let guid, let link):
      let series = "feed " + (article.outlet ?? "")
      self.init(
        StoryKey(publisher: publisher, guid: guid, link: StoryIdentity.plain(link), series: series), article)
    }
  }

  /// The fields that others need, beside the article, to make the same identity.
  package var mark: StoryKey { StoryKey(publisher: publisher, guid: guid, link: link, series: series) }

  package init(_ mark: StoryKey, _ article: Article) {
    (publisher, guid, link, series) = (mark.publisher, mark.guid, mark.link, mark.series)
    title = StoryIdentity.mixed(StoryIdentity.words(article.title.map { Array($0.utf8) } ?? []), 0)
    let words = StoryIdentity.words(article.text[article.body])
    length = words.count
    content = StoryIdentity.mixed(words, title)
    let compared = words.prefix(StoryIdentity.mostWords)
    let starts = compared.count < 3 ? 0..<1 : 0..<compared.count - 2
    let all = Set(starts.map { UInt32(truncatingIfNeeded: StoryIdentity.mixed(compared[$0...].prefix(3), 0) >> 16) })
    runs = all.sorted()
  }

  /// The text is of the page at an address, whatever it says of itself.
  mutating func isOf(page: String) {
    let isPost = series == StoryIdentity.posts
    link = isPost ? guid.flatMap { StoryIdentity.link(ofPost: $0, on: page) } : StoryIdentity.plain(page)
  }

  private static let posts = "posts"
  private static let pages = "page"

  /// True if it is a page, and neither an item of a feed nor a post of a live blog.
  var isPage: Bool { series == StoryIdentity.pages }

  /// Posts of one page are told apart by what they are called alone.
  private static func link(ofPost id: String, on page: String?) -> String? { plain(page).map { $0 + "#" + id } }

  /// A value that says which item is meant; `nil` where other items of the feed have it too.
  static func distinguishing(_ value: String?, among values: [String?]) -> String? {
    guard let value, !value.isEmpty, values.count(where: { $0 == value }) == 1 else { return nil }
    return value
  }

  /// How much of the shorter and of the longer text is in both, from 0 to 1.
  func likeness(to other: StoryIdentity) -> Double {
    var (own, others, common) = (0, 0, 0)
    while own < runs.count, others < other.runs.count {
      let (a, b) = (runs[own], other.runs[others])
      if a == b { common += 1 }
      if a <= b { own += 1 }
      if b <= a { others += 1 }
    }
    return Double(common) / Double(max(1, runs.count + other.runs.count - common))
  }

  /// A link without what it is followed with: the page is the same. The front page of a site is no link to a story.
  private static func plain(_ link: String?) -> String? {
    guard let link else { return nil }
    let address = link.prefix { $0 != "#" }
    guard let scheme = address.range(of: "://") else { return address.isEmpty ? nil : String(address) }
    let rest = address[scheme.upperBound...]
    let name = rest.prefix { $0 != "/" && $0 != "?" }
    var path = rest[name.endIndex...]
    if let question = path.firstIndex(of: "?") {
      let fields = path[path.index(after: question)...].split(separator: "&")
        .filter { !$0.hasPrefix("utm_") && !$0.hasPrefix("at_") && !$0.hasPrefix("fbclid=") }
      path = path[..<question] + (fields.isEmpty ? "" : "?" + fields.joined(separator: "&"))
    }
    while path.hasSuffix("/") { path.removeLast() }
    return path.isEmpty ? nil : (host(of: link) ?? "") + path
  }

  /// "example.org" of "https://www.example.org/a".
  static func host(of link: String?) -> String? {
    guard let link, let scheme = link.range(of: "://") else { return nil }
    let name = link[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }.lowercased()
    return name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
  }

  /// Letters and figures, in small letters where they are ASCII; what stands between them does not count.
  private static func words(_ text: some Sequence<UInt8>) -> [UInt64] {
    var words: [UInt64] = []
    var word = offset
    func isLetter(_ byte: UInt8) -> Bool {
      byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
    for byte in text {
      if isLetter(byte) {
        word = (word ^ UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)) &* prime
      } else if word != offset {
        words.append(word)
        word = offset
      }
    }
    if word != offset { words.append(word) }
    return words
  }

  // FNV-1a: the same in every run of the program.
  private static let offset: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  private static func mixed(_ words: some Sequence<UInt64>, _ start: UInt64) -> UInt64 {
    words.reduce(offset ^ start) { ($0 ^ $1 ^ ($1 >> 32)) &* prime }
  }
}

extension StringProtocol {
  /// Where a short text stands.
  fileprivate func range(of part: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }
}
