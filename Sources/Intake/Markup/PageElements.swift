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
  /// Classes that are looked at, and words of each.
  private static let mostClasses = 32
  private static let mostWords = 8

  /// What an element's attributes say that it is beside the story.
  static func part(_ attributes: MarkupAttributes) -> Part? {
    if attributes["hidden"] != nil || attributes["aria-hidden"] == "true" { return .beside }
    if let style = attributes["style"], isHidden(style) { return .beside }
    if let role = attributes["role"], besideRoles.contains(role) { return .beside }
    for key in ["class", "id"] {
      guard let value = attributes[key] else { continue }
      for name in value.lowercased().split(separator: " ").prefix(mostClasses) {
        let words = name.split { $0 == "-" || $0 == "_" }.prefix(mostWords).map(String.init)
        if words.contains(where: commentWords.contains) { return .apart }
        if words.contains(where: besideWords.contains) || words.first.map(besideFirstWords.contains) == true {
          return .beside
        }
      }
    }
    return nil
  }

  private static let dateWords: Set<String> = [
    "created", "date", "dateline", "datetime", "datum", "erstellt", "fecha", "meta", "post-date", "postdate", "posted",
    "postmeta", "postmetadata", "pubdate", "publication", "publish", "published", "submitted", "time", "timestamp",
    "byline", "datepublished", "datecreated", "newsdatum",
  ]

  /// Whether an element's attributes say that the date of what is around it is in it.
  static func isDated(_ attributes: MarkupAttributes) -> Bool {
    for key in ["class", "itemprop", "id"] {
      guard let value = attributes[key] else { continue }
      for name in value.lowercased().split(separator: " ").prefix(mostClasses)
      where name.split(whereSeparator: { $0 == "-" || $0 == "_" }).prefix(mostWords).contains(where: {
        dateWords.contains(String($0))
      }) {
        return true
      }
    }
    return false
  }

  private static func isHidden(_ style: String) -> Bool {
    style.lowercased().split(separator: ";").contains { declaration in
      let parts = declaration.split(separator: ":").map { $0.filter { $0 != " " } }
      return parts.count == 2 && parts[0] == "display" && parts[1].hasPrefix("none")
    }
  }
}
