/// What the elements of a page mean for the story in it.
enum PageElements {
  enum Role {
    /// Nothing in it belongs to a story.
    case skipped
    /// Divides paragraphs, and may hold a story.
    case container
    /// The page says that its story is in here.
    case article, main
    case paragraph
    /// A cell of a table, which may hold a story or a word.
    case cell
    case heading, headline
    case lineBreak
    /// A head of the page or of the story: a headline may be in it, and a lede.
    case masthead
    /// Holds a story only where nothing else does.
    case beside, apart
    case link, title, meta, time, script
  }

  static let roles: [String: Role] = {
    var roles: [String: Role] = [
      "article": .article, "main": .main, "h1": .headline, "br": .lineBreak, "header": .masthead, "hgroup": .masthead,
      "a": .link, "title": .title, "meta": .meta, "link": .meta, "time": .time, "script": .script,
    ]
    for name in [
      "style", "template", "svg", "math", "iframe", "object", "button", "select", "textarea", "dialog", "audio",
      "video", "canvas", "map",
    ] { roles[name] = .skipped }
    for name in [
      "body", "div", "section", "center", "dl", "ul", "ol", "table", "tr", "address", "details", "form",
    ] {
      roles[name] = .container
    }
    for name in ["td", "th"] { roles[name] = .cell }
    for name in ["nav", "footer", "menu"] { roles[name] = .apart }
    for name in ["aside", "noscript", "figure", "figcaption", "caption"] { roles[name] = .beside }
    for name in ["p", "li", "blockquote", "pre", "dd", "dt"] { roles[name] = .paragraph }
    for name in ["h2", "h3", "h4", "h5", "h6"] { roles[name] = .heading }
    return roles
  }()

  /// Why what a container holds may be no story.
  enum Part {
    /// Stands at the head of a page or a story.
    case masthead
    /// Stands beside a story.
    case beside
    /// The words of readers, and what leads elsewhere: no story however much it is, unless there is nothing else.
    case apart
  }

  /// Words in the classes and identifiers that pages give to what is no story.
  private static let besideWords: Set<String> = [
    "ad", "ads", "advert", "advertisement", "advertising", "affiliate", "author", "authors", "banner", "breadcrumb",
    "breadcrumbs", "buybox", "byline", "caption", "consent", "cookie", "cookies", "copyright", "disclaimer",
    "disclosure", "factbox", "footer", "menu", "meta", "nav", "navbar", "navigation", "newsletter", "paywall", "popup",
    "promo", "promotion", "recirc", "recommended", "related", "share", "sharer", "sharing", "sidebar", "social",
    "sponsored", "subscribe", "tags", "teaser", "topics", "trending",
  ]
  /// Those that say so only where a name begins with them.
  private static let besideFirstWords: Set<String> = [
    "bio", "citate", "cta", "date", "donate", "donation", "fb", "instagram", "interesting", "jp", "legend", "login",
    "modal", "newsletters", "nextstory", "outbrain", "overlay", "pager", "pagination", "postmeta", "postmetadata",
    "print", "rating", "read", "readmore", "recommendations", "relatedposts", "sharedaddy", "signup", "snippet",
    "subscription", "taboola", "tag", "tagged", "time", "toolbar", "tooltip", "widget",
  ]
  private static let commentWords: Set<String> = ["comment", "comments", "commentlist", "respond", "disqus"]
  private static let besideRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog", "alert",
  ]
  private static let dateWords: Set<String> = [
    "created", "date", "dateline", "datetime", "datum", "erstellt", "fecha", "meta", "postdate", "posted",
    "postmeta", "postmetadata", "pubdate", "publication", "publish", "published", "submitted", "time", "timestamp",
    "byline", "datepublished", "datecreated", "newsdatum",
  ]

  /// What the names that an element goes by say of it.
  struct Names: OptionSet {
    let rawValue: UInt8
    static let beside = Names(rawValue: 1)
    static let comments = Names(rawValue: 2)
    static let dated = Names(rawValue: 4)
  }

  /// What a word says where a name begins with it, and anywhere.
  private static let known: [[UInt8]: (first: Names, anywhere: Names)] = {
    var known: [[UInt8]: (first: Names, anywhere: Names)] = [:]
    func add(_ words: Set<String>, _ names: Names, onlyFirst: Bool = false) {
      for word in words {
        known[Array(word.utf8), default: ([], [])].first.formUnion(names)
        if !onlyFirst { known[Array(word.utf8), default: ([], [])].anywhere.formUnion(names) }
      }
    }
    add(commentWords, .comments)
    add(besideWords, .beside)
    add(besideFirstWords, .beside, onlyFirst: true)
    add(dateWords, .dated)
    return known
  }()

  /// Words of a class or an identifier that are looked at.
  private static let mostWords = 64

  /// What a value of `class`, `id` or `itemprop` says: "related-posts entry_date" is of four words.
  static func names(in value: String) -> Names {
    var names: Names = []
    var word: [UInt8] = []
    var (words, isFirst) = (0, true)
    func endWord(isEndOfName: Bool) {
      if !word.isEmpty, words < mostWords, let known = known[word] {
        names.formUnion(isFirst ? known.first : known.anywhere)
      }
      words += 1
      word.removeAll(keepingCapacity: true)
      isFirst = isEndOfName
    }
    for byte in value.utf8 {
      switch byte {
      case 0x2D, 0x5F: endWord(isEndOfName: false)
      case 0x00...0x20: endWord(isEndOfName: true)
      default: word.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
    }
    endWord(isEndOfName: true)
    return names
  }

  /// What an element's attributes, but for its names, say that it is beside the story.
  static func isBeside(_ attributes: MarkupAttributes) -> Bool {
    if attributes["hidden"] != nil || attributes["aria-hidden"] == "true" { return true }
    if let style = attributes["style"], isHidden(style) { return true }
    return attributes["role"].map(besideRoles.contains) ?? false
  }

  private static func isHidden(_ style: String) -> Bool {
    style.lowercased().split(separator: ";").contains { declaration in
      let parts = declaration.split(separator: ":").map { $0.filter { $0 != " " } }
      return parts.count == 2 && parts[0] == "display" && parts[1].hasPrefix("none")
    }
  }
}
