/// A saved web page: the story in it, and what the page says of it; of a live blog also its posts.
struct Page {
  /// One of the stories of a page.
  struct Part {
    var fields: [ArticleHeader.Field: String]
    var paragraphs: [[UInt8]]
    var origin: StoryIdentity.Origin
  }

  private(set) var fields: [ArticleHeader.Field: String] = [:]
  /// One line each.
  private(set) var paragraphs: [[UInt8]] = []
  private(set) var notices: [String] = []
  /// The posts of a live blog, which are not in `paragraphs`.
  private var posts: [Part] = []

  init(_ text: [UInt8]) {
    let (reader, damage) = Page.read(text)
    let story = PageStory(reader)
    paragraphs = story.places.map { reader.line($0) }
    if let damage { notices.append(damage) }
    takeData(reader.sayings["json"])
    let left = story.leftOut
    if left > 0 { notices.append("\(left) other \(left == 1 ? "block" : "blocks") of text on the page left out") }
    takeFields(reader.sayings)
    let date = PageDate(reader.sayings, shown: ShownDates(reader, story: story))
    fields[.date] = date.text
    takePosts(reader, story)
    if date.isGuess, posts.isEmpty {
      notices.append("dated by a date that stands on the page, at some distance from the headline")
    }
  }

  /// What stands for itself, and then each post of a live blog.
  ///
  /// - Parameter title: That of the page where it states none.
  func parts(title: String? = nil, address: String? = nil) -> [Part] {
    var fields = fields
    fields[.title] = fields[.title] ?? title
    fields[.url] = fields[.url] ?? address
    let first = paragraphs.isEmpty ? [] : [Part(fields: fields, paragraphs: paragraphs, origin: .page)]
    return first
      + posts.map { post in
        var post = post
        post.fields[.outlet] = fields[.outlet]
        if case .post(let id) = post.origin, let page = fields[.url]?.prefix(while: { $0 != "#" }) {
          post.fields[.url] = page + "#" + id
        }
        return post
      }
  }

  /// The text of a piece of HTML, such as a feed gives for an item: all of it is story.
  static func paragraphs(ofPiece text: [UInt8]) -> (paragraphs: [[UInt8]], damage: String?) {
    if text.isEmpty { return ([], nil) }
    let (reader, damage) = read(text, believesNames: false)
    return (PageStory.all(reader).map { reader.line($0) }, damage)
  }

  /// All text of a piece of HTML, links and loose words included.
  static func everything(_ text: [UInt8]) -> [[UInt8]] {
    let reader = read(text, believesNames: false).0
    return reader.paragraphs.indices.map { reader.line($0) }
  }

  /// The paragraphs of a text in the data for search engines, which is HTML or is not.
  static func paragraphs(ofData text: String) -> [[UInt8]] {
    let lines =
      text.contains("</")
      ? everything(Array(text.utf8)) : text.utf8.split(separator: 0x0A).map { PageReader.collapsed(Array($0)) }
    return lines.filter { !$0.isEmpty }
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
    paragraphs = Page.paragraphs(ofData: body)
  }

  private static let longestData = 256 << 10
  /// So many times the text that is shown must the data have.
  private static let muchMore = 2

  private mutating func takeFields(_ sayings: [String: String]) {
    fields[.title] = sayings["og:title"] ?? sayings["h1"] ?? sayings["title"]
    fields[.outlet] = sayings["og:site_name"]
    fields[.url] = sayings["canonical"] ?? sayings["og:url"]
  }

  // MARK: - Live blogs

  /// Takes the posts out of the story, from where they are told more fully.
  private mutating func takePosts(_ reader: PageReader, _ story: PageStory) {
    let json = reader.sayings["json"] ?? ""
    let isDeclared = reader.sayings["live"] != nil || PageData(json).holds("LiveBlogPosting")
    let shown = LivePosts(reader, story, isDeclared: isDeclared)
    let told = isDeclared ? LiveData.posts(json) : []
    if shown.posts.count >= max(1, told.count { !$0.paragraphs.isEmpty }) {
      take(shown: shown, reader, story)
    } else if told.count > 1 {
      take(told: told)
    }
    guard !posts.isEmpty else { return }
    // What stands beside the posts, such as a summary, says how things are by the newest of them.
    let changed = PageDate.changed(reader.sayings)
    let newest = posts.compactMap { $0.fields[.date] }.max {
      (LivePosts.seconds(.instant($0)) ?? 0) < (LivePosts.seconds(.instant($1)) ?? 0)
    }
    fields[.date] = changed ?? newest ?? fields[.date]
    notices = notices.filter { !$0.hasSuffix("left out") }
  }

  private mutating func take(shown: LivePosts, _ reader: PageReader, _ story: PageStory) {
    let days = LiveDays(shown.posts, date: fields[.date], changed: PageDate.changed(reader.sayings))
    var taken = shown.timeLines
    for post in shown.posts {
      taken.formUnion(post.places)
      if let heading = post.heading { taken.insert(heading) }
      var fields: [ArticleHeader.Field: String] = [:]
      fields[.title] = post.heading.map { String(decoding: reader.line($0), as: UTF8.self) }
      fields[.date] = days.date(of: post.time)
      let id = post.id ?? fields[.date] ?? fields[.title] ?? ""
      posts.append(Part(fields: fields, paragraphs: post.places.map { reader.line($0) }, origin: .post(id)))
    }
    paragraphs = story.places.filter { !taken.contains($0) }.map { reader.line($0) }
    if days.areUnknown { notices.append("its posts tell the time and not the day: they are undated") }
  }

  private mutating func take(told: [LiveData.Post]) {
    var taken: Set<[UInt8]> = []
    for post in told {
      var fields: [ArticleHeader.Field: String] = [:]
      fields[.title] = post.title
      fields[.date] = post.date.map(PublishedDate.written)
      let id = post.id.map { $0.split(separator: "#").last.map(String.init) ?? $0 } ?? post.date ?? post.title ?? ""
      posts.append(Part(fields: fields, paragraphs: post.paragraphs, origin: .post(id)))
      taken.formUnion(post.paragraphs)
      if let title = post.title { taken.insert(Array(title.utf8)) }
    }
    paragraphs = paragraphs.filter { !taken.contains($0) }
  }
}
